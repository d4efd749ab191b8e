import { z } from 'zod';
import { BUYING_MODELS, PRICE_BASES } from '../domain/media-plan-line';
import { MAX_MINOR } from '../domain/money';
import {
  currencySchema,
  dateSchema,
  figureSchema,
  idSchema,
  lineSchema,
  minorSchema,
  periodSchema,
  ppmSchema,
  revisionSchema,
  textSchema,
} from './primitives';

export const identified = { id: idSchema, revision: revisionSchema };
const countSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const amountSchema = minorSchema.min(0);
export const rateSchema = ppmSchema.min(0);
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

export const planFieldsShape = {
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
  /** January first; the name is that of the season it was taken from. */
  z
    .object({
      kind: z.literal('season'),
      name: lineSchema,
      weights: z.array(decimalSchema).length(12),
    })
    .strict(),
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
  /** Of the price; null: the plan's. */
  currency: currencySchema.nullable(),
  /** Units of the plan's currency for one of the line's, and the day it is of; null while none is known. */
  rate: decimalSchema.nullable(),
  rateOn: dateSchema.nullable(),
  /** `by-date`: the agency country's rate on the line's last day. `none` is not 0 %. */
  vatMode: z.enum(['plan', 'by-date', 'stated', 'none']),
  vatPpm: rateSchema.nullable(),
});

/** What `z.array(minorSchema)` takes, in one check: two thousand lines by fifty weeks are many numbers. */
const columnsSchema = z.custom<number[]>(
  (columns) =>
    Array.isArray(columns) &&
    columns.every(
      (amount: unknown) =>
        typeof amount === 'number' && Number.isSafeInteger(amount) && Math.abs(amount) <= MAX_MINOR,
    ),
);

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
  columnsMinor: columnsSchema,
};

export const factShape = {
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
  /** Currencies of lines without a rate: while there are any, the sums are not known. */
  missingRates: z.array(currencySchema),
});

type HandSpread = Extract<z.infer<typeof spreadSchema>, { kind: 'hand' }>;

/** Answered as it was read: a large plan has a hundred thousand parts, whose days were checked when written. */
const shownSpreadSchema = z.union([
  z.custom<HandSpread>(
    (spread) =>
      typeof spread === 'object' && spread !== null && 'kind' in spread && spread.kind === 'hand',
  ),
  spreadSchema,
]);

const planLineShownSchema = planLineSchema.extend({
  spread: shownSpreadSchema,
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
  creatives: z.array(
    z.object({ ...identified, name: z.string(), format: z.string(), erid: z.string() }),
  ),
  /** The line's own VAT, 0 where it is without; null: as in the plan. */
  ownVatPpm: rateSchema.nullable(),
  /** Why nothing is known of the line: then its amounts are zero and are not shown. */
  missingRate: z.object({ currency: currencySchema, on: dateSchema }).nullable(),
});

export const planSchema = planHeadSchema.extend({
  /** Columns as shown, which may be of another unit than the plan's own. */
  shownColumns: z.array(periodSchema),
  shownUnit: columnUnitSchema,
  /** The rate in force; null: without VAT. */
  ratePpm: rateSchema.nullable(),
  /** Day up to which facts are counted. */
  factOn: dateSchema,
  lines: z.array(planLineShownSchema),
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
  /** What was noted and decided of alerts, the newest first; `lineId` null where this version has no such line. */
  incidents: z.array(
    z.object({
      ...identified,
      lineId: idSchema.nullable(),
      alert: z.string(),
      note: z.string(),
      decision: z.string(),
      by: z.string(),
      at: z.number(),
    }),
  ),
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

/** A plan, or what became different of it since an answer that the asker still has. */
export const followedPlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole'), stamp: z.number().int(), plan: planSchema }),
  z.object({
    kind: z.literal('changes'),
    stamp: z.number().int(),
    head: planSchema.omit({ lines: true }),
    /** Every line's id in order; null where lines and order are as they were. */
    ids: z.array(idSchema).nullable(),
    /** Lines that are new or differ in more than their shares. */
    lines: z.array(planLineShownSchema),
    /** Of every line in order. */
    shares: z.object({
      vatMinor: z.array(minorSchema),
      clientNetMinor: z.array(minorSchema),
      clientVatMinor: z.array(minorSchema),
    }),
  }),
]);
