import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, revision } from './columns';
import { mediaPlans } from './media-plans.schema';
import { imports } from './money.schema';

/** How the columns of a workbook's header are read, by the header. */
export const mediaPlanMappings = sqliteTable('media_plan_mappings', {
  id: id(),
  fingerprint: text('fingerprint').notNull(),
  /** JSON: names of fields in the order of the header's columns, null for those left out. */
  columns: text('columns').notNull(),
  /** What the money includes, where the file does not say. */
  vat: text('vat', { enum: ['included', 'excluded'] }),
  commission: text('commission', { enum: ['included', 'excluded'] }),
  revision: revision(),
});

/** Which sheet of which file a plan was read from. */
export const mediaPlanSources = sqliteTable('media_plan_sources', {
  id: id(),
  planId: text('plan_id')
    .notNull()
    .references(() => mediaPlans.id),
  importId: text('import_id')
    .notNull()
    .references(() => imports.id),
  fileSha256: text('file_sha256').notNull(),
  sheet: text('sheet').notNull(),
  revision: revision(),
});
