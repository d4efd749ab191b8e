import { type Fraction, parseFraction } from '../fraction';
import type { OrderEvidence } from '../table-file/dates';
import { joinedEvidence, type MarkEvidence, markOfColumn, readNumber } from '../table-file/numbers';
import type { StatisticsProblem, StatisticsProblemCode } from './types';

/** Thrown within a row by the first cell that cannot be read; never leaves the parser. */
export class RowProblem extends Error {
  readonly problem: StatisticsProblem;
  readonly isUnsure: boolean;

  constructor(problem: StatisticsProblem) {
    super(problem.code);
    this.problem = problem;
    this.isUnsure = problem.code.endsWith('-unsure');
  }
}

/** Stops the reading of a row. */
export function stopRow(
  line: number,
  field: string,
  code: StatisticsProblemCode,
  params: Readonly<Record<string, string | number>> = {},
): never {
  throw new RowProblem({ line, field, code, params });
}

/** How the numbers and dates of a file are written. */
export interface CellFormats {
  /** By column index. */
  readonly marks: ReadonlyMap<number, MarkEvidence>;
  readonly order: OrderEvidence;
}

/**
 * Decimal marks by the whole column. A column that shows none, or only `1,234`, is read as the other
 * columns of the file show: one program wrote them all.
 */
export function marksOf(
  columns: readonly { index: number; areWhole: boolean }[],
  rows: readonly { cells: readonly string[] }[],
): ReadonlyMap<number, MarkEvidence> {
  const own = columns.map(({ index, areWhole }) => {
    const cells = rows.map((row) => row.cells[index] ?? '');
    return [index, markOfColumn(cells, { areWhole })] as const;
  });
  const shared = joinedEvidence(own.map(([, mark]) => mark));
  return new Map(
    own.map(([index, mark]) => [index, mark === 'none' || mark === 'unsure' ? shared : mark]),
  );
}

type Cell = { readonly line: number; readonly cells: readonly string[] };
type Column = { readonly index: number; readonly title: string };

/** The exact number of a cell; null where the column or the value is not there. Throws RowProblem. */
export function numberCell(
  row: Cell,
  column: Column | undefined,
  marks: CellFormats['marks'],
): Fraction | null {
  if (column === undefined) return null;
  const read = readNumber(row.cells[column.index] ?? '', marks.get(column.index) ?? 'none');
  if (!read.ok) {
    const code = read.code === 'number-unsure' ? 'number-unsure' : 'number-unreadable';
    stopRow(row.line, column.title, code, read.params);
  }
  return read.value === null ? null : parseFraction(read.value);
}

/** A whole count, zero or more. Throws RowProblem. */
export function countCell(
  row: Cell,
  column: Column | undefined,
  marks: CellFormats['marks'],
): number | null {
  const value = numberCell(row, column, marks);
  if (value === null || column === undefined) return null;
  const given = (row.cells[column.index] ?? '').trim();
  if (value.d !== 1n) stopRow(row.line, column.title, 'count-not-whole', { given });
  if (value.n < 0n) stopRow(row.line, column.title, 'count-negative', { given });
  if (value.n > BigInt(Number.MAX_SAFE_INTEGER)) {
    stopRow(row.line, column.title, 'amount-out-of-range', { given });
  }
  return Number(value.n);
}
