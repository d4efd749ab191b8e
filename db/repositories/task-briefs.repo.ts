import { eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { taskBriefs } from '../schema/task-briefs.schema';
import type { NewRow, WriteDb } from '../write-db';

export type TaskBriefRow = typeof taskBriefs.$inferSelect;

/** What of its brief a task was set by; undefined where it was set by none. */
export function findTaskBrief(db: ReadDb, taskId: string): TaskBriefRow | undefined {
  return db.orm.select().from(taskBriefs).where(eq(taskBriefs.taskId, taskId)).get();
}

/** Keeps what of its brief a task stands on now. */
export function keepTaskBrief(tx: WriteDb, fields: NewRow<typeof taskBriefs>): void {
  const before = findTaskBrief(tx, fields.taskId);
  if (before === undefined) tx.insert(taskBriefs, fields);
  else tx.update(taskBriefs, before.id, fields);
}

/** Forgets the brief of a task. */
export function dropTaskBrief(tx: WriteDb, taskId: string): void {
  const row = findTaskBrief(tx, taskId);
  if (row !== undefined) tx.remove(taskBriefs, row.id);
}
