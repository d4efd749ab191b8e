import {
  gatherEvidence,
  matchByEvidence,
  type PayableInvoices,
  payableByClient,
} from './payment-matching';
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
  const payable = new Map<string, PayableInvoices>();
  for (const { payment } of payments) {
    if (payable.has(payment.currency)) continue;
    payable.set(payment.currency, payableByClient(ground.invoices, payment.currency));
  }
  const byId = new Map(
    [...payable.values()].flatMap((clients) =>
      [...clients.values()].flat().map((invoice) => [invoice.id, invoice]),
    ),
  );
  const result = new Map<string, readonly MatchCandidate[]>();
  // What was worked out stays right until a pair takes something.
  let taken = 0;
  let waiting = [...payments]
    .sort(
      (a, b) =>
        compare(a.payment.bookedOn, b.payment.bookedOn) ||
        a.payment.amountMinor - b.payment.amountMinor ||
        compare(a.key, b.key),
    )
    .map(({ key, payment }) => ({
      key,
      payment,
      evidence: gatherEvidence(payment, ground.clients, ground.history),
      candidates: [] as readonly MatchCandidate[],
      asOf: -1,
    }));

  const settle = (least: number): boolean => {
    const before = waiting.length;
    waiting = waiting.filter((one) => {
      if (one.asOf !== taken) {
        const invoices = payable.get(one.payment.currency) ?? new Map();
        one.candidates = matchByEvidence(one.payment, one.evidence, invoices);
        one.asOf = taken;
      }
      const [best] = one.candidates;
      if (best === undefined || best.confidence < least) return true;
      result.set(one.key, one.candidates);
      for (const { invoiceId, amountMinor } of best.allocations) {
        const invoice = byId.get(invoiceId);
        if (invoice) invoice.openMinor -= amountMinor;
      }
      if (best.allocations.length > 0) taken += 1;
      return false;
    });
    return waiting.length < before;
  };

  // A pair taken can make another one certain, so each strength is looked for until none is left.
  while (settle(CONFIDENCE_SURE));
  while (settle(CONFIDENCE_LIKELY));
  // The last pass took nothing, so what it found for the others is still right.
  for (const { key, candidates } of waiting) result.set(key, candidates);
  return result;
}
