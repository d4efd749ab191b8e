import { useState } from 'react';
import type { ImportAnswer } from '../../../../shared/contract/imports.contract';
import type { Failure } from '../../../../shared/contract/result';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { PencilBars } from '../../../components/pencil-bars';
import { call, failureOf } from '../../../lib/api';
import { PageTitle } from '../../../lib/page-slots';
import { useTranslation } from '../../../lib/translation';
import styles from '../import.module.css';
import { TasksImportDone } from './tasks-import-done';
import { TasksImportReview } from './tasks-import-review';

/** Tasks of another tool: choose the file, see what it will do, say who is who, write it once. */
export function TasksImportPage() {
  const { t } = useTranslation('import');
  const [token, setToken] = useState<string | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setReading] = useState(false);

  async function choose() {
    setReading(true);
    setFailure(null);
    try {
      const { preview } = await call('imports/inspect', { kind: 'moving-in', path: null });
      if (preview === null) return;
      setAnswer(null);
      setToken(preview.token);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setReading(false);
    }
  }

  return (
    <div className={styles.page}>
      <PageTitle title={t('tasks.title')} />
      {answer !== null ? (
        <TasksImportDone answer={answer} failure={failure} onMore={() => void choose()} />
      ) : token !== null ? (
        <TasksImportReview
          key={token}
          token={token}
          onDone={setAnswer}
          onLeave={() => setToken(null)}
        />
      ) : (
        <div className={styles.start}>
          <PencilBars width={300} heights={[22, 32, 28, 38]} />
          <p className="lede">{t('tasks.lede')}</p>
          <ErrorNote failure={failure} />
          <p className="t2">{t('tasks.tools')}</p>
          <p className="t2">{t('tasks.safe')}</p>
          <Button variant="primary" disabled={isReading} onClick={() => void choose()} autoFocus>
            {t('tasks.choose')}
          </Button>
        </div>
      )}
    </div>
  );
}
