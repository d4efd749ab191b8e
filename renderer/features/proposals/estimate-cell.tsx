import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import styles from './proposals.module.css';

type Props = {
  /** Name of the column, for who does not see its head. */
  label: string;
  view: ReactNode;
  /** Stands before what the cell says: a box to tick. */
  before?: ReactNode;
  row: number;
  column: number;
  numeric?: boolean;
  isLocked: boolean;
  className?: string;
  /** The field; `close` ends the edit. */
  children: (close: () => void) => ReactNode;
};

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the next cell that can be entered; where there is none, it stays. */
function step(from: HTMLElement, rows: number, columns: number): void {
  const table = from.closest('table');
  if (table === null) return;
  let row = Number(from.dataset['row']) + rows;
  let column = Number(from.dataset['column']) + columns;
  for (let tries = 0; tries < 60; tries += 1) {
    const next = table.querySelector<HTMLElement>(
      `[data-row="${String(row)}"][data-column="${String(column)}"]`,
    );
    if (next !== null) {
      next.focus();
      return;
    }
    row += rows;
    column += columns;
  }
}

/** A cell of the estimate: arrows walk, Enter, F2 or a letter edits, Esc gives back what was there. */
export function EstimateCell(props: Props) {
  const { label, view, row, column, numeric = false, isLocked, children } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shouldRefocus = useRef(false);

  useEffect(() => {
    if (isOpen || !shouldRefocus.current) return;
    shouldRefocus.current = false;
    button.current?.focus();
  }, [isOpen]);

  function close() {
    shouldRefocus.current = true;
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const move = STEPS[event.key];
    if (move !== undefined && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      step(event.currentTarget, ...move);
    }
    if (isLocked) return;
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'F2' || (isLetter && event.key !== ' ')) setOpen(true);
  }

  function onBlur(event: FocusEvent<HTMLTableCellElement>) {
    const cell = event.currentTarget;
    // The field judges its text on the same blur; look after it has.
    setTimeout(() => {
      const keepsFocus = cell.contains(document.activeElement);
      const isWrong = cell.querySelector('[aria-invalid="true"]') !== null;
      if (cell.isConnected && !keepsFocus && !isWrong) setOpen(false);
    });
  }

  const classes = [numeric ? 'n' : '', styles.cell, props.className ?? '']
    .filter(Boolean)
    .join(' ');
  if (isOpen) {
    return (
      <td
        className={`${classes} ${styles.editing}`}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const cell = event.currentTarget;
          setTimeout(() => {
            if (cell.querySelector('[aria-invalid="true"]') === null) close();
          });
        }}
      >
        {children(close)}
      </td>
    );
  }
  return (
    <td className={classes}>
      <div className={styles.cellRow}>
        {props.before}
        <button
          ref={button}
          type="button"
          className={styles.cellButton}
          data-row={row}
          data-column={column}
          aria-disabled={isLocked}
          onKeyDown={onKeyDown}
          onClick={() => {
            if (!isLocked) setOpen(true);
          }}
        >
          <span className="unseen">{label}: </span>
          {view}
        </button>
      </div>
    </td>
  );
}
