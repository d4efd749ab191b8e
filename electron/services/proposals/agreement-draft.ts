import { readContract } from '../../../db/queries/clients.query';
import type { ReadDb } from '../../../db/read-db';
import {
  addAgreement,
  amendAgreement,
  findAgreementOfFamily,
  findContract,
  listAgreements,
} from '../../../db/repositories/agreements.repo';
import type { ProposalRow } from '../../../db/repositories/proposals.repo';
import type { WriteDb } from '../../../db/write-db';
import type { Proposal } from '../../../shared/contract/proposals.contract';

type Draft = Proposal['acceptance']['agreement'] & { contractId: string | null };

/**
 * What an accepted proposal is agreed by: an addendum to the contract in force that day, with the next
 * number of that contract, or a contract where there is none.
 */
export function agreementDraftOf(
  read: ReadDb,
  { clientId, familyId, number }: Pick<ProposalRow, 'clientId' | 'familyId' | 'number'>,
  on: string,
): Draft {
  const made = findAgreementOfFamily(read, familyId);
  if (made !== undefined) {
    const of = made.contractId === null ? undefined : findContract(read, made.contractId);
    const { kind, contractId } = made;
    return { kind, contractId, number: made.number, contractNumber: of?.number ?? null };
  }
  const contract = readContract(read, clientId);
  if (contract === undefined || (contract.endsOn !== null && contract.endsOn < on)) {
    const newNumber = `${String(number)}/${on.slice(2, 4)}`;
    return { kind: 'contract', number: newNumber, contractNumber: null, contractId: null };
  }
  const numbers = listAgreements(read, clientId)
    .filter((row) => row.kind === 'addendum' && row.contractId === contract.id)
    .map((row) => (/^\d{1,6}$/.test(row.number) ? Number(row.number) : 0));
  return {
    kind: 'addendum',
    number: String(Math.max(0, ...numbers) + 1),
    contractNumber: contract.number,
    contractId: contract.id,
  };
}

/**
 * Drafts the agreement of a proposal; one that an earlier version drafted speaks of this version from now
 * on, and one that was signed stays. Returns the id.
 */
export function draftAgreement(tx: WriteDb, proposal: ProposalRow, on: string): string {
  const made = findAgreementOfFamily(tx, proposal.familyId);
  if (made !== undefined && made.status === 'signed') return made.id;
  if (made !== undefined) {
    amendAgreement(tx, made.id, { proposalId: proposal.id });
    return made.id;
  }
  const { kind, number, contractId } = agreementDraftOf(tx, proposal, on);
  return addAgreement(tx, {
    clientId: proposal.clientId,
    kind,
    number,
    contractId,
    proposalId: proposal.id,
    datedOn: on,
    subject: proposal.title,
  });
}
