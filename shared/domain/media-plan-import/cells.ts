import { dateOfDayNumber, type PlainDate } from '../dates';
import { compareFractions, type Fraction, fraction, parseFraction } from '../fraction';
import { isMissing, type MarkEvidence, markOfColumn, readNumber } from '../table-file/numbers';
import type { PlanCell, PlanProblem, PlanProblemCode, PlanRow } from './types';

/** Thrown within a row by the first cell that cannot be taken; never leaves the parser. */
export class PlanRowProblem extends Error {
  readonly problem: PlanProblem;

  constructor(problem: PlanProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Stops the reading of a row. */
export function stopPlanRow(
  line: number,
  field: string,
  code: PlanProblemCode,
  params: PlanProblem['params'] = {},
): never {
  throw new PlanRowProblem({ line, field, code, params });
}

const EMPTY: PlanCell = { text: '', kind: 'text', isRepeat: false };

/** Excel's day 0 is 30 December 1899; the serials of 1990 to 2100. */
const EXCEL_EPOCH = 25_569;
const SERIALS = { from: 32_874, to: 73_415 };

/** The cell of a column; empty beyond the row's end. */
export function cellAt(row: PlanRow, index: number): PlanCell {
  return row.cells[index] ?? EMPTY;
}

/** Text of a cell on one line. */
export function plainText(cell: PlanCell): string {
  return cell.text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Whether nothing of its own stands in a row. */
export function isBlankPlanRow(row: PlanRow): boolean {
  return row.cells.every((cell) => cell.kind !== 'unreckoned' && plainText(cell) === '');
}

/** The day of a cell that is formatted as a date, or that is a bare serial; null for others. */
export function dayOfCell(cell: PlanCell): PlainDate | null {
  if (cell.kind === 'date') return cell.text;
  if (cell.kind !== 'number' || !/^\d{5}(\.\d+)?$/.test(cell.text)) return null;
  const serial = Math.floor(Number(cell.text));
  if (serial < SERIALS.from || serial > SERIALS.to) return null;
  return dateOfDayNumber(serial - EXCEL_EPOCH);
}

/** The decimal mark of the numbers that are typed as text into a column. */
export function markOfTexts(rows: readonly PlanRow[], index: number): MarkEvidence {
  const texts = rows.map((row) => cellAt(row, index)).filter(({ kind }) => kind === 'text');
  return markOfColumn(texts.map(({ text }) => text));
}

/** Whether a cell states no value. A number in a merged area belongs to the area's first cell. */
export function isWithoutValue(cell: PlanCell): boolean {
  return cell.isRepeat || (cell.kind !== 'unreckoned' && isMissing(cell.text));
}

/** The exact number of a cell; null where it has none. Throws PlanRowProblem. */
export function numberOfCell(
  cell: PlanCell,
  at: { readonly line: number; readonly title: string; readonly mark: MarkEvidence },
): Fraction | null {
  if (isWithoutValue(cell)) return null;
  if (cell.kind === 'unreckoned') stopPlanRow(at.line, at.title, 'formula-unreckoned');
  if (cell.kind === 'number' || cell.kind === 'percent') return parseFraction(cell.text);
  const read = readNumber(cell.text, at.mark);
  if (cell.kind === 'date' || !read.ok) {
    const isUnsure = !read.ok && read.code === 'number-unsure';
    const code = isUnsure ? 'number-unsure' : 'number-unreadable';
    stopPlanRow(at.line, at.title, code, { given: plainText(cell).slice(0, 60) });
  }
  return read.value === null ? null : parseFraction(read.value);
}

/** The same, zero or more. Throws PlanRowProblem. */
export function amountOfCell(
  cell: PlanCell,
  at: { readonly line: number; readonly title: string; readonly mark: MarkEvidence },
): Fraction | null {
  const value = numberOfCell(cell, at);
  if (value !== null && value.n < 0n) {
    stopPlanRow(at.line, at.title, 'amount-negative', { given: plainText(cell) });
  }
  return value;
}

/** Whether two numbers are not further apart than allowed. */
export function isNear(a: Fraction, b: Fraction, tolerance: Fraction): boolean {
  const difference = fraction(a.n * b.d - b.n * a.d, a.d * b.d);
  const apart = difference.n < 0n ? fraction(-difference.n, difference.d) : difference;
  return compareFractions(apart, tolerance) <= 0;
}
