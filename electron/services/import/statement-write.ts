import {
  addOwnAccount,
  allocatePayment,
  amendPayment,
  recordPayment,
  releasePayment,
} from '../../../db/repositories/payments.repo';
import type { WriteDb } from '../../../db/write-db';
import { currencyOfAccount } from '../../../shared/domain/bank-1c-fields';
import type { StatementGround } from './statement-ground';
import { isWritten, type PlannedRow } from './statement-plan';

/**
 * Writes a planned statement: unknown own accounts, operations, corrections and allocations. Old
 * allocations of corrected operations go first, so that what they held can be given out again.
 */
export function writeStatement(
  tx: WriteDb,
  rows: readonly PlannedRow[],
  ground: StatementGround,
  importId: string,
): void {
  const accountIds = new Map(ground.accountIds);
  const written = rows.filter((row) => isWritten(row.state));
  for (const { existing } of written) if (existing) releasePayment(tx, existing.id);

  for (const planned of written) {
    const operation = operationOf(tx, planned, accountIds, importId);
    if (operation === null) continue;
    const { existing, pair } = planned;
    const paymentId = existing?.id ?? recordPayment(tx, operation);
    if (existing) amendPayment(tx, existing.id, operation);
    for (const { invoiceId, amountMinor } of pair?.allocations ?? []) {
      const reasons = JSON.stringify(pair?.reasons ?? []);
      allocatePayment(tx, {
        paymentId,
        invoiceId,
        amountMinor,
        confidence: pair?.confidence ?? null,
        reasons,
      });
    }
  }
}

function operationOf(
  tx: WriteDb,
  { row, side, pair }: PlannedRow,
  accountIds: Map<string, string>,
  importId: string,
): Parameters<typeof recordPayment>[1] | null {
  if (side === null || row.amountMinor === null) return null;
  const { document } = row;
  const counterparty = side.direction === 'in' ? document.payer : document.payee;
  return {
    direction: side.direction,
    paidOn: side.bookedOn,
    amountMinor: row.amountMinor,
    currency: row.currency,
    ownAccountId: accountId(tx, { row, side }, accountIds),
    clientId: pair?.clientId ?? null,
    counterpartyName: counterparty.name ?? '',
    counterpartyInn: counterparty.taxId,
    counterpartyAccount: counterparty.accountNo ?? counterparty.settlementAccountNo,
    purpose: document.purpose,
    documentKind: document.kind,
    documentNumber: document.number,
    dedupeKey: side.dedupeKey,
    importId,
  };
}

function accountId(
  tx: WriteDb,
  { row, side }: Pick<PlannedRow, 'row'> & { side: NonNullable<PlannedRow['side']> },
  accountIds: Map<string, string>,
): string {
  const known = accountIds.get(side.ownAccount);
  if (known !== undefined) return known;
  const own = side.direction === 'in' ? row.document.payee : row.document.payer;
  // An anonymised statement names no end as its own: then the bank of that end says nothing.
  const named = own.accountNo === side.ownAccount || own.settlementAccountNo === side.ownAccount;
  const id = addOwnAccount(tx, {
    number: side.ownAccount,
    bik: named ? own.bic : null,
    bankName: named ? (own.bankName ?? '') : '',
    currency: currencyOfAccount(side.ownAccount) ?? row.currency,
  });
  accountIds.set(side.ownAccount, id);
  return id;
}
