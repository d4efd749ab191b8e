import type { ReadDb } from '../../../db/read-db';
import type { Language, Period } from '../../../shared/contract/primitives';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate } from '../../../shared/i18n/formats';
import { readDatedItems } from '../deadlines/deadlines.service';
import { requireAgency } from '../portfolio.service';
import type { Report, ReportColumn } from './report';

export type DeadlinesReportOptions = {
  span: Period;
  clientId: string | null;
  language: Language;
  today: string;
};

/** Open things of the span by day, after those overdue. Money without VAT, in each client's currency. */
export function deadlinesReport(read: ReadDb, options: DeadlinesReportOptions): Report {
  const { span, clientId, language, today } = options;
  const translator = translatorOf(language);
  const t = translator.getFixedT(language, 'report');
  const items = readDatedItems(read, span, today, true).filter(
    ({ client }) => clientId === null || client?.id === clientId,
  );
  const column = (
    key: string,
    unit: ReportColumn['unit'],
    title = t(`deadlines.${key}`),
  ): ReportColumn => ({ key, title, unit, currency: null, total: { kind: 'none' } });
  return {
    name: 'deadlines',
    title: t('deadlines.title'),
    subtitle: t('deadlines.subtitle', {
      agency: requireAgency(read).name,
      from: formatDate(language, span.from),
      to: formatDate(language, span.to),
    }),
    params: { from: span.from, to: span.to, client: clientId },
    columns: [
      column('on', 'date'),
      column('client', 'text', t('column.client')),
      column('kind', 'text'),
      column('what', 'text'),
      column('owner', 'text'),
      column('stake', 'money'),
      column('currency', 'text', t('column.currency')),
      column('id', 'text'),
    ],
    rows: items.map((item) => ({
      on: item.on,
      client: item.client?.name ?? '',
      kind: translator.t(`deadlines:kind.${item.kind}`),
      what: translator.t(item.title.key, item.title.params),
      owner: item.owner?.name ?? '',
      stake: item.stake?.minor ?? null,
      currency: item.stake?.currency ?? '',
      id: item.key,
    })),
    totals: {},
    notes: [t('deadlines.note')],
  };
}
