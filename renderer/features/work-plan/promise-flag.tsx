import type { PlainDate } from '../../../shared/domain/dates';
import { type Axis, spanOf } from '../../components/axis/axis';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './timeline.module.css';

type Props = {
  axis: Axis;
  on: PlainDate;
  isMissed: boolean;
  /** Whether its day is written beside it. */
  isNamed?: boolean;
};

/** The end of a day that was promised; red when the plan misses it. */
export function PromiseFlag({ axis, on, isMissed, isNamed = false }: Props) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const { x, width } = spanOf(axis, { from: on, to: on });
  const words = t(isMissed ? 'timeline.promiseMissed' : 'timeline.promise', {
    on: format.dateShort(on),
  });
  return (
    <span
      className={`${styles.flag} ${isMissed ? styles.missed : ''}`}
      style={{ left: x + width - 2 }}
      title={words}
    >
      <Flag />
      {isNamed ? <span>{words}</span> : null}
    </span>
  );
}

/** The mark of a promised day. */
export function Flag() {
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
      <path
        d="M1.5 0v16M1.5 1h8l-2.5 3.5L9.5 8h-8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
    </svg>
  );
}
