import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients, contracts } from './clients.schema';
import { dateOn, id, minor, ppm, revision } from './columns';
import { proposals } from './proposals.schema';

/** A contract or an addendum made from a proposal. Amounts are kept from the day it is signed. */
export const agreements = sqliteTable('agreements', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  kind: text('kind', { enum: ['contract', 'addendum'] }).notNull(),
  number: text('number').notNull(),
  /** The contract an addendum adds to; of a signed contract, its terms in the client's card. */
  contractId: text('contract_id').references(() => contracts.id),
  proposalId: text('proposal_id')
    .notNull()
    .references(() => proposals.id),
  datedOn: dateOn('dated_on').notNull(),
  subject: text('subject').notNull(),
  status: text('status', { enum: ['draft', 'signed'] })
    .notNull()
    .default('draft'),
  signedOn: dateOn('signed_on'),
  evidence: text('evidence').notNull().default(''),
  netMinor: minor('net_minor'),
  vatPpm: ppm('vat_ppm'),
  vatMinor: minor('vat_minor'),
  grossMinor: minor('gross_minor'),
  revision: revision(),
});
