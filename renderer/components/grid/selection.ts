/** A place in the grid; both counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both ends inclusive. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The active cell and the opposite corner of what is chosen: both the same for one cell. */
export interface Selection {
  readonly active: Cell;
  readonly far: Cell;
}

/** How many rows and columns there are. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** One cell chosen. */
export function selectCell(cell: Cell): Selection {
  return { active: cell, far: cell };
}

/** The rectangle between the active cell and the far corner. */
export function rangeOf({ active, far }: Selection): Range {
  return {
    top: Math.min(active.row, far.row),
    bottom: Math.max(active.row, far.row),
    left: Math.min(active.column, far.column),
    right: Math.max(active.column, far.column),
  };
}

/** The nearest cell inside the grid; an empty grid has only 0, 0. */
export function clampCell(cell: Cell, size: GridSize): Cell {
  return {
    row: Math.max(0, Math.min(size.rows - 1, cell.row)),
    column: Math.max(0, Math.min(size.columns - 1, cell.column)),
  };
}

/** The selection moved inside a grid that has become smaller. */
export function clampSelection(selection: Selection, size: GridSize): Selection {
  return { active: clampCell(selection.active, size), far: clampCell(selection.far, size) };
}

/** Everything chosen, the active cell kept first. */
export function selectAll(size: GridSize): Selection {
  return {
    active: { row: 0, column: 0 },
    far: clampCell({ row: size.rows - 1, column: size.columns - 1 }, size),
  };
}

/** The rows of the selection over all columns, or its columns over all rows. */
export function selectWhole(selection: Selection, axis: 'rows' | 'columns', size: GridSize) {
  const { active, far } = selection;
  return axis === 'rows'
    ? {
        active: { row: active.row, column: 0 },
        far: { row: far.row, column: Math.max(0, size.columns - 1) },
      }
    : {
        active: { row: 0, column: active.column },
        far: { row: Math.max(0, size.rows - 1), column: far.column },
      };
}

/** «A», «Z», «AA»: a column's letters as a spreadsheet writes them. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** «J7» or «J7 : L9»; rows are numbered from `firstRow`. */
export function addressOf(range: Range, firstRow = 1): string {
  const start = `${columnLetters(range.left)}${range.top + firstRow}`;
  if (range.top === range.bottom && range.left === range.right) return start;
  return `${start} : ${columnLetters(range.right)}${range.bottom + firstRow}`;
}

/** What the status bar says of a selection. */
export interface SelectionStats {
  readonly cells: number;
  readonly numbers: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** Sum, count and bounds of the numbers in a range; cells without a number are only counted. */
export function statsOf(
  range: Range,
  numberAt: (row: number, column: number) => number | null,
): SelectionStats {
  let numbers = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const value = numberAt(row, column);
      if (value === null) continue;
      numbers += 1;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  return { cells, numbers, sum, min, max };
}
