import type { ReadDb } from '../../../db/read-db';
import type { Language } from '../../../shared/contract/primitives';
import type { Reconciliation } from '../../../shared/contract/reconciliation.contract';
import { type Month, monthPeriod } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDateRange, formatList } from '../../../shared/i18n/formats';
import { readReconciliation } from '../reconciliation/reconciliation-model';
import type { Report, ReportColumn, ReportRow } from './report';

export type ReconciliationReportOptions = {
  clientId: string | null;
  from: Month;
  to: Month;
  language: Language;
};

const AMOUNTS = [
  'platform',
  'vendor',
  'billed',
  'spendVendor',
  'vendorBilled',
  'expected',
  'stated',
] as const;

/** The three sides by client, month and channel, then the commission of each month; amounts in each row's currency. */
export function reconciliationReport(read: ReadDb, options: ReconciliationReportOptions): Report {
  const { language, from, to } = options;
  const t = translatorOf(language).getFixedT(language, 'reconciliation');
  const r = translatorOf(language).getFixedT(language, 'report');
  const found = readReconciliation(read, options);
  const wordsOf = (at: { clientId: string; month: string; channel: string }): string =>
    formatList(
      language,
      found.breaks
        .filter(
          (each) =>
            each.clientId === at.clientId && each.month === at.month && each.channel === at.channel,
        )
        .map(({ kind, state }) => `${t(`kind.${kind}`)} (${t(`stateOf.${state}`)})`),
    );
  const sides = found.rows.map((row): ReportRow => {
    const { unit } = row;
    // Amounts of unlike currency or basis have no one number.
    const of = (side: Reconciliation['rows'][number]['platform']) =>
      unit === null ? null : (side[0]?.minor ?? null);
    return {
      client: row.clientName,
      month: row.month,
      channel: row.channel,
      currency: unit?.currency ?? null,
      platform: of(row.platform),
      vendor: of(row.vendor),
      billed: of(row.billed),
      spendVendor: row.spendVendorMinor,
      vendorBilled: row.vendorBilledMinor,
      expected: row.expectedRebateMinor,
      stated: row.statedRebateMinor,
      breaks: wordsOf(row),
    };
  });
  const commissions = found.commissions.map(
    (row): ReportRow => ({
      client: row.clientName,
      month: row.month,
      channel: t('commissions'),
      currency: row.currency,
      platform: null,
      vendor: null,
      billed: null,
      spendVendor: null,
      vendorBilled: null,
      expected: row.expectedMinor,
      stated: row.billedMinor,
      breaks: wordsOf({ ...row, channel: '' }),
    }),
  );
  const column = (key: string, title: string, unit: ReportColumn['unit'] = 'text') => ({
    key,
    title,
    unit,
    currency: null,
    total: { kind: 'none' as const },
  });
  const titles: Record<(typeof AMOUNTS)[number], string> = {
    platform: t('platform'),
    vendor: t('vendor'),
    billed: t('billed'),
    spendVendor: t('spendVendor'),
    vendorBilled: t('vendorBilled'),
    expected: t('expected'),
    stated: t('stated'),
  };
  return {
    name: 'reconciliation',
    title: t('title'),
    subtitle: formatDateRange(language, monthPeriod(from).from, monthPeriod(to).to),
    params: { client: options.clientId, from, to },
    columns: [
      column('client', r('column.client')),
      column('month', r('column.month')),
      column('channel', t('channel')),
      column('currency', r('column.currency')),
      ...AMOUNTS.map((key) => column(key, titles[key], 'money')),
      column('breaks', t('breaks')),
    ],
    rows: [...sides, ...commissions],
    totals: { client: r('total') },
    notes: [t('status')],
  };
}
