import { createHash } from 'node:crypto';
import { type MovingInGround, readMovingInGround } from '../../../db/queries/moving-in.query';
import type { ReadDb } from '../../../db/read-db';
import {
  amendTaskOrigin,
  keepTaskOrigin,
  readTaskOrigins,
  type TaskOriginRow,
} from '../../../db/repositories/task-origins.repo';
import {
  addChecklistItem,
  addComment,
  amendChecklistItem,
  listChecklist,
  listComments,
  removeChecklistItem,
} from '../../../db/repositories/task-parts.repo';
import {
  addTask,
  amendTask,
  findTask,
  setAssignees,
  setLabels,
  setTaskStatus,
} from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import {
  type IncomingTask,
  localDayOf,
  type MovingIn,
  type MovingInProblem,
} from '../../../shared/domain/moving-in/incoming';
import { fold } from '../../../shared/i18n/transliterate';

/** A whole task, in parts per million. */
const WHOLE = 1_000_000;

export type PlannedTask = {
  readonly task: IncomingTask;
  readonly state: 'new' | 'changed' | 'unchanged';
  readonly origin: TaskOriginRow | null;
  readonly fingerprint: string;
  readonly clientId: string | null;
  readonly projectId: string | null;
  readonly personIds: readonly string[];
};

export type MovingInPlan = {
  readonly planned: readonly PlannedTask[];
  readonly warnings: readonly MovingInProblem[];
};

/** The fields of a record; where it stands in the file does not matter. */
function fingerprintOf({ line: _line, ...task }: IncomingTask, clientId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([task, clientId]))
    .digest('hex');
}

function personOf(ground: MovingInGround, word: string): string | null {
  const wanted = fold(word);
  const found = ground.people.filter(
    ({ name, code, email }) =>
      fold(name) === wanted || fold(code) === wanted || (email !== null && fold(email) === wanted),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The client that the file names for the task, a label that is a client's name, or the one of the whole import. */
function clientOf(ground: MovingInGround, task: IncomingTask, common: string | null) {
  const words = [task.client, ...task.labels, task.project].map(fold).filter((word) => word !== '');
  for (const word of words) {
    const found = ground.clients.find(({ name }) => fold(name) === word);
    if (found !== undefined) return found.id;
  }
  return common;
}

/** What becomes of each task of the file. `clientId`: whose all are that name nobody else. */
export function planMovingIn(read: ReadDb, file: MovingIn, clientId: string | null): MovingInPlan {
  const ground = readMovingInGround(read);
  const origins = readTaskOrigins(read, file.source);
  const unknown = new Map<string, number>();
  const planned = file.tasks.map((task): PlannedTask => {
    const owner = clientOf(ground, task, clientId);
    const project = ground.projects.find(
      (each) => each.clientId === owner && fold(each.name) === fold(task.project),
    );
    const personIds = task.people.flatMap((word) => {
      const id = personOf(ground, word);
      if (id === null) unknown.set(word, Math.min(task.line, unknown.get(word) ?? task.line));
      return id ?? [];
    });
    const fingerprint = fingerprintOf(task, clientId);
    const origin = origins.get(task.key) ?? null;
    return {
      task,
      origin,
      fingerprint,
      state: origin === null ? 'new' : origin.fingerprint === fingerprint ? 'unchanged' : 'changed',
      clientId: owner,
      projectId: project?.id ?? null,
      personIds: [...new Set(personIds)],
    };
  });
  const nobody = [...unknown].map(
    ([given, line]): MovingInProblem => ({
      line,
      field: file.source === 'trello' ? 'members' : 'assignee',
      code: 'task-person-unknown',
      params: { given },
    }),
  );
  return { planned, warnings: [...file.warnings, ...nobody] };
}

export type WritingContext = {
  readonly source: string;
  readonly importId: string;
  readonly now: number;
  readonly actor: string;
};

/** Writes a planned task; one that is known takes what its record says now. */
export function writePlannedTask(tx: WriteDb, planned: PlannedTask, context: WritingContext): void {
  if (planned.state === 'unchanged') return;
  const { origin } = planned;
  const taskId =
    origin === null ? addPlanned(tx, planned, context) : amendPlanned(tx, origin, planned, context);
  setLabels(tx, taskId, planned.task.labels);
  setAssignees(tx, taskId, sharesOf(planned.personIds));
  setPoints(tx, taskId, planned.task, context.now);
  addNewComments(tx, taskId, planned.task, context);
  const { source, importId } = context;
  const { fingerprint } = planned;
  if (origin === null) {
    keepTaskOrigin(tx, { taskId, source, externalKey: planned.task.key, fingerprint, importId });
  } else amendTaskOrigin(tx, origin.id, { fingerprint, importId });
}

/** Equal parts that make a whole. */
function sharesOf(personIds: readonly string[]) {
  const part = Math.floor(WHOLE / Math.max(1, personIds.length));
  return personIds.map((personId, index) => ({
    personId,
    sharePpm: index === 0 ? WHOLE - part * (personIds.length - 1) : part,
  }));
}

function fieldsOf({ task, clientId, projectId }: PlannedTask, now: number) {
  return {
    clientId,
    projectId,
    title: task.title,
    description: task.description,
    startOn: task.startOn,
    dueOn: task.dueOn,
    archivedAt: task.isArchived ? now : null,
  };
}

const doneOnOf = (task: IncomingTask, now: number): string => task.doneOn ?? localDayOf(now);

function addPlanned(tx: WriteDb, planned: PlannedTask, context: WritingContext): string {
  const { task } = planned;
  const { now, source } = context;
  return addTask(tx, {
    ...fieldsOf(planned, now),
    status: task.status,
    doneOn: task.status === 'done' ? doneOnOf(task, now) : null,
    createdAt: task.createdAt ?? now,
    source,
    externalKey: task.key,
  });
}

function amendPlanned(
  tx: WriteDb,
  origin: TaskOriginRow,
  planned: PlannedTask,
  { now, actor }: WritingContext,
): string {
  const { task } = planned;
  const before = findTask(tx, origin.taskId);
  if (before === undefined) throw new Error(`task ${origin.taskId} of an origin is gone`);
  const { archivedAt, ...fields } = fieldsOf(planned, now);
  const isSameState = (before.archivedAt !== null) === task.isArchived;
  // A later date of the file must not stand before a start that was set here.
  amendTask(tx, before.id, { ...fields, ...(isSameState ? {} : { archivedAt }) });
  const current = findTask(tx, before.id);
  if (current !== undefined && current.status !== task.status) {
    setTaskStatus(tx, current, task.status, {
      by: actor,
      at: now,
      on: doneOnOf(task, now),
      reason: '',
    });
  }
  return before.id;
}

function setPoints(tx: WriteDb, taskId: string, task: IncomingTask, now: number): void {
  const before = listChecklist(tx, taskId);
  const left = [...before];
  for (const { title, isDone } of task.points) {
    const index = left.findIndex((row) => row.title === title);
    const row = index < 0 ? undefined : left.splice(index, 1)[0];
    if (row === undefined) {
      addChecklistItem(tx, { taskId, title, checkedAt: isDone ? now : null });
    } else if ((row.checkedAt !== null) !== isDone) {
      amendChecklistItem(tx, row.id, { checkedAt: isDone ? now : null });
    }
  }
  // Points that were added here stay where the file has none at all.
  if (task.points.length > 0) for (const row of left) removeChecklistItem(tx, row.id);
}

function addNewComments(
  tx: WriteDb,
  taskId: string,
  task: IncomingTask,
  { source, now }: WritingContext,
): void {
  const known = new Set(listComments(tx, taskId).map(({ externalKey }) => externalKey));
  for (const { key, author, body, saidAt } of task.comments) {
    if (known.has(key)) continue;
    const at = saidAt === 0 ? now : saidAt;
    addComment(tx, { taskId, author, body, saidAt: at, source, externalKey: key }, []);
  }
}
