import type { BurnPoint } from '../../../../shared/domain/budget';
import { ChartTable } from '../../../components/charts/chart-table';
import chart from '../../../components/charts/charts.module.css';
import { HatchPattern, useHatch } from '../../../components/charts/hatch';
import { linear, niceTicks } from '../../../components/charts/scale';
import styles from './budget.module.css';

const LEFT = 52;
const RIGHT = 14;
const TOP = 16;
const FOOT = 24;

type Props = {
  readonly points: readonly BurnPoint[];
  /** Months passed on the way to today, from the first month's start; null where it is not shown. */
  readonly today: number | null;
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly title: string;
    readonly month: string;
    readonly actual: string;
    readonly forecast: string;
    readonly baseline: string;
    readonly planned: string;
    readonly today: string;
    readonly monthName: (month: string) => string;
    readonly amount: (amount: number) => string;
    readonly tick: (amount: number) => string;
  };
};

/** Running totals of a budget: the actual in ink up to today, the forecast hatched, the baseline a grey line. */
export function BurnChart({ points, today, width, height, words }: Props) {
  const hatch = useHatch();
  const floor = height - FOOT;
  const most = Math.max(
    1,
    ...points.flatMap(({ baseline, planned, forecast }) => [baseline ?? 0, planned, forecast]),
  );
  const ticks = niceTicks(0, most, 5);
  const x = linear([0, points.length], [LEFT, width - RIGHT]);
  const y = linear([0, ticks.at(-1) ?? most], [floor, TOP]);
  const path = (places: readonly (readonly [number, number])[]) =>
    places.map(([at, amount]) => `${x(at).toFixed(1)},${y(amount).toFixed(1)}`).join(' ');
  const line = (pick: (point: BurnPoint) => number | null) =>
    path([
      [0, 0],
      ...points.flatMap((point, i): (readonly [number, number])[] => {
        const amount = pick(point);
        return amount === null ? [] : [[i + 1, amount]];
      }),
    ]);
  const known = points.flatMap(({ actual }, i) => (actual === null ? [] : [{ actual, at: i + 1 }]));
  // The month under way is drawn as far as today.
  const done = known.map(({ actual, at }): readonly [number, number] => [
    today === null ? at : Math.min(at, today),
    actual,
  ]);
  const end = done.at(-1) ?? ([0, 0] as const);
  const ahead = points.flatMap(({ forecast }, i): (readonly [number, number])[] =>
    i + 1 > end[0] ? [[i + 1, forecast]] : [],
  );
  const hasBaseline = points.some(({ baseline }) => baseline !== null);
  const every = Math.ceil((points.length * 54) / Math.max(1, width - LEFT));
  return (
    <figure className={chart.frame}>
      <svg width={width} height={height} role="img" aria-label={words.title}>
        <HatchPattern id={hatch.id} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className={chart.axis} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {words.tick(tick)}
            </text>
          </g>
        ))}
        {ahead.length === 0 ? null : (
          <polygon
            points={`${path([[end[0], 0], end, ...ahead])} ${x(ahead.at(-1)?.[0] ?? 0)},${floor}`}
            fill={hatch.fill}
            stroke="var(--pencil-line)"
          />
        )}
        {done.length === 0 ? null : (
          <polygon
            className={styles.done}
            points={`${path([[0, 0], ...done])} ${x(end[0]).toFixed(1)},${floor}`}
          />
        )}
        <polyline className={styles.planLine} points={line(({ planned }) => planned)} />
        {hasBaseline ? (
          <polyline className={styles.baseLine} points={line(({ baseline }) => baseline)} />
        ) : null}
        {today === null ? null : (
          <g>
            <line className="today" x1={x(today)} x2={x(today)} y1={TOP - 4} y2={floor} />
            <text
              className={`${chart.label} ${styles.todayWord}`}
              x={x(today)}
              y={TOP - 6}
              textAnchor="middle"
            >
              {words.today}
            </text>
          </g>
        )}
        {points.map(({ month }, i) =>
          i % every === 0 ? (
            <text
              key={month}
              className={chart.axis}
              x={x(i + 0.5)}
              y={floor + 15}
              textAnchor="middle"
            >
              {words.monthName(month)}
            </text>
          ) : null,
        )}
        <line className="axis-ink" x1={LEFT} x2={width - RIGHT} y1={floor} y2={floor} />
      </svg>
      <p className={styles.legend} aria-hidden="true">
        <i className={styles.keyActual} /> {words.actual}
        <i className="hatch" /> {words.forecast}
        <i className={styles.keyPlan} /> {words.planned}
        {hasBaseline ? (
          <>
            <i className={styles.keyBase} /> {words.baseline}
          </>
        ) : null}
      </p>
      <ChartTable
        caption={words.title}
        heads={[words.month, words.baseline, words.planned, words.actual, words.forecast]}
        rows={points.map((point) => [
          words.monthName(point.month),
          point.baseline === null ? '—' : words.amount(point.baseline),
          words.amount(point.planned),
          point.actual === null ? '—' : words.amount(point.actual),
          words.amount(point.forecast),
        ])}
      />
    </figure>
  );
}
