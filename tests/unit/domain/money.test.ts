import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../../../shared/domain/fraction';
import {
  addMinor,
  applyRatePpm,
  convertMinor,
  currencyExponent,
  formatMinorDecimal,
  lessDiscountPpm,
  MAX_MINOR,
  parseMoney,
} from '../../../shared/domain/money';

const amounts = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });
const currencies = fc.constantFrom('RUB', 'EUR', 'USD', 'JPY', 'KWD', 'CLF');

/** round(minor × ppm / 10^6) as long division on whole numbers, written apart from the product. */
function byLongDivision(minor: number, ppm: number): number {
  const product = BigInt(minor) * BigInt(ppm);
  const magnitude = product < 0n ? -product : product;
  const quotient = magnitude / 1_000_000n;
  const rounded = magnitude % 1_000_000n >= 500_000n ? quotient + 1n : quotient;
  return Number(product < 0n ? -rounded : rounded);
}

describe('money', () => {
  it('has the minor unit of its currency', () => {
    expect(['RUB', 'EUR', 'USD', 'JPY', 'KWD'].map(currencyExponent)).toEqual([2, 2, 2, 0, 3]);
    expect(() => currencyExponent('rub')).toThrow('currency-code-wrong');
  });

  it('comes back from its decimal string unchanged', () => {
    fc.assert(
      fc.property(amounts, currencies, (minor, currency) => {
        expect(parseMoney(formatMinorDecimal(minor, currency), currency)).toEqual({
          ok: true,
          value: minor === 0 ? 0 : minor,
        });
      }),
    );
  });

  it('is read without floating point', () => {
    expect(parseMoney('1.005', 'KWD')).toEqual({ ok: true, value: 1005 });
    expect(parseMoney('0.29', 'RUB')).toEqual({ ok: true, value: 29 });
    expect(parseMoney('22517998136852.48', 'RUB')).toEqual({ ok: true, value: 2 ** 51 });
    expect(parseMoney('100.00', 'JPY')).toEqual({ ok: true, value: 100 });
    expect(parseMoney('-0.00', 'RUB')).toEqual({ ok: true, value: 0 });
  });

  it.each([
    ['1.005', 'RUB', 'money-too-precise'],
    ['0.5', 'JPY', 'money-too-precise'],
    ['22517998136852.49', 'RUB', 'money-out-of-range'],
    ['1e5', 'RUB', 'money-not-a-number'],
    ['1 000', 'RUB', 'money-not-a-number'],
    ['', 'RUB', 'money-not-a-number'],
  ])('refuses %s %s with %s', (text, currency, code) => {
    expect(parseMoney(text, currency)).toMatchObject({ ok: false, code });
  });

  it('refuses sums beyond the range instead of losing kopecks', () => {
    expect(addMinor(MAX_MINOR, -1)).toBe(MAX_MINOR - 1);
    expect(() => addMinor(MAX_MINOR, 1)).toThrow('money-out-of-range');
    expect(() => addMinor(0.5)).toThrow('money-out-of-range');
  });

  it('takes a rate on every amount as long division does, the same for both signs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 45), max: 2 ** 45 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (minor, ppm) => {
          expect(applyRatePpm(minor, ppm)).toBe(byLongDivision(minor, ppm) + 0);
          expect(applyRatePpm(-minor, ppm) + applyRatePpm(minor, ppm)).toBe(0);
        },
      ),
    );
    expect(applyRatePpm(250, 10_000)).toBe(3);
    expect(applyRatePpm(-250, 10_000)).toBe(-3);
  });

  it('rounds a discounted line once', () => {
    expect(lessDiscountPpm(1_00, 333_333)).toBe(67);
    expect(lessDiscountPpm(10_000_000, 40_000)).toBe(9_600_000);
  });

  it('converts between minor units of unlike size', () => {
    expect(convertMinor(1_00, 'EUR', 'JPY', fraction(1585, 10))).toBe(159);
    expect(convertMinor(159, 'JPY', 'EUR', fraction(10, 1585))).toBe(1_00);
    expect(convertMinor(123_45, 'EUR', 'RUB', fraction(98))).toBe(1_209_810);
  });
});
