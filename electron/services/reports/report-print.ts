import type { Language } from '../../../shared/contract/primitives';
import { translatorOf } from '../../../shared/i18n/all-messages';
import {
  formatAmount,
  formatDate,
  formatHours,
  formatNumber,
  formatPercent,
} from '../../../shared/i18n/formats';
import type { ReportModel } from '../../../shared/print/report-print';
import {
  isMissing,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
} from './report';

/** Parts per million in one per cent. */
const PPM_OF_PERCENT = 10_000;

/** From so many columns on the sheet lies on its side. */
const LANDSCAPE_COLUMNS = 7;

function printCell(
  cell: ReportCell,
  column: ReportColumn,
  row: ReportRow,
  language: Language,
): string {
  if (isMissing(cell)) {
    const first = cell.missing[0];
    return first === undefined
      ? '—'
      : translatorOf(language).t(`common:missing.${first.code}`, first.params);
  }
  if (cell === null) return column.unit === 'text' ? '' : '—';
  if (typeof cell === 'string') {
    if (column.unit === 'date') return formatDate(language, cell);
    return column.unit === 'decimal' ? formatNumber(language, cell, { max: 12 }) : cell;
  }
  switch (column.unit) {
    case 'money':
      return formatAmount(language, cell, column.currency ?? String(row.currency));
    case 'ppm':
      return formatPercent(language, cell / PPM_OF_PERCENT, { min: 1, max: 1 });
    case 'seconds':
      return formatHours(language, cell);
    default:
      return formatNumber(language, cell);
  }
}

/** The report as a sheet of paper; `columns` leaves out what the sheet has no room for. */
export function reportToPrint(
  report: Report,
  language: Language,
  skip: readonly string[] = [],
): ReportModel {
  const columns = report.columns.filter((column) => !skip.includes(column.key));
  const line = (row: ReportRow): string[] =>
    columns.map((column) => {
      const cell = row[column.key];
      return cell === undefined ? '' : printCell(cell, column, row, language);
    });
  return {
    title: report.title,
    subtitle: report.subtitle,
    generatedNote: report.notes.at(-1) ?? '',
    columns: columns.map((column) => ({
      key: column.key,
      title: column.title,
      ...(column.currency === null ? {} : { unit: column.currency }),
      align: column.unit === 'text' || column.unit === 'date' ? 'left' : 'right',
    })),
    rows: report.rows.map(line),
    totals: line(report.totals),
    notes: report.notes.slice(0, -1),
    orientation: columns.length >= LANDSCAPE_COLUMNS ? 'landscape' : 'portrait',
  };
}

/** Columns that a sheet of paper leaves out: they repeat others in another currency. */
export const PRINT_SKIPS: readonly string[] = ['clientCurrency', 'openOwn'];
