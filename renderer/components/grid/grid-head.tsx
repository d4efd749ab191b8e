// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only what is seen is drawn, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself is the one stop of Tab and names its active cell
import { type PointerEvent, useRef } from 'react';
import { Icon } from '../icon';
import styles from './grid.module.css';
import type { CellView, GridColumn, GridSource } from './grid-source';
import { columnLetters } from './selection';

type Shared = {
  source: GridSource;
  widths: readonly number[];
  edges: readonly number[];
  numberWidth: number;
  first: number;
  last: number;
};

function shownColumns({ source, first, last }: Shared): number[] {
  const head = Array.from({ length: source.frozen }, (_, i) => i);
  return [...head, ...Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)];
}

function Spacer({ edges, source, first }: Shared) {
  const width = (edges[first] ?? 0) - (edges[source.frozen] ?? 0);
  return width > 0 ? <span className={styles.spacer} style={{ width }} /> : null;
}

function place(shared: Shared, column: number) {
  const width = shared.widths[column] ?? 0;
  const left = shared.numberWidth + (shared.edges[column] ?? 0);
  return column < shared.source.frozen ? { width, left } : { width };
}

function classesOf(spec: GridColumn | undefined, column: number, frozen: number): string {
  return [
    styles.cell,
    spec?.isNumeric === true ? styles.numeric : '',
    spec?.tone === 'internal' ? styles.internal : '',
    spec?.tone === 'now' ? styles.now : '',
    column < frozen ? styles.frozen : '',
    column === frozen - 1 ? styles.edge : '',
  ]
    .filter(Boolean)
    .join(' ');
}

type HeadProps = Shared & {
  left: number;
  right: number;
  /** Named above the columns the client never sees. */
  internalLabel: string;
  onChoose: (column: number, extend: boolean) => void;
  onResize: (column: number, width: number) => void;
};

/** Letters of the columns and their names; a name's right border changes the width. */
export function Head(props: HeadProps) {
  const { source, left, right } = props;
  const columns = shownColumns(props);
  const width = props.numberWidth + (props.edges.at(-1) ?? 0);
  const firstInternal = source.columns.findIndex(({ tone }) => tone === 'internal');
  return (
    <div role="rowgroup" className={styles.head} style={{ width }}>
      <div className={styles.letters} aria-hidden="true">
        <span className={styles.number} style={{ width: props.numberWidth }} />
        {columns.map((column, i) => (
          <Piece key={column} shared={props} at={i}>
            <span
              className={`${classesOf(source.columns[column], column, source.frozen)} ${
                column >= left && column <= right ? styles.on : ''
              }`}
              style={place(props, column)}
            >
              {column === firstInternal ? (
                <span className={styles.lock}>
                  <Icon name="lock" size={12} /> {props.internalLabel}
                </span>
              ) : (
                columnLetters(column)
              )}
            </span>
          </Piece>
        ))}
      </div>
      <div role="row" aria-rowindex={1} className={styles.names}>
        <span role="columnheader" className={styles.number} style={{ width: props.numberWidth }}>
          1
        </span>
        {columns.map((column, i) => (
          <Piece key={column} shared={props} at={i}>
            <Name props={props} column={column} />
          </Piece>
        ))}
      </div>
    </div>
  );
}

function Piece({
  shared,
  at,
  children,
}: {
  shared: Shared;
  at: number;
  children: React.ReactNode;
}) {
  return (
    <>
      {at === shared.source.frozen ? <Spacer {...shared} /> : null}
      {children}
    </>
  );
}

function Name({ props, column }: { props: HeadProps; column: number }) {
  const spec = props.source.columns[column];
  const start = useRef<{ x: number; width: number } | null>(null);
  if (spec === undefined) return null;

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.stopPropagation();
    event.preventDefault();
    start.current = { x: event.clientX, width: props.widths[column] ?? 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: chosen by Ctrl+Space from any of its cells
    <span
      role="columnheader"
      aria-colindex={column + 1}
      aria-label={spec.title}
      className={classesOf(spec, column, props.source.frozen)}
      style={place(props, column)}
      title={spec.title}
      onClick={(event) => props.onChoose(column, event.shiftKey)}
    >
      <span className={styles.text}>{spec.head}</span>
      <span
        className={styles.resize}
        aria-hidden="true"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (start.current === null) return;
          props.onResize(column, start.current.width + event.clientX - start.current.x);
        }}
        onPointerUp={() => {
          start.current = null;
        }}
        onClick={(event) => event.stopPropagation()}
      />
    </span>
  );
}

/** The totals, kept at the foot of what is seen. */
export function Foot(props: Shared) {
  const { source } = props;
  const columns = shownColumns(props);
  const width = props.numberWidth + (props.edges.at(-1) ?? 0);
  return (
    <div role="rowgroup" className={styles.foot} style={{ width }}>
      <div role="row" aria-rowindex={source.rows.length + 2} className={styles.totals}>
        <span role="gridcell" className={styles.number} style={{ width: props.numberWidth }} />
        {columns.map((column, i) => (
          <Piece key={column} shared={props} at={i}>
            <Total view={source.totals[column]} props={props} column={column} />
          </Piece>
        ))}
      </div>
    </div>
  );
}

function Total({
  view,
  props,
  column,
}: {
  view: CellView | undefined;
  props: Shared;
  column: number;
}) {
  return (
    <span
      role="gridcell"
      aria-colindex={column + 1}
      className={`${classesOf(props.source.columns[column], column, props.source.frozen)} ${
        view?.tone === undefined ? '' : (styles[view.tone] ?? '')
      }`}
      style={place(props, column)}
      title={view?.tip}
    >
      <span className={styles.text}>{view?.text ?? ''}</span>
      {view?.word === undefined ? null : <span className={styles.word}>{view.word}</span>}
    </span>
  );
}
