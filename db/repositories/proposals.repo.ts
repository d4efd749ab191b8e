import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  discountLimits,
  proposalLines,
  proposals,
  rateCardItems,
} from '../schema/proposals.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { setDatedRow } from './dated-row';

export type ProposalRow = typeof proposals.$inferSelect;
export type ProposalLineRow = typeof proposalLines.$inferSelect;
export type RateCardRow = typeof rateCardItems.$inferSelect;

/** Room between two lines, so that a moved line seldom moves others. */
export const LINE_STEP = 1024;

/** Starts a proposal under the next number of the workspace, as its first version. Returns the id. */
export function addProposal(
  tx: WriteDb,
  fields: Omit<NewRow<typeof proposals>, 'number' | 'version' | 'familyId'>,
): string {
  const id = fields.id ?? tx.newId();
  const last = tx.get<{ last: number | null }>('SELECT max(number) AS last FROM proposals');
  return tx.insert(proposals, {
    ...fields,
    id,
    familyId: id,
    number: (last?.last ?? 0) + 1,
    version: 1,
  });
}

/** Adds the next version of a proposal as a draft, with its lines. Returns the id. */
export function addProposalVersion(tx: WriteDb, from: ProposalRow, editedAt: number): string {
  const last = tx.get<{ last: number }>(
    'SELECT max(version) AS last FROM proposals WHERE family_id = ?',
    from.familyId,
  );
  const id = tx.insert(proposals, {
    ...from,
    id: undefined,
    version: (last?.last ?? from.version) + 1,
    status: 'draft',
    sentOn: null,
    decidedOn: null,
    decidedBy: '',
    evidence: '',
    lostReason: '',
    projectId: null,
    archivedAt: null,
    editedAt,
  });
  for (const line of listProposalLines(tx, from.id)) {
    tx.insert(proposalLines, { ...line, id: undefined, proposalId: id });
  }
  return id;
}

/** Changes the head of a proposal. Throws `row-not-found`, `row-changed-elsewhere`, `proposal-accepted`. */
export function amendProposal(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof proposals>,
  expectedRevision?: number,
): void {
  tx.update(proposals, id, patch, expectedRevision);
}

/** One version of a proposal. */
export function findProposal(db: ReadDb, id: string): ProposalRow | undefined {
  return db.orm.select().from(proposals).where(eq(proposals.id, id)).get();
}

/** Adds a line; without an origin it is its own. Returns the id. */
export function addProposalLine(
  tx: WriteDb,
  fields: Omit<NewRow<typeof proposalLines>, 'originId'>,
): string {
  const id = fields.id ?? tx.newId();
  return tx.insert(proposalLines, { ...fields, id, originId: id });
}

/** Changes a line. Throws `row-not-found`, `row-changed-elsewhere`, `proposal-accepted`. */
export function amendProposalLine(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof proposalLines>,
  expectedRevision?: number,
): void {
  tx.update(proposalLines, id, patch, expectedRevision);
}

/** Removes a line. Throws `row-not-found`, `proposal-accepted`. */
export function removeProposalLine(tx: WriteDb, id: string): void {
  tx.remove(proposalLines, id);
}

/** Lines of a proposal in order. */
export function listProposalLines(db: ReadDb, proposalId: string): ProposalLineRow[] {
  return db.orm
    .select()
    .from(proposalLines)
    .where(eq(proposalLines.proposalId, proposalId))
    .orderBy(asc(proposalLines.position), asc(proposalLines.id))
    .all();
}

/** One line. */
export function findProposalLine(db: ReadDb, id: string): ProposalLineRow | undefined {
  return db.orm.select().from(proposalLines).where(eq(proposalLines.id, id)).get();
}

/** The price list, every date of it, by kind and title. */
export function listRateCard(db: ReadDb): RateCardRow[] {
  return db.orm
    .select()
    .from(rateCardItems)
    .orderBy(asc(rateCardItems.kind), asc(rateCardItems.title), asc(rateCardItems.validFrom))
    .all();
}

/** Sets a price from a day on; the price before ends on the day before. Returns the row's id. */
export function setRateCardItem(tx: WriteDb, fields: NewRow<typeof rateCardItems>): string {
  const existing = listRateCard(tx).filter(
    (row) =>
      row.kind === fields.kind && row.title === fields.title && row.currency === fields.currency,
  );
  return setDatedRow(tx, rateCardItems, existing, fields);
}

/** Takes a price out of the list; documents that used it keep theirs. */
export function removeRateCardItem(tx: WriteDb, id: string, expectedRevision?: number): void {
  tx.remove(rateCardItems, id, expectedRevision);
}

/** Limits of discounts that were set; a role without a row has the product's own. */
export function listDiscountLimits(db: ReadDb): (typeof discountLimits.$inferSelect)[] {
  return db.orm.select().from(discountLimits).all();
}

/** Sets up to which discount a role decides alone, in ppm. */
export function setDiscountLimit(tx: WriteDb, decider: 'manager' | 'lead', maxPpm: number): void {
  const row = tx.orm.select().from(discountLimits).where(eq(discountLimits.decider, decider)).get();
  if (row === undefined) tx.insert(discountLimits, { decider, maxPpm });
  else tx.update(discountLimits, row.id, { maxPpm });
}
