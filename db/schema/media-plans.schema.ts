import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, instant, minor, ppm, revision } from './columns';
import { imports } from './money.schema';
import { projects } from './work.schema';

/** One version of a media plan; versions of one plan share the family and the number. */
export const mediaPlans = sqliteTable('media_plans', {
  id: id(),
  /** Id of the first version. */
  familyId: text('family_id').notNull(),
  /** Running number in this workspace, from 1. */
  number: integer('number').notNull(),
  version: integer('version').notNull().default(1),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  projectId: text('project_id').references(() => projects.id),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
  /** `stated`: the columns are rows of media_plan_columns. */
  columnUnit: text('column_unit', { enum: ['month', 'week', 'day', 'stated'] })
    .notNull()
    .default('week'),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  status: text('status', { enum: ['draft', 'sent', 'approved', 'rejected'] })
    .notNull()
    .default('draft'),
  sentOn: dateOn('sent_on'),
  /** Day on which the client approved or rejected it, who did, and what shows it. */
  decidedOn: dateOn('decided_on'),
  decidedBy: text('decided_by').notNull().default(''),
  evidence: text('evidence').notNull().default(''),
  commissionPpm: ppm('commission_ppm').notNull().default(0),
  commissionBasis: text('commission_basis', { enum: ['on-top', 'inside'] })
    .notNull()
    .default('on-top'),
  clientDiscountPpm: ppm('client_discount_ppm').notNull().default(0),
  /** `by-date`: the agency country's rate on the plan's last day; `none` is not 0 %. */
  vatMode: text('vat_mode', { enum: ['by-date', 'stated', 'none'] })
    .notNull()
    .default('by-date'),
  vatPpm: ppm('vat_ppm'),
  /** What the client may pay at most, with VAT, plan's currency. */
  budgetGrossMinor: minor('budget_gross_minor'),
  note: text('note').notNull().default(''),
  editedAt: instant('edited_at').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
});

/** Columns stated by hand. */
export const mediaPlanColumns = sqliteTable('media_plan_columns', {
  id: id(),
  planId: text('plan_id')
    .notNull()
    .references(() => mediaPlans.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  revision: revision(),
});

/** A placement. Volume, price and weight are exact decimals; the net is reckoned from them. */
export const mediaPlanLines = sqliteTable('media_plan_lines', {
  id: id(),
  planId: text('plan_id')
    .notNull()
    .references(() => mediaPlans.id),
  /** Id of the line it was copied from, through all versions; its own in the first. */
  originId: text('origin_id').notNull(),
  position: integer('position').notNull(),
  groupName: text('group_name').notNull().default(''),
  channel: text('channel').notNull().default(''),
  placement: text('placement').notNull().default(''),
  format: text('format').notNull().default(''),
  geo: text('geo').notNull().default(''),
  audience: text('audience').notNull().default(''),
  model: text('model', {
    enum: [
      'cpm',
      'cpc',
      'cpv',
      'cpa',
      'cpl',
      'day',
      'week',
      'month',
      'spot',
      'grp',
      'fixed',
      'sponsorship',
    ],
  }).notNull(),
  unit: text('unit').notNull().default(''),
  volume: text('volume').notNull().default('0'),
  price: text('price').notNull().default('0'),
  /** What the price includes. */
  priceBasis: text('price_basis', {
    enum: ['net', 'with-vat', 'with-commission', 'with-commission-and-vat'],
  })
    .notNull()
    .default('net'),
  /** JSON arrays of parts per million, in sequence. */
  surcharges: text('surcharges').notNull().default('[]'),
  discounts: text('discounts').notNull().default('[]'),
  /** Instead of the plan's commission. */
  commissionPpm: ppm('commission_ppm'),
  commissionBasis: text('commission_basis', { enum: ['on-top', 'inside'] }),
  rebatePpm: ppm('rebate_ppm').notNull().default(0),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  spreadKind: text('spread_kind', { enum: ['even', 'weekday', 'hand'] })
    .notNull()
    .default('even'),
  /** JSON: seven decimals from Monday on, or "from/to weight" of hand-made parts (`{from, to, weight}` before 0.2). */
  spreadWeights: text('spread_weights').notNull().default('[]'),
  locked: text('locked', { enum: ['yes', 'no'] })
    .notNull()
    .default('no'),
  weight: text('weight').notNull().default('1'),
  minMinor: minor('min_minor').notNull().default(0),
  erid: text('erid').notNull().default(''),
  /** `none`: no advertising on the internet, neither a token nor a levy is due. */
  levyPayer: text('levy_payer', { enum: ['none', 'agency', 'client', 'vendor'] })
    .notNull()
    .default('none'),
  impressions: integer('impressions'),
  reach: integer('reach'),
  clicks: integer('clicks'),
  leads: integer('leads'),
  orders: integer('orders'),
  revenueMinor: minor('revenue_minor'),
  note: text('note').notNull().default(''),
  /** Of the price; null: the plan's. */
  currency: text('currency'),
  /** Exact decimal: units of the plan's currency for one of the line's, of the day `rateOn`. Null: not known. */
  rate: text('rate'),
  rateOn: dateOn('rate_on'),
  /** `by-date`: the agency country's rate on the line's last day. */
  vatMode: text('vat_mode', { enum: ['plan', 'by-date', 'stated', 'none'] })
    .notNull()
    .default('plan'),
  vatPpm: ppm('vat_ppm'),
  seasonName: text('season_name').notNull().default(''),
  /** JSON: weights of twelve months where the line is spread by season; else empty. */
  seasonWeights: text('season_weights').notNull().default('[]'),
  revision: revision(),
});

/** What a line did on a day; spend net of VAT and commission, plan's currency. Null: not stated. */
export const mediaPlanFacts = sqliteTable('media_plan_facts', {
  id: id(),
  lineId: text('line_id')
    .notNull()
    .references(() => mediaPlanLines.id),
  factOn: dateOn('fact_on').notNull(),
  /** Empty where entered by hand. */
  source: text('source').notNull().default(''),
  importId: text('import_id').references(() => imports.id),
  spendMinor: minor('spend_minor'),
  impressions: integer('impressions'),
  clicks: integer('clicks'),
  leads: integer('leads'),
  orders: integer('orders'),
  revenueMinor: minor('revenue_minor'),
  revision: revision(),
});
