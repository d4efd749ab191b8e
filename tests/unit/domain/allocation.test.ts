import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByLargestRemainder, roundPartsToTotal } from '../../../shared/domain/allocation';
import { fraction, roundHalfAwayFromZero, sumFractions } from '../../../shared/domain/fraction';

const totals = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
const weightLists = fc
  .array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0));

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

describe('the largest remainder', () => {
  it('gives the last units to the largest fractions, ties to the earlier line', () => {
    expect(allocateByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateByLargestRemainder(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocateByLargestRemainder(10, [1, 2, 4])).toEqual([1, 3, 6]);
    expect(allocateByLargestRemainder(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(allocateByLargestRemainder(3, [fraction(1, 3), fraction(1, 6)])).toEqual([2, 1]);
  });

  it('adds up exactly, each part within one unit of its exact share', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = allocateByLargestRemainder(total, weights);
        expect(sumOf(parts)).toBe(total);
        const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        parts.forEach((part, index) => {
          const away = BigInt(part) * whole - BigInt(total) * BigInt(weights[index] ?? 0);
          expect(away < whole && away > -whole).toBe(true);
        });
      }),
    );
  });

  it('splits the opposite amount into the opposite parts', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = allocateByLargestRemainder(total, weights);
        expect(allocateByLargestRemainder(-total, weights)).toEqual(parts.map((part) => 0 - part));
      }),
    );
  });

  it('refuses what cannot be split', () => {
    expect(() => allocateByLargestRemainder(1, [0, 0])).toThrow('allocation-no-weight');
    expect(() => allocateByLargestRemainder(1, [])).toThrow('allocation-no-weight');
    expect(() => allocateByLargestRemainder(1, [2, -1])).toThrow('allocation-weight-negative');
    expect(allocateByLargestRemainder(0, [0, 0])).toEqual([0, 0]);
  });

  it('rounds parts of any sign to the total they belong to', () => {
    const parts = fc.array(
      fc
        .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 999 }))
        .map(([n, d]) => fraction(n, d)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, (exact) => {
        const total = Number(roundHalfAwayFromZero(sumFractions(exact)));
        const rounded = roundPartsToTotal(exact, total);
        expect(sumOf(rounded)).toBe(total);
        rounded.forEach((part, index) => {
          const share = exact[index] ?? fraction(0);
          const away = BigInt(part) * share.d - share.n;
          expect(away <= share.d && away >= -share.d).toBe(true);
        });
      }),
    );
    expect(() => roundPartsToTotal([fraction(1)], 5)).toThrow('allocation-total-differs');
  });

  it('comes to the same in machine numbers and in fractions', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(2 ** 31), weights, (total, plain) => {
        fc.pre(plain.some((weight) => weight > 0));
        const halves = plain.map((weight) => fraction(2 * weight + 1, 2));
        const doubled = plain.map((weight) => 2 * weight + 1);
        expect(allocateByLargestRemainder(total, doubled)).toEqual(
          allocateByLargestRemainder(total, halves),
        );
      }),
    );
  });
});
