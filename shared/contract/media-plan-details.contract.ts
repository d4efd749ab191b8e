import { z } from 'zod';
import { PLAN_BASES } from '../domain/media-plan-basis';
import { command, query } from './channel';
import { decimalSchema, identified, planAlertSchema, planLineSchema } from './media-plan-shapes';
import { doneSchema, idSchema, lineSchema, revisionSchema, textSchema } from './primitives';

const seasonSchema = z.object({
  ...identified,
  name: lineSchema,
  /** What each month weighs, January first. */
  weights: z.array(decimalSchema).length(12),
});

/** How the sheet of a plan is looked at. */
export const viewSettingsSchema = z
  .object({
    view: z.enum(['plan', 'terms', 'forecast', 'fact']),
    basis: z.enum(PLAN_BASES),
    grouping: z.enum(['group', 'channel', 'geo', 'flight', 'none']),
    unit: z.enum(['month', 'week', 'day']).nullable(),
    showInternal: z.boolean(),
    /** Columns that are not shown. */
    hidden: z.array(lineSchema).max(100),
    /** Keys of groups that are folded. */
    folded: z.array(lineSchema).max(500),
    /** Words that a line must have in its channel, placement, geo, format or group. */
    filter: lineSchema,
  })
  .strict();

const savedViewSchema = z.object({
  ...identified,
  name: lineSchema,
  settings: viewSettingsSchema,
});

const historyFields = planLineSchema.keyof();

export const mediaPlanDetailsContract = {
  'media-plans/list-seasons': query(
    z.object({}).strict(),
    z.object({ seasons: z.array(seasonSchema) }),
  ),
  /** Keeps a season under its name; the lines that were spread by it stay as they are. */
  'media-plans/keep-season': command(
    z
      .object({
        name: lineSchema.min(1),
        weights: z.array(decimalSchema).length(12),
      })
      .strict(),
    doneSchema,
  ),
  'media-plans/remove-season': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media-plans/list-views': query(
    z.object({}).strict(),
    z.object({ views: z.array(savedViewSchema) }),
  ),
  /** Keeps a view under its name; the same name again takes its place. */
  'media-plans/keep-view': command(
    z.object({ name: lineSchema.min(1), settings: viewSettingsSchema }).strict(),
    doneSchema,
  ),
  'media-plans/remove-view': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** In whatever state the plan is: a token is given after the plan is agreed. */
  'media-plans/add-creative': command(
    z
      .object({ lineId: idSchema, name: lineSchema.min(1), format: lineSchema, erid: lineSchema })
      .strict(),
    doneSchema,
  ),
  'media-plans/amend-creative': command(
    z
      .object({
        id: idSchema,
        revision: revisionSchema,
        patch: z
          .object({ name: lineSchema.min(1), format: lineSchema, erid: lineSchema })
          .partial()
          .strict(),
      })
      .strict(),
    doneSchema,
  ),
  'media-plans/remove-creative': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** What happened and what was decided about an alert of a line, by whoever works in the file. */
  'media-plans/note-incident': command(
    z
      .object({
        lineId: idSchema,
        alert: planAlertSchema.shape.code,
        note: textSchema.min(1),
        decision: textSchema,
      })
      .strict(),
    doneSchema,
  ),
  'media-plans/remove-incident': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Every change of some fields of a line, through the versions of its plan, the newest first. */
  'media-plans/list-cell-history': query(
    z.object({ lineId: idSchema, fields: z.array(historyFields).min(1).max(20) }).strict(),
    z.object({
      changes: z.array(
        z.object({
          seq: z.number().int(),
          at: z.number(),
          who: z.string(),
          version: z.number().int(),
          /** The action in words. */
          action: z.string(),
          kind: z.enum(['change', 'undo', 'redo']),
          field: historyFields,
          /** The field before: what brings it back when it is written. Null where the line was new. */
          from: planLineSchema.partial().nullable(),
          to: planLineSchema.partial(),
        }),
      ),
    }),
  ),
};

export type ViewSettings = z.infer<typeof viewSettingsSchema>;
export type HistoryField = z.infer<typeof historyFields>;
