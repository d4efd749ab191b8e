import { and, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { imports, ownAccounts, paymentAllocations, payments } from '../schema/money.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type PaymentRow = typeof payments.$inferSelect;
export type AllocationRow = typeof paymentAllocations.$inferSelect;

/** Books a payment. Returns the id. Throws `value-taken` where its dedupe key is booked already. */
export function recordPayment(tx: WriteDb, fields: NewRow<typeof payments>): string {
  return tx.insert(payments, fields);
}

/** Changes a payment. Throws `row-not-found`, `allocation-exceeds-payment`. */
export function amendPayment(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof payments>,
  expectedRevision?: number,
): void {
  tx.update(payments, id, patch, expectedRevision);
}

/** One payment. */
export function findPayment(db: ReadDb, id: string): PaymentRow | undefined {
  return db.orm.select().from(payments).where(eq(payments.id, id)).get();
}

/**
 * Sets a part of a payment against an invoice; a second part of the same pair is added to the first.
 * Returns the row's id. Throws `allocation-exceeds-payment`, `allocation-exceeds-invoice`,
 * `allocation-currency-differs`, `allocation-of-outgoing`, `allocation-to-cancelled`.
 */
export function allocatePayment(tx: WriteDb, fields: NewRow<typeof paymentAllocations>): string {
  const same = tx.orm
    .select()
    .from(paymentAllocations)
    .where(
      and(
        eq(paymentAllocations.paymentId, fields.paymentId),
        eq(paymentAllocations.invoiceId, fields.invoiceId),
      ),
    )
    .get();
  if (same === undefined) return tx.insert(paymentAllocations, fields);
  tx.update(paymentAllocations, same.id, { amountMinor: same.amountMinor + fields.amountMinor });
  return same.id;
}

/** Takes a payment off all invoices it was set against. Returns how many there were. */
export function releasePayment(tx: WriteDb, paymentId: string): number {
  const allocations = listAllocations(tx, paymentId);
  for (const { id } of allocations) tx.remove(paymentAllocations, id);
  return allocations.length;
}

/** What a payment was set against. */
export function listAllocations(db: ReadDb, paymentId: string): AllocationRow[] {
  return db.orm
    .select()
    .from(paymentAllocations)
    .where(eq(paymentAllocations.paymentId, paymentId))
    .all();
}

/** Minor units of a payment that are set against invoices. */
export function allocatedOf(db: ReadDb, paymentId: string): number {
  const row = db.get<{ total: number }>(
    'SELECT coalesce(sum(amount_minor), 0) AS total FROM payment_allocations WHERE payment_id = ?',
    paymentId,
  );
  return row?.total ?? 0;
}

/** Minor units of an invoice that are paid. */
export function paidOf(db: ReadDb, invoiceId: string): number {
  const row = db.get<{ total: number }>(
    'SELECT coalesce(sum(amount_minor), 0) AS total FROM payment_allocations WHERE invoice_id = ?',
    invoiceId,
  );
  return row?.total ?? 0;
}

/** Adds an account of the agency. Returns the id. Throws `value-taken`. */
export function addOwnAccount(tx: WriteDb, fields: NewRow<typeof ownAccounts>): string {
  return tx.insert(ownAccounts, fields);
}

/** Records an import with its answer. Returns the id. */
export function recordImport(tx: WriteDb, fields: NewRow<typeof imports>): string {
  return tx.insert(imports, fields);
}
