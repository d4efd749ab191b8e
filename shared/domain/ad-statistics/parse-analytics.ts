import { AppError } from '../../contract/app-error';
import { addDays, type Period } from '../dates';
import {
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfAwayFromZero,
  sumFractions,
} from '../fraction';
import { MAX_MINOR, minorPerMajor } from '../money';
import { orderWithin, periodInText, readDays } from '../table-file/dates';
import { isBlankRow, type TableRow, trimmedCells } from '../table-file/delimited';
import { findTable } from '../table-file/find-table';
import { isTotalLabel } from '../table-file/totals';
import {
  type AnalyticsTable,
  analyticsHeaderScore,
  bestTable,
  periodOfNotes,
  propertyOfNotes,
  tablesOf,
} from './analytics-tables';
import type { AnalyticsFact, AnalyticsRowLeft, AnalyticsStatistics } from './analytics-types';
import { type CellFormats, countCell, marksOf, numberCell, RowProblem, stopRow } from './cells';
import type { AnalyticsSource, StatisticsHints, StatisticsProblem } from './types';

interface Report {
  readonly source: AnalyticsSource;
  readonly account: string;
  readonly table: AnalyticsTable;
  readonly formats: CellFormats;
  readonly period: Period | null;
  readonly currency: string | null;
}

/**
 * Reads visits, goals and revenue from a report of Yandex.Metrica or GA4. Of several tables in one file
 * the most telling one is taken, since all of them part the same visits; the others are named. Throws
 * AppErrors: `statistics-header-missing`, `statistics-empty`, `statistics-period-missing`.
 */
export function parseAnalytics(text: string, hints: StatisticsHints): AnalyticsStatistics {
  const found = findTable(text, analyticsHeaderScore);
  if (found === null) throw new AppError('statistics-header-missing');
  return readAnalyticsRows(found.rows, hints);
}

/** Reads them from the rows of a workbook's sheet. Throws as {@link parseAnalytics} does. */
export function readAnalyticsRows(
  rows: readonly TableRow[],
  hints: StatisticsHints,
): AnalyticsStatistics {
  const tables = tablesOf(rows);
  const table = bestTable(tables);
  if (table === null) throw new AppError('statistics-header-missing');
  const isRussian = [...table.of.values()].some(({ name }) => /визиты|посетители/.test(name));
  const source: AnalyticsSource = table.notes.length === 0 && isRussian ? 'yandex-metrica' : 'ga4';
  const data = table.rows.filter((row) => !isBlankRow(row) && !isTotal(row, table));
  if (data.length === 0) throw new AppError('statistics-empty');
  const period = hints.period ?? periodOfNotes(table.notes) ?? periodInText(hints.fileName);
  const hasDays = table.of.has('day') || (table.of.has('nthDay') && period !== null);
  if (!hasDays && period === null) {
    throw new AppError('statistics-period-missing', { row: table.header.line });
  }
  const report: Report = {
    source,
    account: propertyOfNotes(tables.flatMap(({ notes }) => notes)),
    table,
    formats: formatsOf(table, data, hints, period),
    period,
    currency: table.of.get('revenue')?.currency ?? hints.currency,
  };
  const facts: AnalyticsFact[] = [];
  const left: AnalyticsRowLeft[] = [];
  for (const row of data) {
    try {
      facts.push(readRow(row, report));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const state = error.isUnsure ? 'unsure' : 'refused';
      left.push({ line: row.line, state, label: labelOf(row, table), problem: error.problem });
    }
  }
  const days = facts.flatMap((fact) => [fact.period.from, fact.period.to]).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    source,
    account: report.account,
    headerLine: table.header.line,
    period: from === undefined || to === undefined ? period : { from, to },
    facts,
    left,
    warnings: warningsOf(tables, report, hints),
    fields: fieldsOf(table, data),
  };
}

/** Sums stand first or last, and in GA4 their label stands in a cell of its own beyond the header. */
function isTotal(row: TableRow, { all, dimensions, of }: AnalyticsTable): boolean {
  const filled = trimmedCells(row.cells);
  if (filled.length > all.length && isTotalLabel(filled.at(-1) ?? '')) return true;
  const day = of.get('day');
  const named = day === undefined ? '' : (row.cells[day.index] ?? '');
  if (/\d/.test(named)) return false;
  return [...dimensions, ...(day === undefined ? [] : [day])].some(({ index }) =>
    isTotalLabel(row.cells[index] ?? ''),
  );
}

function formatsOf(
  table: AnalyticsTable,
  rows: readonly TableRow[],
  hints: StatisticsHints,
  period: Period | null,
): CellFormats {
  const fields = ['visits', 'users', 'conversions', 'revenue'] as const;
  const columns = fields.flatMap((field) => {
    const column = table.of.get(field);
    const areWhole = field === 'visits' || field === 'users';
    return column === undefined ? [] : [{ index: column.index, areWhole }];
  });
  const goals = table.goals.map(({ index }) => ({ index, areWhole: false }));
  const day = table.of.get('day');
  const days = day === undefined ? [] : rows.map(({ cells }) => cells[day.index] ?? '');
  return {
    marks: marksOf([...columns, ...goals], rows),
    order: hints.dateOrder ?? orderWithin(days, period),
  };
}

function readRow(row: TableRow, report: Report): AnalyticsFact {
  const { table, formats } = report;
  const width = trimmedCells(row.cells).length;
  const visitsColumn = table.of.get('visits');
  if (width > table.all.length) {
    stopRow(row.line, '', 'row-too-wide', { given: width, expected: table.all.length });
  }
  if (visitsColumn !== undefined && row.cells.length <= visitsColumn.index) {
    const params = { given: row.cells.length, expected: table.all.length };
    stopRow(row.line, '', 'row-too-narrow', params);
  }
  const visits = countCell(row, visitsColumn, formats.marks);
  if (visits === null)
    stopRow(row.line, visitsColumn?.title ?? '', 'number-unreadable', { given: '' });
  const goals = table.goals.length > 0 ? table.goals : [table.of.get('conversions')];
  const reached = goals.flatMap((column) => {
    const value = numberCell(row, column, formats.marks);
    return value === null ? [] : [value];
  });
  const revenue = numberCell(row, table.of.get('revenue'), formats.marks);
  const revenueMinor =
    revenue === null || report.currency === null
      ? null
      : whole(row, multiplyFractions(revenue, fraction(minorPerMajor(report.currency))));
  return {
    source: report.source,
    account: report.account,
    dimension: table.dimensions.map(({ title }) => title).join(' / '),
    label: labelOf(row, table),
    period: periodOfRow(row, report),
    visits,
    users: countCell(row, table.of.get('users'), formats.marks),
    conversionsHundredths:
      reached.length === 0
        ? null
        : whole(row, multiplyFractions(sumFractions(reached), fraction(100))),
    revenueMinor,
    currency: revenueMinor === null ? null : report.currency,
    line: row.line,
  };
}

function whole(row: TableRow, value: Fraction): number {
  const rounded = roundHalfAwayFromZero(value);
  const limit = BigInt(MAX_MINOR);
  if (rounded > limit || rounded < -limit) stopRow(row.line, '', 'amount-out-of-range');
  return Number(rounded);
}

function labelOf(row: TableRow, { dimensions }: AnalyticsTable): string {
  return dimensions.map(({ index }) => (row.cells[index] ?? '').trim()).join(' / ');
}

function periodOfRow(row: TableRow, { table, formats, period }: Report): Period {
  const day = table.of.get('day');
  if (day !== undefined) {
    const read = readDays(row.cells[day.index] ?? '', formats.order);
    if (!read.ok) {
      const code = read.code === 'date-unsure' ? 'date-unsure' : 'date-unreadable';
      stopRow(row.line, day.title, code, read.params);
    }
    return read.value ?? stopRow(row.line, day.title, 'date-missing');
  }
  const nth = table.of.get('nthDay');
  if (nth !== undefined && period !== null) {
    const given = (row.cells[nth.index] ?? '').trim();
    if (!/^\d{1,4}$/.test(given)) stopRow(row.line, nth.title, 'date-unreadable', { given });
    const on = addDays(period.from, Number(given));
    return { from: on, to: on };
  }
  return period ?? stopRow(row.line, '', 'date-missing');
}

function warningsOf(
  tables: readonly AnalyticsTable[],
  { table, currency }: Report,
  hints: StatisticsHints,
): StatisticsProblem[] {
  const others = tables.filter((one) => one !== table && one.of.has('visits'));
  const warnings: StatisticsProblem[] = others.map(({ header }) => ({
    line: header.line,
    field: (header.cells[0] ?? '').trim(),
    code: 'table-left-out',
    params: { other: table.header.line },
  }));
  const revenue = table.of.get('revenue');
  if (revenue !== undefined && revenue.currency === null) {
    const line = table.header.line;
    const field = revenue.title;
    if (currency === null) warnings.push({ line, field, code: 'currency-unknown', params: {} });
    else if (hints.currency !== null) {
      warnings.push({ line, field, code: 'currency-not-stated', params: { currency } });
    }
  }
  return warnings;
}

function fieldsOf(table: AnalyticsTable, rows: readonly TableRow[]): AnalyticsStatistics['fields'] {
  const targets = new Map<number, string>();
  for (const { index } of table.dimensions) targets.set(index, 'label');
  for (const { index } of table.goals) targets.set(index, 'conversions');
  for (const [field, { index }] of table.of) targets.set(index, field === 'nthDay' ? 'day' : field);
  return table.all.map(({ index, title }) => ({
    source: title,
    example: (rows[0]?.cells[index] ?? '').trim().slice(0, 80),
    target: targets.get(index) ?? null,
  }));
}
