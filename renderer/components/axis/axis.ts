import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  isoWeekday,
  mondayOf,
  monthOf,
  monthPeriod,
  type Period,
  type PlainDate,
} from '../../../shared/domain/dates';

export const ZOOMS = ['day', 'week', 'month'] as const;
/** How much time a screen holds: some days, some weeks, some months. */
export type Zoom = (typeof ZOOMS)[number];

/** Pixels of a day. */
const DAY_WIDTH: Record<Zoom, number> = { day: 64, week: 31, month: 8 };

/** Time laid out from left to right; positions are pixels from its first day. */
export interface Axis {
  readonly zoom: Zoom;
  /** Day numbers (days since 1970-01-01): the first shown, and the first not shown any more. */
  readonly start: number;
  readonly end: number;
  readonly dayWidth: number;
  readonly width: number;
}

/** Whole weeks round the days, or whole months where months are what one reads. */
export function makeAxis(zoom: Zoom, days: Period, minWidth = 0): Axis {
  const from = zoom === 'month' ? `${monthOf(days.from)}-01` : mondayOf(days.from);
  const last = zoom === 'month' ? monthPeriod(monthOf(days.to)).to : addDays(mondayOf(days.to), 6);
  const dayWidth = DAY_WIDTH[zoom];
  const start = dayNumber(from);
  const filled = start + Math.ceil(minWidth / dayWidth);
  const end = Math.max(dayNumber(last) + 1, dayNumber(wholeEnd(zoom, dateOfDayNumber(filled))));
  return { zoom, start, end, dayWidth, width: (end - start) * dayWidth };
}

function wholeEnd(zoom: Zoom, date: PlainDate): PlainDate {
  if (zoom !== 'month') return isoWeekday(date) === 1 ? date : addDays(mondayOf(date), 7);
  return date.endsWith('-01') ? date : `${addMonths(monthOf(date), 1)}-01`;
}

/** The left edge of a day. */
export function xOf(axis: Axis, date: PlainDate): number {
  return (dayNumber(date) - axis.start) * axis.dayWidth;
}

/** Where a span of days lies, both ends counted. */
export function spanOf(axis: Axis, days: Period): { x: number; width: number } {
  const x = xOf(axis, days.from);
  return { x, width: xOf(axis, days.to) + axis.dayWidth - x };
}

/** Where the line of today stands: the middle of its day. */
export function todayX(axis: Axis, today: PlainDate): number {
  return xOf(axis, today) + axis.dayWidth / 2;
}

/** The day under a position, the nearest one of the axis where it lies beyond. */
export function dateAt(axis: Axis, x: number): PlainDate {
  const day = axis.start + Math.floor(x / axis.dayWidth);
  return dateOfDayNumber(Math.min(axis.end - 1, Math.max(axis.start, day)));
}

/** How many days a way of so many pixels is, to the nearest. */
export function daysOfPixels(axis: Axis, pixels: number): number {
  const days = Math.round(pixels / axis.dayWidth);
  return days === 0 ? 0 : days;
}

/** A part of the axis. */
export interface Seen {
  readonly left: number;
  readonly right: number;
}

/**
 * What of the axis is drawn: the room and half of it more at both sides. It changes by half rooms,
 * so that a scroll in between draws nothing anew.
 */
export function seenOf(axis: Axis, left: number, room: number): Seen {
  const step = Math.max(1, Math.round(room / 2));
  const from = Math.floor(left / step) * step;
  return {
    left: Math.max(0, from - step),
    right: Math.min(axis.width, from + room + 2 * step),
  };
}

/** Whether a span is worth drawing. */
export function isSeen(seen: Seen, x: number, width: number): boolean {
  return x + width >= seen.left && x <= seen.right;
}

/** One division of the axis: days from `from` to `to`, both counted. */
export interface Tick {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly x: number;
  readonly width: number;
}

/** The upper divisions seen: weeks, or months. */
export function majorTicks(axis: Axis, seen: Seen): Tick[] {
  return axis.zoom === 'month'
    ? ticks(axis, seen, (date) => monthPeriod(monthOf(date)))
    : ticks(axis, seen, weekOf);
}

/** The lower divisions seen: days, or weeks. */
export function minorTicks(axis: Axis, seen: Seen): Tick[] {
  return axis.zoom === 'month'
    ? ticks(axis, seen, weekOf)
    : ticks(axis, seen, (date) => ({ from: date, to: date }));
}

function weekOf(date: PlainDate): Period {
  const from = mondayOf(date);
  return { from, to: addDays(from, 6) };
}

function ticks(axis: Axis, seen: Seen, around: (date: PlainDate) => Period): Tick[] {
  const found: Tick[] = [];
  if (seen.right <= seen.left) return found;
  const last = dateAt(axis, seen.right);
  for (let date = dateAt(axis, seen.left); date <= last; ) {
    const days = around(date);
    found.push({ ...days, ...spanOf(axis, days) });
    date = addDays(days.to, 1);
  }
  return found;
}

/** Runs of days on which nobody works, of those seen. */
export function restSpans(
  axis: Axis,
  seen: Seen,
  isOff: (date: PlainDate) => boolean,
): { x: number; width: number }[] {
  const spans: { x: number; width: number }[] = [];
  if (seen.right <= seen.left) return spans;
  const first = axis.start + Math.floor(seen.left / axis.dayWidth);
  const last = Math.min(axis.end - 1, axis.start + Math.floor(seen.right / axis.dayWidth));
  for (let day = first; day <= last; day += 1) {
    if (!isOff(dateOfDayNumber(day))) continue;
    const x = (day - axis.start) * axis.dayWidth;
    const before = spans.at(-1);
    if (before !== undefined && before.x + before.width === x) before.width += axis.dayWidth;
    else spans.push({ x, width: axis.dayWidth });
  }
  return spans;
}

/** Saturday and Sunday, where no calendar says otherwise. */
export function isWeekend(date: PlainDate): boolean {
  return isoWeekday(date) > 5;
}
