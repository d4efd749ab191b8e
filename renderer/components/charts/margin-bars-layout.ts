import { linear, niceTicks, spread } from './scale';

export interface MarginBar {
  readonly id: string;
  readonly mark: string;
  readonly hue: number;
  readonly name: string;
  /** AGI in minor units: the bar's width. */
  readonly agiMinor: number;
  /** Delivery margin, ppm of AGI: the bar's height. */
  readonly marginPpm: number;
}

export interface PlacedBar {
  readonly bar: MarginBar;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** The margin goes beyond the scale; the bar is cut. */
  readonly cut: boolean;
  readonly label: { readonly x: number; readonly y: number; readonly leader: string | null };
}

export interface MarginLayout {
  readonly bars: readonly PlacedBar[];
  readonly ticks: readonly { readonly percent: number; readonly y: number }[];
  readonly zeroY: number;
  readonly y: (marginPpm: number) => number;
  readonly left: number;
  readonly right: number;
}

const LEFT = 24;
const TOP = 18;
/** Room for the target's words beside the bars. */
const RIGHT = 38;
/** Room below the lowest bar: two rows of letters, then the bracket of the key clients. */
const BELOW = 62;
const GAP = 1;
const LETTERS = 21;
/** Beyond these a bar is cut, so that one loss does not flatten the rest. */
const LOWEST_PPM = -400_000;
const HIGHEST_PPM = 1_000_000;

/** Places bars from the largest AGI to the smallest; clients without income have no width and no bar. */
export function layOutMarginBars(
  bars: readonly MarginBar[],
  width: number,
  height: number,
  targetPpm: number,
): MarginLayout {
  const drawn = bars
    .filter((bar) => bar.agiMinor > 0)
    .sort((a, b) => b.agiMinor - a.agiMinor || a.name.localeCompare(b.name));
  const clamp = (ppm: number) => Math.min(Math.max(ppm, LOWEST_PPM), HIGHEST_PPM);
  const margins = drawn.map((bar) => clamp(bar.marginPpm));
  const ticks = niceTicks(
    Math.min(0, ...margins) / 10_000,
    Math.max(targetPpm, ...margins) / 10_000,
    7,
  );
  const low = Math.min(0, ...margins) / 10_000;
  const high = ticks.at(-1) ?? 100;
  const y = linear([low * 10_000, high * 10_000], [height - BELOW, TOP]);
  const right = width - RIGHT;
  const total = drawn.reduce((sum, bar) => sum + bar.agiMinor, 0);
  const room = right - LEFT - GAP * Math.max(0, drawn.length - 1);
  const zeroY = y(0);
  let x = LEFT;
  const boxes = drawn.map((bar) => {
    const barWidth = Math.max(2, (room * bar.agiMinor) / total);
    const top = Math.min(y(clamp(bar.marginPpm)), zeroY);
    const bottom = Math.max(y(clamp(bar.marginPpm)), zeroY);
    const box = { x, width: barWidth, y: top, height: Math.max(1, bottom - top) };
    x += barWidth + GAP;
    return box;
  });
  return {
    bars: withLabels(drawn, boxes, width, height, clamp),
    ticks: ticks
      .filter((percent) => percent >= low)
      .map((percent) => ({ percent, y: y(percent * 10_000) })),
    zeroY,
    y,
    left: LEFT,
    right,
  };
}

interface Box {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** Letters stand on bars wide enough for them; those of narrow bars in two rows below, on leaders. */
function withLabels(
  drawn: readonly MarginBar[],
  boxes: readonly Box[],
  width: number,
  height: number,
  clamp: (ppm: number) => number,
): readonly PlacedBar[] {
  const centre = (box: Box) => box.x + box.width / 2;
  const narrow = drawn
    .map((bar, i) => ({ bar, i }))
    .filter(({ bar, i }) => (boxes[i]?.width ?? 0) < LETTERS - 8 || bar.marginPpm < 0)
    .map(({ i }) => i);
  const rows = [narrow.filter((_, i) => i % 2 === 0), narrow.filter((_, i) => i % 2 === 1)];
  const placed = new Map<number, { x: number; row: number }>();
  rows.forEach((row, rowIndex) => {
    const places = row.map((i) => {
      const box = boxes[i];
      return box === undefined ? 0 : centre(box);
    });
    // The second row hangs half a step aside, so that leaders pass between the letters of the first.
    const spots = spread(places, LETTERS + 3, LEFT + LETTERS / 2, width - LETTERS / 2 - 2);
    row.forEach((i, at) => {
      placed.set(i, { x: spots[at] ?? 0, row: rowIndex });
    });
  });
  const firstRow = height - BELOW + 16;
  return drawn.map((bar, i) => {
    const box = boxes[i] ?? { x: 0, width: 0, y: 0, height: 0 };
    const spot = placed.get(i);
    const from = box.y + box.height + 1.5;
    const label =
      spot === undefined
        ? { x: centre(box), y: box.y - 4, leader: null }
        : {
            x: spot.x,
            y: firstRow + 8 + spot.row * 13,
            leader: `M${centre(box).toFixed(1)} ${from.toFixed(1)}L${spot.x.toFixed(1)} ${firstRow}${
              spot.row === 1 ? `v${12}` : ''
            }`,
          };
    return { bar, ...box, cut: clamp(bar.marginPpm) !== bar.marginPpm, label };
  });
}

/** The fewest clients, largest AGI first, that make 60 % of the AGI, and their share of it. */
export function keyShare(bars: readonly MarginBar[]): {
  readonly clients: number;
  readonly sharePpm: number;
} {
  const sorted = bars.map((bar) => Math.max(0, bar.agiMinor)).sort((a, b) => b - a);
  const total = sorted.reduce((sum, agi) => sum + agi, 0);
  if (total === 0) return { clients: 0, sharePpm: 0 };
  let sum = 0;
  let clients = 0;
  for (const agi of sorted) {
    if (sum * 5 >= total * 3) break;
    sum += agi;
    clients += 1;
  }
  return { clients, sharePpm: Math.round((sum / total) * 1_000_000) };
}
