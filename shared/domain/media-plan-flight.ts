import { AppError } from '../contract/app-error';
import { allocateByLargestRemainder } from './allocation';
import { daysInclusive, diffDays, overlapOf, type Period, type PlainDate } from './dates';
import {
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  subtractFractions,
  ZERO,
} from './fraction';
import { addMinor } from './money';

/**
 * Spreads a line's net over columns by the days it runs in each (METRICS.md, Flights), with the
 * largest remainder. Throws `media-plan-flight-uncovered` where the columns leave a day of the flight
 * out, `media-plan-columns-overlap` where they count a day twice.
 */
export function spreadFlight(
  netMinor: number,
  flight: Period,
  columns: readonly Period[],
): number[] {
  return allocateByLargestRemainder(
    netMinor,
    flightInColumns(flight, columns).map((shared) => (shared === null ? 0 : daysInclusive(shared))),
  );
}

type DaysInColumns = readonly (Period | null)[];

/** By the columns of one reading and the flight: the lines of a plan share a few flights. */
const inColumns = new WeakMap<readonly Period[], Map<string, DaysInColumns>>();

/** The days of a flight that fall into each column; null for none. Throws what {@link spreadFlight} throws. */
export function flightInColumns(flight: Period, columns: readonly Period[]): DaysInColumns {
  const flights = inColumns.get(columns) ?? new Map<string, DaysInColumns>();
  const key = `${flight.from} ${flight.to}`;
  const known = flights.get(key);
  if (known !== undefined) return known;
  if (flights.size === 0) {
    requireApart(columns);
    inColumns.set(columns, flights);
  }
  const shared = columns.map((column) => overlapOf(flight, column));
  const covered = shared.reduce((sum, days) => sum + (days === null ? 0 : daysInclusive(days)), 0);
  if (covered === 0 || covered !== daysInclusive(flight)) {
    throw new AppError('media-plan-flight-uncovered', { from: flight.from, to: flight.to });
  }
  flights.set(key, shared);
  return shared;
}

/** A line's spend against its plan on a day. Money in minor units. */
export interface FlightPace {
  /** Net × days run until the day, inclusive / days of the flight; unrounded. */
  readonly planToDate: Fraction;
  /** (spend − plan to date) / plan to date; null before the flight, when the plan is zero. */
  readonly pace: Fraction | null;
  /** Net − spend; negative where overspent. */
  readonly moneyLeftMinor: number;
  /** Money left per day still to run, unrounded; null once the flight has ended. */
  readonly neededPerDay: Fraction | null;
}

/** Measures a line on a day (METRICS.md, Plan to date). */
export function paceOfFlight(
  netMinor: number,
  flight: Period,
  spendMinor: number,
  asOf: PlainDate,
): FlightPace {
  const total = daysInclusive(flight);
  if (total === 0) {
    throw new AppError('media-plan-flight-reversed', { from: flight.from, to: flight.to });
  }
  const run = Math.min(Math.max(diffDays(flight.from, asOf) + 1, 0), total);
  const planToDate = fraction(BigInt(netMinor) * BigInt(run), BigInt(total));
  const moneyLeftMinor = addMinor(netMinor, -spendMinor);
  const ahead = subtractFractions(fraction(spendMinor), planToDate);
  return {
    planToDate,
    pace: compareFractions(planToDate, ZERO) === 0 ? null : divideFractions(ahead, planToDate),
    moneyLeftMinor,
    neededPerDay: run === total ? null : fraction(moneyLeftMinor, total - run),
  };
}

/** Throws `media-plan-columns-overlap` where two columns count a day twice. */
export function requireApart(columns: readonly Period[]): void {
  const ordered = [...columns].sort((a, b) => (a.from < b.from ? -1 : 1));
  ordered.forEach((column, index) => {
    const next = ordered[index + 1];
    if (next !== undefined && next.from <= column.to) {
      throw new AppError('media-plan-columns-overlap', { from: next.from, to: column.to });
    }
  });
}
