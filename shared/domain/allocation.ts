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
import { nthLargest } from './nth-largest';

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
 * The same in whole numbers, without fractions: machine numbers where every product of the total and a weight
 * stays below 2^53, else products in two of them. Nothing is rounded. Null where the exact way has to be taken,
 * refusals among them.
 */
function allocateSmall(whole: number, weights: readonly Weight[]): number[] | null {
  if (whole < 0) return null;
  const plain = weights.map(wholeWeight);
  let sum = 0;
  let isSmall = true;
  for (const weight of plain) {
    if (weight < 0) return null;
    if (weight * whole > Number.MAX_SAFE_INTEGER) isSmall = false;
    sum += weight;
  }
  if (sum === 0 || sum > Number.MAX_SAFE_INTEGER) return null;
  let left = whole;
  const rests = new Float64Array(plain.length);
  const parts = plain.map((weight, i) => {
    let rest = 0;
    let part = 0;
    if (isSmall) {
      rest = (weight * whole) % sum;
      part = (weight * whole - rest) / sum;
    } else {
      part = Math.floor((weight * whole) / sum);
      rest = productsDiffer(weight, whole, part, sum);
      // The quotient was rounded: it may be one too many or too few.
      for (; rest < 0; rest += sum) part -= 1;
      for (; rest >= sum; rest -= sum) part += 1;
    }
    rests[i] = rest;
    left -= part;
    return part;
  });
  if (left === 0) return parts;
  const bound = nthLargest(rests.slice(), left);
  rests.forEach((rest, i) => {
    if (rest <= bound) return;
    parts[i] = (parts[i] ?? 0) + 1;
    left -= 1;
  });
  for (let i = 0; i < parts.length && left > 0; i += 1) {
    if (rests[i] !== bound) continue;
    parts[i] = (parts[i] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/**
 * a × b − c × d exactly, for whole numbers up to 2^53 whose products nearly agree: each product is kept as its
 * rounded value and what rounding took off (Dekker's product).
 */
function productsDiffer(a: number, b: number, c: number, d: number): number {
  const first = a * b;
  const second = c * d;
  return first - second + (lostIn(a, b, first) - lostIn(c, d, second));
}

/** 2^27 + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134_217_729;

function lostIn(a: number, b: number, product: number): number {
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function halves(value: number): [number, number] {
  const shifted = SPLITTER * value;
  const high = shifted - (shifted - value);
  return [high, value - high];
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
