import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { fillRange } from './grid-edits';
import type { GridSource } from './grid-source';
import { type Range, rangeOf, type Selection, selectCell, selectWhole } from './selection';

type Options = {
  root: RefObject<HTMLElement | null>;
  source: GridSource;
  selection: Selection;
  select: (selection: Selection) => void;
  onFill: (from: Range, to: Range) => void;
};

type Drag =
  | { kind: 'cells'; from: Selection['active'] }
  | { kind: 'rows'; from: number }
  | { kind: 'fill'; from: Range };

/** Choosing by the mouse: cells, whole rows, and the handle that fills. */
export function usePointer({ root, source, selection, select, onFill }: Options) {
  const drag = useRef<Drag | null>(null);
  const [filling, setFilling] = useState<Range | null>(null);
  const size = { rows: source.rows.length, columns: source.columns.length };

  function placeAt(event: PointerEvent): { row: number; column: number } | null {
    const box = root.current?.getBoundingClientRect();
    if (box === undefined) return null;
    const x = Math.min(Math.max(event.clientX, box.left + 2), box.right - 16);
    const y = Math.min(Math.max(event.clientY, box.top + 2), box.bottom - 16);
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-r]');
    if (!cell || root.current?.contains(cell) !== true) return null;
    return { row: Number(cell.dataset['r']), column: Number(cell.dataset['c'] ?? 0) };
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const isHandle = event.target.closest('[data-handle]') !== null;
    const cell = event.target.closest<HTMLElement>('[data-r]');
    if (cell === null) return;
    const row = Number(cell.dataset['r']);
    const column = Number(cell.dataset['c'] ?? 0);
    if (isHandle) {
      drag.current = { kind: 'fill', from: rangeOf(selection) };
    } else if (cell.dataset['whole'] !== undefined) {
      const active = event.shiftKey ? selection.active : { row, column: 0 };
      select(selectWhole({ active, far: { row, column: 0 } }, 'rows', size));
      drag.current = { kind: 'rows', from: active.row };
    } else {
      const from = event.shiftKey ? selection.active : { row, column };
      select(event.shiftKey ? { active: from, far: { row, column } } : selectCell(from));
      drag.current = { kind: 'cells', from };
    }
    root.current?.focus({ preventScroll: true });
    event.preventDefault();
    root.current?.setPointerCapture?.(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const now = drag.current;
    if (now === null) return;
    scrollAtEdge(event);
    const place = placeAt(event);
    if (place === null) return;
    if (now.kind === 'cells') select({ active: now.from, far: place });
    else if (now.kind === 'rows') {
      const from = { row: now.from, column: 0 };
      select(selectWhole({ active: from, far: { row: place.row, column: 0 } }, 'rows', size));
    } else setFilling(fillRange(now.from, place));
  }

  function onPointerUp() {
    const now = drag.current;
    drag.current = null;
    if (now?.kind === 'fill' && filling !== null) onFill(now.from, filling);
    setFilling(null);
  }

  function scrollAtEdge(event: PointerEvent) {
    const element = root.current;
    if (element === null) return;
    const box = element.getBoundingClientRect();
    const step = 24;
    if (event.clientY > box.bottom) element.scrollBy(0, step);
    if (event.clientY < box.top) element.scrollBy(0, -step);
    if (event.clientX > box.right) element.scrollBy(step, 0);
    if (event.clientX < box.left) element.scrollBy(-step, 0);
  }

  return { filling, onPointerDown, onPointerMove, onPointerUp };
}
