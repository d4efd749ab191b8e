import { diffDays } from './dates';
import { identityReasons, isPayer, ownersOfTaxId } from './payment-matching-identity';
import {
  type CitedNumber,
  citedNumbers,
  type NumberSpelling,
  numberFit,
  spellNumber,
} from './payment-matching-numbers';
import {
  CONFIDENCE_SURE,
  compare,
  type MatchAllocation,
  type MatchCandidate,
  type MatchClient,
  type MatchPayment,
  type MatchReason,
  type OpenInvoice,
  type PayerHistory,
  reason,
} from './payment-matching-types';

/** Guesses weaker than this are not shown at all. */
const CONFIDENCE_SHOWN = 25;
/** Two candidates closer than this are rivals: neither is set without asking. */
const RIVAL_MARGIN = 5;
const MOST_CANDIDATES = 5;
/** Invoices of one client among which sums of several are looked for, oldest first. */
const MOST_IN_SUM = 24;
/** More than this many invoices are only summed all together. */
const MOST_SUMMED = 4;

/** An invoice whose open part shrinks while payments are set against it, with its number spelled out. */
export interface PayableInvoice extends OpenInvoice {
  openMinor: number;
  readonly spelling: NumberSpelling;
}

/** Invoices of each client in one currency, the oldest first. */
export type PayableInvoices = ReadonlyMap<string, readonly PayableInvoice[]>;

/** What a payment says by itself, whatever is open: the numbers it cites and who may have paid. */
export interface PaymentEvidence {
  readonly cited: readonly (CitedNumber & { readonly spelling: NumberSpelling })[];
  readonly payers: readonly {
    readonly clientId: string;
    readonly identity: readonly MatchReason[];
    readonly identified: boolean;
    readonly known: readonly PayerHistory[];
  }[];
}

/**
 * Invoices that an incoming payment may pay, best first: by the numbers in its purpose, by who pays,
 * by the sum and by when that payer usually pays. The allocations of a candidate never exceed the
 * payment or what an invoice has open. The answer does not depend on the order of the arguments.
 * Outgoing payments pay no invoices of ours and have no candidates.
 */
export function matchPayment(
  payment: MatchPayment,
  openInvoices: readonly OpenInvoice[],
  clients: readonly MatchClient[],
  history: readonly PayerHistory[],
): readonly MatchCandidate[] {
  const payable = payableByClient(openInvoices, payment.currency);
  return matchByEvidence(payment, gatherEvidence(payment, clients, history), payable);
}

/** Reads what a payment says by itself. */
export function gatherEvidence(
  payment: MatchPayment,
  clients: readonly MatchClient[],
  history: readonly PayerHistory[],
): PaymentEvidence {
  if (payment.direction === 'out' || payment.amountMinor <= 0) return { cited: [], payers: [] };
  const innOwners = ownersOfTaxId(payment.payerTaxId, clients);
  const cited = citedNumbers(payment.purpose).map((one) => ({
    ...one,
    spelling: spellNumber(one.text),
  }));
  const payers = clients.map((client) => {
    const known = history.filter((past) => past.clientId === client.id && isPayer(past, payment));
    const identity = identityReasons(payment, client, known, innOwners);
    const identified = identity.some((one) => one.points > 0);
    return { clientId: client.id, identity, identified, known };
  });
  return { cited, payers };
}

/** Candidates for a payment from what is open now; see {@link matchPayment}. */
export function matchByEvidence(
  payment: MatchPayment,
  { cited, payers }: PaymentEvidence,
  payable: PayableInvoices,
): readonly MatchCandidate[] {
  const candidates: MatchCandidate[] = [];
  for (const { clientId, identity, identified, known } of payers) {
    const invoices = (payable.get(clientId) ?? []).filter((invoice) => invoice.openMinor > 0);
    for (const choice of choices(payment, invoices, cited, identified)) {
      const when = whenReason(payment, choice.invoices, known, identified);
      candidates.push(
        toCandidate(payment, clientId, choice.invoices, [...identity, ...choice.reasons, ...when]),
      );
    }
  }
  return rank(candidates);
}

/** Open invoices of one currency by client, as copies whose open part may be changed. */
export function payableByClient(
  invoices: readonly OpenInvoice[],
  currency: string,
): PayableInvoices {
  const byClient = new Map<string, PayableInvoice[]>();
  for (const invoice of invoices) {
    if (invoice.currency !== currency || invoice.openMinor <= 0) continue;
    const payable = { ...invoice, spelling: spellNumber(invoice.number) };
    const list = byClient.get(invoice.clientId);
    if (list) list.push(payable);
    else byClient.set(invoice.clientId, [payable]);
  }
  for (const list of byClient.values()) list.sort(oldestFirst);
  return byClient;
}

function oldestFirst(a: OpenInvoice, b: OpenInvoice): number {
  return (
    compare(a.dueOn, b.dueOn) ||
    compare(a.issuedOn, b.issuedOn) ||
    compare(a.number, b.number) ||
    compare(a.id, b.id)
  );
}

interface Choice {
  readonly invoices: readonly OpenInvoice[];
  readonly reasons: readonly MatchReason[];
}

function choices(
  payment: MatchPayment,
  invoices: readonly PayableInvoice[],
  cited: PaymentEvidence['cited'],
  identified: boolean,
): readonly Choice[] {
  const byNumber = citedChoice(payment, invoices, cited);
  if (byNumber) return [byNumber];
  const invoiceCited = cited.some((number) => number.strength === 'invoice');
  const number = invoiceCited
    ? reason('number-unknown', -15, { numbers: cited.map((one) => one.text).join(', ') })
    : reason('number-none', 0);

  const equal = invoices.filter((invoice) => invoice.openMinor === payment.amountMinor);
  if (equal.length > 0) {
    return equal.map((invoice, index) => ({
      invoices: [invoice],
      reasons: [
        number,
        reason('amount-equal', 32, { number: invoice.number }),
        ...(equal.length > 1
          ? [reason('rivals', index === 0 ? -20 : -22, { count: equal.length })]
          : []),
      ],
    }));
  }
  if (!identified) return [];

  const several = sumOfSeveral(invoices, payment.amountMinor);
  if (several) {
    const points = several.length === 2 ? 30 : 26;
    return [
      {
        invoices: several,
        reasons: [number, reason('amount-several', points, { numbers: listNumbers(several) })],
      },
    ];
  }
  const [oldest] = invoices;
  if (oldest === undefined) {
    return [{ invoices: [], reasons: [number, reason('amount-none', 0)] }];
  }
  const openTotal = invoices.reduce((sum, invoice) => sum + invoice.openMinor, 0);
  if (payment.amountMinor > openTotal) {
    const over = reason('amount-over', 10, { numbers: listNumbers(invoices) });
    return [{ invoices, reasons: [number, over] }];
  }
  if (payment.amountMinor < oldest.openMinor && invoices.length === 1) {
    const part = reason('amount-part-only', 28, { number: oldest.number });
    return [{ invoices, reasons: [number, part] }];
  }
  const part = reason('amount-part-oldest', 8, { number: oldest.number });
  return [{ invoices, reasons: [number, part] }];
}

function citedChoice(
  payment: MatchPayment,
  invoices: readonly PayableInvoice[],
  cited: PaymentEvidence['cited'],
): Choice | null {
  const found: OpenInvoice[] = [];
  let missing = 0;
  let weakest: 'number' | 'number-short' | 'number-bare' | 'number-date' = 'number';
  const points = { number: 40, 'number-short': 36, 'number-bare': 25, 'number-date': 15 };
  for (const number of cited) {
    const fit = bestFit(number, invoices);
    if (fit === null) {
      if (number.strength === 'invoice') missing += 1;
      continue;
    }
    if (!found.includes(fit.invoice)) found.push(fit.invoice);
    if (points[fit.code] < points[weakest]) weakest = fit.code;
  }
  if (found.length === 0) return null;

  const numbers = listNumbers(found);
  const reasons =
    missing > 0
      ? [reason('number-some', Math.min(25, points[weakest]), { numbers, missing })]
      : [reason(weakest, points[weakest], { numbers })];
  const open = found.reduce((sum, invoice) => sum + invoice.openMinor, 0);
  if (payment.amountMinor === open) {
    reasons.push(
      found.length === 1
        ? reason('amount-equal', 32, { number: numbers })
        : reason('amount-several', 30, { numbers }),
    );
  } else if (payment.amountMinor < open) {
    reasons.push(reason('amount-part', 10, { number: numbers }));
  } else {
    reasons.push(reason('amount-over', 5, { numbers }));
  }
  return { invoices: found.sort(oldestFirst), reasons };
}

function bestFit(
  number: PaymentEvidence['cited'][number],
  invoices: readonly PayableInvoice[],
): {
  readonly invoice: OpenInvoice;
  readonly code: 'number' | 'number-short' | 'number-bare' | 'number-date';
} | null {
  const graded = invoices.flatMap((invoice) => {
    const fit = numberFit(number.spelling, invoice.spelling);
    if (fit === null) return [];
    const dateDiffers = number.on !== null && number.on !== invoice.issuedOn;
    return [{ invoice, exact: fit === 'exact', dateDiffers }];
  });
  // Numbers start over each year: the date beside a number decides which one is meant.
  graded.sort(
    (a, b) =>
      Number(a.dateDiffers) - Number(b.dateDiffers) ||
      Number(b.exact) - Number(a.exact) ||
      oldestFirst(a.invoice, b.invoice),
  );
  const [best] = graded;
  if (best === undefined) return null;
  if (best.dateDiffers) return { invoice: best.invoice, code: 'number-date' };
  if (number.strength === 'bare') return { invoice: best.invoice, code: 'number-bare' };
  return { invoice: best.invoice, code: best.exact ? 'number' : 'number-short' };
}

/** Two to four invoices, or all of them, whose open sums make the payment; null if not exactly one way. */
function sumOfSeveral(
  invoices: readonly OpenInvoice[],
  amountMinor: number,
): readonly OpenInvoice[] | null {
  const some = invoices.slice(0, MOST_IN_SUM);
  const largest = Math.max(0, ...some.map((invoice) => invoice.openMinor));
  const found: OpenInvoice[][] = [];
  const search = (from: number, rest: number, chosen: OpenInvoice[]): void => {
    if (found.length > 1 || rest > largest * (MOST_SUMMED - chosen.length)) return;
    for (let index = from; index < some.length; index += 1) {
      const invoice = some[index];
      if (invoice === undefined || invoice.openMinor > rest) continue;
      const next = [...chosen, invoice];
      if (invoice.openMinor === rest) {
        if (next.length > 1) found.push(next);
      } else if (next.length < MOST_SUMMED) {
        search(index + 1, rest - invoice.openMinor, next);
      }
    }
  };
  search(0, amountMinor, []);
  const [only, another] = found;
  if (only !== undefined) return another === undefined ? only : null;
  const total = invoices.reduce((sum, invoice) => sum + invoice.openMinor, 0);
  return invoices.length > MOST_SUMMED && total === amountMinor ? invoices : null;
}

function whenReason(
  payment: MatchPayment,
  invoices: readonly OpenInvoice[],
  known: readonly PayerHistory[],
  identified: boolean,
): readonly MatchReason[] {
  const [first] = invoices;
  if (first === undefined) {
    const payments = known.reduce((sum, past) => sum + past.payments, 0);
    return payments > 0 ? [reason('payer-regular', 15, { payments })] : [];
  }
  const days = diffDays(first.dueOn, payment.bookedOn);
  if (payment.bookedOn < first.issuedOn) return [reason('when-before-issue', -10, { days })];
  // Without knowing who pays, the moment says little.
  const most = identified ? 15 : 6;
  const usual = known
    .map((past) => past.medianDaysLate)
    .filter((median) => median !== null)
    .sort((a, b) => Math.abs(days - a) - Math.abs(days - b) || a - b)[0];
  if (usual !== undefined && Math.abs(days - usual) <= 7) {
    return [reason('when-usual', most, { days, usual })];
  }
  if (days <= 7) return [reason('when-due', Math.min(most, 12), { days })];
  return days <= 60 ? [reason('when-late', Math.min(most, 8), { days })] : [];
}

function listNumbers(invoices: readonly OpenInvoice[]): string {
  return [...invoices]
    .sort(oldestFirst)
    .map((invoice) => invoice.number)
    .join(', ');
}

function toCandidate(
  payment: MatchPayment,
  clientId: string,
  invoices: readonly OpenInvoice[],
  given: readonly MatchReason[],
): MatchCandidate {
  const reasons: MatchReason[] = [];
  let confidence = 0;
  // Doubts first: what speaks for a pair fills up what they leave of the hundred.
  const doubts = given.filter((one) => one.points < 0).reduce((sum, one) => sum + one.points, 0);
  let room = 100 - doubts;
  for (const one of given) {
    const points = one.points <= 0 ? one.points : Math.min(one.points, room);
    if (points > 0) room -= points;
    confidence += points;
    reasons.push({ ...one, points });
  }
  let rest = payment.amountMinor;
  const allocations: MatchAllocation[] = [];
  for (const invoice of invoices) {
    const amountMinor = Math.min(rest, invoice.openMinor);
    if (amountMinor <= 0) break;
    allocations.push({ invoiceId: invoice.id, amountMinor });
    rest -= amountMinor;
  }
  return { clientId, allocations, restMinor: rest, confidence, reasons };
}

function rank(candidates: readonly MatchCandidate[]): readonly MatchCandidate[] {
  const ranked = candidates
    .filter((candidate) => candidate.confidence >= CONFIDENCE_SHOWN)
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        compare(a.clientId, b.clientId) ||
        compare(keyOf(a), keyOf(b)),
    );
  const [best, second] = ranked;
  if (
    best !== undefined &&
    second !== undefined &&
    best.confidence >= CONFIDENCE_SURE &&
    best.confidence - second.confidence < RIVAL_MARGIN
  ) {
    const loss = CONFIDENCE_SURE - 1 - best.confidence;
    const doubted: MatchCandidate = {
      ...best,
      confidence: best.confidence + loss,
      reasons: [...best.reasons, reason('rivals', loss, { count: 2 })],
    };
    return [doubted, ...ranked.slice(1)].slice(0, MOST_CANDIDATES);
  }
  return ranked.slice(0, MOST_CANDIDATES);
}

function keyOf(candidate: MatchCandidate): string {
  return candidate.allocations.map((one) => one.invoiceId).join(',');
}
