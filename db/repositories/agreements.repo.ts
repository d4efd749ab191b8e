import { desc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { agreements } from '../schema/agreements.schema';
import { contracts } from '../schema/clients.schema';
import { proposals } from '../schema/proposals.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type AgreementRow = typeof agreements.$inferSelect;
export type ContractTermsRow = typeof contracts.$inferSelect;

/** Drafts an agreement. Throws `value-taken` where the proposal has one. Returns the id. */
export function addAgreement(tx: WriteDb, fields: NewRow<typeof agreements>): string {
  return tx.insert(agreements, fields);
}

/** Changes an agreement. Throws `row-not-found`, `row-changed-elsewhere`, `agreement-signed`. */
export function amendAgreement(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof agreements>,
  expectedRevision?: number,
): void {
  tx.update(agreements, id, patch, expectedRevision);
}

/** Takes a draft away. Throws `row-not-found`, `row-changed-elsewhere`. */
export function removeAgreement(tx: WriteDb, id: string, expectedRevision?: number): void {
  tx.remove(agreements, id, expectedRevision);
}

/** One agreement. */
export function findAgreement(db: ReadDb, id: string): AgreementRow | undefined {
  return db.orm.select().from(agreements).where(eq(agreements.id, id)).get();
}

/** The agreement made from any version of a proposal. */
export function findAgreementOfFamily(db: ReadDb, familyId: string): AgreementRow | undefined {
  return db.orm
    .select({ agreement: agreements })
    .from(agreements)
    .innerJoin(proposals, eq(proposals.id, agreements.proposalId))
    .where(eq(proposals.familyId, familyId))
    .orderBy(desc(agreements.id))
    .get()?.agreement;
}

/** Agreements of a client, the newest first. */
export function listAgreements(db: ReadDb, clientId: string): AgreementRow[] {
  return db.orm
    .select()
    .from(agreements)
    .where(eq(agreements.clientId, clientId))
    .orderBy(desc(agreements.datedOn), desc(agreements.id))
    .all();
}

/** One contract of a client's card. */
export function findContract(db: ReadDb, id: string): ContractTermsRow | undefined {
  return db.orm.select().from(contracts).where(eq(contracts.id, id)).get();
}
