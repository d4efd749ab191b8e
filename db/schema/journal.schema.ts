import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, minor, seconds } from './columns';

/** One action of a user: what undo and redo take as a whole. */
export const journalGroups = sqliteTable('journal_groups', {
  /** Order of the groups; ids alone would follow the clock, which may go back. */
  seq: integer('seq').primaryKey(),
  id: text('id').notNull().unique(),
  at: instant('at').notNull(),
  actor: text('actor').notNull(),
  /** `setup` is what a workspace starts from: it cannot be undone. */
  kind: text('kind', { enum: ['setup', 'change', 'undo', 'redo'] }).notNull(),
  /** Message key and JSON parameters of the sentence that names the action. */
  label: text('label').notNull(),
  labelParams: text('label_params').notNull().default('{}'),
  /** Group that this one undoes or redoes. */
  targetId: text('target_id'),
});

/** What changed, from what to what. `hash` covers the row and the hash of the row before it. */
export const journal = sqliteTable('journal', {
  seq: integer('seq').primaryKey(),
  groupId: text('group_id')
    .notNull()
    .references(() => journalGroups.id),
  at: instant('at').notNull(),
  actor: text('actor').notNull(),
  entity: text('entity').notNull(),
  rowId: text('row_id').notNull(),
  op: text('op', { enum: ['insert', 'update', 'delete'] }).notNull(),
  before: text('before'),
  after: text('after'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** Figures of one client and calendar month, kept up to date with every write. Derived: always equal to a full recompute. */
export const clientMonths = sqliteTable('client_months', {
  clientId: text('client_id').notNull(),
  month: text('month').notNull(),
  currency: text('currency').notNull(),
  grossBillingsMinor: minor('gross_billings_minor').notNull(),
  wipChangeMinor: minor('wip_change_minor').notNull(),
  rebateMinor: minor('rebate_minor').notNull(),
  recognisedMinor: minor('recognised_minor').notNull(),
  passThroughMinor: minor('pass_through_minor').notNull(),
  agiMinor: minor('agi_minor').notNull(),
  /** Null where a rate is missing; `missing` says which. */
  deliveryCostMinor: minor('delivery_cost_minor'),
  directCostsMinor: minor('direct_costs_minor').notNull(),
  deliveryMarginMinor: minor('delivery_margin_minor'),
  contributionMinor: minor('contribution_minor'),
  overheadMinor: minor('overhead_minor'),
  netProfitMinor: minor('net_profit_minor'),
  clientSeconds: seconds('client_s').notNull(),
  retainerUsedSeconds: seconds('retainer_used_s').notNull(),
  retainerAvailableSeconds: seconds('retainer_available_s').notNull(),
  missing: text('missing').notNull().default('[]'),
});

/** Months whose figures a write has made stale; emptied in the same transaction. */
export const staleMonths = sqliteTable('stale_months', {
  clientId: text('client_id').notNull(),
  month: text('month').notNull(),
});

/** Invoices that are not settled in full, kept by triggers. Derived: `check` holds it against the documents. */
export const openInvoices = sqliteTable('open_invoices', {
  invoiceId: text('invoice_id').primaryKey(),
  clientId: text('client_id').notNull(),
});

/** Every month a change could touch; triggers join it because they cannot count. */
export const calendarMonths = sqliteTable('calendar_months', {
  month: text('month').primaryKey(),
});

/** Facts of the file itself: workspace id, creation, last verified backup. */
export const workspaceFacts = sqliteTable('workspace_facts', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
