import type { ReadDb } from '../../../db/read-db';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { diffDays, mondayOf } from '../../../shared/domain/dates';
import { workloadOf } from '../work-load.service';
import type { ProposalModel } from './proposal-model';

/** Weeks beyond which nobody's plans reach. */
const MOST_WEEKS = 26;

/** Hours each role is asked for against the hours free of whoever has that role, in the weeks of the work. */
export function capacityOf(
  read: ReadDb,
  { proposal, lines, estimate }: ProposalModel,
  today: string,
): Proposal['capacity'] {
  const wanted = new Map<string, number>();
  for (const line of lines) {
    if (line.chosen === 'no' || line.role === '') continue;
    const seconds = estimate.lines.get(line.id)?.seconds ?? 0;
    if (seconds > 0) wanted.set(line.role, (wanted.get(line.role) ?? 0) + seconds);
  }
  if (wanted.size === 0) return [];
  const from = proposal.startsOn;
  const weeks = Math.floor(diffDays(mondayOf(from), proposal.endsOn) / 7) + 1;
  const { people } = workloadOf(read, today, { from, weeks: Math.min(weeks, MOST_WEEKS) });
  return [...wanted].map(([role, wantedSeconds]) => ({
    role,
    from,
    to: proposal.endsOn,
    wantedSeconds,
    freeSeconds: people
      .filter((person) => person.role === role)
      .flatMap((person) => person.cells)
      .reduce((sum, cell) => sum + cell.freeSeconds, 0),
  }));
}
