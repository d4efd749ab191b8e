import { AppError } from '../../../shared/contract/app-error';
import { attributeIn, childOf, lettersOf, parseXml, type XmlNode } from './xml-tree';

const DAY_MS = 86_400_000;
/** Day 0 of Excel: it takes 1900 for a leap year, so that days from March 1900 count from here. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
/** The last row and column of Excel. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

export type XlsxCell =
  | { kind: 'text'; text: string }
  /** A plain decimal. */
  | { kind: 'number'; text: string }
  | { kind: 'date'; text: string };

export type XlsxSheet = ReadonlyMap<number, ReadonlyMap<number, XlsxCell>>;

export type XlsxRange = { sheet: string; top: number; left: number; bottom: number; right: number };

export type XlsxBook = {
  sheet(name: string): XlsxSheet | undefined;
  names: ReadonlyMap<string, XlsxRange>;
};

/** Sheets and names of a workbook. Throws `brief-form-damaged`. */
export function readXlsxBook(parts: ReadonlyMap<string, string>): XlsxBook {
  const root = rootOf(parts, 'xl/workbook.xml');
  if (root === undefined) throw new AppError('brief-form-damaged');
  const targets = new Map<string, string>();
  for (const { attributes } of rootOf(parts, 'xl/_rels/workbook.xml.rels')?.children ?? []) {
    targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  }
  const paths = new Map<string, string>();
  for (const { attributes } of childOf(root, 'sheets')?.children ?? []) {
    const target = targets.get(attributes['r:id'] ?? '') ?? '';
    paths.set(attributes['name'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const is1904 = ['1', 'true'].includes(attributeIn(root, 'workbookPr', 'date1904') ?? '');
  const ground = {
    strings: (rootOf(parts, 'xl/sharedStrings.xml')?.children ?? [])
      .filter(({ name }) => name === 'si')
      .map(textOfString),
    dateStyles: dateStyles(rootOf(parts, 'xl/styles.xml')),
    epoch: is1904 ? EPOCH_1904 : EPOCH_1900,
  };
  return {
    names: namesOf(root),
    sheet(name) {
      const sheet = rootOf(parts, paths.get(name) ?? '');
      return sheet === undefined ? undefined : cellsOf(sheet, ground);
    },
  };
}

function rootOf(parts: ReadonlyMap<string, string>, name: string): XmlNode | undefined {
  const text = parts.get(name);
  return text === undefined ? undefined : parseXml(text);
}

function namesOf(root: XmlNode): ReadonlyMap<string, XlsxRange> {
  const names = new Map<string, XlsxRange>();
  for (const node of childOf(root, 'definedNames')?.children ?? []) {
    const range = rangeOf(lettersOf(node).trim());
    if (range !== null) names.set(node.attributes['name'] ?? '', range);
  }
  return names;
}

/** `'Бриф'!$C$5:$E$9`; null for what is no range any more (`#REF!`). */
function rangeOf(text: string): XlsxRange | null {
  const match =
    /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, quoted, bare, left = '', top = '', right = left, bottom = top] = match;
  return {
    sheet: quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'"),
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

type Ground = { strings: readonly string[]; dateStyles: ReadonlySet<number>; epoch: number };

function cellsOf(sheet: XmlNode, ground: Ground): XlsxSheet {
  const rows = new Map<number, Map<number, XlsxCell>>();
  let row = 0;
  for (const node of childOf(sheet, 'sheetData')?.children ?? []) {
    if (node.name !== 'row') continue;
    row = Number(node.attributes['r'] ?? row + 1);
    if (!(row >= 1 && row <= MOST_ROWS)) throw new AppError('brief-form-damaged');
    const cells = new Map<number, XlsxCell>();
    let column = 0;
    for (const each of node.children) {
      if (each.name !== 'c') continue;
      const letters = /^[A-Z]{1,3}/.exec(each.attributes['r'] ?? '')?.[0];
      column = letters === undefined ? column + 1 : columnNumber(letters);
      const cell = column <= MOST_COLUMNS ? cellOf(each, ground) : null;
      if (cell !== null) cells.set(column, cell);
    }
    rows.set(row, cells);
  }
  return rows;
}

function cellOf(node: XmlNode, ground: Ground): XlsxCell | null {
  const inline = childOf(node, 'is');
  const value = childOf(node, 'v');
  const raw = value === undefined ? '' : lettersOf(value);
  switch (node.attributes['t']) {
    case 's':
      return textCell(ground.strings[Number(raw)] ?? '');
    case 'inlineStr':
      return inline === undefined ? null : textCell(textOfString(inline));
    case 'str':
      return textCell(unescaped(raw));
    case 'b':
      return textCell(raw);
    case 'd':
      return { kind: 'date', text: raw.slice(0, 10) };
    case 'e':
      return null;
    default:
      return raw === '' ? null : numberCell(Number(raw), node, ground);
  }
}

function textCell(text: string): XlsxCell | null {
  return text === '' ? null : { kind: 'text', text };
}

function numberCell(value: number, node: XmlNode, ground: Ground): XlsxCell | null {
  if (!Number.isFinite(value)) return null;
  if (ground.dateStyles.has(Number(node.attributes['s'] ?? 0))) {
    const on = dayOf(value, ground.epoch);
    if (on !== null) return { kind: 'date', text: on };
  }
  // In the 15 digits that Excel shows: 0.1 + 0.2 is 0.3.
  const text = String(Number(value.toPrecision(15)));
  return { kind: 'number', text: text.includes('e') ? String(BigInt(Math.round(value))) : text };
}

function dayOf(serial: number, epoch: number): string | null {
  const at = epoch + Math.floor(serial) * DAY_MS;
  const year = new Date(at).getUTCFullYear();
  return year >= 1900 && year <= 9999 ? new Date(at).toISOString().slice(0, 10) : null;
}

/** A string with its differently formatted parts; how it is read aloud in Japanese is left out. */
function textOfString(node: XmlNode): string {
  return unescaped(
    node.children
      .filter(({ name }) => name === 't' || name === 'r')
      .map((part) =>
        part.name === 't'
          ? lettersOf(part)
          : lettersOf(childOf(part, 't') ?? { ...part, children: [] }),
      )
      .join(''),
  );
}

/** Excel writes a carriage return as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x000[dD]_/g, '').replace(/\r\n?/g, '\n');
}

function dateStyles(root: XmlNode | undefined): ReadonlySet<number> {
  const custom = new Map<number, string>();
  for (const { attributes } of childOf(root, 'numFmts')?.children ?? []) {
    custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  }
  const styles = new Set<number>();
  const formats = (childOf(root, 'cellXfs')?.children ?? []).filter(({ name }) => name === 'xf');
  formats.forEach(({ attributes }, index) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    // Without what stands in quotes or brackets, letters of a day or a year are left.
    const code = (custom.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    if (DATE_FORMATS.has(id) || (/[dy]/i.test(code) && !/general/i.test(code))) styles.add(index);
  });
  return styles;
}
