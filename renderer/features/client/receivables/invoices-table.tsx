import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '../../../../shared/contract/clients.contract';
import { diffDays } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { SortHead } from '../../../components/sort-head';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { type Sort, type SortValue, sortRows } from '../../../lib/sort';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

type Column = 'number' | 'issuedOn' | 'dueOn' | 'gross' | 'paid' | 'open' | 'state';

function sortValue(row: InvoiceRow, column: Column): SortValue {
  switch (column) {
    case 'number':
      return row.number;
    case 'issuedOn':
      return row.issuedOn;
    case 'dueOn':
      return row.dueOn;
    case 'gross':
      return row.grossMinor;
    case 'paid':
      return row.paidMinor;
    case 'open':
      return row.openMinor;
    case 'state':
      return row.isCancelled ? -2 : row.openMinor === 0 ? -1 : row.daysOverdue;
  }
}

/** The client's invoices; totals leave out what was cancelled. */
export function InvoicesTable({
  invoices,
  currency,
}: {
  readonly invoices: readonly InvoiceRow[];
  readonly currency: string;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const cancel = useCommand('invoices/cancel');
  const [sort, setSort] = useState<Sort<Column>>({ column: 'issuedOn', direction: 'down' });
  if (invoices.length === 0) {
    return <p className={`sm t2 ${styles.paneText}`}>{t('invoices.none')}</p>;
  }
  const rows = sortRows(invoices, sort, sortValue, format.lang);
  const live = invoices.filter((row) => !row.isCancelled);
  const sum = (of: (row: InvoiceRow) => number) =>
    format.amount(
      live.reduce((total, row) => total + of(row), 0),
      currency,
    );
  const head = (column: Column, numeric: boolean) => (
    <SortHead
      column={column}
      label={t(`invoices.${column}`)}
      sort={sort}
      onSort={setSort}
      numeric={numeric}
    />
  );
  return (
    <>
      <ErrorNote failure={cancel.failure} />
      <table className={`tb flat ${styles.tabTable}`} aria-label={t('invoices.title')}>
        <colgroup>
          <col style={{ width: 110 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 126 }} />
          <col style={{ width: 110 }} />
          <col style={{ width: 126 }} />
          <col style={{ width: 126 }} />
          <col style={{ width: 126 }} />
          <col />
          <col style={{ width: 104 }} />
        </colgroup>
        <thead>
          <tr>
            {head('number', false)}
            {head('issuedOn', false)}
            {head('dueOn', false)}
            <th className="n">{t('withoutVat', { sign: format.currencySign(currency) })}</th>
            <th className="n">{t('invoices.vat')}</th>
            {head('gross', true)}
            {head('paid', true)}
            {head('open', true)}
            {head('state', false)}
            <th>
              <span className="unseen">{t('invoices.cancel')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.isCancelled ? styles.cancelled : undefined}>
              <td className="m">{row.number}</td>
              <td>{format.date(row.issuedOn)}</td>
              <td>{format.date(row.dueOn)}</td>
              <td className="n">{format.amount(row.netMinor, currency)}</td>
              <td className="n t2">{format.amount(row.vatMinor, currency)}</td>
              <td className="n">{format.amount(row.grossMinor, currency)}</td>
              <td className="n t2">{amountOrDash(row.paidMinor)}</td>
              <td className={`n ${row.daysOverdue > 0 && row.openMinor > 0 ? 'neg' : ''}`}>
                {amountOrDash(row.openMinor)}
              </td>
              <td>
                <State row={row} />
              </td>
              <td className="n">
                {!row.isCancelled && row.paidMinor === 0 && (
                  <Button
                    variant="quiet"
                    className={styles.rowAction}
                    aria-label={t('invoices.cancelOne', { number: row.number })}
                    onClick={() => cancel.send({ id: row.id })}
                  >
                    {t('invoices.cancel')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
          <tr className="sum">
            <td colSpan={3}>{t('invoices.total')}</td>
            <td className="n">{sum((row) => row.netMinor)}</td>
            <td className="n">{sum((row) => row.vatMinor)}</td>
            <td className="n">{sum((row) => row.grossMinor)}</td>
            <td className="n">{sum((row) => row.paidMinor)}</td>
            <td className="n">{sum((row) => row.openMinor)}</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
    </>
  );

  function amountOrDash(minor: number) {
    return minor === 0 ? <span className="dash">—</span> : format.amount(minor, currency);
  }
}

function State({ row }: { readonly row: InvoiceRow }) {
  const { t } = useTranslation('client');
  const today = useToday();
  if (row.isCancelled) return <span className="t3">{t('invoices.isCancelled')}</span>;
  if (row.openMinor === 0) return <span className="pos">{t('invoices.isPaid')}</span>;
  if (row.daysOverdue > 0) {
    return <span className="neg">{t('invoices.isOverdue', { count: row.daysOverdue })}</span>;
  }
  if (row.dueOn === today) return <span className="warn">{t('invoices.isDueToday')}</span>;
  return <span className="t2">{t('invoices.isOpen', { count: diffDays(today, row.dueOn) })}</span>;
}
