import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  taskChecklistItems,
  taskComments,
  taskDependencies,
  taskFiles,
  taskMentions,
} from '../schema/tasks.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { CARD_STEP } from './tasks.repo';

export type ChecklistItemRow = typeof taskChecklistItems.$inferSelect;
export type DependencyRow = typeof taskDependencies.$inferSelect;

/** Points of a checklist in order. */
export function listChecklist(db: ReadDb, taskId: string): ChecklistItemRow[] {
  return db.orm
    .select()
    .from(taskChecklistItems)
    .where(eq(taskChecklistItems.taskId, taskId))
    .orderBy(asc(taskChecklistItems.position), asc(taskChecklistItems.id))
    .all();
}

export function findChecklistItem(db: ReadDb, id: string): ChecklistItemRow | undefined {
  return db.orm.select().from(taskChecklistItems).where(eq(taskChecklistItems.id, id)).get();
}

/** Adds a point at the end of a checklist. Returns its id. */
export function addChecklistItem(
  tx: WriteDb,
  fields: Omit<NewRow<typeof taskChecklistItems>, 'position'>,
): string {
  const last = tx.get<{ position: number | null }>(
    'SELECT max(position) AS position FROM task_checklist_items WHERE task_id = ?',
    fields.taskId,
  );
  return tx.insert(taskChecklistItems, { ...fields, position: (last?.position ?? 0) + CARD_STEP });
}

/** Changes a point. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendChecklistItem(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof taskChecklistItems>,
  expectedRevision?: number,
): void {
  tx.update(taskChecklistItems, id, patch, expectedRevision);
}

export function removeChecklistItem(tx: WriteDb, id: string): void {
  tx.remove(taskChecklistItems, id);
}

/** Adds a comment and whom it mentions. Returns its id. */
export function addComment(
  tx: WriteDb,
  fields: NewRow<typeof taskComments>,
  personIds: readonly string[],
): string {
  const commentId = tx.insert(taskComments, fields);
  for (const personId of new Set(personIds)) tx.insert(taskMentions, { commentId, personId });
  return commentId;
}

/** Comments of a task, oldest first, with whom each mentions. */
export function listComments(
  db: ReadDb,
  taskId: string,
): (typeof taskComments.$inferSelect & { mentions: (typeof taskMentions.$inferSelect)[] })[] {
  const comments = db.orm
    .select()
    .from(taskComments)
    .where(eq(taskComments.taskId, taskId))
    .orderBy(asc(taskComments.saidAt), asc(taskComments.id))
    .all();
  return comments.map((comment) => ({
    ...comment,
    mentions: db.orm
      .select()
      .from(taskMentions)
      .where(eq(taskMentions.commentId, comment.id))
      .all(),
  }));
}

/** Marks what mentioned a person in a task as answered. */
export function answerMentions(tx: WriteDb, taskId: string, personId: string, at: number): void {
  const open = tx.orm
    .select({ id: taskMentions.id })
    .from(taskMentions)
    .innerJoin(taskComments, eq(taskComments.id, taskMentions.commentId))
    .where(
      and(
        eq(taskComments.taskId, taskId),
        eq(taskMentions.personId, personId),
        isNull(taskMentions.answeredAt),
      ),
    )
    .all();
  for (const { id } of open) tx.update(taskMentions, id, { answeredAt: at });
}

/** Keeps a file, or where it lies. Returns its id. */
export function addFile(tx: WriteDb, fields: NewRow<typeof taskFiles>): string {
  return tx.insert(taskFiles, fields);
}

export function removeFile(tx: WriteDb, id: string): void {
  tx.remove(taskFiles, id);
}

export function findFile(db: ReadDb, id: string): typeof taskFiles.$inferSelect | undefined {
  return db.orm.select().from(taskFiles).where(eq(taskFiles.id, id)).get();
}

/** Makes a task wait for another; the same again takes the new lag. Returns the id. */
export function linkTasks(
  tx: WriteDb,
  { beforeId, afterId, lagDays }: { beforeId: string; afterId: string; lagDays: number },
): string {
  const same = findDependency(tx, beforeId, afterId);
  if (same === undefined) return tx.insert(taskDependencies, { beforeId, afterId, lagDays });
  tx.update(taskDependencies, same.id, { lagDays });
  return same.id;
}

export function unlinkTasks(tx: WriteDb, id: string): void {
  tx.remove(taskDependencies, id);
}

export function findDependency(
  db: ReadDb,
  beforeId: string,
  afterId: string,
): DependencyRow | undefined {
  return db.orm
    .select()
    .from(taskDependencies)
    .where(and(eq(taskDependencies.beforeId, beforeId), eq(taskDependencies.afterId, afterId)))
    .get();
}
