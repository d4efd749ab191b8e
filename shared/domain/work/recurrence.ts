import { RRule } from 'rrule';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  isoWeekday,
  monthOf,
  monthPeriod,
  type PlainDate,
} from '../dates';
import { type Parsed, parsed, refused } from '../parsed';

const DAY_MS = 86_400_000;

/** A rule whose next day is further away than this is taken to have none. */
const HORIZON_DAYS = 366 * 13;

const DATE_FREQUENCIES: ReadonlySet<number> = new Set([
  RRule.YEARLY,
  RRule.MONTHLY,
  RRule.WEEKLY,
  RRule.DAILY,
]);

/** Parts of a rule that need a clock: dates here have no time of day. */
const CLOCK_PARTS = /(?:^|;)\s*(?:DTSTART|TZID|BYHOUR|BYMINUTE|BYSECOND)\s*[=:;]/i;

/** Parts that RFC 5545 (3.3.10) leaves out of a frequency. */
const FORBIDDEN_PARTS: readonly { freq: number; parts: RegExp }[] = [
  { freq: RRule.DAILY, parts: /BYWEEKNO|BYYEARDAY|BYSETPOS/i },
  { freq: RRule.WEEKLY, parts: /BYWEEKNO|BYYEARDAY|BYMONTHDAY|BYSETPOS/i },
  { freq: RRule.MONTHLY, parts: /BYWEEKNO|BYYEARDAY/i },
];

/** Calendar dates stand as midnights of UTC in the library, so that no zone moves them. */
const toInstant = (on: PlainDate): Date => new Date(dayNumber(on) * DAY_MS);
const toDate = (instant: Date): PlainDate =>
  dateOfDayNumber(Math.floor(instant.getTime() / DAY_MS));

/** Without the name of the property that calendars write before it. */
const bare = (rule: string): string => rule.trim().replace(/^RRULE:/i, '');

function readRule(text: string, startsOn: PlainDate): RRule | null {
  const rule = bare(text);
  if (rule.length > 300 || CLOCK_PARTS.test(rule) || !/(?:^|;)\s*FREQ=/i.test(rule)) return null;
  try {
    const options = RRule.parseString(rule);
    const { freq } = options;
    if (freq === undefined || !DATE_FREQUENCIES.has(freq)) return null;
    if (FORBIDDEN_PARTS.some((one) => one.freq === freq && one.parts.test(rule))) return null;
    if (options.interval !== undefined && !(options.interval >= 1 && options.interval <= 1000)) {
      return null;
    }
    return new RRule({ ...options, dtstart: toInstant(startsOn) });
  } catch {
    return null;
  }
}

/**
 * The rule (RFC 5545, without DTSTART) as it is kept. Codes: `recurrence-invalid` for what is not a rule
 * of days or longer, `recurrence-never` for one that has no day at all.
 */
export function parseRule(rule: string, startsOn: PlainDate): Parsed<string> {
  if (readRule(rule, startsOn) === null) return refused('recurrence-invalid', { rule });
  if (nextOccurrence(rule, startsOn, addDays(startsOn, -1)) === null) {
    return refused('recurrence-never', { rule });
  }
  return parsed(
    rule
      .trim()
      .replace(/^RRULE:/i, '')
      .toUpperCase(),
  );
}

/**
 * The first day of the rule strictly after a day; null where it has ended or is not a rule. Months
 * without the day of the rule are left out, as the standard says (29 February: leap years).
 */
export function nextOccurrence(
  rule: string,
  startsOn: PlainDate,
  after: PlainDate,
): PlainDate | null {
  return occurrences(rule, startsOn, after, 1)[0] ?? null;
}

/** Up to `limit` days of the rule strictly after a day, in order. */
export function occurrences(
  rule: string,
  startsOn: PlainDate,
  after: PlainDate,
  limit: number,
): PlainDate[] {
  const read = readRule(rule, startsOn);
  if (read === null || limit <= 0) return [];
  const from = after < startsOn ? addDays(startsOn, -1) : after;
  if (isNever(read, from)) return [];
  const found: PlainDate[] = [];
  const first = toInstant(addDays(from, 1));
  read.between(first, toInstant(addDays(from, HORIZON_DAYS)), true, (day) => {
    found.push(toDate(day));
    return found.length < limit;
  });
  return found.slice(0, limit);
}

/**
 * Whether a daily rule meets no day within the horizon, such as every seventh day from a Tuesday that is
 * a Monday: the library would look for one until the year 9999.
 */
function isNever(rule: RRule, from: PlainDate): boolean {
  const { freq, interval, bymonth, bymonthday, bynmonthday, byweekday } = rule.options;
  if (freq !== RRule.DAILY) return false;
  const start = toDate(rule.options.dtstart);
  const skipped = Math.max(0, Math.floor((dayNumber(from) - dayNumber(start)) / interval));
  for (let days = skipped * interval; ; days += interval) {
    const on = addDays(start, days);
    if (dayNumber(on) > dayNumber(from) + HORIZON_DAYS) return true;
    const { to } = monthPeriod(monthOf(on));
    const day = Number(on.slice(8));
    const fromEnd = day - Number(to.slice(8)) - 1;
    const hasDays = (bymonthday ?? []).length + (bynmonthday ?? []).length > 0;
    if (
      isAmong(bymonth, Number(on.slice(5, 7))) &&
      isAmong(byweekday, isoWeekday(on) - 1) &&
      (!hasDays || bymonthday?.includes(day) || bynmonthday?.includes(fromEnd))
    ) {
      return false;
    }
  }
}

function isAmong(list: readonly number[] | null | undefined, value: number): boolean {
  return list === null || list === undefined || list.length === 0 || list.includes(value);
}
