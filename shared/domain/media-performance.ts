import { type CommissionTerms, commissionMarkup } from './commission';
import { daysInclusive, overlapOf, type Period, type PlainDate } from './dates';
import { mapFigure, minus, over, plus, type Quantity, quantity, times, total } from './figure';
import { fraction, ONE, roundHalfAwayFromZero } from './fraction';
import { applyRatePpm, ppmFraction } from './money';

/** Facts of a channel in a period: net spend and revenue in minor units, the rest are counts. */
export interface MediaFacts {
  readonly spend: Quantity;
  readonly impressions: Quantity;
  readonly clicks: Quantity;
  readonly leads: Quantity;
  readonly orders: Quantity;
  readonly revenue: Quantity;
}

export interface MediaPerformance {
  /** spend / impressions × 1000, minor units. */
  readonly cpm: Quantity;
  /** clicks / impressions. */
  readonly ctr: Quantity;
  /** spend / clicks, minor units. */
  readonly cpc: Quantity;
  /** leads / clicks. */
  readonly cr: Quantity;
  /** spend / leads, minor units. */
  readonly cpl: Quantity;
  /** spend / orders, minor units. */
  readonly cpa: Quantity;
  /** revenue / spend. */
  readonly roas: Quantity;
  /** spend / revenue (ДРР). */
  readonly drr: Quantity;
  /** (revenue − spend) / spend. */
  readonly romi: Quantity;
}

/** The ratios of media facts, exact, null on a zero denominator. */
export function mediaPerformance(facts: MediaFacts): MediaPerformance {
  return {
    cpm: times(over(facts.spend, facts.impressions), quantity(1000)),
    ctr: over(facts.clicks, facts.impressions),
    cpc: over(facts.spend, facts.clicks),
    cr: over(facts.leads, facts.clicks),
    cpl: over(facts.spend, facts.leads),
    cpa: over(facts.spend, facts.orders),
    roas: over(facts.revenue, facts.spend),
    drr: over(facts.spend, facts.revenue),
    romi: over(minus(facts.revenue, facts.spend), facts.spend),
  };
}

/** Facts of several channels as one: sums, so that ratios of the total come from totals. */
export function sumMediaFacts(channels: readonly MediaFacts[]): MediaFacts {
  return {
    spend: total(channels.map((facts) => facts.spend)),
    impressions: total(channels.map((facts) => facts.impressions)),
    clicks: total(channels.map((facts) => facts.clicks)),
    leads: total(channels.map((facts) => facts.leads)),
    orders: total(channels.map((facts) => facts.orders)),
    revenue: total(channels.map((facts) => facts.revenue)),
  };
}

/**
 * Net spend as the client pays for it: spend × (1 + mark-up) × (1 + VAT), unrounded. `markup` is the
 * commission over the net spend; without VAT (null rate) nothing is added.
 */
export function spendWithVatAndCommission(
  spend: Quantity,
  markup: Quantity,
  vatPpm: number | null,
): Quantity {
  const vat = quantity(ppmFraction(vatPpm ?? 0));
  return times(times(spend, plus(quantity(ONE), markup)), plus(quantity(ONE), vat));
}

export interface Variance {
  /** actual − plan, minor units. */
  readonly variance: Quantity;
  /** (actual − plan) / plan. */
  readonly pace: Quantity;
}

/** How far the actual is from the plan. */
export function variance(actual: Quantity, plan: Quantity): Variance {
  const difference = minus(actual, plan);
  return { variance: difference, pace: over(difference, plan) };
}

export interface MidPeriodPace {
  /** The plan spread evenly over the period's days, up to and including the day. */
  readonly planToDate: Quantity;
  /** (spend − plan to date) / plan to date. */
  readonly pace: Quantity;
  /** (plan − spend) / days left; null when none are left. */
  readonly neededPerDay: Quantity;
}

/** Pace in the middle of a period. Before it starts nothing is planned yet; after it all is. */
export function midPeriodPace(
  plan: Quantity,
  spend: Quantity,
  period: Period,
  on: PlainDate,
): MidPeriodPace {
  const days = daysInclusive(period);
  const run = overlapOf(period, { from: period.from, to: on });
  const daysRun = run === null ? 0 : daysInclusive(run);
  const planToDate = over(times(plan, quantity(daysRun)), quantity(days));
  return {
    planToDate,
    pace: over(minus(spend, planToDate), planToDate),
    neededPerDay: over(minus(plan, spend), quantity(days - daysRun)),
  };
}

/**
 * Planning estimate of the net media a budget with VAT buys, minor units, rounded half away. On top:
 * budget / (1 + VAT) / (1 + k); inside: budget / (1 + VAT) × (1 − k). Both divide by what the client
 * pays per unit of net media.
 */
export function topDownEstimate(
  budgetMinor: number,
  vatPpm: number | null,
  terms: CommissionTerms,
): Quantity {
  const price = spendWithVatAndCommission(quantity(ONE), commissionMarkup(terms), vatPpm);
  return mapFigure(over(quantity(budgetMinor), price), (net) =>
    net === null ? null : fraction(roundHalfAwayFromZero(net)),
  );
}

/** Ad levy on the cost of internet placement, rounded; shown apart, not part of the P&L. */
export function adLevy(internetPlacementMinor: number, levyPpm: number): number {
  return applyRatePpm(internetPlacementMinor, levyPpm);
}
