import { findClient } from '../../db/repositories/clients.repo';
import { findPerson } from '../../db/repositories/people.repo';
import { findProject } from '../../db/repositories/projects.repo';
import { amendTime, findTimeEntry, logTime, removeTime } from '../../db/repositories/time-entries.repo';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import type { Input } from '../../shared/contract/contract';
import type { TimeEntryInput } from '../../shared/contract/work.contract';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Internal time has no client, all other time has one, and a project is its client's. */
function assertConsistent(read: ReadDb, entry: Pick<TimeEntryInput, 'clientId' | 'projectId' | 'kind'>): void {
  if ((entry.kind === 'internal') !== (entry.clientId === null)) {
    throw new AppError('hours-client-missing');
  }
  if (entry.projectId === null) return;
  const project = findProject(read, entry.projectId);
  if (project === undefined) throw new AppError('row-not-found');
  if (project.clientId !== entry.clientId) {
    throw new AppError('project-of-other-client', { name: project.name });
  }
}

function labelOf(read: ReadDb, entry: Pick<TimeEntryInput, 'clientId' | 'personId' | 'workedOn'>) {
  const client = entry.clientId === null ? undefined : findClient(read, entry.clientId);
  if (entry.clientId !== null && client === undefined) throw new AppError('client-not-found');
  const person = findPerson(read, entry.personId);
  if (person === undefined) throw new AppError('row-not-found');
  return { person: person.name, client: client?.name ?? '', on: entry.workedOn };
}

/** Logs hours of a person. Throws `hours-client-missing`, `project-of-other-client`. */
export function logHours(session: Session, input: Input<'hours/log'>): Done {
  const read = readOf(session);
  assertConsistent(read, input);
  return act(session, 'log-hours', labelOf(read, input), (tx) => ({ id: logTime(tx, input) }));
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
  act(session, 'amend-hours', labelOf(read, entry), (tx) => amendTime(tx, id, patch, revision));
  return { id };
}

/** Removes an entry. */
export function removeHours(session: Session, { id }: Input<'hours/remove'>): Done {
  const read = readOf(session);
  const entry = findTimeEntry(read, id);
  if (entry === undefined) throw new AppError('row-not-found');
  act(session, 'remove-hours', labelOf(read, entry), (tx) => removeTime(tx, id));
  return { id };
}
