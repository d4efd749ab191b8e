import { AppError } from '../contract/app-error';
import { addDays, daysInclusive, type Period, splitByMonth } from './dates';

export type ColumnUnit = 'month' | 'week' | 'day';

/** More columns than any screen or sheet can use. */
export const MAX_COLUMNS = 400;

/**
 * The columns of a plan: calendar months cut at its ends, seven days each from its first day on, or days.
 * Throws `media-plan-too-many-columns`.
 */
export function columnsOfPeriod(period: Period, unit: ColumnUnit): Period[] {
  if (unit === 'month') return splitByMonth(period).map(({ days }) => days);
  const step = unit === 'week' ? 7 : 1;
  const count = Math.ceil(daysInclusive(period) / step);
  if (count > MAX_COLUMNS) {
    throw new AppError('media-plan-too-many-columns', { columns: count, limit: MAX_COLUMNS });
  }
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(period.from, index * step);
    const days = Math.min(step, daysInclusive({ from, to: period.to }));
    return { from, to: addDays(from, days - 1) };
  });
}
