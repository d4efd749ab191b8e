import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import styles from './briefs-page.module.css';
import type { BriefBatch } from './use-brief-batch';

/** What can be done with the briefs that are chosen, and how far it is. */
export function BatchBar({ batch }: { batch: BriefBatch }) {
  const { t } = useTranslation('brief');
  const { ids, progress } = batch;
  if (ids.size === 0) return <ErrorNote failure={batch.failure} />;
  return (
    <>
      <ErrorNote failure={batch.failure} />
      <div className={styles.batch} role="toolbar" aria-label={t('paper.bar')}>
        {progress === null ? (
          <>
            <b>{t('paper.chosen', { count: ids.size })}</b>
            <Button onClick={batch.save}>{t('paper.save')}</Button>
            <Button variant="quiet" onClick={() => batch.set([])}>
              {t('paper.clear')}
            </Button>
          </>
        ) : (
          <>
            <b role="status">{t('paper.progress', progress)}</b>
            <progress value={progress.done} max={progress.total} aria-label={t('paper.bar')} />
            <Button variant="quiet" onClick={batch.stop}>
              {t('paper.stop')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
