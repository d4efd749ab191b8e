import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, revision } from './columns';
import { imports } from './money.schema';
import { tasks } from './tasks.schema';

/** Which task came from which record of another tool; `fingerprint` is of what that record said last. */
export const taskOrigins = sqliteTable('task_origins', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  source: text('source').notNull(),
  externalKey: text('external_key').notNull(),
  /** SHA-256, hexadecimal. */
  fingerprint: text('fingerprint').notNull(),
  importId: text('import_id')
    .notNull()
    .references(() => imports.id),
  revision: revision(),
});
