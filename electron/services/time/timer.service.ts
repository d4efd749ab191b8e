import {
  findOverlappingEntry,
  findTaskPlace,
  readLastActivity,
} from '../../../db/queries/time.query';
import type { ReadDb } from '../../../db/read-db';
import { findClient } from '../../../db/repositories/clients.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import { findProject } from '../../../db/repositories/projects.repo';
import {
  findTimer,
  startTimer as insertTimer,
  type RunningTimerRow,
  readTimeSettings,
  removeTimer,
} from '../../../db/repositories/time.repo';
import { logTime } from '../../../db/repositories/time-entries.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Timer } from '../../../shared/contract/time.contract';
import {
  type DayPart,
  localDateOf,
  nextMidnight,
  splitByLocalDay,
  wallClock,
} from '../../../shared/domain/time/local-days';
import { act, readOf, type Session } from '../session';
import { assertOpen, assertRoom, personOrMe, requirePerson, resolveTarget } from './time-ground';

type Done = { id: string };

/** Longer than this at a stretch a timer was forgotten rather than worked: stopping it asks. */
const LONGEST_STRETCH = 12 * 60 * 60 * 1000;

/** The timer that runs, with a question where it ran into another day or for too long. */
export function showTimer(session: Session, input: Input<'timer/show'>): Output<'timer/show'> {
  const read = readOf(session);
  const personId = personOrMe(session, input.personId);
  const row = personId === null ? undefined : findTimer(read, personId);
  return { timer: row === undefined ? null : timerOf(session, read, row), personId };
}

function timerOf(session: Session, read: ReadDb, row: RunningTimerRow): Timer {
  const { clientId, projectId, taskId } = row;
  return {
    ...row,
    clientName: clientId === null ? null : (findClient(read, clientId)?.name ?? null),
    projectName: projectId === null ? null : (findProject(read, projectId)?.name ?? null),
    taskTitle: taskId === null ? null : (findTaskPlace(read, taskId)?.title ?? null),
    question: questionOf(session, read, row),
  };
}

function questionOf(
  session: Session,
  read: ReadDb,
  { startedAt }: RunningTimerRow,
): Timer['question'] {
  const now = session.clock.now();
  const isLong = now - startedAt > LONGEST_STRETCH;
  if (!isLong && localDateOf(now) === localDateOf(startedAt)) return null;
  const until = Math.min(now, nextMidnight(startedAt));
  const dayEndedAt = wallClock(startedAt, readTimeSettings(read).dayEndsAt);
  return {
    // The start itself is a change of the file.
    lastActivityAt: readLastActivity(read, startedAt + 1000, until),
    dayEndedAt: dayEndedAt > startedAt && dayEndedAt < now ? dayEndedAt : null,
  };
}

/** Starts a timer. Throws `timer-running` while another one runs, `time-period-locked`. */
export function startTimer(session: Session, input: Input<'timer/start'>): Done {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  if (findTimer(read, personId) !== undefined) throw new AppError('timer-running');
  const fields = newTimer(session, read, personId, input);
  return act(session, 'start-timer', {}, (tx) => ({ id: insertTimer(tx, fields) }));
}

function newTimer(
  session: Session,
  read: ReadDb,
  personId: string,
  input: Input<'timer/start'>,
): Parameters<typeof insertTimer>[1] {
  const target = resolveTarget(read, input);
  const startedAt = session.clock.now();
  assertOpen(read, personId, localDateOf(startedAt));
  return { personId, ...target, note: input.note, startedAt };
}

/** Stops the timer that runs and starts another, as one action. Throws as stopping and starting do. */
export function switchTimer(session: Session, input: Input<'timer/switch'>): Done {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  const running = requireTimer(read, personId);
  const parts = measuredParts(session, read, running, null);
  const fields = newTimer(session, read, personId, input);
  return act(session, 'switch-timer', {}, (tx) => {
    writeParts(tx, running, parts, running.note);
    return { id: insertTimer(tx, fields) };
  });
}

/**
 * Stops the timer and writes what it measured, one entry a calendar day. Throws `timer-none`, `timer-asks`
 * where it ran into another day or too long and nobody said until when, `timer-until-invalid`,
 * `time-overlaps`, `time-over-a-day`, `time-period-locked`; nothing is written then.
 */
export function stopTimer(session: Session, input: Input<'timer/stop'>): Output<'timer/stop'> {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  const running = requireTimer(read, personId);
  const parts = measuredParts(session, read, running, input.until);
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  return act(session, 'stop-timer', { seconds }, (tx) => ({
    ids: writeParts(tx, running, parts, input.note ?? running.note),
    seconds,
  }));
}

/** Takes the timer away without writing hours. Throws `timer-none`. */
export function discardTimer(session: Session, input: Input<'timer/discard'>): Done {
  const running = requireTimer(readOf(session), requirePerson(session, input.personId));
  act(session, 'discard-timer', {}, (tx) => removeTimer(tx, running.id));
  return { id: running.id };
}

function requireTimer(read: ReadDb, personId: string): RunningTimerRow {
  const running = findTimer(read, personId);
  if (running === undefined) throw new AppError('timer-none');
  return running;
}

function measuredParts(
  session: Session,
  read: ReadDb,
  running: RunningTimerRow,
  until: number | null,
): DayPart[] {
  const now = session.clock.now();
  if (until === null && questionOf(session, read, running) !== null) {
    throw new AppError('timer-asks');
  }
  const endedAt = until ?? now;
  if (endedAt <= running.startedAt || endedAt > now) throw new AppError('timer-until-invalid');
  const parts = splitByLocalDay(running.startedAt, endedAt);
  const { personId } = running;
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new AppError('timer-too-short');
  const other = findOverlappingEntry(read, personId, first.startedAt, last.endedAt);
  if (other !== undefined) {
    const name = findPerson(read, personId)?.name ?? '';
    throw new AppError('time-overlaps', { name, on: other.workedOn });
  }
  for (const { on, seconds } of parts) {
    assertOpen(read, personId, on);
    assertRoom(read, personId, on, seconds);
  }
  return parts;
}

function writeParts(
  tx: WriteDb,
  running: RunningTimerRow,
  parts: readonly DayPart[],
  note: string,
): string[] {
  const { id, revision: _revision, startedAt: _startedAt, ...target } = running;
  removeTimer(tx, id);
  return parts.map(({ on, seconds, startedAt, endedAt }) =>
    logTime(tx, { ...target, note, workedOn: on, durationSeconds: seconds, startedAt, endedAt }),
  );
}
