import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, minor, ppm, revision } from './columns';
import { mediaPlanLines, mediaPlans } from './media-plans.schema';
import { invoiceLines } from './money.schema';
import { proposals } from './proposals.schema';
import { projects } from './work.schema';

const clientId = () =>
  text('client_id')
    .notNull()
    .references(() => clients.id);
const projectId = () => text('project_id').references(() => projects.id);
const kind = () =>
  text('kind', { enum: ['fees', 'commission', 'media', 'production', 'hours'] }).notNull();
const part = () => text('part', { enum: ['media', 'commission', 'discount'] }).notNull();
const month = (name = 'month') => text(name).notNull();
/** Minor units of the client's currency; seconds where the kind is `hours`. */
const amount = (name: string) => integer(name);

/** The plan of a client's or a project's month. */
export const budgetAmounts = sqliteTable('budget_amounts', {
  id: id(),
  clientId: clientId(),
  /** Null: of the client as a whole. */
  projectId: projectId(),
  kind: kind(),
  month: month(),
  /** The approved version it came from; null: typed by hand. */
  planId: text('plan_id').references(() => mediaPlans.id),
  planned: amount('planned').notNull(),
  /** Null: follows from the plan and the actual. */
  forecast: amount('forecast'),
  revision: revision(),
});

/** A plan as it was agreed; its totals are those of its rows on that day. */
export const budgetAgreements = sqliteTable('budget_agreements', {
  id: id(),
  clientId: clientId(),
  fromMonth: month('from_month'),
  toMonth: month('to_month'),
  agreedOn: dateOn('agreed_on').notNull(),
  /** Who agreed, at the client's. */
  agreedBy: text('agreed_by').notNull(),
  note: text('note').notNull().default(''),
  moneyTotal: minor('money_total').notNull(),
  hoursTotal: integer('hours_total').notNull(),
  revision: revision(),
});

export const budgetBaselines = sqliteTable('budget_baselines', {
  id: id(),
  agreementId: text('agreement_id')
    .notNull()
    .references(() => budgetAgreements.id),
  projectId: projectId(),
  kind: kind(),
  month: month(),
  amount: amount('amount').notNull(),
  revision: revision(),
});

export const budgetLocks = sqliteTable('budget_locks', {
  id: id(),
  clientId: clientId(),
  month: month(),
  lockedOn: dateOn('locked_on').notNull(),
  /** Name of the person. */
  lockedBy: text('locked_by').notNull().default(''),
  note: text('note').notNull().default(''),
  revision: revision(),
});

/** The actual that a month was locked with. */
export const budgetLockedAmounts = sqliteTable('budget_locked_amounts', {
  id: id(),
  lockId: text('lock_id')
    .notNull()
    .references(() => budgetLocks.id),
  projectId: projectId(),
  kind: kind(),
  amount: amount('amount').notNull(),
  revision: revision(),
});

/** By what an entry after the lock changed the month's actual, and the month in which that counts. */
export const budgetAdjustments = sqliteTable('budget_adjustments', {
  id: id(),
  lockId: text('lock_id')
    .notNull()
    .references(() => budgetLocks.id),
  projectId: projectId(),
  kind: kind(),
  amount: amount('amount').notNull(),
  recordedOn: dateOn('recorded_on').notNull(),
  countedIn: month('counted_in'),
  /** Empty: the journal says who. */
  recordedBy: text('recorded_by').notNull().default(''),
  reason: text('reason').notNull().default(''),
  revision: revision(),
});

/** An invoice before it is issued. */
export const invoiceDrafts = sqliteTable('invoice_drafts', {
  id: id(),
  clientId: clientId(),
  planId: text('plan_id').references(() => mediaPlans.id),
  month: month(),
  currency: text('currency').notNull(),
  vatMode: text('vat_mode', { enum: ['by-date', 'stated', 'none'] }).notNull(),
  netMinor: minor('net_minor').notNull(),
  vatMinor: minor('vat_minor').notNull(),
  grossMinor: minor('gross_minor').notNull(),
  revision: revision(),
  /** The accepted proposal whose first invoice it is. */
  proposalId: text('proposal_id').references(() => proposals.id),
});

export const invoiceDraftLines = sqliteTable('invoice_draft_lines', {
  id: id(),
  draftId: text('draft_id')
    .notNull()
    .references(() => invoiceDrafts.id),
  position: integer('position').notNull(),
  channel: text('channel').notNull().default(''),
  part: text('part', { enum: ['media', 'commission', 'discount', 'fees'] }).notNull(),
  title: text('title').notNull(),
  netMinor: minor('net_minor').notNull(),
  vatPpm: ppm('vat_ppm'),
  vatMinor: minor('vat_minor').notNull(),
  grossMinor: minor('gross_minor').notNull(),
  revision: revision(),
});

/** Which media a line of an issued invoice bills. */
export const mediaBillings = sqliteTable('media_billings', {
  id: id(),
  invoiceLineId: text('invoice_line_id')
    .notNull()
    .references(() => invoiceLines.id),
  clientId: clientId(),
  month: month(),
  /** Empty where a line bills all channels of the month together. */
  channel: text('channel').notNull().default(''),
  part: part(),
  netMinor: minor('net_minor').notNull(),
  /** The version whose draft it was; null: said by hand. */
  planId: text('plan_id').references(() => mediaPlans.id),
  revision: revision(),
});

export const vendorDocuments = sqliteTable('vendor_documents', {
  id: id(),
  clientId: clientId(),
  vendor: text('vendor').notNull(),
  kind: text('kind', { enum: ['invoice', 'act'] }).notNull(),
  number: text('number').notNull(),
  datedOn: dateOn('dated_on').notNull(),
  /** Both days lie in one month. */
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  channel: text('channel').notNull(),
  lineId: text('line_id').references(() => mediaPlanLines.id),
  currency: text('currency').notNull(),
  netMinor: minor('net_minor').notNull(),
  vatMinor: minor('vat_minor').notNull(),
  /** As the document states it; null: not stated. */
  rebateMinor: minor('rebate_minor'),
  note: text('note').notNull().default(''),
  revision: revision(),
});

/** What was decided of a break, and the amount it was decided at. */
export const reconciliationDecisions = sqliteTable('reconciliation_decisions', {
  id: id(),
  clientId: clientId(),
  month: month(),
  channel: text('channel').notNull(),
  kind: text('kind', {
    enum: [
      'spend-vendor',
      'document-missing',
      'vendor-billed',
      'not-billed',
      'commission',
      'rebate',
      'unlike',
    ],
  }).notNull(),
  amountMinor: minor('amount_minor'),
  state: text('state', { enum: ['explained', 'settled'] }).notNull(),
  note: text('note').notNull(),
  decidedBy: text('decided_by').notNull().default(''),
  decidedOn: dateOn('decided_on').notNull(),
  revision: revision(),
});

export const reconciliationSettings = sqliteTable('reconciliation_settings', {
  id: id(),
  toleranceMinor: minor('tolerance_minor').notNull(),
  revision: revision(),
});
