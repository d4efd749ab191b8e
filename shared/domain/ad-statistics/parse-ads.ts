import { AppError } from '../../contract/app-error';
import { overlapOf, type Period } from '../dates';
import { type Fraction, fraction, multiplyFractions } from '../fraction';
import { minorPerMajor } from '../money';
import { orderWithin, periodInText, readDays, weekFrom } from '../table-file/dates';
import type { TableRow } from '../table-file/delimited';
import { findHeader, findTable } from '../table-file/find-table';
import { isMissing } from '../table-file/numbers';
import { addUpFacts, type ReadAdRow } from './add-up';
import { bodyOf, fittedHeader, type ReportBody } from './body';
import { type CellFormats, countCell, marksOf, numberCell, RowProblem, stopRow } from './cells';
import { type AdColumns, adHeaderScore, columnsOf } from './columns';
import { currencyIn, vatIn } from './header';
import { isDirectApi, sourceOf } from './source';
import { lastStated, totalWarnings } from './stated-totals';
import type {
  AdRowLeft,
  AdSource,
  AdStatistics,
  StatisticsField,
  StatisticsHints,
  StatisticsProblem,
  VatFlag,
} from './types';

/** A million of Yandex.Direct's API is one unit of money (yandex.ru/dev/direct/doc, headers.md). */
const MICROS = 1_000_000n;
/** No platform bills less than a hundredth: smaller whole numbers are no millionths. */
const LEAST_MICROS = 10_000n;

/**
 * Reads the statistics of an advertising platform from the text of its file. Throws AppErrors:
 * `statistics-header-missing`, and what {@link readAdRows} throws.
 */
export function parseAdStatistics(text: string, hints: StatisticsHints): AdStatistics {
  const table = findTable(text, adHeaderScore);
  if (table === null) throw new AppError('statistics-header-missing');
  return readAdRows(table.rows, table.header, table.delimiter, hints);
}

/** Reads them from the rows of a workbook's sheet. Throws as {@link parseAdStatistics} does. */
export function parseAdSheet(rows: readonly TableRow[], hints: StatisticsHints): AdStatistics {
  const found = findHeader(rows, adHeaderScore);
  if (found === null) throw new AppError('statistics-header-missing');
  return readAdRows(rows, found.header, ',', hints);
}

interface Report {
  readonly source: AdSource;
  readonly columns: AdColumns;
  readonly formats: CellFormats;
  /** What money is divided by. */
  readonly divisor: bigint | 'unsure';
  /** Of rows that name no days of their own. */
  readonly period: Period | null;
  readonly account: string;
  readonly vat: VatFlag;
  readonly currency: string | null;
}

/** Throws `statistics-spend-missing`, `statistics-period-missing`, `statistics-empty`. */
function readAdRows(
  rows: readonly TableRow[],
  headerIndex: number,
  delimiter: string,
  hints: StatisticsHints,
): AdStatistics {
  const header = rows[headerIndex];
  const headerLine = header?.line ?? 1;
  const following = rows.slice(headerIndex + 1);
  const columns = columnsOf(fittedHeader(header?.cells ?? [], following, delimiter));
  const spend = columns.of.get('spend');
  if (spend === undefined) throw new AppError('statistics-spend-missing', { row: headerLine });
  const body = bodyOf(following, columns);
  if (body.rows.length + body.ragged.length === 0) throw new AppError('statistics-empty');

  const preamble = rows.slice(0, headerIndex).map(({ cells }) => cells.join('\t'));
  // Only the reports of Yandex.Direct's API end with their number of rows.
  const source = body.stated === null ? sourceOf(columns, preamble.join('\n')) : 'yandex-direct';
  const period =
    hints.period ?? lastStated([hints.fileName, ...preamble].map((line) => periodInText(line)));
  const report: Report = {
    source,
    columns,
    formats: formatsOf(columns, body, hints, period),
    divisor: divisorOf(source, columns, body, hints),
    period,
    account: accountIn(preamble),
    vat: hints.vat ?? statedVat([...preamble.map(vatIn), spend.vat]),
    currency: spend.currency ?? hints.currency,
  };
  const hasDays = (['day', 'week', 'month', 'from'] as const).some((one) => columns.of.has(one));
  if (!hasDays && report.period === null) {
    throw new AppError('statistics-period-missing', { row: headerLine });
  }

  const read: ReadAdRow[] = [];
  const left: AdRowLeft[] = body.ragged.map((row) => raggedRow(row, columns));
  for (const row of body.rows) {
    try {
      read.push(readRow(row, report));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      left.push(leftRow(row, columns, error));
    }
  }
  const { facts, tooLarge, restated } = addUpFacts(read, source, report.vat);
  left.push(...tooLarge, ...restated);
  left.sort((a, b) => a.line - b.line);
  const days = facts.flatMap(({ period }) => [period.from, period.to]).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    source,
    accounts: [...new Set(facts.map(({ account }) => account).filter((one) => one !== ''))],
    headerLine,
    period: from === undefined || to === undefined ? null : { from, to },
    vat: report.vat,
    facts,
    left,
    warnings: [
      ...fileWarnings(report, headerLine, hints),
      ...totalWarnings(body, read.length, facts, (row) => numberOrNull(row, report)),
    ],
    fields: fieldsOf(columns, body),
  };
}

function formatsOf(
  columns: AdColumns,
  body: ReportBody,
  hints: StatisticsHints,
  period: Period | null,
): CellFormats {
  const fields = ['spend', 'revenue', 'conversions', 'impressions', 'clicks'] as const;
  const numbers = fields.flatMap((field) => {
    const column = columns.of.get(field);
    const areWhole = field === 'impressions' || field === 'clicks';
    return column === undefined ? [] : [{ index: column.index, areWhole }];
  });
  const goals = columns.goals.map(({ index }) => ({ index, areWhole: false }));
  const dates = (['day', 'week', 'month', 'from', 'to'] as const).flatMap((field) => {
    const column = columns.of.get(field);
    return column === undefined ? [] : body.rows.map(({ cells }) => cells[column.index] ?? '');
  });
  return {
    // Sums show the mark too: a column of `1,234` may end in `12,345,678`.
    marks: marksOf([...numbers, ...goals], [...body.rows, ...body.totals]),
    order: hints.dateOrder ?? orderWithin(dates, period),
  };
}

/** Money of the API's reports is in millionths, unless its values have decimals or somebody said so. */
function divisorOf(
  source: AdSource,
  columns: AdColumns,
  body: ReportBody,
  hints: StatisticsHints,
): bigint | 'unsure' {
  if (body.stated === null && !isDirectApi(source, columns)) return 1n;
  if (hints.inMicros != null) return hints.inMicros ? MICROS : 1n;
  const index = columns.of.get('spend')?.index ?? 0;
  const values = body.rows.map(({ cells }) => (cells[index] ?? '').trim());
  if (values.some((value) => /\d[.,]\d/.test(value))) return 1n;
  const amounts = values.filter((value) => /^\d+$/.test(value)).map((value) => BigInt(value));
  return amounts.some((amount) => amount > 0n && amount < LEAST_MICROS) ? 'unsure' : MICROS;
}

function statedVat(flags: readonly VatFlag[]): VatFlag {
  const stated = new Set(flags.filter((flag) => flag !== 'unknown'));
  const [only, another] = stated;
  return only === undefined || another !== undefined ? 'unknown' : only;
}

function accountIn(preamble: readonly string[]): string {
  const label = /(?:логин|аккаунт|клиент|account|customer id|konts)\s*(?::|\t)\s*"?([^;,"\t]+)/i;
  for (const line of preamble) {
    const named = label.exec(line)?.[1]?.trim();
    if (named !== undefined && named !== '') return named;
  }
  return '';
}

function readRow(row: TableRow, report: Report): ReadAdRow {
  const { columns, formats } = report;
  const text = (field: Parameters<typeof columns.of.get>[0]) => {
    const column = columns.of.get(field);
    return column === undefined ? '' : (row.cells[column.index] ?? '').trim();
  };
  const period = periodOfRow(row, report);
  const spend = columns.of.get('spend');
  const amount = numberCell(row, spend, formats.marks);
  const impressions = countCell(row, columns.of.get('impressions'), formats.marks);
  const clicks = countCell(row, columns.of.get('clicks'), formats.marks);
  const conversions = conversionsOf(row, report);
  const title = spend?.title ?? '';
  if (amount === null) {
    const isEmpty = [impressions, clicks, conversions].every((one) => one === null);
    stopRow(row.line, title, isEmpty ? 'no-delivery' : 'spend-missing');
  }
  const given = (row.cells[spend?.index ?? -1] ?? '').trim();
  if (amount.n < 0n) stopRow(row.line, title, 'spend-negative', { given });
  if (report.divisor === 'unsure') stopRow(row.line, title, 'micros-unsure', { given });

  const stated = columns.of.has('currency') ? currencyIn(text('currency')) : null;
  const currency = stated ?? report.currency;
  if (currency === null) stopRow(row.line, title, 'currency-unknown');
  const revenue = numberCell(row, columns.of.get('revenue'), formats.marks);
  const campaignId = isMissing(text('campaignId')) ? '' : text('campaignId');
  const isOfGroup = /групп|ad group|ad set/.test(columns.of.get('campaignId')?.name ?? '');
  const isOfAd = /объявления|ad name/.test(columns.of.get('campaign')?.name ?? '');
  // The name of one advertisement is not that of the group it stands in.
  const campaign = isOfGroup && isOfAd ? campaignId : text('campaign') || campaignId;
  if (campaign === '') stopRow(row.line, '', 'campaign-missing');
  return {
    line: row.line,
    account: text('account') || report.account,
    campaignId,
    campaign,
    period,
    currency,
    spend: inMinor(amount, report.divisor, currency),
    revenue: revenue === null ? null : inMinor(revenue, report.divisor, currency),
    impressions,
    clicks,
    conversions,
    // What tells two rows of one campaign's day apart, and what repeats where a day is restated.
    key: report.source === 'meta' ? dimensionKey(row, columns) : null,
  };
}

function inMinor(amount: Fraction, divisor: bigint, currency: string): Fraction {
  return multiplyFractions(amount, fraction(minorPerMajor(currency), divisor));
}

function conversionsOf(row: TableRow, { columns, formats }: Report): Fraction | null {
  const all = columns.goals.length > 0 ? columns.goals : [columns.of.get('conversions')];
  let sum: Fraction | null = null;
  for (const column of all) {
    const value = numberCell(row, column, formats.marks);
    if (value === null) continue;
    if (value.n < 0n) stopRow(row.line, column?.title ?? '', 'count-negative');
    sum = sum === null ? value : fraction(sum.n * value.d + value.n * sum.d, sum.d * value.d);
  }
  return sum;
}

function periodOfRow(row: TableRow, { columns, formats, period }: Report): Period {
  const read = (field: 'day' | 'week' | 'month' | 'from' | 'to'): Period | null => {
    const column = columns.of.get(field);
    if (column === undefined) return null;
    const days = readDays(row.cells[column.index] ?? '', formats.order);
    if (days.ok) return days.value;
    const code = days.code === 'date-unsure' ? 'date-unsure' : 'date-unreadable';
    return stopRow(row.line, column.title, code, days.params);
  };
  const day = read('day');
  if (day !== null) return day;
  const week = read('week');
  if (week !== null) return week.from === week.to ? clipped(weekFrom(week.from), period) : week;
  const month = read('month');
  if (month !== null) return clipped(wholeMonth(month), period);
  const [from, to] = [read('from'), read('to')];
  if (from !== null && to !== null && from.from <= to.to) return { from: from.from, to: to.to };
  if (period !== null && !columns.of.has('day') && !columns.of.has('from')) return period;
  const column = columns.of.get('day') ?? columns.of.get('from');
  return stopRow(row.line, column?.title ?? '', 'date-missing');
}

function wholeMonth(month: Period): Period {
  if (month.from !== month.to) return month;
  const read = readDays(month.from.slice(0, 7));
  return read.ok && read.value !== null ? read.value : month;
}

/** A report of 5–20 November by weeks or months has no money of the days outside. */
function clipped(span: Period, report: Period | null): Period {
  if (report === null) return span;
  return overlapOf(span, report) ?? span;
}

function dimensionKey(row: TableRow, columns: AdColumns): string {
  const metrics = new Set([...columns.of].map(([, column]) => column.index));
  for (const field of ['day', 'from', 'to', 'campaign', 'campaignId', 'account'] as const) {
    metrics.delete(columns.of.get(field)?.index ?? -1);
  }
  return columns.all
    .filter(({ index, name }) => {
      const cell = (row.cells[index] ?? '').trim();
      const isNumber = cell === '' || /^[-\d][\d\s.,%]*$/.test(cell);
      return !metrics.has(index) && (!isNumber || /\bid\b|№/.test(name));
    })
    .map(({ index, name }) => `${name}=${(row.cells[index] ?? '').trim()}`)
    .join('\u0000');
}

function campaignOf(row: TableRow, { of }: AdColumns): string {
  const column = of.get('campaign') ?? of.get('campaignId');
  return column === undefined ? '' : (row.cells[column.index] ?? '').trim();
}

function leftRow(row: TableRow, columns: AdColumns, { problem, isUnsure }: RowProblem): AdRowLeft {
  const state = problem.code === 'no-delivery' ? 'not-booked' : isUnsure ? 'unsure' : 'refused';
  return { line: row.line, state, campaign: campaignOf(row, columns), problem };
}

function raggedRow(row: TableRow & { isWide: boolean }, columns: AdColumns): AdRowLeft {
  const problem: StatisticsProblem = {
    line: row.line,
    field: '',
    code: row.isWide ? 'row-too-wide' : 'row-too-narrow',
    params: { given: row.cells.length, expected: columns.all.length },
  };
  return { line: row.line, state: 'refused', campaign: campaignOf(row, columns), problem };
}

function fileWarnings(report: Report, line: number, hints: StatisticsHints): StatisticsProblem[] {
  const { columns } = report;
  const spend = columns.of.get('spend');
  const warnings: StatisticsProblem[] = [];
  const warn = (field: string, code: StatisticsProblem['code'], params = {}) =>
    warnings.push({ line, field, code, params });
  if (report.vat === 'unknown') warn(spend?.title ?? '', 'vat-unknown');
  if (spend?.currency === null && !columns.of.has('currency') && hints.currency !== null) {
    warn(spend.title, 'currency-not-stated', { currency: hints.currency });
  }
  if (columns.hasAllClicks) warn(columns.of.get('clicks')?.title ?? '', 'clicks-chosen');
  return warnings;
}

/** Spend of a row of sums, in units of the report; null where it cannot be read. */
function numberOrNull(row: TableRow, report: Report): Fraction | null {
  if (report.divisor === 'unsure') return null;
  try {
    const value = numberCell(row, report.columns.of.get('spend'), report.formats.marks);
    if (value === null || report.currency === null) return null;
    return inMinor(value, report.divisor, report.currency);
  } catch (error) {
    if (error instanceof RowProblem) return null;
    throw error;
  }
}

function fieldsOf({ all, of, goals }: AdColumns, body: ReportBody): StatisticsField[] {
  const targets = new Map([...of].map(([field, column]) => [column.index, field as string]));
  for (const goal of goals) targets.set(goal.index, 'conversions');
  return all.map(({ index, title }) => ({
    source: title,
    example: (body.rows[0]?.cells[index] ?? '').trim().slice(0, 80),
    target: targets.get(index) ?? null,
  }));
}
