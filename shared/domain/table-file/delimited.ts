/** A row of a table as its file has it. */
export interface TableRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What may stand between two cells, in the order they are tried. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Cuts a text into rows and cells (RFC 4180, any line ending). A quoted cell may hold delimiters, line
 * ends and doubled quotes; what follows its closing quote is kept. A quote that is never closed is a
 * letter, and so are all after it: tab-separated reports do not quote. Never throws.
 */
export function readDelimited(text: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let isQuoting = true;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  if (at >= text.length) return rows;
  for (;;) {
    let value = '';
    const quoted = isQuoting && text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted !== null) {
      value = quoted.value;
      line += quoted.lineEnds;
      at = quoted.end;
    } else if (text[at] === '"') isQuoting = false;

    const end = endOfPlain(text, at, delimiter);
    cells.push(value + text.slice(at, end));
    at = end + 1;
    if (text[end] === delimiter) continue;

    rows.push({ line: rowLine, cells });
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (at >= text.length) return rows;
    cells = [];
    line += 1;
    rowLine = line;
  }
}

function endOfPlain(text: string, from: number, delimiter: Delimiter): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return text.length;
}

/** The quoted part that opens at `from`; null where it is never closed. */
function readQuoted(
  text: string,
  from: number,
): { value: string; end: number; lineEnds: number } | null {
  const parts: string[] = [];
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote === -1) return null;
    if (text[quote + 1] !== '"') {
      parts.push(text.slice(start, quote));
      const value = parts.join('');
      return { value, end: quote + 1, lineEnds: countLineEnds(value) };
    }
    parts.push(text.slice(start, quote + 1));
    start = quote + 2;
  }
}

function countLineEnds(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Whether nothing but white space stands in the row. */
export function isBlankRow(row: TableRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

/** The row without the empty cells at its end; some systems end every line with a delimiter. */
export function trimmedCells(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return last === cells.length - 1 ? cells : cells.slice(0, last + 1);
}
