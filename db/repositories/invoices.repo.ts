import { asc, eq } from 'drizzle-orm';
import { AppError } from '../../shared/contract/app-error';
import type { ReadDb } from '../read-db';
import { invoiceLines, invoices } from '../schema/money.schema';
import type { NewRow, WriteDb } from '../write-db';
import { type InvoiceLineAmount, invoiceTotals } from './invoice-totals';

export type InvoiceRow = typeof invoices.$inferSelect;
export type InvoiceLineRow = typeof invoiceLines.$inferSelect;

export type NewInvoice = Pick<
  NewRow<typeof invoices>,
  'id' | 'clientId' | 'number' | 'issuedOn' | 'dueOn' | 'currency' | 'vatMode'
> & { lines: readonly (InvoiceLineAmount & { title: string })[] };

/**
 * Issues an invoice with its lines; totals are computed here and equal the sum of the lines. Returns the
 * id. Throws `invoice-number-taken`, `invoice-without-lines`, `invoice-due-before-issued`.
 */
export function issueInvoice(tx: WriteDb, invoice: NewInvoice): string {
  const { lines, ...head } = invoice;
  if (lines.length === 0) throw new AppError('invoice-without-lines');
  if (head.dueOn < head.issuedOn) throw new AppError('invoice-due-before-issued');
  const taken = tx.get(
    'SELECT 1 FROM invoices WHERE number = ? AND substr(issued_on, 1, 4) = substr(?, 1, 4)',
    head.number,
    head.issuedOn,
  );
  if (taken !== undefined) throw new AppError('invoice-number-taken', { number: head.number });
  const totals = invoiceTotals(head.vatMode ?? 'on-top', lines);
  const id = tx.insert(invoices, { ...head, ...totals.total });
  lines.forEach((line, index) => {
    const amounts = totals.lines[index];
    if (amounts === undefined) return;
    const { title, vatPpm } = line;
    tx.insert(invoiceLines, { invoiceId: id, position: index + 1, title, vatPpm, ...amounts });
  });
  return id;
}

/** Cancels an invoice; it stays with its number. Throws `allocation-to-cancelled` while money is set against it. */
export function cancelInvoice(tx: WriteDb, id: string, at: number): void {
  tx.update(invoices, id, { cancelledAt: at });
}

/** One invoice. */
export function findInvoice(db: ReadDb, id: string): InvoiceRow | undefined {
  return db.orm.select().from(invoices).where(eq(invoices.id, id)).get();
}

/** Lines of an invoice in order. */
export function listInvoiceLines(db: ReadDb, invoiceId: string): InvoiceLineRow[] {
  return db.orm
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.position))
    .all();
}
