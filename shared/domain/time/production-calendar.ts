import { isoWeekday, type PlainDate } from '../dates';
import { SHIPPED_CALENDARS } from './production-calendar-data';

export type CalendarCountry = 'RU' | 'LV';

/** `day-off`: a moved day off; `working`: a full working day whatever the week says; `short`: one hour less. */
export type CalendarKind = 'holiday' | 'day-off' | 'working' | 'short';

export type ShippedDay = {
  readonly on: PlainDate;
  readonly kind: CalendarKind;
  /** Names the day under `time:calendar.` in the messages. */
  readonly key: string;
  /** The day it changed places with. */
  readonly movedFrom?: PlainDate;
};

export type ShippedYear = {
  readonly country: CalendarCountry;
  readonly year: number;
  /** Whether the moved days off of the year were published when it was written down. */
  readonly areMovesKnown: boolean;
  readonly days: readonly ShippedDay[];
};

/** A day as people changed it. */
export type EditedDay = {
  readonly on: PlainDate;
  readonly kind: CalendarKind;
  readonly title: string;
};

export type CalendarDay = {
  readonly on: PlainDate;
  readonly kind: CalendarKind;
  readonly titleKey: string | null;
  readonly title: string;
  readonly movedFrom: PlainDate | null;
  readonly isEdited: boolean;
};

export type ProductionCalendar = {
  /** What is special about a day; null for a usual one. */
  readonly dayOn: (on: PlainDate) => CalendarDay | null;
  /** The special days of a year, in order. */
  readonly daysOf: (year: number) => CalendarDay[];
};

/** One hour: what a day before a holiday is shorter by in both countries. */
export const SHORT_DAY_SECONDS = 3600;

/** The calendar of a country as it ships, with the days people changed in the place of those. */
export function productionCalendar(
  country: CalendarCountry,
  edits: readonly EditedDay[] = [],
): ProductionCalendar {
  const days = new Map<PlainDate, CalendarDay>();
  for (const year of SHIPPED_CALENDARS) {
    if (year.country !== country) continue;
    for (const { on, kind, key, movedFrom } of year.days) {
      const day = { on, kind, titleKey: key, title: '', movedFrom: movedFrom ?? null };
      days.set(on, { ...day, isEdited: false });
    }
  }
  for (const { on, kind, title } of edits) {
    days.set(on, { on, kind, titleKey: null, title, movedFrom: null, isEdited: true });
  }
  return {
    dayOn: (on) => days.get(on) ?? null,
    daysOf: (year) =>
      [...days.values()]
        .filter(({ on }) => on.startsWith(`${String(year).padStart(4, '0')}-`))
        .sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

/** What ships of a year; null where nothing does. */
export function shippedYear(country: CalendarCountry, year: number): ShippedYear | null {
  return SHIPPED_CALENDARS.find((one) => one.country === country && one.year === year) ?? null;
}

/**
 * Working seconds of a day for somebody with these hours a week (Monday first): none on holidays and moved
 * days off, an hour less on short days. A working Saturday is as long as the day it replaces, a Monday
 * where that is not known.
 */
export function workingSeconds(
  on: PlainDate,
  weekSeconds: readonly number[],
  calendar: ProductionCalendar,
): number {
  const usual = weekSeconds[isoWeekday(on) - 1] ?? 0;
  const day = calendar.dayOn(on);
  if (day === null) return usual;
  if (day.kind === 'holiday' || day.kind === 'day-off') return 0;
  const replaced = weekSeconds[day.movedFrom === null ? 0 : isoWeekday(day.movedFrom) - 1] ?? 0;
  const full = usual > 0 ? usual : replaced;
  return day.kind === 'short' ? Math.max(0, full - SHORT_DAY_SECONDS) : full;
}
