// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only what is seen is drawn, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself is the one stop of Tab and names its active row
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { diffDays, type Period, type PlainDate } from '../../../shared/domain/dates';
import { type Axis, dateAt, seenOf, spanOf, todayX, xOf } from '../../components/axis/axis';
import { AxisGround, TodayLine } from '../../components/axis/axis-ground';
import { AxisHead } from '../../components/axis/axis-head';
import { rowAfterKey, rowsSeen, topsOf } from '../../components/axis/rows';
import { useKeptScroll } from '../../components/axis/use-kept-scroll';
import { useViewport } from '../../components/grid/use-viewport';
import { useTranslation } from '../../lib/translation';
import { type Grip, movedDays } from './bar-layout';
import type { Away, PlanTask } from './plan-types';
import styles from './timeline.module.css';
import { type Link, TimelineLinks } from './timeline-links';
import { TimelineRow } from './timeline-row';
import type { PlanRow } from './timeline-rows';
import { TimelineTip, type TipPlace } from './timeline-tip';
import { useBarDrag } from './use-bar-drag';

const HEAD = 40;
const NONE: readonly Away[] = [];

/** How a task is moved: held by the mouse, let go of, or by a key that more may follow. */
export type Hand = 'held' | 'dropped' | 'key';

type Props = {
  axis: (room: number) => Axis;
  rows: readonly PlanRow[];
  links: readonly Link[];
  away: ReadonlyMap<string, readonly Away[]>;
  today: PlainDate;
  isOff: (date: PlainDate) => boolean;
  /** Changes with what is remembered as one place. */
  scrollName: string;
  /** Set to bring today into sight. */
  goToday: number;
  onFold: (key: string, isOpen: boolean) => void;
  onOpen: (taskId: string) => void;
  /** The days a task is given while it is held, and once it is let go of. */
  onMove: (task: PlanTask, days: Period, hand: Hand) => void;
};

/** Groups, tasks and their bars over time. Arrows move a task by days, with Shift its end. */
export function TimelineChart(props: Props) {
  const { rows, links, away, today, isOff } = props;
  const { t } = useTranslation('work-plan');
  const root = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const { viewport, measure } = useViewport(root);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [tip, setTip] = useState<TipPlace | null>(null);

  const labelWidth = labelWidthOf(viewport.width);
  const room = Math.max(200, viewport.width - labelWidth);
  const { axis: makeAxis } = props;
  const axis = useMemo(() => makeAxis(room), [makeAxis, room]);
  const rowHeight = viewport.rowHeight - 4;
  const tops = useMemo(() => topsOf(rows.map(() => rowHeight)), [rows, rowHeight]);
  const height = tops.at(-1) ?? 0;
  const view = rowsSeen(tops, viewport.top, viewport.height - HEAD);
  const at = seenOf(axis, viewport.left, room);
  const seen = useMemo(() => ({ left: at.left, right: at.right }), [at.left, at.right]);
  const found = rows.findIndex(({ key }) => key === activeKey);
  const active = found === -1 ? 0 : found;

  const keep = useKeptScroll(
    root,
    props.scrollName,
    (element, kept) => {
      element.scrollTop = kept?.top ?? 0;
      element.scrollLeft = kept?.on == null ? todayX(axis, today) - room / 3 : xOf(axis, kept.on);
      // What is seen there is drawn at once, not after the first scroll event.
      measure();
    },
    (element) => ({ top: element.scrollTop, on: dateAt(axis, element.scrollLeft) }),
  );

  const { goToday } = props;
  const latestAxis = useRef(axis);
  latestAxis.current = axis;
  useEffect(() => {
    if (goToday === 0 || root.current === null) return;
    const line = todayX(latestAxis.current, today);
    root.current.scrollTo({ left: line - room / 3, behavior: 'auto' });
  }, [goToday, room, today]);

  const { onMove } = props;
  const { drag, press } = useBarDrag(root, axis, (task, grip, by, isFinal) =>
    onMove(task, movedDays(task.days, grip, by), isFinal ? 'dropped' : 'held'),
  );

  function show(row: number) {
    const element = root.current;
    const target = rows[row];
    if (element === null || target === undefined) return;
    setActiveKey(target.key);
    setTip(null);
    const top = tops[row] ?? 0;
    const below = top + rowHeight - (element.clientHeight - HEAD);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (below > element.scrollTop) element.scrollTop = below;
    const { x, width } = spanOf(axis, target.kind === 'task' ? target.task.days : target.days);
    const isOut = x + width < element.scrollLeft + 8 || x > element.scrollLeft + room - 8;
    if (isOut) element.scrollLeft = Math.max(0, x - room / 4);
  }

  /** @returns whether the key was ours */
  function handle(event: KeyboardEvent): boolean {
    const row = rows[active];
    if (row === undefined || event.altKey) return false;
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((viewport.height - HEAD) / rowHeight) - 1);
    const next = ctrl || shift ? null : rowAfterKey(key, active, rows.length, page);
    if (next !== null) {
      show(next);
      return true;
    }
    const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    if (row.kind === 'group') {
      if (by !== 0) props.onFold(row.key, by > 0);
      else if (key === 'Enter' || key === ' ') props.onFold(row.key, !row.isOpen);
      else return false;
      return true;
    }
    if (by !== 0) {
      const grip: Grip = shift ? (ctrl ? 'start' : 'end') : 'move';
      onMove(row.task, movedDays(row.task.days, grip, by), 'key');
      return true;
    }
    if (key === 'Enter') props.onOpen(row.task.id);
    else if (key === ' ') setTip(tip === null ? placeOfRow(row.key) : null);
    else if (key === 'Escape' && tip !== null) setTip(null);
    else return false;
    return true;
  }

  function placeOfRow(key: string): TipPlace | null {
    const box = document.getElementById(`${prefix}-${key}-bar`)?.getBoundingClientRect();
    return box === undefined ? null : { key, x: box.left, y: box.bottom + 6 };
  }

  const onHover = useCallback((key: string | null, x: number, y: number) => {
    setTip(key === null ? null : { key, x, y: y + 16 });
  }, []);

  const rowsRef = useRef(rows);
  rowsRef.current = rows;
  const onPress = useCallback(
    (key: string, event: PointerEvent) => {
      setActiveKey(key);
      setTip(null);
      root.current?.focus({ preventScroll: true });
      const row = rowsRef.current.find((candidate) => candidate.key === key);
      if (row?.kind === 'task') press(row.task, event);
    },
    [press],
  );

  const sticky: CSSProperties & Record<`--${string}`, string> = {
    '--axis-left': `${labelWidth + 6}px`,
  };
  const drawn = Array.from(
    { length: Math.max(0, view.last - view.first + 1) },
    (_, i) => view.first + i,
  );
  if (rows.length > 0 && !drawn.includes(active)) drawn.push(active);
  const tipRow =
    tip === null || drag !== null ? undefined : rows.find(({ key }) => key === tip.key);
  return (
    <div
      ref={root}
      className={styles.chart}
      role="treegrid"
      aria-label={t('timeline.label')}
      aria-description={t('timeline.keys')}
      aria-rowcount={rows.length}
      aria-activedescendant={
        rows[active] === undefined ? undefined : `${prefix}-${rows[active].key}`
      }
      tabIndex={0}
      data-dragging={drag === null ? undefined : true}
      style={sticky}
      onScroll={() => {
        measure();
        keep();
        setTip(null);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || !handle(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div
        className={styles.ground}
        style={{ width: labelWidth + axis.width, height: HEAD + height }}
      >
        <div className={styles.top} role="row" aria-hidden="true">
          <div className={styles.corner} style={{ width: labelWidth }}>
            <span className="grow">{t('timeline.task')}</span>
            <span className={styles.who}>{t('timeline.who')}</span>
            <span className={styles.hours}>{t('timeline.hours')}</span>
            <span className={styles.due}>{t('timeline.due')}</span>
          </div>
          <AxisHead axis={axis} seen={seen} today={today} isOff={isOff} />
        </div>
        <div
          className={styles.plot}
          style={{ left: labelWidth, top: HEAD, width: axis.width, height }}
        >
          <AxisGround axis={axis} seen={seen} top={0} height={height} isOff={isOff} />
        </div>
        <div role="rowgroup">
          {drawn.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <TimelineRow
                key={row.key}
                id={`${prefix}-${row.key}`}
                row={row}
                index={index}
                top={HEAD + (tops[index] ?? 0)}
                height={rowHeight}
                axis={axis}
                seen={seen}
                today={today}
                labelWidth={labelWidth}
                isActive={row.key === activeKey}
                away={awayOf(row, away)}
                onPress={onPress}
                onHover={onHover}
                onFold={props.onFold}
                onOpen={props.onOpen}
              />
            );
          })}
        </div>
        <div
          className={styles.over}
          style={{ left: labelWidth, top: HEAD, width: axis.width, height }}
        >
          <TimelineLinks
            axis={axis}
            rows={rows}
            links={links}
            tops={tops}
            rowHeight={rowHeight}
            first={view.first}
            last={view.last}
            seen={seen}
          />
          <TodayLine axis={axis} today={today} top={0} />
        </div>
      </div>
      {tip === null || tipRow?.kind !== 'task' ? null : (
        <TimelineTip place={tip} task={tipRow.task} today={today} />
      )}
      <HeldDays drag={drag} />
    </div>
  );
}

/** What is held just now, said while it moves. */
function HeldDays({ drag }: { drag: ReturnType<typeof useBarDrag>['drag'] }) {
  const { t } = useTranslation('work-plan');
  if (drag === null) return null;
  const days = movedDays(drag.task.days, drag.grip, drag.by);
  const by = diffDays(drag.task.days.to, days.to);
  return (
    <TimelineTip
      place={{ key: drag.task.id, x: drag.x + 12, y: drag.y + 16 }}
      task={{ ...drag.task, days }}
      note={
        by === 0
          ? undefined
          : t('timeline.moved', { count: Math.abs(by), sign: by > 0 ? '+' : '−' })
      }
    />
  );
}

function awayOf(row: PlanRow, away: ReadonlyMap<string, readonly Away[]>): readonly Away[] {
  if (row.kind === 'group') return row.personId === null ? NONE : (away.get(row.personId) ?? NONE);
  const [only, ...others] = row.task.doers;
  // Where several work on it the absence of one does not stop it.
  return only === undefined || others.length > 0 ? NONE : (away.get(only.id) ?? NONE);
}

/** The names keep their room where the window has it, and give way to time where it has not. */
function labelWidthOf(width: number): number {
  return width < 900 ? 320 : width < 1300 ? 392 : 460;
}
