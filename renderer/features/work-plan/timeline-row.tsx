// biome-ignore-all lint/a11y/useSemanticElements: see timeline-chart
// biome-ignore-all lint/a11y/useFocusableInteractive: see timeline-chart
import { memo, type PointerEvent } from 'react';
import type { PlainDate } from '../../../shared/domain/dates';
import { type Axis, isSeen, type Seen, spanOf } from '../../components/axis/axis';
import { ClientMark } from '../../components/client-mark';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { PlanBar } from './plan-bar';
import { type Away, isPromiseMissed } from './plan-types';
import { PromiseFlag } from './promise-flag';
import styles from './timeline.module.css';
import type { PlanRow } from './timeline-rows';
import { useTaskWords } from './use-task-words';

type RowProps = {
  id: string;
  row: PlanRow;
  index: number;
  top: number;
  height: number;
  axis: Axis;
  seen: Seen;
  today: PlainDate;
  labelWidth: number;
  isActive: boolean;
  away: readonly Away[];
  onPress: (key: string, event: PointerEvent) => void;
  onHover: (key: string | null, x: number, y: number) => void;
  onFold: (key: string, isOpen: boolean) => void;
  onOpen: (taskId: string) => void;
};

/** One line: what it is at the left, where it lies in time at the right. */
export const TimelineRow = memo(function TimelineRow(props: RowProps) {
  const { row, id, isActive } = props;
  const isGroup = row.kind === 'group';
  return (
    <div
      id={id}
      role="row"
      aria-level={isGroup ? 1 : 2}
      aria-rowindex={props.index + 1}
      aria-selected={isActive}
      aria-expanded={isGroup ? row.isOpen : undefined}
      className={[styles.row, isGroup ? styles.group : '', isActive ? styles.active : ''].join(' ')}
      style={{
        top: props.top,
        height: props.height,
        width: props.labelWidth + props.axis.width,
      }}
      onPointerDown={(event) => props.onPress(row.key, event)}
      onDoubleClick={() => {
        if (row.kind === 'task') props.onOpen(row.task.id);
      }}
    >
      {row.kind === 'group' ? (
        <GroupLine {...props} row={row} />
      ) : (
        <TaskLine {...props} row={row} />
      )}
    </div>
  );
});

type GroupRow = Extract<PlanRow, { kind: 'group' }>;
type TaskRow = Extract<PlanRow, { kind: 'task' }>;

function GroupLine(props: RowProps & { row: GroupRow }) {
  const { row, axis, seen } = props;
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const name =
    row.name === ''
      ? t(
          row.personId === null && row.client === null && row.key.startsWith('person:')
            ? 'timeline.noPerson'
            : 'timeline.noClient',
        )
      : row.name;
  return (
    <>
      <div
        className={styles.label}
        style={{ width: props.labelWidth }}
        role="rowheader"
        title={row.note === '' ? name : `${name}. ${row.note}`}
        onPointerDown={() => props.onFold(row.key, !row.isOpen)}
      >
        <span className={row.isOpen ? styles.open : styles.shut}>
          <Icon name="down" size={12} />
        </span>
        {row.client === null ? null : <ClientMark client={row.client} />}
        <span className="b cut">{name}</span>
        <span className={`cut ${styles.note}`}>
          {row.note === '' ? t('timeline.count', { count: row.count }) : row.note}
        </span>
      </div>
      <div
        className={styles.bars}
        style={{ left: props.labelWidth }}
        role="gridcell"
        id={`${props.id}-bar`}
      >
        <span className="unseen">{format.daySpan(row.days.from, row.days.to)}</span>
        <AwayBlocks away={props.away} axis={axis} seen={seen} />
        {row.deadlineOn === null ? null : (
          <PromiseFlag axis={axis} on={row.deadlineOn} isMissed={row.isMissed} isNamed />
        )}
      </div>
    </>
  );
}

function TaskLine(props: RowProps & { row: TaskRow }) {
  const { row, axis, seen, today, id } = props;
  const { task } = row;
  const format = useFormat();
  const { t } = useTranslation('work-plan');
  const words = useTaskWords();
  const isDone = task.status === 'done';
  const overlapping = props.away.filter(
    ({ days }) => !isDone && days.from <= task.days.to && days.to >= task.days.from,
  );
  return (
    <>
      <div className={styles.label} style={{ width: props.labelWidth }}>
        <span
          className={`grow cut ${styles.title} ${isDone ? styles.done : ''}`}
          role="rowheader"
          title={task.title}
        >
          {task.title}
        </span>
        <span
          className={styles.who}
          role="gridcell"
          title={task.doers.map(({ name }) => name).join(', ')}
        >
          {task.doers.length === 0 ? (
            <span className="dash">—</span>
          ) : (
            <>
              <span className="unseen">{task.doers.map(({ name }) => name).join(', ')}</span>
              <span className={`who ${styles.code}`} aria-hidden="true">
                {task.doers[0]?.code.slice(0, 2)}
              </span>
              {task.doers.length > 1 ? (
                <span className={styles.more} aria-hidden="true">
                  +{task.doers.length - 1}
                </span>
              ) : null}
            </>
          )}
        </span>
        <span className={styles.hours} role="gridcell">
          {task.estimateSeconds === null ? (
            <span className="dash">—</span>
          ) : (
            format.hoursUnit(task.estimateSeconds, { max: 1 })
          )}
        </span>
        <span
          className={`${styles.due} ${task.isOverdue ? 'neg' : !isDone && task.days.to === today ? 'warn' : ''}`}
          role="gridcell"
        >
          {format.dateShort(task.days.to)}
        </span>
      </div>
      <div
        className={styles.bars}
        style={{ left: props.labelWidth }}
        role="gridcell"
        id={`${id}-bar`}
      >
        <span className="unseen">{words.sentence(task)}</span>
        <AwayBlocks away={overlapping} axis={axis} seen={seen} covered={spanOf(axis, task.days)} />
        <PlanBar
          task={task}
          axis={axis}
          seen={seen}
          today={today}
          height={props.height}
          onHover={(x, y) => props.onHover(row.key, x, y)}
          onLeave={() => props.onHover(null, 0, 0)}
          lateWord={
            task.status === 'client-review'
              ? t('timeline.waitsForClient')
              : t('timeline.late', { count: words.lateDays(task, today) })
          }
        />
        {task.deadlineOn === null || isDone ? null : (
          <PromiseFlag axis={axis} on={task.deadlineOn} isMissed={isPromiseMissed(task)} />
        )}
      </div>
    </>
  );
}

/** Narrower blocks say their words only in the tip. */
const NAMED_FROM = 72;

type AwayProps = {
  away: readonly Away[];
  axis: Axis;
  seen: Seen;
  /** Where a bar lies over the block: its words stand behind it. */
  covered?: { x: number; width: number };
};

/** Who is away, and who stands in. */
function AwayBlocks({ away, axis, seen, covered }: AwayProps) {
  const { t } = useTranslation('work-plan');
  return away.map((block) => {
    const { x, width } = spanOf(axis, block.days);
    if (!isSeen(seen, x, width)) return null;
    const what = t(`away.${block.kind}`);
    const words =
      block.deputyName === null
        ? t('away.noDeputy', { what })
        : t('away.deputy', { what, name: block.deputyName });
    const before = covered === undefined ? width : Math.max(0, covered.x - x);
    const after = covered === undefined ? 0 : Math.max(0, x + width - covered.x - covered.width);
    const isNamed = Math.max(before, after) >= NAMED_FROM;
    const room =
      before >= after ? { paddingRight: width - before + 4 } : { paddingLeft: width - after + 4 };
    return (
      <span
        key={block.id}
        className={styles.away}
        style={{ left: x + 1, width: width - 2, ...(isNamed ? room : {}) }}
        title={`${block.personName}: ${words}`}
      >
        {isNamed ? (
          <span className="cut">{words}</span>
        ) : (
          <span className="unseen">{`${block.personName}: ${words}`}</span>
        )}
      </span>
    );
  });
}
