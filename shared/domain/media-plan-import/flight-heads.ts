import {
  addDays,
  addMonths,
  daysInclusive,
  diffDays,
  isPlainDate,
  mondayOf,
  monthOf,
  monthPeriod,
  overlapOf,
  type Period,
  type PlainDate,
} from '../dates';
import { foldHeading } from './headings';

/** What a head says of days, before the year and the month around it are known. */
export type DayMark =
  | { readonly kind: 'date'; readonly on: PlainDate }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'day'; readonly day: number; readonly month: number | null }
  | { readonly kind: 'week'; readonly number: number }
  | { readonly kind: 'range'; readonly from: DayPart; readonly to: DayPart };

interface DayPart {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

const MONTHS = [
  'янв(?:ар[ьяе])?|jan(?:uary|v[āa]r(?:is|ī))?|janv',
  'фев(?:р(?:ал[ьяе])?)?|feb(?:r(?:uary|uāris|uārī)?)?',
  'март?[ае]?|mar(?:ch|ts|tā)?',
  'апр(?:ел[ьяе])?|apr(?:il|īlis|īlī)?',
  'ма[йяе]|may|maijs|maijā|mai',
  'июн[ьяе]?|june?|jūn(?:ijs|ijā)?',
  'июл[ьяе]?|july?|jūl(?:ijs|ijā)?',
  'авг(?:уст[ае]?)?|aug(?:ust|usts|ustā)?',
  'сен(?:т(?:ябр[ьяе])?)?|sep(?:t(?:ember|embris|embrī)?)?',
  'окт(?:ябр[ьяе])?|o[ck]t(?:ober|obris|obrī)?',
  'ноя(?:б(?:р[ьяе])?)?|nov(?:ember|embris|embrī)?',
  'дек(?:абр[ьяе])?|dec(?:ember|embris|embrī)?',
] as const;
const NAME = `(${MONTHS.join('|')})`;
const DASH = ' ?[-–—] ?';
const YEAR = `'?(\\d{4}|\\d{2})(?: ?г(?:ода?|\\.)?)?`;
const WEEKDAY =
  /^(пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun|p|o|t|c|pk|s|sv|mo|tu|we|th|fr|sa|su)\.?$/u;

const ONLY_MONTH = new RegExp(`^${NAME}\\.?,?(?: ${YEAR}|'(\\d{2}))?$`, 'u');
const YEAR_MONTH = new RegExp(`^(\\d{4})(?:\\. ?gada)?[ .-]? ?${NAME}$`, 'u');
const NAMED_RANGE = new RegExp(
  `^(\\d{1,2})\\.? ?(?:${NAME})?\\.?${DASH}(\\d{1,2})\\.? ?${NAME}\\.?(?: ${YEAR})?$`,
  'u',
);
const NAMED_RANGE_EN = new RegExp(
  `^${NAME}\\.? (\\d{1,2})${DASH}(?:${NAME}\\.? )?(\\d{1,2})(?:,? ${YEAR})?$`,
  'u',
);
const NAMED_DAY = new RegExp(`^(\\d{1,2})\\.? ${NAME}\\.?(?: ${YEAR})?$`, 'u');
const WEEK =
  /^(?:нед(?:еля|\.)?|н|week|wk\.?|w|cw|kw|ned(?:ēļa|\.)?) ?\.?№?#? ?(\d{1,2})$|^(\d{1,2})[.-]?(?:-?я)? ?(?:нед(?:еля|\.)?|week|nedēļa|ned\.?)$/u;
const NUMBERS = /^(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{4}|\d{2}))?)?\.?$/;

function monthNumber(name: string): number {
  return MONTHS.findIndex((one) => new RegExp(`^(?:${one})$`, 'u').test(name)) + 1;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text.length === 2 ? `20${text}` : text);
  return year >= 1990 && year <= 2100 ? year : null;
}

/** What one head says of days; null where it says nothing. `day` is a cell formatted as a date. */
export function dayMarkOf(text: string, day: PlainDate | null = null): DayMark | null {
  if (day !== null) return { kind: 'date', on: day };
  const folded = foldHeading(text)
    .replace(/^(с|from|no) (?=\d)/u, '')
    .replace(/ (по|to|līdz) /u, '-');
  return monthMark(folded) ?? rangeMark(folded) ?? dayMark(folded);
}

function monthMark(text: string): DayMark | null {
  if (/^(19|20)\d{2}( ?г(од)?\.?)?$/u.test(text)) {
    return { kind: 'year', year: Number(text.slice(0, 4)) };
  }
  const named = ONLY_MONTH.exec(text);
  if (named !== null) {
    const year = yearOf(named[2] ?? named[3]);
    return { kind: 'month', month: monthNumber(named[1] ?? ''), year };
  }
  const turned = YEAR_MONTH.exec(text);
  if (turned !== null) {
    return { kind: 'month', month: monthNumber(turned[2] ?? ''), year: yearOf(turned[1]) };
  }
  const numbers = /^(\d{1,2})[./](\d{4})$|^(\d{4})-(\d{2})$/.exec(text);
  const month = Number(numbers?.[1] ?? numbers?.[4] ?? 0);
  if (month < 1 || month > 12) return null;
  return { kind: 'month', month, year: yearOf(numbers?.[2] ?? numbers?.[3]) };
}

function rangeMark(text: string): DayMark | null {
  const named = NAMED_RANGE.exec(text);
  if (named !== null) {
    const month = monthNumber(named[4] ?? '');
    const first = named[2] === undefined ? month : monthNumber(named[2]);
    const year = yearOf(named[5]);
    return range(part(named[1], first, year), part(named[3], month, year));
  }
  const english = NAMED_RANGE_EN.exec(text);
  if (english !== null) {
    const month = monthNumber(english[1] ?? '');
    const last = english[3] === undefined ? month : monthNumber(english[3]);
    const year = yearOf(english[5]);
    return range(part(english[2], month, year), part(english[4], last, year));
  }
  const halves = unslashed(text)
    .split(new RegExp(DASH, 'u'))
    .map((half) => NUMBERS.exec(half));
  const [first, last, more] = halves;
  if (first == null || last == null || more !== undefined) return null;
  const to = part(last[1], last[2] === undefined ? null : Number(last[2]), yearOf(last[3]));
  const ownMonth = first[2] === undefined ? to.month : Number(first[2]);
  return range(part(first[1], ownMonth, yearOf(first[3]) ?? to.year), to);
}

/** A slashed range with dots, day first: in the one order that makes it a month or less. As it is otherwise. */
function unslashed(text: string): string {
  const match = /^(\d{1,2})\/(\d{1,2}) ?[-–—] ?(\d{1,2})\/(\d{1,2})$/u.exec(text);
  if (match === null) return text;
  const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
  const isShort = (fromDay: number, fromMonth: number, toDay: number, toMonth: number) => {
    const length = ((toMonth - fromMonth + 12) % 12) * 30.5 + toDay - fromDay;
    return fromMonth <= 12 && toMonth <= 12 && length >= 0 && length <= 31;
  };
  const isDayFirst = isShort(a, b, c, d);
  const isMonthFirst = isShort(b, a, d, c);
  if (isDayFirst === isMonthFirst) return text;
  return isDayFirst ? `${a}.${b}-${c}.${d}` : `${b}.${a}-${d}.${c}`;
}

function part(day: string | undefined, month: number | null, year: number | null): DayPart {
  return { day: Number(day ?? 0), month, year };
}

function range(from: DayPart, to: DayPart): DayMark | null {
  const fits = ({ day, month }: DayPart) =>
    day >= 1 && day <= 31 && (month === null || (month >= 1 && month <= 12));
  return fits(from) && fits(to) ? { kind: 'range', from, to } : null;
}

function dayMark(text: string): DayMark | null {
  const week = WEEK.exec(text);
  if (week !== null) return { kind: 'week', number: Number(week[1] ?? week[2]) };
  const named = NAMED_DAY.exec(text);
  if (named !== null) {
    const month = monthNumber(named[2] ?? '');
    const year = yearOf(named[3]);
    const day = Number(named[1]);
    return year === null ? { kind: 'day', day, month } : dated(year, month, day);
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  const day = Number(numbers?.[1] ?? 0);
  if (numbers === null || day < 1 || day > 31) return null;
  if (numbers[2] === undefined) return { kind: 'day', day, month: null };
  const month = Number(numbers[2]);
  if (month < 1 || month > 12) return null;
  const year = yearOf(numbers[3]);
  return year === null ? { kind: 'day', day, month } : dated(year, month, day);
}

function dated(year: number, month: number, day: number): DayMark | null {
  const on = dateOf(year, month, day);
  return on === null ? null : { kind: 'date', on };
}

/** Whether a head is a day of the week, which stands under a date and adds nothing. */
export function isWeekday(text: string): boolean {
  return WEEKDAY.test(foldHeading(text));
}

/** A column whose heads speak of days, the highest first. */
export interface FlightHead {
  readonly marks: readonly DayMark[];
}

/** What is known of the time of a plan besides its heads. */
export interface FlightGround {
  readonly period: Period | null;
  readonly year: number | null;
}

/**
 * The days of each flight column, from left to right; null for all where the year or the first day is
 * unknown. Dates at a distance stand for the days until the next; weeks that count from 1 are those of
 * the month above them or of the plan, others those of the calendar (ISO 8601).
 */
export function flightDays(
  heads: readonly FlightHead[],
  ground: FlightGround,
): readonly Period[] | null {
  const own = heads.map(({ marks }) => marks.at(-1));
  const years = heads.map(({ marks }) => yearIn(marks));
  const known = years.find((year) => year !== null) ?? ground.year ?? yearOfPeriod(ground.period);
  const isCounted = own.every((mark) => mark?.kind === 'week');
  if (isCounted) return weeksOf(heads, ground, known);
  if (own.every((mark) => mark?.kind === 'date' || mark?.kind === 'day')) {
    const starts = startsOf(heads, known);
    return starts === null ? null : untilNext(starts);
  }
  return known === null && own.some((mark) => mark?.kind !== 'date') ? null : spans(heads, known);
}

function yearIn(marks: readonly DayMark[]): number | null {
  for (const mark of marks.toReversed()) {
    if (mark.kind === 'year') return mark.year;
    if (mark.kind === 'month' && mark.year !== null) return mark.year;
    if (mark.kind === 'date') return Number(mark.on.slice(0, 4));
    if (mark.kind === 'range' && mark.from.year !== null) return mark.from.year;
  }
  return null;
}

function monthIn(marks: readonly DayMark[]): number | null {
  const found = marks.findLast((mark) => mark.kind === 'month');
  return found?.kind === 'month' ? found.month : null;
}

function yearOfPeriod(period: Period | null): number | null {
  return period === null ? null : Number(period.from.slice(0, 4));
}

function dateOf(year: number, month: number, day: number): PlainDate | null {
  const text = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
  return isPlainDate(text) ? text : null;
}

/** Goes on to the next year where a head without one would lie before the one at its left. */
class YearWalk {
  #year: number | null;
  #month = 0;

  constructor(year: number | null) {
    this.#year = year;
  }

  at(month: number, stated: number | null): number | null {
    if (stated !== null) this.#year = stated;
    else if (this.#year !== null && month < this.#month) this.#year += 1;
    this.#month = month;
    return this.#year;
  }
}

function startsOf(heads: readonly FlightHead[], year: number | null): PlainDate[] | null {
  const walk = new YearWalk(year);
  const starts: PlainDate[] = [];
  for (const { marks } of heads) {
    const mark = marks.at(-1);
    if (mark?.kind === 'date') {
      starts.push(mark.on);
      continue;
    }
    if (mark?.kind !== 'day') return null;
    const month = mark.month ?? monthIn(marks);
    if (month === null) return null;
    const at = walk.at(month, yearIn(marks.slice(0, -1)));
    const on = at === null ? null : dateOf(at, month, mark.day);
    if (on === null) return null;
    starts.push(on);
  }
  return starts;
}

function untilNext(starts: readonly PlainDate[]): readonly Period[] | null {
  const steps = starts.slice(1).map((on, index) => diffDays(starts[index] ?? on, on));
  if (steps.some((step) => step <= 0)) return null;
  const isMonths = starts.every((on) => on.endsWith('-01')) && steps.every((step) => step >= 28);
  if (isMonths) return starts.map((on) => monthPeriod(monthOf(on)));
  const last = steps.at(-1) ?? 1;
  return starts.map((from, index) => ({ from, to: addDays(from, (steps[index] ?? last) - 1) }));
}

function spans(heads: readonly FlightHead[], year: number | null): readonly Period[] | null {
  const walk = new YearWalk(year);
  const days: Period[] = [];
  for (const { marks } of heads) {
    const mark = marks.at(-1);
    if (mark?.kind === 'date') days.push({ from: mark.on, to: mark.on });
    else if (mark?.kind === 'month') {
      const at = walk.at(mark.month, yearIn(marks));
      if (at === null) return null;
      days.push(monthPeriod(`${at}-${String(mark.month).padStart(2, '0')}`));
    } else if (mark?.kind === 'range') {
      const span = spanOf(mark, marks, walk);
      if (span === null) return null;
      days.push(span);
    } else return null;
  }
  return days;
}

function spanOf(
  { from, to }: { from: DayPart; to: DayPart },
  marks: readonly DayMark[],
  walk: YearWalk,
): Period | null {
  const above = monthIn(marks);
  const month = to.month ?? above;
  const first = from.month ?? above ?? month;
  if (month === null || first === null) return null;
  // Under one month, 30–6 runs over its end.
  const isOver = from.month === null && to.month === null && to.day < from.day;
  const year = walk.at(first, from.year ?? yearIn(marks.slice(0, -1)));
  if (year === null) return null;
  const start = dateOf(year, first, from.day);
  const next = isOver ? addMonths(`${year}-${String(month).padStart(2, '0')}`, 1) : null;
  const end =
    next === null
      ? dateOf(month < first ? year + 1 : (to.year ?? year), month, to.day)
      : dateOf(Number(next.slice(0, 4)), Number(next.slice(5)), to.day);
  return start === null || end === null || end < start ? null : { from: start, to: end };
}

function weeksOf(
  heads: readonly FlightHead[],
  { period }: FlightGround,
  year: number | null,
): readonly Period[] | null {
  const numbers = heads.map(({ marks }) => {
    const mark = marks.at(-1);
    return mark?.kind === 'week' ? mark.number : 0;
  });
  const months = heads.map(({ marks }) => monthIn(marks));
  if (numbers.every((number, i) => number <= 6 && months[i] !== null)) {
    const walk = new YearWalk(year);
    const weeks = heads.map(({ marks }, i) => {
      const at = walk.at(months[i] ?? 1, yearIn(marks));
      return at === null ? null : weekOfMonth(at, months[i] ?? 1, numbers[i] ?? 1);
    });
    return weeks.every((week) => week !== null) ? weeks : null;
  }
  if (numbers[0] === 1 && numbers.every((number, i) => number === i + 1)) {
    if (period === null) return null;
    return numbers.map((number) => {
      const from = addDays(period.from, (number - 1) * 7);
      return { from, to: addDays(from, 6) };
    });
  }
  if (year === null) return null;
  let at = year;
  return numbers.map((number, i) => {
    if (number < (numbers[i - 1] ?? 0)) at += 1;
    // 4 January is in the first week of its year.
    const from = addDays(mondayOf(`${at}-01-04`), (number - 1) * 7);
    return { from, to: addDays(from, 6) };
  });
}

function weekOfMonth(year: number, month: number, number: number): Period | null {
  const whole = monthPeriod(`${year}-${String(month).padStart(2, '0')}`);
  const from = addDays(whole.from, (number - 1) * 7);
  if (from > whole.to) return null;
  return overlapOf(whole, { from, to: addDays(from, 6) });
}

/**
 * The days that a cell of a period tells, by the year and month of the plan where it leaves them out;
 * null where it tells none.
 */
export function daysInCell(text: string, ground: FlightGround): Period | null {
  const mark = dayMarkOf(text);
  if (mark === null || mark.kind === 'week' || mark.kind === 'year') return null;
  const year = ground.year ?? yearOfPeriod(ground.period);
  const month: readonly DayMark[] =
    ground.period !== null && monthOf(ground.period.from) === monthOf(ground.period.to)
      ? [{ kind: 'month', month: Number(ground.period.from.slice(5, 7)), year }]
      : [];
  const found = flightDays([{ marks: [...month, mark] }], { ...ground, year })?.[0] ?? null;
  return found !== null && daysInclusive(found) > 0 ? found : null;
}
