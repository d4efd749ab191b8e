import { imports, ownAccounts, paymentAllocations, payments } from '../schema/money.schema';
import type { WriteDb } from '../write-db';

export type NewOwnAccount = {
  number: string;
  bik: string | null;
  bankName: string;
  currency: string;
};

/** Adds one of the agency's own bank accounts; returns its id. */
export function addOwnAccount(tx: WriteDb, account: NewOwnAccount): string {
  const id = tx.newId();
  tx.insert(ownAccounts, { id, ...account });
  return id;
}

export type NewImport = {
  kind: string;
  fileName: string;
  /** Lower-case hex. */
  fileSha256: string;
  importedAt: number;
  /** JSON of the answer. */
  result: string;
};

/** Records that a file was imported; returns its id. */
export function addImport(tx: WriteDb, entry: NewImport): string {
  const id = tx.newId();
  tx.insert(imports, { id, ...entry });
  return id;
}

export type StatementOperation = {
  direction: 'in' | 'out';
  paidOn: string;
  /** Above zero. */
  amountMinor: number;
  currency: string;
  ownAccountId: string;
  clientId: string | null;
  counterpartyName: string;
  counterpartyInn: string | null;
  counterpartyAccount: string | null;
  purpose: string;
  documentKind: string;
  documentNumber: string;
  dedupeKey: string;
  importId: string;
};

/** Books an operation of a statement; returns its id. Throws `value-taken` where it is booked already. */
export function bookOperation(tx: WriteDb, operation: StatementOperation): string {
  const id = tx.newId();
  tx.insert(payments, { id, ...operation });
  return id;
}

/** Takes over what the bank corrected in an operation that is booked already. */
export function correctOperation(
  tx: WriteDb,
  paymentId: string,
  operation: StatementOperation,
): void {
  tx.update(payments, paymentId, operation);
}

export type Allocation = {
  paymentId: string;
  invoiceId: string;
  amountMinor: number;
  /** 0–100; null where a person decided. */
  confidence: number | null;
  /** JSON list of reasons. */
  reasons: string;
};

/** Sets a part of a payment against an invoice. Throws `allocation-exceeds-…` where it does not fit. */
export function allocate(tx: WriteDb, allocation: Allocation): void {
  tx.insert(paymentAllocations, { id: tx.newId(), ...allocation });
}

/** Takes back allocations by their ids. */
export function releaseAllocations(tx: WriteDb, allocationIds: readonly string[]): void {
  for (const id of allocationIds) tx.remove(paymentAllocations, id);
}
