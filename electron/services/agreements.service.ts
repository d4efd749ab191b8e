import type { ReadDb } from '../../db/read-db';
import {
  type AgreementRow,
  amendAgreement,
  findAgreement,
  findContract,
  listAgreements,
  removeAgreement,
} from '../../db/repositories/agreements.repo';
import { setContract } from '../../db/repositories/clients.repo';
import type { Agreement } from '../../shared/contract/agreements.contract';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { requireClient } from './clients.service';
import { RateBook } from './figures/rate-book';
import { type ProposalModel, readProposalModel } from './proposals/proposal-model';
import { act, readOf, type Session } from './session';

type Done = { id: string };
type Amounts = Pick<Agreement, 'netMinor' | 'vatPpm' | 'vatMinor' | 'grossMinor'>;

/** One agreement; throws `row-not-found`. */
export function requireAgreement(read: ReadDb, id: string): AgreementRow {
  const row = findAgreement(read, id);
  if (row === undefined) throw new AppError('row-not-found');
  return row;
}

function requireDraft(read: ReadDb, id: string): AgreementRow {
  const row = requireAgreement(read, id);
  if (row.status === 'signed') throw new AppError('agreement-signed', { number: row.number });
  return row;
}

/** What is agreed: as it was signed, or as the proposal has it now. */
export function amountsOfAgreement(
  { netMinor, vatPpm, vatMinor, grossMinor }: AgreementRow,
  { estimate, vatPpm: rate }: Pick<ProposalModel, 'estimate' | 'vatPpm'>,
): Amounts {
  return netMinor === null || vatMinor === null || grossMinor === null
    ? {
        netMinor: estimate.total.amountMinor,
        vatPpm: rate,
        vatMinor: estimate.vatMinor,
        grossMinor: estimate.grossMinor,
      }
    : { netMinor, vatPpm, vatMinor, grossMinor };
}

function agreementDto(read: ReadDb, row: AgreementRow, rates: RateBook): Agreement {
  const model = readProposalModel(read, row.proposalId, rates);
  const { id, number, version, title, status, currency } = model.proposal;
  const contract = row.contractId === null ? undefined : findContract(read, row.contractId);
  const { contractId: _contract, proposalId: _proposal, ...same } = row;
  return {
    ...same,
    ...amountsOfAgreement(row, model),
    currency,
    contractNumber: contract?.number ?? null,
    proposal: { id, number, version, title, status },
  };
}

/** Contracts and addenda of a client that were made from proposals, the newest first. Throws `client-not-found`. */
export function listClientAgreements(
  session: Session,
  { clientId }: Input<'agreements/list'>,
): Output<'agreements/list'> {
  const read = readOf(session);
  requireClient(read, clientId);
  const rates = new RateBook(read);
  return {
    agreements: listAgreements(read, clientId).map((row) => agreementDto(read, row, rates)),
  };
}

/** Changes number, day or subject of a draft. Throws `agreement-signed`. */
export function amendAgreementDraft(
  session: Session,
  { id, revision, patch }: Input<'agreements/amend'>,
): Done {
  const row = requireDraft(readOf(session), id);
  act(session, 'amend-agreement', { number: patch.number ?? row.number }, (tx) =>
    amendAgreement(tx, id, patch, revision),
  );
  return { id };
}

/**
 * Records that both sides signed: the amounts are kept as they are that day, and a contract becomes the one
 * in force. Throws `agreement-signed`, `agreement-signed-later`, `agreement-not-accepted`.
 */
export function signAgreement(
  session: Session,
  { id, revision, signedOn, evidence }: Input<'agreements/sign'>,
): Done {
  const read = readOf(session);
  const row = requireDraft(read, id);
  if (signedOn > session.clock.today()) {
    throw new AppError('agreement-signed-later', { on: signedOn });
  }
  const model = readProposalModel(read, row.proposalId);
  if (model.proposal.status !== 'accepted') {
    throw new AppError('agreement-not-accepted', { number: model.proposal.number });
  }
  act(session, 'sign-agreement', { number: row.number }, (tx) => {
    const contractId =
      row.kind === 'addendum'
        ? row.contractId
        : setContract(tx, { clientId: row.clientId, number: row.number, signedOn, endsOn: null });
    const amounts = amountsOfAgreement(row, model);
    amendAgreement(
      tx,
      id,
      { status: 'signed', signedOn, evidence, contractId, ...amounts },
      revision,
    );
  });
  return { id };
}

/** Takes a draft away. Throws `agreement-signed`. */
export function removeAgreementDraft(
  session: Session,
  { id, revision }: Input<'agreements/remove'>,
): Done {
  const row = requireDraft(readOf(session), id);
  act(session, 'remove-agreement', { number: row.number }, (tx) =>
    removeAgreement(tx, id, revision),
  );
  return { id };
}
