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
import { TimeNames } from './time-names';
import type { UnknownName } from './time-plan';

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
  readonly unknownNames: readonly UnknownName[];
};

/** The fields of a record; where it stands in the file does not matter. */
function fingerprintOf({ line: _line, ...task }: IncomingTask, clientId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([task, clientId]))
    .digest('hex');
}

type Stranger = UnknownName & { readonly kind: 'person' | 'client'; readonly line: number };

/** Counts names that nobody knows, by the first line they stand in. */
class Strangers {
  readonly #found = new Map<string, Stranger>();

  add(kind: 'person' | 'client', name: string, line: number): void {
    const key = `${kind} ${name}`;
    const before = this.#found.get(key) ?? { kind, name, clientName: '', rows: 0, line };
    this.#found.set(key, { ...before, rows: before.rows + 1, line: Math.min(line, before.line) });
  }

  names(): UnknownName[] {
    return [...this.#found.values()].map(({ line: _line, ...name }) => name);
  }

  problems(source: MovingIn['source']): MovingInProblem[] {
    const personField = source === 'trello' ? 'members' : 'assignee';
    return [...this.#found.values()].map(({ kind, name, line }) => ({
      line,
      field: kind === 'person' ? personField : 'client',
      code: kind === 'person' ? 'task-person-unknown' : 'task-client-unknown',
      params: { given: name },
    }));
  }
}

/** A client by its name as it is written; a label or a project may be one. */
function clientByName(ground: MovingInGround, words: readonly string[]): string | null {
  for (const word of words.map(fold).filter((each) => each !== '')) {
    const found = ground.clients.find(({ name }) => fold(name) === word);
    if (found !== undefined) return found.id;
  }
  return null;
}

/** What becomes of each task of the file. `clientId`: whose all are that name nobody else. */
export function planMovingIn(read: ReadDb, file: MovingIn, clientId: string | null): MovingInPlan {
  const ground = readMovingInGround(read);
  const names = new TimeNames(read);
  const origins = readTaskOrigins(read, file.source);
  const strangers = new Strangers();
  const ownerOf = (task: IncomingTask): string | null => {
    const others = clientByName(ground, [...task.labels, task.project]);
    if (task.client === '') return others ?? clientId;
    const said = names.client(task.client);
    if (said.state === 'known') return said.id;
    if (said.state === 'unknown' && others === null) {
      strangers.add('client', task.client, task.line);
    }
    return others ?? clientId;
  };
  const personOf = (word: string, line: number): string[] => {
    const said = names.person(word, '');
    if (said.state === 'unknown') strangers.add('person', word, line);
    return said.state === 'known' ? [said.id] : [];
  };
  const planned = file.tasks.map((task): PlannedTask => {
    const owner = ownerOf(task);
    const project = ground.projects.find(
      (each) => each.clientId === owner && fold(each.name) === fold(task.project),
    );
    const personIds = task.people.flatMap((word) => personOf(word, task.line));
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
  return {
    planned,
    warnings: [...file.warnings, ...strangers.problems(file.source)],
    unknownNames: strangers.names(),
  };
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
