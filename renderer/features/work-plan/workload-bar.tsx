import type { WorkloadCell } from '../../../shared/contract/team.contract';
import styles from './workload.module.css';
import { cellBar } from './workload-rows';

const percent = (share: number) => `${share * 100}%`;

/** Worked is ink, firmly booked a lighter ink, loosely booked hatched; red is beyond what is available. */
export function WorkloadBar({ cell }: { cell: WorkloadCell }) {
  const bar = cellBar(cell);
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.logged} style={{ width: percent(bar.logged) }} />
      <span
        className={styles.hard}
        style={{ left: percent(bar.logged), width: percent(bar.hard) }}
      />
      <span
        className={styles.soft}
        style={{ left: percent(bar.logged + bar.hard), width: percent(bar.soft) }}
      />
      {bar.limit === null ? null : (
        <>
          <span
            className={styles.over}
            style={{ left: percent(bar.limit), width: percent(bar.over) }}
          />
          <span className={styles.limit} style={{ left: percent(bar.limit) }} />
        </>
      )}
    </span>
  );
}
