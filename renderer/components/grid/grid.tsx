// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only what is seen is drawn, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself is the one stop of Tab and names its active cell
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../lib/format';
import { CellEditor, type EditMode, type LeaveKey } from './cell-editor';
import styles from './grid.module.css';
import { clearEdits, copyText, fillEdits, foldedIn, pasteEdits, repeatEdits } from './grid-edits';
import { Foot, Head } from './grid-head';
import { cellId, Row } from './grid-row';
import type { GridEdit, GridSource, WriteKind } from './grid-source';
import { afterCommit, afterKey, type Ground } from './navigation';
import {
  type Cell,
  clampSelection,
  rangeOf,
  type Selection,
  selectAll,
  selectCell,
  selectWhole,
} from './selection';
import { useClipboard } from './use-clipboard';
import { usePointer } from './use-pointer';
import { useViewport } from './use-viewport';
import { columnWindow, edgesOf, rowWindow, scrollInto, stretched } from './viewport';

const NUMBER_WIDTH = 32;
const LETTERS_HEIGHT = 18;
const MIN_COLUMN = 40;

export type GridLabels = {
  grid: string;
  /** How the keys work, for who does not see the grid. */
  hint: string;
  internal: string;
  editing: (column: string) => string;
};

type Props = {
  source: GridSource;
  labels: GridLabels;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Resolves once what was written has been read back. */
  onWrite: (edits: GridEdit[], kind: WriteKind) => Promise<void>;
  /** The text of a cell while it is typed, and null when it is left. */
  onDraft?: (edit: GridEdit | null) => void;
  onFold: (key: string) => void;
  /** Groups that a paste reaches are opened first, so that it lands on lines that are seen. */
  onUnfold?: (keys: readonly string[]) => void;
  onRows?: (command: 'insert' | 'remove', rows: readonly number[]) => void;
  /** A column that has just come and should be seen. */
  reveal?: string | null;
  /** A decimal as the cells write it. */
  writeNumber: (value: string) => string;
};

type Editing = {
  cell: Cell;
  text: string;
  /** What the cell held: while it is typed into, the source may already show what it would become. */
  before: string;
  mode: EditMode;
};

/** A grid with a spreadsheet's hands: see the key map in `navigation` and the paste rules in `grid-edits`. */
export function Grid(props: Props) {
  const { source, labels, onWrite, onDraft } = props;
  const lang = useLanguage();
  const root = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const { viewport, measure } = useViewport(root);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [resized, setResized] = useState<ReadonlyMap<string, number>>(new Map());
  const [pending, setPending] = useState<ReadonlyMap<string, string> | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const isLeaving = useRef(false);

  const size = { rows: source.rows.length, columns: source.columns.length };
  const selection = clampSelection(props.selection, size);
  const range = rangeOf(selection);
  const { active } = selection;

  const widths = useMemo(
    () =>
      stretched(
        source.columns.map(({ id, width }) => resized.get(id) ?? width),
        viewport.width - NUMBER_WIDTH,
      ),
    [source.columns, resized, viewport.width],
  );
  const edges = useMemo(() => edgesOf(widths), [widths]);
  const frozenWidth = NUMBER_WIDTH + (edges[source.frozen] ?? 0);
  const { rowHeight } = viewport;
  const headHeight = LETTERS_HEIGHT + rowHeight;
  const footHeight = rowHeight + 6;
  const rows = rowWindow(viewport.top, viewport.height - headHeight, rowHeight, size.rows);
  const columns = columnWindow(viewport.left, viewport.width - NUMBER_WIDTH, edges, source.frozen);

  function select(next: Selection) {
    props.onSelect(next);
    scrollTo(next.far);
  }

  function scrollTo(cell: Cell) {
    const element = root.current;
    if (element === null) return;
    element.scrollTop = scrollInto(element.scrollTop, viewport.height - headHeight - footHeight, {
      start: cell.row * rowHeight,
      end: (cell.row + 1) * rowHeight,
    });
    if (cell.column < source.frozen) return;
    const shift = edges[source.frozen] ?? 0;
    element.scrollLeft = scrollInto(element.scrollLeft, viewport.width - frozenWidth, {
      start: (edges[cell.column] ?? 0) - shift,
      end: (edges[cell.column + 1] ?? 0) - shift,
    });
  }

  function write(edits: GridEdit[], kind: WriteKind) {
    if (edits.length === 0) return;
    const texts = new Map(pending ?? []);
    for (const { row, column, text } of edits) {
      const key = `${source.rows[row]?.key ?? ''}:${source.columns[column]?.id ?? ''}`;
      texts.set(key, text);
    }
    setPending(texts);
    void onWrite(edits, kind).finally(() =>
      // What was typed meanwhile is still on its way.
      setPending((known) => (known === texts ? null : known)),
    );
  }

  function startEditing(mode: EditMode, text: string) {
    if (!source.canWrite(active.row, active.column)) return;
    scrollTo(active);
    const before =
      source.problem(active.row, active.column)?.given ?? source.edit(active.row, active.column);
    setEditing({ cell: active, text, before, mode });
    onDraft?.({ ...active, text });
  }

  function leave(to: { key: LeaveKey; shift: boolean; ctrl: boolean } | null) {
    if (editing === null) return;
    const { cell, text, before } = editing;
    setEditing(null);
    onDraft?.(null);
    if (text !== before) write([{ ...cell, text }], 'edit');
    if (to === null) return;
    root.current?.focus({ preventScroll: true });
    if (to.key === 'Enter' || to.key === 'Tab') {
      select(afterCommit(selection, to.key, to.shift, size));
    } else
      select(
        afterKey(selection, { key: to.key, ctrl: to.ctrl, shift: false }, ground) ?? selection,
      );
  }

  function cancel() {
    setEditing(null);
    onDraft?.(null);
    root.current?.focus({ preventScroll: true });
  }

  const ground: Ground = {
    ...size,
    isFilled: (row, column) => source.show(row, column).text !== '',
    pageRows: Math.max(1, Math.floor((viewport.height - headHeight - footHeight) / rowHeight) - 1),
  };

  useClipboard(root, {
    isOn: editing === null,
    copy: () => copyText(source, range),
    cut: () => write(clearEdits(source, range), 'clear'),
    paste: (text) => {
      const pasted = pasteEdits(source, selection, text);
      const folded = foldedIn(source, pasted.range);
      if (folded.length === 0 || props.onUnfold === undefined) return paste(pasted);
      setWaiting(text);
      props.onUnfold(folded);
    },
  });

  function paste(pasted: ReturnType<typeof pasteEdits>) {
    write(pasted.edits, 'paste');
    const { top, left, bottom, right } = pasted.range;
    props.onSelect({ active: { row: top, column: left }, far: { row: bottom, column: right } });
  }

  // The rows of the groups just opened are there: now the paste knows where it lands.
  const latestPaste = useRef<(text: string) => void>(() => undefined);
  latestPaste.current = (text) => paste(pasteEdits(source, selection, text));
  useEffect(() => {
    if (waiting === null) return;
    setWaiting(null);
    latestPaste.current(waiting);
  }, [waiting]);

  const pointer = usePointer({
    root,
    source,
    selection,
    select: (next) => {
      isLeaving.current = false;
      props.onSelect(next);
    },
    onFill: (from, to) => {
      write(fillEdits(source, from, to, lang, props.writeNumber), 'fill');
      props.onSelect({
        active: { row: to.top, column: to.left },
        far: { row: to.bottom, column: to.right },
      });
    },
  });

  /** @returns whether the key was ours */
  function handle(event: KeyboardEvent): boolean {
    const { key, code, shiftKey: shift, altKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (altKey) return false;
    if (ctrl && !shift && code === 'KeyA') select(selectAll(size));
    else if (ctrl && !shift && code === 'KeyD')
      write(repeatEdits(source, selection, 'down'), 'fill');
    else if (ctrl && !shift && code === 'KeyR') {
      write(repeatEdits(source, selection, 'right'), 'fill');
    } else if (ctrl && (code === 'Minus' || code === 'NumpadSubtract')) rowsCommand('remove');
    else if (ctrl && (code === 'Equal' || code === 'NumpadAdd')) rowsCommand('insert');
    else if (code === 'Space' && (ctrl || shift)) {
      props.onSelect(selectWhole(selection, ctrl ? 'columns' : 'rows', size));
    } else if (key === 'F2') {
      const problem = source.problem(active.row, active.column);
      startEditing('in', problem?.given ?? source.edit(active.row, active.column));
    } else if (key === 'Enter') select(afterCommit(selection, 'Enter', shift, size));
    else if (key === 'Tab') return tab(shift);
    else if (key === 'Escape') isLeaving.current = true;
    else if (key === 'Delete' || key === 'Backspace') write(clearEdits(source, range), 'clear');
    else if (!ctrl && key.length === 1) startEditing('over', key);
    else {
      const next = afterKey(selection, { key, ctrl, shift }, ground);
      if (next === null) return false;
      select(next);
    }
    return true;
  }

  /** Tab leaves the grid after Esc and from its last cell. */
  function tab(shift: boolean): boolean {
    const isOne = range.top === range.bottom && range.left === range.right;
    const isEdge = isOne && active.column === (shift ? 0 : size.columns - 1);
    if (isLeaving.current || isEdge) return false;
    select(afterCommit(selection, 'Tab', shift, size));
    return true;
  }

  function rowsCommand(command: 'insert' | 'remove') {
    const chosen = Array.from({ length: range.bottom - range.top + 1 }, (_, i) => range.top + i);
    props.onRows?.(command, chosen);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing !== null || event.nativeEvent.isComposing) return;
    const isHeld = ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key);
    if (handle(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.key !== 'Escape' && !isHeld) isLeaving.current = false;
  }

  // A field that lost its cell, as after an undo, must not write.
  useEffect(() => {
    if (editing !== null && source.rows[editing.cell.row] === undefined) setEditing(null);
  }, [editing, source.rows]);

  const revealed = source.columns.findIndex(({ id }) => id === props.reveal);
  const latestScroll = useRef(scrollTo);
  latestScroll.current = scrollTo;
  useEffect(() => {
    if (revealed >= 0) latestScroll.current({ row: 0, column: revealed });
  }, [revealed]);

  const shared = { source, widths, edges, numberWidth: NUMBER_WIDTH, ...columns };
  const shownRange = pointer.filling ?? range;
  const count = Math.max(0, rows.last - rows.first + 1);
  const editedColumn = editing === null ? undefined : source.columns[editing.cell.column];
  return (
    <div
      ref={root}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={labels.grid}
      aria-description={labels.hint}
      aria-rowcount={size.rows + 2}
      aria-colcount={size.columns}
      aria-multiselectable="true"
      aria-activedescendant={cellId(prefix, active.row, activeColumn(source, active))}
      onKeyDown={onKeyDown}
      onScroll={measure}
      onPointerDown={(event) => {
        if (editing === null || !(event.target instanceof HTMLInputElement)) {
          pointer.onPointerDown(event);
        }
      }}
      onPointerMove={pointer.onPointerMove}
      onPointerUp={pointer.onPointerUp}
      onDoubleClick={(event) => {
        if (!(event.target instanceof HTMLInputElement)) {
          startEditing('in', source.edit(active.row, active.column));
        }
      }}
    >
      <Head
        {...shared}
        left={range.left}
        right={range.right}
        internalLabel={labels.internal}
        onChoose={(column, extend) => {
          const from = extend ? active.column : column;
          const at = { row: 0, column: from };
          props.onSelect(selectWhole({ active: at, far: { row: 0, column } }, 'columns', size));
        }}
        onResize={(column, width) => {
          const id = source.columns[column]?.id;
          if (id === undefined) return;
          setResized((known) => new Map(known).set(id, Math.max(MIN_COLUMN, Math.round(width))));
        }}
      />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: size.rows * rowHeight, width: NUMBER_WIDTH + (edges.at(-1) ?? 0) }}
      >
        {Array.from({ length: count }, (_, i) => {
          const row = rows.first + i;
          const isIn = row >= shownRange.top && row <= shownRange.bottom;
          const isEdited = editing !== null && editing.cell.row === row;
          return (
            <Row
              key={source.rows[row]?.key ?? row}
              {...shared}
              row={row}
              top={row * rowHeight}
              left={isIn ? shownRange.left : -1}
              right={isIn ? shownRange.right : -1}
              isTop={row === shownRange.top}
              isBottom={row === shownRange.bottom}
              active={active.row === row ? active.column : -1}
              pending={pending}
              idPrefix={prefix}
              onFold={props.onFold}
              editor={
                isEdited && editing !== null && editedColumn !== undefined ? (
                  <CellEditor
                    column={editedColumn}
                    text={editing.text}
                    mode={editing.mode}
                    label={labels.editing(editedColumn.title)}
                    onType={(text) => {
                      setEditing({ ...editing, text });
                      onDraft?.({ ...editing.cell, text });
                    }}
                    onMode={(mode) => setEditing({ ...editing, mode })}
                    onCommit={leave}
                    onCancel={cancel}
                  />
                ) : null
              }
            />
          );
        })}
      </div>
      <Foot {...shared} />
    </div>
  );
}

/** The head of a group takes the place of all frozen columns. */
function activeColumn(source: GridSource, { row, column }: Cell): number {
  return source.rows[row]?.kind === 'group' && column < source.frozen ? 0 : column;
}

/** The selection a grid starts with. */
export const FIRST_CELL = selectCell({ row: 0, column: 0 });
