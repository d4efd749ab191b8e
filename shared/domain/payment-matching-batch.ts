import { matchPayment } from './payment-matching';
import {
  CONFIDENCE_LIKELY,
  CONFIDENCE_SURE,
  compare,
  type MatchCandidate,
  type MatchClient,
  type MatchPayment,
  type OpenInvoice,
  type PayerHistory,
} from './payment-matching-types';

export interface KeyedPayment {
  /** Unique; ties in date are settled by it. */
  readonly key: string;
  readonly payment: MatchPayment;
}

export interface MatchingGround {
  readonly invoices: readonly OpenInvoice[];
  readonly clients: readonly MatchClient[];
  readonly history: readonly PayerHistory[];
}

/**
 * Candidates for every payment of a statement, none of which promises the same money of an invoice
 * twice. Sure pairs take their invoices first, oldest payment first; likely ones choose from what is
 * left; mere guesses take nothing. The answer does not depend on the order of the payments.
 */
export function matchPayments(
  payments: readonly KeyedPayment[],
  ground: MatchingGround,
): ReadonlyMap<string, readonly MatchCandidate[]> {
  const open = new Map(ground.invoices.map((invoice) => [invoice.id, invoice.openMinor]));
  const result = new Map<string, readonly MatchCandidate[]>();
  let waiting = [...payments].sort(
    (a, b) =>
      compare(a.payment.bookedOn, b.payment.bookedOn) ||
      a.payment.amountMinor - b.payment.amountMinor ||
      compare(a.key, b.key),
  );

  const candidatesOf = (payment: MatchPayment) => {
    const left = ground.invoices.flatMap((invoice) => {
      const openMinor = open.get(invoice.id) ?? 0;
      return openMinor > 0 ? [{ ...invoice, openMinor }] : [];
    });
    return matchPayment(payment, left, ground.clients, ground.history);
  };
  const settle = (least: number): boolean => {
    const before = waiting.length;
    waiting = waiting.filter(({ key, payment }) => {
      const candidates = candidatesOf(payment);
      const [best] = candidates;
      if (best === undefined || best.confidence < least) return true;
      result.set(key, candidates);
      for (const { invoiceId, amountMinor } of best.allocations) {
        open.set(invoiceId, (open.get(invoiceId) ?? 0) - amountMinor);
      }
      return false;
    });
    return waiting.length < before;
  };

  // A pair taken can make another one certain, so sure ones are looked for until none is left.
  while (settle(CONFIDENCE_SURE));
  settle(CONFIDENCE_LIKELY);
  for (const { key, payment } of waiting) result.set(key, candidatesOf(payment));
  return result;
}
