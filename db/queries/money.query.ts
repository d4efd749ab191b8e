import type { ReadDb } from '../read-db';

/** Numbers of the documents issued in a year (YYYY). */
export function readInvoiceNumbers(read: ReadDb, year: string): string[] {
  return read
    .all<{ number: string }>(
      `SELECT number FROM invoices WHERE issued_on BETWEEN ? || '-01-01' AND ? || '-12-31'`,
      year,
      year,
    )
    .map(({ number }) => number);
}

/** A payment received that is not wholly set against invoices. Minor units of its currency. */
export type UnallocatedPaymentRow = {
  id: string;
  revision: number;
  clientId: string | null;
  clientName: string | null;
  paidOn: string;
  amountMinor: number;
  openMinor: number;
  currency: string;
  counterpartyName: string;
  counterpartyInn: string | null;
  purpose: string;
};

/** Payments received with something left to set against invoices, the newest first. */
export function readUnallocatedPayments(read: ReadDb): UnallocatedPaymentRow[] {
  return read.all<UnallocatedPaymentRow>(
    `SELECT * FROM (
       SELECT p.id, p.revision, p.client_id AS clientId, c.name AS clientName, p.paid_on AS paidOn,
         p.amount_minor AS amountMinor, p.currency, p.counterparty_name AS counterpartyName,
         p.counterparty_inn AS counterpartyInn, p.purpose,
         p.amount_minor - coalesce((SELECT sum(a.amount_minor) FROM payment_allocations a
                                    WHERE a.payment_id = p.id), 0) AS openMinor
       FROM payments p LEFT JOIN clients c ON c.id = p.client_id
       WHERE p.direction = 'in')
     WHERE openMinor > 0 ORDER BY paidOn DESC, id DESC`,
  );
}
