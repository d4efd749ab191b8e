import type { Month } from './dates';

/** What a budget is kept of. Money in minor units of the client's currency, hours in seconds. */
export const BUDGET_KINDS = ['fees', 'commission', 'media', 'production', 'hours'] as const;

export type BudgetKind = (typeof BUDGET_KINDS)[number];

/** One month of one row as it is kept. */
export interface BudgetEntry {
  readonly month: Month;
  /** As agreed; null where the month belongs to no agreement. */
  readonly baseline: number | null;
  readonly planned: number;
  /** Typed by hand; null: it follows from the plan and the actual. */
  readonly forecast: number | null;
  readonly actual: number;
}

export interface BudgetCell extends Omit<BudgetEntry, 'forecast'> {
  readonly forecast: number;
  /** Plan − actual: negative where more was used than planned. */
  readonly remaining: number;
  readonly warning: BudgetWarning;
}

/** `near`: 80 % and more of a plan that still runs; `out`: all of it; `over`: more than it. */
export type BudgetWarning = 'none' | 'near' | 'out' | 'over';

const NEAR_PERCENT = 80;

/** Kinds that the agency earns: more of them than planned is no overrun. */
export function isIncome(kind: BudgetKind): boolean {
  return kind === 'fees' || kind === 'commission';
}

/**
 * How far a plan is used up. A plan whose time is over is only remarked on where more than it was used.
 * Fees and commission are income: they are not used up. Without a plan there is nothing to exceed.
 */
export function budgetWarning(
  kind: BudgetKind,
  used: number,
  planned: number,
  isOver: boolean,
): BudgetWarning {
  if (isIncome(kind) || planned <= 0) return 'none';
  if (used > planned) return 'over';
  if (isOver) return 'none';
  if (used === planned) return 'out';
  return BigInt(used) * 100n >= BigInt(planned) * BigInt(NEAR_PERCENT) ? 'near' : 'none';
}

/**
 * What a month is expected to come to: the actual of a month that is over; else what was typed, or the plan,
 * and in the month under way never less than what is there already.
 */
export function forecastOf(entry: Omit<BudgetEntry, 'baseline'>, thisMonth: Month): number {
  if (entry.month < thisMonth) return entry.actual;
  const expected = entry.forecast ?? entry.planned;
  return entry.month === thisMonth ? Math.max(expected, entry.actual) : expected;
}

/** A month with what follows from it. */
export function budgetCell(kind: BudgetKind, entry: BudgetEntry, thisMonth: Month): BudgetCell {
  return {
    month: entry.month,
    baseline: entry.baseline,
    planned: entry.planned,
    actual: entry.actual,
    forecast: forecastOf(entry, thisMonth),
    remaining: entry.planned - entry.actual,
    warning: budgetWarning(kind, entry.actual, entry.planned, entry.month < thisMonth),
  };
}

/** Sums of a row's months. Baseline null where no month was agreed. */
export type BudgetTotal = Omit<BudgetCell, 'month'>;

/** Adds months up; the row's warning is judged on the whole of it. */
export function budgetTotal(
  kind: BudgetKind,
  cells: readonly BudgetCell[],
  thisMonth: Month,
): BudgetTotal {
  const sum = (pick: (cell: BudgetCell) => number) =>
    cells.reduce((total, cell) => total + pick(cell), 0);
  const planned = sum((cell) => cell.planned);
  const actual = sum((cell) => cell.actual);
  const isOver = cells.every((cell) => cell.month < thisMonth);
  return {
    baseline: sumOfKnown(cells.map((cell) => cell.baseline)),
    planned,
    actual,
    forecast: sum((cell) => cell.forecast),
    remaining: planned - actual,
    warning: budgetWarning(kind, actual, planned, isOver),
  };
}

/** The sum of what is known; null where nothing is. */
export function sumOfKnown(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}

/** One month of the burn chart: sums from the first month on. */
export interface BurnPoint {
  readonly month: Month;
  readonly baseline: number | null;
  readonly planned: number;
  /** Null after the month under way. */
  readonly actual: number | null;
  readonly forecast: number;
}

/** Running sums of a row's months. */
export function burnOf(
  cells: readonly Pick<BudgetCell, 'month' | 'baseline' | 'planned' | 'actual' | 'forecast'>[],
  thisMonth: Month,
): BurnPoint[] {
  let baseline: number | null = null;
  let planned = 0;
  let actual = 0;
  let forecast = 0;
  return cells.map((cell) => {
    baseline = sumOfKnown([baseline, cell.baseline]);
    planned += cell.planned;
    actual += cell.actual;
    forecast += cell.forecast;
    return {
      month: cell.month,
      baseline,
      planned,
      actual: cell.month > thisMonth ? null : actual,
      forecast,
    };
  });
}

/** An amount of one cell, of a project or (null) of the client as a whole. */
export interface BudgetAmount {
  readonly projectId: string | null;
  readonly kind: BudgetKind;
  readonly amount: number;
}

/** Names a cell of a month. */
export function cellKey(cell: Pick<BudgetAmount, 'projectId' | 'kind'>): string {
  return `${cell.kind} ${cell.projectId ?? ''}`;
}

/**
 * By what a month's actual differs from what it was locked with and what was adjusted since. Empty where
 * nothing was entered late.
 */
export function lateAmounts(
  locked: readonly BudgetAmount[],
  adjusted: readonly BudgetAmount[],
  actual: readonly BudgetAmount[],
): BudgetAmount[] {
  const rest = new Map<string, BudgetAmount>();
  const add = (row: BudgetAmount, sign: 1 | -1) => {
    const key = cellKey(row);
    rest.set(key, { ...row, amount: (rest.get(key)?.amount ?? 0) + sign * row.amount });
  };
  for (const row of actual) add(row, 1);
  for (const row of locked) add(row, -1);
  for (const row of adjusted) add(row, -1);
  return [...rest.values()].filter(({ amount }) => amount !== 0);
}
