import type { Period } from '../dates';
import type { AnalyticsSource, StatisticsField, StatisticsProblem } from './types';

/** Visits of one source, campaign or day: what is booked and booked once. */
export interface AnalyticsFact {
  readonly source: AnalyticsSource;
  /** Property or counter; empty where the file names none. */
  readonly account: string;
  /** Headings of what the visits are parted by ("UTM Campaign"), joined by " / ". */
  readonly dimension: string;
  readonly label: string;
  readonly period: Period;
  readonly visits: number;
  /** Null: the file does not say. Visitors do not add up over days or sources. */
  readonly users: number | null;
  readonly conversionsHundredths: number | null;
  readonly revenueMinor: number | null;
  /** Null: no revenue, or of an unknown currency. */
  readonly currency: string | null;
  readonly line: number;
}

export interface AnalyticsRowLeft {
  readonly line: number;
  readonly state: 'refused' | 'unsure';
  readonly label: string;
  readonly problem: StatisticsProblem;
}

export interface AnalyticsStatistics {
  readonly source: AnalyticsSource;
  readonly account: string;
  readonly headerLine: number;
  readonly period: Period | null;
  readonly facts: readonly AnalyticsFact[];
  readonly left: readonly AnalyticsRowLeft[];
  readonly warnings: readonly StatisticsProblem[];
  readonly fields: readonly StatisticsField[];
}
