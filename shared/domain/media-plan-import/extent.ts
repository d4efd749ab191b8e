import type { Period } from '../dates';

/** From the first day to the last of several periods; null for none. */
export function extentOf(periods: readonly Period[]): Period | null {
  const [from] = periods.map((period) => period.from).sort();
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
