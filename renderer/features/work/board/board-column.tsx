import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import type { BoardColumn as ColumnFacts } from '../../../../shared/contract/tasks.contract';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import type { Kit } from '../kit';
import styles from './board.module.css';
import type { BoardAxis } from './board-columns';
import { CardFace } from './card-face';
import { ColumnHead } from './column-head';
import { placeData } from './use-board-drag';

/** From here on only the cards in sight are drawn; below, the browser skips what is out of sight by itself. */
export const DRAW_ALL_UP_TO = 300;
/** A card of one title line, and what stands between two, px. */
const CARD_HEIGHT = 71;
const CARD_GAP = 6;

export const cardId = (taskId: string) => `card-${taskId}`;

type Props = {
  columnKey: string;
  label: string;
  axis: BoardAxis;
  facts: readonly ColumnFacts[];
  onAdd: (column: string) => void;
  /** Only a strip with its name, which still takes cards. */
  isFolded: boolean;
  onFold: (column: string) => void;
  tasks: readonly TaskCard[];
  kit: Kit;
  /** Whether the board is too large to draw all its cards. */
  isLarge: boolean;
  hereId: string | null;
  openId: string | null;
  selected: ReadonlySet<string>;
  held: readonly string[];
  /** Where what is held would come to stand, and the words for it. */
  slot: { index: number; text: string } | null;
  onPress: (task: TaskCard, column: string, event: MouseEvent) => void;
  onOpen: (taskId: string) => void;
  onMenu: (task: TaskCard, column: string, event: MouseEvent) => void;
  onFocus: (column: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** A column: its head, and its cards as a list of which one or several are chosen. */
export const BoardColumn = memo(function BoardColumn(props: Props) {
  const { columnKey, tasks, kit, slot, hereId, isLarge, isFolded } = props;
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = list.current;
    // Folded and unfolded it is another element.
    void isFolded;
    if (element === null) return;
    return dropTargetForElements({
      element,
      getData: ({ input }) => placeData(element, columnKey, input.clientY),
    });
  }, [columnKey, isFolded]);

  if (isFolded) {
    return (
      <section ref={list} className={`${styles.column} ${styles.folded}`} aria-label={props.label}>
        <button
          type="button"
          className={styles.strip}
          aria-expanded="false"
          data-over={slot !== null}
          onClick={() => props.onFold(columnKey)}
        >
          <b>{props.label}</b>
          <span className="cap">{kit.format.number(tasks.length)}</span>
        </button>
      </section>
    );
  }

  const cards = isLarge ? (
    <ManyCards {...props} list={list} />
  ) : (
    withSlot(
      tasks.map((task) => <Card key={task.id} task={task} {...props} />),
      slot,
    )
  );
  return (
    <section className={styles.column} aria-label={props.label}>
      <ColumnHead
        axis={props.axis}
        columnKey={columnKey}
        label={props.label}
        tasks={tasks}
        facts={props.facts}
        kit={kit}
        onAdd={props.onAdd}
        onFold={() => props.onFold(columnKey)}
      />
      <div
        ref={(element) => {
          list.current = element;
        }}
        className={styles.cards}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable="true"
        aria-activedescendant={hereId === null ? undefined : cardId(hereId)}
        tabIndex={0}
        data-column={columnKey}
        onFocus={() => props.onFocus(columnKey)}
        onKeyDown={props.onKeyDown}
      >
        {isLarge && slot !== null ? <Slot text={slot.text} /> : null}
        {cards}
        {tasks.length === 0 && slot === null ? (
          // A list box must have options: that there is none is one that cannot be chosen.
          <div
            className={`cap ${styles.none}`}
            role="option"
            aria-selected={false}
            aria-disabled="true"
            tabIndex={-1}
          >
            {kit.t('board.empty')}
          </div>
        ) : null}
      </div>
    </section>
  );
});

function withSlot(cards: ReactNode[], slot: Props['slot']): ReactNode[] {
  return slot === null
    ? cards
    : cards.toSpliced(slot.index, 0, <Slot key="slot" text={slot.text} />);
}

function Slot({ text }: { text: string }) {
  return (
    <div className={styles.slot} role="presentation">
      {text}
    </div>
  );
}

type CardProps = Props & {
  task: TaskCard;
  index?: number;
  measure?: (element: HTMLElement | null) => void;
};

function Card({ task, index, measure, ...props }: CardProps) {
  const { kit, columnKey } = props;
  const client = task.clientId === null ? undefined : kit.clients.get(task.clientId);
  const isSelected = props.selected.has(task.id);
  const classes = [
    styles.card,
    task.id === props.hereId ? styles.here : '',
    task.id === props.openId ? styles.open : '',
    props.held.includes(task.id) ? styles.ghost : '',
  ];
  const hue: CSSProperties & Record<'--h', string> = {
    '--h': client === undefined ? 'var(--line-3)' : `var(--h${((client.hue - 1) % 14) + 1})`,
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys for all its cards
    <div
      ref={measure}
      id={cardId(task.id)}
      className={classes.filter(Boolean).join(' ')}
      style={hue}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      data-task={task.id}
      data-column={columnKey}
      data-index={index}
      onClick={(event) => props.onPress(task, columnKey, event)}
      onDoubleClick={() => props.onOpen(task.id)}
      onContextMenu={(event) => props.onMenu(task, columnKey, event)}
    >
      <CardFace task={task} kit={kit} />
    </div>
  );
}

/** Only the cards in sight and a few beside them, however many there are. */
function ManyCards(props: Props & { list: React.RefObject<HTMLElement | null> }) {
  const { tasks, hereId } = props;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => props.list.current,
    estimateSize: () => CARD_HEIGHT,
    gap: CARD_GAP,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 4,
    // What the window shows at first, so that the first drawing needs no measuring.
    initialRect: { width: 280, height: 560 },
  });
  const hereIndex = hereId === null ? -1 : tasks.findIndex(({ id }) => id === hereId);
  useEffect(() => {
    if (hereIndex >= 0) rows.scrollToIndex(hereIndex, { align: 'auto' });
  }, [hereIndex, rows]);
  const shown = rows.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <>
      <div role="presentation" style={{ height: before }} />
      {shown.map(({ index }) => {
        const task = tasks[index];
        return task === undefined ? null : (
          <Card key={task.id} {...props} task={task} index={index} measure={rows.measureElement} />
        );
      })}
      <div role="presentation" style={{ height: after }} />
    </>
  );
}
