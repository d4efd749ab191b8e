import { z } from 'zod';
import { MAX_FILE_BYTES } from '../domain/file-size';
import { command, query } from './channel';
import {
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  lineSchema,
  minorSchema,
  phraseSchema,
  revisionSchema,
  secondsSchema,
  textSchema,
} from './primitives';
import {
  identified,
  prioritySchema,
  ruleSchema,
  statusSchema,
  taskCardSchema,
  taskColumnsSchema,
  taskFieldsSchema,
  taskFilterSchema,
  taskNamesSchema,
  taskSchema,
  taskSortSchema,
} from './tasks-shapes';

const doneIdsSchema = z.object({ ids: z.array(idSchema) });
/** A sentence to tell after a write: the deadline lies before the planned end, a column is over its limit. */
const warnedSchema = doneSchema.extend({ warnings: z.array(phraseSchema) });

const columnSchema = z.object({
  status: statusSchema,
  count: z.number().int(),
  estimateSeconds: secondsSchema,
  /** How many cards the column may hold; null: any number. */
  limit: z.number().int().nullable(),
});

/** A bar of the timeline; dates that a task lacks follow from the other and its estimate. */
export const scheduleBarSchema = z.object({
  id: idSchema,
  revision: revisionSchema,
  number: z.number().int(),
  title: z.string(),
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  stageId: idSchema.nullable(),
  personIds: z.array(idSchema),
  status: statusSchema,
  startOn: dateSchema,
  dueOn: dateSchema,
  deadlineOn: dateSchema.nullable(),
  baselineStartOn: dateSchema.nullable(),
  baselineDueOn: dateSchema.nullable(),
  estimateSeconds: secondsSchema.nullable(),
  /** 0–1000000. */
  progressPpm: z.number().int(),
  isCritical: z.boolean(),
  /** Working days it may slip without moving the end of its chain; negative: the chain is late already. */
  slackDays: z.number().int(),
  /** Earliest day the tasks before it allow. */
  earliestOn: dateSchema,
  /** Starts before a task it depends on is finished. */
  isConflict: z.boolean(),
  isOverdue: z.boolean(),
});

const todayItemSchema = z.object({
  card: taskCardSchema,
  reason: phraseSchema,
});

export const tasksContract = {
  'tasks/list': query(
    z
      .object({
        filter: taskFilterSchema,
        sort: taskSortSchema,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(20_000),
      })
      .strict(),
    z.object({
      today: dateSchema,
      /** Cards that the filter lets through, also those beyond the limit. */
      total: z.number().int(),
      overdueCount: z.number().int(),
      estimateSeconds: secondsSchema,
      cards: taskColumnsSchema,
      columns: z.array(columnSchema),
      names: taskNamesSchema,
    }),
  ),
  /** What a filter or a field can be given: clients, people, projects, stages, and words in use. */
  'tasks/choices': query(
    emptySchema,
    z.object({
      ...taskNamesSchema.shape,
      me: idSchema.nullable(),
      kinds: z.array(z.string()),
      roles: z.array(z.string()),
      labels: z.array(z.string()),
      briefs: z.array(z.object({ id: idSchema, title: z.string(), clientId: idSchema })),
    }),
  ),
  'tasks/show': query(z.object({ id: idSchema }).strict(), taskSchema),
  'tasks/add': command(
    z
      .object({
        /** `Отчёт Ромашка до пт 2ч @Аня !`: what it says fills the fields that are not given. */
        quick: lineSchema,
        fields: taskFieldsSchema.partial().strict(),
        status: statusSchema,
        checklist: z.array(lineSchema.trim().min(1)).max(200),
        recurrence: z.object({ rule: ruleSchema, startsOn: dateSchema }).strict().nullable(),
      })
      .strict(),
    warnedSchema,
  ),
  /** What a quick line means, before it is added. */
  'tasks/read-quick': query(
    z.object({ text: lineSchema }).strict(),
    z.object({
      title: z.string(),
      clientId: idSchema.nullable(),
      projectId: idSchema.nullable(),
      personIds: z.array(idSchema),
      labels: z.array(z.string()),
      dueOn: dateSchema.nullable(),
      estimateSeconds: secondsSchema.nullable(),
      priority: prioritySchema.nullable(),
      /** Pieces of the text and what each was taken for. */
      pieces: z.array(
        z.object({
          text: z.string(),
          as: z.enum(['title', 'client', 'person', 'label', 'due', 'estimate', 'priority']),
        }),
      ),
    }),
  ),
  /** Dates that change are recorded; `reason` says why, and may be empty for a first date. */
  'tasks/amend': command(
    z
      .object({ ...identified, patch: taskFieldsSchema.partial().strict(), reason: lineSchema })
      .strict(),
    warnedSchema,
  ),
  /** The same change of many tasks, one undo. `addLabels` and the like leave the others as they are. */
  'tasks/amend-many': command(
    z
      .object({
        ids: z.array(idSchema).min(1).max(5_000),
        patch: taskFieldsSchema
          .pick({
            clientId: true,
            projectId: true,
            stageId: true,
            kind: true,
            role: true,
            startOn: true,
            dueOn: true,
            deadlineOn: true,
            booking: true,
            reviewerId: true,
            isAfterHours: true,
            assignees: true,
          })
          .partial()
          .strict(),
        status: statusSchema.nullable(),
        priority: z.object({ level: prioritySchema.nullable(), reason: lineSchema }).nullable(),
        addLabels: z.array(lineSchema.trim().min(1)).max(50),
        removeLabels: z.array(lineSchema).max(50),
        /** Moves the dates that a task has by so many calendar days. */
        shiftDays: z.number().int().min(-3_660).max(3_660),
        reason: lineSchema,
      })
      .strict(),
    doneIdsSchema,
  ),
  /** Puts cards into a column, between two others, or to another assignee, client, stage or week: whatever the board is made of. */
  'tasks/move': command(
    z
      .object({
        ids: z.array(idSchema).min(1).max(500),
        to: z
          .object({
            status: statusSchema,
            /** Null takes the assignees off. */
            personId: idSchema.nullable(),
            clientId: idSchema.nullable(),
            stageId: idSchema.nullable(),
            /** Monday of the week in which it should be ready; the day of the week stays. */
            weekOn: dateSchema.nullable(),
            /** The card it is put behind; null: to the front. */
            afterId: idSchema.nullable(),
          })
          .partial()
          .strict(),
        reason: lineSchema,
      })
      .strict(),
    z.object({ ids: z.array(idSchema), warnings: z.array(phraseSchema) }),
  ),
  /** New dates with a reason; `cascade` moves the tasks that depend on it as far as they must. */
  'tasks/reschedule': command(
    z
      .object({
        ...identified,
        startOn: dateSchema.nullable(),
        dueOn: dateSchema.nullable(),
        reason: lineSchema,
        cascade: z.boolean(),
      })
      .strict(),
    z.object({ id: idSchema, moved: z.array(idSchema), warnings: z.array(phraseSchema) }),
  ),
  /** Says afterwards why the dates of a task moved: the reason of its last move. */
  'tasks/explain-move': command(
    z.object({ id: idSchema, reason: lineSchema.trim().min(1) }).strict(),
    doneSchema,
  ),
  /** Keeps the dates of these tasks as the plan that later ones are compared with. */
  'tasks/keep-baseline': command(
    z.object({ ids: z.array(idSchema).min(1).max(5_000) }).strict(),
    doneIdsSchema,
  ),
  'tasks/prioritise': command(
    z.object({ ...identified, level: prioritySchema.nullable(), reason: lineSchema }).strict(),
    doneSchema,
  ),
  'tasks/add-item': command(
    z.object({ taskId: idSchema, title: lineSchema.trim().min(1) }).strict(),
    doneSchema,
  ),
  'tasks/amend-item': command(
    z.object({ ...identified, title: lineSchema.trim().min(1) }).strict(),
    doneSchema,
  ),
  'tasks/check-item': command(
    z.object({ id: idSchema, isChecked: z.boolean() }).strict(),
    doneSchema,
  ),
  'tasks/move-item': command(
    z.object({ id: idSchema, afterId: idSchema.nullable() }).strict(),
    doneSchema,
  ),
  'tasks/remove-item': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** `@Name` or `@code` in the text mentions a person. */
  'tasks/comment': command(
    z.object({ taskId: idSchema, body: textSchema.trim().min(1) }).strict(),
    doneSchema,
  ),
  'tasks/attach': command(
    z
      .object({
        taskId: idSchema,
        name: lineSchema.trim().min(1),
        mime: lineSchema,
        /** The file itself, base64; or null where only `location` is kept. */
        content: z
          .string()
          .max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 1_000)
          .nullable(),
        location: z.string().max(2_000),
      })
      .strict(),
    doneSchema,
  ),
  'tasks/detach': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** The file itself, base64. */
  'tasks/read-file': query(
    z.object({ id: idSchema }).strict(),
    z.object({ name: z.string(), mime: z.string(), content: z.string() }),
  ),
  /** Writes a kept file where the user says; null: the dialog was closed. */
  'tasks/save-file': query(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** The later task waits for the earlier one. A circle is refused with its path. */
  'tasks/link': command(
    z
      .object({ beforeId: idSchema, afterId: idSchema, lagDays: z.number().int().min(0).max(400) })
      .strict(),
    doneSchema,
  ),
  'tasks/unlink': command(z.object({ beforeId: idSchema, afterId: idSchema }).strict(), doneSchema),
  /** Done and accepted: by whom, a person of the agency or the client's. */
  'tasks/accept': command(z.object({ ...identified, acceptedBy: lineSchema }).strict(), doneSchema),
  /** Back to rework, which is counted. */
  'tasks/send-back': command(
    z.object({ ...identified, reason: lineSchema.trim().min(1) }).strict(),
    doneSchema,
  ),
  'tasks/archive': command(
    z.object({ ids: z.array(idSchema).min(1).max(5_000), isArchived: z.boolean() }).strict(),
    doneIdsSchema,
  ),
  /** Makes a task come back, changes how, or ends it (null). */
  'tasks/repeat': command(
    z.object({ ...identified, rule: ruleSchema.nullable() }).strict(),
    doneSchema,
  ),
  /** The days on which a rule comes back, for its preview. */
  'tasks/preview-rule': query(
    z.object({ rule: ruleSchema, startsOn: dateSchema }).strict(),
    z.object({ days: z.array(dateSchema) }),
  ),
  'tasks/add-stage': command(
    z
      .object({
        projectId: idSchema,
        name: lineSchema.trim().min(1),
        amountMinor: minorSchema.min(0).nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'tasks/amend-stage': command(
    z
      .object({
        ...identified,
        name: lineSchema.trim().min(1),
        amountMinor: minorSchema.min(0).nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'tasks/limit-column': command(
    z
      .object({ status: statusSchema, limit: z.number().int().min(1).max(1_000).nullable() })
      .strict(),
    doneSchema,
  ),
  /** What to do next, best first, each with its reason. */
  'tasks/queue': query(
    z.object({ filter: taskFilterSchema, limit: z.number().int().min(1).max(500) }).strict(),
    z.object({
      items: z.array(
        z.object({
          card: taskCardSchema,
          /** 0–100. */
          urgency: z.number().int(),
          /** 0–10. */
          benefit: z.number().int(),
          reasons: z.array(phraseSchema),
          /** Words of whoever set the priority by hand. */
          setReason: z.string(),
        }),
      ),
      names: taskNamesSchema,
    }),
  ),
  /** The day of one person; null: of whoever works in the file. */
  'tasks/today': query(
    z.object({ personId: idSchema.nullable() }).strict(),
    z.object({
      today: dateSchema,
      personId: idSchema.nullable(),
      overdue: z.array(todayItemSchema),
      dueToday: z.array(todayItemSchema),
      /** Promised to a client and due within seven days. */
      promised: z.array(todayItemSchema),
      /** Reviews, mentions and tasks to be handed out. */
      waitingForMe: z.array(todayItemSchema),
      /** Sent to a client who has not answered. */
      waitingForClient: z.array(todayItemSchema),
      inWork: z.array(todayItemSchema),
      startsToday: z.array(todayItemSchema),
      afterHours: z.array(todayItemSchema),
      doneToday: z.array(todayItemSchema),
      names: taskNamesSchema,
    }),
  ),
  'tasks/schedule': query(
    z.object({ filter: taskFilterSchema, from: dateSchema, to: dateSchema }).strict(),
    z.object({
      today: dateSchema,
      bars: z.array(scheduleBarSchema),
      links: z.array(
        z.object({ beforeId: idSchema, afterId: idSchema, lagDays: z.number().int() }),
      ),
      /** Days of the span on which nobody works. */
      daysOff: z.array(dateSchema),
      /** Tasks that the filter lets through and that have no date at all. */
      undatedCount: z.number().int(),
      names: taskNamesSchema,
    }),
  ),
};

export type ScheduleBar = z.infer<typeof scheduleBarSchema>;
export type TodayItem = z.infer<typeof todayItemSchema>;
export type BoardColumn = z.infer<typeof columnSchema>;
