import { AppError } from '../contract/app-error';
import {
  compareFractions,
  type Fraction,
  floorFraction,
  fraction,
  multiplyFractions,
  negateFraction,
  subtractFractions,
  sumFractions,
} from './fraction';
import { assertMinor } from './money';

export type Weight = number | bigint | Fraction;

function exactWeight(weight: Weight): Fraction {
  const value = typeof weight === 'object' ? weight : fraction(weight);
  if (value.n < 0n) throw new AppError('allocation-weight-negative');
  return value;
}

/**
 * Splits a whole total by weight with the largest remainder: whole units down, the rest one by one to
 * the largest fractions, ties to the earlier line. The parts always add up to the total, and a
 * negative total is split as its opposite is. Throws `allocation-weight-negative`, and
 * `allocation-no-weight` where there is something to split and nothing to split it by.
 */
export function allocateByLargestRemainder(
  totalMinor: number,
  weights: readonly Weight[],
): number[] {
  const whole = assertMinor(totalMinor);
  const quick = allocateSmall(whole, weights);
  if (quick !== null) return quick;
  const exact = weights.map(exactWeight);
  const sum = sumFractions(exact);
  if (sum.n === 0n) {
    if (whole === 0) return weights.map(() => 0);
    throw new AppError('allocation-no-weight', { total: whole });
  }
  if (whole < 0) return allocateByLargestRemainder(-whole, weights).map((part) => 0 - part);
  const perWeight = fraction(BigInt(whole) * sum.d, sum.n);
  return settle(
    exact.map((weight) => multiplyFractions(weight, perWeight)),
    BigInt(whole),
  );
}

/** The weight as a machine number where it is a whole one; -1 where it is not. */
function wholeWeight(weight: Weight): number {
  if (typeof weight === 'number') return Number.isSafeInteger(weight) ? weight : -1;
  if (typeof weight === 'bigint') return Number(weight);
  return weight.d === 1n ? Number(weight.n) : -1;
}

/**
 * The same in machine numbers, about ten times faster: where every product of the total and a weight is a
 * whole number below 2^53 nothing is rounded. Null where the exact way has to be taken, refusals among them.
 */
function allocateSmall(whole: number, weights: readonly Weight[]): number[] | null {
  if (whole < 0) return null;
  const plain = weights.map(wholeWeight);
  let sum = 0;
  for (const weight of plain) {
    if (weight < 0 || weight * whole > Number.MAX_SAFE_INTEGER) return null;
    sum += weight;
  }
  if (sum === 0 || sum > Number.MAX_SAFE_INTEGER) return null;
  let left = whole;
  const rests: number[] = [];
  const parts = plain.map((weight) => {
    const rest = (weight * whole) % sum;
    const part = (weight * whole - rest) / sum;
    rests.push(rest);
    left -= part;
    return part;
  });
  if (left === 0) return parts;
  const order = rests.map((_, index) => index);
  order.sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/**
 * Rounds exact parts so that they add up to the rounded total they belong to: the same largest
 * remainder, on amounts that may have unlike signs. `totalMinor` must be within half a unit per part of
 * the exact sum, as a sum rounded once is; otherwise `allocation-total-differs` is thrown.
 */
export function roundPartsToTotal(parts: readonly Fraction[], totalMinor: number): number[] {
  const whole = assertMinor(totalMinor);
  if (whole < 0)
    return roundPartsToTotal(parts.map(negateFraction), -whole).map((part) => 0 - part);
  return settle(parts, BigInt(whole));
}

function settle(shares: readonly Fraction[], whole: bigint): number[] {
  const units = shares.map(floorFraction);
  let left = whole - units.reduce((sum, unit) => sum + unit, 0n);
  if (left < 0n || left > BigInt(shares.length)) {
    const exact = sumFractions(shares);
    throw new AppError('allocation-total-differs', {
      total: whole.toString(),
      exact: `${exact.n}/${exact.d}`,
    });
  }
  const order = shares
    .map((share, index) => ({
      index,
      rest: subtractFractions(share, fraction(units[index] ?? 0n)),
    }))
    .sort((a, b) => compareFractions(b.rest, a.rest) || a.index - b.index);
  for (const { index } of order) {
    if (left === 0n) break;
    units[index] = (units[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return units.map((unit) => assertMinor(unit));
}
