import { readTaskNames } from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import { findProject } from '../../../db/repositories/projects.repo';
import {
  addChecklistItem,
  addComment,
  addFile,
  amendChecklistItem,
  answerMentions,
  type ChecklistItemRow,
  findChecklistItem,
  findFile,
  listChecklist,
  removeChecklistItem,
  removeFile,
} from '../../../db/repositories/task-parts.repo';
import {
  findStage,
  addStage as insertStage,
  setBoardLimit,
  amendStage as updateStage,
} from '../../../db/repositories/task-practice.repo';
import { CARD_STEP } from '../../../db/repositories/tasks.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { MAX_FILE_BYTES } from '../../../shared/domain/file-size';
import { personOf } from '../../../shared/domain/work/quick-task';
import { act, readOf, type Session } from '../session';
import { meOf, requireTask } from './task-book';

type Done = { id: string };

function requireItem(read: ReadDb, id: string): ChecklistItemRow {
  const item = findChecklistItem(read, id);
  if (item === undefined) throw new AppError('row-not-found');
  return item;
}

/** Adds a point to a checklist. */
export function addItem(session: Session, { taskId, title }: Input<'tasks/add-item'>): Done {
  const task = requireTask(readOf(session), taskId);
  return act(session, 'add-checklist-item', { title: task.title }, (tx) => ({
    id: addChecklistItem(tx, { taskId, title }),
  }));
}

export function amendItem(session: Session, input: Input<'tasks/amend-item'>): Done {
  const item = requireItem(readOf(session), input.id);
  act(session, 'amend-checklist-item', { title: item.title }, (tx) =>
    amendChecklistItem(tx, item.id, { title: input.title }, input.revision),
  );
  return { id: item.id };
}

/** Checks a point off, or takes the check back. */
export function checkItem(session: Session, { id, isChecked }: Input<'tasks/check-item'>): Done {
  const item = requireItem(readOf(session), id);
  const key = isChecked ? 'check-item' : 'uncheck-item';
  act(session, key, { title: item.title }, (tx) =>
    amendChecklistItem(tx, id, {
      checkedAt: isChecked ? session.clock.now() : null,
      checkedBy: isChecked ? session.actor : '',
    }),
  );
  return { id };
}

/** Puts a point behind another; null: first. */
export function moveItem(session: Session, { id, afterId }: Input<'tasks/move-item'>): Done {
  const read = readOf(session);
  const item = requireItem(read, id);
  const others = listChecklist(read, item.taskId).filter((other) => other.id !== id);
  const at = afterId === null ? 0 : others.findIndex((other) => other.id === afterId) + 1;
  if (afterId !== null && at === 0) throw new AppError('row-not-found');
  others.splice(at, 0, item);
  act(session, 'move-checklist-item', { title: item.title }, (tx) => {
    for (const [order, row] of others.entries()) {
      amendChecklistItem(tx, row.id, { position: (order + 1) * CARD_STEP });
    }
  });
  return { id };
}

export function removeItem(session: Session, { id }: Input<'tasks/remove-item'>): Done {
  const item = requireItem(readOf(session), id);
  act(session, 'remove-checklist-item', { title: item.title }, (tx) => removeChecklistItem(tx, id));
  return { id };
}

/** People named in a text as `@Name` or `@code`; a name that several share names nobody. */
function mentionsIn(read: ReadDb, body: string): string[] {
  const { people } = readTaskNames(read);
  const words = [...body.matchAll(/(?:^|[\s(«"])@([\p{L}\p{N}_-]+)/gu)].map(
    ([, word]) => word ?? '',
  );
  return words.flatMap((word) => personOf(word, people) ?? []);
}

/** Says something of a task; whoever was asked in it has then answered. */
export function commentTask(session: Session, { taskId, body }: Input<'tasks/comment'>): Done {
  const read = readOf(session);
  const task = requireTask(read, taskId);
  const me = meOf(session);
  const mentioned = mentionsIn(read, body).filter((id) => id !== me);
  return act(session, 'comment-task', { title: task.title }, (tx) => {
    const saidAt = session.clock.now();
    if (me !== null) answerMentions(tx, taskId, me, saidAt);
    return { id: addComment(tx, { taskId, author: session.actor, body, saidAt }, mentioned) };
  });
}

/**
 * Keeps a file with a task, or its path or address. Throws `task-file-empty`, `task-file-too-large`,
 * `task-file-nothing`.
 */
export function attachFile(session: Session, input: Input<'tasks/attach'>): Done {
  const task = requireTask(readOf(session), input.taskId);
  const content = input.content === null ? null : Buffer.from(input.content, 'base64');
  const location = input.location.trim();
  if ((content === null) === (location === '')) throw new AppError('task-file-nothing');
  if (content !== null && content.length === 0) {
    throw new AppError('task-file-empty', { name: input.name });
  }
  if (content !== null && content.length > MAX_FILE_BYTES) {
    throw new AppError('task-file-too-large', {
      name: input.name,
      megabytes: Math.floor(MAX_FILE_BYTES / 1_048_576),
    });
  }
  return act(session, 'attach-file', { name: input.name, title: task.title }, (tx) => ({
    id: addFile(tx, {
      taskId: input.taskId,
      name: input.name,
      mime: input.mime,
      size: content?.length ?? 0,
      content,
      location,
      attachedAt: session.clock.now(),
    }),
  }));
}

export function detachFile(session: Session, { id }: Input<'tasks/detach'>): Done {
  const file = findFile(readOf(session), id);
  if (file === undefined) throw new AppError('row-not-found');
  act(session, 'detach-file', { name: file.name }, (tx) => removeFile(tx, id));
  return { id };
}

/** What is in a kept file. Throws `task-file-nothing` where only its path is kept. */
export function readFile(
  session: Session,
  { id }: Input<'tasks/read-file'>,
): Output<'tasks/read-file'> {
  const file = findFile(readOf(session), id);
  if (file === undefined) throw new AppError('row-not-found');
  if (file.content === null) throw new AppError('task-file-nothing');
  return { name: file.name, mime: file.mime, content: file.content.toString('base64') };
}

/** Adds a stage to a project: a part that is handed over and paid on its own. */
export function addStage(session: Session, input: Input<'tasks/add-stage'>): Done {
  if (findProject(readOf(session), input.projectId) === undefined) {
    throw new AppError('row-not-found');
  }
  return act(session, 'add-stage', { name: input.name }, (tx) => ({ id: insertStage(tx, input) }));
}

export function amendStage(session: Session, input: Input<'tasks/amend-stage'>): Done {
  const { id, revision, name, amountMinor } = input;
  if (findStage(readOf(session), id) === undefined) throw new AppError('row-not-found');
  act(session, 'amend-stage', { name }, (tx) =>
    updateStage(tx, id, { name, amountMinor }, revision),
  );
  return { id };
}

/** How many cards a column of the board may hold; null: any number. */
export function limitColumn(
  session: Session,
  { status, limit }: Input<'tasks/limit-column'>,
): Done {
  return act(
    session,
    limit === null ? 'unlimit-column' : 'limit-column',
    { limit: limit ?? 0 },
    (tx) => ({
      id: setBoardLimit(tx, status, limit),
    }),
  );
}
