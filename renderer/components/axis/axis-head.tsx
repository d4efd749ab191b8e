import type { PlainDate } from '../../../shared/domain/dates';
import { useFormat } from '../../lib/format';
import { type Axis, majorTicks, minorTicks, type Seen } from './axis';
import styles from './axis.module.css';

type Props = {
  axis: Axis;
  seen: Seen;
  today: PlainDate;
  isOff: (date: PlainDate) => boolean;
};

/** Two lines of divisions: weeks over days, or months over weeks. Only what is seen is drawn. */
export function AxisHead({ axis, seen, today, isOff }: Props) {
  const format = useFormat();
  const isMonths = axis.zoom === 'month';
  return (
    <div className={styles.head} style={{ width: axis.width }} aria-hidden="true">
      {majorTicks(axis, seen).map((tick) => (
        <span
          key={tick.from}
          className={`${styles.major} ${tick.from <= today && today <= tick.to ? styles.now : ''}`}
          style={{ left: tick.x, width: tick.width }}
        >
          {/* The name stays in sight while its division is. */}
          <span className={styles.name}>
            {isMonths ? format.month(tick.from.slice(0, 7)) : format.daySpan(tick.from, tick.to)}
          </span>
        </span>
      ))}
      {minorTicks(axis, seen).map((tick) => (
        <span
          key={tick.from}
          className={[
            styles.minor,
            !isMonths && isOff(tick.from) ? styles.rest : '',
            tick.from <= today && today <= tick.to ? styles.today : '',
          ].join(' ')}
          style={{ left: tick.x, width: tick.width }}
        >
          {axis.zoom === 'day'
            ? `${format.weekday(tick.from, 'short')} ${Number(tick.from.slice(8))}`
            : Number(tick.from.slice(8))}
        </span>
      ))}
    </div>
  );
}
