import {
  addFractions,
  compareFractions,
  type Fraction,
  formatFraction,
  fraction,
  sumFractions,
} from '../fraction';

import type { TableRow } from '../table-file/delimited';
import type { ReportBody } from './body';
import type { AdFact, StatisticsProblem } from './types';

/** The last of several things that is known: a title above the table outweighs the file's name. */
export function lastStated<T>(values: readonly (T | null)[]): T | null {
  return values.findLast((value) => value !== null) ?? null;
}

/**
 * Whether the rows add up to what the report itself states: its count of rows, and its sums. Of several
 * sums (searches, network, account) one that agrees is enough; the last one is quoted otherwise.
 */
export function totalWarnings(
  body: ReportBody,
  readCount: number,
  facts: readonly AdFact[],
  spendOf: (row: TableRow) => Fraction | null,
): StatisticsProblem[] {
  const warnings: StatisticsProblem[] = [];
  const found = body.rows.length + body.ragged.length;
  if (body.stated !== null && body.stated.count !== found) {
    const { line, count } = body.stated;
    warnings.push({ line, field: '', code: 'rows-counted', params: { given: count, found } });
  }
  const [first] = facts;
  const isOneCurrency = facts.every(({ currency }) => currency === first?.currency);
  // Where a row could not be read the sum differs for a reason that is told already.
  const isWhole = readCount === body.rows.length && body.ragged.length === 0;
  if (first === undefined || !isOneCurrency || !isWhole) return warnings;
  const sum = sumFractions(facts.map(({ spendMinor }) => fraction(spendMinor)));
  const stated = body.totals.flatMap((row) => {
    const spend = spendOf(row);
    return spend === null ? [] : [{ line: row.line, spend }];
  });
  const last = stated.at(-1);
  // Half a unit for each row: platforms round what they show.
  const slack = fraction(readCount, 2);
  if (last === undefined || stated.some(({ spend }) => isNear(spend, sum, slack))) return warnings;
  const params = {
    givenMinor: Number(formatFraction(last.spend, 0)),
    foundMinor: Number(formatFraction(sum, 0)),
    currency: first.currency,
  };
  warnings.push({ line: last.line, field: '', code: 'spend-total-differs', params });
  return warnings;
}

function isNear(a: Fraction, b: Fraction, slack: Fraction): boolean {
  const low = addFractions(b, { n: -slack.n, d: slack.d });
  return compareFractions(a, low) >= 0 && compareFractions(a, addFractions(b, slack)) <= 0;
}
