import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { briefs } from './briefs.schema';
import { clients } from './clients.schema';
import { dateOn, id, instant, minor, ppm, revision, seconds } from './columns';
import { people } from './people.schema';
import { projects } from './work.schema';

const yesNo = { enum: ['yes', 'no'] } as const;

/** A price of the agency: an hour of a role, or one unit of a fixed service. */
export const rateCardItems = sqliteTable('rate_card_items', {
  id: id(),
  kind: text('kind', { enum: ['role', 'service'] }).notNull(),
  title: text('title').notNull(),
  role: text('role').notNull().default(''),
  unit: text('unit').notNull().default(''),
  priceMinor: minor('price_minor').notNull(),
  currency: text('currency').notNull(),
  /** Hours one unit of a service takes. */
  hoursSeconds: seconds('hours_s').notNull().default(0),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  revision: revision(),
});

/** Up to which discount a role decides alone. */
export const discountLimits = sqliteTable('discount_limits', {
  id: id(),
  decider: text('decider', { enum: ['manager', 'lead'] }).notNull(),
  maxPpm: ppm('max_ppm').notNull(),
  revision: revision(),
});

/** One version of a proposal; versions of one proposal share the family and the number. */
export const proposals = sqliteTable('proposals', {
  id: id(),
  /** Id of the first version. */
  familyId: text('family_id').notNull(),
  /** Running number in this workspace, from 1. */
  number: integer('number').notNull(),
  version: integer('version').notNull().default(1),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  briefId: text('brief_id').references(() => briefs.id),
  title: text('title').notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  currency: text('currency').notNull(),
  /** Day whose price list and pay rates it is reckoned with. */
  pricesOn: dateOn('prices_on').notNull(),
  validUntil: dateOn('valid_until').notNull(),
  startsOn: dateOn('starts_on').notNull(),
  endsOn: dateOn('ends_on').notNull(),
  status: text('status', { enum: ['draft', 'sent', 'accepted', 'lost'] })
    .notNull()
    .default('draft'),
  sentOn: dateOn('sent_on'),
  decidedOn: dateOn('decided_on'),
  decidedBy: text('decided_by').notNull().default(''),
  evidence: text('evidence').notNull().default(''),
  lostReason: text('lost_reason').notNull().default(''),
  /** Of hours of work only: services have fixed prices, media and production cost what they cost. */
  discountPpm: ppm('discount_ppm').notNull().default(0),
  discountReason: text('discount_reason').notNull().default(''),
  discountApprovedBy: text('discount_approved_by').references(() => people.id),
  discountApprovedPpm: ppm('discount_approved_ppm'),
  /** `by-date`: the agency country's rate on the first day of the work; `none` is not 0 %. */
  vatMode: text('vat_mode', { enum: ['by-date', 'stated', 'none'] })
    .notNull()
    .default('by-date'),
  vatPpm: ppm('vat_ppm'),
  prepaymentPpm: ppm('prepayment_ppm').notNull().default(0),
  paymentTerms: text('payment_terms').notNull().default(''),
  exclusions: text('exclusions').notNull().default(''),
  introduction: text('introduction').notNull().default(''),
  /** The project it became. */
  projectId: text('project_id').references(() => projects.id),
  editedAt: instant('edited_at').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
  /** YYYY-MM whose hours beyond the retainer it puts a price on; null for any other proposal. */
  overserviceMonth: text('overservice_month'),
});

/** A line of the estimate. The quantity is an exact decimal; the amount is reckoned from it. */
export const proposalLines = sqliteTable('proposal_lines', {
  id: id(),
  proposalId: text('proposal_id')
    .notNull()
    .references(() => proposals.id),
  /** Id of the line it was copied from, through all versions; its own in the first. */
  originId: text('origin_id').notNull(),
  position: integer('position').notNull(),
  groupName: text('group_name').notNull().default(''),
  kind: text('kind', { enum: ['work', 'service', 'production', 'media', 'commission'] }).notNull(),
  title: text('title').notNull().default(''),
  role: text('role').notNull().default(''),
  personId: text('person_id').references(() => people.id),
  vendor: text('vendor').notNull().default(''),
  quantity: text('quantity').notNull().default('1'),
  unit: text('unit').notNull().default(''),
  unitPriceMinor: minor('unit_price_minor').notNull().default(0),
  /** What the vendor takes for one unit of production. */
  unitCostMinor: minor('unit_cost_minor').notNull().default(0),
  markupPpm: ppm('markup_ppm').notNull().default(0),
  commissionPpm: ppm('commission_ppm'),
  commissionBasis: text('commission_basis', { enum: ['on-top', 'inside'] }),
  /** Hours the line takes besides its quantity. */
  hoursSeconds: seconds('hours_s').notNull().default(0),
  startsOn: dateOn('starts_on'),
  endsOn: dateOn('ends_on'),
  isOption: text('is_option', yesNo).notNull().default('no'),
  /** Of what belongs to a package the client may choose; lines of one package are chosen together. */
  package: text('package').notNull().default(''),
  chosen: text('chosen', yesNo).notNull().default('yes'),
  note: text('note').notNull().default(''),
  revision: revision(),
});
