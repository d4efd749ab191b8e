import { DELIMITERS, type Delimiter, isBlankRow, readDelimited, type TableRow } from './delimited';
import { isNumberLike } from './numbers';

/** How much a row looks like the header that is sought; zero where it cannot be one. */
export type HeaderScore = (cells: readonly string[]) => number;

export interface FoundTable {
  readonly delimiter: Delimiter;
  readonly rows: readonly TableRow[];
  /** Index of the header in `rows`. */
  readonly header: number;
  readonly score: number;
}

/** Titles, notes and empty lines above the header; the longest preamble seen has nine lines. */
const HEADER_WITHIN = 20;
/** Enough to tell a delimiter; reading a large file four times only for that is waste. */
const PROBE_CHARS = 64 * 1024;

/**
 * Finds the delimiter and the header of a table by the score of each candidate row. `sep=;` on the first
 * line, as Excel writes and obeys it, settles the delimiter. Null where no row scores.
 */
export function findTable(
  text: string,
  scoreOf: HeaderScore = plainHeaderScore,
): FoundTable | null {
  const said = /^\ufeff?"?sep=(.)"?\s*[\r\n]/i.exec(text)?.[1];
  const stated = DELIMITERS.find((one) => one === said);
  let best: { delimiter: Delimiter; header: number; score: number } | null = null;
  for (const delimiter of stated === undefined ? DELIMITERS : [stated]) {
    const found = findHeader(readDelimited(text.slice(0, PROBE_CHARS), delimiter), scoreOf);
    if (found !== null && (best === null || found.score > best.score)) {
      best = { delimiter, ...found };
    }
  }
  if (best === null) return null;
  return { ...best, rows: readDelimited(text, best.delimiter) };
}

/** The best row among the first ones, and its score; the earlier of equals. Null where none scores. */
export function findHeader(
  rows: readonly TableRow[],
  scoreOf: HeaderScore,
): { header: number; score: number } | null {
  let best: { header: number; score: number } | null = null;
  let seen = 0;
  for (const [header, row] of rows.entries()) {
    if (isBlankRow(row)) continue;
    seen += 1;
    if (seen > HEADER_WITHIN) break;
    const score = scoreOf(row.cells) * agreement(rows, header);
    if (score > 0 && (best === null || score > best.score)) best = { header, score };
  }
  return best;
}

/** A row of several different words is a header; numbers and repetitions speak against it. */
export function plainHeaderScore(cells: readonly string[]): number {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (words.length < 2) return 0;
  const numbers = words.filter((word) => isNumberLike(word)).length;
  return Math.max(0, new Set(words).size - 3 * numbers);
}

/** From 1 to 2: the share of the following rows that are about as wide as this one. */
function agreement(rows: readonly TableRow[], header: number): number {
  const width = rows[header]?.cells.length ?? 0;
  const following = rows.slice(header + 1, header + 31).filter((row) => !isBlankRow(row));
  if (following.length === 0) return 1;
  const alike = following.filter((row) => Math.abs(row.cells.length - width) <= 1).length;
  return 1 + alike / following.length;
}
