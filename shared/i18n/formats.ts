import { dayNumber, type Month, type PlainDate } from '../domain/dates';
import { currencyExponent, formatMinorDecimal } from '../domain/money';

/** Languages of the product. */
export const LANGS = ['ru', 'en', 'lv'] as const;
export type Lang = (typeof LANGS)[number];

/** A finite number, or an exact decimal such as `-12.50` (dot, no grouping). */
type Decimal = number | string;

interface NumberStyle {
  /** Fewest decimals shown; 0 unless told. */
  readonly min?: number;
  /** Most decimals shown (half away from zero); `min`, but at least 0, unless told. */
  readonly max?: number;
  /** Puts a plus before values above zero, for differences. */
  readonly plus?: boolean;
}

const NBSP = '\u00a0';
const MINUS = '\u2212';
const LOCALES: Record<Lang, string> = { ru: 'ru-RU', en: 'en-US', lv: 'lv-LV' };
const DATE_LOCALES: Record<Lang, string> = { ru: 'ru-RU', en: 'en-GB', lv: 'lv-LV' };
const HOUR_UNIT: Record<Lang, string> = { ru: 'ч', en: 'h', lv: 'h' };
const DAY_MS = 86_400_000;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const listFormats = new Map<Lang, Intl.ListFormat>();
const relativeFormats = new Map<Lang, Intl.RelativeTimeFormat>();

function cached<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(
    numberFormats,
    `${lang}${JSON.stringify(options)}`,
    // Latvian leaves 1234 ungrouped by default; columns need one rule for all sizes.
    () => new Intl.NumberFormat(LOCALES[lang], { useGrouping: 'always', ...options }),
  );
}

function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(
    dateFormats,
    `${lang}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(DATE_LOCALES[lang], options),
  );
}

/** True minus, and no space at which a line could break. */
function polish(text: string): string {
  return text.replace(/-/g, MINUS).replace(/[\u0020\u202f]/g, NBSP);
}

function render(format: Intl.NumberFormat, value: Decimal): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a figure to format must be finite');
    return polish(format.format(value));
  }
  if (!isDecimalText(value)) throw new RangeError(`not a decimal: ${value}`);
  return polish(format.format(value));
}

function isDecimalText(value: string): value is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(value);
}

function signDisplay(plus: boolean | undefined): 'exceptZero' | 'negative' {
  return plus === true ? 'exceptZero' : 'negative';
}

function decimals(style: NumberStyle): Intl.NumberFormatOptions {
  const min = style.min ?? 0;
  return {
    minimumFractionDigits: min,
    maximumFractionDigits: style.max ?? min,
    signDisplay: signDisplay(style.plus),
  };
}

function dayMs(date: PlainDate): number {
  return dayNumber(date) * DAY_MS;
}

function monthMs(month: Month): number {
  return dayMs(`${month}-01`);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// ── Money ───────────────────────────────────────────────────────────────────

interface MoneyStyle {
  /** Puts a plus before amounts above zero, for differences. */
  readonly plus?: boolean;
}

/**
 * An amount with its currency: `1 234 567,89 ₽`, `1 234,56 €`, en `₽1,234,567.89`.
 * @param amountMinor integer minor units; @throws AppError `money-out-of-range`
 */
export function formatMoney(
  lang: Lang,
  amountMinor: number,
  currency: string,
  style: MoneyStyle = {},
): string {
  const exponent = currencyExponent(currency);
  const format = numberFormat(lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
    signDisplay: signDisplay(style.plus),
  });
  return render(format, formatMinorDecimal(amountMinor, currency));
}

/** An amount in whole units, half away from zero: `1 234 568 ₽`. For sentences and dense rows. */
export function formatMoneyWhole(
  lang: Lang,
  amountMinor: number,
  currency: string,
  style: MoneyStyle = {},
): string {
  const format = numberFormat(lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
    signDisplay: signDisplay(style.plus),
  });
  return render(format, formatMinorDecimal(amountMinor, currency));
}

/** An amount without its sign, for columns whose head names the currency: `1 234 567,89`. */
export function formatAmount(
  lang: Lang,
  amountMinor: number,
  currency: string,
  style: MoneyStyle & { readonly whole?: boolean } = {},
): string {
  const exponent = currencyExponent(currency);
  const shown = style.whole === true ? 0 : exponent;
  const format = numberFormat(lang, {
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
    signDisplay: signDisplay(style.plus),
  });
  return render(format, formatMinorDecimal(amountMinor, currency));
}

/** Three significant digits: «3,10 млн ₽», `₽3.10 M`, «3,10 milj. €». */
export function formatMoneyCompact(lang: Lang, amountMinor: number, currency: string): string {
  const format = numberFormat(lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
    signDisplay: 'negative',
  });
  const amount = formatMinorDecimal(amountMinor, currency);
  if (!isDecimalText(amount)) throw new RangeError(`not a decimal: ${amount}`);
  const parts = format.formatToParts(amount);
  // English glues the letter to the digits, which reads badly beside a currency sign.
  const spaced = parts.map((part) =>
    lang === 'en' && part.type === 'compact' ? `${NBSP}${part.value}` : part.value,
  );
  return polish(spaced.join(''));
}

/** The sign of a currency as amounts show it: `₽`, `€`. */
export function currencySign(lang: Lang, currency: string): string {
  const parts = numberFormat(lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

// ── Numbers ─────────────────────────────────────────────────────────────────

/** A plain number or exact decimal: `1 234,5`. Half away from zero at the last shown digit. */
export function formatNumber(lang: Lang, value: Decimal, style: NumberStyle = {}): string {
  return render(numberFormat(lang, decimals(style)), value);
}

/** A percentage already in per cent: 22 → `22 %`, en `22%`. */
export function formatPercent(lang: Lang, percent: Decimal, style: NumberStyle = {}): string {
  // ICU writes Latvian without the space that Latvian typography asks for.
  return `${formatNumber(lang, percent, style)}${lang === 'en' ? '' : NBSP}%`;
}

/** A rate in parts per million with as many decimals as it needs: 220000 → `22 %`. */
export function formatRatePpm(lang: Lang, ratePpm: number): string {
  return formatPercent(lang, ratePpm / 10_000, { max: 4 });
}

/** Seconds as hours without a unit, one decimal unless told: 48240 → `13,4`. */
export function formatHours(
  lang: Lang,
  durationSeconds: number,
  style: NumberStyle = { min: 1 },
): string {
  return formatNumber(lang, durationSeconds / 3600, style);
}

/** Seconds as hours with the unit: `13,4 ч`, `13.4 h`. */
export function formatHoursUnit(
  lang: Lang,
  durationSeconds: number,
  style: NumberStyle = { min: 1 },
): string {
  return `${formatHours(lang, durationSeconds, style)}${NBSP}${HOUR_UNIT[lang]}`;
}

/** Items joined as the language joins them: «а, б и в». */
export function formatList(lang: Lang, items: readonly string[]): string {
  return cached(
    listFormats,
    lang,
    () => new Intl.ListFormat(DATE_LOCALES[lang], { type: 'conjunction' }),
  ).format(items);
}

// ── Dates ───────────────────────────────────────────────────────────────────

/** `21.11.2026`, lv `21.11.2026.`, en `21 Nov 2026`. @throws RangeError for a day that is not. */
export function formatDate(lang: Lang, date: PlainDate): string {
  const ms = dayMs(date);
  if (lang === 'en') {
    return polish(`${Number(date.slice(8))} ${monthWord(lang, ms, 'short')} ${date.slice(0, 4)}`);
  }
  const text = `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
  return lang === 'lv' ? `${text}.` : text;
}

/** Without the year: `21.11`, lv `21.11.`, en `21 Nov`. */
export function formatDateShort(lang: Lang, date: PlainDate): string {
  const ms = dayMs(date);
  if (lang === 'en') return polish(`${Number(date.slice(8))} ${monthWord(lang, ms, 'short')}`);
  const text = `${date.slice(8)}.${date.slice(5, 7)}`;
  return lang === 'lv' ? `${text}.` : text;
}

/** In words: «21 ноября 2026 г.», `21 November 2026`, «2026. gada 21. novembris». */
export function formatDateLong(lang: Lang, date: PlainDate): string {
  return polishDate(
    dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      dayMs(date),
    ),
  );
}

/** Day and month in words: «1 декабря», `1 December`, «1. decembris». */
export function formatDayMonth(lang: Lang, date: PlainDate): string {
  return polishDate(
    dateFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(dayMs(date)),
  );
}

/** «сегодня», «завтра» for the two nearest days, else the short date. */
export function formatDayNear(lang: Lang, date: PlainDate, today: PlainDate): string {
  const days = (dayMs(date) - dayMs(today)) / DAY_MS;
  if (days !== 0 && days !== 1) return formatDateShort(lang, date);
  return cached(
    relativeFormats,
    lang,
    () => new Intl.RelativeTimeFormat(DATE_LOCALES[lang], { numeric: 'auto' }),
  ).format(days, 'day');
}

/** Inclusive days: «1–31 декабря 2026», `1–31 December 2026`; across months both dates. */
export function formatDateRange(lang: Lang, from: PlainDate, to: PlainDate): string {
  if (from === to) return formatDate(lang, from);
  if (from.slice(0, 7) !== to.slice(0, 7)) {
    return `${formatDate(lang, from)}${lang === 'en' ? ' – ' : '–'}${formatDate(lang, to)}`;
  }
  dayMs(from);
  const first = Number(from.slice(8));
  const year = to.slice(0, 4);
  if (lang === 'lv') {
    return `${year}.${NBSP}gada${NBSP}${first}.–${formatDayMonth(lang, to)}`;
  }
  return `${first}–${formatDayMonth(lang, to)}${NBSP}${year}`;
}

/** Inclusive days without the year: «16–22 ноября», «30 ноября – 6 декабря», `16–22 November`. */
export function formatDaySpan(lang: Lang, from: PlainDate, to: PlainDate): string {
  if (from === to) return formatDayMonth(lang, from);
  if (from.slice(0, 7) !== to.slice(0, 7)) {
    return `${formatDayMonth(lang, from)} – ${formatDayMonth(lang, to)}`;
  }
  const first = Number(from.slice(8));
  return `${first}${lang === 'lv' ? '.' : ''}–${formatDayMonth(lang, to)}`;
}

/** «Октябрь 2026», `October 2026`, «2026. gada oktobris». */
export function formatMonth(lang: Lang, month: Month): string {
  const year = month.slice(0, 4);
  const word = monthWord(lang, monthMs(month), 'long');
  if (lang === 'lv') return `${year}.${NBSP}gada${NBSP}${word}`;
  return `${upperFirst(word)}${NBSP}${year}`;
}

/** The month's name alone, as a heading: «Октябрь», `October`, «Oktobris». */
export function formatMonthName(lang: Lang, month: Month): string {
  return upperFirst(monthWord(lang, monthMs(month), 'long'));
}

/** The shortest name of a month, for axes: «окт», `Oct`, «okt». */
export function formatMonthShort(lang: Lang, month: Month): string {
  return monthWord(lang, monthMs(month), 'short');
}

/** «понедельник», `Monday`, «pirmdiena»; short «пн», `Mon`, «pirmd.». */
export function formatWeekday(
  lang: Lang,
  date: PlainDate,
  width: 'long' | 'short' = 'long',
): string {
  const word = dateFormat(lang, { weekday: width, timeZone: 'UTC' }).format(dayMs(date));
  return lang === 'en' ? word : word.toLowerCase();
}

/** A moment's time of day, 24 hours: `09:05`. @param at UTC ms; @param timeZone the machine's */
export function formatTime(lang: Lang, at: number, timeZone?: string): string {
  return dateFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** The time of day to the second, as a clock shows it: `09:12:04`. */
export function formatTimeSeconds(lang: Lang, at: number, timeZone?: string): string {
  return dateFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** A moment: `21.11.2026, 09:05`. @param at UTC ms; @param timeZone the machine's unless told */
export function formatDateTime(lang: Lang, at: number, timeZone?: string): string {
  return `${formatDate(lang, localDay(at, timeZone))}, ${formatTime(lang, at, timeZone)}`;
}

function localDay(at: number, timeZone: string | undefined): PlainDate {
  // Sweden's short form is ISO: the one locale that gives YYYY-MM-DD without assembling parts.
  const zone = timeZone ?? '';
  return cached(
    dateFormats,
    `day:${zone}`,
    () => new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? {} : { timeZone }),
  ).format(at);
}

function monthWord(lang: Lang, ms: number, width: 'long' | 'short'): string {
  const word = dateFormat(lang, { month: width, timeZone: 'UTC' }).format(ms).replace(/\.$/, '');
  // British ICU says "Sept"; three letters keep columns of dates even.
  return lang === 'en' && width === 'short' ? word.slice(0, 3) : word;
}

function polishDate(text: string): string {
  return text.replace(/(\d\.?) /g, `$1${NBSP}`).replace(/ (\d)/g, `${NBSP}$1`);
}
