import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  floorFraction,
  formatFraction,
  fraction,
  multiplyFractions,
  negateFraction,
  parseFraction,
  roundHalfAwayFromZero,
  subtractFractions,
  sumFractions,
} from '../../../shared/domain/fraction';

const integers = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 18n });
const fractions = fc.tuple(integers, positive).map(([n, d]) => fraction(n, d));
const nonZero = fractions.filter((value) => value.n !== 0n);

const equals = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

describe('a fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0, 7)).toEqual({ n: 0n, d: 1n });
    expect(fraction(2n ** 80n, 2n ** 79n)).toEqual({ n: 2n, d: 1n });
    expect(() => fraction(1, 0)).toThrow('division-by-zero');
    expect(() => fraction(0.5)).toThrow('not-a-whole-number');
  });

  it('adds, multiplies and divides as rational numbers do', () => {
    fc.assert(
      fc.property(fractions, fractions, nonZero, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        expect(divideFractions(multiplyFractions(a, c), c)).toEqual(a);
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
      }),
    );
  });

  it('adds up to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 12 }), (values) => {
        expect(sumFractions([...values].reverse())).toEqual(sumFractions(values));
      }),
    );
  });

  it('compares by its difference', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const { n } = subtractFractions(a, b);
        expect(Math.sign(compareFractions(a, b))).toBe(n > 0n ? 1 : n < 0n ? -1 : 0);
      }),
    );
  });

  it('rounds to the nearest whole number, a half away from zero', () => {
    expect(
      [fraction(1, 2), fraction(-1, 2), fraction(5, 2), fraction(-5, 2)].map(roundHalfAwayFromZero),
    ).toEqual([1n, -1n, 3n, -3n]);
    expect(roundHalfAwayFromZero(fraction(49, 100))).toBe(0n);
    fc.assert(
      fc.property(fractions, (value) => {
        const rounded = roundHalfAwayFromZero(value);
        const rest = subtractFractions(value, fraction(rounded));
        expect(compareFractions(rest, fraction(1, 2))).toBeLessThanOrEqual(0);
        expect(compareFractions(rest, fraction(-1, 2))).toBeGreaterThanOrEqual(0);
        expect(roundHalfAwayFromZero(negateFraction(value))).toBe(-rounded);
      }),
    );
  });

  it('has a floor not above it and less than one below', () => {
    expect(floorFraction(fraction(-1, 3))).toBe(-1n);
    fc.assert(
      fc.property(fractions, (value) => {
        const rest = subtractFractions(value, fraction(floorFraction(value)));
        expect(rest.n >= 0n && rest.n < rest.d).toBe(true);
      }),
    );
  });

  it('reads and writes decimals exactly', () => {
    expect(parseFraction('-0.125')).toEqual({ n: -1n, d: 8n });
    for (const bad of ['', '1.', '.5', '1,5', '1e3', '+1', ' 1', '0x1', 'NaN']) {
      expect(parseFraction(bad), bad).toBeNull();
    }
    expect(formatFraction(fraction(-1, 1000), 2)).toBe('0.00');
    expect(formatFraction(fraction(-5, 1000), 2)).toBe('-0.01');
    expect(formatFraction(fraction(7, 2), 0)).toBe('4');
    fc.assert(
      fc.property(integers, fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const value = fraction(n, 10n ** BigInt(decimals));
        const read = parseFraction(formatFraction(value, decimals));
        expect(read !== null && equals(read, value)).toBe(true);
      }),
    );
  });
});
