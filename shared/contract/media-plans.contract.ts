import { z } from 'zod';
import { BUYING_MODELS, PRICE_BASES } from '../domain/media-plan-line';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  figureSchema,
  idSchema,
  lineSchema,
  minorSchema,
  periodSchema,
  ppmSchema,
  revisionSchema,
  textSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };
const countSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const amountSchema = minorSchema.min(0);
const rateSchema = ppmSchema.min(0);
const shareSchema = ppmSchema.min(0).max(1_000_000);
/** Exact decimal of at most 15 digits before the point and 12 after it. */
export const decimalSchema = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/);
export const planStatusSchema = z.enum(['draft', 'sent', 'approved', 'rejected']);
export const columnUnitSchema = z.enum(['month', 'week', 'day', 'stated']);

/** What a plan is reckoned with. */
const planTermsShape = {
  commissionPpm: rateSchema,
  commissionBasis: z.enum(['on-top', 'inside']),
  clientDiscountPpm: shareSchema,
  /** `by-date`: the agency country's rate on the plan's last day. `none` is not 0 %. */
  vatMode: z.enum(['by-date', 'stated', 'none']),
  vatPpm: rateSchema.nullable(),
  budgetGrossMinor: amountSchema.nullable(),
};

const planFieldsShape = {
  name: lineSchema.min(1),
  projectId: idSchema.nullable(),
  from: dateSchema,
  to: dateSchema,
  columnUnit: columnUnitSchema,
  /** Only where the unit is `stated`. */
  columns: z.array(periodSchema).max(400),
  note: textSchema,
  ...planTermsShape,
};

export const spreadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('even') }).strict(),
  /** Monday first. */
  z.object({ kind: z.literal('weekday'), weights: z.array(decimalSchema).length(7) }).strict(),
  z
    .object({
      kind: z.literal('hand'),
      parts: z
        .array(z.object({ from: dateSchema, to: dateSchema, weight: decimalSchema }).strict())
        .max(400),
    })
    .strict(),
]);

/** Fields of a line that are written as they are; amounts reckoned from them are not among them. */
export const planLineSchema = z.object({
  groupName: lineSchema,
  channel: lineSchema,
  placement: lineSchema,
  format: lineSchema,
  geo: lineSchema,
  audience: lineSchema,
  model: z.enum(BUYING_MODELS),
  unit: lineSchema,
  volume: decimalSchema,
  price: decimalSchema,
  priceBasis: z.enum(PRICE_BASES),
  surchargesPpm: z.array(rateSchema).max(12),
  discountsPpm: z.array(shareSchema).max(12),
  /** The line's own commission; null: the plan's. */
  commission: z
    .object({ ppm: rateSchema, basis: z.enum(['on-top', 'inside']) })
    .strict()
    .nullable(),
  rebatePpm: shareSchema,
  from: dateSchema,
  to: dateSchema,
  spread: spreadSchema,
  locked: z.boolean(),
  weight: decimalSchema,
  minMinor: amountSchema,
  erid: lineSchema,
  levyPayer: z.enum(['none', 'agency', 'client', 'vendor']),
  impressions: countSchema.nullable(),
  reach: countSchema.nullable(),
  clicks: countSchema.nullable(),
  leads: countSchema.nullable(),
  orders: countSchema.nullable(),
  revenueMinor: minorSchema.nullable(),
  note: lineSchema,
});

/** Amounts in the plan's currency; each name says what is in it. */
const costsShape = {
  netMinor: minorSchema,
  commissionMinor: minorSchema,
  withCommissionMinor: minorSchema,
  /** VAT on the sum with commission, before the client's discount. */
  vatMinor: minorSchema,
  clientNetMinor: minorSchema,
  clientVatMinor: minorSchema,
  clientPriceMinor: minorSchema,
  rebateMinor: minorSchema,
  ourCostMinor: minorSchema,
  /** Advertising levy, shown apart. */
  levyMinor: minorSchema,
  columnsMinor: z.array(minorSchema),
};

const factShape = {
  spendMinor: minorSchema.nullable(),
  impressions: countSchema.nullable(),
  clicks: countSchema.nullable(),
  leads: countSchema.nullable(),
  orders: countSchema.nullable(),
  revenueMinor: minorSchema.nullable(),
};

/** Fact of a line up to the plan's day of fact, and how it stands against the plan. */
const lineFactSchema = z.object({
  ...factShape,
  lastOn: dateSchema,
  planToDateMinor: minorSchema,
  pacePpm: figureSchema,
  moneyLeftMinor: minorSchema,
  neededPerDayMinor: minorSchema.nullable(),
  forecastMinor: minorSchema.nullable(),
  cpmMinor: figureSchema,
  ctrPpm: figureSchema,
  cpcMinor: figureSchema,
  cplMinor: figureSchema,
  cpaMinor: figureSchema,
});

export const planAlertSchema = z.object({
  lineId: idSchema,
  code: z.enum([
    'pace-behind',
    'pace-ahead',
    'cpa-above-target',
    'budget-out',
    'no-erid',
    'no-data',
  ]),
  /** `pacePpm`, `neededPerDayMinor`, `actualMinor`, `targetMinor`, `days`, as the code has them. */
  params: z.record(z.string(), z.number().nullable()),
});

export const planHeadSchema = z.object({
  ...identified,
  familyId: idSchema,
  number: z.number().int(),
  version: z.number().int(),
  clientId: idSchema,
  clientName: z.string(),
  clientMark: z.string(),
  clientHue: z.number().int(),
  currency: currencySchema,
  status: planStatusSchema,
  sentOn: dateSchema.nullable(),
  decidedOn: dateSchema.nullable(),
  decidedBy: z.string(),
  evidence: z.string(),
  editedAt: z.number(),
  ...planFieldsShape,
});

export const planListItemSchema = planHeadSchema.omit({ columns: true, note: true }).extend({
  lineCount: z.number().int(),
  netMinor: minorSchema,
  clientPriceMinor: minorSchema,
  /** Null where nothing was recorded yet. */
  spendMinor: minorSchema.nullable(),
  pacePpm: figureSchema,
  alertCount: z.number().int(),
  versionCount: z.number().int(),
  /** The newest version that the client approved. */
  approvedVersion: z.number().int().nullable(),
});

export const planSchema = planHeadSchema.extend({
  /** Columns as shown, which may be of another unit than the plan's own. */
  shownColumns: z.array(periodSchema),
  shownUnit: columnUnitSchema,
  /** The rate in force; null: without VAT. */
  ratePpm: rateSchema.nullable(),
  /** Day up to which facts are counted. */
  factOn: dateSchema,
  lines: z.array(
    planLineSchema.extend({
      ...identified,
      originId: idSchema,
      position: z.number().int(),
      ...costsShape,
      /** Counts with those that the buying model itself promises. */
      forecast: z.object({
        impressions: countSchema.nullable(),
        clicks: countSchema.nullable(),
        leads: countSchema.nullable(),
        orders: countSchema.nullable(),
      }),
      fact: lineFactSchema.nullable(),
    }),
  ),
  totals: z.object({ ...costsShape, withVatMinor: minorSchema }),
  byGroup: z.array(z.object({ name: z.string(), lineIds: z.array(idSchema), ...costsShape })),
  byChannel: z.array(z.object({ name: z.string(), lineIds: z.array(idSchema), ...costsShape })),
  /** Of the lines that have a fact; null where none has. */
  fact: z
    .object({
      ...factShape,
      planToDateMinor: minorSchema,
      pacePpm: figureSchema,
      moneyLeftMinor: minorSchema,
      forecastMinor: minorSchema.nullable(),
    })
    .nullable(),
  /** What the client may still be offered within the budget; negative where it is exceeded. */
  budgetLeftMinor: minorSchema.nullable(),
  alerts: z.array(planAlertSchema),
  versions: z.array(
    z.object({
      id: idSchema,
      version: z.number().int(),
      status: planStatusSchema,
      decidedOn: dateSchema.nullable(),
      decidedBy: z.string(),
      editedAt: z.number(),
    }),
  ),
});

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
  'media-plans/show': query(
    z
      .object({ id: idSchema, unit: z.enum(['month', 'week', 'day']).nullable().default(null) })
      .strict(),
    planSchema,
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
                solve: z.enum(['volume', 'price']).optional(),
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
export type PlanHead = z.infer<typeof planHeadSchema>;
export type PlanListItem = z.infer<typeof planListItemSchema>;
export type PlanLineInput = z.infer<typeof planLineSchema>;
export type PlanSpread = z.infer<typeof spreadSchema>;
export type PlanAlert = z.infer<typeof planAlertSchema>;
export type CellField = (typeof cellFields)[number];
export type CellValue = z.infer<typeof cellValueSchema>;
