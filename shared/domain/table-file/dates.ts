import { addDays, isPlainDate, monthPeriod, type Period, type PlainDate } from '../dates';
import { type Parsed, parsed, refused } from '../parsed';
import { isMissing, shown } from './numbers';

export type DateOrder = 'dmy' | 'mdy';

/** What the slashed dates of a column show: `unsure` where each could be read both ways. */
export type OrderEvidence = DateOrder | 'none' | 'unsure' | 'mixed';

const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'янв'],
  ['feb', 'фев'],
  ['mar', 'мар'],
  ['apr', 'апр'],
  ['may', 'mai', 'май', 'мая', 'мае'],
  ['jun', 'jūn', 'июн'],
  ['jul', 'jūl', 'июл'],
  ['aug', 'авг'],
  ['sep', 'сен'],
  ['oct', 'okt', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'дек'],
];

function monthOfName(name: string): number {
  const stem = name.toLowerCase().slice(0, 3);
  return MONTH_STEMS.findIndex((stems) => stems.includes(stem)) + 1;
}

function compose(year: string, month: number | string, day: string): PlainDate | null {
  const full = year.length === 2 ? `20${year}` : year;
  const date = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  // No report is older or from the next century: a longer number is no year.
  return full >= '1990' && full <= '2100' && isPlainDate(date) ? date : null;
}

const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAME = '[A-Za-zА-Яа-яЁёĀ-ž]{3,}';

/** Each spelling of one day, and the parts it is put together from. */
const SPELLINGS: readonly [RegExp, (part: (index: number) => string) => PlainDate | null][] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (p) => compose(p(1), p(2), p(3))],
  [/^(\d{4})(\d{2})(\d{2})$/, (p) => compose(p(1), p(2), p(3))],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/, (p) => compose(p(3), p(2), p(1))],
  [
    new RegExp(`^(${NAME})\\.? (\\d{1,2}),? (\\d{4})$`, 'u'),
    (p) => compose(p(3), monthOfName(p(1)), p(2)),
  ],
  [
    new RegExp(`^(\\d{1,2})\\.? (${NAME})\\.?,? (\\d{4})$`, 'u'),
    (p) => compose(p(3), monthOfName(p(2)), p(1)),
  ],
  [
    new RegExp(`^(\\d{1,2})[-/](${NAME})\\.?[-/](\\d{4}|\\d{2})$`, 'u'),
    (p) => compose(p(3), monthOfName(p(2)), p(1)),
  ],
  // Latvian: 2026. gada 3. novembris
  [
    new RegExp(`^(\\d{4})\\. ?gada (\\d{1,2})\\. ?(${NAME})$`, 'u'),
    (p) => compose(p(1), monthOfName(p(3)), p(2)),
  ],
];

function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i, '')
    .replace(/ ?г(ода?)?\.?$/i, '')
    .replace(/^\p{L}{2,11}\.?, (?=.*\d{4})/u, (weekday) =>
      monthOfName(weekday) > 0 && !/^(mar|мар)/i.test(weekday) ? weekday : '',
    );
}

/** A day that could as well be another one. */
const UNSURE = Symbol('unsure');

function dayOf(text: string, order: OrderEvidence): PlainDate | typeof UNSURE | null {
  const slashed = SLASHED.exec(text);
  if (slashed !== null) {
    const [, first = '', , second = '', year = ''] = slashed;
    const own = orderOfParts(Number(first), Number(second));
    // A column of mixed orders still has days that can be read in one way only.
    const used = order === 'dmy' || order === 'mdy' ? order : own;
    if (used === 'unsure') return UNSURE;
    return used === 'mdy' ? compose(year, first, second) : compose(year, second, first);
  }
  for (const [spelling, read] of SPELLINGS) {
    const match = spelling.exec(text);
    if (match !== null) return read((index) => match[index] ?? '');
  }
  return null;
}

function orderOfParts(first: number, second: number): DateOrder | 'unsure' {
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  // Read either way, 5/5 is the same day.
  return first === second ? 'dmy' : 'unsure';
}

/** What a column of dates shows of the order of day and month; only slashed or dashed days say. */
export function orderOfColumn(cells: readonly string[]): OrderEvidence {
  const seen = new Set<OrderEvidence>();
  for (const cell of cells) {
    for (const half of [tidy(cell), ...tidy(cell).split(/ [-–—] /)]) {
      const match = SLASHED.exec(half);
      if (match === null || match[1] === match[3]) continue;
      seen.add(orderOfParts(Number(match[1]), Number(match[3])));
    }
  }
  if (seen.has('dmy') && seen.has('mdy')) return 'mixed';
  if (seen.has('dmy')) return 'dmy';
  if (seen.has('mdy')) return 'mdy';
  return seen.has('unsure') ? 'unsure' : 'none';
}

/**
 * The order of day and month in a column of a report whose period is known: where the days do not
 * say, the only order that keeps all of them within the period does.
 */
export function orderWithin(cells: readonly string[], period: Period | null): OrderEvidence {
  const own = orderOfColumn(cells);
  if (own !== 'unsure' || period === null) return own;
  const fits = (['dmy', 'mdy'] as const).filter((order) =>
    cells.every((cell) => {
      const days = readDays(cell, order);
      if (!days.ok || days.value === null) return days.ok;
      return days.value.from >= period.from && days.value.to <= period.to;
    }),
  );
  const [only, another] = fits;
  return only !== undefined && another === undefined ? only : own;
}

/**
 * The days of a cell: one day, a month (`2026-11`, `ноябрь 2026`) or a span (`01.11.2026 - 07.11.2026`);
 * null where the cell says there is none. Codes: `date-unreadable`, `date-unsure` (dd/mm or mm/dd).
 */
export function readDays(cell: string, order: OrderEvidence = 'none'): Parsed<Period | null> {
  if (isMissing(cell)) return parsed(null);
  const text = tidy(cell);
  const whole = dayOf(text, order);
  if (whole === UNSURE) return refused('date-unsure', { given: shown(cell) });
  if (whole !== null) return parsed({ from: whole, to: whole });
  const month = monthOfText(text);
  if (month !== null) return parsed(month);
  const [first, second, ...more] = text
    .replace(/^(с|from) /i, '')
    .split(/ [-–—] | по | to |—|–/)
    .map((half) => dayOf(tidy(half), order));
  if (first === UNSURE || second === UNSURE) {
    return refused('date-unsure', { given: shown(cell) });
  }
  if (first != null && second != null && more.length === 0 && first <= second) {
    return parsed({ from: first, to: second });
  }
  return refused('date-unreadable', { given: shown(cell) });
}

function monthOfText(text: string): Period | null {
  const numbers = /^(\d{4})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  const names = new RegExp(`^(${NAME})\\.? (\\d{4})$`, 'u').exec(text);
  const month = numbers === null ? monthOfName(names?.[1] ?? '') : Number(numbers[2]);
  const year = numbers?.[1] ?? names?.[2];
  if (year === undefined || year < '1990' || month < 1 || month > 12) return null;
  return monthPeriod(`${year}-${String(month).padStart(2, '0')}`);
}

// A day within a longer text: a report's title, a file's name. Slashed days are left: their order is unknown.
const ANY_DAY = new RegExp(
  [
    String.raw`(?<!\d)\d{4}[-/._]\d{2}[-/._]\d{2}(?!\d)`,
    String.raw`(?<!\d)\d{1,2}[._]\d{2}[._]\d{4}(?!\d)`,
    String.raw`(?<!\d)20\d{6}(?!\d)`,
    String.raw`\d{4}\. ?gada \d{1,2}\. ?${NAME}`,
    String.raw`${NAME}\.? \d{1,2}, \d{4}`,
    String.raw`(?<!\d)\d{1,2}\.? ${NAME}\.? \d{4}`,
  ].join('|'),
  'gu',
);

/** The period a title or a file name tells: its only two days, in order, or a day twice. Null otherwise. */
export function periodInText(text: string): Period | null {
  const days: PlainDate[] = [];
  for (const [match] of text.replace(/[\u00a0\u202f]/g, ' ').matchAll(ANY_DAY)) {
    const spelled = /^[\d_]+$/.test(match) && match.includes('_') ? undotted(match) : match;
    const day = dayOf(tidy(spelled), 'none');
    if (day !== null && day !== UNSURE) days.push(day);
  }
  const [from, to, another] = days;
  if (from === undefined || to === undefined || another !== undefined || from > to) return null;
  return { from, to };
}

function undotted(text: string): string {
  return text.replaceAll('_', /^\d{4}/.test(text) ? '-' : '.');
}

/** The calendar week that begins on a day: reports by week name its Monday. */
export function weekFrom(monday: PlainDate): Period {
  return { from: monday, to: addDays(monday, 6) };
}
