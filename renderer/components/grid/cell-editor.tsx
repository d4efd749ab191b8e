import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import styles from './grid.module.css';
import type { GridColumn } from './grid-source';

/** `over` replaces what stood there and arrows leave the cell; `in` changes it and arrows walk the text. */
export type EditMode = 'over' | 'in';

export type LeaveKey = 'Enter' | 'Tab' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

type Props = {
  column: GridColumn;
  text: string;
  mode: EditMode;
  label: string;
  onType: (text: string) => void;
  onMode: (mode: EditMode) => void;
  onCommit: (leave: { key: LeaveKey; shift: boolean; ctrl: boolean } | null) => void;
  onCancel: () => void;
};

/** The field inside a cell. */
export function CellEditor(props: Props) {
  const { column, text, mode, label, onType, onMode, onCommit, onCancel } = props;
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const done = useRef(false);

  useEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);

  function commit(leave: { key: LeaveKey; shift: boolean; ctrl: boolean } | null) {
    if (done.current) return;
    done.current = true;
    onCommit(leave);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel();
    } else if (key === 'F2') {
      event.preventDefault();
      onMode(mode === 'in' ? 'over' : 'in');
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      commit({ key, shift, ctrl });
    } else if (
      isArrow(key) &&
      mode === 'over' &&
      !(column.options && (key === 'ArrowUp' || key === 'ArrowDown'))
    ) {
      event.preventDefault();
      commit({ key, shift, ctrl });
    }
  }

  return (
    <>
      <input
        ref={input}
        className={`${styles.editor} ${column.isNumeric ? styles.numericEditor : ''}`}
        value={text}
        aria-label={label}
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        {...(column.options === undefined ? {} : { list: listId })}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.stopPropagation()}
        onBlur={() => commit(null)}
      />
      {column.options === undefined ? null : (
        <datalist id={listId}>
          {column.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}

function isArrow(key: string): key is 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}
