import type { ReadDb } from '../../../db/read-db';
import type { DatedItem, DatedKind } from '../../../shared/contract/deadlines.contract';
import type { MondayBrief } from '../../../shared/contract/monday.contract';
import type { FigureDto, Language, Phrase } from '../../../shared/contract/primitives';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, formatWeekday } from '../../../shared/i18n/formats';
import { html, type Markup, NO_MARKUP } from '../../../shared/print/html';
import { renderReportHtml } from '../../../shared/print/report-print';
import { mondayBrief } from '../monday/monday.service';
import { requireAgency } from '../portfolio.service';
import type { Report, ReportCell, ReportColumn } from './report';
import { reportToPrint } from './report-print';

export type MondayReportOptions = { today: string; language: Language };

const cellOf = (figure: FigureDto | null): ReportCell =>
  figure === null ? null : figure.missing.length > 0 ? { missing: figure.missing } : figure.value;

function worder(language: Language): (phrase: Phrase) => string {
  const translator = translatorOf(language);
  return ({ key, params }) => translator.t(key, params);
}

/** The Monday brief as a table: what is at risk, most money first; all amounts in the base currency. */
function tableOf(brief: MondayBrief, agency: string, language: Language): Report {
  const t = translatorOf(language).getFixedT(language, 'monday');
  const words = worder(language);
  const column = (
    key: string,
    unit: ReportColumn['unit'],
    title: string,
    currency: string | null = null,
  ): ReportColumn => ({
    key,
    title,
    unit,
    currency,
    total: currency === null ? { kind: 'none' } : { kind: 'sum' },
  });
  const base = brief.baseCurrency;
  return {
    name: 'monday',
    title: t('title'),
    subtitle: t('paper.subtitle', { agency, ...brief.week, currency: base }),
    params: { from: brief.week.from, to: brief.week.to, asOf: brief.asOf },
    columns: [
      column('client', 'text', t('head.client')),
      column('section', 'text', t('paper.section')),
      column('what', 'text', t('head.what')),
      column('detail', 'text', t('paper.detail')),
      column('debt', 'money', t('head.debt'), base),
      column('income', 'money', t('head.income'), base),
      column('atRisk', 'money', t('head.at-risk'), base),
      column('due', 'date', t('head.due')),
      column('id', 'text', 'ID'),
    ],
    rows: brief.items.map((item) => ({
      client: item.client?.name ?? '',
      section: t(`section.${item.section}`),
      what: words(item.what),
      detail: item.details.map(words).join('; '),
      debt: cellOf(item.debt),
      income: cellOf(item.income),
      atRisk: cellOf(item.atRisk),
      due: item.due,
      id: item.key,
    })),
    totals: {
      client: t('paper.total'),
      debt: cellOf(brief.totals.debt),
      income: cellOf(brief.totals.income),
      atRisk: cellOf(brief.totals.atRisk),
    },
    notes: [t('paper.note')],
  };
}

/** The brief of the week of `today` as a report. */
export function mondayReport(read: ReadDb, { today, language }: MondayReportOptions): Report {
  return tableOf(mondayBrief(read, today), requireAgency(read).name, language);
}

/** The brief on paper: the table, then the dates of the week. */
export function printMonday(
  read: ReadDb,
  { today, language }: MondayReportOptions,
): { title: string; bodyHtml: string; landscape: boolean } {
  const brief = mondayBrief(read, today);
  const model = reportToPrint(tableOf(brief, requireAgency(read).name, language), language, [
    'section',
    'id',
  ]);
  return {
    title: model.title,
    bodyHtml: renderReportHtml(model, language, datesOnPaper(brief, language)),
    landscape: model.orientation === 'landscape',
  };
}

/** What would fill the sheet: day-to-day work stands on the board, and whom to call on the screen. */
const LEFT_OUT: readonly DatedKind[] = ['task-due', 'contact', 'absence'];

function datesOnPaper(brief: MondayBrief, language: Language): Markup {
  const dates = brief.dates.filter(({ kind }) => !LEFT_OUT.includes(kind));
  if (dates.length === 0) return NO_MARKUP;
  const t = translatorOf(language).getFixedT(language, 'monday');
  const words = worder(language);
  const days = [...new Set(dates.map(({ on }) => on))];
  const itemWords = ({ client, title, owner }: DatedItem) =>
    [client?.name, words(title), owner?.name].filter((part) => part !== undefined).join(', ');
  return html`<section class="dates"><h2>${t('paper.dates')}</h2><table>
${days.map(
  (day) =>
    html`<tr><th scope="row" class="name">${`${formatWeekday(language, day, 'short')} ${formatDate(language, day)}`}</th><td class="w">${dates
      .filter(({ on }) => on === day)
      .map((item) => html`<p>${itemWords(item)}</p>`)}</td></tr>`,
)}
</table></section>`;
}
