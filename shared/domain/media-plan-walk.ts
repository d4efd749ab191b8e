import { commissionMinor } from './commission';
import type { Fraction } from './fraction';
import { type PlanTerms, priceOfRates } from './media-plan';
import type { BudgetLine } from './media-plan-solver';
import { nthLargest } from './nth-largest';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Client prices of net totals from `from` down to `to`, one a call. The total goes down by one, so of
 * thousands of lines one part changes a step, and the remainders move by their weights: nothing is divided.
 * Exact. Null where that cannot be done in whole machine numbers, or where a line would come to its minimum
 * on the way: then each total has to be divided by itself.
 */
export function pricesDown(
  from: number,
  to: number,
  lines: readonly BudgetLine[],
  terms: PlanTerms,
): (() => number) | null {
  const whole = wholeWeights(lines);
  if (whole === null) return null;
  const free = freeThroughout(from, to, lines, whole);
  if (free === null) return null;
  const count = free.length;
  const commissions = free.map((place) => lines[place]?.commission ?? terms.commission);
  const withCommission = (i: number, part: number) =>
    part + commissionMinor(part, commissions[i] ?? terms.commission);

  const ratesPpm = lines.map((line) => line.vatPpm ?? terms.vatPpm);
  const rates = [...new Set(ratesPpm)];
  const rateOf = free.map((place) => rates.indexOf(ratesPpm[place] ?? terms.vatPpm));

  const isFree = new Set(free);
  /** Sums with commission by rate of VAT, without the units that are left over. */
  const bases = rates.map(() => 0);
  let rest = from;
  lines.forEach((line, place) => {
    if (isFree.has(place)) return;
    const net = line.kind === 'locked' ? line.netMinor : line.minMinor;
    rest -= net;
    const rate = rates.indexOf(ratesPpm[place] ?? terms.vatPpm);
    const amount = net + commissionMinor(net, line.commission ?? terms.commission);
    bases[rate] = (bases[rate] ?? 0) + amount;
  });

  const weights = free.map((place) => Number(whole[place] ?? 0n));
  const sum = free.reduce((all, place) => all + (whole[place] ?? 0n), 0n);
  const total = Number(sum);
  const parts = new Float64Array(count);
  const rests = new Float64Array(count);
  /** What one unit more adds to a line's sum with commission. */
  const gains = new Float64Array(count);
  let given = 0;
  for (let i = 0; i < count; i += 1) {
    const product = BigInt(rest) * BigInt(weights[i] ?? 0);
    const part = Number(product / sum);
    rests[i] = Number(product % sum);
    parts[i] = part;
    given += part;
    const amount = withCommission(i, part);
    add(bases, i, amount);
    gains[i] = withCommission(i, part + 1) - amount;
  }

  const scratch = new Float64Array(count);
  let isFirst = true;
  return () => {
    if (!isFirst) stepDown();
    isFirst = false;
    const sums = withLargest(rest - given);
    return priceOfRates(
      rates.map((vatPpm, rate) => ({ vatPpm, withCommissionMinor: sums[rate] ?? 0 })),
      terms.clientDiscountPpm,
    ).clientPriceMinor;
  };

  function add(sums: number[], i: number, amount: number): void {
    const rate = rateOf[i] ?? 0;
    sums[rate] = (sums[rate] ?? 0) + amount;
  }

  function stepDown(): void {
    rest -= 1;
    for (let i = 0; i < count; i += 1) {
      const left = (rests[i] ?? 0) - (weights[i] ?? 0);
      if (left >= 0) {
        rests[i] = left;
        continue;
      }
      rests[i] = left + total;
      const before = parts[i] ?? 0;
      const amount = withCommission(i, before - 1);
      const gain = withCommission(i, before) - amount;
      add(bases, i, -gain);
      gains[i] = gain;
      parts[i] = before - 1;
      given -= 1;
    }
  }

  /** The sums with the units left over given to the largest remainders, ties to the earlier line. */
  function withLargest(left: number): number[] {
    const sums = [...bases];
    if (left <= 0) return sums;
    scratch.set(rests);
    const bound = nthLargest(scratch, left);
    let more = left;
    for (let i = 0; i < count; i += 1) {
      if ((rests[i] ?? 0) <= bound) continue;
      add(sums, i, gains[i] ?? 0);
      more -= 1;
    }
    for (let i = 0; i < count && more > 0; i += 1) {
      if (rests[i] !== bound) continue;
      add(sums, i, gains[i] ?? 0);
      more -= 1;
    }
    return sums;
  }
}

/** Weights in proportion as whole numbers, by place; null where their sum is no exact machine number. */
function wholeWeights(lines: readonly BudgetLine[]): bigint[] | null {
  let scale = 1n;
  for (const line of lines) {
    if (line.kind !== 'shared') continue;
    scale = leastMultiple(scale, line.weight.d);
    if (scale > SAFE) return null;
  }
  const scaled = ({ n, d }: Fraction) => n * (scale / d);
  const weights = lines.map((line) => (line.kind === 'shared' ? scaled(line.weight) : 0n));
  return weights.reduce((sum, weight) => sum + weight, 0n) > SAFE ? null : weights;
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/**
 * Places of the shared lines that are above their minimums for every total between two; null where that is
 * not the same for all of them. A raised line takes more than its share, so the others' shares only fall:
 * what is short at the upper end for certain is short everywhere, and what is not at the lower end nowhere.
 */
function freeThroughout(
  from: number,
  to: number,
  lines: readonly BudgetLine[],
  weights: readonly bigint[],
): number[] | null {
  let free = lines.flatMap((line, place) => (line.kind === 'shared' ? [place] : []));
  const minOf = (place: number) => {
    const line = lines[place];
    return BigInt(line?.kind === 'shared' ? line.minMinor : 0);
  };
  let spent = 0n;
  for (const line of lines) if (line.kind === 'locked') spent += BigInt(line.netMinor);
  for (;;) {
    const sum = free.reduce((all, place) => all + (weights[place] ?? 0n), 0n);
    const high = BigInt(from) - spent;
    const short = new Set(
      free.filter((place) => high * (weights[place] ?? 0n) <= (minOf(place) - 1n) * sum),
    );
    if (short.size > 0) {
      for (const place of short) spent += minOf(place);
      free = free.filter((place) => !short.has(place));
      continue;
    }
    const low = BigInt(to) - spent;
    const isAbove = free.every((place) => low * (weights[place] ?? 0n) >= minOf(place) * sum);
    return free.length > 0 && isAbove ? free : null;
  }
}
