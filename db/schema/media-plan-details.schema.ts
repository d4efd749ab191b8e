import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, revision } from './columns';
import { mediaPlanLines } from './media-plans.schema';
import { people } from './people.schema';

/** Weights of the twelve months under a name; lines keep a copy of those they were spread by. */
export const mediaPlanSeasons = sqliteTable('media_plan_seasons', {
  id: id(),
  name: text('name').notNull(),
  /** JSON: twelve exact decimals, January first. */
  weights: text('weights').notNull(),
  revision: revision(),
});

/** A creative of a line and its token. */
export const mediaPlanCreatives = sqliteTable('media_plan_creatives', {
  id: id(),
  lineId: text('line_id')
    .notNull()
    .references(() => mediaPlanLines.id),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  format: text('format').notNull().default(''),
  /** Empty until the advertising data operator has given one. */
  erid: text('erid').notNull().default(''),
  revision: revision(),
});

/** Columns, grouping, basis, folded groups and filter under a name. */
export const mediaPlanViews = sqliteTable('media_plan_views', {
  id: id(),
  name: text('name').notNull(),
  /** JSON, as the contract has it. */
  settings: text('settings').notNull(),
  revision: revision(),
});

/** What was noted and decided about an alert of a line, in whatever version of its plan. */
export const mediaPlanIncidents = sqliteTable('media_plan_incidents', {
  id: id(),
  familyId: text('family_id').notNull(),
  originId: text('origin_id').notNull(),
  alert: text('alert').notNull(),
  note: text('note').notNull(),
  decision: text('decision').notNull().default(''),
  personId: text('person_id').references(() => people.id),
  notedAt: instant('noted_at').notNull(),
  revision: revision(),
});
