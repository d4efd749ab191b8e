import { z } from 'zod';
import { PLAN_BASES } from '../domain/media-plan-basis';
import { BUYING_MODELS } from '../domain/media-plan-line';
import { command, query } from './channel';
import {
  amountSchema,
  factShape,
  followedPlanSchema,
  identified,
  type planAlertSchema,
  planFieldsShape,
  type planHeadSchema,
  planLineSchema,
  planListItemSchema,
  type planSchema,
  rateSchema,
  spreadSchema,
} from './media-plan-shapes';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  idSchema,
  lineSchema,
  minorSchema,
  revisionSchema,
  textSchema,
} from './primitives';

/** One cell as typed: text and exact decimals as strings, shares in ppm, amounts in minor units. */
const cellValueSchema = z.union([
  z.string().max(500),
  z.number(),
  z.boolean(),
  z.array(z.number()).max(12),
  z.null(),
]);

const cellFields = [
  'groupName',
  'channel',
  'placement',
  'format',
  'geo',
  'audience',
  'model',
  'unit',
  'volume',
  'price',
  'priceBasis',
  'surchargesPpm',
  'discountsPpm',
  'commissionPpm',
  'commissionBasis',
  'rebatePpm',
  'from',
  'to',
  'locked',
  'weight',
  'minMinor',
  'erid',
  'levyPayer',
  'impressions',
  'reach',
  'clicks',
  'leads',
  'orders',
  'revenueMinor',
  'note',
  'currency',
  'rate',
  'rateOn',
  'vatMode',
  'vatPpm',
  'netMinor',
] as const;

const doneIdsSchema = z.object({ ids: z.array(idSchema) });
const versionDoneSchema = z.object({ id: idSchema, revision: revisionSchema });

export const mediaPlansContract = {
  /** The newest version of each plan. */
  'media-plans/list': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({ plans: z.array(planListItemSchema) }),
  ),
  /** `since`: the stamp of the answer that the asker still has of the same plan and unit. */
  'media-plans/show': query(
    z
      .object({
        id: idSchema,
        unit: z.enum(['month', 'week', 'day']).nullable().default(null),
        since: z.number().int().nullable().default(null),
      })
      .strict(),
    followedPlanSchema,
  ),
  'media-plans/add': command(
    z
      .object({
        clientId: idSchema,
        currency: currencySchema.nullable(),
        ...planFieldsShape,
        /** Null: the client's commission in force on the plan's first day. */
        commissionPpm: rateSchema.nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'media-plans/amend': command(
    z.object({ ...identified, patch: z.object(planFieldsShape).partial().strict() }).strict(),
    versionDoneSchema,
  ),
  /** A draft with the next version number and the same lines. */
  'media-plans/duplicate': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media-plans/archive': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media-plans/send': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Takes a plan that was sent, or rejected, back to draft. */
  'media-plans/withdraw': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media-plans/decide': command(
    z
      .object({
        id: idSchema,
        decision: z.enum(['approved', 'rejected']),
        decidedOn: dateSchema,
        /** Who decided, at the client's. */
        decidedBy: lineSchema.min(1),
        /** What shows it: a letter, a message, a signed sheet. */
        evidence: textSchema,
      })
      .strict(),
    doneSchema,
  ),
  'media-plans/add-lines': command(
    z
      .object({
        planId: idSchema,
        /** Null: at the end. */
        beforeId: idSchema.nullable(),
        lines: z.array(
          planLineSchema
            .partial()
            .extend({ model: z.enum(BUYING_MODELS) })
            .strict(),
        ),
      })
      .strict(),
    doneIdsSchema,
  ),
  'media-plans/amend-line': command(
    z.object({ ...identified, patch: planLineSchema.partial().strict() }).strict(),
    versionDoneSchema,
  ),
  /**
   * Any number of cells as one action and one undo: an edit, a fill or a paste. Cells that will not do are
   * left as they were and named; the others are written. `netMinor` is solved into volume or price,
   * `columns` into a spread by hand whose sum is the net. A row without a line becomes a new one.
   */
  'media-plans/write-cells': command(
    z
      .object({
        planId: idSchema,
        rows: z
          .array(
            z
              .object({
                lineId: idSchema.nullable(),
                cells: z.partialRecord(z.enum(cellFields), cellValueSchema),
                columns: z.record(z.string().regex(/^\d{1,3}$/), amountSchema).optional(),
                /** What a typed net changes; left out: as the buying model suggests. */
                spread: spreadSchema.optional(),
                solve: z.enum(['volume', 'price']).optional(),
                /** What a typed `netMinor` and typed `columns` include; left out: the net. */
                basis: z.enum(PLAN_BASES).optional(),
              })
              .strict(),
          )
          .max(2000),
      })
      .strict(),
    z.object({
      ids: z.array(idSchema),
      refused: z.array(
        z.object({
          row: z.number().int(),
          field: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
  'media-plans/move-lines': command(
    z
      .object({
        planId: idSchema,
        lineIds: z.array(idSchema).min(1),
        beforeId: idSchema.nullable(),
      })
      .strict(),
    doneIdsSchema,
  ),
  'media-plans/remove-lines': command(
    z.object({ planId: idSchema, lineIds: z.array(idSchema).min(1) }).strict(),
    doneIdsSchema,
  ),
  /** Top-down: brings the lines that are not locked to the largest net whose client price fits the budget. */
  'media-plans/solve': command(
    z.object({ id: idSchema, budgetGrossMinor: amountSchema }).strict(),
    z.object({ id: idSchema, netMinor: minorSchema, clientPriceMinor: minorSchema }),
  ),
  'media-plans/compare': query(
    z.object({ fromId: idSchema, toId: idSchema }).strict(),
    z.object({
      currency: currencySchema,
      fromVersion: z.number().int(),
      toVersion: z.number().int(),
      lines: z.array(
        z.object({
          originId: idSchema,
          title: z.string(),
          kind: z.enum(['added', 'removed', 'changed']),
          fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
          fromNetMinor: minorSchema.nullable(),
          toNetMinor: minorSchema.nullable(),
        }),
      ),
      terms: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
      totals: z.array(
        z.object({
          key: z.enum(['netMinor', 'withCommissionMinor', 'withVatMinor', 'clientPriceMinor']),
          fromMinor: minorSchema,
          toMinor: minorSchema,
        }),
      ),
    }),
  ),
  'media-plans/list-facts': query(
    z.object({ planId: idSchema }).strict(),
    z.object({
      facts: z.array(
        z.object({
          ...identified,
          originId: idSchema,
          on: dateSchema,
          source: z.string(),
          ...factShape,
        }),
      ),
    }),
  ),
  /** Fact of a line on a day, by hand; the same day again replaces it. */
  'media-plans/record-fact': command(
    z.object({ lineId: idSchema, on: dateSchema, ...factShape }).strict(),
    doneSchema,
  ),
  'media-plans/remove-fact': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Writes the file where the user says; null where the dialog was closed. The PDF is safe for the client. */
  'media-plans/export': query(
    z.object({ id: idSchema, format: z.enum(['csv', 'xlsx', 'pdf']) }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
};

export type Plan = z.infer<typeof planSchema>;
export type FollowedPlan = z.infer<typeof followedPlanSchema>;
export type PlanHead = z.infer<typeof planHeadSchema>;
export type PlanListItem = z.infer<typeof planListItemSchema>;
export type PlanLineInput = z.infer<typeof planLineSchema>;
export type PlanSpread = z.infer<typeof spreadSchema>;
export type PlanAlert = z.infer<typeof planAlertSchema>;
export type CellField = (typeof cellFields)[number];
export type CellValue = z.infer<typeof cellValueSchema>;
