import type { ReadDb } from '../../db/read-db';
import {
  addProposalLine,
  amendProposal,
  amendProposalLine,
  listProposalLines,
  type ProposalLineRow,
  type ProposalRow,
} from '../../db/repositories/proposals.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input } from '../../shared/contract/contract';
import { packageNames } from '../../shared/domain/estimate';
import { RateBook } from './figures/rate-book';
import { settlePackages, writePackages } from './proposals/package-choice';
import { reckonProposal } from './proposals/proposal-model';
import { proposalLabel, requireDraftProposal } from './proposals.service';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** A draft with a package of that name. Throws `proposal-package-unknown` and what a draft throws. */
function requirePackage(
  read: ReadDb,
  proposalId: string,
  name: string,
): { proposal: ProposalRow; lines: ProposalLineRow[] } {
  const proposal = requireDraftProposal(read, proposalId);
  const lines = listProposalLines(read, proposalId);
  if (!packageNames(lines).includes(name)) throw new AppError('proposal-package-unknown', { name });
  return { proposal, lines };
}

function assertFree(lines: readonly ProposalLineRow[], name: string): void {
  if (packageNames(lines).includes(name)) throw new AppError('proposal-package-taken', { name });
}

/** Reckons a draft with another of its packages. */
export function choosePackage(
  session: Session,
  { id, name }: Input<'proposals/choose-package'>,
): Done {
  const read = readOf(session);
  const { proposal, lines } = requirePackage(read, id, name);
  reckonProposal(read, proposal, settlePackages(lines, name), new RateBook(read));
  act(session, 'choose-package', { ...proposalLabel(proposal), package: name }, (tx) => {
    writePackages(tx, id, name);
    amendProposal(tx, id, { editedAt: session.clock.now() });
  });
  return { id };
}

/** Gives a package another name. Throws `proposal-package-taken` where it is another package's. */
export function renamePackage(
  session: Session,
  { id, name, to }: Input<'proposals/rename-package'>,
): Done {
  const { proposal, lines } = requirePackage(readOf(session), id, name);
  if (to === name) return { id };
  assertFree(lines, to);
  act(session, 'rename-package', { ...proposalLabel(proposal), package: to }, (tx) => {
    for (const line of lines) {
      if (line.package === name) amendProposalLine(tx, line.id, { package: to });
    }
    amendProposal(tx, id, { editedAt: session.clock.now() });
  });
  return { id };
}

/** Starts a package with the lines of another, to be changed from there. Throws `proposal-packages-too-many`. */
export function copyPackage(
  session: Session,
  { id, name, to }: Input<'proposals/copy-package'>,
): Done {
  const read = readOf(session);
  const { proposal, lines } = requirePackage(read, id, name);
  assertFree(lines, to);
  const source = lines.filter((line) => line.package === name);
  const last = lines.at(-1)?.position ?? 0;
  const copies = source.map((line, at) => ({
    ...line,
    id: `new-${at}`,
    position: last + (at + 1) * 1024,
    package: to,
    chosen: 'no' as const,
  }));
  reckonProposal(read, proposal, settlePackages([...lines, ...copies], null), new RateBook(read));
  act(session, 'copy-package', { ...proposalLabel(proposal), package: to }, (tx) => {
    for (const { id: _id, originId: _origin, revision: _revision, ...line } of copies) {
      addProposalLine(tx, line);
    }
    amendProposal(tx, id, { editedAt: session.clock.now() });
  });
  return { id };
}

/** Makes the lines of a package part of every package: what it had is no longer a choice. */
export function dissolvePackage(
  session: Session,
  { id, name }: Input<'proposals/dissolve-package'>,
): Done {
  const read = readOf(session);
  const { proposal, lines } = requirePackage(read, id, name);
  const fixed = lines.map((line) =>
    line.package === name
      ? { ...line, package: '', isOption: 'no' as const, chosen: 'yes' as const }
      : line,
  );
  reckonProposal(read, proposal, settlePackages(fixed, null), new RateBook(read));
  act(session, 'dissolve-package', { ...proposalLabel(proposal), package: name }, (tx) => {
    for (const line of lines) {
      if (line.package === name) {
        amendProposalLine(tx, line.id, { package: '', isOption: 'no', chosen: 'yes' });
      }
    }
    writePackages(tx, id, null);
    amendProposal(tx, id, { editedAt: session.clock.now() });
  });
  return { id };
}
