import { findTaskPlace, readDaySeconds } from '../../../db/queries/time.query';
import type { ReadDb } from '../../../db/read-db';
import { findClient } from '../../../db/repositories/clients.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import { findProject } from '../../../db/repositories/projects.repo';
import type { LockedPeriodRow } from '../../../db/repositories/time.repo';
import { listLockedPeriods } from '../../../db/repositories/time.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { TimeKind } from '../../../shared/domain/time-cost';
import { readOf, type Session } from '../session';

export const DAY_SECONDS = 86_400;

/** What time is to be booked on; what is left out follows from the rest. */
export type TargetInput = {
  clientId: string | null;
  projectId: string | null;
  taskId?: string | null | undefined;
  kind?: TimeKind | undefined;
};

export type Target = {
  clientId: string | null;
  projectId: string | null;
  taskId: string | null;
  kind: TimeKind;
};

/** The person asked about, or the one who works in this file; null where nobody was chosen yet. */
export function personOrMe(session: Session, personId: string | null): string | null {
  return findPerson(readOf(session), personId ?? session.actor)?.id ?? null;
}

/** The same, where there has to be one. Throws `time-person-needed`. */
export function requirePerson(session: Session, personId: string | null): string {
  const found = personOrMe(session, personId);
  if (found === null) throw new AppError('time-person-needed');
  return found;
}

/**
 * A task brings its client and project along; the kind follows from them where it is not said. Throws
 * `hours-client-needed`, `hours-client-not-internal`, `hours-project-of-other`, `client-not-found`.
 */
export function resolveTarget(read: ReadDb, input: TargetInput): Target {
  const taskId = input.taskId ?? null;
  const task = taskId === null ? undefined : findTaskPlace(read, taskId);
  if (taskId !== null && task === undefined) throw new AppError('row-not-found');
  const clientId = input.clientId ?? task?.clientId ?? null;
  const isOfTask = task !== undefined && task.clientId === clientId;
  const projectId = input.projectId ?? (isOfTask ? task.projectId : null);
  const kind = input.kind ?? kindOf(read, clientId, projectId);
  assertTarget(read, { clientId, projectId, kind });
  return { clientId, projectId, taskId, kind };
}

function kindOf(read: ReadDb, clientId: string | null, projectId: string | null): TimeKind {
  if (clientId === null) return 'internal';
  const project = projectId === null ? undefined : findProject(read, projectId);
  return project?.kind === 'fixed-fee' ? 'project' : 'retainer';
}

/** Internal time has no client, all other time has one, and a project is its client's. */
export function assertTarget(
  read: ReadDb,
  { clientId, projectId, kind }: Pick<Target, 'clientId' | 'projectId' | 'kind'>,
): void {
  if (kind === 'internal' && clientId !== null) throw new AppError('hours-client-not-internal');
  if (kind !== 'internal' && clientId === null) throw new AppError('hours-client-needed');
  if (clientId !== null && findClient(read, clientId) === undefined) {
    throw new AppError('client-not-found');
  }
  if (projectId === null) return;
  if (findProject(read, projectId)?.clientId !== clientId) {
    throw new AppError('hours-project-of-other');
  }
}

/** Refuses more than 24 hours of a person on a day. Throws `time-over-a-day`. */
export function assertRoom(
  read: ReadDb,
  personId: string,
  on: string,
  seconds: number,
  exceptId: string | null = null,
): void {
  const booked = readDaySeconds(read, personId, on, exceptId);
  if (booked + seconds <= DAY_SECONDS) return;
  const name = findPerson(read, personId)?.name ?? '';
  throw new AppError('time-over-a-day', { name, on, booked });
}

/** Whether a person's day is locked, by periods read once. */
export function isLockedDay(
  locks: readonly LockedPeriodRow[],
  personId: string,
  on: string,
): boolean {
  return locks.some(
    (lock) =>
      lock.fromOn <= on &&
      on <= lock.toOn &&
      (lock.personId === null || lock.personId === personId),
  );
}

/** Throws `time-period-locked` where a person's day is locked. */
export function assertOpen(read: ReadDb, personId: string, on: string): void {
  if (isLockedDay(listLockedPeriods(read), personId, on)) throw new AppError('time-period-locked');
}
