import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, instant, revision, seconds } from './columns';
import { imports } from './money.schema';
import { people } from './people.schema';
import { tasks } from './tasks.schema';
import { projects } from './work.schema';

/** Hours. Internal hours have no client. */
export const timeEntries = sqliteTable('time_entries', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  clientId: text('client_id').references(() => clients.id),
  projectId: text('project_id').references(() => projects.id),
  workedOn: dateOn('worked_on').notNull(),
  kind: text('kind', {
    enum: ['retainer', 'project', 'rework', 'internal'],
  }).notNull(),
  durationSeconds: seconds('duration_s').notNull(),
  note: text('note').notNull().default(''),
  revision: revision(),
  taskId: text('task_id').references(() => tasks.id),
  /** Of a timer; null where hours were written down or imported. */
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
  /** Entered into a period that was locked already. */
  adjustment: text('adjustment', { enum: ['yes', 'no'] })
    .notNull()
    .default('no'),
  importId: text('import_id').references(() => imports.id),
  /** What the row of another tool is known by. */
  importKey: text('import_key'),
});

/** The timer that runs, one a person. */
export const runningTimers = sqliteTable('running_timers', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  clientId: text('client_id').references(() => clients.id),
  projectId: text('project_id').references(() => projects.id),
  taskId: text('task_id').references(() => tasks.id),
  kind: text('kind', {
    enum: ['retainer', 'project', 'rework', 'internal'],
  }).notNull(),
  note: text('note').notNull().default(''),
  startedAt: instant('started_at').notNull(),
  revision: revision(),
});

/** Days whose hours are settled; without a person, of everybody. */
export const lockedPeriods = sqliteTable('locked_periods', {
  id: id(),
  personId: text('person_id').references(() => people.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  lockedAt: instant('locked_at').notNull(),
  note: text('note').notNull().default(''),
  revision: revision(),
});

/** One row with id `time`. */
export const timeSettings = sqliteTable('time_settings', {
  id: id(),
  /** 0: nothing is rounded. */
  roundingStepSeconds: seconds('rounding_step_s').notNull().default(0),
  roundingMode: text('rounding_mode', { enum: ['up', 'nearest'] })
    .notNull()
    .default('up'),
  /** Minutes after midnight at which a working day ends. */
  dayEndsAt: integer('day_ends_at').notNull().default(1080),
  revision: revision(),
});

/** Working hours by day of the week, from a date on, and whose holidays apply. */
export const personCapacity = sqliteTable('person_capacity', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  mondaySeconds: seconds('monday_s').notNull(),
  tuesdaySeconds: seconds('tuesday_s').notNull(),
  wednesdaySeconds: seconds('wednesday_s').notNull(),
  thursdaySeconds: seconds('thursday_s').notNull(),
  fridaySeconds: seconds('friday_s').notNull(),
  saturdaySeconds: seconds('saturday_s').notNull(),
  sundaySeconds: seconds('sunday_s').notNull(),
  calendar: text('calendar', { enum: ['RU', 'LV'] }).notNull(),
  revision: revision(),
});

/** Roles a person has besides the main one, by date. */
export const personRoles = sqliteTable('person_roles', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  role: text('role').notNull(),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  revision: revision(),
});

/** Level 1 learns, 2 works alone, 3 teaches. */
export const personSkills = sqliteTable('person_skills', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  skill: text('skill').notNull(),
  level: integer('level').notNull(),
  revision: revision(),
});

export const absences = sqliteTable('absences', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  kind: text('kind', {
    enum: ['vacation', 'sick', 'unpaid', 'study', 'other'],
  }).notNull(),
  deputyId: text('deputy_id').references(() => people.id),
  note: text('note').notNull().default(''),
  revision: revision(),
});

export const mentorships = sqliteTable('mentorships', {
  id: id(),
  traineeId: text('trainee_id')
    .notNull()
    .references(() => people.id),
  mentorId: text('mentor_id')
    .notNull()
    .references(() => people.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on'),
  revision: revision(),
});

/** A day of a country's production calendar that was changed by hand. */
export const calendarDays = sqliteTable('calendar_days', {
  id: id(),
  country: text('country', { enum: ['RU', 'LV'] }).notNull(),
  dayOn: dateOn('day_on').notNull(),
  kind: text('kind', {
    enum: ['holiday', 'day-off', 'working', 'short'],
  }).notNull(),
  title: text('title').notNull().default(''),
  revision: revision(),
});

/** What names in another tool's time sheet mean. Without a target they are not booked. */
export const timeNames = sqliteTable('time_names', {
  id: id(),
  kind: text('kind', { enum: ['person', 'client', 'project'] }).notNull(),
  name: text('name').notNull(),
  clientName: text('client_name').notNull().default(''),
  targetId: text('target_id'),
  revision: revision(),
});
