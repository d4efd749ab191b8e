import { asc, eq, inArray } from 'drizzle-orm';
import { computeDocumentVat } from '../../shared/domain/vat';
import type { ReadDb } from '../read-db';
import { invoiceDraftLines, invoiceDrafts, mediaBillings } from '../schema/budgets.schema';
import { mediaPlans } from '../schema/media-plans.schema';
import type { NewRow, WriteDb } from '../write-db';

export type InvoiceDraftRow = typeof invoiceDrafts.$inferSelect;
export type InvoiceDraftLineRow = typeof invoiceDraftLines.$inferSelect;

/** A line of a draft, net of VAT, minor units. */
export type DraftLine = Pick<
  InvoiceDraftLineRow,
  'channel' | 'part' | 'title' | 'netMinor' | 'vatPpm'
>;

/** Adds a draft; VAT is reckoned as on an invoice and the totals are those of the lines. Returns the id. */
export function addInvoiceDraft(
  tx: WriteDb,
  fields: Omit<NewRow<typeof invoiceDrafts>, 'netMinor' | 'vatMinor' | 'grossMinor'>,
  lines: readonly DraftLine[],
): string {
  const vat = computeDocumentVat(lines);
  const id = tx.insert(invoiceDrafts, { ...fields, ...vat.total });
  lines.forEach((line, index) => {
    const amounts = vat.lines[index];
    if (amounts === undefined) return;
    tx.insert(invoiceDraftLines, { ...line, ...amounts, draftId: id, position: index + 1 });
  });
  return id;
}

/** One draft. */
export function findInvoiceDraft(db: ReadDb, id: string): InvoiceDraftRow | undefined {
  return db.orm.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, id)).get();
}

/** Lines of a draft in order. */
export function listInvoiceDraftLines(db: ReadDb, draftId: string): InvoiceDraftLineRow[] {
  return db.orm
    .select()
    .from(invoiceDraftLines)
    .where(eq(invoiceDraftLines.draftId, draftId))
    .orderBy(asc(invoiceDraftLines.position))
    .all();
}

/** Removes a draft with its lines. Throws `row-not-found`. */
export function removeInvoiceDraft(tx: WriteDb, id: string): void {
  for (const line of listInvoiceDraftLines(tx, id)) tx.remove(invoiceDraftLines, line.id);
  tx.remove(invoiceDrafts, id);
}

/** Drafts of all versions of a media plan. */
export function listDraftsOfPlanFamily(db: ReadDb, familyId: string): InvoiceDraftRow[] {
  const versions = db.orm
    .select({ id: mediaPlans.id })
    .from(mediaPlans)
    .where(eq(mediaPlans.familyId, familyId));
  return db.orm.select().from(invoiceDrafts).where(inArray(invoiceDrafts.planId, versions)).all();
}

/** Says which media an invoice's line bills. Returns the id. */
export function addMediaBilling(tx: WriteDb, fields: NewRow<typeof mediaBillings>): string {
  return tx.insert(mediaBillings, fields);
}
