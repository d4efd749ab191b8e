import { AppError } from '../contract/app-error';
import { allocateByLargestRemainder } from './allocation';
import type { CommissionTerms } from './commission';
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  floorFraction,
  fraction,
  multiplyFractions,
  ONE,
  subtractFractions,
} from './fraction';
import { clientPriceMinor, type PlanTerms } from './media-plan';
import { pricesDown } from './media-plan-walk';
import { addMinor, MAX_MINOR, ppmFraction } from './money';

/** A line to divide a budget among; `commission` and `vatPpm` instead of the plan's where the line has its own. */
export type BudgetLine = {
  readonly commission?: CommissionTerms | null;
  readonly vatPpm?: number | null;
} & (
  | { readonly kind: 'locked'; readonly netMinor: number }
  | { readonly kind: 'shared'; readonly weight: Fraction; readonly minMinor: number }
);

export interface BudgetAnswer {
  /** Net of each line, in the order given. */
  readonly netsMinor: readonly number[];
  readonly netMinor: number;
  /** What the client pays for them, never above the budget. */
  readonly clientPriceMinor: number;
}

/** Totals that are tried in one go. */
const STRIDE = 1024;

/**
 * The largest net total whose client price does not exceed the budget (METRICS.md, Top-down), and
 * its lines; null where locks and minimums do not fit. Exact.
 *
 * The price is not quite monotone in the total: the largest remainder may take a kopeck from one
 * line while the total grows, and commissions round line by line. It never strays from the straight
 * line through its exact value by more than the roundings can add up to, so only the totals within
 * that distance of the budget are tried, from the top.
 *
 * Throws `media-plan-price-free` where the terms make every price zero (a discount of 100 %), and
 * `media-plan-weight-not-positive`.
 */
export function solveTopDown(
  budgetMinor: number,
  lines: readonly BudgetLine[],
  terms: PlanTerms,
): BudgetAnswer | null {
  requirePositiveWeights(lines);
  const overrides = lines.map((line) => line.commission ?? null);
  const vats = lines.map((line) => line.vatPpm ?? null);
  const hasOwnVat = vats.some((ppm) => ppm !== null && ppm !== terms.vatPpm);
  const floor = addMinor(
    ...lines.map((line) => (line.kind === 'locked' ? line.netMinor : line.minMinor)),
  );
  if (lines.every((line) => line.kind === 'locked')) return answerIfFits(floor);
  const own = lines.flatMap(({ commission, vatPpm }) =>
    commission || hasOwnVat
      ? [{ ...terms, commission: commission ?? terms.commission, vatPpm: vatPpm ?? terms.vatPpm }]
      : [],
  );
  const slopes = distinct([terms, ...own])
    .map(exactPriceOfOne)
    .sort(compareFractions);
  const cheapest = slopes[0] ?? ONE;
  const dearest = slopes.at(-1) ?? ONE;
  const slack = roundingSlack(lines.length, terms, vats);
  const top = divideFractions(addFractions(fraction(budgetMinor), slack), cheapest);
  const bottom = divideFractions(subtractFractions(fraction(budgetMinor), slack), dearest);
  const lowest = Math.max(floor, smaller(floorFraction(bottom), MAX_MINOR));
  const limit = smaller(floorFraction(top), MAX_MINOR);
  const highest = own.length === 0 ? limit : highestWorthTrying(lowest, limit);
  for (let from = highest; from >= lowest; from -= STRIDE) {
    const to = Math.max(lowest, from - STRIDE + 1);
    const nextPrice = pricesDown(from, to, lines, terms);
    for (let total = from; total >= to; total -= 1) {
      const price = nextPrice === null ? priceAt(total) : nextPrice();
      if (price <= budgetMinor) return answerIfFits(total);
    }
  }
  return null;

  /**
   * With terms of their own the lines have no common slope, but each line's exact part grows with
   * the total, so the exact price does too: above the answer every total is dearer by more than roundings.
   */
  function highestWorthTrying(low: number, high: number): number {
    // Every net is off its exact part by less than a unit, each at most as dear as the dearest.
    const noise = addFractions(slack, multiplyFractions(fraction(lines.length), dearest));
    const reach = addFractions(fraction(budgetMinor), addFractions(noise, noise));
    const mayFit = (total: number) => compareFractions(fraction(priceAt(total)), reach) <= 0;
    let from = low - 1;
    let to = high;
    while (from < to) {
      const middle = from + Math.ceil((to - from) / 2);
      if (mayFit(middle)) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  function priceAt(total: number): number {
    return clientPriceMinor(divideNet(total, lines), terms, overrides, vats);
  }

  function answerIfFits(total: number): BudgetAnswer | null {
    const netsMinor = divideNet(total, lines);
    const price = clientPriceMinor(netsMinor, terms, overrides, vats);
    return price <= budgetMinor ? { netsMinor, netMinor: total, clientPriceMinor: price } : null;
  }
}

function distinct(all: readonly PlanTerms[]): PlanTerms[] {
  const byKey = new Map(
    all.map((terms) => [
      `${terms.commission.basis} ${terms.commission.ppm} ${terms.vatPpm}`,
      terms,
    ]),
  );
  return [...byKey.values()];
}

/**
 * Divides a net total: locked lines stay, the others share the rest by weight with the largest
 * remainder, and a line that would get less than its minimum gets the minimum. Throws
 * `media-plan-minimums-unmet` where the total is below the locks and minimums.
 */
export function divideNet(totalMinor: number, lines: readonly BudgetLine[]): number[] {
  const nets = lines.map((line) => (line.kind === 'locked' ? line.netMinor : line.minMinor));
  let free = lines.flatMap((line, index) =>
    line.kind === 'shared' ? [{ index, weight: line.weight, minMinor: line.minMinor }] : [],
  );
  let rest = totalMinor;
  for (const line of lines) if (line.kind === 'locked') rest -= line.netMinor;
  if (rest < free.reduce((sum, line) => sum + line.minMinor, 0)) {
    throw new AppError('media-plan-minimums-unmet', { total: totalMinor });
  }
  // A line raised to its minimum leaves less for the others, so those below theirs stay below.
  for (;;) {
    const shares = allocateByLargestRemainder(
      rest,
      free.map((line) => line.weight),
    );
    const short = free.filter((line, i) => (shares[i] ?? 0) < line.minMinor);
    if (short.length === 0) {
      free.forEach((line, i) => {
        nets[line.index] = shares[i] ?? 0;
      });
      return nets;
    }
    for (const line of short) rest -= line.minMinor;
    const raised = new Set(short);
    free = free.filter((line) => !raised.has(line));
  }
}

/** Client price of one unit of net, without any rounding. */
function exactPriceOfOne(terms: PlanTerms): Fraction {
  const k = ppmFraction(terms.commission.ppm);
  const rest = subtractFractions(ONE, k);
  if (terms.commission.basis === 'inside' && rest.n <= 0n) {
    throw new AppError('commission-inside-too-high', { ppm: terms.commission.ppm });
  }
  const withCommission =
    terms.commission.basis === 'on-top' ? addFractions(ONE, k) : divideFractions(ONE, rest);
  const price = multiplyFractions(withCommission, perNetTotal(terms));
  if (price.n <= 0n) throw new AppError('media-plan-price-free', {});
  return price;
}

/** Client price of one unit of the sum with commission. */
function perNetTotal(terms: PlanTerms): Fraction {
  const kept = subtractFractions(ONE, ppmFraction(terms.clientDiscountPpm));
  return multiplyFractions(kept, addFractions(ONE, ppmFraction(terms.vatPpm)));
}

/**
 * How far a rounded price may be from the exact one: half a unit each line, client net and VAT. With several
 * rates of VAT the client net is given to the rates first, each off by less than a unit.
 */
function roundingSlack(
  lineCount: number,
  terms: PlanTerms,
  vats: readonly (number | null)[],
): Fraction {
  const half = fraction(1, 2);
  const rates = new Set(vats.map((ppm) => ppm ?? terms.vatPpm));
  const highest = { ...terms, vatPpm: Math.max(terms.vatPpm, ...rates) };
  const lines = multiplyFractions(fraction(lineCount, 2), perNetTotal(highest));
  const net = multiplyFractions(half, addFractions(ONE, ppmFraction(highest.vatPpm)));
  const slack = addFractions(addFractions(lines, net), fraction(rates.size + 1, 2));
  return addFractions(slack, fraction(rates.size - 1));
}

function smaller(value: bigint, limit: number): number {
  return value > BigInt(limit) ? limit : Number(value);
}

function requirePositiveWeights(lines: readonly BudgetLine[]): void {
  for (const line of lines) {
    if (line.kind === 'shared' && line.weight.n <= 0n) {
      throw new AppError('media-plan-weight-not-positive', {});
    }
  }
}
