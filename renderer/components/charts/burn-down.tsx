import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { linear, niceTicks } from './scale';

const LEFT = 28;
const TOP = 12;
const FOOT = 26;

/** Hours used day by day against what the month has, an even pace, and where the month may end. */
export function BurnDown({
  used,
  days,
  today,
  availableSeconds,
  forecastSeconds,
  width,
  height,
  words,
}: {
  /** Seconds used by the end of each day of the month so far, from the first. */
  readonly used: readonly number[];
  readonly days: number;
  /** Day of the month that today is; null when the month is over. */
  readonly today: number | null;
  readonly availableSeconds: number;
  readonly forecastSeconds: number | null;
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly title: string;
    readonly day: string;
    readonly hoursHead: string;
    readonly included: string;
    readonly todayLabel: string;
    readonly forecast: string;
    readonly hours: (seconds: number) => string;
  };
}) {
  const spent = used.at(-1) ?? 0;
  const most = Math.max(availableSeconds, spent, forecastSeconds ?? 0, 3600);
  const ticks = niceTicks(0, most / 3600, 5);
  const floor = height - FOOT;
  const x = linear([0, days], [LEFT, width - 6]);
  const y = linear([0, (ticks.at(-1) ?? 1) * 3600], [floor, TOP]);
  const points = [0, ...used].map((seconds, day) => ({ x: x(day), y: y(seconds) }));
  const line = points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ');
  const end = points.at(-1) ?? { x: LEFT, y: floor };
  const isOver = (forecastSeconds ?? spent) > availableSeconds;
  const tone = isOver ? 'neg' : undefined;
  const marks = [1, 8, 15, 22, days].filter(
    (day, i, all) =>
      (today === null || Math.abs(x(day) - x(today)) > 40) &&
      (i === all.length - 1 || days - day > 3),
  );
  return (
    <figure className={styles.frame}>
      <svg width={width} height={height} role="img" aria-label={words.title}>
        {ticks.map((hours) => (
          <g key={hours}>
            <line
              className="grid"
              x1={LEFT}
              x2={width - 6}
              y1={y(hours * 3600)}
              y2={y(hours * 3600)}
            />
            <text className={styles.axis} x={LEFT - 5} y={y(hours * 3600) + 4} textAnchor="end">
              {hours}
            </text>
          </g>
        ))}
        <polygon
          points={`${LEFT},${floor} ${line} ${end.x.toFixed(1)},${floor}`}
          fill="var(--ink)"
          opacity="0.12"
        />
        <polyline points={line} fill="none" stroke="var(--ink)" strokeWidth="2" />
        <line
          x1={x(0)}
          y1={y(0)}
          x2={x(days)}
          y2={y(availableSeconds)}
          stroke="var(--pencil-line)"
          strokeDasharray="4 3"
        />
        <line
          x1={LEFT}
          x2={width - 6}
          y1={y(availableSeconds)}
          y2={y(availableSeconds)}
          stroke="var(--tx-1)"
        />
        <text className={styles.small} x={LEFT + 4} y={y(availableSeconds) - 5}>
          {words.included}
        </text>
        {forecastSeconds !== null && (
          <g>
            <line
              x1={end.x}
              y1={end.y}
              x2={x(days)}
              y2={y(forecastSeconds)}
              stroke={isOver ? 'var(--neg-fill)' : 'var(--pencil-line)'}
              strokeWidth="1.5"
              strokeDasharray="3 3"
            />
            <circle
              cx={x(days)}
              cy={y(forecastSeconds)}
              r="2.5"
              fill={isOver ? 'var(--neg-fill)' : 'var(--ink)'}
            />
            <text
              className={styles.value}
              data-tone={tone}
              x={width - 12}
              y={isOver ? y(forecastSeconds) - 5 : y(forecastSeconds) + 16}
              textAnchor="end"
              paintOrder="stroke"
              stroke="var(--bg-1)"
              strokeWidth="3"
            >
              {words.hours(forecastSeconds)}
            </text>
          </g>
        )}
        {today !== null && (
          <g>
            <line className="today" x1={x(today)} x2={x(today)} y1="6" y2={floor} />
            <text
              className={styles.label}
              style={{ fill: 'var(--accent)' }}
              x={Math.min(Math.max(x(today), LEFT + 22), width - 34)}
              y={floor + 14}
              textAnchor="middle"
            >
              {words.todayLabel}
            </text>
          </g>
        )}
        {marks.map((day) => (
          <text
            key={day}
            className={styles.axis}
            x={x(day)}
            y={floor + 14}
            textAnchor={day === days ? 'end' : 'middle'}
          >
            {day}
          </text>
        ))}
        <line className="axis-ink" x1={LEFT} x2={width - 6} y1={floor} y2={floor} />
      </svg>
      <ChartTable
        caption={words.title}
        heads={[words.day, words.hoursHead]}
        rows={[
          ...used.map((seconds, i) => [String(i + 1), words.hours(seconds)]),
          ...(forecastSeconds === null ? [] : [[words.forecast, words.hours(forecastSeconds)]]),
        ]}
      />
    </figure>
  );
}
