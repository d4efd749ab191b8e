import type { Missing } from '../../../shared/contract/primitives';

/** What a column holds; exact decimals as text, money in minor units, shares in ppm, durations in seconds, dates as YYYY-MM-DD. */
export type ReportUnit =
  | 'text'
  | 'money'
  | 'ppm'
  | 'seconds'
  | 'days'
  | 'date'
  | 'count'
  | 'decimal';

/** How a total is made: a sum of the column, a quotient of two summed columns, or none. */
export type ReportTotal =
  | { kind: 'sum' }
  | { kind: 'ratio'; numerator: string; denominator: string }
  | { kind: 'none' };

export type ReportColumn = {
  key: string;
  title: string;
  unit: ReportUnit;
  /** Of a money column; null where each row names its own in a column `currency`. */
  currency: string | null;
  total: ReportTotal;
};

/** A cell is a value, "—" (null) or unknown with what is missing. */
export type ReportCell = string | number | null | { missing: readonly Missing[] };

export type ReportRow = Readonly<Record<string, ReportCell>>;

export type Report = {
  name: string;
  title: string;
  subtitle: string;
  params: Record<string, string | null>;
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
  totals: ReportRow;
  notes: readonly string[];
};

/** Whether the cell is unknown. */
export function isMissing(cell: ReportCell): cell is { missing: readonly Missing[] } {
  return typeof cell === 'object' && cell !== null;
}
