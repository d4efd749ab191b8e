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
  const weights = inColumns.map((days) => (days === null ? ZERO : weightOf(days, spread)));
  if (sumFractions(weights).n === 0n) {
    throw new AppError('media-plan-spread-empty', { from: flight.from, to: flight.to });
  }
  return weights;
}

function weightOf(days: Period, spread: Exclude<Spread, { kind: 'even' }>): Fraction {
  if (spread.kind === 'weekday') {
    const counts = weekdaysIn(days);
    return sumFractions(
      counts.map((count, i) => multiplyFractions(fraction(count), spread.weights[i] ?? ZERO)),
    );
  }
  if (spread.kind === 'season') {
    return sumFractions(
      splitByMonth(days).map(({ month, days: own }) =>
        multiplyFractions(
          fraction(daysInclusive(own)),
          spread.weights[Number(month.slice(5)) - 1] ?? ZERO,
        ),
      ),
    );
  }
  let sum = ZERO;
  for (const part of spread.parts) {
    // Compared before days are counted: hundreds of lines by hand have a part for every column.
    if (part.from >= days.from && part.to <= days.to && part.from <= part.to) {
      sum = sum.n === 0n ? part.weight : addFractions(sum, part.weight);
      continue;
    }
    const shared = overlapOf(days, part);
    if (shared === null) continue;
    const share = fraction(daysInclusive(shared), daysInclusive(part));
    sum = addFractions(sum, multiplyFractions(part.weight, share));
  }
  return sum;
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
