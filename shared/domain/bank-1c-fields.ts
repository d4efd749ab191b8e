import type { BankProblemCode } from './bank-1c-types';
import { MAX_MINOR } from './money';

/** Digits 6–8 of a Russian account (ОК 014-2000; 810 is the pre-1998 rouble banks still use). */
const CURRENCY_BY_CODE: Readonly<Record<string, string>> = {
  '051': 'AMD',
  '156': 'CNY',
  '344': 'HKD',
  '356': 'INR',
  '392': 'JPY',
  '398': 'KZT',
  '417': 'KGS',
  '643': 'RUB',
  '756': 'CHF',
  '764': 'THB',
  '784': 'AED',
  '810': 'RUB',
  '826': 'GBP',
  '840': 'USD',
  '860': 'UZS',
  '933': 'BYN',
  '944': 'AZN',
  '949': 'TRY',
  '978': 'EUR',
};

/** Currency an account is kept in, or null where its number does not say. */
export function currencyOfAccount(accountNo: string): string | null {
  if (/^\d{20}$/.test(accountNo)) return CURRENCY_BY_CODE[accountNo.slice(5, 8)] ?? null;
  return accountNo.startsWith('KZ') ? 'KZT' : null;
}

/** ISO code from `Валюта=`: letters as they are, digits through the account table. */
export function currencyOfField(text: string): string | null {
  const value = text.trim().toUpperCase();
  if (value === 'RUR') return 'RUB';
  if (/^[A-Z]{3}$/.test(value)) return value;
  return CURRENCY_BY_CODE[value] ?? null;
}

export type AmountReading =
  | { readonly minor: number }
  | {
      readonly code: BankProblemCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Letters that people and scanners put where a digit belongs. */
const DIGIT_FOR_LETTER: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  З: '3',
  з: '3',
  l: '1',
  I: '1',
  б: '6',
  Ч: '4',
  ч: '4',
  B: '8',
  В: '8',
  S: '5',
};

/**
 * Exact minor units of a sum such as `12500.00`, `12 500,00` or `0`. Anything that could be read in
 * two ways (`1.250`) or holds a letter is refused with the reason; `suggestMinor` is what the sum
 * would be with look-alike letters read as digits.
 */
export function readAmount(text: string, exponent: number): AmountReading {
  const compact = text.replace(/[\s\u00a0\u2007\u2009\u202f']/g, '');
  if (compact === '') return { code: 'amount-missing', params: {} };
  if (/^[-−–]/.test(compact)) return { code: 'amount-negative', params: { given: text.trim() } };

  const letters = compact.match(/\p{L}/gu);
  if (letters) return lettersInAmount(text, compact, letters, exponent);

  const shape =
    /^(\d+)(?:[.,](\d+))?$/.exec(compact) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(compact);
  if (!shape) return { code: 'amount-format', params: { given: text.trim() } };
  const whole = (shape[1] ?? '').replaceAll(',', '');
  const fraction = shape[2] ?? '';
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (fraction.length > 2 || /[1-9]/.test(fraction.slice(exponent))) {
    return { code: 'amount-fraction', params: { given: text.trim(), exponent } };
  }
  if (whole.length > 24) return { code: 'amount-range', params: { given: cut(text) } };
  const minor = BigInt(whole + kept);
  if (minor > BigInt(MAX_MINOR)) return { code: 'amount-range', params: { given: cut(text) } };
  return { minor: Number(minor) };
}

function lettersInAmount(
  text: string,
  compact: string,
  letters: readonly string[],
  exponent: number,
): AmountReading {
  const distinct = [...new Set(letters)].join('');
  const params: Record<string, string | number> = {
    given: cut(text),
    letters: distinct,
    count: letters.length,
  };
  const corrected = [...compact].map((char) => DIGIT_FOR_LETTER[char] ?? char).join('');
  if (!/\p{L}/u.test(corrected)) {
    const reading = readAmount(corrected, exponent);
    if ('minor' in reading) params['suggestMinor'] = reading.minor;
  }
  return { code: 'amount-letters', params };
}

export type DateReading = { readonly on: string | null } | { readonly invalid: string };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * `dd.mm.yyyy` (a time after it is dropped) or `yyyy-mm-dd` as YYYY-MM-DD. 1C's empty dates
 * (`01.01.0001`, `00.00.0000`, dots only) are absent; days that do not exist are invalid.
 */
export function readDate(text: string): DateReading {
  const value = text.trim();
  if (/^[0.\s:/-]*$/.test(value) || value.startsWith('01.01.0001')) return { on: null };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(value);
  const [day, month, year] = dotted
    ? [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])]
    : iso
      ? [Number(iso[3]), Number(iso[2]), Number(iso[1])]
      : [0, 0, 0];
  if (year < 1990 || year > 2200 || month < 1 || month > 12) return { invalid: cut(value) };
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  if (day < 1 || day > last) return { invalid: cut(value) };
  return { on: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/** Account without spaces, upper case (Kazakh accounts are IBANs); `0` and empty are absent. */
export function readAccount(text: string | undefined): string | null {
  const value = (text ?? '').replace(/[\s\u00a0]/g, '').toUpperCase();
  return value === '' || value === '0' ? null : value;
}

/** ИНН, КПП or БИК; banks write `0` where a party has none. */
export function readCode(text: string | undefined): string | null {
  const value = (text ?? '').replace(/[\s\u00a0]/g, '');
  return value === '' || /^0+$/.test(value) ? null : value;
}

/** A field's text with inner runs of spaces collapsed, or null where empty. */
export function readText(text: string | undefined): string | null {
  const value = (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return value === '' ? null : value;
}

/**
 * Name of a party. `Плательщик1` is the name alone; the combined `Плательщик` starts with
 * `ИНН 7700000000 ` (Sber) or `7700000000, ` (VTB), which is taken off and returned as the tax id.
 */
export function readName(
  plain: string | undefined,
  combined: string | undefined,
): { readonly name: string | null; readonly taxId: string | null } {
  const source = readText(plain) ?? readText(combined);
  if (source === null) return { name: null, taxId: null };
  const fromCombined = readText(plain) === null;
  const sber = /^ИНН[:\s]*(\d+)(?:\s*[/\\]?\s*КПП[:\s]*\d+)?[\s,]+/iu.exec(source);
  const vtb = fromCombined ? /^(\d+)\s*,\s*/.exec(source) : null;
  const prefix = sber ?? vtb;
  if (!prefix) return { name: source, taxId: null };
  const rest = source.slice(prefix[0].length).trim();
  const digits = prefix[1] ?? '';
  const taxId = digits.length === 10 || digits.length === 12 ? readCode(digits) : null;
  return { name: rest === '' ? null : rest, taxId };
}

/** Values quoted back to the user stay short, whatever the file holds. */
function cut(text: string): string {
  const value = text.trim();
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
