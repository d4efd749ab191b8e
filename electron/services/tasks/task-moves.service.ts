import { readDueChanges } from '../../../db/queries/task-details.query';
import {
  readBoardLimits,
  readColumnPositions,
  readDependencies,
} from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import {
  findDependency,
  linkTasks as insertLink,
  unlinkTasks as removeLink,
} from '../../../db/repositories/task-parts.repo';
import {
  CARD_STEP,
  explainDueChange,
  findTask,
  setAssignees,
  type TaskRow,
  amendTask as updateTask,
} from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Phrase } from '../../../shared/contract/primitives';
import { addDays, diffDays, mondayOf } from '../../../shared/domain/dates';
import { PPM } from '../../../shared/domain/money';
import { circleOf, pushedBy, scheduleOf } from '../../../shared/domain/work/dependency-graph';
import type { TaskStatus } from '../../../shared/domain/work/task-status';
import { act, readOf, type Session } from '../session';
import { agencyWorkDays, requireTask } from './task-book';
import { readPlan } from './task-plan';
import {
  assertDates,
  assertPeople,
  columnsOf,
  draftOf,
  type TaskDraft,
  warningsOf,
  writeDueChanges,
} from './task-rules';
import { changeStatus, why } from './task-writes.service';

/** Friday of a week, for a task that had no day before. */
const LAST_WORK_DAY = 4;

/** Dates of a task moved into the week of a Monday: the day of the week stays. */
function intoWeek(draft: TaskDraft, weekOn: string): TaskDraft {
  const monday = mondayOf(weekOn);
  if (draft.dueOn === null) {
    const dueOn = addDays(monday, LAST_WORK_DAY);
    const startOn = draft.startOn !== null && draft.startOn > dueOn ? monday : draft.startOn;
    return { ...draft, startOn, dueOn };
  }
  const days = diffDays(mondayOf(draft.dueOn), monday);
  return {
    ...draft,
    dueOn: addDays(draft.dueOn, days),
    startOn: draft.startOn === null ? null : addDays(draft.startOn, days),
  };
}

/** Moves cards on the board: into a column, to a person, a client, a stage, a week, or between others. */
export function moveTasks(session: Session, input: Input<'tasks/move'>): Output<'tasks/move'> {
  const read = readOf(session);
  const { to } = input;
  const patch = {
    ...(to.clientId === undefined ? {} : { clientId: to.clientId }),
    ...(to.stageId === undefined ? {} : { stageId: to.stageId }),
    ...(to.personId === undefined
      ? {}
      : { assignees: to.personId === null ? [] : [{ personId: to.personId, sharePpm: PPM }] }),
  };
  assertPeople(read, patch);
  const moves = [...new Set(input.ids)].map((id) => {
    const task = requireTask(read, id);
    let draft = draftOf(read, task, patch);
    if (to.weekOn === null) draft = { ...draft, startOn: null, dueOn: null };
    else if (to.weekOn !== undefined) draft = intoWeek(draft, to.weekOn);
    assertDates(draft);
    return { task, draft };
  });
  const title = moves[0]?.task.title ?? '';
  act(
    session,
    moves.length === 1 ? 'move-task' : 'move-tasks',
    { count: moves.length, title },
    (tx) => {
      for (const { task, draft } of moves) {
        updateTask(tx, task.id, columnsOf(patch, draft));
        if (patch.assignees !== undefined) setAssignees(tx, task.id, patch.assignees);
        writeDueChanges(tx, task, draft, why(session, input.reason));
        if (to.status !== undefined) changeStatus(session, tx, task, to.status, input.reason);
      }
      if (to.afterId !== undefined) {
        placeCards(
          tx,
          moves.map(({ task }) => task),
          to.status,
          to.afterId,
        );
      }
    },
  );
  const limits = to.status === undefined ? [] : overLimit(readOf(session), to.status);
  return {
    ids: moves.map(({ task }) => task.id),
    warnings: [...moves.flatMap(({ draft }) => warningsOf(draft)), ...limits],
  };
}

function overLimit(read: ReadDb, status: TaskStatus): Phrase[] {
  const limit = readBoardLimits(read).get(status)?.limit;
  if (limit === undefined) return [];
  const count = readColumnPositions(read, status).length;
  return count > limit
    ? [{ key: `work:warning.over-limit`, params: { count, limit, status } }]
    : [];
}

/** Gives cards positions behind another card of their column, in the order given. */
function placeCards(
  tx: WriteDb,
  cards: readonly TaskRow[],
  status: TaskStatus | undefined,
  afterId: string | null,
): void {
  const column = status ?? cards[0]?.status;
  if (column === undefined) return;
  const moving = new Set(cards.map(({ id }) => id));
  const others = readColumnPositions(tx, column).filter(({ id }) => !moving.has(id));
  const at = afterId === null ? 0 : others.findIndex(({ id }) => id === afterId) + 1;
  const isUnknown = afterId !== null && at === 0;
  const index = isUnknown ? others.length : at;
  const before = others[index - 1]?.position;
  const after = others[index]?.position;
  const start = before ?? (after ?? CARD_STEP) - CARD_STEP * (cards.length + 1);
  const step = after === undefined ? CARD_STEP : Math.floor((after - start) / (cards.length + 1));
  if (step >= 1) {
    for (const [order, { id }] of cards.entries()) {
      updateTask(tx, id, { position: start + step * (order + 1) });
    }
    return;
  }
  const ids = others.map(({ id }) => id);
  ids.splice(index, 0, ...cards.map(({ id }) => id));
  for (const [order, id] of ids.entries())
    updateTask(tx, id, { position: (order + 1) * CARD_STEP });
}

/** New days of a task with a reason; with `cascade` the tasks behind it move as far as they must. */
export function rescheduleTask(
  session: Session,
  input: Input<'tasks/reschedule'>,
): Output<'tasks/reschedule'> {
  const read = readOf(session);
  const task = requireTask(read, input.id);
  const { startOn, dueOn } = input;
  const draft: TaskDraft = { ...task, startOn, dueOn };
  assertDates(draft);
  const isWorkDay = agencyWorkDays(read);
  const plan = readPlan(read, isWorkDay);
  const from = startOn ?? dueOn;
  const shifts =
    input.cascade && from !== null
      ? pushedBy(
          plan.tasks,
          plan.dependencies,
          new Map([[task.id, { startOn: from, dueOn: dueOn ?? from }]]),
          isWorkDay,
        )
      : [];
  const pushed = shifts.map((shift) => ({ shift, row: requireTask(read, shift.id) }));
  const key = shifts.length === 0 ? 'reschedule-task' : 'reschedule-tasks';
  act(session, key, { title: task.title, count: shifts.length }, (tx) => {
    updateTask(tx, task.id, { startOn, dueOn }, input.revision);
    writeDueChanges(tx, task, draft, why(session, input.reason));
    for (const { shift, row } of pushed) {
      updateTask(tx, row.id, { startOn: shift.startOn, dueOn: shift.dueOn });
      writeDueChanges(tx, row, { ...row, ...shift }, why(session, input.reason));
    }
  });
  return {
    id: task.id,
    moved: shifts.map(({ id }) => id),
    warnings: [
      ...warningsOf(draft),
      ...pushed.flatMap(({ shift, row }) => warningsOf({ ...row, ...shift })),
      ...startsTooEarly(readOf(session), task.id),
    ],
  };
}

function startsTooEarly(read: ReadDb, taskId: string): Phrase[] {
  const isWorkDay = agencyWorkDays(read);
  const plan = readPlan(read, isWorkDay);
  const slots = scheduleOf(plan.tasks, plan.dependencies, isWorkDay);
  const near = new Set([taskId]);
  for (const { beforeId, afterId } of plan.dependencies) {
    if (beforeId === taskId) near.add(afterId);
  }
  return [...near].flatMap((id) => {
    const slot = slots.get(id);
    if (slot?.isConflict !== true) return [];
    const title = plan.rows.get(id)?.title ?? '';
    return [{ key: 'work:warning.starts-too-early', params: { title, on: slot.earliestOn } }];
  });
}

/** Says why the dates of a task moved, after they did. Throws `task-never-moved`. */
export function explainMove(
  session: Session,
  { id, reason }: Input<'tasks/explain-move'>,
): Output<'tasks/explain-move'> {
  const read = readOf(session);
  const task = requireTask(read, id);
  const changes = readDueChanges(read, id);
  const last = changes.at(-1);
  if (last === undefined) throw new AppError('task-never-moved', { title: task.title });
  act(
    session,
    'explain-move',
    { title: task.title },
    (tx) => {
      for (const change of changes) {
        if (change.changedAt === last.changedAt) explainDueChange(tx, change.id, reason);
      }
    },
    `explain-move ${last.id}`,
  );
  return { id };
}

/** Keeps the days of these tasks as the plan that later ones are compared with. */
export function keepBaseline(
  session: Session,
  { ids }: Input<'tasks/keep-baseline'>,
): Output<'tasks/keep-baseline'> {
  const read = readOf(session);
  const plan = readPlan(read, agencyWorkDays(read));
  const wanted = new Set(ids);
  const chosen = plan.tasks.filter(({ id }) => wanted.has(id));
  act(session, 'keep-baseline', { count: chosen.length }, (tx) => {
    for (const { id, startOn, dueOn } of chosen) {
      updateTask(tx, id, { baselineStartOn: startOn, baselineDueOn: dueOn });
    }
  });
  return { ids: chosen.map(({ id }) => id) };
}

/** Makes a task wait for another. Throws `task-circle` with the path that would be closed. */
export function linkTasks(session: Session, input: Input<'tasks/link'>): { id: string } {
  const read = readOf(session);
  const before = requireTask(read, input.beforeId);
  const after = requireTask(read, input.afterId);
  const circle = circleOf(readDependencies(read), input);
  if (circle !== null) {
    const path = circle.map((id) => {
      const task = findTask(read, id);
      return task === undefined ? id : `№ ${task.number} ${task.title}`;
    });
    throw new AppError('task-circle', { path: path.join(' → ') });
  }
  return act(session, 'link-tasks', { before: before.title, after: after.title }, (tx) => ({
    id: insertLink(tx, input),
  }));
}

/** Lets a task no longer wait for another. Throws `task-not-linked`. */
export function unlinkTasks(session: Session, input: Input<'tasks/unlink'>): { id: string } {
  const read = readOf(session);
  const link = findDependency(read, input.beforeId, input.afterId);
  if (link === undefined) throw new AppError('task-not-linked');
  const before = requireTask(read, input.beforeId);
  const after = requireTask(read, input.afterId);
  act(session, 'unlink-tasks', { before: before.title, after: after.title }, (tx) =>
    removeLink(tx, link.id),
  );
  return { id: link.id };
}
