import {
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
} from '../fraction';
import { minorPerMajor } from '../money';
import { isNear } from './cells';
import type { PlanProblem } from './types';

/** What a row under the lines is: a line, a sum of lines, VAT or a commission on top, or a new group. */
export type SumRow =
  | { readonly kind: 'line'; readonly values: ReadonlyMap<number, Fraction> }
  | { readonly kind: 'group' }
  | {
      readonly kind: 'sum' | 'adjustment';
      readonly line: number;
      readonly values: ReadonlyMap<number, Fraction>;
    };

/** A column whose lines are added up. */
export interface SumColumn {
  readonly index: number;
  readonly title: string;
  readonly isMoney: boolean;
}

class Sums {
  /** Since the last sum, since the last group, in all, and the last sum with what was put on it. */
  block = ZERO;
  group = ZERO;
  all = ZERO;
  running: Fraction | null = null;

  add(value: Fraction): void {
    this.block = sumFractions([this.block, value]);
    this.group = sumFractions([this.group, value]);
    this.all = sumFractions([this.all, value]);
    this.running = null;
  }
}

/**
 * Holds the rows of sums against the lines above them. A sum may be that of the lines since the sum before,
 * of its group, of all lines, or of the sum before with VAT and commission put on it.
 */
export function checkSums(
  rows: readonly SumRow[],
  columns: readonly SumColumn[],
  currency: string,
): { readonly checked: number; readonly differences: readonly PlanProblem[] } {
  const differences: PlanProblem[] = [];
  let checked = 0;
  const lastSum = rows.findLastIndex((row) => row.kind === 'sum');
  for (const column of columns) {
    const sums = new Sums();
    for (const [at, row] of rows.entries()) {
      if (row.kind === 'group') {
        sums.group = ZERO;
        continue;
      }
      const value = row.values.get(column.index) ?? null;
      if (row.kind === 'line') sums.add(value ?? ZERO);
      else if (row.kind === 'adjustment') {
        if (value !== null) sums.running = sumFractions([sums.running ?? sums.all, value]);
      } else if (value !== null) {
        checked += 1;
        const isLast = at === lastSum;
        const problem = differenceOf(row.line, value, sums, column, currency, isLast);
        if (problem !== null) differences.push(problem);
        sums.running = value;
        sums.block = ZERO;
      }
    }
  }
  return { checked, differences: differences.sort((a, b) => a.line - b.line) };
}

function differenceOf(
  line: number,
  value: Fraction,
  { block, group, all, running }: Sums,
  { title, isMoney }: SumColumn,
  currency: string,
  isLast: boolean,
): PlanProblem | null {
  const tolerance = isMoney ? fraction(1, minorPerMajor(currency)) : fraction(1);
  const candidates = [block, group, all, ...(running === null ? [] : [running])];
  if (candidates.some((sum) => isNear(sum, value, tolerance))) return null;
  const expected = isLast || block.n === 0n ? all : block;
  if (isMoney) {
    const params = {
      expectedMinor: minor(expected, currency),
      foundMinor: minor(value, currency),
      currency,
    };
    return { line, field: title, code: 'total-differs', params };
  }
  const params = { expected: whole(expected), found: whole(value) };
  return { line, field: title, code: 'count-total-differs', params };
}

function minor(value: Fraction, currency: string): number {
  return whole(multiplyFractions(value, fraction(minorPerMajor(currency))));
}

function whole(value: Fraction): number {
  return Number(roundHalfAwayFromZero(value));
}
