import { type Parsed, parsed, refused } from './parsed';

/** A calendar date without a time or a zone, `YYYY-MM-DD`, years 0001–9999. Strings sort as dates. */
export type PlainDate = string;

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** Both ends belong to the period. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysOf(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function compose(year: number, month: number, day: number): PlainDate {
  const y = year.toString().padStart(4, '0');
  return `${y}-${month.toString().padStart(2, '0')}-${day.toString().padStart(2, '0')}`;
}

function parts(date: PlainDate): { year: number; month: number; day: number } {
  const match = DATE.exec(date);
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  if (match === null || !isCalendarDay(year, month, day)) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return { year, month, day };
}

/** Whether the text is a date of the calendar: `2026-02-30` is not. */
export function isPlainDate(text: string): boolean {
  const match = DATE.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Days since 1970-01-01. Throws RangeError for what is not a date. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = parts(date);
  // Counted in March-based years, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that many days after 1970-01-01. */
export function dateOfDayNumber(days: number): PlainDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) throw new RangeError(`beyond the calendar: day ${days}`);
  return compose(year, month, day);
}

/** The date `days` later (earlier where negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` until `to`; negative where `to` is earlier. */
export function diffDays(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days of the period, both ends counted; zero where it ends before it starts. */
export function daysInclusive(period: Period): number {
  return Math.max(0, diffDays(period.from, period.to) + 1);
}

/** Monday 1 … Sunday 7, as ISO 8601 counts. */
export function isoWeekday(date: PlainDate): number {
  const shifted = (dayNumber(date) + 3) % 7;
  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - isoWeekday(date));
}

/** The days two periods share; null where they do not meet. */
export function overlapOf(a: Period, b: Period): Period | null {
  let { from, to } = a;
  if (b.from > from) from = b.from;
  if (b.to < to) to = b.to;
  return from <= to ? { from, to } : null;
}

/** Whether the text is a month of the calendar. */
export function isMonth(text: string): boolean {
  const match = MONTH.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), 1);
}

/** The month a date lies in. */
export function monthOf(date: PlainDate): Month {
  const { year, month } = parts(date);
  return compose(year, month, 1).slice(0, 7);
}

/** From the month's first day to its last. */
export function monthPeriod(month: Month): Period {
  const { year, month: number } = parts(`${month}-01`);
  return { from: `${month}-01`, to: compose(year, number, daysOf(year, number)) };
}

/** The month `count` months later (earlier where negative). */
export function addMonths(month: Month, count: number): Month {
  const { year, month: number } = parts(`${month}-01`);
  const index = year * 12 + (number - 1) + count;
  const shiftedYear = Math.floor(index / 12);
  if (shiftedYear < 1 || shiftedYear > 9999) throw new RangeError(`beyond the calendar: ${month}`);
  return compose(shiftedYear, index - shiftedYear * 12 + 1, 1).slice(0, 7);
}

/** The months a period touches, in order; none where it ends before it starts. */
export function monthsOf(period: Period): Month[] {
  const months: Month[] = [];
  if (period.from > period.to) return months;
  const last = monthOf(period.to);
  for (let month = monthOf(period.from); month <= last; month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
}

/** The period cut at the ends of months: each month it touches and the days of it that belong. */
export function splitByMonth(period: Period): { month: Month; days: Period }[] {
  return monthsOf(period).flatMap((month) => {
    const days = overlapOf(period, monthPeriod(month));
    return days === null ? [] : [{ month, days }];
  });
}

/** Reads `dd.mm.yyyy`, as Russian and Latvian documents write it. Code: `date-not-in-calendar`. */
export function parseDottedDate(text: string): Parsed<PlainDate> {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const day = Number(match?.[1]);
  const month = Number(match?.[2]);
  const year = Number(match?.[3]);
  if (match === null || !isCalendarDay(year, month, day)) {
    return refused('date-not-in-calendar', { text });
  }
  return parsed(compose(year, month, day));
}
