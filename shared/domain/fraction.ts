import { AppError } from '../contract/app-error';

/**
 * An exact rational number. The denominator is positive and the pair has no common divisor, so two
 * equal numbers have equal fields.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  // Machine numbers divide about ten times faster than BigInt, and nearly every amount fits.
  if (x <= SAFE && y <= SAFE) {
    let p = Number(x);
    let q = Number(y);
    while (q !== 0) [p, q] = [q, p % q];
    return BigInt(p);
  }
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function integerOf(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new AppError('not-a-whole-number', { value });
  return BigInt(value);
}

/** `n / d`, normalised. Throws `division-by-zero`, and `not-a-whole-number` for an unsafe number. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  let top = integerOf(n);
  let bottom = integerOf(d);
  if (bottom === 0n) throw new AppError('division-by-zero');
  if (bottom === 1n) return { n: top, d: 1n };
  if (bottom < 0n) {
    top = -top;
    bottom = -bottom;
  }
  const common = gcd(top, bottom);
  return common === 1n ? { n: top, d: bottom } : { n: top / common, d: bottom / common };
}

/** a + b */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return a.d === 1n ? { n: a.n + b.n, d: 1n } : fraction(a.n + b.n, a.d);
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, negateFraction(b));
}

/** a × b */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** a ÷ b; throws `division-by-zero`. Where a zero denominator is an ordinary answer use the figures' `over`. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** −a */
export function negateFraction(a: Fraction): Fraction {
  return { n: -a.n, d: a.d };
}

/** Negative where a < b, zero where equal, positive where a > b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sum; zero for none. */
export function sumFractions(values: Iterable<Fraction>): Fraction {
  let sum = ZERO;
  for (const value of values) sum = addFractions(sum, value);
  return sum;
}

/** The nearest whole number; a half goes away from zero. */
export function roundHalfAwayFromZero(value: Fraction): bigint {
  if (value.d === 1n) return value.n;
  const magnitude = value.n < 0n ? -value.n : value.n;
  const rounded = (magnitude * 2n + value.d) / (value.d * 2n);
  return value.n < 0n ? -rounded : rounded;
}

/** The largest whole number not above the value. */
export function floorFraction(value: Fraction): bigint {
  const quotient = value.n / value.d;
  return value.n < 0n && quotient * value.d !== value.n ? quotient - 1n : quotient;
}

const DIGITS = /^\d+$/;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The exact value of a plain decimal ("12", "-0.125"); null for anything else. */
export function parseFraction(text: string): Fraction | null {
  if (DIGITS.test(text)) return { n: BigInt(text), d: 1n };
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const decimals = match[3] ?? '';
  const magnitude = BigInt(`${match[2] ?? ''}${decimals}`);
  return fraction(match[1] === '-' ? -magnitude : magnitude, 10n ** BigInt(decimals.length));
}

/** The value with a fixed number of decimals, rounded half away from zero; never "-0". */
export function formatFraction(value: Fraction, decimals: number): string {
  const scaled = roundHalfAwayFromZero(multiplyFractions(value, fraction(10n ** BigInt(decimals))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
