import { useEffect, useState } from 'react';
import { useTranslation } from '../lib/translation';
import styles from './states.module.css';

/** Below this nothing is shown: a flash is worse than a short wait. */
const QUIET_MS = 150;

const WIDTHS = ['72%', '54%', '84%', '61%', '77%'];

/** The shape of the table that is coming, after 150 ms of nothing. */
export function LoadingShape({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation('common');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.loading} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a shape have no identity
        <div key={row} className={styles.loadingRow}>
          <span className="sk" style={{ width: 22, height: 16 }} />
          <span className="sk" style={{ width: WIDTHS[row % WIDTHS.length] }} />
          <span className="sk" />
          <span className="sk" />
          <span className="sk" />
        </div>
      ))}
    </div>
  );
}
