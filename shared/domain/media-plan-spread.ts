import { AppError } from '../contract/app-error';
import { allocateByLargestRemainder, type Weight } from './allocation';
import { daysInclusive, isoWeekday, overlapOf, type Period, splitByMonth } from './dates';
import {
  addFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  sumFractions,
  ZERO,
} from './fraction';
import { flightInColumns } from './media-plan-flight';

/** How a line's net lies over its flight. */
export type Spread =
  | { readonly kind: 'even' }
  /** Weights from Monday to Sunday: 0 on days without placement. */
  | { readonly kind: 'weekday'; readonly weights: readonly Fraction[] }
  /** Weights of the months of a year, January first; a month's days share evenly. */
  | { readonly kind: 'season'; readonly weights: readonly Fraction[] }
  /** Parts of the flight with the weight each has as a whole, such as amounts typed into columns. */
  | { readonly kind: 'hand'; readonly parts: readonly SpreadPart[] };

export interface SpreadPart extends Period {
  readonly weight: Fraction;
}

/**
 * Spreads a net over columns by the largest remainder, so that the columns add up to it. Throws
 * `media-plan-flight-uncovered`, `media-plan-columns-overlap`, and `media-plan-spread-empty` where no
 * day of the flight has any weight.
 */
export function spreadNet(
  netMinor: number,
  flight: Period,
  columns: readonly Period[],
  spread: Spread,
): number[] {
  return allocateByLargestRemainder(netMinor, spreadWeights(flight, columns, spread));
}

/** What each column weighs for a flight; throws what {@link spreadNet} throws. */
export function spreadWeights(
  flight: Period,
  columns: readonly Period[],
  spread: Spread,
): readonly Weight[] {
  const inColumns = flightInColumns(flight, columns);
  if (spread.kind === 'even') {
    return inColumns.map((days) => (days === null ? 0 : daysInclusive(days)));
  }
  const known = kept.get(spread);
  if (known?.inColumns === inColumns) return known.weights;
  const weights =
    spread.kind === 'hand'
      ? handWeights(inColumns, spread.parts)
      : inColumns.map((days) => (days === null ? ZERO : weightOf(days, spread)));
  if (sumFractions(weights).n === 0n) {
    throw new AppError('media-plan-spread-empty', { from: flight.from, to: flight.to });
  }
  kept.set(spread, { inColumns, weights });
  return weights;
}

/** What a spread weighed last: a line is checked, reckoned and shown over the same columns. */
const kept = new WeakMap<
  Spread,
  { inColumns: readonly (Period | null)[]; weights: readonly Fraction[] }
>();

function weightOf(days: Period, spread: Extract<Spread, { weights: unknown }>): Fraction {
  if (spread.kind === 'weekday') {
    const counts = weekdaysIn(days);
    return sumFractions(
      counts.map((count, i) => multiplyFractions(fraction(count), spread.weights[i] ?? ZERO)),
    );
  }
  return sumFractions(
    splitByMonth(days).map(({ month, days: own }) =>
      multiplyFractions(
        fraction(daysInclusive(own)),
        spread.weights[Number(month.slice(5)) - 1] ?? ZERO,
      ),
    ),
  );
}

/**
 * What parts typed by hand weigh in each column. Every part looks up the first column it reaches: hundreds
 * of lines by hand have a part for each of fifty columns, and comparing all with all took most of a paste.
 */
function handWeights(
  inColumns: readonly (Period | null)[],
  parts: readonly SpreadPart[],
): Fraction[] {
  const weights = inColumns.map(() => ZERO);
  const ordered = inColumns
    .flatMap((days, place) => (days === null ? [] : [{ days, place }]))
    .sort((a, b) => (a.days.from < b.days.from ? -1 : 1));
  for (const part of parts) {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordered[middle]?.days.to ?? '') < part.from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < ordered.length; i += 1) {
      const column = ordered[i];
      if (column === undefined || column.days.from > part.to) break;
      const weight = weightIn(column.days, part);
      const sum = weights[column.place] ?? ZERO;
      weights[column.place] = sum.n === 0n ? weight : addFractions(sum, weight);
    }
  }
  return weights;
}

function weightIn(days: Period, part: SpreadPart): Fraction {
  // Compared before days are counted: most parts are a whole column.
  if (part.from >= days.from && part.to <= days.to && part.from <= part.to) return part.weight;
  const shared = overlapOf(days, part);
  if (shared === null) return ZERO;
  const share = fraction(daysInclusive(shared), daysInclusive(part));
  return multiplyFractions(part.weight, share);
}

/** How many Mondays, Tuesdays … Sundays a period has. */
function weekdaysIn(period: Period): number[] {
  const days = daysInclusive(period);
  const whole = Math.floor(days / 7);
  const first = isoWeekday(period.from) - 1;
  return Array.from(
    { length: 7 },
    (_, weekday) => whole + ((weekday - first + 7) % 7 < days % 7 ? 1 : 0),
  );
}
