import { isPlainDate } from '../domain/dates';
import type { Lang } from './formats';

/** Longer texts than any amount, rate or date a person types. */
const MAX_INPUT = 64;

const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f]/g;
const APOSTROPHES = /['\u2019\u02bc`\u00b4]/g;
const MINUSES = /[\u2212\u2012\u2013\ufe63\uff0d]/g;
const CURRENCY = /^(?:[\u20bd\u20ac$\u00a3\u00a5\u20b8\u20b4]|руб\.?|р\.|[A-Z]{3})$/iu;

const EN_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * A number as people type or paste it: `1 234,56`, `1,234.56`, `1’234.56`, `−5`, `1 234,56 ₽`.
 * A lone comma is the decimal sign in Russian and Latvian; in English it groups when exactly three
 * digits follow (`1,234`), else it is decimal. A lone dot is always decimal.
 * @returns an exact decimal (`-1234.56`, decimals as typed), or null when it is not one number
 */
export function parseDecimal(lang: Lang, text: string): string | null {
  if (text.length > MAX_INPUT) return null;
  if (PLAIN.test(text)) return text.replace(',', '.');
  const bare = stripCurrency(text.replace(MINUSES, '-').trim());
  const match = /^([+-]?)\s*(\S.*)$/u.exec(bare);
  if (match === null) return null;
  const [, sign = '', rest = ''] = match;
  const body = stripCurrency(rest).replace(SPACES, ' ').replace(APOSTROPHES, ' ');
  const parts = splitDecimal(lang, body);
  if (parts === null) return null;
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  const value = parts.fraction === '' ? whole : `${whole}.${parts.fraction}`;
  const isZero = /^[0.]+$/.test(value);
  return sign === '-' && !isZero ? `-${value}` : value;
}

/** A percentage: as {@link parseDecimal}, with an optional `%`. 22 means 22 per cent. */
export function parsePercent(lang: Lang, text: string): string | null {
  return parseDecimal(lang, text.trim().replace(/[\s\u00a0\u202f]*%$/, ''));
}

/**
 * Hours as `1:30` or a decimal (`1,5`), with an optional unit (ч, h, st.).
 * A decimal is taken to the nearest second: 0,33 is 1188 s.
 * @returns whole seconds, not negative, or null when it is neither
 */
export function parseHours(lang: Lang, text: string): number | null {
  const bare = text.trim().replace(/[\s\u00a0\u202f]*(?:ч\.?|h|st\.)$/iu, '');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(bare);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  const decimal = parseDecimal(lang, bare);
  if (decimal === null || decimal.startsWith('-')) return null;
  const [whole = '0', fraction = ''] = decimal.split('.');
  if (whole.length > 6 || fraction.length > 6) return null;
  return Math.round((Number(whole + fraction.padEnd(6, '0')) * 3600) / 1_000_000);
}

/**
 * A day as `21.11.2026`, `21.11.2026.`, `21.11` (the year of `today`), `2026-11-21`, `21 Nov 2026`.
 * @returns `YYYY-MM-DD`, or null when there is no such day (30.02)
 */
export function parseDate(text: string, today: string): string | null {
  if (text.length > MAX_INPUT) return null;
  const bare = text.replace(SPACES, ' ').trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bare);
  if (iso !== null) return calendarDay(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4})?)?\.?$/.exec(bare);
  if (dotted !== null) return calendarDay(dotted[3] ?? today.slice(0, 4), dotted[2], dotted[1]);
  const english = /^(\d{1,2}) ([a-z]{3,9})\.?(?:,? (\d{4}))?$/i.exec(bare);
  if (english === null) return null;
  const word = (english[2] ?? '').toLowerCase();
  const month = EN_MONTHS.findIndex((name) => name.startsWith(word));
  if (month < 0) return null;
  return calendarDay(english[3] ?? today.slice(0, 4), String(month + 1), english[1]);
}

function stripCurrency(text: string): string {
  const head = /^(\p{Sc}|[A-Z]{3}(?![A-Z]))\s*/u.exec(text);
  if (head !== null && CURRENCY.test(head[1] ?? '')) return text.slice(head[0].length);
  const tail = /\s*(\p{Sc}|руб\.?|р\.|[A-Z]{3})$/iu.exec(text);
  if (tail !== null && CURRENCY.test(tail[1] ?? '')) return text.slice(0, tail.index);
  return text;
}

/** `body` has a space for every grouping mark but comma and dot. */
/** What is the same number in every language; thousands of cells are pasted at once, and most are such. */
const PLAIN = /^(?:0|[1-9]\d*)(?:[.,]\d{1,2})?$/;

function splitDecimal(lang: Lang, body: string): { whole: string; fraction: string } | null {
  if (!/^[\d .,]+$/.test(body)) return null;
  const commas = body.split(',').length - 1;
  const dots = body.split('.').length - 1;
  if (commas > 0 && dots > 0) {
    const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
    return at(body, decimal, decimal === ',' ? '.' : ',');
  }
  const mark = commas > 0 ? ',' : '.';
  const count = commas + dots;
  if (count === 0) return at(body, null, ' ');
  if (count > 1) return body.includes(' ') ? null : at(body, null, mark);
  const groups = lang === 'en' && mark === ',' && /^[1-9]\d{0,2},\d{3}$/.test(body);
  return groups ? at(body, null, ',') : at(body, mark, ' ');
}

function at(
  body: string,
  decimal: ',' | '.' | null,
  group: ' ' | ',' | '.',
): { whole: string; fraction: string } | null {
  const cut = decimal === null ? -1 : body.indexOf(decimal);
  const whole = cut < 0 ? body : body.slice(0, cut);
  const fraction = cut < 0 ? '' : body.slice(cut + 1);
  if (!/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return null;
  const groups = whole.split(group);
  const plain = groups.length === 1;
  const grouped =
    /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part));
  if (!(plain ? /^\d*$/.test(whole) : grouped)) return null;
  return { whole: groups.join('') || '0', fraction };
}

function calendarDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}
