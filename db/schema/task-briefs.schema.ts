import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, revision } from './columns';
import { tasks } from './tasks.schema';

/** What of its brief a task was set by. `answers` is JSON: the stored answer by field, '' for none. */
export const taskBriefs = sqliteTable('task_briefs', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  setKey: text('set_key').notNull().default(''),
  version: integer('version').notNull(),
  answers: text('answers').notNull(),
  revision: revision(),
});
