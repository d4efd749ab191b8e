import { known, over, type Quantity, quantity, times } from './figure';
import { fraction } from './fraction';

/** Answers of a satisfaction wave by group. */
export interface NpsCounts {
  /** Scores 9 and 10. */
  readonly promoters: number;
  /** Scores 7 and 8. */
  readonly passives: number;
  /** Scores 0 to 6. */
  readonly detractors: number;
}

export type NpsGroup = 'promoter' | 'passive' | 'detractor';

/** The group of a score from 0 to 10. Throws RangeError for anything else. */
export function npsGroup(score: number): NpsGroup {
  if (!Number.isInteger(score) || score < 0 || score > 10) {
    throw new RangeError(`not an answer from 0 to 10: ${score}`);
  }
  return score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
}

/** Counts scores by group. */
export function countScores(scores: readonly number[]): NpsCounts {
  const groups = scores.map(npsGroup);
  const count = (group: NpsGroup): number => groups.filter((each) => each === group).length;
  return {
    promoters: count('promoter'),
    passives: count('passive'),
    detractors: count('detractor'),
  };
}

/** % promoters − % detractors, −100 … 100, exact; null without answers. */
export function netPromoterScore(counts: NpsCounts): Quantity {
  const answers = counts.promoters + counts.passives + counts.detractors;
  const share = over(quantity(counts.promoters - counts.detractors), quantity(answers));
  return times(share, quantity(100));
}

/** Expected lifetime of a client in months: 1 / monthly churn; null where nobody leaves. */
export function lifetimeMonths(monthlyChurnPpm: number): Quantity {
  return known(monthlyChurnPpm === 0 ? null : fraction(1_000_000, monthlyChurnPpm));
}

/** Lifetime value: monthly contribution (profit, not revenue) × lifetime. */
export function lifetimeValue(monthlyContribution: Quantity, lifetime: Quantity): Quantity {
  return times(monthlyContribution, lifetime);
}

/** LTV / cost of winning a client; null where that cost is zero. */
export function ltvToCac(lifetimeValueAmount: Quantity, acquisitionCost: Quantity): Quantity {
  return over(lifetimeValueAmount, acquisitionCost);
}
