import { describe, expect, it } from 'vitest';
import { quantity } from '../../../shared/domain/figure';
import {
  countScores,
  lifetimeMonths,
  ltvToCac,
  netPromoterScore,
  npsGroup,
} from '../../../shared/domain/nps';

describe('NPS', () => {
  it('takes nine and ten for promoters, up to six for detractors', () => {
    expect(countScores([0, 6, 7, 8, 9, 10])).toEqual({ promoters: 2, passives: 2, detractors: 2 });
    expect(() => npsGroup(11)).toThrow(RangeError);
    expect(() => npsGroup(9.5)).toThrow(RangeError);
  });

  it('is the difference of their shares, and a dash without answers', () => {
    expect(netPromoterScore({ promoters: 11, passives: 5, detractors: 4 })).toEqual(quantity(35));
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 2 })).toEqual(quantity(-100));
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toEqual({
      known: true,
      value: null,
    });
  });

  it('has a lifetime only where somebody leaves', () => {
    expect(lifetimeMonths(50_000)).toEqual(quantity(20));
    expect(lifetimeMonths(0)).toEqual({ known: true, value: null });
    expect(ltvToCac(quantity(5), quantity(0))).toEqual({ known: true, value: null });
  });
});
