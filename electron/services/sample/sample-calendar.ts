import {
  addDays,
  addMonths,
  isoWeekday,
  monthOf,
  monthPeriod,
  type Period,
} from '../../../shared/domain/dates';

/** Full months before the month of `today`. */
export const FULL_MONTHS = 24;

/** Russian public holidays that recur by date (Labour Code, art. 112); moved days off are left out. */
const HOLIDAYS = new Set([
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `01-${day}`),
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

export interface SampleMonth {
  readonly month: string;
  readonly period: Period;
  /** 0 is the month of `today`, −1 the last closed one. */
  readonly offset: number;
  /** Calendar month, 1–12. */
  readonly number: number;
  /** Working days up to `today`. */
  readonly workdays: readonly string[];
  /** Share of the month's working days that lie behind, 0–1. */
  readonly elapsed: number;
}

export function isWorkday(date: string): boolean {
  return isoWeekday(date) < 6 && !HOLIDAYS.has(date.slice(5));
}

/** The date itself or the next working day. */
export function toWorkday(date: string): string {
  return isWorkday(date) ? date : toWorkday(addDays(date, 1));
}

/** The date itself or the working day before. */
export function backToWorkday(date: string): string {
  return isWorkday(date) ? date : backToWorkday(addDays(date, -1));
}

export function daysOf(period: Period): string[] {
  const days: string[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The sample's months, oldest first: 24 full ones and the one under way. */
export function sampleMonths(today: string): readonly SampleMonth[] {
  const last = monthOf(today);
  return Array.from({ length: FULL_MONTHS + 1 }, (_, index) => {
    const offset = index - FULL_MONTHS;
    const month = addMonths(last, offset);
    const period = monthPeriod(month);
    const all = daysOf(period).filter(isWorkday);
    const workdays = all.filter((day) => day <= today);
    return {
      month,
      period,
      offset,
      number: Number(month.slice(5)),
      workdays,
      elapsed: workdays.length / all.length,
    };
  });
}
