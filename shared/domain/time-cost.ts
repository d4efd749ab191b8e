import { known, missingOf, over, type Quantity, quantity, unknown } from './figure';
import { addFractions, fraction, multiplyFractions, ZERO } from './fraction';
import { PPM } from './money';

export const SECONDS_PER_HOUR = 3600;

/** What an hour was spent on. Rework costs and is not billable; internal belongs to no client's cost. */
export type TimeKind = 'retainer' | 'project' | 'rework' | 'internal';

/** Whether hours of the kind are part of what the client costs. */
export function isClientKind(kind: TimeKind): boolean {
  return kind !== 'internal';
}

/** Whether hours of the kind may be billed. */
export function isBillableKind(kind: TimeKind): boolean {
  return kind === 'retainer' || kind === 'project';
}

/** Seconds at one hourly rate; the rate in minor units per hour, exact. */
export interface RatedTime {
  readonly seconds: number;
  readonly rate: Quantity;
}

export interface PayTerms {
  readonly monthlyPayMinor: number;
  readonly payrollTaxPpm: number;
  readonly monthlyBenefitsMinor: number;
  readonly availableSeconds: number;
}

/**
 * Loaded hourly cost, minor units per hour, exact: (monthly pay × (1 + payroll tax) + benefits) /
 * available hours. Null where no hours are available.
 */
export function loadedHourlyCost(terms: PayTerms): Quantity {
  const pay = fraction(
    BigInt(terms.monthlyPayMinor) * BigInt(PPM + terms.payrollTaxPpm),
    BigInt(PPM),
  );
  const cost = addFractions(pay, fraction(terms.monthlyBenefitsMinor));
  return over(quantity(cost), hours(terms.availableSeconds));
}

/** Seconds as exact hours. */
export function hours(seconds: number): Quantity {
  return quantity(fraction(seconds, SECONDS_PER_HOUR));
}

/**
 * Σ hours × rate, minor units, exact; to be rounded once, at output. Unknown where a rate that is
 * needed is missing (all of them are named); rows without time need no rate.
 */
export function valueOfTime(rows: readonly RatedTime[]): Quantity {
  // One multiplication per rate, not per row: a person's entries share a handful of rate objects.
  const secondsByRate = new Map<Quantity, number>();
  for (const { rate, seconds } of rows) {
    if (seconds !== 0) secondsByRate.set(rate, (secondsByRate.get(rate) ?? 0) + seconds);
  }
  const lacking = missingOf(secondsByRate.keys());
  if (lacking.length > 0) return unknown(...lacking);
  let sum = ZERO;
  for (const [rate, seconds] of secondsByRate) {
    if (!rate.known || rate.value === null) return known(null);
    sum = addFractions(sum, multiplyFractions(rate.value, fraction(seconds, SECONDS_PER_HOUR)));
  }
  return known(sum);
}

/** The seconds of the rows. */
export function secondsOf(rows: readonly { readonly seconds: number }[]): number {
  return rows.reduce((sum, row) => sum + row.seconds, 0);
}

/** value / hours, minor units per hour; null without hours. */
export function perHour(value: Quantity, seconds: number): Quantity {
  return over(value, hours(seconds));
}

/** Billable / available hours, as a share. For a team pass the sums, never an average of shares. */
export function utilization(billableSeconds: number, availableSeconds: number): Quantity {
  return over(quantity(billableSeconds), quantity(availableSeconds));
}

/** The mean of several people's rates weighted by their seconds, per hour; null without time. */
export function averageRate(rows: readonly RatedTime[]): Quantity {
  return perHour(valueOfTime(rows), secondsOf(rows));
}
