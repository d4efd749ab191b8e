import type { VatFlag } from '../ad-statistics/types';
import type { Period } from '../dates';
import type { BuyingModel } from '../media-plan-line';

/** What a cell of a workbook holds. `unreckoned`: a formula whose value was not kept. */
export type PlanCellKind = 'text' | 'number' | 'percent' | 'date' | 'unreckoned';

export interface PlanCell {
  /** Numbers as plain decimals, percentages as their fraction, dates as `YYYY-MM-DD`. */
  readonly text: string;
  readonly kind: PlanCellKind;
  /** Stands in a merged area whose value belongs to another cell. */
  readonly isRepeat: boolean;
}

export interface PlanRow {
  /** Row of the sheet, from 1. */
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: readonly PlanCell[];
}

export interface PlanSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly PlanRow[];
}

/** What a column of a plan can become. */
export const PLAN_FIELDS = [
  'groupName',
  'channel',
  'placement',
  'format',
  'geo',
  'audience',
  'model',
  'unit',
  'volume',
  'price',
  'discount',
  'surcharge',
  'budget',
  'commission',
  'period',
  'from',
  'to',
  'impressions',
  'reach',
  'clicks',
  'leads',
  'orders',
  'revenue',
  'currency',
  'erid',
  'note',
] as const;

export type PlanField = (typeof PLAN_FIELDS)[number];

/** A column's meaning: a field, days of the flight, or nothing. */
export type ColumnUse = PlanField | 'flight' | null;

export interface PlanColumn {
  readonly index: number;
  /** The heads above it, from the top, joined. */
  readonly title: string;
  readonly use: ColumnUse;
  /** Days that a column of the flight stands for; null for other columns. */
  readonly days: Period | null;
  /** Its heads speak of days, so that a remembered mapping leaves it out: days change from plan to plan. */
  readonly isOfDays: boolean;
  readonly example: string;
}

/** Why a row is refused or left out, or what is to be noticed. Keys of the `import` messages, under `plan`. */
export type PlanProblemCode =
  | 'number-unreadable'
  | 'number-unsure'
  | 'formula-unreckoned'
  | 'date-unreadable'
  | 'date-unsure'
  | 'amount-negative'
  | 'amount-out-of-range'
  | 'percent-out-of-range'
  | 'money-missing'
  | 'days-missing'
  | 'flight-reversed'
  | 'flight-outside'
  | 'flight-differs'
  | 'line-differs'
  | 'line-unsolvable'
  | 'volume-unsure'
  | 'currency-other'
  | 'model-unknown'
  | 'total-differs'
  | 'count-total-differs'
  | 'row-hidden'
  | 'hidden-counted'
  | 'row-adjustment'
  | 'row-text'
  | 'weights-only'
  | 'vat-overruled'
  | 'commission-overruled';

export interface PlanProblem {
  readonly line: number;
  /** The column's title; empty for the row as a whole. */
  readonly field: string;
  readonly code: PlanProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Money of a line that runs on some days; the weights of all parts add up to its amount or volume. */
export interface FlightPart extends Period {
  /** Exact decimal. */
  readonly weight: string;
}

/** A line of the plan; volume × price with its surcharges and discounts is `amountMinor` to the minor unit. */
export interface PlanImportLine {
  readonly row: number;
  readonly groupName: string;
  readonly channel: string;
  readonly placement: string;
  readonly format: string;
  readonly geo: string;
  readonly audience: string;
  readonly model: BuyingModel;
  readonly unit: string;
  /** Exact decimals. */
  readonly volume: string;
  readonly price: string;
  readonly surchargesPpm: readonly number[];
  readonly discountsPpm: readonly number[];
  /** As the file states it, in the reading's basis; minor units. */
  readonly amountMinor: number;
  readonly commissionPpm: number | null;
  readonly flight: Period;
  /** Empty: evenly. */
  readonly parts: readonly FlightPart[];
  readonly impressions: number | null;
  readonly reach: number | null;
  readonly clicks: number | null;
  readonly leads: number | null;
  readonly orders: number | null;
  readonly revenueMinor: number | null;
  readonly erid: string;
  readonly note: string;
}

/** A row that becomes no line. */
export interface PlanRowLeft {
  readonly line: number;
  readonly state: 'refused' | 'not-booked';
  readonly label: string;
  readonly problem: PlanProblem;
}

/** What has to be said about a plan that it does not say itself. */
export type PlanQuestion = 'vat' | 'commission' | 'period';

export interface PlanReading {
  readonly sheet: string;
  /** Rows of the head, first and last. */
  readonly head: { readonly first: number; readonly last: number };
  /** Names the head: the same columns have the same one, whatever weeks the flight has. */
  readonly fingerprint: string;
  readonly columns: readonly PlanColumn[];
  readonly title: string;
  readonly currency: string | null;
  readonly vat: VatFlag;
  /** Whether the agency's commission is in the money. */
  readonly commission: VatFlag;
  /** The rate the file names; null for none, or several. */
  readonly vatPpm: number | null;
  /** The plan's days, where somebody or the sheet says them. */
  readonly period: Period | null;
  readonly lines: readonly PlanImportLine[];
  readonly left: readonly PlanRowLeft[];
  /** Sums that do not add up. */
  readonly differences: readonly PlanProblem[];
  /** Sums that were held against the lines. */
  readonly checkedSums: number;
  readonly warnings: readonly PlanProblem[];
  readonly questions: readonly PlanQuestion[];
}

/** What somebody said about a plan. */
export interface PlanHints {
  readonly fileName: string;
  /** The currency of money that names none. */
  readonly currency: string;
  readonly vat?: VatFlag | null;
  readonly commission?: VatFlag | null;
  readonly period?: Period | null;
  /** Meanings of columns by index, as decided by hand or remembered. */
  readonly uses?: ReadonlyMap<number, ColumnUse> | null;
}
