import { convert } from 'number-to-words-ru';
import { formatMinorDecimal } from '../domain/money';
import type { Lang } from '../i18n/formats';

/** Names of a currency by the number before them: one, and the forms that language needs. */
interface CurrencyWords {
  readonly en: readonly [major: string, majors: string, minor: string, minors: string];
  readonly lv: readonly [major: string, majors: string, minor: string, minors: string];
}

const CURRENCIES: Readonly<Record<string, CurrencyWords>> = {
  RUB: {
    en: ['rouble', 'roubles', 'kopeck', 'kopecks'],
    lv: ['rublis', 'rubļi', 'kapeika', 'kapeikas'],
  },
  EUR: { en: ['euro', 'euros', 'cent', 'cents'], lv: ['eiro', 'eiro', 'cents', 'centi'] },
  USD: {
    en: ['dollar', 'dollars', 'cent', 'cents'],
    lv: ['dolārs', 'dolāri', 'cents', 'centi'],
  },
};

/**
 * An amount in words, the minor units in digits, as contracts write it: «Сто один рубль 05 копеек»,
 * "One hundred and one euros and 05 cents", «Simts viens eiro un 05 centi».
 * @returns null for a currency whose words are not known, and for amounts below zero
 */
export function moneyInWords(lang: Lang, amountMinor: number, currency: string): string | null {
  const words = CURRENCIES[currency];
  if (words === undefined || amountMinor < 0) return null;
  const decimal = formatMinorDecimal(amountMinor, currency);
  if (lang === 'ru') return russian(decimal, currency);
  const [whole = '0', cents = '00'] = decimal.split('.');
  const [major, majors, minor, minors] = words[lang];
  const number = lang === 'en' ? english(BigInt(whole)) : latvian(BigInt(whole));
  const one = lang === 'en' ? (text: string) => /^0*1$/.test(text) : endsInOne;
  const and = lang === 'en' ? 'and' : 'un';
  return upperFirst(
    `${number} ${one(whole) ? major : majors} ${and} ${cents} ${one(cents) ? minor : minors}`,
  );
}

function russian(decimal: string, currency: string): string {
  const names = { RUB: 'rub', EUR: 'eur', USD: 'usd' } as const;
  const name = currency === 'EUR' ? names.EUR : currency === 'USD' ? names.USD : names.RUB;
  return convert(decimal, {
    currency: name,
    convertNumberToWords: { integer: true, fractional: false },
  });
}

/** Latvian counts 1, 21, 101 as one, but not 11. */
function endsInOne(digits: string): boolean {
  return digits.endsWith('1') && !digits.endsWith('11');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Groups of three digits from the lowest, as numbers. */
function groupsOf(value: bigint): number[] {
  const groups: number[] = [];
  for (let rest = value; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  return groups;
}

const EN_UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const EN_SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

function english(value: bigint): string {
  if (value === 0n) return 'zero';
  const groups = groupsOf(value);
  const words = groups.map((group, scale) => {
    if (group === 0) return '';
    // British usage: "one thousand and five".
    const link = scale === 0 && group < 100 && groups.length > 1 ? 'and ' : '';
    return `${link}${englishGroup(group)} ${EN_SCALES[scale] ?? ''}`.trim();
  });
  return joinFromHighest(words);
}

function englishGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const tens = EN_TENS[Math.floor(rest / 10) - 2];
  const unit = rest % 10 === 0 ? '' : `-${EN_UNITS[rest % 10] ?? ''}`;
  const below = rest < 20 ? (EN_UNITS[rest] ?? '') : `${tens ?? ''}${unit}`;
  if (hundreds === 0) return below;
  return `${EN_UNITS[hundreds] ?? ''} hundred${rest === 0 ? '' : ` and ${below}`}`;
}

const LV_UNITS = 'nulle viens divi trīs četri pieci seši septiņi astoņi deviņi'.split(' ');
const LV_STEMS = ['', 'vien', 'div', 'trīs', 'četr', 'piec', 'seš', 'septiņ', 'astoņ', 'deviņ'];
const LV_SCALES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['tūkstotis', 'tūkstoši'],
  ['miljons', 'miljoni'],
  ['miljards', 'miljardi'],
  ['triljons', 'triljoni'],
  ['kvadriljons', 'kvadriljoni'],
];

function latvian(value: bigint): string {
  if (value === 0n) return 'nulle';
  const words = groupsOf(value).map((group, scale) => {
    if (group === 0) return '';
    const [one, many] = LV_SCALES[scale] ?? ['', ''];
    return `${latvianGroup(group)} ${endsInOne(String(group)) ? one : many}`.trim();
  });
  return joinFromHighest(words);
}

function latvianGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const tens = Math.floor(rest / 10);
  const unit = rest % 10;
  return [
    hundreds === 0 ? '' : hundreds === 1 ? 'simts' : `${LV_UNITS[hundreds] ?? ''} simti`,
    rest > 10 && rest < 20 ? `${LV_STEMS[unit] ?? ''}padsmit` : '',
    rest === 10 ? 'desmit' : '',
    tens > 1 ? `${LV_STEMS[tens] ?? ''}desmit` : '',
    unit > 0 && (rest < 10 || rest > 20) ? (LV_UNITS[unit] ?? '') : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function joinFromHighest(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .reverse()
    .join(' ');
}
