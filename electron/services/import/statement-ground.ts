import {
  readAllocationsOf,
  readBookedOperations,
  readHandPayments,
  readOwnAccounts,
  readPaidInvoices,
  readPayableInvoices,
  readPayingClients,
} from '../../../db/queries/statement-ground.query';
import type { ReadDb } from '../../../db/read-db';
import { addDays, diffDays } from '../../../shared/domain/dates';
import type {
  MatchClient,
  OpenInvoice,
  PayerHistory,
} from '../../../shared/domain/payment-matching-types';

/** Habits older than this no longer say when a payer pays. */
const HISTORY_DAYS = 730;
/** A payment recorded by hand may carry the day it was noticed instead of the bank's. */
export const HAND_DAYS = 3;

export type KnownOperation = {
  readonly id: string;
  readonly dedupeKey: string | null;
  readonly direction: 'in' | 'out';
  readonly paidOn: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly clientId: string | null;
};

export type KnownAllocation = {
  readonly id: string;
  readonly invoiceId: string;
  readonly amountMinor: number;
};

/** What the workspace knows that a statement is compared with. */
export type StatementGround = {
  readonly accountIds: ReadonlyMap<string, string>;
  readonly operations: readonly KnownOperation[];
  /** Incoming payments that no statement brought, for those that were recorded by hand first. */
  readonly byHand: readonly KnownOperation[];
  readonly clients: readonly MatchClient[];
  readonly history: readonly PayerHistory[];
  /** Invoices to pay; what the given payments paid is open again. */
  invoicesGivenBackBy(paymentIds: readonly string[]): readonly OpenInvoice[];
  allocationsOf(paymentIds: readonly string[]): ReadonlyMap<string, readonly KnownAllocation[]>;
};

/** Numbers of the own accounts that the workspace knows. */
export function knownAccounts(read: ReadDb): readonly string[] {
  return readOwnAccounts(read).map((account) => account.number);
}

/** Gathers what rows booked between two days, inclusive, are compared with. */
export function gatherGround(read: ReadDb, from: string, to: string): StatementGround {
  const allocationsOf = (paymentIds: readonly string[]) => {
    const byPayment = new Map<string, KnownAllocation[]>();
    for (const { paymentId, ...allocation } of readAllocationsOf(read, paymentIds)) {
      const list = byPayment.get(paymentId);
      if (list) list.push(allocation);
      else byPayment.set(paymentId, [allocation]);
    }
    return byPayment;
  };
  return {
    accountIds: new Map(readOwnAccounts(read).map((account) => [account.number, account.id])),
    operations: readBookedOperations(read, from, to),
    byHand: readHandPayments(read, addDays(from, -HAND_DAYS), addDays(to, HAND_DAYS)),
    clients: readPayingClients(read).map((client) => ({
      id: client.id,
      name: client.name,
      legalName: client.legalName,
      taxIds: [client.inn, client.registrationNumber, client.vatNumber].filter(isFilled),
      accounts: [client.account, client.iban].filter(isFilled),
    })),
    history: payerHistory(read, addDays(from, -HISTORY_DAYS)),
    invoicesGivenBackBy: (paymentIds) => {
      const givenBack = new Map<string, number>();
      for (const allocations of allocationsOf(paymentIds).values()) {
        for (const { invoiceId, amountMinor } of allocations) {
          givenBack.set(invoiceId, (givenBack.get(invoiceId) ?? 0) + amountMinor);
        }
      }
      return readPayableInvoices(read, paymentIds).map(
        ({ grossMinor, allocatedMinor, ...invoice }) => ({
          ...invoice,
          totalMinor: grossMinor,
          openMinor: grossMinor - allocatedMinor + (givenBack.get(invoice.id) ?? 0),
        }),
      );
    },
    allocationsOf,
  };
}

function isFilled(text: string | null): text is string {
  return text !== null && text !== '';
}

function payerHistory(read: ReadDb, since: string): readonly PayerHistory[] {
  const groups = new Map<
    string,
    { past: Omit<PayerHistory, 'payments' | 'medianDaysLate'>; days: number[] }
  >();
  for (const { clientId, taxId, account, paidOn, dueOn } of readPaidInvoices(read, since)) {
    const key = JSON.stringify([clientId, taxId, account]);
    const group = groups.get(key) ?? { past: { clientId, taxId, account }, days: [] };
    group.days.push(diffDays(dueOn, paidOn));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ past, days }) => ({
    ...past,
    payments: days.length,
    medianDaysLate: days.length < 2 ? null : median(days),
  }));
}

function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
