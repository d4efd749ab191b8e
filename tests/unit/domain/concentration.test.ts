import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationOf } from '../../../shared/domain/concentration';
import { exactOf } from '../../../shared/domain/figure';
import { addFractions, compareFractions, fraction } from '../../../shared/domain/fraction';

const clients = fc
  .array(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), { minLength: 1, maxLength: 15 })
  .map((amounts) => amounts.map((agiMinor, index) => ({ id: `c${index}`, agiMinor })));

describe('concentration of AGI', () => {
  it('shares out all that is earned, a loss counting as nothing', () => {
    fc.assert(
      fc.property(clients, (all) => {
        const result = concentrationOf(all);
        const shares = all.map(({ id }) => exactOf(result.shareOf(id)));
        if (all.every(({ agiMinor }) => agiMinor <= 0)) {
          expect(shares.every((share) => share === null)).toBe(true);
          expect(result.keyTierIds).toBeNull();
          return;
        }
        const whole = shares.reduce(
          (sum, share) => addFractions(sum ?? fraction(0), share ?? fraction(0)),
          fraction(0),
        );
        expect(whole).toEqual(fraction(1));
        const hhi = exactOf(result.hhi) ?? fraction(-1);
        expect(compareFractions(hhi, fraction(10_000))).toBeLessThanOrEqual(0);
        expect(compareFractions(hhi, fraction(10_000, all.length))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('names the fewest clients that make sixty per cent', () => {
    const result = concentrationOf([
      { id: 'small', agiMinor: 20 },
      { id: 'large', agiMinor: 60 },
      { id: 'middle', agiMinor: 20 },
    ]);
    expect(result.keyTierIds).toEqual(['large']);
    expect(result.top1).toEqual({ known: true, value: fraction(3, 5) });
    expect(result.portfolioMinor).toBe(100);
    expect(
      concentrationOf([
        { id: 'a', agiMinor: 59 },
        { id: 'b', agiMinor: 41 },
      ]).keyTierIds,
    ).toEqual(['a', 'b']);
  });

  it('is a monopoly with one client', () => {
    const { hhi, top5 } = concentrationOf([{ id: 'a', agiMinor: 5 }]);
    expect([hhi, top5].map(exactOf)).toEqual([fraction(10_000), fraction(1)]);
  });
});
