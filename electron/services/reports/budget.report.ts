import type { ReadDb } from '../../../db/read-db';
import type { Language } from '../../../shared/contract/primitives';
import { type Month, monthPeriod } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDateRange } from '../../../shared/i18n/formats';
import { readBudget } from '../budgets/budget-model';
import { requireClient } from '../clients.service';
import type { Report, ReportCell, ReportColumn, ReportRow } from './report';

export type BudgetReportOptions = {
  clientId: string;
  from: Month;
  to: Month;
  today: string;
  language: Language;
};

const SUMS = ['baseline', 'planned', 'forecast', 'actual', 'remaining'] as const;

/** A client's budget cell by cell: money and hours in columns of their own, since they cannot be added. */
export function budgetReport(read: ReadDb, options: BudgetReportOptions): Report {
  const { clientId, from, to, today, language } = options;
  const t = translatorOf(language).getFixedT(language, 'budgets');
  const r = translatorOf(language).getFixedT(language, 'report');
  const client = requireClient(read, clientId);
  const budget = readBudget(read, clientId, { from, to }, today);
  const rows = budget.sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      row.cells
        .filter((cell) => SUMS.some((name) => (cell[name] ?? 0) !== 0))
        .map((cell): ReportRow => {
          const isHours = row.kind === 'hours';
          const sums = SUMS.flatMap((name): [string, ReportCell][] => [
            [name, isHours ? null : cell[name]],
            [`${name}Hours`, isHours ? cell[name] : null],
          ]);
          return {
            section: section.projectId === null ? t('noProject') : section.name,
            kind: t(`kind.${row.kind}`),
            month: cell.month,
            ...Object.fromEntries(sums),
          };
        }),
    ),
  );
  const text = (key: string, title: string): ReportColumn => ({
    key,
    title,
    unit: 'text',
    currency: null,
    total: { kind: 'none' },
  });
  const total = (key: string) =>
    rows.reduce((sum, row) => sum + (typeof row[key] === 'number' ? row[key] : 0), 0);
  const columns: ReportColumn[] = [
    text('section', t('move.section')),
    text('kind', t('move.kind')),
    text('month', r('column.month')),
    ...SUMS.map(
      (name): ReportColumn => ({
        key: name,
        title: t(name),
        unit: 'money',
        currency: client.currency,
        total: { kind: 'sum' },
      }),
    ),
    ...SUMS.map(
      (name): ReportColumn => ({
        key: `${name}Hours`,
        title: `${t(name)}, ${t('kind.hours').toLowerCase()}`,
        unit: 'seconds',
        currency: null,
        total: { kind: 'sum' },
      }),
    ),
  ];
  return {
    name: 'budget',
    title: `${t('title')}: ${client.name}`,
    subtitle: formatDateRange(language, monthPeriod(from).from, monthPeriod(to).to),
    params: { client: clientId, from, to },
    columns,
    rows,
    totals: {
      section: r('total'),
      ...Object.fromEntries(
        SUMS.flatMap((name) => [name, `${name}Hours`]).map((key) => [key, total(key)]),
      ),
    },
    notes: budget.adjustments.length === 0 ? [] : [t('late.caption')],
  };
}
