import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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

/** What was sent or agreed to. `answers` and `paper` (the printed model) are JSON, never changed. */
export const briefVersions = sqliteTable('brief_versions', {
  id: id(),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  number: integer('number').notNull(),
  kind: text('kind', { enum: ['sent', 'approved'] }).notNull(),
  templateKey: text('template_key').notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  title: text('title').notNull(),
  answers: text('answers').notNull(),
  paper: text('paper').notNull(),
  frozenOn: dateOn('frozen_on').notNull(),
  frozenAt: instant('frozen_at').notNull(),
  revision: revision(),
});

/** One move of a brief on its way from draft to acceptance, or back. */
export const briefSteps = sqliteTable('brief_steps', {
  id: id(),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  step: text('step', {
    enum: [
      'sent',
      'returned',
      'approved',
      'reopened',
      'started',
      'delivered',
      'reworked',
      'accepted',
    ],
  }).notNull(),
  madeOn: dateOn('made_on').notNull(),
  madeAt: instant('made_at').notNull(),
  versionId: text('version_id').references(() => briefVersions.id),
  personId: text('person_id').references(() => people.id),
  /** Who spoke for the client. */
  clientName: text('client_name').notNull().default(''),
  channel: text('channel', { enum: ['email', 'messenger', 'meeting', 'call', 'document'] }),
  evidence: text('evidence').notNull().default(''),
  note: text('note').notNull().default(''),
  revision: revision(),
});

/** A criterion of acceptance that is met, known by its words. */
export const briefCriteriaMet = sqliteTable('brief_criteria_met', {
  id: id(),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  metric: text('metric').notNull(),
  threshold: text('threshold').notNull(),
  metOn: dateOn('met_on').notNull(),
  personId: text('person_id').references(() => people.id),
  revision: revision(),
});

/** A picture or file of a brief, whole. A version names it by its id: a row is never changed. */
export const briefFiles = sqliteTable('brief_files', {
  id: id(),
  briefId: text('brief_id')
    .notNull()
    .references(() => briefs.id),
  name: text('name').notNull(),
  mime: text('mime').notNull().default(''),
  size: integer('size').notNull(),
  content: blob('content', { mode: 'buffer' }).notNull(),
  addedAt: instant('added_at').notNull(),
  revision: revision(),
});

/** An edition of a template of one's own; `sections` is the JSON of the contract's template sections. */
export const briefTemplates = sqliteTable('brief_templates', {
  id: id(),
  originId: text('origin_id').notNull(),
  edition: integer('edition').notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  title: text('title').notNull(),
  sections: text('sections').notNull(),
  madeAt: instant('made_at').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
});

export const clientLogos = sqliteTable('client_logos', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  logo: blob('logo', { mode: 'buffer' }).notNull(),
  logoType: text('logo_type', { enum: ['image/png', 'image/jpeg'] }).notNull(),
  revision: revision(),
});
