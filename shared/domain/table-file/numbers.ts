import { type Parsed, parsed, refused } from '../parsed';

export type DecimalMark = '.' | ',';

/** What the cells of a column show of their decimal mark: `unsure` is only ever `1,234`. */
export type MarkEvidence = DecimalMark | 'none' | 'unsure' | 'mixed';

// NBSP, narrow NBSP, thin and figure space; the apostrophes of Swiss files.
const GROUP_SPACES = /[\s\u00a0\u202f\u2009\u2007'’`]/g;
const MINUS = /^[-−–]/;
const CURRENCY_WORDS = /₽|€|\$|£|¥|₴|₸|руб\.?|р\.|(?<![A-Z])[A-Z]{3}(?![A-Z])/gi;
const MISSING = /^(-{1,3}|—|–|n\/?a|н\/?д|null|\.{3}|…)?$/i;

/** Whether a cell says that there is no value: empty, a dash or two, n/a, н/д. Zero is a value. */
export function isMissing(cell: string): boolean {
  return MISSING.test(cell.trim());
}

/** Whether a cell is a number in some locale; dates are not. */
export function isNumberLike(cell: string): boolean {
  return /^[-−–+(]?\d[\d.,]*\)?%?$/.test(bare(cell)) && !/\d[./-]\d+[./-]\d{4}$/.test(cell.trim());
}

/**
 * What a column shows of its decimal mark. Two different marks in a number: the later one is decimal. A
 * mark twice groups thousands. One mark before other than three digits, or after a leading zero, is
 * decimal. In a column of whole numbers a mark before three digits groups thousands.
 */
export function markOfColumn(
  cells: readonly string[],
  { areWhole = false }: { areWhole?: boolean } = {},
): MarkEvidence {
  const seen = new Set<MarkEvidence>(cells.map((cell) => markOfCell(cell, areWhole)));
  return joinedEvidence(seen);
}

/** The evidence of several columns of one file, written by one program in one locale. */
export function joinedEvidence(evidence: Iterable<MarkEvidence>): MarkEvidence {
  const seen = new Set(evidence);
  if (seen.has('mixed') || (seen.has('.') && seen.has(','))) return 'mixed';
  if (seen.has('.')) return '.';
  if (seen.has(',')) return ',';
  return seen.has('unsure') ? 'unsure' : 'none';
}

function markOfCell(cell: string, isWhole: boolean): MarkEvidence {
  const text = bare(cell);
  const marks = [...text].filter((char): char is DecimalMark => char === '.' || char === ',');
  const last = marks.at(-1);
  if (last === undefined) return 'none';
  const other = last === '.' ? ',' : '.';
  if (marks.includes(other))
    return marks.filter((one) => one === last).length === 1 ? last : 'none';
  if (marks.length > 1) return other;
  const at = text.indexOf(last);
  const before = text.slice(0, at).replace(/\D/g, '');
  const decimals = text.slice(at + 1).replace(/\D/g, '');
  const canGroup = decimals.length === 3 && before.length <= 3 && !/^0|^$/.test(before);
  if (!canGroup) return last;
  if (isWhole) return other;
  // Thousands are grouped by spaces already, so the mark is decimal.
  return /\d[\s\u00a0\u202f\u2009'’]\d{3}/.test(cell.trim()) ? last : 'unsure';
}

/**
 * A number as a plain decimal string ("-1234.5") for exact reading; null where the cell says there is
 * none. `mark` is the column's; a column of mixed marks reads each cell by its own and leaves the
 * unsure. A percent sign is dropped, not applied. Codes: `number-unreadable`, `number-unsure`.
 */
export function readNumber(cell: string, mark: MarkEvidence): Parsed<string | null> {
  if (isMissing(cell)) return parsed(null);
  let decimal: DecimalMark = '.';
  if (mark === '.' || mark === ',') decimal = mark;
  else {
    const own = markOfCell(cell, false);
    if (own === 'unsure') return refused('number-unsure', { given: shown(cell) });
    if (own === ',') decimal = ',';
  }
  const group = decimal === '.' ? ',' : '.';
  let text = bare(cell).replace(/%$/, '');
  const isBracketed = /^\(.*\)$/.test(text);
  if (isBracketed) text = text.slice(1, -1);
  const isNegative = isBracketed || MINUS.test(text);
  text = text.replace(MINUS, '').replace(/^\+/, '');
  const [whole = '', decimals, ...more] = text.split(decimal);
  const isGrouped = whole.includes(group);
  const isWhole = isGrouped ? /^\d{1,3}([.,]\d{3})+$/.test(whole) : /^\d*$/.test(whole);
  const digits = whole.replaceAll(group, '');
  if (
    !isWhole ||
    more.length > 0 ||
    !/^\d*$/.test(decimals ?? '') ||
    digits + (decimals ?? '') === ''
  ) {
    return refused('number-unreadable', { given: shown(cell) });
  }
  const value = `${digits === '' ? '0' : digits}${decimals ? `.${decimals}` : ''}`;
  return parsed(isNegative && /[1-9]/.test(value) ? `-${value}` : value);
}

function bare(cell: string): string {
  return cell.trim().replace(CURRENCY_WORDS, '').replace(GROUP_SPACES, '');
}

/** A cell as a message may quote it. */
export function shown(cell: string): string {
  const text = cell.trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
