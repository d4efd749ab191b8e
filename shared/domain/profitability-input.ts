import type { CommissionTerms } from './commission';
import type { Quantity } from './figure';
import type { TimeKind } from './time-cost';

/** A retainer's period: the fee and hours are the period's own, prorated before they come here. */
export interface RetainerInput {
  readonly id: string;
  readonly label: string;
  readonly listFeeMinor: number;
  readonly discountPpm: number;
  readonly includedSeconds: number;
  readonly rolledOverSeconds: number;
  /** Days the retainer runs in its month, and of the month; null where it is not a month's part. */
  readonly daysRun: number | null;
  readonly daysInMonth: number | null;
}

/** A fixed-fee project in the period. */
export interface ProjectInput {
  readonly id: string;
  readonly label: string;
  readonly feeMinor: number;
  /** As judged at the period's end; nothing is recognised before it is first judged. */
  readonly percentCompletePpm: number;
  /** As judged at the end of the day before the period. */
  readonly completeBeforePpm: number;
  readonly invoicedInPeriodMinor: number;
  /** Up to the period's end. */
  readonly invoicedTotalMinor: number;
}

/** A channel's media: net of VAT and commission, after discount. Results are null where not recorded. */
export interface MediaInput {
  readonly id: string;
  readonly channel: string;
  readonly planMinor: number | null;
  readonly actualMinor: number;
  readonly rebatePpm: number;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly leads: number | null;
  readonly orders: number | null;
  readonly revenueMinor: number | null;
}

/** Production bought for the client. */
export interface ProductionInput {
  readonly id: string;
  /** The project it was bought for, if for one. */
  readonly projectId: string | null;
  readonly label: string;
  readonly costMinor: number;
  readonly markupPpm: number;
}

/** Time of one person, kind and rate; rates are minor units per hour, exact. */
export interface TimeInput {
  readonly personId: string;
  readonly personLabel: string;
  /** The retainer or project the time was spent on. */
  readonly projectId: string | null;
  readonly projectLabel: string | null;
  readonly projectKind: 'retainer' | 'fixed-fee' | null;
  readonly kind: TimeKind;
  readonly seconds: number;
  /** Loaded cost, in the currency of costs (see `costConversion`). */
  readonly costRate: Quantity;
  /** In the client's currency. */
  readonly billRate: Quantity;
  /** Time entries this group stands for. */
  readonly entryCount: number;
}

export interface DirectCostInput {
  readonly id: string;
  readonly label: string;
  readonly costMinor: number;
}

/** Everything that one client's profitability of one period is computed from. */
export interface ProfitabilityInput {
  /** The client's currency: every amount is in its minor units unless it says otherwise. */
  readonly currency: string;
  readonly retainers: readonly RetainerInput[];
  readonly projects: readonly ProjectInput[];
  readonly media: readonly MediaInput[];
  /** Null: the contract has no commission. */
  readonly commission: CommissionTerms | null;
  readonly production: readonly ProductionInput[];
  readonly time: readonly TimeInput[];
  readonly directCosts: readonly DirectCostInput[];
  readonly upsellBonusPpm: number;
  /** Minor units per client hour, in the currency of costs. */
  readonly overheadPerHour: Quantity;
  /** Client minor units for one minor unit of the currency of costs; 1 where they are the same. */
  readonly costConversion: Quantity;
}
