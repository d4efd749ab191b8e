import {
  amendTime,
  findTimeEntry,
  logTime,
  removeTime,
} from '../../db/repositories/time-entries.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input } from '../../shared/contract/contract';
import { act, readOf, type Session } from './session';
import { assertOpen, assertRoom, assertTarget } from './time/time-ground';

type Done = { id: string };

/**
 * Logs hours of a person. Throws `hours-client-needed`, `hours-client-not-internal`, `hours-project-of-other`,
 * `time-over-a-day`, `time-period-locked`.
 */
export function logHours(session: Session, input: Input<'hours/log'>): Done {
  const read = readOf(session);
  assertTarget(read, input);
  assertOpen(read, input.personId, input.workedOn);
  assertRoom(read, input.personId, input.workedOn, input.durationSeconds);
  return act(
    session,
    'log-hours',
    { seconds: input.durationSeconds, on: input.workedOn },
    (tx) => ({ id: logTime(tx, input) }),
  );
}

/** Corrects an entry; throws as logging one does. */
export function amendHours(session: Session, { id, revision, patch }: Input<'hours/amend'>): Done {
  const read = readOf(session);
  const entry = findTimeEntry(read, id);
  if (entry === undefined) throw new AppError('row-not-found');
  const amended = {
    kind: patch.kind ?? entry.kind,
    clientId: patch.clientId === undefined ? entry.clientId : patch.clientId,
    projectId: patch.projectId === undefined ? entry.projectId : patch.projectId,
  };
  assertTarget(read, amended);
  const personId = patch.personId ?? entry.personId;
  const on = patch.workedOn ?? entry.workedOn;
  const seconds = patch.durationSeconds ?? entry.durationSeconds;
  assertRoom(read, personId, on, seconds, id);
  // What a clock measured no longer is what it measured.
  const isRetimed = seconds !== entry.durationSeconds || on !== entry.workedOn;
  const times = isRetimed ? { startedAt: null, endedAt: null } : {};
  act(session, 'amend-hours', { on: entry.workedOn }, (tx) =>
    amendTime(tx, id, { ...patch, ...times }, revision),
  );
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
