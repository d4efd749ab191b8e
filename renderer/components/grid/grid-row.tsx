// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only what is seen is drawn, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself is the one stop of Tab and names its active cell
import { type CSSProperties, memo, type ReactNode } from 'react';
import { Icon } from '../icon';
import styles from './grid.module.css';
import type { CellView, GridSource } from './grid-source';

export type RowProps = {
  source: GridSource;
  row: number;
  top: number;
  widths: readonly number[];
  edges: readonly number[];
  numberWidth: number;
  first: number;
  last: number;
  /** The chosen columns of this row; both −1 where none is. */
  left: number;
  right: number;
  isTop: boolean;
  isBottom: boolean;
  /** −1 where the active cell is in another row. */
  active: number;
  /** Texts written and not read back yet. */
  pending: ReadonlyMap<string, string> | null;
  /** The field while a cell of this row is being typed into. */
  editor: ReactNode;
  idPrefix: string;
  onFold: (key: string) => void;
};

/** The id that the grid's root names as active. */
export function cellId(prefix: string, row: number, column: number): string {
  return `${prefix}-${row}-${column}`;
}

export const Row = memo(function Row(props: RowProps) {
  const { source, row, edges, widths, numberWidth, first, last } = props;
  const { frozen } = source;
  const info = source.rows[row];
  if (info === undefined) return null;
  const shift = (edges[first] ?? 0) - (edges[frozen] ?? 0);
  const columns = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const isGroup = info.kind === 'group';
  const head = Array.from({ length: isGroup ? Math.min(1, frozen) : frozen }, (_, i) => i);
  const style: CSSProperties = {
    transform: `translateY(${props.top}px)`,
    width: numberWidth + (edges.at(-1) ?? 0),
  };

  const cell = (column: number) => {
    const isHead = isGroup && column === 0 && frozen > 0;
    const view = source.show(row, column);
    const problem = source.problem(row, column);
    const written = props.pending?.get(`${info.key}:${source.columns[column]?.id ?? ''}`);
    const chosen =
      (column >= props.left && column <= props.right) ||
      (isHead && props.left >= 0 && props.left < frozen);
    const isActive =
      props.active === column || (isHead && props.active >= 0 && props.active < frozen);
    const width = isHead ? (edges[frozen] ?? 0) : (widths[column] ?? 0);
    const isFrozen = column < frozen;
    const spec = source.columns[column];
    const isLastFrozen = isHead || column === frozen - 1;
    const classes = [
      styles.cell,
      spec?.isNumeric === true ? styles.numeric : '',
      spec?.tone === 'internal' ? styles.internal : '',
      isFrozen ? styles.frozen : '',
      isFrozen && isLastFrozen ? styles.edge : '',
      chosen ? styles.chosen : '',
      chosen && props.isTop ? styles.top : '',
      chosen && props.isBottom ? styles.bottom : '',
      chosen && (column === props.left || isHead) ? styles.left : '',
      chosen && column === props.right ? styles.right : '',
      isActive ? styles.active : '',
      problem === null ? '' : styles.bad,
      toneClass(view),
    ]
      .filter(Boolean)
      .join(' ');
    return (
      <div
        key={column}
        id={cellId(props.idPrefix, row, column)}
        role="gridcell"
        aria-colindex={column + 1}
        aria-selected={chosen}
        aria-readonly={!source.canWrite(row, column)}
        aria-invalid={problem === null ? undefined : true}
        className={classes}
        style={isFrozen ? { width, left: numberWidth + (edges[column] ?? 0) } : { width }}
        title={problem?.text ?? view.tip ?? (spec?.isNumeric === true ? undefined : view.text)}
        data-r={row}
        data-c={column}
      >
        {isActive && props.editor !== null ? (
          props.editor
        ) : isHead ? (
          <GroupHead view={view} info={info} onFold={props.onFold} />
        ) : (
          <>
            <span className={styles.text}>{problem?.given ?? written ?? view.text}</span>
            {view.word === undefined ? null : <span className={styles.word}>{view.word}</span>}
          </>
        )}
        {chosen && props.isBottom && column === props.right ? (
          <span className={styles.handle} data-handle="" />
        ) : null}
      </div>
    );
  };

  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={`${styles.row} ${isGroup ? styles.group : ''} ${info.kind === 'blank' ? styles.blank : ''}`}
      style={style}
    >
      <span
        role="rowheader"
        className={`${styles.number} ${props.left >= 0 ? styles.on : ''}`}
        style={{ width: numberWidth }}
        data-r={row}
        data-whole=""
      >
        {row + 2}
      </span>
      {head.map(cell)}
      {shift > 0 ? <span className={styles.spacer} style={{ width: shift }} /> : null}
      {columns.map(cell)}
    </div>
  );
});

function toneClass(view: CellView): string {
  return view.tone === undefined ? '' : (styles[view.tone] ?? '');
}

function GroupHead({
  view,
  info,
  onFold,
}: {
  view: CellView;
  info: { key: string; isFolded?: boolean; count?: number };
  onFold: (key: string) => void;
}) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.fold}
        aria-expanded={info.isFolded !== true}
        aria-label={view.text}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => onFold(info.key)}
      >
        <Icon name={info.isFolded === true ? 'forward' : 'down'} size={12} />
      </button>
      <span className={styles.text}>{view.text}</span>
      <span className={styles.count}>{info.count}</span>
    </>
  );
}
