import { and, eq } from 'drizzle-orm';
import type { BreakKind } from '../../shared/domain/reconciliation';
import type { ReadDb } from '../read-db';
import {
  reconciliationDecisions,
  reconciliationSettings,
  vendorDocuments,
} from '../schema/budgets.schema';
import type { NewRow, WriteDb } from '../write-db';

export type VendorDocumentRow = typeof vendorDocuments.$inferSelect;
export type DecisionRow = typeof reconciliationDecisions.$inferSelect;

/** One unit of money, where nothing else was set. Minor units. */
const DEFAULT_TOLERANCE_MINOR = 100;

/** Names a break; the channel is empty where the whole month is meant. */
export type BreakAt = { clientId: string; month: string; channel: string; kind: BreakKind };

/** Records a vendor's invoice or act. Returns the id. Throws `value-taken` where it is there already. */
export function addVendorDocument(tx: WriteDb, fields: NewRow<typeof vendorDocuments>): string {
  return tx.insert(vendorDocuments, fields);
}

/** Changes a document. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendVendorDocument(
  tx: WriteDb,
  id: string,
  fields: NewRow<typeof vendorDocuments>,
  revision: number,
): void {
  tx.update(vendorDocuments, id, fields, revision);
}

/** One document of a vendor. */
export function findVendorDocument(db: ReadDb, id: string): VendorDocumentRow | undefined {
  return db.orm.select().from(vendorDocuments).where(eq(vendorDocuments.id, id)).get();
}

/** Removes a document. Throws `row-not-found`. */
export function removeVendorDocument(tx: WriteDb, id: string): void {
  tx.remove(vendorDocuments, id);
}

/** Every decision on a break. */
export function listDecisions(db: ReadDb): DecisionRow[] {
  return db.orm.select().from(reconciliationDecisions).all();
}

function findDecision(db: ReadDb, at: BreakAt): DecisionRow | undefined {
  return db.orm
    .select()
    .from(reconciliationDecisions)
    .where(
      and(
        eq(reconciliationDecisions.clientId, at.clientId),
        eq(reconciliationDecisions.month, at.month),
        eq(reconciliationDecisions.channel, at.channel),
        eq(reconciliationDecisions.kind, at.kind),
      ),
    )
    .get();
}

/** Says what a break is, or that it is settled; said again, the new words hold. Returns the id. */
export function decideBreak(
  tx: WriteDb,
  fields: BreakAt & Pick<DecisionRow, 'amountMinor' | 'state' | 'note' | 'decidedBy' | 'decidedOn'>,
): string {
  const known = findDecision(tx, fields);
  if (known === undefined) return tx.insert(reconciliationDecisions, fields);
  tx.update(reconciliationDecisions, known.id, fields);
  return known.id;
}

/** Takes a decision back. Throws `row-not-found`. */
export function reopenBreak(tx: WriteDb, at: BreakAt): string {
  const known = findDecision(tx, at);
  const id = known?.id ?? '';
  tx.remove(reconciliationDecisions, id);
  return id;
}

/** Differences up to this are no breaks; minor units. */
export function readTolerance(db: ReadDb): number {
  const row = db.orm.select().from(reconciliationSettings).get();
  return row?.toleranceMinor ?? DEFAULT_TOLERANCE_MINOR;
}

/** Sets what differences are no breaks. */
export function setTolerance(tx: WriteDb, toleranceMinor: number): void {
  const row = tx.orm.select().from(reconciliationSettings).get();
  if (row !== undefined) tx.update(reconciliationSettings, row.id, { toleranceMinor });
  else tx.insert(reconciliationSettings, { id: 'reconciliation', toleranceMinor });
}
