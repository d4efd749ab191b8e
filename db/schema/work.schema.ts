import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, minor, ppm, revision, seconds } from './columns';
import { people } from './people.schema';

export const projects = sqliteTable('projects', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  kind: text('kind', { enum: ['retainer', 'fixed-fee'] }).notNull(),
  name: text('name').notNull(),
  status: text('status', { enum: ['active', 'closed'] })
    .notNull()
    .default('active'),
  startsOn: dateOn('starts_on').notNull(),
  endsOn: dateOn('ends_on'),
  /** Fee of a fixed-fee project, client's currency, net of VAT. Null for retainers. */
  feeMinor: minor('fee_minor'),
  revision: revision(),
});

/** Terms of a retainer. `month`: fee and hours of each calendar month, prorated by days at the ends; `period`: of the whole span once. */
export const retainerTerms = sqliteTable('retainer_terms', {
  id: id(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  cycle: text('cycle', { enum: ['month', 'period'] })
    .notNull()
    .default('month'),
  listFeeMinor: minor('list_fee_minor').notNull(),
  discountPpm: ppm('discount_ppm').notNull().default(0),
  includedSeconds: seconds('included_s').notNull(),
  /** `stated`: rolloverSeconds are added to every cycle; `previous-month`: unused hours move on one month, up to rolloverSeconds. */
  rollover: text('rollover', { enum: ['none', 'stated', 'previous-month'] })
    .notNull()
    .default('none'),
  rolloverSeconds: seconds('rollover_s').notNull().default(0),
  revision: revision(),
});

/** Per cent complete of a fixed-fee project as judged at the end of a day. */
export const projectProgress = sqliteTable('project_progress', {
  id: id(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  judgedOn: dateOn('judged_on').notNull(),
  completePpm: ppm('complete_ppm').notNull(),
  revision: revision(),
});

/** Planned and remaining hours of a project by person. */
export const projectHours = sqliteTable('project_hours', {
  id: id(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  plannedSeconds: seconds('planned_s').notNull(),
  remainingSeconds: seconds('remaining_s').notNull(),
  revision: revision(),
});

/** Part of a project's fee that was billed, net of VAT. */
export const projectBillings = sqliteTable('project_billings', {
  id: id(),
  projectId: text('project_id')
    .notNull()
    .references(() => projects.id),
  billedOn: dateOn('billed_on').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  revision: revision(),
});

/** Media of one channel for a period, client's currency, net of VAT and commission. Null: not known yet. */
export const mediaSpend = sqliteTable('media_spend', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  channel: text('channel').notNull(),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  planMinor: minor('plan_minor'),
  actualMinor: minor('actual_minor'),
  rebatePpm: ppm('rebate_ppm').notNull().default(0),
  impressions: integer('impressions'),
  clicks: integer('clicks'),
  leads: integer('leads'),
  orders: integer('orders'),
  revenueMinor: minor('revenue_minor'),
  revision: revision(),
});

/** Media spent in a period up to a day within it: the point at which pace is judged. */
export const mediaCheckpoints = sqliteTable('media_checkpoints', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  judgedOn: dateOn('judged_on').notNull(),
  spendMinor: minor('spend_minor').notNull(),
  revision: revision(),
});

/** Production bought for the client and sold with a mark-up, client's currency, net of VAT. */
export const productionCosts = sqliteTable('production_costs', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  projectId: text('project_id').references(() => projects.id),
  incurredOn: dateOn('incurred_on').notNull(),
  title: text('title').notNull(),
  vendor: text('vendor').notNull().default(''),
  costMinor: minor('cost_minor').notNull(),
  markupPpm: ppm('markup_ppm').notNull().default(0),
  revision: revision(),
});

/** Costs of keeping the account that no client pays for, client's currency. */
export const directCosts = sqliteTable('direct_costs', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  incurredOn: dateOn('incurred_on').notNull(),
  title: text('title').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  revision: revision(),
});
