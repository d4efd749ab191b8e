import { formatFraction, fraction } from '../../../shared/domain/fraction';
import { formatMinorDecimal, PPM } from '../../../shared/domain/money';
import {
  isMissing,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
} from './report';

const SECONDS_PER_HOUR = 3600;

function jsonCell(cell: ReportCell, column: ReportColumn, row: ReportRow): string | number | null {
  if (cell === null || isMissing(cell)) return null;
  if (typeof cell === 'string') return cell;
  switch (column.unit) {
    case 'money':
      return formatMinorDecimal(cell, column.currency ?? String(row.currency));
    case 'ppm':
      return formatFraction(fraction(cell * 100, PPM), 2);
    case 'seconds':
      return formatFraction(fraction(cell, SECONDS_PER_HOUR), 2);
    default:
      return cell;
  }
}

function jsonRow(row: ReportRow, columns: readonly ReportColumn[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  const missing: Record<string, unknown> = {};
  for (const column of columns) {
    const cell = row[column.key] ?? null;
    cells[column.key] = jsonCell(cell, column, row);
    if (isMissing(cell)) missing[column.key] = cell.missing;
  }
  return Object.keys(missing).length === 0 ? cells : { ...cells, missing };
}

const JSON_UNITS = {
  text: 'text',
  money: 'money',
  ppm: 'percent',
  seconds: 'hours',
  days: 'days',
  date: 'date',
  count: 'count',
  decimal: 'decimal',
} as const;

/** The console's form of a report: money and shares as decimal strings, unknown as null with its reasons beside. */
export function reportToJson(report: Report): Record<string, unknown> {
  return {
    name: report.name,
    params: report.params,
    columns: report.columns.map(({ key, title, unit, currency }) => ({
      key,
      title,
      unit: JSON_UNITS[unit],
      currency,
    })),
    rows: report.rows.map((row) => jsonRow(row, report.columns)),
    totals: jsonRow(report.totals, report.columns),
  };
}
