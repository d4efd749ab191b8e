import type { ReadDb } from '../../db/read-db';
import { findClient } from '../../db/repositories/clients.repo';
import { findProject } from '../../db/repositories/projects.repo';
import {
  amendTime,
  findTimeEntry,
  logTime,
  removeTime,
} from '../../db/repositories/time-entries.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input } from '../../shared/contract/contract';
import type { TimeEntryInput } from '../../shared/contract/work.contract';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Internal time has no client, all other time has one, and a project is its client's. */
function assertConsistent(
  read: ReadDb,
  entry: Pick<TimeEntryInput, 'clientId' | 'projectId' | 'kind'>,
): void {
  if (entry.kind === 'internal' && entry.clientId !== null) {
    throw new AppError('hours-client-not-internal');
  }
  if (entry.kind !== 'internal' && entry.clientId === null) {
    throw new AppError('hours-client-needed');
  }
  if (entry.clientId !== null && findClient(read, entry.clientId) === undefined) {
    throw new AppError('client-not-found');
  }
  if (entry.projectId === null) return;
  if (findProject(read, entry.projectId)?.clientId !== entry.clientId) {
    throw new AppError('hours-project-of-other');
  }
}

/** Logs hours of a person. Throws `hours-client-needed`, `hours-client-not-internal`, `hours-project-of-other`. */
export function logHours(session: Session, input: Input<'hours/log'>): Done {
  const read = readOf(session);
  assertConsistent(read, input);
  return act(
    session,
    'log-hours',
    { seconds: input.durationSeconds, on: input.workedOn },
    (tx) => ({ id: logTime(tx, input) }),
  );
}

/** Corrects an entry. */
export function amendHours(session: Session, { id, revision, patch }: Input<'hours/amend'>): Done {
  const read = readOf(session);
  const entry = findTimeEntry(read, id);
  if (entry === undefined) throw new AppError('row-not-found');
  const amended = {
    kind: patch.kind ?? entry.kind,
    clientId: patch.clientId === undefined ? entry.clientId : patch.clientId,
    projectId: patch.projectId === undefined ? entry.projectId : patch.projectId,
  };
  assertConsistent(read, amended);
  act(session, 'amend-hours', { on: entry.workedOn }, (tx) => amendTime(tx, id, patch, revision));
  return { id };
}

/** Removes an entry. */
export function removeHours(session: Session, { id }: Input<'hours/remove'>): Done {
  const read = readOf(session);
  const entry = findTimeEntry(read, id);
  if (entry === undefined) throw new AppError('row-not-found');
  act(session, 'remove-hours', { on: entry.workedOn }, (tx) => removeTime(tx, id));
  return { id };
}
