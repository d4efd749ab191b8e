import type { Period } from '../dates';

/** Whose statistics a file holds; `other` is a table with the columns of one and no sign whose. */
export const AD_SOURCES = ['yandex-direct', 'google-ads', 'meta', 'vk-ads', 'other'] as const;

export type AdSource = (typeof AD_SOURCES)[number];

export type AnalyticsSource = 'yandex-metrica' | 'ga4';

/** Whether money in a file includes VAT. Most files do not say: then it is asked, never assumed. */
export type VatFlag = 'included' | 'excluded' | 'unknown';

/** Why a row is refused, left out, asked about or only warned of. Keys of the `import` messages. */
export type StatisticsProblemCode =
  | 'number-unreadable'
  | 'number-unsure'
  | 'date-unreadable'
  | 'date-unsure'
  | 'date-missing'
  | 'campaign-missing'
  | 'spend-missing'
  | 'spend-negative'
  | 'count-not-whole'
  | 'count-negative'
  | 'amount-out-of-range'
  | 'row-too-wide'
  | 'row-too-narrow'
  | 'no-delivery'
  | 'currency-other'
  | 'currency-unknown'
  | 'account-other'
  | 'row-restated'
  | 'rows-counted'
  | 'spend-total-differs'
  | 'micros-unsure'
  | 'vat-unknown'
  | 'clicks-chosen'
  | 'text-damaged'
  | 'period-overlaps'
  | 'table-left-out'
  | 'campaigns-unmapped'
  | 'currency-not-stated';

export interface StatisticsProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Column as the file heads it; empty for the row as a whole. */
  readonly field: string;
  readonly code: StatisticsProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A campaign's day, or its whole period where the file has no days: what is booked and booked once. */
export interface AdFact {
  readonly source: AdSource;
  /** Empty where the file names no account. */
  readonly account: string;
  /** Empty where the file has names only. */
  readonly campaignId: string;
  readonly campaign: string;
  readonly period: Period;
  /** Minor units of `currency`. */
  readonly spendMinor: number;
  readonly currency: string;
  readonly vat: VatFlag;
  /** Null: the file does not say. */
  readonly impressions: number | null;
  readonly clicks: number | null;
  /** Hundredths: attribution models share a conversion between campaigns. */
  readonly conversionsHundredths: number | null;
  readonly revenueMinor: number | null;
  /** Lines that were added up, in order; the first one names the fact. */
  readonly lines: readonly number[];
}

/** A row that is not booked, and why. */
export interface AdRowLeft {
  readonly line: number;
  /** `unsure`: it can be read in two ways and somebody has to say. */
  readonly state: 'refused' | 'unsure' | 'not-booked';
  readonly campaign: string;
  readonly problem: StatisticsProblem;
}

export interface StatisticsField {
  readonly source: string;
  readonly example: string;
  /** Null: the column is not taken over. */
  readonly target: string | null;
}

export interface AdStatistics {
  readonly source: AdSource;
  /** Accounts the file names, in order. */
  readonly accounts: readonly string[];
  readonly headerLine: number;
  /** From the earliest day to the latest; null where no row could be read. */
  readonly period: Period | null;
  readonly vat: VatFlag;
  readonly facts: readonly AdFact[];
  readonly left: readonly AdRowLeft[];
  readonly warnings: readonly StatisticsProblem[];
  readonly fields: readonly StatisticsField[];
}

/** What somebody said about a file that it does not say itself. */
export interface StatisticsHints {
  /** Its name may be the only place of the period. */
  readonly fileName: string;
  /** Currency of money whose header names none: the client's. */
  readonly currency: string | null;
  readonly period?: Period | null;
  readonly vat?: VatFlag;
  readonly dateOrder?: 'dmy' | 'mdy' | null;
  /** Whether the money of Yandex.Direct's API is in millionths; by default its values show it. */
  readonly inMicros?: boolean | null;
}
