import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { TaskCard, TaskSort } from '../../../../shared/contract/tasks-shapes';
import { SortHead } from '../../../components/sort-head';
import { PageStatus } from '../../../lib/page-slots';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import type { Selection } from '../use-selection';
import type { TaskWrites } from '../use-task-writes';
import styles from './list.module.css';
import { Cell, type Edited } from './list-cells';
import { type ListColumn, SORT_OF, WIDTHS } from './list-columns';
import { type GroupBy, listRows } from './list-rows';

type Props = {
  tasks: readonly TaskCard[];
  kit: Kit;
  choices: Choices | undefined;
  writes: TaskWrites;
  selection: Selection;
  groupBy: GroupBy;
  columns: readonly ListColumn[];
  sort: TaskSort;
  onSort: (sort: TaskSort) => void;
  openTaskId: string | null;
  scrollTop: number;
  onScroll: (scrollTop: number) => void;
  /** `goesIn`: with the focus. */
  onPeek: (taskId: string | null, goesIn?: boolean) => void;
  onOpen: (taskId: string) => void;
};

const rowId = (key: string) => `row-${key}`;
const NUMERIC: readonly ListColumn[] = ['number', 'estimate'];

/** Tasks in rows: walked with J and K, changed where they stand, chosen many at once. */
export function TaskList(props: Props) {
  const { tasks, kit, selection, groupBy, columns, sort, onPeek, onOpen } = props;
  const { t, format } = kit;
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [hereKey, setHereKey] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ taskId: string; column: Edited } | null>(null);

  const rows = useMemo(() => listRows(tasks, groupBy, folded, kit), [tasks, groupBy, folded, kit]);
  const order = useMemo(
    () => rows.flatMap((row) => (row.kind === 'task' ? [row.task.id] : [])),
    [rows],
  );
  const rowHeight = useRowHeight(box);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: props.scrollTop,
    initialRect: { width: 1000, height: 800 },
  });
  useEffect(() => {
    void rowHeight;
    virtual.measure();
  }, [rowHeight, virtual]);

  const at = Math.max(
    rows.findIndex((row) => row.key === hereKey),
    0,
  );
  const here = rows[at];

  function go(index: number, extend: boolean) {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (next === undefined) return;
    setHereKey(next.key);
    virtual.scrollToIndex(rows.indexOf(next), { align: 'auto' });
    if (extend && next.kind === 'task') selection.extend(order, here?.key ?? null, next.task.id);
    if (props.openTaskId !== null && next.kind === 'task') onPeek(next.task.id);
  }
  const fold = (key: string) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  };
  const finish = (column: { taskId: string; column: Edited } | null) => {
    setEditing(column);
    if (column === null) grid.current?.focus({ preventScroll: true });
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || here === undefined) return;
    const task = here.kind === 'task' ? here.task : null;
    const edit = (column: Edited) => {
      if (task !== null) setEditing({ taskId: task.id, column });
    };
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      event.preventDefault();
      selection.set(order);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && task !== null) {
      onOpen(task.id);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1, 1);
    const does = new Map<string, () => void>([
      ['ArrowDown', () => go(at + 1, event.shiftKey)],
      ['KeyJ', () => go(at + 1, event.shiftKey)],
      ['ArrowUp', () => go(at - 1, event.shiftKey)],
      ['KeyK', () => go(at - 1, event.shiftKey)],
      ['PageDown', () => go(at + page, false)],
      ['PageUp', () => go(at - page, false)],
      ['Home', () => go(0, false)],
      ['End', () => go(rows.length - 1, false)],
      [
        'Space',
        () => {
          if (task === null) fold(here.key);
          else onPeek(props.openTaskId === task.id ? null : task.id);
        },
      ],
      ['Enter', () => (task === null ? fold(here.key) : onPeek(task.id, true))],
      ['KeyX', () => task !== null && selection.toggle(task.id)],
      ['KeyS', () => edit('status')],
      ['KeyA', () => edit('person')],
      ['KeyD', () => edit('due')],
      ['KeyE', () => edit('estimate')],
      ['Escape', () => (selection.ids.size > 0 ? selection.clear() : onPeek(null))],
    ]);
    const act = does.get(event.code) ?? does.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onPress(task: TaskCard, event: MouseEvent) {
    // A press in a layer above the row is not one on the row.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    setHereKey(task.id);
    if (event.ctrlKey || event.metaKey) selection.toggle(task.id);
    else if (event.shiftKey) selection.extend(order, here?.key ?? null, task.id);
    else onPeek(task.id);
    grid.current?.focus({ preventScroll: true });
  }

  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={box}
      className={styles.box}
      onScroll={(event) => props.onScroll(event.currentTarget.scrollTop)}
    >
      <table
        ref={grid}
        className={`tb ${styles.list}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked with the keys is a grid
        role="grid"
        aria-label={t('list.label')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={here === undefined ? undefined : rowId(here.key)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} style={{ width: WIDTHS[column] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => {
              const by = SORT_OF[column];
              return by === undefined ? (
                <th key={column}>{t(`list.${column}`)}</th>
              ) : (
                <SortHead
                  key={column}
                  column={by}
                  label={t(`list.${column}`)}
                  sort={{ column: sort.by, direction: sort.descending ? 'down' : 'up' }}
                  first={by === 'priority' ? 'down' : 'up'}
                  numeric={NUMERIC.includes(column)}
                  onSort={(next) => props.onSort({ by, descending: next.direction === 'down' })}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} span={columns.length} /> : null}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const isHere = index === at;
            if (row.kind === 'group') {
              return (
                <tr
                  key={row.key}
                  id={rowId(row.key)}
                  aria-rowindex={index + 2}
                  className={`${styles.group} ${isHere ? styles.here : ''}`}
                >
                  <td colSpan={columns.length}>
                    <button
                      type="button"
                      tabIndex={isHere ? 0 : -1}
                      aria-expanded={!folded.has(row.key)}
                      onClick={() => fold(row.key)}
                    >
                      {row.label}
                    </button>
                    <span className="cap">
                      {t('list.groupSum', {
                        count: row.count,
                        hours: format.hoursUnit(row.seconds, { max: 1 }),
                      })}
                    </span>
                  </td>
                </tr>
              );
            }
            const { task } = row;
            const isSelected = selection.ids.has(task.id);
            return (
              <tr
                key={row.key}
                id={rowId(row.key)}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                className={[
                  styles.row,
                  isHere ? styles.here : '',
                  isSelected ? 'sel' : '',
                  task.id === props.openTaskId ? styles.open : '',
                ].join(' ')}
                onClick={(event) => onPress(task, event)}
                onDoubleClick={() => onOpen(task.id)}
              >
                {columns.map((column) => (
                  <td key={column} className={NUMERIC.includes(column) ? 'n' : ''}>
                    <Cell
                      column={column}
                      task={task}
                      kit={kit}
                      choices={props.choices}
                      writes={props.writes}
                      isHere={isHere}
                      editing={editing?.taskId === task.id ? editing.column : null}
                      onEdit={(edited) =>
                        finish(edited === null ? null : { taskId: task.id, column: edited })
                      }
                    />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <Spacer height={after} span={columns.length} /> : null}
        </tbody>
      </table>
      <ListStatus kit={kit} />
    </div>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr>
      <td colSpan={span} className={styles.spacer} style={{ height }} />
    </tr>
  );
}

/** The height of a row in the chosen density, px. */
function useRowHeight(box: React.RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState(28);
  useEffect(() => {
    const read = () => {
      const element = box.current ?? document.documentElement;
      const row = Number.parseInt(getComputedStyle(element).getPropertyValue('--row'), 10);
      if (row > 0) setHeight(row);
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributeFilter: ['data-density'] });
    return () => watch.disconnect();
  }, [box]);
  return height;
}

function ListStatus({ kit }: { kit: Kit }) {
  const { t } = kit;
  return (
    <PageStatus>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t('keys.walk')}
      </span>
      <span>
        <kbd>{t('keys.space')}</kbd> {t('keys.look')}
      </span>
      <span>
        <kbd>S</kbd> {t('keys.status')} <kbd>A</kbd> {t('keys.person')} <kbd>D</kbd> {t('keys.due')}{' '}
        <kbd>E</kbd> {t('keys.estimate')}
      </span>
      <span>
        <kbd>X</kbd> {t('keys.choose')}
      </span>
    </PageStatus>
  );
}
