import { readBriefHead } from '../../db/queries/briefs.query';
import { readNewestProposalIds } from '../../db/queries/proposals.query';
import type { ReadDb } from '../../db/read-db';
import { readAgency } from '../../db/repositories/agency.repo';
import { findClient } from '../../db/repositories/clients.repo';
import {
  addProposalVersion,
  amendProposalLine,
  listProposalLines,
  type ProposalRow,
  amendProposal as writeHead,
  addProposal as writeProposal,
} from '../../db/repositories/proposals.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { addDays } from '../../shared/domain/dates';
import { over, quantity } from '../../shared/domain/figure';
import { PPM } from '../../shared/domain/money';
import { RateBook } from './figures/rate-book';
import { bookAcceptance } from './proposals/acceptance';
import { weightedAccuracy } from './proposals/accuracy';
import { draftAgreement } from './proposals/agreement-draft';
import { takenLines } from './proposals/package-choice';
import { deciderOf, discountLimitsOf, listItemOf, proposalDto } from './proposals/proposal-dto';
import {
  type ProposalModel,
  readProposalModel,
  reckonProposal,
  requireProposal,
} from './proposals/proposal-model';
import { PriceList } from './proposals/proposal-prices';
import { quantityFigure } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Days an offer stays open unless said otherwise. */
const VALID_DAYS = 21;

/** How a proposal is named in the history. */
export function proposalLabel({ title, version }: Pick<ProposalRow, 'title' | 'version'>): {
  name: string;
  version: number;
} {
  return { name: title, version };
}

/** Refuses a change of anything but a draft: `proposal-accepted`, `proposal-sent`, `proposal-lost`. */
export function requireDraftProposal(read: ReadDb, id: string): ProposalRow {
  const proposal = requireProposal(read, id);
  if (proposal.status === 'accepted') throw new AppError('proposal-accepted');
  if (proposal.status === 'sent') throw new AppError('proposal-sent');
  if (proposal.status === 'lost') throw new AppError('proposal-lost');
  return proposal;
}

function winRates(
  models: readonly ProposalModel[],
  today: string,
): {
  winRatePpm: ReturnType<typeof quantityFigure>;
  winRateByAmountPpm: ReturnType<typeof quantityFigure>;
} {
  const since = addDays(today, -365);
  const decided = models.filter(
    ({ proposal }) => proposal.decidedOn !== null && proposal.decidedOn > since,
  );
  const won = decided.filter(({ proposal }) => proposal.status === 'accepted');
  const worth = (some: readonly ProposalModel[]): number =>
    some.reduce((sum, { estimate }) => sum + estimate.total.amountMinor, 0);
  const oneCurrency = new Set(decided.map(({ proposal }) => proposal.currency)).size <= 1;
  return {
    winRatePpm: quantityFigure(over(quantity(won.length), quantity(decided.length)), PPM),
    // Amounts of unlike currencies are not added up.
    winRateByAmountPpm: oneCurrency
      ? quantityFigure(over(quantity(worth(won)), quantity(worth(decided))), PPM)
      : { value: null, missing: [] },
  };
}

/** The newest version of each proposal with its sums, and how many were won in the last year. */
export function listProposals(
  session: Session,
  { clientId }: Input<'proposals/list'>,
): Output<'proposals/list'> {
  const read = readOf(session);
  const ids = readNewestProposalIds(read, clientId);
  const rates = new RateBook(read);
  const models = ids.map((id) => readProposalModel(read, id, rates));
  return {
    proposals: models.map((model) => listItemOf(read, model)),
    ...winRates(models, session.clock.today()),
    accuracy: weightedAccuracy(read, rates, models),
  };
}

/** One version with its lines reckoned, inside and outside. */
export function showProposal(
  session: Session,
  { id }: Input<'proposals/show'>,
): Output<'proposals/show'> {
  const read = readOf(session);
  const rates = new RateBook(read);
  return proposalDto(read, readProposalModel(read, id, rates), {
    today: session.clock.today(),
    rates,
  });
}

/** The price list on the proposal's day, in its currency. */
export function listProposalPrices(
  session: Session,
  { id }: Input<'proposals/prices'>,
): Output<'proposals/prices'> {
  const read = readOf(session);
  return { prices: new PriceList(read).all(requireProposal(read, id)) };
}

function assertDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (endsOn < startsOn) throw new AppError('period-invalid', { from: startsOn, to: endsOn });
}

function assertBrief(read: ReadDb, briefId: string | null, clientId: string): void {
  if (briefId === null) return;
  const brief = readBriefHead(read, briefId);
  if (brief === undefined) throw new AppError('row-not-found');
  if (brief.clientId !== clientId)
    throw new AppError('brief-of-other-client', { title: brief.title });
}

/** Starts a proposal as a draft in the client's currency and language. Throws `client-not-found`, `period-invalid`. */
export function addProposal(session: Session, input: Input<'proposals/add'>): Done {
  const read = readOf(session);
  const client = findClient(read, input.clientId);
  if (client === undefined) throw new AppError('client-not-found');
  assertDates(input);
  assertBrief(read, input.briefId, input.clientId);
  const today = session.clock.today();
  return act(session, 'add-proposal', { name: input.title, version: 1 }, (tx) => ({
    id: writeProposal(tx, {
      ...input,
      currency: client.currency,
      language: client.language,
      pricesOn: today,
      validUntil: addDays(today, VALID_DAYS),
      editedAt: session.clock.now(),
    }),
  }));
}

/** Changes the head of a draft. Throws what reckoning the result throws, and nothing is written then. */
export function amendProposal(
  session: Session,
  { id, revision, patch }: Input<'proposals/amend'>,
): Output<'proposals/amend'> {
  const read = readOf(session);
  const proposal = requireDraftProposal(read, id);
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const next: ProposalRow = { ...proposal, ...given };
  assertDates(next);
  assertBrief(read, next.briefId, next.clientId);
  if ((next.vatMode === 'stated') !== (next.vatPpm !== null)) {
    throw new AppError('proposal-vat-not-stated');
  }
  reckonProposal(read, next, listProposalLines(read, id), new RateBook(read));
  act(session, 'amend-proposal', proposalLabel(proposal), (tx) =>
    writeHead(tx, id, { ...patch, editedAt: session.clock.now() }, revision),
  );
  return { id, revision: requireProposal(readOf(session), id).revision };
}

/** The next version of a proposal, as a draft with the same lines. */
export function duplicateProposal(session: Session, { id }: Input<'proposals/duplicate'>): Done {
  const proposal = requireProposal(readOf(session), id);
  return act(session, 'duplicate-proposal', proposalLabel(proposal), (tx) => ({
    id: addProposalVersion(tx, proposal, session.clock.now()),
  }));
}

/** Puts a version away; what was accepted stays. */
export function archiveProposal(session: Session, { id }: Input<'proposals/archive'>): Done {
  const proposal = requireProposal(readOf(session), id);
  if (proposal.status === 'accepted') throw new AppError('proposal-accepted');
  act(session, 'archive-proposal', proposalLabel(proposal), (tx) =>
    writeHead(tx, id, { archivedAt: session.clock.now() }),
  );
  return { id };
}

/** The yes of whoever works in the file to the discount as it stands. Throws `discount-not-yours`. */
export function approveDiscount(
  session: Session,
  { id }: Input<'proposals/approve-discount'>,
): Done {
  const read = readOf(session);
  const proposal = requireDraftProposal(read, id);
  const needs = deciderOf(proposal, discountLimitsOf(read));
  if (needs === 'nobody') return { id };
  const { userId, userRole } = readAgency(read);
  if (userId === null || userRole !== 'lead' || needs === 'owner') {
    throw new AppError('discount-not-yours', { who: needs });
  }
  act(session, 'approve-discount', proposalLabel(proposal), (tx) =>
    writeHead(tx, id, {
      discountApprovedBy: userId,
      discountApprovedPpm: proposal.discountPpm,
    }),
  );
  return { id };
}

/** Marks a draft as sent. Throws `proposal-empty`, `discount-not-approved`, `proposal-expired`. */
export function sendProposal(session: Session, { id }: Input<'proposals/send'>): Done {
  const read = readOf(session);
  const proposal = requireDraftProposal(read, id);
  if (listProposalLines(read, id).length === 0) throw new AppError('proposal-empty');
  const needs = deciderOf(proposal, discountLimitsOf(read));
  if (needs !== 'nobody') throw new AppError('discount-not-approved', { who: needs });
  const today = session.clock.today();
  if (proposal.validUntil < today)
    throw new AppError('proposal-expired', { on: proposal.validUntil });
  act(session, 'send-proposal', proposalLabel(proposal), (tx) =>
    writeHead(tx, id, { status: 'sent', sentOn: today }),
  );
  return { id };
}

/** Takes a version that was sent or lost back to draft. Throws `proposal-accepted`. */
export function withdrawProposal(session: Session, { id }: Input<'proposals/withdraw'>): Done {
  const proposal = requireProposal(readOf(session), id);
  if (proposal.status === 'accepted') throw new AppError('proposal-accepted');
  act(session, 'withdraw-proposal', proposalLabel(proposal), (tx) =>
    writeHead(tx, id, { status: 'draft', sentOn: null, decidedOn: null, lostReason: '' }),
  );
  return { id };
}

/**
 * The client accepted: what was taken of the proposal becomes a project with its tasks, budget by month,
 * drafts of the media plan, of the first invoice and of the contract or addendum, all in one action with one
 * undo. Throws `proposal-empty`, `proposal-lost`, `discount-not-approved`, `proposal-decided-later`,
 * `proposal-package-unknown`.
 */
export function acceptProposal(
  session: Session,
  { id, decidedOn, decidedBy, evidence, templateId, taken }: Input<'proposals/accept'>,
): Output<'proposals/accept'> {
  const read = readOf(session);
  const { proposal, lines } = readProposalModel(read, id);
  if (proposal.status === 'accepted') throw new AppError('proposal-accepted');
  if (proposal.status === 'lost') throw new AppError('proposal-lost');
  if (lines.length === 0) throw new AppError('proposal-empty');
  const needs = deciderOf(proposal, discountLimitsOf(read));
  if (needs !== 'nobody') throw new AppError('discount-not-approved', { who: needs });
  if (decidedOn > session.clock.today()) {
    throw new AppError('proposal-decided-later', { on: decidedOn });
  }
  const accepted = taken === null ? lines : takenLines(lines, taken);
  return act(session, 'accept-proposal', proposalLabel(proposal), (tx) => {
    accepted.forEach((line, at) => {
      const { chosen } = line;
      if (chosen !== lines[at]?.chosen) amendProposalLine(tx, line.id, { chosen });
    });
    const model = readProposalModel(tx, id);
    const projectId = bookAcceptance(tx, model, {
      decidedOn,
      templateId,
      now: session.clock.now(),
    });
    const agreementId = draftAgreement(tx, proposal, decidedOn);
    writeHead(tx, id, { status: 'accepted', decidedOn, decidedBy, evidence, projectId });
    return { id, projectId, agreementId };
  });
}

/** Records that a proposal was lost, and why. Throws `proposal-accepted`, `proposal-decided-later`. */
export function loseProposal(session: Session, input: Input<'proposals/lose'>): Done {
  const proposal = requireProposal(readOf(session), input.id);
  if (proposal.status === 'accepted') throw new AppError('proposal-accepted');
  if (input.decidedOn > session.clock.today()) {
    throw new AppError('proposal-decided-later', { on: input.decidedOn });
  }
  act(session, 'lose-proposal', proposalLabel(proposal), (tx) =>
    writeHead(tx, input.id, {
      status: 'lost',
      decidedOn: input.decidedOn,
      lostReason: input.reason,
    }),
  );
  return { id: input.id };
}
