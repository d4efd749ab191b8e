import { z } from 'zod';
import { TASK_GROUPS, VIEW_KINDS, VIEW_SCALES } from '../domain/work/task-view';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  emptySchema,
  figureSchema,
  idSchema,
  languageSchema,
  lineSchema,
  minorSchema,
  revisionSchema,
  secondsSchema,
  textSchema,
} from './primitives';
import {
  identified,
  instantSchema,
  statusSchema,
  taskFilterSchema,
  taskNamesSchema,
  taskSortSchema,
} from './tasks-shapes';

export const templateStepSchema = z.object({
  title: lineSchema.trim().min(1),
  role: lineSchema,
  estimateSeconds: secondsSchema.nullable(),
  /** Working days from the day the regulation is applied for; may be negative. */
  startOffset: z.number().int().min(-400).max(400),
  dueOffset: z.number().int().min(-400).max(400),
  /** Index of the step this one waits for. */
  after: z.number().int().min(0).nullable(),
  checklist: z.array(lineSchema.trim().min(1)).max(100),
});

const templateShape = {
  name: lineSchema.trim().min(1),
  kind: lineSchema,
  language: languageSchema,
  description: textSchema,
  steps: z.array(templateStepSchema).min(1).max(100),
};

export const templateSchema = z.object({
  ...identified,
  ...templateShape,
  familyId: idSchema,
  version: z.number().int(),
  madeAt: instantSchema,
  /** Tasks made by any version of it. */
  taskCount: z.number().int(),
  openCount: z.number().int(),
  /** Of its tasks that are done: every point of the checklist was checked, and it was on time. Null: none done. */
  compliancePpm: figureSchema,
});

export const viewSettingsSchema = z
  .object({
    filter: taskFilterSchema,
    sort: taskSortSchema,
    /** What the columns of the board, or the groups of the list and the timeline, are. */
    groupBy: z.enum(TASK_GROUPS),
    /** Columns of the list that are shown, and anything else a view keeps of itself. */
    columns: z.array(z.string().max(40)).max(60),
    scale: z.enum(VIEW_SCALES),
  })
  .strict();

export const viewPlaceSchema = z
  .object({
    viewId: idSchema.nullable(),
    settings: viewSettingsSchema,
    scrollTop: z.number().min(0),
    scrollLeft: z.number().min(0),
    selectedIds: z.array(idSchema).max(500),
  })
  .strict();

export const viewKindSchema = z.enum(VIEW_KINDS);

/** What is at stake on one side of a contested slot. */
export const stakesSchema = z.object({
  taskId: idSchema,
  number: z.number().int(),
  title: z.string(),
  clientId: idSchema.nullable(),
  status: statusSchema,
  /** Hours of the person that the task needs in the week. */
  neededSeconds: secondsSchema,
  dueOn: dateSchema.nullable(),
  deadlineOn: dateSchema.nullable(),
  promise: z.string(),
  tier: z.enum(['A', 'B', 'C']).nullable(),
  /** Delivery margin of the client's last closed month. */
  marginPpm: figureSchema,
  /** Money of the stage or the project, net of VAT, client's currency; null: none is tied to it. */
  stageMinor: minorSchema.nullable(),
  currency: currencySchema.nullable(),
  /** When it would be ready if it waited for the others. */
  readyIfWaitsOn: dateSchema.nullable(),
  /** Working days it would be late then; 0: there is room. */
  lateIfWaitsDays: z.number().int(),
  /** Tasks that wait for it. */
  waitingCount: z.number().int(),
  score: z.number().int(),
  booking: z.enum(['soft', 'hard']),
});

export const contestSchema = z.object({
  personId: idSchema,
  /** Monday. */
  weekOn: dateSchema,
  capacitySeconds: secondsSchema,
  demandSeconds: secondsSchema,
  /** Since when the two have been asking, ms. */
  sinceAt: instantSchema,
  /** Best first, as the scores would have it. */
  sides: z.array(stakesSchema),
});

const decisionSchema = z.object({
  ...identified,
  number: z.number().int(),
  personId: idSchema,
  weekOn: dateSchema,
  outcome: z.enum(['in-order', 'split', 'outside', 'overtime']),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instantSchema,
  capacitySeconds: secondsSchema,
  demandSeconds: secondsSchema,
  sides: z.array(stakesSchema),
});

/** An exact decimal with a point. */
const decimalSchema = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

const improvementShape = {
  title: lineSchema.trim().min(1),
  description: textSchema,
  estimateSeconds: secondsSchema.nullable(),
  amountMinor: minorSchema.min(0).nullable(),
  /** What is to change: "conversion of the booking form". */
  measure: lineSchema,
  measureUnit: lineSchema,
  beforeValue: decimalSchema.nullable(),
  expectedValue: decimalSchema.nullable(),
  taskId: idSchema.nullable(),
};

export const improvementSchema = z.object({
  ...identified,
  ...improvementShape,
  number: z.number().int(),
  clientId: idSchema,
  currency: currencySchema,
  status: z.enum(['proposed', 'agreed', 'built', 'checked', 'declined']),
  measuredValue: decimalSchema.nullable(),
  proposedOn: dateSchema,
  decidedOn: dateSchema.nullable(),
  decidedBy: z.string(),
  evidence: z.string(),
  builtOn: dateSchema.nullable(),
  checkedOn: dateSchema.nullable(),
  conclusion: z.string(),
  /** (measured − before) ÷ (expected − before). */
  effectPpm: figureSchema,
});

const qualityRowSchema = z.object({
  /** Client's or person's id, or the kind of work; empty: without one. */
  key: z.string(),
  name: z.string(),
  acceptedCount: z.number().int(),
  /** Of the accepted: without rework. */
  firstPassPpm: figureSchema,
  /** Tasks done that had a date. */
  datedCount: z.number().int(),
  /** Of them: done by the deadline, or by the due date where there is no deadline. */
  onTimePpm: figureSchema,
  reworkSeconds: secondsSchema,
  /** Of all client hours logged. */
  reworkSharePpm: figureSchema,
});

export const tasksPracticeContract = {
  'templates/list': query(emptySchema, z.object({ templates: z.array(templateSchema) })),
  'templates/add': command(z.object(templateShape).strict(), doneSchema),
  /** A new version; tasks made by the former ones stay as they are. */
  'templates/amend': command(z.object({ ...identified, ...templateShape }).strict(), doneSchema),
  'templates/retire': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** As per regulation: a task of each step, with checklist, roles, dates and dependencies. */
  'templates/apply': command(
    z
      .object({
        id: idSchema,
        clientId: idSchema.nullable(),
        projectId: idSchema.nullable(),
        /** The day it is done for: offsets count from here. */
        onDay: dateSchema,
        /** Who does the steps of a role; a role without one stays without assignee. */
        people: z.array(z.object({ role: lineSchema, personId: idSchema }).strict()).max(50),
      })
      .strict(),
    z.object({ ids: z.array(idSchema) }),
  ),
  'views/list': query(
    emptySchema,
    z.object({
      views: z.array(
        z.object({
          ...identified,
          name: z.string(),
          kind: viewKindSchema,
          settings: viewSettingsSchema,
        }),
      ),
    }),
  ),
  /** Under a new name, or in the place of a kept one (`id`). */
  'views/keep': command(
    z
      .object({
        id: idSchema.nullable(),
        name: lineSchema.trim().min(1),
        kind: viewKindSchema,
        settings: viewSettingsSchema,
      })
      .strict(),
    doneSchema,
  ),
  /** Writes the view where the user says, as a file that another workspace takes; null: the dialog was closed. */
  'views/export': query(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  'views/drop': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Where a view was left; null: it was not seen yet. */
  'views/place': query(
    z.object({ kind: viewKindSchema }).strict(),
    z.object({ place: viewPlaceSchema.nullable() }),
  ),
  /** Remembers where a view was left; no part of the history. */
  'views/remember': command(
    z.object({ kind: viewKindSchema, place: viewPlaceSchema }).strict(),
    emptySchema,
  ),
  'contests/list': query(
    z.object({ from: dateSchema, weeks: z.number().int().min(1).max(26) }).strict(),
    z.object({
      open: z.array(contestSchema),
      decided: z.array(decisionSchema),
      /** Between ready and in work, of tasks that passed both within 90 days: mean seconds of wall time. */
      waits: z.array(
        z.object({ role: z.string(), count: z.number().int(), meanSeconds: figureSchema }),
      ),
      names: taskNamesSchema,
    }),
  ),
  /** What was decided and why. `order`: the tasks as they are to be served. */
  'contests/decide': command(
    z
      .object({
        personId: idSchema,
        weekOn: dateSchema,
        order: z.array(idSchema).min(2).max(20),
        outcome: z.enum(['in-order', 'split', 'outside', 'overtime']),
        reason: lineSchema.trim().min(1),
        /** With `in-order`: tasks that no longer fit move to the week after. */
        moveRest: z.boolean(),
      })
      .strict(),
    doneSchema,
  ),
  'improvements/list': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({ improvements: z.array(improvementSchema), names: taskNamesSchema }),
  ),
  'improvements/add': command(
    z.object({ clientId: idSchema, ...improvementShape }).strict(),
    doneSchema,
  ),
  'improvements/amend': command(
    z.object({ ...identified, patch: z.object(improvementShape).partial().strict() }).strict(),
    doneSchema,
  ),
  /** The next step of the loop, with what shows it. */
  'improvements/advance': command(
    z.discriminatedUnion('to', [
      z
        .object({
          to: z.enum(['agreed', 'declined']),
          id: idSchema,
          revision: revisionSchema,
          on: dateSchema,
          by: lineSchema.trim().min(1),
          evidence: lineSchema,
        })
        .strict(),
      z
        .object({ to: z.literal('built'), id: idSchema, revision: revisionSchema, on: dateSchema })
        .strict(),
      z
        .object({
          to: z.literal('checked'),
          id: idSchema,
          revision: revisionSchema,
          on: dateSchema,
          measuredValue: decimalSchema,
          conclusion: lineSchema,
        })
        .strict(),
    ]),
    doneSchema,
  ),
  'quality/read': query(
    z.object({ from: dateSchema, to: dateSchema, clientId: idSchema.nullable() }).strict(),
    z.object({
      total: qualityRowSchema,
      byClient: z.array(qualityRowSchema),
      byPerson: z.array(qualityRowSchema),
      byKind: z.array(qualityRowSchema),
    }),
  ),
};

export type Template = z.infer<typeof templateSchema>;
export type TemplateStep = z.infer<typeof templateStepSchema>;
export type ViewSettings = z.infer<typeof viewSettingsSchema>;
export type ViewPlace = z.infer<typeof viewPlaceSchema>;
export type Stakes = z.infer<typeof stakesSchema>;
export type Contest = z.infer<typeof contestSchema>;
export type Improvement = z.infer<typeof improvementSchema>;
export type QualityRow = z.infer<typeof qualityRowSchema>;
