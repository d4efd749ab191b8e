import type { Lang } from '../../../shared/i18n/formats';
import { type Block, formatBlock, parseBlock, pasteSize } from './clipboard';
import { continueTexts } from './fill';
import type { GridEdit, GridSource } from './grid-source';
import type { Range, Selection } from './selection';
import { rangeOf } from './selection';

/** Rows of a range that a block is made of: lines, or group heads where nothing else is chosen. */
function rowsOf(source: GridSource, range: Range): number[] {
  const all = Array.from({ length: range.bottom - range.top + 1 }, (_, i) => range.top + i);
  const lines = all.filter((row) => source.rows[row]?.kind !== 'group');
  return lines.length > 0 ? lines : all;
}

function columnsOf(range: Range): number[] {
  return Array.from({ length: range.right - range.left + 1 }, (_, i) => range.left + i);
}

/** The chosen cells as a spreadsheet reads them. */
export function copyText(source: GridSource, range: Range): string {
  return formatBlock(
    rowsOf(source, range).map((row) => columnsOf(range).map((column) => source.edit(row, column))),
  );
}

/** Rows from one on that can be written; beyond the last line, further new ones. */
function writableRows(source: GridSource, from: number, count: number): number[] {
  const rows: number[] = [];
  for (let row = from; rows.length < count; row += 1) {
    if (source.rows[row]?.kind !== 'group') rows.push(row);
  }
  return rows;
}

/** What pasting a text at the selection writes, and the range it covers. */
export function pasteEdits(
  source: GridSource,
  selection: Selection,
  text: string,
): { edits: GridEdit[]; range: Range } {
  const range = rangeOf(selection);
  const block: Block = parseBlock(text);
  const width = block[0]?.length ?? 0;
  if (width === 0) return { edits: [], range };
  const size = pasteSize(
    { rows: block.length, columns: width },
    { rows: rowsOf(source, range).length, columns: range.right - range.left + 1 },
  );
  const rows = writableRows(source, range.top, size.rows);
  const edits: GridEdit[] = [];
  rows.forEach((row, i) => {
    for (let j = 0; j < size.columns; j += 1) {
      const column = range.left + j;
      if (column >= source.columns.length || !canWriteAt(source, row, column)) continue;
      edits.push({ row, column, text: block[i % block.length]?.[j % width] ?? '' });
    }
  });
  const right = Math.min(range.left + size.columns, source.columns.length) - 1;
  return {
    edits,
    range: { top: range.top, bottom: rows.at(-1) ?? range.top, left: range.left, right },
  };
}

/** Keys of the folded groups that a paste over a range begins on or would pass. */
export function foldedIn(source: GridSource, { top, bottom }: Range): string[] {
  return source.rows
    .slice(top, bottom + 1)
    .flatMap(({ kind, isFolded, key }) => (kind === 'group' && isFolded === true ? [key] : []));
}

function canWriteAt(source: GridSource, row: number, column: number): boolean {
  const last = source.rows.length - 1;
  return source.canWrite(Math.min(row, last), column);
}

/** Empties what can be emptied. */
export function clearEdits(source: GridSource, range: Range): GridEdit[] {
  return rowsOf(source, range).flatMap((row) =>
    columnsOf(range)
      .filter((column) => source.canWrite(row, column) && source.edit(row, column) !== '')
      .map((column) => ({ row, column, text: '' })),
  );
}

/** Ctrl+D and Ctrl+R: the first row or column over the rest; a single one takes the one before it. */
export function repeatEdits(
  source: GridSource,
  selection: Selection,
  direction: 'down' | 'right',
): GridEdit[] {
  const range = rangeOf(selection);
  if (direction === 'down') {
    const rows = rowsOf(source, range);
    const isOne = rows.length === 1;
    const from = isOne ? lineBefore(source, rows[0] ?? 0) : rows[0];
    if (from === undefined) return [];
    const targets = isOne ? rows : rows.slice(1);
    return targets.flatMap((row) =>
      columnsOf(range)
        .filter((column) => source.canWrite(row, column))
        .map((column) => ({ row, column, text: source.edit(from, column) })),
    );
  }
  const isOne = range.left === range.right;
  const from = isOne ? range.left - 1 : range.left;
  if (from < 0) return [];
  const targets = isOne ? [range.left] : columnsOf(range).slice(1);
  return rowsOf(source, range).flatMap((row) =>
    targets
      .filter((column) => source.canWrite(row, column))
      .map((column) => ({ row, column, text: source.edit(row, from) })),
  );
}

function lineBefore(source: GridSource, row: number): number | undefined {
  for (let at = row - 1; at >= 0; at -= 1) if (source.rows[at]?.kind === 'line') return at;
  return undefined;
}

/** The range that dragging the fill handle to a cell covers: along one side only. */
export function fillRange(range: Range, to: { row: number; column: number }): Range {
  const down = to.row - range.bottom;
  const up = range.top - to.row;
  const right = to.column - range.right;
  const left = range.left - to.column;
  const vertical = Math.max(down, up, 0);
  const horizontal = Math.max(right, left, 0);
  if (vertical === 0 && horizontal === 0) return range;
  if (vertical >= horizontal) {
    return down > 0 ? { ...range, bottom: to.row } : { ...range, top: to.row };
  }
  return right > 0 ? { ...range, right: to.column } : { ...range, left: to.column };
}

/** What the fill handle writes into the cells it was dragged over; numbers at equal distances go on. */
export function fillEdits(
  source: GridSource,
  from: Range,
  to: Range,
  lang: Lang,
  write: (value: string) => string,
): GridEdit[] {
  const lanes: { cells: [number, number][]; targets: [number, number][] }[] = [];
  if (to.left === from.left && to.right === from.right) {
    const before = to.top < from.top;
    const given = rowsOf(source, from);
    const reached = before
      ? rowsOf(source, { ...to, bottom: from.top - 1 })
      : rowsOf(source, { ...to, top: from.bottom + 1 });
    for (const column of columnsOf(from)) {
      const cells = given.map((row): [number, number] => [row, column]);
      const targets = reached.map((row): [number, number] => [row, column]);
      lanes.push(before ? turned({ cells, targets }) : { cells, targets });
    }
  } else {
    const before = to.left < from.left;
    const reached = before
      ? columnsOf({ ...to, right: from.left - 1 })
      : columnsOf({ ...to, left: from.right + 1 });
    for (const row of rowsOf(source, from)) {
      const cells = columnsOf(from).map((column): [number, number] => [row, column]);
      const targets = reached.map((column): [number, number] => [row, column]);
      lanes.push(before ? turned({ cells, targets }) : { cells, targets });
    }
  }
  return lanes.flatMap(({ cells, targets }) => {
    const texts = continueTexts(
      cells.map(([row, column]) => source.edit(row, column)),
      targets.length,
      lang,
      write,
    );
    return targets.flatMap(([row, column], i) =>
      source.canWrite(row, column) ? [{ row, column, text: texts[i] ?? '' }] : [],
    );
  });
}

function turned<T>(lane: { cells: T[]; targets: T[] }): { cells: T[]; targets: T[] } {
  return { cells: lane.cells.toReversed(), targets: lane.targets.toReversed() };
}
