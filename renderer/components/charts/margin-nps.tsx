import { ChartButton, ChartSvg } from './chart-parts';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { linear, niceTicks, spread } from './scale';

export interface QuadrantPoint {
  readonly id: string;
  readonly mark: string;
  readonly hue: number;
  readonly name: string;
  /** The client's last answer, 0–10. */
  readonly score: number;
  readonly marginPpm: number;
}

interface Placed {
  readonly point: QuadrantPoint;
  readonly x: number;
  readonly y: number;
}

const LEFT = 24;
const TOP = 8;
const BOTTOM = 38;
const MARK_W = 20;
const MARK_H = 13;
const LOWEST_PPM = -200_000;
const HIGHEST_PPM = 1_000_000;

/** Places marks by score and margin; marks of one score that would cover each other move apart. */
export function placeQuadrant(
  points: readonly QuadrantPoint[],
  width: number,
  height: number,
  lowScore: number,
  domainPpm: readonly [number, number],
): readonly Placed[] {
  const x = scoreScale(width, lowScore);
  const y = linear(domainPpm, [height - BOTTOM, TOP]);
  const placed = new Map<string, Placed>();
  for (let score = lowScore; score <= 10; score += 1) {
    const column = points.filter((point) => point.score === score);
    const wanted = column.map((point) =>
      y(Math.min(Math.max(point.marginPpm, domainPpm[0]), domainPpm[1])),
    );
    const spots = spread(
      wanted,
      MARK_H + 1,
      TOP + MARK_H / 2 + 1,
      height - BOTTOM - MARK_H / 2 - 1,
    );
    column.forEach((point, i) => {
      placed.set(point.id, { point, x: x(score), y: spots[i] ?? 0 });
    });
  }
  return points.flatMap((point) => placed.get(point.id) ?? []);
}

function scoreScale(width: number, lowScore: number): (score: number) => number {
  const step = (width - LEFT - 2) / (10 - lowScore + 1);
  return (score) => LEFT + (score - lowScore + 0.5) * step;
}

/** Margin × NPS: whom to grow, keep, repair and rescue. Bands: 0–6 detractors, 7–8, 9–10 promoters. */
export function MarginNps({
  points,
  targetPpm,
  width,
  height,
  words,
  onOpen,
}: {
  readonly points: readonly QuadrantPoint[];
  readonly targetPpm: number;
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly title: string;
    readonly client: string;
    readonly margin: string;
    readonly score: string;
    readonly axis: string;
    readonly rescue: string;
    readonly keep: string;
    readonly grow: string;
    readonly repair: string;
    readonly percent: (ppm: number) => string;
  };
  readonly onOpen?: (id: string) => void;
}) {
  const lowScore = Math.min(5, ...points.map((point) => point.score));
  const margins = points.map((point) => Math.max(point.marginPpm, LOWEST_PPM));
  const ticks = niceTicks(
    Math.min(0, ...margins) / 10_000,
    Math.min(HIGHEST_PPM, Math.max(targetPpm, ...margins)) / 10_000,
    6,
  );
  const low = Math.min(-100_000, ...margins);
  const domain: readonly [number, number] = [low, (ticks.at(-1) ?? 100) * 10_000];
  const y = linear(domain, [height - BOTTOM, TOP]);
  const x = scoreScale(width, lowScore);
  const right = width - 2;
  const passive = (x(6) + x(7)) / 2;
  const promoter = (x(8) + x(9)) / 2;
  const targetY = y(targetPpm);
  const floor = height - BOTTOM;
  const placed = placeQuadrant(points, width, height, lowScore, domain);
  return (
    <figure className={styles.frame} aria-label={words.title}>
      <ChartSvg width={width} height={height}>
        <rect
          x={LEFT}
          y={targetY}
          width={passive - LEFT}
          height={floor - targetY}
          fill="var(--neg-soft)"
          opacity="0.75"
        />
        <rect
          x={promoter}
          y={TOP}
          width={right - promoter}
          height={targetY - TOP}
          fill="var(--pos-soft)"
          opacity="0.75"
        />
        <path
          d={`M${LEFT} ${TOP}H${right}V${floor}H${LEFT}ZM${passive} ${TOP}V${floor}M${promoter} ${TOP}V${floor}`}
          fill="none"
          stroke="var(--line-2)"
        />
        <line
          x1={LEFT}
          x2={right}
          y1={targetY}
          y2={targetY}
          stroke="var(--pencil-line)"
          strokeDasharray="4 3"
        />
        {ticks
          .filter((percent) => percent * 10_000 >= low)
          .map((percent) => (
            <text
              key={percent}
              className={styles.axis}
              x={LEFT - 5}
              y={y(percent * 10_000) + 4}
              textAnchor="end"
            >
              {String(percent).replace('-', '−')}
            </text>
          ))}
        {Array.from({ length: 11 - lowScore }, (_, i) => lowScore + i).map((score) => (
          <text key={score} className={styles.axis} x={x(score)} y={floor + 14} textAnchor="middle">
            {score}
          </text>
        ))}
        <g className={styles.small} fill="var(--tx-3)">
          <QuadrantWord x={LEFT + 5} y={floor - 6} word={words.rescue} tone="neg" />
          <QuadrantWord x={LEFT + 5} y={TOP + 13} word={words.keep} />
          <QuadrantWord x={right - 5} y={TOP + 13} word={words.grow} tone="pos" end />
          <QuadrantWord x={right - 5} y={floor - 6} word={words.repair} end />
        </g>
        <text className={styles.axis} x={(LEFT + right) / 2} y={height - 6} textAnchor="middle">
          {words.axis}
        </text>
        {placed.map(({ point, x: cx, y: cy }) => {
          const name = `${point.name}: ${words.percent(point.marginPpm)}, ${words.score} ${point.score}`;
          return (
            <ChartButton
              key={point.id}
              label={`${point.mark}, ${name}`}
              onPress={onOpen === undefined ? undefined : () => onOpen(point.id)}
            >
              <title>{name}</title>
              <rect
                className={styles.shape}
                x={cx - MARK_W / 2}
                y={cy - MARK_H / 2}
                width={MARK_W}
                height={MARK_H}
                rx="2"
                fill={point.hue > 14 ? 'var(--bg-1)' : `var(--h${point.hue})`}
                stroke={point.hue > 14 ? 'var(--line-3)' : 'var(--bg-1)'}
              />
              <text
                className={styles.mark}
                x={cx}
                y={cy + 3.2}
                textAnchor="middle"
                style={{ fill: point.hue > 14 ? 'var(--tx-1)' : `var(--h${point.hue}-on)` }}
              >
                {point.mark}
              </text>
            </ChartButton>
          );
        })}
      </ChartSvg>
      <ChartTable
        caption={words.title}
        heads={[words.client, words.margin, words.score]}
        rows={points.map((point) => [
          point.name,
          words.percent(point.marginPpm),
          String(point.score),
        ])}
      />
    </figure>
  );
}

function QuadrantWord({
  x,
  y,
  word,
  tone,
  end = false,
}: {
  readonly x: number;
  readonly y: number;
  readonly word: string;
  readonly tone?: 'pos' | 'neg';
  readonly end?: boolean;
}) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={end ? 'end' : 'start'}
      style={{
        fontSize: 'var(--fs-10)',
        fill: tone === undefined ? 'var(--tx-3)' : `var(--${tone})`,
      }}
    >
      {word}
    </text>
  );
}
