import { AppError } from '../../../shared/contract/app-error';
import { analyticsHeaderScore } from '../../../shared/domain/ad-statistics/analytics-tables';
import { parseAdSheet, parseAdStatistics } from '../../../shared/domain/ad-statistics/parse-ads';
import type { AdSource, StatisticsHints } from '../../../shared/domain/ad-statistics/types';
import { findPlanSheet } from '../../../shared/domain/media-plan-import/read-plan';
import type { ColumnUse, PlanReading } from '../../../shared/domain/media-plan-import/types';
import { decodeTable } from '../../../shared/domain/table-file/file-kind';
import { findHeader, findTable } from '../../../shared/domain/table-file/find-table';
import type { ImportFile, ImportKindName } from './import-kind';
import { tableRowsOf } from './workbook-rows';

/** Any: what a file is depends neither on whose nor on when it is. */
const CURRENCY = 'EUR';
const PERIOD = { from: '2026-01-01', to: '2026-01-31' };

/**
 * The kind that was asked for, or what the file is by what it holds: `any`, a bank statement, statistics
 * or a media plan; `moving-in`, a board of Trello (an object of JSON) or a table of tasks. Throws
 * `import-kind-unclear`, and what is wrong with a file that is no table at all.
 */
export function recogniseKind(
  asked: ImportKindName | 'any' | 'moving-in',
  file: ImportFile,
): ImportKindName {
  if (asked === 'any') return moneyKindOf(file);
  if (asked !== 'moving-in') return asked;
  const start = new TextDecoder().decode(file.bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{') ? 'trello' : 'tasks-csv';
}

function moneyKindOf(file: ImportFile): ImportKindName {
  const { fileName, sheets } = file;
  const hints: StatisticsHints = { fileName, currency: CURRENCY, period: PERIOD };
  if (sheets !== undefined) {
    const tables = sheets.map(tableRowsOf);
    const sources = tables.map((rows) => sourceOf(() => parseAdSheet(rows, hints).source));
    const plan = findPlanSheet(sheets, { fileName, currency: CURRENCY });
    // The headings of these platforms are their own; those of the others are words that plans use too.
    if (sources.includes('vk-ads') || sources.includes('meta')) return 'ads';
    if (plan !== null && isBought(plan)) return 'media-plan';
    if (sources.some((source) => source !== null && source !== 'other')) return 'ads';
    if (plan !== null) return 'media-plan';
    if (tables.some((rows) => findHeader(rows, analyticsHeaderScore) !== null)) return 'analytics';
    if (sources.includes('other')) return 'ads';
    throw new AppError('import-kind-unclear');
  }
  // The marker stands at the start, in letters that are the same in every encoding.
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 64));
  if (start.includes('1CClientBankExchange')) return 'bank-1c';
  const { text } = decodeTable(file.bytes);
  const source = sourceOf(() => parseAdStatistics(text, hints).source);
  if (source !== null && source !== 'other') return 'ads';
  if (findTable(text, analyticsHeaderScore) !== null) return 'analytics';
  if (source !== null) return 'ads';
  throw new AppError('import-kind-unclear');
}

/** A plan says how much is bought, how, or when; a report of a platform only what it came to. */
function isBought({ columns }: PlanReading): boolean {
  const has = (use: ColumnUse) => columns.some((column) => column.use === use);
  const days = columns.filter(({ use }) => use === 'flight').length;
  return days > 1 || (has('price') && (has('volume') || has('model')));
}

function sourceOf(parse: () => AdSource): AdSource | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
