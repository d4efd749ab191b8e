import { AppError } from '../../../shared/contract/app-error';
import type { ImportDecision } from '../../../shared/contract/imports.contract';
import { type BankRow, type BankRowSide, identityOfKey } from '../../../shared/domain/bank-1c-rows';
import type { BankParty } from '../../../shared/domain/bank-1c-types';
import { diffDays } from '../../../shared/domain/dates';
import { matchPayments } from '../../../shared/domain/payment-matching-batch';
import { ownersOfTaxId } from '../../../shared/domain/payment-matching-identity';
import {
  CONFIDENCE_SURE,
  type MatchAllocation,
  type MatchCandidate,
  type MatchPayment,
  type MatchReason,
  type OpenInvoice,
} from '../../../shared/domain/payment-matching-types';
import { HAND_DAYS, type KnownOperation, type StatementGround } from './statement-ground';

export type RowState = 'new' | 'changed' | 'unchanged' | 'refused' | 'not-booked' | 'undecided';

/** What a payment will be set against when the import is written. */
export type Pair = {
  readonly clientId: string | null;
  readonly allocations: readonly MatchAllocation[];
  /** Null where a person decided. */
  readonly confidence: number | null;
  readonly reasons: readonly MatchReason[];
};

export type PlannedRow = {
  readonly row: BankRow;
  readonly state: RowState;
  readonly side: BankRowSide | null;
  /** The operation that is booked already: the same (unchanged) or an earlier form of it (changed). */
  readonly existing: KnownOperation | null;
  /** Suggestions, best first. */
  readonly candidates: readonly MatchCandidate[];
  /** Set for rows that will be written. */
  readonly pair: Pair | null;
};

export type StatementPlan = {
  readonly rows: readonly PlannedRow[];
  /** As they were before the import, by id. */
  readonly invoices: ReadonlyMap<string, OpenInvoice>;
};

type Draft = Omit<PlannedRow, 'candidates' | 'pair'>;

/** How sure a pair is that the bank merely corrected: it was right before. */
const CORRECTED_CONFIDENCE = 97;

/**
 * Compares the rows of a statement with the workspace and decides each: what a person said first,
 * then what stays of corrected operations, then sure matches. Nothing is allocated twice. Throws
 * `import-decision-impossible` where a decision does not fit its row or the invoices.
 */
export function planStatement(
  rows: readonly BankRow[],
  ground: StatementGround,
  decisions: readonly ImportDecision[],
): StatementPlan {
  const decided = new Map(decisions.map((decision) => [decision.row, decision]));
  const drafts = compareRows(rows, ground, decided);
  const corrected = drafts.flatMap((draft) =>
    draft.state === 'changed' && draft.existing ? [draft.existing.id] : [],
  );
  const invoices = new Map(ground.invoicesGivenBackBy(corrected).map((one) => [one.id, one]));
  const before = ground.allocationsOf(corrected);
  const open = new Map([...invoices.values()].map((one) => [one.id, one.openMinor]));
  const take = (allocations: readonly MatchAllocation[]) => {
    for (const { invoiceId, amountMinor } of allocations) {
      open.set(invoiceId, (open.get(invoiceId) ?? 0) - amountMinor);
    }
  };

  const pairs = new Map<number, Pair>();
  for (const draft of drafts) {
    const decision = decided.get(draft.row.line);
    if (!decision || !isWritten(draft.state) || !isChoice(decision)) continue;
    const pair = chosenPair(draft, decision, invoices, open);
    take(pair.allocations);
    pairs.set(draft.row.line, pair);
  }
  for (const draft of drafts) {
    if (draft.state !== 'changed' || draft.existing === null || pairs.has(draft.row.line)) continue;
    const kept = keptPair(draft, before.get(draft.existing.id) ?? [], open);
    if (kept === null) continue;
    take(kept.allocations);
    pairs.set(draft.row.line, kept);
  }

  const waiting = drafts.flatMap((draft) => {
    if (!isWritten(draft.state) || pairs.has(draft.row.line)) return [];
    const payment = paymentOf(draft);
    return payment === null ? [] : [{ key: draft.side?.dedupeKey ?? '', payment }];
  });
  const left = [...invoices.values()].map((one) => ({ ...one, openMinor: open.get(one.id) ?? 0 }));
  const found = matchPayments(waiting, {
    invoices: left,
    clients: ground.clients,
    history: ground.history,
  });
  const planned = drafts.map((draft): PlannedRow => {
    const candidates = found.get(draft.side?.dedupeKey ?? '') ?? [];
    const pair =
      pairs.get(draft.row.line) ??
      (isWritten(draft.state) ? ownPair(draft, candidates, ground) : null);
    return { ...draft, candidates, pair };
  });
  return { rows: planned, invoices };
}

export function isWritten(state: RowState): boolean {
  return state === 'new' || state === 'changed';
}

/** A correction of the sum or a direction alone leaves the pair to the matcher. */
function isChoice(decision: ImportDecision): boolean {
  if (decision.clientId !== null || decision.allocations.length > 0) return true;
  return decision.direction === null && (decision.amountMinor ?? null) === null;
}

function compareRows(
  rows: readonly BankRow[],
  ground: StatementGround,
  decided: ReadonlyMap<number, ImportDecision>,
): readonly Draft[] {
  const byKey = new Map(
    ground.operations.flatMap((one) => (one.dedupeKey === null ? [] : [[one.dedupeKey, one]])),
  );
  const claimed = new Set(
    rows.flatMap((row) => row.sides.map((side) => side.dedupeKey)).filter((key) => byKey.has(key)),
  );
  const byIdentity = new Map<string, KnownOperation[]>();
  for (const one of ground.operations) {
    const identity = one.dedupeKey === null ? null : identityOfKey(one.dedupeKey);
    if (identity === null || claimed.has(one.dedupeKey ?? '')) continue;
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), one]);
  }
  const byHand = [...ground.byHand];

  return rows.map((row): Draft => {
    const known = row.sides
      .map((side) => ({ side, existing: byKey.get(side.dedupeKey) }))
      .find((one) => one.existing);
    if (known?.existing)
      return { row, state: 'unchanged', side: known.side, existing: known.existing };
    if (row.verdict === 'refused' || row.verdict === 'not-booked') {
      return { row, state: row.verdict, side: null, existing: null };
    }
    const decision = decided.get(row.line);
    if (decision?.skip) return { row, state: 'undecided', side: null, existing: null };
    const side = row.side ?? chosenSide(row, decision);
    if (side === null) return { row, state: 'undecided', side: null, existing: null };

    const earlier = byIdentity.get(identityOfKey(side.dedupeKey) ?? '')?.shift();
    if (earlier && earlier.direction === side.direction) {
      return { row, state: 'changed', side, existing: earlier };
    }
    const hand = takeHandPayment(row, side, byHand, ground);
    if (hand) return { row, state: 'changed', side, existing: hand };
    return { row, state: 'new', side, existing: null };
  });
}

function chosenSide(row: BankRow, decision: ImportDecision | undefined): BankRowSide | null {
  if (!decision || decision.direction === null) return null;
  const fitting = row.sides.filter(
    (side) =>
      side.direction === decision.direction &&
      ((decision.account ?? null) === null || side.ownAccount === decision.account),
  );
  const [only, another] = fitting;
  if (only === undefined || another !== undefined) {
    throw new AppError('import-decision-impossible', { row: row.line }, { row: row.line });
  }
  return only;
}

/** A payment that the client's manager noted before the statement came is the same money. */
function takeHandPayment(
  row: BankRow,
  side: BankRowSide,
  byHand: KnownOperation[],
  ground: StatementGround,
): KnownOperation | null {
  if (side.direction !== 'in') return null;
  const owners = ownersOfTaxId(row.document.payer.taxId, ground.clients).map((one) => one.id);
  const fits = byHand.filter(
    (one) =>
      one.clientId !== null &&
      owners.includes(one.clientId) &&
      one.amountMinor === row.amountMinor &&
      one.currency === row.currency &&
      Math.abs(diffDays(one.paidOn, side.bookedOn)) <= HAND_DAYS,
  );
  const [first] = fits;
  if (first === undefined) return null;
  byHand.splice(byHand.indexOf(first), 1);
  return first;
}

function chosenPair(
  draft: Draft,
  decision: ImportDecision,
  invoices: ReadonlyMap<string, OpenInvoice>,
  open: ReadonlyMap<string, number>,
): Pair {
  const row = draft.row.line;
  const impossible = () => new AppError('import-decision-impossible', { row }, { row });
  let total = 0;
  const seen = new Set<string>();
  for (const { invoiceId, amountMinor } of decision.allocations) {
    const invoice = invoices.get(invoiceId);
    total += amountMinor;
    if (!invoice || seen.has(invoiceId) || invoice.currency !== draft.row.currency)
      throw impossible();
    if (decision.clientId !== null && invoice.clientId !== decision.clientId) throw impossible();
    if (amountMinor > (open.get(invoiceId) ?? 0)) throw impossible();
    seen.add(invoiceId);
  }
  if (total > (draft.row.amountMinor ?? 0)) throw impossible();
  if (total > 0 && draft.side?.direction !== 'in') throw impossible();
  const first = decision.allocations[0];
  const clientId =
    decision.clientId ?? (first ? (invoices.get(first.invoiceId)?.clientId ?? null) : null);
  return { clientId, allocations: decision.allocations, confidence: null, reasons: [] };
}

function keptPair(
  draft: Draft,
  before: readonly MatchAllocation[],
  open: ReadonlyMap<string, number>,
): Pair | null {
  if (before.length === 0 || draft.existing === null) return null;
  let rest = draft.row.amountMinor ?? 0;
  const allocations: MatchAllocation[] = [];
  const wasWhole =
    before.reduce((sum, one) => sum + one.amountMinor, 0) === draft.existing.amountMinor;
  for (const { invoiceId, amountMinor } of before) {
    // Where all of the old sum was allocated, so is all of the new one, as far as the invoices go.
    const most = wasWhole
      ? (open.get(invoiceId) ?? 0)
      : Math.min(amountMinor, open.get(invoiceId) ?? 0);
    const part = Math.min(rest, most);
    if (part > 0) allocations.push({ invoiceId, amountMinor: part });
    rest -= part;
  }
  return {
    clientId: draft.existing.clientId,
    allocations,
    confidence: CORRECTED_CONFIDENCE,
    reasons: [{ code: 'corrected', points: CORRECTED_CONFIDENCE, params: {} }],
  };
}

/** The pair that is set without asking, else the client alone where its tax number or account proves it. */
function ownPair(
  draft: Draft,
  candidates: readonly MatchCandidate[],
  ground: StatementGround,
): Pair {
  const [best] = candidates;
  if (best && best.confidence >= CONFIDENCE_SURE) {
    const { clientId, allocations, confidence, reasons } = best;
    return { clientId, allocations, confidence, reasons };
  }
  const proven =
    draft.side?.direction === 'in' ? provenClient(draft.row.document.payer, ground) : null;
  return {
    clientId: proven ?? draft.existing?.clientId ?? null,
    allocations: [],
    confidence: null,
    reasons: [],
  };
}

function provenClient(payer: BankParty, ground: StatementGround): string | null {
  const [owner, another] = ownersOfTaxId(payer.taxId, ground.clients);
  return another === undefined ? (owner?.id ?? null) : null;
}

function paymentOf({ row, side }: Draft): MatchPayment | null {
  if (side === null || row.amountMinor === null) return null;
  const { payer } = row.document;
  return {
    direction: side.direction,
    amountMinor: row.amountMinor,
    currency: row.currency,
    bookedOn: side.bookedOn,
    payerName: payer.name,
    payerTaxId: payer.taxId,
    payerAccount: payer.accountNo,
    purpose: row.document.purpose,
  };
}
