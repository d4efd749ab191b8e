import { readLabels } from '../../../db/queries/task-details.query';
import { readTaskNames } from '../../../db/queries/tasks.query';
import { addChecklistItem } from '../../../db/repositories/task-parts.repo';
import { addSeries } from '../../../db/repositories/task-series.repo';
import {
  addTask as insertTask,
  type Mover,
  setLabels,
  setTaskStatus,
  type TaskRow,
  amendTask as updateTask,
} from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { addDays } from '../../../shared/domain/dates';
import { PPM } from '../../../shared/domain/money';
import { valueOrThrow } from '../../../shared/domain/parsed';
import { readQuickTask } from '../../../shared/domain/work/quick-task';
import { parseRule } from '../../../shared/domain/work/recurrence';
import { act, readOf, type Session } from '../session';
import { requireTask } from './task-book';
import { bringNextOccurrence } from './task-recurrence.service';
import {
  assertDates,
  assertPeople,
  columnsOf,
  draftOf,
  type FieldsPatch,
  type TaskDraft,
  warningsOf,
  writeDueChanges,
  writeParts,
} from './task-rules';

type Done = { id: string };

const EMPTY_DRAFT: TaskDraft = {
  title: '',
  clientId: null,
  projectId: null,
  stageId: null,
  briefId: null,
  startOn: null,
  dueOn: null,
  deadlineOn: null,
};

/** Who moves a task, when, and why. */
export function moverOf(session: Session, reason: string): Mover {
  return {
    by: session.actor,
    at: session.clock.now(),
    on: session.clock.today(),
    reason,
  };
}

/** What one line means: `Отчёт Ромашка до пт 2ч @Аня !`. */
export function readQuick(
  session: Session,
  { text }: Input<'tasks/read-quick'>,
): Output<'tasks/read-quick'> {
  const { clients, people } = readTaskNames(readOf(session));
  const quick = readQuickTask(
    text,
    { clients: clients.filter(({ archivedAt }) => archivedAt === null), people },
    session.clock.today(),
  );
  return {
    ...quick,
    projectId: null,
    personIds: [...quick.personIds],
    labels: [...quick.labels],
    pieces: [...quick.pieces],
  };
}

/** Adds a task, from a quick line, from fields, or from both: fields win. Throws `task-title-needed` and the rules of tasks. */
export function addTask(session: Session, input: Input<'tasks/add'>): Output<'tasks/add'> {
  const read = readOf(session);
  const quick = input.quick.trim() === '' ? null : readQuick(session, { text: input.quick });
  const fields: FieldsPatch = {
    ...(quick === null
      ? {}
      : {
          title: quick.title,
          clientId: quick.clientId,
          dueOn: quick.dueOn,
          estimateSeconds: quick.estimateSeconds,
          labels: quick.labels,
          assignees: quick.personIds.map((personId) => ({ personId, sharePpm: PPM })),
        }),
    ...withoutUndefined(input.fields),
  };
  if (fields.title === undefined || fields.title === '') throw new AppError('task-title-needed');
  const draft = draftOf(read, EMPTY_DRAFT, fields);
  const { recurrence } = input;
  const rule =
    recurrence === null ? null : valueOrThrow(parseRule(recurrence.rule, recurrence.startsOn));
  if (recurrence !== null && draft.dueOn === null) draft.dueOn = recurrence.startsOn;
  assertDates(draft);
  assertPeople(read, fields);
  const id = act(session, 'add-task', { title: draft.title }, (tx) => {
    const createdAt = session.clock.now();
    const seriesId =
      rule === null || recurrence === null
        ? null
        : addSeries(tx, { rule, startsOn: recurrence.startsOn });
    const taskId = insertTask(tx, {
      ...columnsOf(fields, draft),
      title: draft.title,
      status: input.status === 'done' ? 'backlog' : input.status,
      priority: quick?.priority ?? null,
      createdAt,
      seriesId,
      occurrenceOn: seriesId === null ? null : (recurrence?.startsOn ?? null),
    });
    writeParts(tx, taskId, fields);
    for (const title of input.checklist) addChecklistItem(tx, { taskId, title });
    if (input.status === 'done') {
      setTaskStatus(tx, requireTask(tx, taskId), 'done', moverOf(session, ''));
    }
    return taskId;
  });
  return { id, warnings: warningsOf(draft) };
}

function withoutUndefined(fields: FieldsPatch): FieldsPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Changes what a person typed of a task; dates that move keep the reason. */
export function amendTask(session: Session, input: Input<'tasks/amend'>): Output<'tasks/amend'> {
  const read = readOf(session);
  const task = requireTask(read, input.id);
  const draft = draftOf(read, task, input.patch);
  assertDates(draft);
  assertPeople(read, input.patch);
  act(
    session,
    'amend-task',
    { title: task.title },
    (tx) => {
      updateTask(tx, task.id, columnsOf(input.patch, draft), input.revision);
      writeParts(tx, task.id, input.patch);
      writeDueChanges(tx, task, draft, why(session, input.reason));
    },
    `amend-task ${task.id} ${Object.keys(input.patch).sort().join(' ')}`,
  );
  return { id: task.id, warnings: warningsOf(draft) };
}

export function why(session: Session, reason: string): { reason: string; by: string; at: number } {
  return { reason, by: session.actor, at: session.clock.now() };
}

/** The same change of many tasks in one action; where one of them refuses it, nothing is written. */
export function amendManyTasks(
  session: Session,
  input: Input<'tasks/amend-many'>,
): Output<'tasks/amend-many'> {
  const read = readOf(session);
  const { ids, patch, shiftDays, status, priority } = input;
  assertPeople(read, patch);
  const changes = [...new Set(ids)].map((id) => {
    const task = requireTask(read, id);
    const draft = draftOf(read, task, patch);
    if (shiftDays !== 0) {
      const shifted = (on: string | null) => (on === null ? null : addDays(on, shiftDays));
      draft.startOn = shifted(draft.startOn);
      draft.dueOn = shifted(draft.dueOn);
      draft.deadlineOn = shifted(draft.deadlineOn);
    }
    assertDates(draft);
    return { task, draft };
  });
  act(session, 'amend-tasks', { count: changes.length }, (tx) => {
    for (const { task, draft } of changes) {
      updateTask(tx, task.id, {
        ...columnsOf(patch, draft),
        ...(priority === null ? {} : setPriority(priority)),
      });
      writeParts(tx, task.id, patch);
      writeDueChanges(tx, task, draft, why(session, input.reason));
      if (input.addLabels.length > 0 || input.removeLabels.length > 0) {
        const kept = readLabels(tx, task.id).filter((name) => !input.removeLabels.includes(name));
        setLabels(tx, task.id, [...kept, ...input.addLabels]);
      }
      if (status !== null) changeStatus(session, tx, task, status, input.reason);
    }
  });
  return { ids: changes.map(({ task }) => task.id) };
}

/** Moves a task into a status; what comes back gets its next task when this one is done. */
export function changeStatus(
  session: Session,
  tx: WriteDb,
  task: TaskRow,
  status: TaskRow['status'],
  reason: string,
): void {
  setTaskStatus(tx, task, status, moverOf(session, reason));
  if (status === 'done' && task.status !== 'done' && task.seriesId !== null) {
    bringNextOccurrence(tx, task.seriesId, session.clock);
  }
}

function setPriority({ level, reason }: { level: TaskRow['priority']; reason: string }) {
  return { priority: level, priorityReason: level === null ? '' : reason };
}

/** Sets a priority by hand, or gives it back to the reckoning (null). */
export function prioritiseTask(session: Session, input: Input<'tasks/prioritise'>): Done {
  const task = requireTask(readOf(session), input.id);
  act(session, 'prioritise-task', { title: task.title }, (tx) =>
    updateTask(tx, task.id, setPriority(input), input.revision),
  );
  return { id: task.id };
}

/** Done and accepted by somebody of the agency or of the client. */
export function acceptTask(session: Session, input: Input<'tasks/accept'>): Done {
  const read = readOf(session);
  const task = requireTask(read, input.id);
  act(session, 'accept-task', { title: task.title }, (tx) => {
    updateTask(tx, task.id, {}, input.revision);
    changeStatus(session, tx, task, 'done', '');
    if (input.acceptedBy.trim() !== '') {
      updateTask(tx, task.id, { acceptedBy: input.acceptedBy.trim() });
    }
  });
  return { id: task.id };
}

/** Back to rework with what is wrong; it is counted. */
export function sendTaskBack(session: Session, input: Input<'tasks/send-back'>): Done {
  const task = requireTask(readOf(session), input.id);
  act(session, 'send-back-task', { title: task.title }, (tx) => {
    updateTask(tx, task.id, {}, input.revision);
    // What is sent back a second time before anybody took it up is one rework.
    changeStatus(session, tx, task, 'rework', input.reason);
  });
  return { id: task.id };
}

/** Puts tasks away, or takes them out again. */
export function archiveTasks(
  session: Session,
  { ids, isArchived }: Input<'tasks/archive'>,
): Output<'tasks/archive'> {
  const read = readOf(session);
  const tasks = [...new Set(ids)].map((id) => requireTask(read, id));
  const first = tasks[0];
  const verb = isArchived ? 'archive' : 'unarchive';
  const key = `${verb}-task${tasks.length === 1 ? '' : 's'}`;
  act(session, key, { count: tasks.length, title: first?.title ?? '' }, (tx) => {
    for (const { id } of tasks) {
      updateTask(tx, id, { archivedAt: isArchived ? session.clock.now() : null });
    }
  });
  return { ids: tasks.map(({ id }) => id) };
}
