import { addDays, isoWeekday, type PlainDate } from '../dates';

/** Whether work is done on a day. */
export type IsWorkDay = (on: PlainDate) => boolean;

/** Monday to Friday, no holidays: where no calendar is known. */
export const isWeekday: IsWorkDay = (on) => isoWeekday(on) <= 5;

/** A calendar in which nobody ever works would never end a search. */
const MOST_DAYS_OFF = 366;

/** The day itself, or the next one on which work is done. */
export function workDayFrom(on: PlainDate, isWorkDay: IsWorkDay): PlainDate {
  return search(on, 1, isWorkDay);
}

/** The day itself, or the last one before it on which work was done. */
export function workDayUntil(on: PlainDate, isWorkDay: IsWorkDay): PlainDate {
  return search(on, -1, isWorkDay);
}

function search(on: PlainDate, step: 1 | -1, isWorkDay: IsWorkDay): PlainDate {
  let day = on;
  for (let tried = 0; tried < MOST_DAYS_OFF; tried += 1) {
    if (isWorkDay(day)) return day;
    day = addDays(day, step);
  }
  return on;
}

/**
 * The working day `count` working days after the day (before where negative). 0: the day itself or the
 * next working day. A day off counts as the working day it leads to.
 */
export function addWorkDays(on: PlainDate, count: number, isWorkDay: IsWorkDay): PlainDate {
  let day = count < 0 ? workDayUntil(on, isWorkDay) : workDayFrom(on, isWorkDay);
  for (let left = Math.abs(count); left > 0; left -= 1) {
    const next = addDays(day, count < 0 ? -1 : 1);
    day = count < 0 ? workDayUntil(next, isWorkDay) : workDayFrom(next, isWorkDay);
  }
  return day;
}

/** Working days from a day to a day, both counted; 0 where it ends before it starts. */
export function countWorkDays(from: PlainDate, to: PlainDate, isWorkDay: IsWorkDay): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkDay(day)) count += 1;
  }
  return count;
}

/** Working days by which `to` lies after `from`; negative where it lies before. */
export function workDaysBetween(from: PlainDate, to: PlainDate, isWorkDay: IsWorkDay): number {
  if (to === from) return 0;
  return to > from
    ? countWorkDays(addDays(from, 1), to, isWorkDay)
    : -countWorkDays(addDays(to, 1), from, isWorkDay);
}
