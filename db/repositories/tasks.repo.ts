import { and, asc, eq } from 'drizzle-orm';
import type { TaskStatus } from '../../shared/domain/work/task-status';
import type { ReadDb } from '../read-db';
import {
  taskAssignees,
  taskDueChanges,
  taskLabels,
  taskStatusChanges,
  tasks,
  taskWatchers,
} from '../schema/tasks.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type TaskRow = typeof tasks.$inferSelect;
export type NewTask = Omit<
  NewRow<typeof tasks>,
  'number' | 'position' | 'statusSince' | 'createdAt'
> & { createdAt: number };
export type TaskPatch = Patch<typeof tasks>;
export type Assignee = { personId: string; sharePpm: number };

/** Room between two cards of a column, so that a moved card seldom moves others. */
export const CARD_STEP = 1_048_576;

/** Adds a task under the next number, behind all others. Returns its id. */
export function addTask(tx: WriteDb, fields: NewTask): string {
  const last = tx.get<{ number: number | null; position: number | null }>(
    'SELECT max(number) AS number, max(position) AS position FROM tasks',
  );
  return tx.insert(tasks, {
    ...fields,
    number: (last?.number ?? 0) + 1,
    position: (last?.position ?? 0) + CARD_STEP,
    statusSince: fields.createdAt,
  });
}

/** Changes a task. Throws `row-not-found`, `row-changed-elsewhere`, and what its table refuses. */
export function amendTask(
  tx: WriteDb,
  id: string,
  patch: TaskPatch,
  expectedRevision?: number,
): void {
  tx.update(tasks, id, patch, expectedRevision);
}

/** One task, archived or not. */
export function findTask(db: ReadDb, id: string): TaskRow | undefined {
  return db.orm.select().from(tasks).where(eq(tasks.id, id)).get();
}

/** The task that was taken from another tool under this key. */
export function findTaskByKey(
  db: ReadDb,
  source: string,
  externalKey: string,
): TaskRow | undefined {
  return db.orm
    .select()
    .from(tasks)
    .where(and(eq(tasks.source, source), eq(tasks.externalKey, externalKey)))
    .get();
}

export type Mover = {
  /** Id of the person, or a name. */
  by: string;
  at: number;
  /** Calendar date of `at` for whoever moves it. */
  on: string;
  reason: string;
};

/**
 * Moves a task into another status and keeps the step. Into `rework` it is counted; into `done` it is
 * accepted by whoever moves it.
 */
export function setTaskStatus(tx: WriteDb, task: TaskRow, status: TaskStatus, mover: Mover): void {
  if (task.status === status) return;
  tx.insert(taskStatusChanges, {
    taskId: task.id,
    fromStatus: task.status,
    toStatus: status,
    reason: mover.reason,
    changedBy: mover.by,
    sinceAt: task.statusSince,
    changedAt: mover.at,
  });
  tx.update(tasks, task.id, {
    status,
    statusSince: mover.at,
    doneOn: status === 'done' ? mover.on : null,
    reworkCount: status === 'rework' ? task.reworkCount + 1 : undefined,
    acceptedAt: status === 'done' ? mover.at : null,
    acceptedBy: status === 'done' ? mover.by : '',
  });
}

/** Keeps that a date of a task moved, and why. */
export function recordDueChange(
  tx: WriteDb,
  change: Omit<NewRow<typeof taskDueChanges>, 'id'>,
): void {
  tx.insert(taskDueChanges, change);
}

/** Gives a kept move of a date another reason. */
export function explainDueChange(tx: WriteDb, id: string, reason: string): void {
  tx.update(taskDueChanges, id, { reason });
}

/** Assignees of a task in order. */
export function listAssignees(db: ReadDb, taskId: string): (typeof taskAssignees.$inferSelect)[] {
  return db.orm
    .select()
    .from(taskAssignees)
    .where(eq(taskAssignees.taskId, taskId))
    .orderBy(asc(taskAssignees.position), asc(taskAssignees.id))
    .all();
}

/** Makes these the assignees of a task, in this order. */
export function setAssignees(tx: WriteDb, taskId: string, next: readonly Assignee[]): void {
  const before = listAssignees(tx, taskId);
  for (const row of before) {
    if (!next.some(({ personId }) => personId === row.personId)) tx.remove(taskAssignees, row.id);
  }
  for (const [position, { personId, sharePpm }] of next.entries()) {
    const row = before.find((kept) => kept.personId === personId);
    if (row === undefined) tx.insert(taskAssignees, { taskId, personId, position, sharePpm });
    else tx.update(taskAssignees, row.id, { position, sharePpm });
  }
}

/** Makes these the watchers of a task. */
export function setWatchers(tx: WriteDb, taskId: string, personIds: readonly string[]): void {
  const before = tx.orm.select().from(taskWatchers).where(eq(taskWatchers.taskId, taskId)).all();
  for (const row of before) {
    if (!personIds.includes(row.personId)) tx.remove(taskWatchers, row.id);
  }
  for (const personId of new Set(personIds)) {
    if (!before.some((row) => row.personId === personId)) {
      tx.insert(taskWatchers, { taskId, personId });
    }
  }
}

/** Makes these the labels of a task. */
export function setLabels(tx: WriteDb, taskId: string, names: readonly string[]): void {
  const before = tx.orm.select().from(taskLabels).where(eq(taskLabels.taskId, taskId)).all();
  for (const row of before) {
    if (!names.includes(row.name)) tx.remove(taskLabels, row.id);
  }
  for (const name of new Set(names)) {
    if (!before.some((row) => row.name === name)) tx.insert(taskLabels, { taskId, name });
  }
}
