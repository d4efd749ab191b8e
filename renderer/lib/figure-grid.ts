import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** What a table's keys walk over: figures that open, and whatever else is marked as a cell. */
const CELLS = 'tbody [data-explain], tbody [data-cell], tfoot [data-explain]';

function cellsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>(CELLS)];
}

function columnOf(cell: HTMLElement): number {
  return cell.closest('td,th') instanceof HTMLTableCellElement
    ? (cell.closest<HTMLTableCellElement>('td,th')?.cellIndex ?? 0)
    : 0;
}

function rowsOf(table: HTMLElement): HTMLElement[][] {
  const rows = new Map<Element, HTMLElement[]>();
  for (const cell of cellsOf(table)) {
    const row = cell.closest('tr');
    if (row === null) continue;
    const cells = rows.get(row) ?? [];
    cells.push(cell);
    rows.set(row, cells);
  }
  return [...rows.values()];
}

/** The cell that a key leads to from another; null where it leads nowhere. */
export function cellAfterKey(
  table: HTMLElement,
  from: HTMLElement,
  code: string,
): HTMLElement | null {
  const rows = rowsOf(table);
  const at = rows.findIndex((row) => row.includes(from));
  const row = rows[at];
  if (row === undefined) return null;
  const step = { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1 }[code];
  if (step !== undefined) {
    const column = columnOf(from);
    const next = rows[at + step];
    return (
      next?.reduce((best, cell) =>
        Math.abs(columnOf(cell) - column) < Math.abs(columnOf(best) - column) ? cell : best,
      ) ?? null
    );
  }
  const index = row.indexOf(from);
  if (code === 'ArrowRight') return row[index + 1] ?? null;
  if (code === 'ArrowLeft') return row[index - 1] ?? null;
  if (code === 'Home') return row[0] ?? null;
  if (code === 'End') return row.at(-1) ?? null;
  return null;
}

/**
 * Makes a table of figures one stop of Tab: arrows, J and K walk its cells, Home and End a row.
 * Codes, not letters: the keys are the same on a Russian layout.
 */
export function useFigureGrid<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly onKeyDown: (event: KeyboardEvent<E>) => void;
} {
  const ref = useRef<E>(null);
  const current = useRef<HTMLElement | null>(null);

  const mark = useCallback((cell: HTMLElement | undefined) => {
    const table = ref.current;
    if (table === null) return;
    current.current = cell ?? null;
    for (const each of cellsOf(table)) each.tabIndex = each === cell ? 0 : -1;
  }, []);

  // Rows come and go with sorting, filters and changes; one cell must stay reachable.
  useLayoutEffect(() => {
    const table = ref.current;
    if (table === null) return;
    const kept = current.current;
    mark(kept !== null && table.contains(kept) ? kept : cellsOf(table)[0]);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches(CELLS)) mark(event.target);
    };
    table.addEventListener('focusin', onFocus);
    return () => table.removeEventListener('focusin', onFocus);
  });

  const onKeyDown = useCallback((event: KeyboardEvent<E>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target;
    if (ref.current === null || !(from instanceof HTMLElement) || !from.matches(CELLS)) return;
    const next = cellAfterKey(ref.current, from, event.code);
    if (next === null) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);

  return { ref, onKeyDown };
}
