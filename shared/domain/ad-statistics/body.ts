import { readDays } from '../table-file/dates';
import { isBlankRow, type TableRow, trimmedCells } from '../table-file/delimited';
import { isMissing } from '../table-file/numbers';
import { isTotalLabel } from '../table-file/totals';
import { type AdColumns, mendHeader } from './columns';

export interface ReportBody {
  /** Rows of data, as wide as the header. */
  readonly rows: readonly TableRow[];
  /** Rows of sums, which may be ragged. */
  readonly totals: readonly TableRow[];
  /** Rows whose cells do not fit the header. */
  readonly ragged: readonly (TableRow & { readonly isWide: boolean })[];
  /** The number of rows that the report's last line states, and that line. */
  readonly stated: { readonly line: number; readonly count: number } | null;
}

/**
 * The header in as many cells as its rows have: a comma without quotes in a heading makes it wider.
 * The header as it is where nothing explains a difference.
 */
export function fittedHeader(
  header: readonly string[],
  rows: readonly TableRow[],
  delimiter: string,
): readonly string[] {
  const cells = trimmedCells(header);
  const widths = new Map<number, number>();
  for (const row of rows.slice(0, 200)) {
    const width = row.cells.length;
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const [usual] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [header.length];
  if (usual >= cells.length) return cells;
  return mendHeader(cells, cells.length - usual, delimiter) ?? cells;
}

/** Parts the rows under a header into data, sums and what does not fit. */
export function bodyOf(rows: readonly TableRow[], columns: AdColumns): ReportBody {
  const data: TableRow[] = [];
  const totals: TableRow[] = [];
  const ragged: (TableRow & { isWide: boolean })[] = [];
  let stated: ReportBody['stated'] = null;
  const width = columns.all.length;
  for (const row of rows) {
    if (isBlankRow(row)) continue;
    const filled = trimmedCells(row.cells);
    const only = filled.length === 1 ? (filled[0] ?? '') : '';
    const count = /^total rows: ?(\d+)$/i.exec(only.trim())?.[1];
    if (count !== undefined) stated = { line: row.line, count: Number(count) };
    else if (isTotal(row, columns)) totals.push(row);
    else if (filled.length > width) ragged.push({ ...row, isWide: true });
    else if (isCutOff(row, columns)) ragged.push({ ...row, isWide: false });
    else data.push(row);
  }
  return { rows: data, totals, ragged, stated };
}

/**
 * A sum is labelled so, or it belongs to no campaign. A campaign may be called "Total" all the same: it has
 * a day, or an id. The cells of a sum may be fewer than the header's and stand under other headings.
 */
function isTotal(row: TableRow, { of, all }: AdColumns): boolean {
  const cell = (field: 'campaign' | 'campaignId' | 'day') => {
    const column = of.get(field);
    return column === undefined ? undefined : (row.cells[column.index] ?? '');
  };
  const id = cell('campaignId');
  const day = cell('day');
  if (row.cells.some((one) => isTotalLabel(one))) {
    if (day !== undefined) {
      const read = readDays(day);
      return isMissing(day) || (!read.ok && read.code !== 'date-unsure');
    }
    const isWhole = trimmedCells(row.cells).length === all.length;
    return id === undefined || isMissing(id) || isTotalLabel(id) || !isWhole;
  }
  const names = [cell('campaign'), id].filter((one) => one !== undefined);
  // Without a word: the sums of Meta stand in a row that names no campaign.
  return names.length > 0 && names.every((one) => isMissing(one));
}

/** A row that ends before the columns that have to be there: a file that breaks off. */
function isCutOff(row: TableRow, { of }: AdColumns): boolean {
  const needed = ['campaign', 'campaignId', 'day', 'spend', 'impressions', 'clicks'] as const;
  return needed.some((field) => {
    const column = of.get(field);
    return column !== undefined && column.index >= row.cells.length;
  });
}
