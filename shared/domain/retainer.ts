import { daysInclusive, type Month, monthPeriod, overlapOf, type Period } from './dates';
import { atLeastZero, minus, over, type Quantity, quantity, times } from './figure';
import { fraction } from './fraction';
import { assertMinor, lessDiscountPpm, roundToMinor } from './money';
import { hours, perHour } from './time-cost';

/** The retainer's fee: list fee × (1 − discount), one line, rounded. */
export function retainerFee(listFeeMinor: number, discountPpm: number): number {
  return lessDiscountPpm(listFeeMinor, discountPpm);
}

export interface RetainerUse {
  /** In-scope hours: kind retainer. */
  readonly usedSeconds: number;
  readonly includedSeconds: number;
  readonly rolledOverSeconds: number;
  /** Fee after discount. */
  readonly feeMinor: number;
  /** Cost of the used hours, exact. */
  readonly usedCost: Quantity;
}

export interface RetainerBurn {
  readonly availableSeconds: number;
  /** Used / (included + rolled over). */
  readonly burn: Quantity;
  /** max(0, used − available). */
  readonly overservicedSeconds: number;
  /** Over-serviced / available. */
  readonly overservicedShare: Quantity;
  /** Discounted fee / included hours (roll-over is not counted), minor units per hour. */
  readonly ratePerHour: Quantity;
  /** Over-serviced hours × the retainer's rate. */
  readonly overservicedValue: Quantity;
  /** Over-serviced hours × the average cost of the retainer's hours. */
  readonly overservicedCost: Quantity;
}

/** Burn and over-servicing of a retainer in a period; all ratios are null on a zero denominator. */
export function retainerBurn(use: RetainerUse): RetainerBurn {
  const availableSeconds = use.includedSeconds + use.rolledOverSeconds;
  const available = quantity(availableSeconds);
  const overserviced = atLeastZero(minus(quantity(use.usedSeconds), available));
  const overservicedSeconds = Math.max(0, use.usedSeconds - availableSeconds);
  const overservicedHours = hours(overservicedSeconds);
  const ratePerHour = perHour(quantity(use.feeMinor), use.includedSeconds);
  return {
    availableSeconds,
    burn: over(quantity(use.usedSeconds), available),
    overservicedSeconds,
    overservicedShare: over(overserviced, available),
    ratePerHour,
    overservicedValue: times(overservicedHours, ratePerHour),
    overservicedCost: times(overservicedHours, perHour(use.usedCost, use.usedSeconds)),
  };
}

export interface RetainerTerms {
  readonly listFeeMinor: number;
  readonly includedSeconds: number;
}

export interface ProratedRetainer extends RetainerTerms {
  /** Days of the month the retainer runs. */
  readonly daysRun: number;
  readonly daysInMonth: number;
}

/**
 * A month of a retainer that starts or ends within it: list fee and included hours by calendar days,
 * the fee rounded to the minor unit, the hours to the second. `running.to` is the last day.
 */
export function prorateRetainer(
  terms: RetainerTerms,
  month: Month,
  running: Period,
): ProratedRetainer {
  const whole = monthPeriod(month);
  const shared = overlapOf(whole, running);
  const daysInMonth = daysInclusive(whole);
  const daysRun = shared === null ? 0 : daysInclusive(shared);
  const share = (amount: number): number =>
    roundToMinor(fraction(BigInt(assertMinor(amount)) * BigInt(daysRun), BigInt(daysInMonth)));
  return {
    listFeeMinor: share(terms.listFeeMinor),
    includedSeconds: share(terms.includedSeconds),
    daysRun,
    daysInMonth,
  };
}
