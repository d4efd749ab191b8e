import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BoardColumn as ColumnFacts } from '../../../../shared/contract/tasks.contract';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { PageStatus } from '../../../lib/page-slots';
import type { Kit } from '../kit';
import { MoveMenu, type MoveTarget } from '../move-menu';
import type { Selection } from '../use-selection';
import styles from './board.module.css';
import { BoardColumn, cardId, DRAW_ALL_UP_TO } from './board-column';
import { type BoardAxis, columnOf, columnsOf, moveTo } from './board-columns';
import { type Carry, cardBefore, carryAmong, carryBy, pickUp, standsBehind } from './carry';
import { columnName } from './column-name';
import { type Place, useBoardDrag } from './use-board-drag';
import { useFolded } from './use-folded';

type Props = {
  tasks: readonly TaskCard[];
  facts: readonly ColumnFacts[];
  axis: BoardAxis;
  kit: Kit;
  selection: Selection;
  openTaskId: string | null;
  /** `goesIn`: with the focus. */
  onPeek: (taskId: string | null, goesIn?: boolean) => void;
  onOpen: (taskId: string) => void;
  /** Cards stand as they were put: they are moved among each other too. */
  isByHand: boolean;
  /** `afterId`: the card they are put behind, null: to the front; undefined: where the order puts them. */
  onMove: (taskIds: readonly string[], column: string, afterId?: string | null) => void;
  /** Where it was left, px. */
  scrollLeft: number;
  onScroll: (scrollLeft: number) => void;
  onAdd: (column: string) => void;
};

/** Cards in columns: carried with the mouse or the keys, chosen one by one or many at once. */
export function Board(props: Props) {
  const { tasks, axis, kit, selection, isByHand, onMove, onPeek, onOpen } = props;
  const { t, format, today } = kit;
  const [here, setHere] = useState<{ column: string; taskId: string | null } | null>(null);
  const [carry, setCarry] = useState<Carry | null>(null);
  const [drag, setDrag] = useState<Carry | null>(null);
  const [menu, setMenu] = useState<{ ids: readonly string[]; at: DOMRect } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { folded, fold } = useFolded(axis);

  const left = useRef(props.scrollLeft);
  useEffect(() => {
    box.current?.scrollTo({ left: left.current });
  }, []);

  const columns = useMemo(() => {
    const collator = new Intl.Collator(format.lang);
    return columnsOf(
      tasks,
      axis,
      today,
      (key) => columnName(axis, key, kit),
      (a, b) => collator.compare(a, b),
    );
  }, [axis, format.lang, kit, tasks, today]);
  const keys = useMemo(() => columns.map(({ key }) => key), [columns]);
  const orderOf = useMemo(() => new Map(tasks.map(({ id }, index) => [id, index])), [tasks]);

  const idsWith = useCallback(
    (taskId: string) => (selection.ids.has(taskId) ? [...selection.ids] : [taskId]),
    [selection.ids],
  );
  const idsIn = useCallback(
    (key: string) => columns.find((one) => one.key === key)?.tasks.map(({ id }) => id) ?? [],
    [columns],
  );
  /** What is held over a place of the board; behind which card matters only where they stand by hand. */
  const heldAt = (held: Carry, place: Place | null): Carry => {
    const { taskIds, from } = held;
    const over = place?.column ?? '';
    if (place === null || !isByHand) return { taskIds, from, over };
    return { taskIds, from, over, afterId: cardBefore(idsIn(over), taskIds, place.afterId) };
  };
  function drop({ taskIds, over, afterId }: Carry): void {
    const elsewhere = taskIds.filter((id) => {
      const task = tasks[orderOf.get(id) ?? -1];
      return task !== undefined && columnOf(task, axis, today) !== over;
    });
    const isPlaced = afterId !== undefined && !standsBehind(idsIn(over), taskIds, afterId);
    const ids = isPlaced ? taskIds : elsewhere;
    if (ids.length > 0 && moveTo(axis, over) !== null)
      onMove(ids, over, isPlaced ? afterId : undefined);
  }
  const onPointerOver = useBoardDrag({
    idsWith,
    onStart: (ids, from) => setDrag(pickUp(ids, from)),
    onOver: (place) =>
      setDrag((held) => {
        if (held === null) return null;
        const next = heldAt(held, place);
        return next.over === held.over && next.afterId === held.afterId ? held : next;
      }),
    onDrop: (place) => {
      if (drag !== null && place !== null) drop(heldAt(drag, place));
      setDrag(null);
    },
  });

  const held = carry ?? drag;
  const indexOf = ({ taskIds: [first = ''], over, afterId }: Carry): number => {
    const ids = idsIn(over);
    if (afterId !== undefined) return afterId === null ? 0 : ids.indexOf(afterId) + 1;
    const order = orderOf.get(first) ?? 0;
    const next = ids.findIndex((id) => (orderOf.get(id) ?? 0) > order);
    return next === -1 ? ids.length : next;
  };
  const slotOf = (key: string) => {
    if (held === null || held.over !== key) return null;
    if (held.from === key && held.afterId === undefined) return null;
    const order = orderOf.get(held.taskIds[0] ?? '') ?? 0;
    const text =
      moveTo(axis, key) === null
        ? t('board.takesNone')
        : held.taskIds.length > 1
          ? t('board.hereMany', { count: held.taskIds.length })
          : t('board.here', { title: tasks[order]?.title ?? '' });
    return { index: indexOf(held), text };
  };

  /** The card the keys are on in a column: where it was left, else its first. */
  const hereIn = (key: string): string | null => {
    const column = columns.find((one) => one.key === key);
    if (here?.column === key && column?.tasks.some(({ id }) => id === here.taskId) === true)
      return here.taskId;
    return column?.tasks[0]?.id ?? null;
  };
  const focusColumn = (key: string) =>
    box.current
      ?.querySelector<HTMLElement>(`[role="listbox"][data-column="${CSS.escape(key)}"]`)
      ?.focus();

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || !(event.currentTarget instanceof HTMLElement))
      return;
    const key = event.currentTarget.dataset.column ?? '';
    const column = columns.find((one) => one.key === key);
    if (column === undefined) return;
    const taskId = hereIn(key);
    const at = column.tasks.findIndex(({ id }) => id === taskId);
    const go = (index: number) => {
      const next = column.tasks[Math.min(Math.max(index, 0), column.tasks.length - 1)];
      if (next === undefined) return;
      setHere({ column: key, taskId: next.id });
      if (event.shiftKey)
        selection.extend(
          column.tasks.map(({ id }) => id),
          taskId,
          next.id,
        );
      if (props.openTaskId !== null) onPeek(next.id);
    };
    const putDown = (held: Carry) => {
      const [first = null] = held.taskIds;
      drop(held);
      setCarry(null);
      setHere({ column: held.over, taskId: first });
      focusColumn(held.over);
    };
    const along = (steps: number) => {
      if (carry === null) go(at + steps);
      else if (isByHand) setCarry(carryAmong(carry, idsIn(carry.over), indexOf(carry), steps));
    };
    const side = (steps: number) => {
      if (carry !== null) {
        setCarry(carryBy(carry, keys, steps));
        return;
      }
      const open = keys.filter((one) => !folded.has(one));
      const next = open[open.indexOf(key) + steps];
      if (next !== undefined) focusColumn(next);
    };
    const does = new Map<string, () => void>([
      ['ArrowDown', () => along(1)],
      ['KeyJ', () => along(1)],
      ['ArrowUp', () => along(-1)],
      ['KeyK', () => along(-1)],
      ['Home', () => go(0)],
      ['End', () => go(column.tasks.length - 1)],
      ['ArrowRight', () => side(1)],
      ['ArrowLeft', () => side(-1)],
      [
        'Space',
        () => {
          if (carry !== null) putDown(carry);
          else if (taskId !== null) setCarry(pickUp(idsWith(taskId), key));
        },
      ],
      [
        'Enter',
        () => {
          if (carry !== null) putDown(carry);
          else if (taskId !== null) onPeek(taskId, true);
        },
      ],
      ['KeyX', () => taskId !== null && selection.toggle(taskId)],
      [
        'KeyM',
        () => {
          const element = taskId === null ? null : document.getElementById(cardId(taskId));
          if (element !== null && taskId !== null)
            setMenu({ ids: idsWith(taskId), at: element.getBoundingClientRect() });
        },
      ],
      [
        'Escape',
        () => {
          if (carry !== null) setCarry(null);
          else if (selection.ids.size > 0) selection.clear();
          else onPeek(null);
        },
      ],
    ]);
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      event.preventDefault();
      selection.set(column.tasks.map(({ id }) => id));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = does.get(event.code) ?? does.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onPress(task: TaskCard, column: string, event: MouseEvent) {
    setHere({ column, taskId: task.id });
    focusColumn(column);
    if (event.ctrlKey || event.metaKey) selection.toggle(task.id);
    else if (event.shiftKey) {
      const cards = columns.find(({ key }) => key === column)?.tasks ?? [];
      selection.extend(
        cards.map(({ id }) => id),
        here?.taskId ?? null,
        task.id,
      );
    } else onPeek(task.id);
  }

  // The list handlers see the newest state without making every column new at each key.
  const latest = useRef({ onKeyDown, onPress });
  latest.current = { onKeyDown, onPress };
  const keyDown = useCallback((event: KeyboardEvent) => latest.current.onKeyDown(event), []);
  const press = useCallback(
    (task: TaskCard, column: string, event: MouseEvent) =>
      latest.current.onPress(task, column, event),
    [],
  );
  const focus = useCallback(
    (column: string) =>
      setHere((former) => (former?.column === column ? former : { column, taskId: null })),
    [],
  );
  const openMenu = useCallback(
    (task: TaskCard, column: string, event: MouseEvent) => {
      event.preventDefault();
      setHere({ column, taskId: task.id });
      setMenu({ ids: idsWith(task.id), at: new DOMRect(event.clientX, event.clientY, 1, 1) });
    },
    [idsWith],
  );

  // A held card follows the column that scrolls into sight.
  useEffect(() => {
    if (carry === null) return;
    box.current
      ?.querySelector(`[role="listbox"][data-column="${CSS.escape(carry.over)}"]`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [carry]);

  const isLarge = tasks.length > DRAW_ALL_UP_TO;
  const targets: readonly MoveTarget[] = columns
    .filter(({ key }) => moveTo(axis, key) !== null)
    .map(({ key }) => ({ key, label: columnName(axis, key, kit) }));
  const heldNone: readonly string[] = NOTHING;
  return (
    <>
      <div
        ref={box}
        className={styles.board}
        onPointerOver={onPointerOver}
        onScroll={(event) => {
          // The columns scroll by themselves.
          if (event.target === event.currentTarget) props.onScroll(event.currentTarget.scrollLeft);
        }}
        data-large={isLarge}
      >
        {columns.map((column) => {
          const label = columnName(axis, column.key, kit);
          return (
            <BoardColumn
              key={column.key}
              columnKey={column.key}
              label={label}
              axis={axis}
              facts={props.facts}
              onAdd={props.onAdd}
              isFolded={folded.has(column.key)}
              onFold={fold}
              tasks={column.tasks}
              kit={kit}
              isLarge={isLarge}
              hereId={here?.column === column.key ? hereIn(column.key) : null}
              openId={props.openTaskId}
              selected={selection.ids}
              held={held?.taskIds ?? heldNone}
              slot={slotOf(column.key)}
              onPress={press}
              onOpen={onOpen}
              onMenu={openMenu}
              onFocus={focus}
              onKeyDown={keyDown}
            />
          );
        })}
      </div>
      <MoveMenu
        menu={menu}
        targets={targets}
        label={t('board.moveTo')}
        onClose={() => {
          setMenu(null);
          if (here !== null) focusColumn(here.column);
        }}
        onChoose={(key) => menu !== null && onMove(menu.ids, key)}
      />
      <BoardStatus
        kit={kit}
        held={held}
        title={columnName(axis, held?.over ?? '', kit)}
        isByHand={isByHand}
      />
    </>
  );
}

const NOTHING: readonly string[] = [];

type StatusProps = { kit: Kit; held: Carry | null; title: string; isByHand: boolean };

/** What is being carried and where to; else the keys of the board. */
function BoardStatus({ kit, held, title, isByHand }: StatusProps) {
  const { t } = kit;
  return (
    <PageStatus>
      {held === null ? (
        <>
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {t('keys.walk')}
          </span>
          <span>
            <kbd>{t('keys.space')}</kbd> {t('keys.carry')}
          </span>
          <span>
            <kbd>M</kbd> {t('keys.move')}
          </span>
          <span>
            <kbd>X</kbd> {t('keys.choose')}
          </span>
          <span>
            <kbd>Enter</kbd> {t('keys.look')}
          </span>
        </>
      ) : (
        <>
          <span role="status">
            {t('board.held', { count: held.taskIds.length })}
            {title === '' ? '' : `, ${title}`}
          </span>
          {isByHand ? (
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.place')}
            </span>
          ) : null}
          <span>
            <kbd>Enter</kbd> {t('keys.drop')}
          </span>
          <span>
            <kbd>Esc</kbd> {t('keys.cancelCarry')}
          </span>
        </>
      )}
    </PageStatus>
  );
}
