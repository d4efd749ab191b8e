import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { ErrorNote } from '../../../components/error-note';
import { TextField } from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import client from '../client.module.css';
import { InlineEdit } from '../inline-edit';
import { sumWords } from './budget-words';

/** Entries made after their month was locked: who, when and why. */
export function LatePane({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const phrase = usePhrase();
  const explain = useCommand('budgets/explain-adjustment');
  if (budget.adjustments.length === 0) return null;
  return (
    <Pane title={t('late.title')} caption={t('late.caption')} line="top">
      <ErrorNote failure={explain.failure} />
      <table className={`tb flat ${client.editTable}`} aria-label={t('late.title')}>
        <colgroup>
          <col style={{ width: 150 }} />
          <col />
          <col style={{ width: 110 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 150 }} />
          <col style={{ width: '34%' }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('late.month')}</th>
            <th>{t('late.what')}</th>
            <th className="n">{t('late.amount')}</th>
            <th>{t('late.recordedOn')}</th>
            <th>{t('late.countedIn')}</th>
            <th>{t('late.who')}</th>
            <th>{t('late.why')}</th>
          </tr>
        </thead>
        <tbody>
          {budget.adjustments.map((late) => (
            <tr key={late.id}>
              <td>{format.month(late.month)}</td>
              <td title={late.action === null ? undefined : phrase(late.action)}>
                {[t(`kind.${late.kind}`), late.projectName].filter(Boolean).join(', ')}
              </td>
              <td className="n">{sumWords(format, late.kind, budget.currency, late.amount)}</td>
              <td>{format.dateShort(late.recordedOn)}</td>
              <td>{format.monthShort(late.countedIn)}</td>
              <td>{late.who}</td>
              <td>
                <InlineEdit
                  label={t('late.why')}
                  view={
                    late.reason === '' ? (
                      <span className="t3">
                        {late.action === null ? t('late.noReason') : phrase(late.action)}
                      </span>
                    ) : (
                      late.reason
                    )
                  }
                >
                  {(close) => (
                    <TextField
                      label={t('late.why')}
                      hideLabel
                      autoFocus
                      value={late.reason}
                      onEscape={close}
                      onCommit={(reason) => {
                        close();
                        explain.send({ id: late.id, reason: reason ?? '' });
                      }}
                    />
                  )}
                </InlineEdit>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}
