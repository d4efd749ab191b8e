/** An invoice number read from the purpose of a payment. */
export interface CitedNumber {
  /** As written, spaces dropped. */
  readonly text: string;
  /** Date written beside it («от 14.10.2026»), YYYY-MM-DD. */
  readonly on: string | null;
  /** `invoice`: after the word for an invoice; `bare`: after a lone №, which may be anything. */
  readonly strength: 'invoice' | 'bare';
}

/** Words for an invoice in the three languages, in the forms that stand before its number. */
const INVOICE_WORD =
  /(?<![\p{L}\d])(?:сч[её]т(?:а|у|ам|ов|ом|ами|ах)?(?:[-\s](?:договор|оферт|фактур)\p{L}*)?|сч\.?\/?ф|с\/ф|сч\.?|инвойс\p{L}*|invoices?|inv\.?(?=[\s#№:]|no)|bills?|pavadz\p{L}*|rēķin\p{L}*|rekin\p{L}*|rēķ\.?)(?![\p{L}])/giu;

/** Words that make the «счёт» after them a bank account and not a bill. */
const ACCOUNT_WORD =
  /(?<!\p{L})(?:(?:расч[её]тн|рассч[её]тн|лицев|корр|транзитн|банковск|текущ)\p{L}*\.?\s*|[лрк]\s*[./]\s*)$/iu;

/** Words before a lone № that say it numbers something else. */
const OTHER_DOCUMENT =
  /(?<!\p{L})(?:договор|дог|контракт|contract|agreement|līgum|соглашен|заказ|заявк|акт|act|aktam?|приложен|поручен|упд|накладн|п\/п|офис|office|дом|д(?!\p{L})|кв(?!\p{L})|квартал|этап)\p{L}*\.?\s*$/iu;

const DATE =
  /^(?:\d{1,2}[.\-/]\d{1,2}[.\-/](?:20)?\d{2}|(?:20)\d{2}-\d{2}-\d{2})(?!\d)\.?(?:\s*(?:г\.?|года|gada?))?(?![\p{L}\d])/iu;
const LONG_DATE = /^\d{1,2}\.?\s+\p{L}{3,}\.?\s+20\d{2}(?:\s*(?:г\.?|года|gada?))?/iu;
const CURRENCY = '(?:руб\\p{L}*|р\\.|rub|rur|₽|eur\\p{L}*|€|usd|\\$|%|тенге|тг|kzt)';
/** A sum: grouped thousands, decimals (`18026,52`, `1000-00`) or a currency right after. */
const SUM = new RegExp(
  `^(?:\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,=-]\\d{2})?(?!\\d)|\\d+[.,=]\\d{2}(?![\\d.])|\\d{3,}-\\d{2}(?!\\d)(?=\\s*(?:$|[,;.)]|${CURRENCY}))|\\d+\\s*${CURRENCY})`,
  'iu',
);
const NUMBER = /^(?:\p{L}{1,6}[-–/ ]?)?\d[\p{L}\d]*(?:[-–/\\.](?=[\p{L}\d])[\p{L}\d]+)*/u;
const NUMBER_SIGN = /^(?:№№?|no?\.?(?=\s*[\p{L}]{0,6}[-–]?\d)|nr\.?|n°|#|num\.?|номер\p{L}*)\s*/iu;
const FROM = /^(?:от|dated?|of|no|datēts)\s+(?=\d)/iu;
const LIST_SEPARATOR = /^\s*(?:[,;+&]|(?:и|and|un|а также)(?=\s))\s*/iu;
const SKIPPED = /^(?:[\s:()«»"“”„]|на\s+оплату|за\s+номером)+/iu;

/** Longer runs are account numbers, not invoices. */
const LONGEST = 20;

/**
 * Invoice numbers that a purpose cites, in order, each once. «счёт № 118», «сч. 118 от 14.10.2026»,
 * «по счетам 127, 130», “invoice INV-118”, „rēķins Nr. 118”. Dates, sums, VAT rates, contract and
 * account numbers next to them are not invoice numbers.
 */
export function citedNumbers(purpose: string): readonly CitedNumber[] {
  const text = purpose.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, ' ');
  const found: CitedNumber[] = [];
  const taken: [number, number][] = [];
  for (const match of text.matchAll(INVOICE_WORD)) {
    const start = match.index;
    if (ACCOUNT_WORD.test(text.slice(Math.max(0, start - 16), start))) continue;
    const after = start + match[0].length;
    const { numbers, end } = readList(text, after, 'invoice');
    found.push(...numbers);
    taken.push([start, end]);
  }
  for (const match of text.matchAll(/(?:№|(?<![\p{L}])Nr\.?|#)\s*(?=[\p{L}\d])/giu)) {
    const start = match.index;
    if (taken.some(([from, to]) => from <= start && start < to)) continue;
    if (OTHER_DOCUMENT.test(text.slice(Math.max(0, start - 20), start))) continue;
    found.push(...readList(text, start, 'bare').numbers);
  }
  const unique = new Map<string, CitedNumber>();
  for (const cited of found) {
    const key = foldNumber(cited.text);
    const before = unique.get(key);
    if (!before || (before.strength === 'bare' && cited.strength === 'invoice')) {
      unique.set(key, cited);
    }
  }
  return [...unique.values()];
}

function readList(
  text: string,
  from: number,
  strength: CitedNumber['strength'],
): { readonly numbers: readonly CitedNumber[]; readonly end: number } {
  const numbers: CitedNumber[] = [];
  let at = from;
  const eat = (pattern: RegExp): string | null => {
    const match = pattern.exec(text.slice(at));
    if (!match) return null;
    at += match[0].length;
    return match[0];
  };
  for (;;) {
    const before = at;
    eat(SKIPPED);
    const signed = eat(NUMBER_SIGN) !== null;
    const rest = text.slice(at);
    if (DATE.test(rest) || LONG_DATE.test(rest) || SUM.test(rest)) {
      // «счёт от 14.10.2026 № 118»: the date comes first.
      if (numbers.length > 0 || !eat(DATE)) return { numbers, end: before };
      continue;
    }
    if (numbers.length === 0 && FROM.test(rest)) {
      eat(FROM);
      if (eat(DATE) ?? eat(LONG_DATE)) continue;
      return { numbers, end: before };
    }
    const number = eat(NUMBER);
    if (number === null || number.replace(/\D/g, '').length >= LONGEST) {
      return { numbers, end: before };
    }
    if (/^\p{L}+ /u.test(number) && !signed && !/^[A-ZА-ЯЁ]+ /u.test(number)) {
      // «счёт за 2 этап»: a word before the digits, not a series.
      return { numbers, end: before };
    }
    const on = readCitedDate(text, at);
    at = on.end;
    numbers.push({ text: number.replace(/\s/g, ''), on: on.on, strength });
    const listAt = at;
    if (eat(LIST_SEPARATOR) === null) {
      eat(/^\s+/);
      if (!/^(?:№|#|nr\.?\s*\d)/iu.test(text.slice(at))) return { numbers, end: listAt };
    }
  }
}

function readCitedDate(
  text: string,
  at: number,
): { readonly on: string | null; readonly end: number } {
  const match = /^\s*,?\s*(?:от|dated?|no|datēts|\(от)?\s*/iu.exec(text.slice(at));
  const start = at + (match?.[0].length ?? 0);
  const rest = text.slice(start);
  const short = DATE.exec(rest);
  if (short) return { on: isoDate(short[0]), end: start + short[0].length };
  const long = LONG_DATE.exec(rest);
  if (long && /^\s*,?\s*(?:от|dated?|no|datēts)/iu.test(text.slice(at))) {
    return { on: null, end: start + long[0].length };
  }
  return { on: null, end: at };
}

function isoDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const parts = /^(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{2,4})/.exec(text);
  if (!parts) return null;
  const [day, month, year] = [parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''];
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Cyrillic capitals that are typed for Latin ones in numbers, and the other way round. */
const LATIN_TWIN: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** A number in one spelling: capitals, look-alike letters as Latin, no leading zeros in a group. */
export function foldNumber(number: string): string {
  const capitals = [...number.toUpperCase()].map((char) => LATIN_TWIN[char] ?? char).join('');
  return (capitals.match(/\p{L}+|\d+/gu) ?? [])
    .map((group) => group.replace(/^0+(?=\d)/, ''))
    .join('-');
}

/**
 * Spellings under which a number may be cited: whole, without its letters (INV-118 as 118), and
 * without a year (2026/118 as 118).
 */
export function numberAliases(number: string): ReadonlySet<string> {
  const folded = foldNumber(number);
  const digits = folded.split('-').filter((group) => /^\d+$/.test(group));
  const aliases = new Set([folded, digits.join('-')]);
  const withoutYear = digits.filter((group) => !/^20\d{2}$/.test(group));
  if (withoutYear.length > 0) aliases.add(withoutYear.join('-'));
  aliases.delete('');
  return aliases;
}

/** A number in the spellings it can be compared by; worked out once and kept. */
export interface NumberSpelling {
  readonly folded: string;
  readonly aliases: ReadonlySet<string>;
  readonly hasLetters: boolean;
}

/** The spellings of a number as written. */
export function spellNumber(number: string): NumberSpelling {
  const folded = foldNumber(number);
  return { folded, aliases: numberAliases(number), hasLetters: /\p{L}/u.test(folded) };
}

/** How a cited number fits an invoice's: spelled alike, shortened, or not at all. */
export function numberFit(
  cited: NumberSpelling,
  invoice: NumberSpelling,
): 'exact' | 'short' | null {
  if (cited.folded === invoice.folded) return 'exact';
  if (invoice.aliases.has(cited.folded)) return 'short';
  // «счёт СЧ-118» for the invoice 118; but ACT-118 is not INV-118.
  return !invoice.hasLetters && cited.aliases.has(invoice.folded) ? 'short' : null;
}
