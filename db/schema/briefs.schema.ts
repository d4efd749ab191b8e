import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients, contacts, contracts } from './clients.schema';
import { dateOn, id, instant, revision } from './columns';
import { people } from './people.schema';

export const briefs = sqliteTable('briefs', {
  id: id(),
  /** Running number in this workspace, from 1. */
  number: integer('number').notNull(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  templateKey: text('template_key').notNull(),
  title: text('title').notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  status: text('status', { enum: ['draft', 'sent', 'approved'] })
    .notNull()
    .default('draft'),
  version: integer('version').notNull().default(1),
  briefOn: dateOn('brief_on').notNull(),
  authorId: text('author_id').references(() => people.id),
  approverContactId: text('approver_contact_id').references(() => contacts.id),
  contractId: text('contract_id').references(() => contracts.id),
  editedAt: instant('edited_at').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
});

/** One answer of a brief; `value` is the JSON of the field's type in the template. */
export const briefAnswers = sqliteTable('brief_answers', {
  id: id(),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  fieldKey: text('field_key').notNull(),
  value: text('value').notNull(),
  revision: revision(),
});
