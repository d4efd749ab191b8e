import type { PlainDate } from '../../../shared/domain/dates';
import { type Axis, majorTicks, restSpans, type Seen, todayX } from './axis';
import styles from './axis.module.css';

type GroundProps = {
  axis: Axis;
  seen: Seen;
  top: number;
  height: number;
  isOff: (date: PlainDate) => boolean;
};

/** What lies under bars: days off shaded, a line where a week or a month begins. */
export function AxisGround({ axis, seen, top, height, isOff }: GroundProps) {
  const width = Math.max(0, seen.right - seen.left);
  return (
    <svg
      className={styles.ground}
      style={{ left: seen.left, top }}
      width={width}
      height={height}
      viewBox={`${seen.left} 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {restSpans(axis, seen, isOff).map((span) => (
        <rect
          key={span.x}
          className={styles.off}
          x={span.x}
          y={0}
          width={span.width}
          height={height}
        />
      ))}
      {majorTicks(axis, seen).map((tick) => (
        <line
          key={tick.from}
          className="axis"
          x1={tick.x + 0.5}
          x2={tick.x + 0.5}
          y1={0}
          y2={height}
        />
      ))}
    </svg>
  );
}

/** The line of today over everything. */
export function TodayLine({ axis, today, top }: { axis: Axis; today: PlainDate; top: number }) {
  const x = todayX(axis, today);
  if (x < 0 || x > axis.width) return null;
  return <div className={styles.todayLine} style={{ left: x, top }} data-today={today} />;
}
