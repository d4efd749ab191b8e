import {
  type Cell,
  clampCell,
  type GridSize,
  rangeOf,
  type Selection,
  selectCell,
} from './selection';

/** What the walk needs to know of the grid. */
export interface Ground extends GridSize {
  /** Whether a cell shows anything: Ctrl and an arrow stop where blocks begin and end. */
  readonly isFilled: (row: number, column: number) => boolean;
  /** Rows seen at once: how far Page Up and Page Down go. */
  readonly pageRows: number;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where a key leads, as in a spreadsheet; null for a key that moves nothing. With Shift the far corner
 * walks and the active cell stays.
 */
export function afterKey(selection: Selection, press: KeyPress, ground: Ground): Selection | null {
  const from = press.shift ? selection.far : selection.active;
  const to = target(from, press, ground);
  if (to === null) return null;
  const cell = clampCell(to, ground);
  return press.shift ? { active: selection.active, far: cell } : selectCell(cell);
}

function target(from: Cell, { key, ctrl }: KeyPress, ground: Ground): Cell | null {
  const step = STEPS[key];
  if (step !== undefined) {
    const [rows, columns] = step;
    if (ctrl) return edgeOf(from, rows, columns, ground);
    return { row: from.row + rows, column: from.column + columns };
  }
  switch (key) {
    case 'Home':
      return { row: ctrl ? 0 : from.row, column: 0 };
    case 'End':
      return ctrl ? lastFilled(ground) : { row: from.row, column: lastFilledIn(from.row, ground) };
    case 'PageUp':
      return { row: from.row - ground.pageRows, column: from.column };
    case 'PageDown':
      return { row: from.row + ground.pageRows, column: from.column };
    default:
      return null;
  }
}

/** Inside a block of filled cells its last one; else the first filled one further on, or the border. */
function edgeOf(from: Cell, rows: number, columns: number, ground: Ground): Cell {
  const isInside = ({ row, column }: Cell) =>
    row >= 0 && row < ground.rows && column >= 0 && column < ground.columns;
  const next = (cell: Cell): Cell => ({ row: cell.row + rows, column: cell.column + columns });
  const filled = (cell: Cell) => isInside(cell) && ground.isFilled(cell.row, cell.column);
  let at = from;
  if (!isInside(next(at))) return at;
  if (filled(at) && filled(next(at))) {
    while (filled(next(at))) at = next(at);
    return at;
  }
  at = next(at);
  while (!filled(at) && isInside(next(at))) at = next(at);
  return at;
}

function lastFilledIn(row: number, ground: Ground): number {
  for (let column = ground.columns - 1; column > 0; column -= 1) {
    if (ground.isFilled(row, column)) return column;
  }
  return ground.columns - 1;
}

function lastFilled(ground: Ground): Cell {
  return { row: ground.rows - 1, column: ground.columns - 1 };
}

/**
 * Enter and Tab: one cell on, and inside a range around it row by row or column by column, the range
 * kept. `back` with Shift.
 */
export function afterCommit(
  selection: Selection,
  key: 'Enter' | 'Tab',
  back: boolean,
  size: GridSize,
): Selection {
  const range = rangeOf(selection);
  const { active } = selection;
  const step = back ? -1 : 1;
  const isOne = range.top === range.bottom && range.left === range.right;
  if (isOne) {
    return selectCell(
      clampCell(
        key === 'Enter'
          ? { row: active.row + step, column: active.column }
          : { row: active.row, column: active.column + step },
        size,
      ),
    );
  }
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const count = rows * columns;
  const row = active.row - range.top;
  const column = active.column - range.left;
  const place = key === 'Enter' ? column * rows + row : row * columns + column;
  const next = (place + step + count) % count;
  const cell =
    key === 'Enter'
      ? { row: range.top + (next % rows), column: range.left + Math.floor(next / rows) }
      : { row: range.top + Math.floor(next / columns), column: range.left + (next % columns) };
  return within(cell, range);
}

/** A range with another active cell; it stays the range only where that cell is one of its corners. */
function within(cell: Cell, range: ReturnType<typeof rangeOf>): Selection {
  const far = {
    row: cell.row === range.top ? range.bottom : range.top,
    column: cell.column === range.left ? range.right : range.left,
  };
  const isCorner =
    (cell.row === range.top || cell.row === range.bottom) &&
    (cell.column === range.left || cell.column === range.right);
  return isCorner ? { active: cell, far } : selectCell(cell);
}
