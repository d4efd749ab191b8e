import { fold } from '../../i18n/transliterate';
import { addDays, isoWeekday, isPlainDate, type PlainDate } from '../dates';

/** Words before a day; they are taken with it. */
const UNTIL = new Set([
  'до',
  'к',
  'ко',
  'на',
  'в',
  'во',
  'by',
  'until',
  'till',
  'on',
  'due',
  'lidz',
  'uz',
]);

/** Short names that are words of their own only after one of {@link UNTIL}. */
const WEEKDAYS: readonly { start: string; least: number; day: number; isPlain: boolean }[] = [
  ...['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресен'].map(
    (start, index) => ({ start, least: Math.min(start.length, 4), day: index + 1, isPlain: true }),
  ),
  ...['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'].map((start, index) => ({
    start,
    least: 2,
    day: index + 1,
    isPlain: true,
  })),
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
    (start, index) => ({ start, least: 3, day: index + 1, isPlain: false }),
  ),
  ...['pirmdien', 'otrdien', 'tresdien', 'ceturtdien', 'piektdien', 'sestdien', 'svetdien'].map(
    (start, index) => ({ start, least: 4, day: index + 1, isPlain: true }),
  ),
];

const NEAR: Readonly<Record<string, number>> = {
  сегодня: 0,
  завтра: 1,
  послезавтра: 2,
  today: 0,
  tomorrow: 1,
  sodien: 0,
  rit: 1,
  parit: 2,
};

const MONTHS: readonly RegExp[] = [
  /^(?:янв|jan)/,
  /^(?:фев|feb)/,
  /^(?:мар|mar)/,
  /^(?:апр|apr)/,
  /^(?:ма[йя]|may|mai)/,
  /^(?:июн|jun)/,
  /^(?:июл|jul)/,
  /^(?:авг|aug)/,
  /^(?:сен|sep)/,
  /^(?:окт|oct|okt)/,
  /^(?:ноя|nov)/,
  /^(?:дек|dec|dek)/,
];

/**
 * The day that the words from `at` on name, and how many of them: `до пт`, `завтра`, `25.11`, `5 декабря`,
 * `2026-12-01`, `через 3 дня`. A weekday is the next one, today's own included; a day without a year is the
 * next such day. Null where they name none.
 */
export function readQuickDay(
  words: readonly string[],
  at: number,
  today: PlainDate,
): { on: PlainDate; count: number } | null {
  const first = clean(words[at]);
  const isUntil = UNTIL.has(first);
  const start = isUntil ? at + 1 : at;
  const day = dayAt(words, start, today, isUntil);
  return day === null ? null : { on: day.on, count: day.count + (start - at) };
}

function clean(word: string | undefined): string {
  return fold(word ?? '').replace(/[,;]+$/, '');
}

function dayAt(
  words: readonly string[],
  at: number,
  today: PlainDate,
  isUntil: boolean,
): { on: PlainDate; count: number } | null {
  const word = clean(words[at]);
  const near = Object.hasOwn(NEAR, word) ? NEAR[word] : undefined;
  if (near !== undefined) return { on: addDays(today, near), count: 1 };
  const weekday = weekdayOf(word, isUntil);
  if (weekday !== null) {
    return { on: addDays(today, (weekday - isoWeekday(today) + 7) % 7), count: 1 };
  }
  if (isPlainDate(word)) return { on: word, count: 1 };
  const dotted = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?\.?$/.exec(word);
  if (dotted !== null) {
    const on = dateOf(Number(dotted[1]), Number(dotted[2]), dotted[3], today);
    return on === null ? null : { on, count: 1 };
  }
  return spelledOut(words, at, today) ?? inDays(words, at, today);
}

function weekdayOf(word: string, isUntil: boolean): number | null {
  const bare = word.replace(/\.$/, '');
  for (const { start, least, day, isPlain } of WEEKDAYS) {
    const isName =
      bare.length <= 2 || least === 2 ? bare === start : isBeginning(bare, start, least);
    if (isName && (isPlain || isUntil)) return day;
  }
  return null;
}

/** `пятницу` for пятниц…, `fri` for friday; not `friends`. */
function isBeginning(word: string, start: string, least: number): boolean {
  if (word.length < least) return false;
  return start.startsWith(word) || (word.startsWith(start) && word.length <= start.length + 2);
}

function spelledOut(
  words: readonly string[],
  at: number,
  today: PlainDate,
): { on: PlainDate; count: number } | null {
  const number = /^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(clean(words[at]));
  const name = clean(words[at + 1]);
  if (number === null || name.length < 3) return null;
  const month = MONTHS.findIndex((pattern) => pattern.test(name)) + 1;
  if (month === 0) return null;
  const year = /^20\d{2}$/.exec(clean(words[at + 2]))?.[0];
  const on = dateOf(Number(number[1]), month, year, today);
  return on === null ? null : { on, count: year === undefined ? 2 : 3 };
}

function inDays(
  words: readonly string[],
  at: number,
  today: PlainDate,
): { on: PlainDate; count: number } | null {
  if (!['через', 'in', 'pec'].includes(clean(words[at]))) return null;
  const count = /^\d{1,3}$/.exec(clean(words[at + 1]));
  const unit = clean(words[at + 2]);
  if (count === null) return null;
  if (/^(?:д|дн|день|дня|дней|days?|dien\p{L}*)$/u.test(unit)) {
    return { on: addDays(today, Number(count[0])), count: 3 };
  }
  if (/^(?:нед\p{L}*|weeks?|nedel\p{L}*)$/u.test(unit)) {
    return { on: addDays(today, Number(count[0]) * 7), count: 3 };
  }
  return null;
}

/** Without a year the next such day, 29 February also in a later year. */
function dateOf(
  day: number,
  month: number,
  year: string | undefined,
  today: PlainDate,
): PlainDate | null {
  const compose = (of: number): string =>
    `${String(of).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== undefined) {
    const on = compose(year.length === 2 ? 2000 + Number(year) : Number(year));
    return isPlainDate(on) ? on : null;
  }
  const thisYear = Number(today.slice(0, 4));
  for (let of = thisYear; of <= thisYear + 8; of += 1) {
    const on = compose(of);
    if (isPlainDate(on) && on >= today) return on;
  }
  return null;
}
