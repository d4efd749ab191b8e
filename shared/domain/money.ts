import { AppError } from '../contract/app-error';
import { type Fraction, fraction, roundHalfAwayFromZero } from './fraction';
import { type Parsed, parsed, refused } from './parsed';

/** Largest amount, either sign, in minor units. Leaves room to add thousands of them in a double. */
export const MAX_MINOR = 2 ** 51;

/** 100 % in parts per million. */
export const PPM = 1_000_000;

// ISO 4217, list one: currencies whose minor unit is not a hundredth.
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
  ...['CLF', 'UYW'].map((code): [string, number] => [code, 4]),
]);

/** Whether the text looks like an ISO 4217 code: three capital Latin letters. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** Decimals of the currency's minor unit (RUB 2, JPY 0). Throws `currency-code-wrong`. */
export function currencyExponent(currency: string): number {
  if (!isCurrencyCode(currency)) throw new AppError('currency-code-wrong', { currency });
  return EXPONENTS.get(currency) ?? 2;
}

/** Minor units in one major unit (RUB 100, JPY 1). */
export function minorPerMajor(currency: string): number {
  return 10 ** currencyExponent(currency);
}

/** The amount as a number of minor units; throws `money-out-of-range` beyond ±2^51 or if not whole. */
export function assertMinor(minor: number | bigint): number {
  const value = Number(minor);
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_MINOR) {
    throw new AppError('money-out-of-range', { amount: minor.toString() });
  }
  return value === 0 ? 0 : value;
}

/** The sum of amounts of one currency; throws `money-out-of-range`. */
export function addMinor(...amounts: readonly number[]): number {
  // Each addend is at most 2^51, so two of them stay exact; a longer sum is checked as it grows.
  let sum = 0;
  for (const amount of amounts) sum = assertMinor(sum + assertMinor(amount));
  return sum;
}

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal string ("1234.5", "-0.01") in major units. Digits beyond the currency's
 * minor unit are accepted only when they are zeros, since rounding an input would lose money quietly.
 * Codes: `money-not-a-number`, `money-too-precise`, `money-out-of-range`.
 */
export function parseMoney(text: string, currency: string): Parsed<number> {
  const match = PLAIN_DECIMAL.exec(text.trim());
  if (match === null) return refused('money-not-a-number', { text });
  const exponent = currencyExponent(currency);
  const decimals = match[3] ?? '';
  if (/[1-9]/.test(decimals.slice(exponent))) {
    return refused('money-too-precise', { text, currency, decimals: exponent });
  }
  const digits = `${match[2] ?? ''}${decimals.slice(0, exponent).padEnd(exponent, '0')}`;
  const magnitude = BigInt(digits);
  if (magnitude > BigInt(MAX_MINOR)) return refused('money-out-of-range', { amount: text });
  const value = Number(magnitude);
  return parsed(match[1] === '-' && value !== 0 ? -value : value);
}

/** "1234.50": major units with the currency's own number of decimals, for files and JSON. */
export function formatMinorDecimal(minor: number, currency: string): string {
  const value = assertMinor(minor);
  const exponent = currencyExponent(currency);
  const digits = Math.abs(value)
    .toString()
    .padStart(exponent + 1, '0');
  const sign = value < 0 ? '-' : '';
  if (exponent === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** A rate in parts per million as an exact fraction (220000 → 11/50). */
export function ppmFraction(ppm: number): Fraction {
  return fraction(ppm, PPM);
}

/** The exact value rounded to minor units, half away from zero; throws `money-out-of-range`. */
export function roundToMinor(value: Fraction): number {
  return assertMinor(roundHalfAwayFromZero(value));
}

/** amount × rate, one document line: rounded to the minor unit, half away from zero. */
export function applyRatePpm(minor: number, ppm: number): number {
  const product = minor * ppm;
  // Whole doubles below 2^53 are exact; the comparison is on the doubled rest, which stays far below.
  if (Number.isSafeInteger(product) && Number.isSafeInteger(minor) && Number.isSafeInteger(ppm)) {
    const magnitude = Math.abs(product);
    const rest = magnitude % PPM;
    const whole = (magnitude - rest) / PPM + (rest * 2 >= PPM ? 1 : 0);
    return assertMinor(product < 0 ? -whole : whole);
  }
  return roundToMinor(fraction(BigInt(assertMinor(minor)) * BigInt(ppm), BigInt(PPM)));
}

/** amount × (1 − discount), one line: rounded once, half away from zero. */
export function lessDiscountPpm(minor: number, discountPpm: number): number {
  return applyRatePpm(minor, PPM - discountPpm);
}

/**
 * A rounded amount in another currency at `rate` (major units of `to` for one major unit of `from`),
 * rounded to the minor unit of `to`.
 */
export function convertMinor(minor: number, from: string, to: string, rate: Fraction): number {
  const top = BigInt(assertMinor(minor)) * rate.n * BigInt(minorPerMajor(to));
  return roundToMinor(fraction(top, rate.d * BigInt(minorPerMajor(from))));
}
