import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { TASK_STATUSES } from '../../shared/domain/work/task-status';
import { briefs } from './briefs.schema';
import { clients } from './clients.schema';
import { dateOn, id, instant, minor, ppm, revision, seconds } from './columns';
import { people } from './people.schema';
import { projects } from './work.schema';

/** A part of a project that is handed over on its own. Amount: client's currency, net of VAT. */
export const projectStages = sqliteTable('project_stages', {
  id: id(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  amountMinor: minor('amount_minor'),
  revision: revision(),
});

/** A regulation: how a kind of work is done. Versions of one share the family; the newest is the one in force. */
export const taskTemplates = sqliteTable('task_templates', {
  id: id(),
  familyId: text('family_id').notNull(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  kind: text('kind').notNull().default(''),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  description: text('description').notNull().default(''),
  madeAt: instant('made_at').notNull(),
  retiredAt: instant('retired_at'),
  revision: revision(),
});

/** A step becomes a task. Offsets: working days from the day it is applied for; `afterPosition`: the step it waits for. */
export const taskTemplateSteps = sqliteTable('task_template_steps', {
  id: id(),
  templateId: text('template_id')
    .notNull()
    .references(() => taskTemplates.id),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  role: text('role').notNull().default(''),
  estimateSeconds: seconds('estimate_s'),
  startOffset: integer('start_offset').notNull().default(0),
  dueOffset: integer('due_offset').notNull().default(0),
  afterPosition: integer('after_position'),
  checklist: text('checklist').notNull().default('[]'),
  revision: revision(),
});

/** A task that comes back. `rule`: RRULE of RFC 5545 on calendar dates. */
export const taskSeries = sqliteTable('task_series', {
  id: id(),
  rule: text('rule').notNull(),
  startsOn: dateOn('starts_on').notNull(),
  endedAt: instant('ended_at'),
  revision: revision(),
});

/** A task. `startOn` is when it is worked on, `dueOn` when it should be ready, `deadlineOn` the day that may not be missed. */
export const tasks = sqliteTable('tasks', {
  id: id(),
  number: integer('number').notNull(),
  clientId: text('client_id').references(() => clients.id),
  projectId: text('project_id').references(() => projects.id),
  briefId: text('brief_id').references(() => briefs.id),
  stageId: text('stage_id').references(() => projectStages.id),
  templateId: text('template_id').references(() => taskTemplates.id),
  seriesId: text('series_id').references(() => taskSeries.id),
  occurrenceOn: dateOn('occurrence_on'),
  title: text('title').notNull(),
  description: text('description').notNull().default(''),
  kind: text('kind').notNull().default(''),
  role: text('role').notNull().default(''),
  status: text('status', { enum: TASK_STATUSES }).notNull().default('backlog'),
  statusSince: integer('status_since').notNull(),
  startOn: dateOn('start_on'),
  dueOn: dateOn('due_on'),
  deadlineOn: dateOn('deadline_on'),
  promise: text('promise').notNull().default(''),
  baselineStartOn: dateOn('baseline_start_on'),
  baselineDueOn: dateOn('baseline_due_on'),
  estimateSeconds: seconds('estimate_s'),
  remainingSeconds: seconds('remaining_s'),
  priority: text('priority', { enum: ['urgent', 'high', 'normal', 'low'] }),
  priorityReason: text('priority_reason').notNull().default(''),
  booking: text('booking', { enum: ['soft', 'hard'] })
    .notNull()
    .default('soft'),
  reviewerId: text('reviewer_id').references(() => people.id),
  reworkCount: integer('rework_count').notNull().default(0),
  doneOn: dateOn('done_on'),
  acceptedAt: instant('accepted_at'),
  acceptedBy: text('accepted_by').notNull().default(''),
  afterHours: text('after_hours', { enum: ['yes', 'no'] })
    .notNull()
    .default('no'),
  requestedAt: instant('requested_at'),
  resolvedAt: instant('resolved_at'),
  position: integer('position').notNull(),
  source: text('source').notNull().default(''),
  externalKey: text('external_key').notNull().default(''),
  createdAt: instant('created_at').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
});

/** Who does a task, in order, and which part of its hours is theirs. */
export const taskAssignees = sqliteTable('task_assignees', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  position: integer('position').notNull(),
  sharePpm: ppm('share_ppm').notNull().default(1000000),
  revision: revision(),
});

/** Who is told of a task without doing it. */
export const taskWatchers = sqliteTable('task_watchers', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  revision: revision(),
});

/** A label of a task. */
export const taskLabels = sqliteTable('task_labels', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  name: text('name').notNull(),
  revision: revision(),
});

/** A point of a task's checklist. */
export const taskChecklistItems = sqliteTable('task_checklist_items', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  checkedAt: instant('checked_at'),
  checkedBy: text('checked_by').notNull().default(''),
  revision: revision(),
});

/** The later task starts after the earlier one is finished, and `lagDays` working days more. */
export const taskDependencies = sqliteTable('task_dependencies', {
  id: id(),
  beforeId: text('before_id')
    .notNull()
    .references(() => tasks.id),
  afterId: text('after_id')
    .notNull()
    .references(() => tasks.id),
  lagDays: integer('lag_days').notNull().default(0),
  revision: revision(),
});

/** What was said of a task. `author`: a person's id, or a name from another tool. */
export const taskComments = sqliteTable('task_comments', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  author: text('author').notNull().default(''),
  body: text('body').notNull(),
  saidAt: instant('said_at').notNull(),
  source: text('source').notNull().default(''),
  externalKey: text('external_key').notNull().default(''),
  revision: revision(),
});

/** A person named in a comment; open until answered. */
export const taskMentions = sqliteTable('task_mentions', {
  id: id(),
  commentId: text('comment_id')
    .notNull()
    .references(() => taskComments.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  answeredAt: instant('answered_at'),
  revision: revision(),
});

/** A file kept whole, or only its path or address. */
export const taskFiles = sqliteTable('task_files', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  name: text('name').notNull(),
  mime: text('mime').notNull().default(''),
  size: integer('size').notNull().default(0),
  content: blob('content', { mode: 'buffer' }),
  location: text('location').notNull().default(''),
  attachedAt: instant('attached_at').notNull(),
  revision: revision(),
});

/** A date that moved, and why. */
export const taskDueChanges = sqliteTable('task_due_changes', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  field: text('field', { enum: ['start', 'due', 'deadline'] }).notNull(),
  fromOn: dateOn('from_on'),
  toOn: dateOn('to_on'),
  reason: text('reason').notNull().default(''),
  changedBy: text('changed_by').notNull().default(''),
  changedAt: instant('changed_at').notNull(),
  revision: revision(),
});

/** A step of a task from one status into another. `sinceAt`: when the former status began. */
export const taskStatusChanges = sqliteTable('task_status_changes', {
  id: id(),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  fromStatus: text('from_status', { enum: TASK_STATUSES }).notNull(),
  toStatus: text('to_status', { enum: TASK_STATUSES }).notNull(),
  reason: text('reason').notNull().default(''),
  changedBy: text('changed_by').notNull().default(''),
  sinceAt: instant('since_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  revision: revision(),
});

/** How many cards a column of the board may hold. */
export const boardLimits = sqliteTable('board_limits', {
  id: id(),
  status: text('status', { enum: TASK_STATUSES }).notNull(),
  maxCards: integer('max_cards').notNull(),
  revision: revision(),
});

/** A view under a name. `settings`: JSON of the contract's view settings. */
export const savedViews = sqliteTable('saved_views', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', {
    enum: ['board', 'list', 'timeline', 'calendar', 'workload', 'today'],
  }).notNull(),
  settings: text('settings').notNull(),
  position: integer('position').notNull(),
  revision: revision(),
});

/** Hours of one person that several tasks wanted in a week, and what was decided. */
export const contestedDecisions = sqliteTable('contested_decisions', {
  id: id(),
  number: integer('number').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  weekOn: dateOn('week_on').notNull(),
  outcome: text('outcome', { enum: ['in-order', 'split', 'outside', 'overtime'] }).notNull(),
  reason: text('reason').notNull(),
  capacitySeconds: seconds('capacity_s').notNull(),
  demandSeconds: seconds('demand_s').notNull(),
  decidedBy: text('decided_by').notNull().default(''),
  decidedAt: instant('decided_at').notNull(),
  revision: revision(),
});

/** A side of a decision in the order served, with what was at stake then (JSON). */
export const contestedSides = sqliteTable('contested_sides', {
  id: id(),
  decisionId: text('decision_id')
    .notNull()
    .references(() => contestedDecisions.id),
  taskId: text('task_id')
    .notNull()
    .references(() => tasks.id),
  position: integer('position').notNull(),
  stakes: text('stakes').notNull(),
  revision: revision(),
});

/** An improvement of a client's site. Values of its measure are exact decimals. */
export const improvements = sqliteTable('improvements', {
  id: id(),
  number: integer('number').notNull(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  taskId: text('task_id').references(() => tasks.id),
  title: text('title').notNull(),
  description: text('description').notNull().default(''),
  status: text('status', { enum: ['proposed', 'agreed', 'built', 'checked', 'declined'] })
    .notNull()
    .default('proposed'),
  estimateSeconds: seconds('estimate_s'),
  amountMinor: minor('amount_minor'),
  measure: text('measure').notNull().default(''),
  measureUnit: text('measure_unit').notNull().default(''),
  beforeValue: text('before_value'),
  expectedValue: text('expected_value'),
  measuredValue: text('measured_value'),
  proposedOn: dateOn('proposed_on').notNull(),
  decidedOn: dateOn('decided_on'),
  decidedBy: text('decided_by').notNull().default(''),
  evidence: text('evidence').notNull().default(''),
  builtOn: dateOn('built_on'),
  checkedOn: dateOn('checked_on'),
  conclusion: text('conclusion').notNull().default(''),
  revision: revision(),
});
