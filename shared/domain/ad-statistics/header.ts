import type { VatFlag } from './types';

/** What a heading says: its bare name, and the currency and VAT that stand beside it. */
export interface Heading {
  readonly name: string;
  readonly currency: string | null;
  readonly vat: VatFlag;
}

const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/₽|(?<!\p{L})руб(\.|лей|ли|ля|ль)?(?!\p{L})|(?<!\p{L})р\.(?!\p{L})/iu, 'RUB'],
  [/€|(?<!\p{L})(eur|euro|eiro|евро)(?!\p{L})/iu, 'EUR'],
  [/US\$|\$|(?<!\p{L})usd(?!\p{L})/iu, 'USD'],
  [/£|(?<!\p{L})gbp(?!\p{L})/iu, 'GBP'],
  [/₸|(?<!\p{L})тенге(?!\p{L})/iu, 'KZT'],
];

/** The currency a cell of a currency column or a heading names; null for none. */
export function currencyIn(text: string): string | null {
  const code = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(text)?.[0];
  const spelled = SYMBOLS.find(([symbol]) => symbol.test(text))?.[1];
  return spelled ?? (code !== undefined && !NOT_CURRENCY.has(code) ? code : null);
}

// Three capitals that stand in headings and are no currency.
const NOT_CURRENCY = new Set([
  'CPM',
  'CPC',
  'CPA',
  'CPL',
  'CPV',
  'CTR',
  'ROI',
  'CRR',
  'VAT',
  'PVN',
  'KPI',
]);

/** Whether a heading or a note above the table says that money includes VAT. */
export function vatIn(text: string): VatFlag {
  const lower = text.toLowerCase();
  if (
    /без (уч[её]та )?ндс|не включая ндс|excl[a-z.]* (vat|tax)|without vat|net of vat|bez pvn/.test(
      lower,
    )
  ) {
    return 'excluded';
  }
  if (/(с|вкл\.?|включая|с уч[её]том) ндс|incl[a-z.]* (vat|tax)|with vat|ar pvn/.test(lower)) {
    return 'included';
  }
  return 'unknown';
}

/** Reads one heading. The bare name is in lower case, without brackets about money, with plain spaces. */
export function readHeading(cell: string): Heading {
  const text = cell.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/^[\s"]+|[\s"]+$/g, '');
  const bracketed = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '');
  const tail = /,([^,()]*)$/.exec(text.replace(/\([^()]*\)/g, ''))?.[1] ?? '';
  const currency =
    [...bracketed, tail, text].map(currencyOfPart).find((one) => one !== null) ?? null;
  const name = text
    .replace(/\(([^()]*)\)/g, (whole, inside: string) => (isAboutMoney(inside) ? '' : whole))
    .replace(/(,\s*[^,()]+)+$/, (parts) =>
      parts.split(',').slice(1).every(isAboutMoney) ? '' : parts,
    )
    .replace(/\s(без|с)( уч[её]том| уч[её]та)? ндс/i, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/ +/g, ' ')
    .replace(/[\s:]+$/, '');
  return { name, currency, vat: vatIn(text) };
}

function currencyOfPart(part: string): string | null {
  // A whole heading is not searched for codes: "ROAS" or a brand may be in capitals.
  return part.length > 24
    ? SYMBOLS[0]?.[0].test(part) === true
      ? 'RUB'
      : null
    : symbolOrCode(part);
}

function symbolOrCode(part: string): string | null {
  const code = /^\s*([A-Z]{3})\s*$/.exec(part)?.[1];
  if (code !== undefined && !NOT_CURRENCY.has(code)) return code;
  return SYMBOLS.find(([symbol]) => symbol.test(part))?.[1] ?? null;
}

function isAboutMoney(part: string): boolean {
  return symbolOrCode(part.trim()) !== null || vatIn(part) !== 'unknown';
}
