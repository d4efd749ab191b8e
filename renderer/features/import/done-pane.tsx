import { Trans, useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ImportAnswer, ImportPreview } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { useFormat } from '../../lib/format';
import { useWorkspace } from '../../lib/workspace';
import styles from './import.module.css';
import { SaveRefused } from './save-refused';
import type { ImportFlow } from './use-import';

type Props = {
  readonly flow: ImportFlow;
  readonly preview: ImportPreview;
  readonly answer: ImportAnswer;
};

/** What the journal calls this import. */
const HISTORY_KEY = 'history.import-bank-1c';

/** What was written, what still waits, and where to go from here. */
export function DonePane({ flow, preview, answer }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [, navigate] = useLocation();
  const { history } = useWorkspace();
  const written = answer.added + answer.updated;
  if (written > 0 && history.redo?.key === HISTORY_KEY) return <Undone flow={flow} />;
  const received = preview.rows.filter(
    (row) => row.direction === 'in' && (row.state === 'new' || row.state === 'changed'),
  ).length;
  const unmatched = Math.max(0, Math.min(received, written) - answer.matched);
  return (
    <div className={styles.done} role="status">
      <p className="lede">
        {written === 0 ? (
          t('done.nothing')
        ) : (
          <Trans t={t} i18nKey="done.lede" count={written} components={{ n: <b /> }} />
        )}
      </p>
      <ErrorNote failure={flow.failure} />
      <ul className={styles.doneList}>
        {answer.matched > 0 ? <li>{t('done.matched', { count: answer.matched })}</li> : null}
        {unmatched > 0 ? (
          <li className="warn">{t('done.unmatched', { count: unmatched })}</li>
        ) : null}
        {answer.refused > 0 ? (
          <li className="neg">
            × {answer.refused} {t('tab.refused', { count: answer.refused })}
          </li>
        ) : null}
        {answer.undecided > 0 ? (
          <li>
            {answer.undecided} {t('tab.asked', { count: answer.undecided })}
          </li>
        ) : null}
        {answer.accounts.length > 0 ? (
          <li>{t('done.accounts', { accounts: format.list(answer.accounts) })}</li>
        ) : null}
      </ul>
      <div className="row">
        <Button variant="primary" onClick={() => navigate('/money')}>
          {t('done.money')}
        </Button>
        <Button disabled={flow.isBusy} onClick={() => void flow.choose()}>
          {t('done.next')}
        </Button>
        {answer.refused > 0 ? <SaveRefused save={flow.saveRefused} /> : null}
      </div>
      <p className="cap">{t('after.undo')}</p>
    </div>
  );
}

function Undone({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.done} role="status">
      <p className="lede">{t('done.undone')}</p>
      <div className="row">
        <Button variant="primary" disabled={flow.isBusy} onClick={() => void flow.choose()}>
          {t('start.choose')}
        </Button>
      </div>
    </div>
  );
}
