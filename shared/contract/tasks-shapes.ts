import { z } from 'zod';
import { TASK_STATUSES } from '../domain/work/task-status';
import { TASK_SORTS } from '../domain/work/task-view';
import {
  dateSchema,
  idSchema,
  lineSchema,
  minorSchema,
  phraseSchema,
  ppmSchema,
  revisionSchema,
  secondsSchema,
  textSchema,
} from './primitives';

export const identified = { id: idSchema, revision: revisionSchema };
export const instantSchema = z.number().int().min(0);
export const statusSchema = z.enum(TASK_STATUSES);
export const prioritySchema = z.enum(['urgent', 'high', 'normal', 'low']);
export const bookingSchema = z.enum(['soft', 'hard']);
/** A rule of RFC 5545 without DTSTART: `FREQ=MONTHLY;BYMONTHDAY=5`. */
export const ruleSchema = z.string().min(1).max(300);

/** The brief says something else since: by which version a task was set, and which one it is now. */
export const briefChangeSchema = z.object({ from: z.number().int(), to: z.number().int() });

const idsSchema = z.array(idSchema).max(500);
const wordsSchema = z.array(lineSchema).max(200);

/**
 * What a view shows; the same for all views. An empty list restricts nothing; `none` among ids stands
 * for "without one". Dates are compared with `dueOn`, and with `deadlineOn` where there is no `dueOn`.
 */
export const taskFilterSchema = z
  .object({
    text: lineSchema,
    clientIds: idsSchema,
    projectIds: idsSchema,
    stageIds: idsSchema,
    personIds: idsSchema,
    roles: wordsSchema,
    statuses: z.array(statusSchema).max(7),
    labels: wordsSchema,
    kinds: wordsSchema,
    due: z.object({ from: dateSchema.nullable(), to: dateSchema.nullable() }).strict().nullable(),
    /** Open and past its date. */
    overdue: z.boolean(),
    /** Done by whoever works in the file. */
    mine: z.boolean(),
    /** Waits for a task that is not done. */
    blocked: z.boolean(),
    afterHours: z.boolean(),
    /** `only`: nothing but what was put away. */
    archived: z.enum(['without', 'with', 'only']),
  })
  .strict();

export const taskSortSchema = z
  .object({
    by: z.enum(TASK_SORTS),
    descending: z.boolean(),
  })
  .strict();

/** A card in a list. Empty strings and nulls stand for what a task does not have. */
export const taskCardSchema = z.object({
  ...identified,
  number: z.number().int(),
  title: z.string(),
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  stageId: idSchema.nullable(),
  status: statusSchema,
  statusSince: instantSchema,
  kind: z.string(),
  role: z.string(),
  personIds: z.array(idSchema),
  startOn: dateSchema.nullable(),
  dueOn: dateSchema.nullable(),
  deadlineOn: dateSchema.nullable(),
  doneOn: dateSchema.nullable(),
  estimateSeconds: secondsSchema.nullable(),
  remainingSeconds: secondsSchema.nullable(),
  priority: prioritySchema,
  /** The priority was set by hand. */
  isPrioritySet: z.boolean(),
  /** 0–1000: urgency × client benefit; what the queue is ordered by. */
  score: z.number().int(),
  checklistDone: z.number().int(),
  checklistTotal: z.number().int(),
  /** Tasks not done that this one waits for. */
  blockedBy: z.number().int(),
  reworkCount: z.number().int(),
  commentCount: z.number().int(),
  fileCount: z.number().int(),
  booking: bookingSchema,
  isAfterHours: z.boolean(),
  isRecurring: z.boolean(),
  isPromised: z.boolean(),
  labels: z.array(z.string()),
  briefChange: briefChangeSchema.nullable(),
  position: z.number().int(),
  isArchived: z.boolean(),
});

type CardShape = (typeof taskCardSchema)['shape'];
type CardField = keyof CardShape;
const cardFields = Object.keys(taskCardSchema.shape) as CardField[];

export type TaskCard = z.infer<typeof taskCardSchema>;
export type TaskColumns = { [K in CardField]: TaskCard[K][] };

/**
 * Cards by column, each column an array in the order of the cards: thousands of them travel small. Only
 * the shape is looked at: every cell of 6,000 cards would take longer than reading them from the file.
 */
export const taskColumnsSchema = z.custom<TaskColumns>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const lengths = cardFields.map((field): unknown => {
    const column: unknown = Reflect.get(value, field);
    return Array.isArray(column) ? column.length : null;
  });
  return lengths.every((length) => length !== null && length === lengths[0]);
});

/** Cards turned into columns. */
export function packCards(cards: readonly TaskCard[]): TaskColumns {
  return Object.fromEntries(
    cardFields.map((field) => [field, cards.map((card) => card[field])]),
  ) as TaskColumns;
}

/** Everything of a task that a person types. */
export const taskFieldsSchema = z.object({
  title: lineSchema.trim().min(1),
  description: textSchema,
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  stageId: idSchema.nullable(),
  briefId: idSchema.nullable(),
  kind: lineSchema,
  role: lineSchema,
  startOn: dateSchema.nullable(),
  dueOn: dateSchema.nullable(),
  deadlineOn: dateSchema.nullable(),
  /** What the client was promised, and where: "letter of 18.11: by Tuesday". */
  promise: lineSchema,
  estimateSeconds: secondsSchema.nullable(),
  remainingSeconds: secondsSchema.nullable(),
  booking: bookingSchema,
  reviewerId: idSchema.nullable(),
  isAfterHours: z.boolean(),
  requestedAt: instantSchema.nullable(),
  resolvedAt: instantSchema.nullable(),
  assignees: z
    .array(z.object({ personId: idSchema, sharePpm: ppmSchema.min(0).max(1_000_000) }).strict())
    .max(50),
  watcherIds: z.array(idSchema).max(100),
  labels: z.array(lineSchema.trim().min(1)).max(50),
});

/** A number of a reason with its sentence: `score` 0–1000 is the product of what the parts say. */
const priorityPartsSchema = z.object({
  score: z.number().int(),
  /** 0–100. */
  urgency: z.number().int(),
  /** 0–10. */
  benefit: z.number().int(),
  reasons: z.array(phraseSchema),
});

export const linkSchema = z.object({
  taskId: idSchema,
  number: z.number().int(),
  title: z.string(),
  clientId: idSchema.nullable(),
  status: statusSchema,
  dueOn: dateSchema.nullable(),
  lagDays: z.number().int(),
});

/** Everything of one task. */
export const taskSchema = z.object({
  ...identified,
  ...taskFieldsSchema.shape,
  number: z.number().int(),
  status: statusSchema,
  statusSince: instantSchema,
  createdAt: instantSchema,
  doneOn: dateSchema.nullable(),
  acceptedAt: instantSchema.nullable(),
  acceptedBy: z.string(),
  reworkCount: z.number().int(),
  priority: prioritySchema,
  isPrioritySet: z.boolean(),
  priorityReason: z.string(),
  priorityParts: priorityPartsSchema,
  baselineStartOn: dateSchema.nullable(),
  baselineDueOn: dateSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  clientName: z.string(),
  projectName: z.string(),
  stageName: z.string(),
  brief: z
    .object({
      id: idSchema,
      number: z.number().int(),
      title: z.string(),
      /** Version it was set by; null where it keeps none. */
      version: z.number().int().nullable(),
      change: briefChangeSchema.nullable(),
    })
    .nullable(),
  templateName: z.string(),
  source: z.string(),
  series: z
    .object({
      id: idSchema,
      rule: ruleSchema,
      startsOn: dateSchema,
      occurrenceOn: dateSchema,
      nextOn: dateSchema.nullable(),
      isEnded: z.boolean(),
    })
    .nullable(),
  checklist: z.array(
    z.object({
      ...identified,
      title: z.string(),
      checkedAt: instantSchema.nullable(),
      checkedBy: z.string(),
    }),
  ),
  before: z.array(linkSchema),
  after: z.array(linkSchema),
  comments: z.array(
    z.object({
      ...identified,
      author: z.string(),
      body: z.string(),
      saidAt: instantSchema,
      mentions: z.array(
        z.object({ personId: idSchema, name: z.string(), answeredAt: instantSchema.nullable() }),
      ),
    }),
  ),
  files: z.array(
    z.object({
      ...identified,
      name: z.string(),
      mime: z.string(),
      size: z.number().int(),
      /** Path or address; empty where the file itself is kept. */
      location: z.string(),
      attachedAt: instantSchema,
    }),
  ),
  dueChanges: z.array(
    z.object({
      id: idSchema,
      field: z.enum(['start', 'due', 'deadline']),
      fromOn: dateSchema.nullable(),
      toOn: dateSchema.nullable(),
      reason: z.string(),
      changedBy: z.string(),
      changedAt: instantSchema,
    }),
  ),
  statusChanges: z.array(
    z.object({
      id: idSchema,
      fromStatus: statusSchema,
      toStatus: statusSchema,
      reason: z.string(),
      changedBy: z.string(),
      changedAt: instantSchema,
    }),
  ),
});

/** Clients, people, projects and stages that the answer speaks of. */
export const taskNamesSchema = z.object({
  clients: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      mark: z.string(),
      hue: z.number().int(),
      tier: z.enum(['A', 'B', 'C']),
    }),
  ),
  people: z.array(z.object({ id: idSchema, name: z.string(), code: z.string(), role: z.string() })),
  projects: z.array(z.object({ id: idSchema, name: z.string(), clientId: idSchema })),
  stages: z.array(
    z.object({
      ...identified,
      name: z.string(),
      projectId: idSchema,
      amountMinor: minorSchema.nullable(),
    }),
  ),
});

export type TaskFilter = z.infer<typeof taskFilterSchema>;
export type TaskSort = z.infer<typeof taskSortSchema>;
export type TaskFields = z.infer<typeof taskFieldsSchema>;
export type TaskDetails = z.infer<typeof taskSchema>;
export type BriefChange = z.infer<typeof briefChangeSchema>;
export type TaskNames = z.infer<typeof taskNamesSchema>;
