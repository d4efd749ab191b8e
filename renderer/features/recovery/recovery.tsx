import { useTranslation } from 'react-i18next';
import type { WorkspaceStatus } from '../../../shared/contract/workspace.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { useCommand } from '../../lib/api';
import { fileSize } from '../../lib/file-size';
import { useFormat } from '../../lib/format';
import styles from './recovery.module.css';

type Props = {
  damaged: Extract<WorkspaceStatus, { state: 'damaged' }>;
  onStatus: (status: WorkspaceStatus) => void;
};

/** The file cannot be read: what happened, which copy brings how much back, another way out. Deletes nothing. */
export function Recovery({ damaged, onStatus }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const restore = useCommand('workspace/restore');
  const open = useCommand('workspace/open');
  const busy = restore.isRunning || open.isRunning;
  const backups = [...damaged.backups].sort((a, b) => b.madeAt - a.madeAt);
  const [newest, ...older] = backups;

  async function show(work: Promise<WorkspaceStatus>) {
    try {
      onStatus(await work);
    } catch {
      // Shown below.
    }
  }

  return (
    <div className={styles.window}>
      <header className={styles.bar} />
      <main className={styles.sheet}>
        <h1>{t('recovery.title', { file: damaged.fileName })}</h1>
        <p className={styles.what}>{damaged.message}</p>
        <p className="t2">{t('recovery.safe')}</p>
        {newest === undefined ? (
          <p className={styles.none}>{t('recovery.none')}</p>
        ) : (
          <section className={styles.newest} aria-label={t('recovery.newest')}>
            <div className="grow">
              <p className="m">
                {t('recovery.copyOf', { when: format.dateTime(newest.madeAt) })}
                <span className="t3"> {fileSize(newest.bytes, format, t)}</span>
              </p>
              <p className="warn">{t('recovery.lose', { when: format.dateTime(newest.madeAt) })}</p>
            </div>
            <Button
              variant="primary"
              disabled={busy}
              onClick={() => void show(restore.run({ path: newest.path }))}
            >
              {t('recovery.restore')}
            </Button>
          </section>
        )}
        {older.length === 0 ? null : (
          <>
            <h2>{t('recovery.older')}</h2>
            <ul className={styles.older}>
              {older.slice(0, 8).map((backup) => (
                <li key={backup.path}>
                  <span className="grow">
                    {format.dateTime(backup.madeAt)}
                    <span className="t3"> {fileSize(backup.bytes, format, t)}</span>
                  </span>
                  <Button
                    variant="quiet"
                    disabled={busy}
                    onClick={() => void show(restore.run({ path: backup.path }))}
                  >
                    {t('recovery.restoreThis')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={styles.other}>
          <Button disabled={busy} onClick={() => void show(open.run({ path: null }))}>
            {t('recovery.another')}
          </Button>
        </div>
        <ErrorNote failure={restore.failure ?? open.failure} />
      </main>
    </div>
  );
}
