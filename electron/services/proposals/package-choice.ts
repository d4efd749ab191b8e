import {
  amendProposalLine,
  listProposalLines,
  type ProposalLineRow,
} from '../../../db/repositories/proposals.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import { packageNames, packageTaken } from '../../../shared/domain/estimate';

/** More do not stand side by side on a sheet. */
const MOST_PACKAGES = 4;

/**
 * The lines with exactly one of their packages taken: the preferred one where it has lines. Throws
 * `proposal-packages-too-many`.
 */
export function settlePackages(
  lines: readonly ProposalLineRow[],
  preferred: string | null,
): ProposalLineRow[] {
  const names = packageNames(lines);
  if (names.length > MOST_PACKAGES) {
    throw new AppError('proposal-packages-too-many', { max: MOST_PACKAGES, count: names.length });
  }
  const taken = packageTaken(
    lines.map((line) => ({ package: line.package, chosen: line.chosen === 'yes' })),
    preferred,
  );
  return lines.map((line) =>
    line.package === '' ? line : { ...line, chosen: line.package === taken ? 'yes' : 'no' },
  );
}

/** Writes what {@link settlePackages} changes. */
export function writePackages(tx: WriteDb, proposalId: string, preferred: string | null): void {
  const lines = listProposalLines(tx, proposalId);
  settlePackages(lines, preferred).forEach((line, at) => {
    if (line.chosen !== lines[at]?.chosen) amendProposalLine(tx, line.id, { chosen: line.chosen });
  });
}

/**
 * The lines as the client took them: one package, and of the options those that were named. Throws
 * `proposal-package-unknown`.
 */
export function takenLines(
  lines: readonly ProposalLineRow[],
  taken: { package: string; optionIds: readonly string[] },
): ProposalLineRow[] {
  const names = packageNames(lines);
  if (names.length > 0 && !names.includes(taken.package)) {
    throw new AppError('proposal-package-unknown', { name: taken.package });
  }
  const options = new Set(taken.optionIds);
  return lines.map((line) => {
    if (line.isOption === 'no') return line;
    const isTaken = line.package === '' ? options.has(line.id) : line.package === taken.package;
    return { ...line, chosen: isTaken ? 'yes' : 'no' };
  });
}
