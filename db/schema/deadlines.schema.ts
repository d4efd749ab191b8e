import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dateOn, instant } from './columns';

/** What the calendar file said of each thing last. A record of the file, not of anybody's work: not journaled. */
export const calendarEvents = sqliteTable('calendar_events', {
  itemKey: text('item_key').primaryKey(),
  sequence: integer('sequence').notNull(),
  onDate: dateOn('on_date').notNull(),
  summary: text('summary').notNull(),
  detail: text('detail').notNull(),
  status: text('status', { enum: ['confirmed', 'cancelled'] }).notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** Reminders asked for and shown, each once. Not journaled. */
export const reminders = sqliteTable(
  'reminders',
  {
    itemKey: text('item_key').notNull(),
    onDate: dateOn('on_date').notNull(),
    kind: text('kind', { enum: ['asked', 'ahead', 'digest'] }).notNull(),
    remindAt: instant('remind_at').notNull(),
    shownAt: instant('shown_at'),
    dismissedAt: instant('dismissed_at'),
  },
  (table) => [primaryKey({ columns: [table.itemKey, table.onDate, table.kind] })],
);
