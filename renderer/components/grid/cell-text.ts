import { isPlainDate, type PlainDate } from '../../../shared/domain/dates';
import { LANGS, type Lang } from '../../../shared/i18n/formats';
import { parseDate, parseDecimal, parsePercent } from '../../../shared/i18n/parse-input';

/** What a cell holds; it decides how a text is read. */
export type CellKind =
  | { readonly kind: 'text'; readonly max: number }
  /** An exact decimal, not negative. */
  | { readonly kind: 'decimal'; readonly whole: number; readonly places: number }
  /** Whole units of 10^-places: minor units of money, ppm of a share typed in per cent. */
  | { readonly kind: 'scaled'; readonly places: number; readonly max: number }
  | { readonly kind: 'percent'; readonly max: number }
  /** Several shares one after another: `10 + 5`. */
  | { readonly kind: 'percents'; readonly max: number; readonly count: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly ChoiceOption[] };

export interface ChoiceOption {
  readonly value: string;
  /** As shown. */
  readonly label: string;
  /** Other words people write for it, in any language. */
  readonly aliases: readonly string[];
}

export type ParsedCell =
  | { readonly value: string | number | boolean | number[] | null }
  /** The rule that the text breaks. */
  | { readonly rule: CellRule };

export type CellRule =
  | { readonly code: 'long'; readonly max: number }
  | { readonly code: 'number' }
  | { readonly code: 'negative' }
  | { readonly code: 'large' }
  | { readonly code: 'places'; readonly max: number }
  | { readonly code: 'percent'; readonly max: number }
  | { readonly code: 'date' }
  | { readonly code: 'flag' }
  | { readonly code: 'choice'; readonly options: readonly string[] };

export interface ReadingTerms {
  readonly lang: Lang;
  /** Whose year a date without one has. */
  readonly today: PlainDate;
  /** Which of the two comes first in `02/03/2026`. */
  readonly slash?: 'day' | 'month';
}

/** Reads a typed or pasted text. An empty one is null, in a text cell the empty text. */
export function readCell(kind: CellKind, text: string, terms: ReadingTerms): ParsedCell {
  const bare = text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
  if (kind.kind === 'text') {
    const kept = text.trim();
    return kept.length > kind.max ? { rule: { code: 'long', max: kind.max } } : { value: kept };
  }
  if (bare === '' || bare === '—' || bare === '-' || bare === '–') return { value: null };
  switch (kind.kind) {
    case 'decimal':
      return readDecimal(bare, kind, terms.lang);
    case 'scaled':
      return readScaled(parseDecimal(terms.lang, bare), kind.places, kind.max);
    case 'percent':
      return readPercent(bare, kind.max, terms.lang);
    case 'percents':
      return readPercents(bare, kind, terms.lang);
    case 'date': {
      const date = readDate(bare, terms);
      return date === null ? { rule: { code: 'date' } } : { value: date };
    }
    case 'flag':
      return readFlag(bare);
    case 'choice':
      return readChoice(bare, kind.options);
  }
}

function readDecimal(
  bare: string,
  { whole, places }: { whole: number; places: number },
  lang: Lang,
): ParsedCell {
  const decimal = parseDecimal(lang, bare);
  if (decimal === null) return { rule: { code: 'number' } };
  if (decimal.startsWith('-')) return { rule: { code: 'negative' } };
  const [integer = '0', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (integer.length > whole) return { rule: { code: 'large' } };
  if (kept.length > places) return { rule: { code: 'places', max: places } };
  return { value: kept === '' ? integer : `${integer}.${kept}` };
}

function readScaled(decimal: string | null, places: number, max: number): ParsedCell {
  if (decimal === null) return { rule: { code: 'number' } };
  if (decimal.startsWith('-')) return { rule: { code: 'negative' } };
  const [integer = '0', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return { rule: { code: 'places', max: places } };
  const value = BigInt(integer + kept.padEnd(places, '0'));
  return value > BigInt(max) ? { rule: { code: 'large' } } : { value: Number(value) };
}

function readPercent(bare: string, max: number, lang: Lang): ParsedCell {
  const read = readScaled(parsePercent(lang, bare), 4, max);
  return 'rule' in read ? { rule: { code: 'percent', max: max / 10_000 } } : read;
}

function readPercents(
  bare: string,
  { max, count }: { max: number; count: number },
  lang: Lang,
): ParsedCell {
  const parts = bare.split(/[+;]/).map((part) => readPercent(part.trim(), max, lang));
  const values = parts.flatMap((part) =>
    'value' in part && typeof part.value === 'number' ? [part.value] : [],
  );
  if (values.length < parts.length || values.length > count) {
    return { rule: { code: 'percent', max: max / 10_000 } };
  }
  return { value: values.filter((value) => value !== 0) };
}

const YES = ['да', 'yes', 'jā', 'ja', '1', 'true', '+', '✓', 'x', 'х'];
const NO = ['нет', 'no', 'nē', 'ne', '0', 'false'];

function readFlag(bare: string): ParsedCell {
  const word = bare.toLowerCase();
  if (YES.includes(word)) return { value: true };
  if (NO.includes(word)) return { value: false };
  return { rule: { code: 'flag' } };
}

function readChoice(bare: string, options: readonly ChoiceOption[]): ParsedCell {
  const word = bare.toLowerCase();
  const exact = options.find(({ value, label, aliases }) =>
    [value, label, ...aliases].some((name) => name.toLowerCase() === word),
  );
  const starting = options.filter(({ label }) => label.toLowerCase().startsWith(word));
  const found = exact ?? (starting.length === 1 ? starting[0] : undefined);
  if (found !== undefined) return { value: found.value };
  return { rule: { code: 'choice', options: options.map(({ label }) => label) } };
}

/** Names of the months in every language, as dates decline them; filled on first use. */
let monthNames: ReadonlyMap<string, number> | null = null;

function monthByName(word: string): number | null {
  monthNames ??= new Map(
    LANGS.flatMap((lang) =>
      Array.from({ length: 12 }, (_, i) => i).flatMap((month): [string, number][] => {
        const day = Date.UTC(2026, month, 1);
        return (['long', 'short'] as const).flatMap((width): [string, number][] => {
          const style = { month: width, timeZone: 'UTC' } as const;
          const alone = new Intl.DateTimeFormat(lang, style).format(day);
          const parts = new Intl.DateTimeFormat(lang, { ...style, day: 'numeric' });
          const dated = parts.formatToParts(day).find(({ type }) => type === 'month')?.value;
          return [alone, dated ?? alone].map((name) => [bareName(name), month + 1]);
        });
      }),
    ),
  );
  const bare = bareName(word);
  const exact = monthNames.get(bare);
  if (exact !== undefined) return exact;
  if (bare.length < 3) return null;
  for (const [name, month] of monthNames) if (name.startsWith(bare)) return month;
  return null;
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/\./g, '');
}

/** A day in any of the ways the three languages and their spreadsheets write it. */
function readDate(bare: string, { today, slash }: ReadingTerms): PlainDate | null {
  const plain = parseDate(bare, today);
  if (plain !== null) return plain;
  const short = /^(\d{1,2})\.(\d{1,2})\.(\d{2})\.?$/.exec(bare);
  if (short !== null) return day(`20${short[3]}`, short[2], short[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(bare);
  if (slashed !== null) {
    const year = slashed[3]?.length === 2 ? `20${slashed[3]}` : slashed[3];
    return slash === 'month'
      ? day(year, slashed[1], slashed[2])
      : day(year, slashed[2], slashed[1]);
  }
  const latvian = /^(\d{4})\. ?(?:gada|g\.) (\d{1,2})\. ?(\p{L}+)\.?$/u.exec(bare);
  if (latvian !== null) return named(latvian[1], latvian[3], latvian[2]);
  const words =
    /^(\d{1,2})[. -]{1,2}(\p{L}+)\.?(?:[ -](\d{4}|\d{2})(?: ?(?:г|года|gada)\.?)?)?$/u.exec(bare);
  if (words !== null) return named(words[3] ?? today.slice(0, 4), words[2], words[1]);
  const american = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(bare);
  return american === null ? null : named(american[3], american[1], american[2]);
}

function named(year: string | undefined, word: string | undefined, date: string | undefined) {
  const month = monthByName(word ?? '');
  const full = year?.length === 2 ? `20${year}` : year;
  return month === null ? null : day(full, String(month), date);
}

function day(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
): PlainDate | null {
  const iso = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}

/**
 * What comes first in dates with slashes, judged by a whole pasted column: the month where some second
 * part is no month, else the day.
 */
export function slashOrder(texts: Iterable<string>): 'day' | 'month' {
  for (const text of texts) {
    const slashed = /^\s*(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\s*$/.exec(text);
    if (slashed !== null && Number(slashed[2]) > 12) return 'month';
  }
  return 'day';
}
