import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnallocatedPayment } from '../../../shared/contract/money.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { SortHead } from '../../components/sort-head';
import { useFormat, useLanguage } from '../../lib/format';
import { type Sort, sortRows } from '../../lib/sort';
import { useToday } from '../../lib/workspace';
import styles from './money.module.css';
import { type Marks, type OpenInvoice, sumsByCurrency } from './money-types';

type Column = 'client' | 'number' | 'issued' | 'due' | 'gross' | 'open';

type Props = {
  invoices: readonly OpenInvoice[];
  marks: Marks;
  /** The payment in hand: its client's invoices come first, each with the action beside its sum. */
  payment: UnallocatedPayment | null;
  onAllocate: (invoiceId: string, amountMinor: number) => void;
};

function sortValue(invoice: OpenInvoice, column: Column): string | number {
  switch (column) {
    case 'client':
      return invoice.clientName;
    case 'number':
      return invoice.number;
    case 'issued':
      return invoice.issuedOn;
    case 'due':
      return invoice.dueOn;
    case 'gross':
      return invoice.grossMinor;
    case 'open':
      return invoice.openMinor;
  }
}

/** Invoices not yet paid in full; the oldest debt first. */
export function OpenInvoices({ invoices, marks, payment, onAllocate }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const lang = useLanguage();
  const today = useToday();
  const [sort, setSort] = useState<Sort<Column>>({ column: 'due', direction: 'up' });

  const rows = useMemo(() => {
    const fitting =
      payment === null
        ? invoices
        : invoices.filter(
            (invoice) =>
              invoice.currency === payment.currency &&
              (payment.clientId === null || invoice.clientId === payment.clientId),
          );
    return sortRows(fitting, sort, sortValue, lang);
  }, [invoices, lang, payment, sort]);
  const totals = sumsByCurrency(rows, (invoice) => invoice.openMinor);

  return (
    <Pane
      title={t('money.invoices')}
      caption={
        payment === null
          ? t('money.invoicesCaption', { date: format.date(today) })
          : t('money.choosing', { payer: payment.counterpartyName })
      }
    >
      <table className={`tb ${styles.invoices}`}>
        <colgroup>
          <col />
          <col style={{ width: 96 }} />
          {payment === null ? <col style={{ width: 96 }} /> : null}
          <col style={{ width: 148 }} />
          <col style={{ width: 122 }} />
          <col style={{ width: 128 }} />
          {payment === null ? null : <col style={{ width: 190 }} />}
        </colgroup>
        <thead>
          <tr>
            <SortHead
              column="client"
              label={t('common:word.client')}
              sort={sort}
              onSort={setSort}
            />
            <SortHead column="number" label={t('money.number')} sort={sort} onSort={setSort} />
            {payment === null ? (
              <SortHead column="issued" label={t('money.issued')} sort={sort} onSort={setSort} />
            ) : null}
            <SortHead column="due" label={t('money.due')} sort={sort} onSort={setSort} />
            <SortHead
              column="gross"
              label={t('money.gross')}
              sort={sort}
              onSort={setSort}
              numeric
            />
            <SortHead column="open" label={t('money.open')} sort={sort} onSort={setSort} numeric />
            {payment === null ? null : <th>{t('money.match')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((invoice) => {
            const mark = marks.get(invoice.clientId);
            const amount = payment === null ? 0 : Math.min(payment.openMinor, invoice.openMinor);
            return (
              <tr key={invoice.id} className={styles.row}>
                <td>
                  <span className="row">
                    {mark === undefined ? null : <ClientMark client={mark} />}
                    <Link href={`/clients/${invoice.clientId}/receivables`} className="cut m">
                      {invoice.clientName}
                    </Link>
                  </span>
                </td>
                <td>{invoice.number}</td>
                {payment === null ? <td className="t2">{format.date(invoice.issuedOn)}</td> : null}
                <td>
                  <Due invoice={invoice} today={today} />
                </td>
                <td className="n t2">{format.money(invoice.grossMinor, invoice.currency)}</td>
                <td className={invoice.daysOverdue > 0 ? 'n neg' : 'n'}>
                  {format.money(invoice.openMinor, invoice.currency)}
                </td>
                {payment === null ? null : (
                  <td>
                    <Button className={styles.match} onClick={() => onAllocate(invoice.id, amount)}>
                      {t('money.allocate', { sum: format.money(amount, invoice.currency) })}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          {totals.map((total) => (
            <tr key={total.currency} className="sum">
              <td>
                {totals.length === 1
                  ? t('common:word.total')
                  : t('money.totalIn', { currency: total.currency })}
              </td>
              <td colSpan={payment === null ? 4 : 3} />
              <td className="n">{format.money(total.minor, total.currency)}</td>
              {payment === null ? null : <td />}
            </tr>
          ))}
        </tfoot>
      </table>
      {rows.length === 0 ? <p className={styles.note}>{t('money.noFitting')}</p> : null}
    </Pane>
  );
}

/** Overdue red with its days, due today amber, else plain. */
function Due({ invoice, today }: { invoice: OpenInvoice; today: string }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (invoice.daysOverdue > 0) {
    return (
      <span className="neg">
        {format.dateShort(invoice.dueOn)}, {t('common:unit.days', { count: invoice.daysOverdue })}
      </span>
    );
  }
  return (
    <span className={invoice.dueOn === today ? 'warn m' : 't2'}>
      {format.dayNear(invoice.dueOn, today)}
    </span>
  );
}
