import { linear } from './scale';

/** 26 percentage points: a sparkline never shows a narrower range, so that noise stays flat. */
const LEAST_RANGE_PPM = 260_000;
const INSET = 2;

/** Runs of known values as SVG path data, and where the last known value stands. */
export function sparkPath(
  valuesPpm: readonly (number | null)[],
  width: number,
  height: number,
): {
  readonly path: string;
  readonly last: { x: number; y: number; value: number } | null;
  readonly zeroY: number | null;
} {
  const known = valuesPpm.filter((value) => value !== null);
  if (known.length === 0) return { path: '', last: null, zeroY: null };
  let min = Math.min(...known);
  let max = Math.max(...known);
  const lacking = LEAST_RANGE_PPM - (max - min);
  if (lacking > 0) {
    min -= lacking / 2;
    max += lacking / 2;
  }
  const x = linear([0, Math.max(1, valuesPpm.length - 1)], [INSET, width - INSET]);
  const y = linear([min, max], [height - INSET, INSET]);
  let path = '';
  let last: { x: number; y: number; value: number } | null = null;
  let drawing = false;
  valuesPpm.forEach((value, i) => {
    if (value === null) {
      drawing = false;
      return;
    }
    path += `${drawing ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    // A month that stands alone still shows: a line of no length with round ends is a dot.
    if (!drawing && (valuesPpm[i + 1] ?? null) === null) path += 'h0';
    drawing = true;
    last = { x: x(i), y: y(value), value };
  });
  return { path, last, zeroY: min < 0 && max > 0 ? y(0) : null };
}

/** Margin of the last months as a line; red where it ends in a loss. Decorative: the table says it. */
export function Sparkline({
  valuesPpm,
  width = 74,
  height = 18,
}: {
  readonly valuesPpm: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
}) {
  const { path, last, zeroY } = sparkPath(valuesPpm, width, height);
  if (last === null) return null;
  const isLoss = last.value < 0;
  return (
    <svg width={width} height={height} aria-hidden="true">
      {zeroY !== null && (
        <line
          x1="0"
          x2={width}
          y1={zeroY}
          y2={zeroY}
          stroke="var(--line-2)"
          strokeDasharray="1 2"
        />
      )}
      <path
        d={path}
        fill="none"
        stroke={isLoss ? 'var(--neg)' : 'var(--ink-2)'}
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={last.x} cy={last.y} r="2" fill={isLoss ? 'var(--neg)' : 'var(--ink)'} />
    </svg>
  );
}
