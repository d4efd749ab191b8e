import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports.contract';
import { Pane } from '../../components/pane';
import { useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './import.module.css';
import { takenByInvoice } from './import-model';
import type { ImportFlow } from './use-import';

/** What the debts of the statement's currency will be once it is written. */
export function AfterPane({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { data } = useRead('invoices/list-open', { clientId: null });
  const invoices = (data?.invoices ?? []).filter((one) => one.currency === preview.currency);
  const taken = takenByInvoice(preview, flow.choices);
  const left = (id: string, openMinor: number) => openMinor - (taken.get(id) ?? 0);
  const sum = (list: typeof invoices, after: boolean) =>
    list.reduce((total, one) => total + (after ? left(one.id, one.openMinor) : one.openMinor), 0);
  const overdue = invoices.filter((one) => one.daysOverdue > 0);
  const amount = (minor: number) => format.amount(minor, preview.currency, { whole: true });
  const lines = [
    { key: 'overdue', before: amount(sum(overdue, false)), after: amount(sum(overdue, true)) },
    {
      key: 'receivables',
      before: amount(sum(invoices, false)),
      after: amount(sum(invoices, true)),
    },
    {
      key: 'open',
      before: format.number(String(invoices.length)),
      after: format.number(
        String(invoices.filter((one) => left(one.id, one.openMinor) > 0).length),
      ),
    },
  ] as const;
  return (
    <Pane
      title={t('after.title')}
      caption={format.currencySign(preview.currency)}
      line="left"
      className={styles.after}
    >
      {data === undefined ? null : (
        <ul>
          {lines.map(({ key, before, after }) => (
            <li key={key}>
              <span className="t2 cut">{t(`after.${key}`)}</span>
              <span className="n">{before}</span>
              <span className="t3">→</span>
              <span className="n b">{after}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="cap">{t('after.undo')}</p>
    </Pane>
  );
}
