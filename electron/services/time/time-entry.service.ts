import { readBookable } from '../../../db/queries/time.query';
import type { ReadDb } from '../../../db/read-db';
import { findPerson } from '../../../db/repositories/people.repo';
import {
  amendTimeSettings,
  lockPeriod as insertLock,
  listLockedPeriods,
  readTimeSettings,
  unlockPeriod as removeLock,
} from '../../../db/repositories/time.repo';
import { logTime } from '../../../db/repositories/time-entries.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { TimeChoice } from '../../../shared/contract/time.contract';
import {
  type QuickClient,
  type QuickEntry,
  type QuickProject,
  readQuickEntry,
} from '../../../shared/domain/time/quick-entry';
import { act, readOf, type Session } from '../session';
import {
  assertOpen,
  assertRoom,
  DAY_SECONDS,
  isLockedDay,
  requirePerson,
  resolveTarget,
} from './time-ground';
import { stepOf } from './time-week.service';

type Done = { id: string };

type Bookable = { clients: QuickClient[]; names: ReadonlyMap<string, string> };

function bookableOf(read: ReadDb): Bookable {
  const clients = new Map<string, { id: string; name: string; projects: QuickProject[] }>();
  const names = new Map<string, string>();
  for (const row of readBookable(read)) {
    const client = clients.get(row.clientId) ?? {
      id: row.clientId,
      name: row.clientName,
      projects: [],
    };
    clients.set(row.clientId, client);
    names.set(row.clientId, row.clientName);
    if (row.projectId === null || row.projectName === null || row.kind === null) continue;
    client.projects.push({ id: row.projectId, name: row.projectName, kind: row.kind });
    names.set(row.projectId, row.projectName);
  }
  return { clients: [...clients.values()], names };
}

/** Clients that are worked for, with their active projects. */
export function listBookable(session: Session): Output<'time/bookable'> {
  const { clients } = bookableOf(readOf(session));
  return {
    clients: clients.map(({ id, name, projects }) => ({
      id,
      name,
      projects: projects.map((project) => ({ id: project.id, name: project.name })),
    })),
  };
}

/** What a typed line means, and what is still to be said; writes nothing. */
export function readEntry(
  session: Session,
  input: Input<'time/read-entry'>,
): Output<'time/read-entry'> {
  const { clients, names } = bookableOf(readOf(session));
  const entry = readQuickEntry(input.text, input.on, session.clock.today(), clients);
  const { seconds, on, note, isInternal } = entry;
  const choices = entry.choices.map(
    ({ clientId, projectId }): TimeChoice => ({
      clientId,
      clientName: names.get(clientId) ?? '',
      projectId,
      projectName: projectId === null ? null : (names.get(projectId) ?? ''),
    }),
  );
  const code = problemOf(entry);
  return {
    seconds,
    on,
    note,
    choices,
    isInternal,
    problem: code === null ? null : { code, params: {} },
  };
}

function problemOf({ seconds, choices, isInternal }: QuickEntry): string | null {
  if (seconds === null || seconds === 0) return 'time-entry-no-duration';
  if (seconds > DAY_SECONDS) return 'time-entry-too-long';
  if (isInternal) return null;
  if (choices.length === 0) return 'time-entry-no-client';
  return choices.length > 1 ? 'time-entry-ambiguous' : null;
}

/**
 * Logs a typed line. Throws `time-entry-no-duration`, `time-entry-no-client`, `time-entry-ambiguous` where no
 * choice says which, `time-over-a-day`, `time-period-locked`.
 */
export function logEntry(
  session: Session,
  input: Input<'time/quick-entry'>,
): Output<'time/quick-entry'> {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  const { clients } = bookableOf(read);
  const entry = readQuickEntry(input.text, input.on, session.clock.today(), clients);
  const problem = problemOf(entry);
  const isAnswered = problem === 'time-entry-ambiguous' || problem === 'time-entry-no-client';
  if (problem !== null && !(isAnswered && input.choice !== null)) throw new AppError(problem);
  const { on, note } = entry;
  const seconds = entry.seconds ?? 0;
  const choice = input.choice ?? entry.choices[0] ?? { clientId: null, projectId: null };
  const target = resolveTarget(read, choice);
  assertOpen(read, personId, on);
  assertRoom(read, personId, on, seconds);
  return act(session, 'log-hours', { seconds, on }, (tx) => ({
    id: logTime(tx, { personId, ...target, workedOn: on, durationSeconds: seconds, note }),
    seconds,
  }));
}

/** A late entry into a locked period, marked as such. Throws `time-not-locked` where the period is open. */
export function adjustTime(session: Session, input: Input<'time/adjust'>): Done {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  const { on, seconds, note } = input;
  const target = resolveTarget(read, input);
  if (!isLockedDay(listLockedPeriods(read), personId, on)) {
    throw new AppError('time-not-locked', { on });
  }
  assertRoom(read, personId, on, seconds);
  return act(session, 'adjust-hours', { seconds, on }, (tx) => ({
    id: logTime(tx, {
      personId,
      ...target,
      workedOn: on,
      durationSeconds: seconds,
      note,
      adjustment: 'yes',
    }),
  }));
}

/** Periods that are locked, newest first. */
export function showLocks(session: Session): Output<'time/locks'> {
  const read = readOf(session);
  const locks = listLockedPeriods(read).map((lock) => ({
    ...lock,
    personName: lock.personId === null ? null : (findPerson(read, lock.personId)?.name ?? ''),
  }));
  return { locks };
}

/** Closes days: their hours are settled. Throws `period-invalid`, `time-locked-already`. */
export function lockPeriod(session: Session, input: Input<'time/lock-period'>): Done {
  const { personId, fromOn: from, toOn: to, note } = input;
  if (to < from) throw new AppError('period-invalid', { from, to });
  const isCovered = listLockedPeriods(readOf(session)).some(
    (lock) =>
      lock.fromOn <= from &&
      to <= lock.toOn &&
      (lock.personId === null || lock.personId === personId),
  );
  if (isCovered) throw new AppError('time-locked-already', { from, to });
  const lockedAt = session.clock.now();
  return act(session, 'lock-time', { from, to }, (tx) => ({
    id: insertLock(tx, { personId, fromOn: from, toOn: to, lockedAt, note }),
  }));
}

/** Opens days again. */
export function unlockPeriod(session: Session, { id }: Input<'time/unlock-period'>): Done {
  const lock = listLockedPeriods(readOf(session)).find((one) => one.id === id);
  if (lock === undefined) throw new AppError('row-not-found');
  act(session, 'unlock-time', { from: lock.fromOn, to: lock.toOn }, (tx) => removeLock(tx, id));
  return { id };
}

/** How time is rounded and when a working day ends. */
export function showTimeSettings(session: Session): Output<'time/settings'> {
  const { roundingStepSeconds, ...rest } = readTimeSettings(readOf(session));
  return { ...rest, roundingStepSeconds: stepOf(roundingStepSeconds) };
}

/** Changes how time is rounded and when a working day ends. */
export function changeTimeSettings(session: Session, patch: Input<'time/amend-settings'>): Done {
  act(session, 'amend-time-settings', {}, (tx) => amendTimeSettings(tx, patch));
  return { id: 'time' };
}
