import type { Output } from '../../../shared/contract/contract';
import type { WorkloadCell } from '../../../shared/contract/team.contract';

type Workload = Output<'workload/read'>;
export type WorkloadPerson = Workload['people'][number];

/** Which people a view shows; empty lists restrict nothing. */
export interface PeopleChoice {
  readonly personIds: readonly string[];
  readonly roles: readonly string[];
  readonly skill: string;
}

/** People a choice lets through. `skills` by person. */
export function chosenPeople(
  people: readonly WorkloadPerson[],
  choice: PeopleChoice,
  skills: ReadonlyMap<string, readonly string[]>,
): readonly WorkloadPerson[] {
  return people.filter(
    ({ personId, role }) =>
      (choice.personIds.length === 0 || choice.personIds.includes(personId)) &&
      (choice.roles.length === 0 || choice.roles.includes(role)) &&
      (choice.skill === '' || (skills.get(personId) ?? []).includes(choice.skill)),
  );
}

const FIELDS = [
  'capacitySeconds',
  'holidaySeconds',
  'absenceSeconds',
  'availableSeconds',
  'loggedSeconds',
  'hardSeconds',
  'softSeconds',
  'freeSeconds',
  'overloadSeconds',
  'overloadWithSoftSeconds',
] as const satisfies readonly (keyof WorkloadCell)[];

/** Each number of several cells added up. What one has free does not take away another's overload. */
export function sumCells(cells: readonly WorkloadCell[]): WorkloadCell {
  const sum: WorkloadCell = {
    capacitySeconds: 0,
    holidaySeconds: 0,
    absenceSeconds: 0,
    availableSeconds: 0,
    loggedSeconds: 0,
    hardSeconds: 0,
    softSeconds: 0,
    freeSeconds: 0,
    overloadSeconds: 0,
    overloadWithSoftSeconds: 0,
  };
  for (const cell of cells) for (const field of FIELDS) sum[field] += cell[field];
  return sum;
}

/** Worked and booked hours of a cell, seconds. */
export function demandOf(cell: WorkloadCell): number {
  return cell.loggedSeconds + cell.hardSeconds + cell.softSeconds;
}

/** A cell as a bar: shares of its width, and where what is available ends. */
export interface CellBar {
  readonly logged: number;
  readonly hard: number;
  readonly soft: number;
  /** The part of the bar that is beyond what is available, from the right. */
  readonly over: number;
  /** Where the available hours end; null: at the end of the bar. */
  readonly limit: number | null;
}

/** The bar is as long as what is available, or as the demand where that is more. */
export function cellBar(cell: WorkloadCell): CellBar {
  const demand = demandOf(cell);
  const whole = Math.max(cell.availableSeconds, demand);
  if (whole === 0) return { logged: 0, hard: 0, soft: 0, over: 0, limit: null };
  return {
    logged: cell.loggedSeconds / whole,
    hard: cell.hardSeconds / whole,
    soft: cell.softSeconds / whole,
    over: Math.max(0, demand - cell.availableSeconds) / whole,
    limit: demand > cell.availableSeconds ? cell.availableSeconds / whole : null,
  };
}

/** Part of a task's hours that is somebody's. */
interface Share {
  readonly personId: string;
  readonly sharePpm: number;
}

/** The assignees of a task after one of them handed their part over to another. */
export function handedOver(assignees: readonly Share[], fromId: string, toId: string): Share[] {
  const part = assignees.find(({ personId }) => personId === fromId);
  if (part === undefined || fromId === toId) return [...assignees];
  const isThere = assignees.some(({ personId }) => personId === toId);
  if (!isThere) {
    return assignees.map((share) => (share === part ? { ...share, personId: toId } : share));
  }
  return assignees
    .filter((share) => share !== part)
    .map((share) =>
      share.personId === toId
        ? { ...share, sharePpm: Math.min(1_000_000, share.sharePpm + part.sharePpm) }
        : share,
    );
}
