import { useLocation } from 'wouter';
import type { ImportAnswer } from '../../../../shared/contract/imports.contract';
import type { Failure } from '../../../../shared/contract/result';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { useTranslation } from '../../../lib/translation';
import { useWorkspace } from '../../../lib/workspace';
import styles from '../import.module.css';
import { countWords } from './count-words';

type Props = { answer: ImportAnswer; failure: Failure | null; onMore: () => void };

/** What was written, and where to go from here. */
export function TasksImportDone({ answer, failure, onMore }: Props) {
  const { t } = useTranslation('import');
  const [, navigate] = useLocation();
  const { history } = useWorkspace();
  const isUndone =
    answer.added + answer.updated > 0 && history.redo?.key === `history.import-${answer.kind}`;
  return (
    <div className={styles.done} role="status">
      <p className="lede">
        {isUndone ? t('tasks.undone') : t('tasks.done', { count: answer.added + answer.updated })}
      </p>
      {isUndone ? null : <p className="t2">{countWords(answer, t)}</p>}
      <ErrorNote failure={failure} />
      <div className="row">
        {isUndone ? null : (
          <Button variant="primary" onClick={() => navigate('/tasks/board')}>
            {t('tasks.toBoard')}
          </Button>
        )}
        <Button onClick={onMore}>{t('tasks.more')}</Button>
      </div>
    </div>
  );
}
