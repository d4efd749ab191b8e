import { type DatedRow, rowOn } from '../dated-rates';
import { addDays, overlapOf, type Period, type PlainDate } from '../dates';
import {
  type CalendarCountry,
  type ProductionCalendar,
  workingSeconds,
} from './production-calendar';

/** Hours of a week in seconds, Monday first, and whose holidays apply, from a day on. */
export type CapacityTerms = DatedRow & {
  readonly weekSeconds: readonly number[];
  readonly calendar: CalendarCountry;
};

/** What is assumed of somebody whose hours were never stated: eight hours from Monday to Friday. */
export const ASSUMED_WEEK: readonly number[] = [28_800, 28_800, 28_800, 28_800, 28_800, 0, 0];

export type PersonTime = {
  readonly terms: readonly CapacityTerms[];
  /** Whose holidays apply where no terms do. */
  readonly country: CalendarCountry;
  readonly activeFrom: PlainDate | null;
  readonly activeTo: PlainDate | null;
  readonly absences: readonly Period[];
};

/** Seconds of a day or of several; available = capacity − holidays − absences, never negative. */
export type Availability = {
  readonly capacitySeconds: number;
  readonly holidaySeconds: number;
  readonly absenceSeconds: number;
  readonly availableSeconds: number;
};

export const NO_TIME: Availability = {
  capacitySeconds: 0,
  holidaySeconds: 0,
  absenceSeconds: 0,
  availableSeconds: 0,
};

export type Calendars = Readonly<Record<CalendarCountry, ProductionCalendar>>;

/** The hours in force on a day; `isStated` false where they are assumed. */
export function termsOn(
  person: PersonTime,
  on: PlainDate,
): { weekSeconds: readonly number[]; calendar: CalendarCountry; isStated: boolean } {
  const row = rowOn(person.terms, on);
  if (row === null) return { weekSeconds: ASSUMED_WEEK, calendar: person.country, isStated: false };
  return { weekSeconds: row.weekSeconds, calendar: row.calendar, isStated: true };
}

/**
 * What a person can work on a day. A working Saturday adds to the capacity; a holiday and an hour less
 * before one are taken from it; an absence takes what the holidays left.
 */
export function availabilityOn(
  person: PersonTime,
  on: PlainDate,
  calendars: Calendars,
): Availability {
  if (person.activeFrom !== null && on < person.activeFrom) return NO_TIME;
  if (person.activeTo !== null && on > person.activeTo) return NO_TIME;
  const { weekSeconds, calendar } = termsOn(person, on);
  const plain = workingSeconds(on, weekSeconds, PLAIN_CALENDAR);
  const worked = workingSeconds(on, weekSeconds, calendars[calendar]);
  const capacitySeconds = Math.max(plain, worked);
  const isAway = person.absences.some(({ from, to }) => from <= on && on <= to);
  return {
    capacitySeconds,
    holidaySeconds: capacitySeconds - worked,
    absenceSeconds: isAway ? worked : 0,
    availableSeconds: isAway ? 0 : worked,
  };
}

const PLAIN_CALENDAR: ProductionCalendar = { dayOn: () => null, daysOf: () => [] };

/** The same of all days of a period together. */
export function availabilityIn(
  person: PersonTime,
  period: Period,
  calendars: Calendars,
): Availability {
  let sum = NO_TIME;
  for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
    sum = addAvailability(sum, availabilityOn(person, on, calendars));
  }
  return sum;
}

/** Adds availabilities part by part. */
export function addAvailability(a: Availability, b: Availability): Availability {
  return {
    capacitySeconds: a.capacitySeconds + b.capacitySeconds,
    holidaySeconds: a.holidaySeconds + b.holidaySeconds,
    absenceSeconds: a.absenceSeconds + b.absenceSeconds,
    availableSeconds: a.availableSeconds + b.availableSeconds,
  };
}

/** The absence among these that shares a day with the period; null where none does. */
export function overlappingAbsence<A extends Period & { readonly id: string }>(
  absences: readonly A[],
  period: Period,
  exceptId: string | null = null,
): A | null {
  return absences.find((one) => one.id !== exceptId && overlapOf(one, period) !== null) ?? null;
}
