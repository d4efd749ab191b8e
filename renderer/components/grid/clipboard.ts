/** Rows of cells as text. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what a spreadsheet puts on the clipboard: cells parted by tabs, rows by line ends. A cell in
 * quotes may hold tabs, line ends and doubled quotes. The line end that closes the last row makes no
 * further row. Rows are as long as the longest one.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let width = 0;
  const endRow = () => {
    rows.push(row);
    width = Math.max(width, row.length);
    row = [];
  };
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted !== null) {
      row.push(quoted.value);
      at = quoted.end;
    } else {
      const end = nextBreak(text, at);
      row.push(text.slice(at, end));
      at = end;
    }
    const mark = text[at];
    if (mark === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (mark === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

function nextBreak(text: string, from: number): number {
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? text.length;
}

const BREAK = /[\t\n\r]/g;

/** A cell in quotes; null where the quotes do not close right before a tab or a line end. */
function readQuoted(text: string, from: number): { value: string; end: number } | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    const after = text[close + 1];
    if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return null;
    return { value: value.replace(/\r\n/g, '\n'), end: close + 1 };
  }
}

/** Writes cells as a spreadsheet reads them: quotes only where a cell needs them. */
export function formatBlock(block: Block): string {
  return block.map((row) => row.map(quote).join('\t')).join('\r\n');
}

function quote(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/**
 * The size a block is pasted at: over a larger selection that it fits into a whole number of times it
 * is repeated, else it keeps its own.
 */
export function pasteSize(
  block: { readonly rows: number; readonly columns: number },
  chosen: { readonly rows: number; readonly columns: number },
): { rows: number; columns: number } {
  const repeats = (size: number, of: number) => (of > 0 && size % of === 0 ? size : of);
  return {
    rows: repeats(chosen.rows, block.rows),
    columns: repeats(chosen.columns, block.columns),
  };
}
