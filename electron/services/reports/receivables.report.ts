import { type InvoiceQueryRow, readOpenInvoices } from '../../../db/queries/clients.query';
import { readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import type { Language } from '../../../shared/contract/primitives';
import { diffDays } from '../../../shared/domain/dates';
import { AGING_BUCKETS, agingBucket } from '../../../shared/domain/receivables';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate } from '../../../shared/i18n/formats';
import { baseConverter } from '../accounting-rate';
import { requireClient } from '../clients.service';
import { requireAgency } from '../portfolio.service';
import { figureOf, sumFigures } from '../profit-line';
import type { Report, ReportCell, ReportColumn, ReportRow } from './report';

export type ReceivablesOptions = { asOf: string; clientId: string | null; language: Language };

/**
 * Documents with something left to pay on a date, with VAT, by days past due. Amounts of the row are in
 * the document's currency; the aging columns are in the report's, so that they add up.
 */
export function receivablesReport(read: ReadDb, options: ReceivablesOptions): Report {
  const { asOf, clientId, language } = options;
  const t = translatorOf(language).getFixedT(language, 'report');
  const agency = requireAgency(read);
  const client = clientId === null ? null : requireClient(read, clientId);
  const currency = client?.currency ?? agency.baseCurrency;
  const convert = baseConverter(agency.baseCurrency, readAccountingRates(read));

  const inReportCurrency = (row: InvoiceQueryRow): ReportCell => {
    const openMinor = row.grossMinor - row.paidMinor;
    if (row.currency === currency) return openMinor;
    const figure = convert.toBase(figureOf(openMinor), row.currency, asOf);
    return figure.missing.length > 0 ? { missing: figure.missing } : figure.value;
  };

  const rows = readOpenInvoices(read, clientId, asOf).map((row): ReportRow => {
    const daysOverdue = diffDays(row.dueOn, asOf);
    const open = inReportCurrency(row);
    const bucket = agingBucket(daysOverdue);
    return {
      client: row.clientName,
      number: row.number,
      issuedOn: row.issuedOn,
      dueOn: row.dueOn,
      daysOverdue: Math.max(0, daysOverdue),
      currency: row.currency,
      amount: row.grossMinor,
      paid: row.paidMinor,
      openOwn: row.grossMinor - row.paidMinor,
      open,
      ...Object.fromEntries(AGING_BUCKETS.map((each) => [each, each === bucket ? open : 0])),
    };
  });

  const money = (key: string, inCurrency: string | null): ReportColumn => ({
    key,
    title: t(`receivables.${key}`),
    unit: 'money',
    currency: inCurrency,
    total: inCurrency === null ? { kind: 'none' } : { kind: 'sum' },
  });
  const plain = (
    key: string,
    unit: ReportColumn['unit'],
    title = t(`receivables.${key}`),
  ): ReportColumn => ({
    key,
    title,
    unit,
    currency: null,
    total: { kind: 'none' },
  });
  const sum = (key: string): ReportCell => {
    const total = sumFigures(
      rows.map((row) => {
        const cell = row[key] ?? null;
        return typeof cell === 'object' && cell !== null
          ? { value: null, missing: [...cell.missing] }
          : figureOf(typeof cell === 'number' ? cell : 0);
      }),
    );
    return total.missing.length > 0 ? { missing: total.missing } : total.value;
  };

  return {
    name: 'receivables',
    title: t('receivables.title'),
    subtitle: t('receivables.subtitle', {
      agency: agency.name,
      on: formatDate(language, asOf),
      currency,
    }),
    params: { asOf, client: clientId },
    columns: [
      plain('client', 'text', t('column.client')),
      plain('number', 'text'),
      plain('issuedOn', 'date'),
      plain('dueOn', 'date'),
      plain('daysOverdue', 'days'),
      plain('currency', 'text', t('column.currency')),
      money('amount', null),
      money('paid', null),
      money('openOwn', null),
      money('open', currency),
      ...AGING_BUCKETS.map((bucket) => money(bucket, currency)),
    ],
    rows,
    totals: {
      client: t('total'),
      open: sum('open'),
      ...Object.fromEntries(AGING_BUCKETS.map((bucket) => [bucket, sum(bucket)])),
    },
    notes: [t('receivables.note')],
  };
}
