import type { ReadDb } from '../read-db';

export type OwnAccountRow = { id: string; number: string; currency: string };

/** The agency's own bank accounts. */
export function readOwnAccounts(read: ReadDb): OwnAccountRow[] {
  return read.all<OwnAccountRow>(
    'SELECT id, number, currency FROM own_accounts ORDER BY number, id',
  );
}

export type BookedOperationRow = {
  id: string;
  dedupeKey: string;
  direction: 'in' | 'out';
  paidOn: string;
  amountMinor: number;
  currency: string;
  clientId: string | null;
};

/** Operations that came from statements, booked within the days given, inclusive. */
export function readBookedOperations(read: ReadDb, from: string, to: string): BookedOperationRow[] {
  return read.all<BookedOperationRow>(
    `SELECT id, dedupe_key AS dedupeKey, direction, paid_on AS paidOn, amount_minor AS amountMinor,
       currency, client_id AS clientId
     FROM payments WHERE dedupe_key IS NOT NULL AND paid_on BETWEEN ? AND ? ORDER BY id`,
    from,
    to,
  );
}

/** Incoming payments of clients that were recorded by hand within the days given, inclusive. */
export function readHandPayments(
  read: ReadDb,
  from: string,
  to: string,
): (Omit<BookedOperationRow, 'dedupeKey'> & { dedupeKey: null })[] {
  return read.all(
    `SELECT id, NULL AS dedupeKey, direction, paid_on AS paidOn, amount_minor AS amountMinor,
       currency, client_id AS clientId
     FROM payments WHERE dedupe_key IS NULL AND direction = 'in' AND client_id IS NOT NULL
       AND paid_on BETWEEN ? AND ? ORDER BY paid_on, id`,
    from,
    to,
  );
}

export type AllocationRow = {
  id: string;
  paymentId: string;
  invoiceId: string;
  amountMinor: number;
};

/** What payments are set against, in the order it was done. */
export function readAllocationsOf(read: ReadDb, paymentIds: readonly string[]): AllocationRow[] {
  return read.all<AllocationRow>(
    `SELECT id, payment_id AS paymentId, invoice_id AS invoiceId, amount_minor AS amountMinor
     FROM payment_allocations WHERE payment_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(paymentIds),
  );
}

export type OpenInvoiceRow = {
  id: string;
  clientId: string;
  number: string;
  issuedOn: string;
  dueOn: string;
  currency: string;
  grossMinor: number;
  allocatedMinor: number;
};

/**
 * Issued invoices that are not fully paid, and those that the payments named are set against: a
 * corrected payment gives its invoices back first.
 */
export function readPayableInvoices(
  read: ReadDb,
  givenBackBy: readonly string[],
): OpenInvoiceRow[] {
  return read.all<OpenInvoiceRow>(
    `WITH paid AS (SELECT invoice_id, SUM(amount_minor) AS amount FROM payment_allocations GROUP BY invoice_id)
     SELECT i.id, i.client_id AS clientId, i.number, i.issued_on AS issuedOn, i.due_on AS dueOn,
       i.currency, i.gross_minor AS grossMinor, COALESCE(paid.amount, 0) AS allocatedMinor
     FROM invoices i LEFT JOIN paid ON paid.invoice_id = i.id
     WHERE i.cancelled_at IS NULL AND (i.gross_minor > COALESCE(paid.amount, 0) OR i.id IN (
       SELECT invoice_id FROM payment_allocations WHERE payment_id IN (SELECT value FROM json_each(?))))
     ORDER BY i.id`,
    JSON.stringify(givenBackBy),
  );
}

export type PayingClientRow = {
  id: string;
  name: string;
  legalName: string;
  inn: string | null;
  registrationNumber: string | null;
  vatNumber: string | null;
  account: string | null;
  iban: string | null;
};

/** Clients, those put away too: they still pay what they owe. */
export function readPayingClients(read: ReadDb): PayingClientRow[] {
  return read.all<PayingClientRow>(
    `SELECT id, name, legal_name AS legalName, inn, registration_number AS registrationNumber,
       vat_number AS vatNumber, account, iban FROM clients ORDER BY id`,
  );
}

export type PaidInvoiceRow = {
  clientId: string;
  taxId: string | null;
  account: string | null;
  paidOn: string;
  dueOn: string;
};

/**
 * Payments since a day that were set against invoices, for how late each payer usually is. A payment
 * recorded by hand counts as the client's own.
 */
export function readPaidInvoices(read: ReadDb, since: string): PaidInvoiceRow[] {
  return read.all<PaidInvoiceRow>(
    `SELECT i.client_id AS clientId,
       COALESCE(p.counterparty_inn, c.inn, c.registration_number) AS taxId,
       COALESCE(p.counterparty_account, c.account, c.iban) AS account,
       p.paid_on AS paidOn, i.due_on AS dueOn
     FROM payment_allocations a JOIN payments p ON p.id = a.payment_id
     JOIN invoices i ON i.id = a.invoice_id JOIN clients c ON c.id = i.client_id
     WHERE p.direction = 'in' AND p.paid_on >= ? ORDER BY a.id`,
    since,
  );
}
