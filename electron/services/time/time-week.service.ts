import { readTimeLines, type TimeLineRow } from '../../../db/queries/time.query';
import { readLoggedDays } from '../../../db/queries/work-load.query';
import {
  type LockedPeriodRow,
  listLockedPeriods,
  readTimeSettings,
} from '../../../db/repositories/time.repo';
import { amendTime, logTime, removeTime } from '../../../db/repositories/time-entries.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { TimeDay, TimeRow } from '../../../shared/contract/time.contract';
import { addDays, isoWeekday, mondayOf } from '../../../shared/domain/dates';
import { groupBy } from '../../../shared/domain/group-by';
import { termsOn } from '../../../shared/domain/time/capacity';
import type { RoundingStep } from '../../../shared/domain/time/rounding';
import { roundTime } from '../../../shared/domain/time/rounding';
import { act, readOf, type Session } from '../session';
import { TeamTime } from '../team-time';
import {
  assertOpen,
  assertRoom,
  isLockedDay,
  personOrMe,
  requirePerson,
  resolveTarget,
  type Target,
} from './time-ground';

/** Work of this many days before the week stands in the grid too, so that it need not be looked for again. */
const REMEMBERED_DAYS = 7;

/** A week of a person: what was worked on which day, what was to be worked, and what is locked. */
export function showWeek(session: Session, input: Input<'time/week'>): Output<'time/week'> {
  const read = readOf(session);
  const personId = personOrMe(session, input.personId);
  const from = mondayOf(input.on);
  const to = addDays(from, 6);
  if (personId === null) {
    const nothing = { days: [], rows: [], totalSeconds: 0, missingSeconds: 0 };
    return { personId, from, to, ...nothing, isCapacityStated: false };
  }
  const team = new TeamTime(read);
  const locks = listLockedPeriods(read);
  const lines = readTimeLines(read, personId, addDays(from, -REMEMBERED_DAYS), to);
  const ofWeek = lines.filter(({ workedOn }) => workedOn >= from);
  const days = Array.from({ length: 7 }, (_, index) => {
    const on = addDays(from, index);
    const seconds = sumSeconds(ofWeek.filter(({ workedOn }) => workedOn === on));
    return dayOf(team, locks, personId, on, seconds);
  });
  const today = session.clock.today();
  const due = days.filter(({ on }) => on <= today);
  const expected = due.reduce((sum, day) => sum + day.availableSeconds, 0);
  const logged = due.reduce((sum, day) => sum + day.loggedSeconds, 0);
  return {
    personId,
    from,
    to,
    days,
    rows: rowsOf(lines, from),
    totalSeconds: sumSeconds(ofWeek),
    missingSeconds: Math.max(0, expected - logged),
    isCapacityStated: team.isStated(personId, from),
  };
}

function sumSeconds(lines: readonly { seconds: number }[]): number {
  return lines.reduce((sum, { seconds }) => sum + seconds, 0);
}

function dayOf(
  team: TeamTime,
  locks: readonly LockedPeriodRow[],
  personId: string,
  on: string,
  loggedSeconds: number,
): TimeDay {
  const time = team.timeOf(personId);
  const availability = team.on(personId, on);
  const special = time === undefined ? null : team.calendars[termsOn(time, on).calendar].dayOn(on);
  return {
    on,
    availableSeconds: availability?.availableSeconds ?? 0,
    calendarKind: special?.kind ?? (isoWeekday(on) > 5 ? 'weekend' : 'working'),
    title: special?.titleKey == null ? (special?.title ?? '') : `time:calendar.${special.titleKey}`,
    isAbsent: time?.absences.some((one) => one.from <= on && on <= one.to) ?? false,
    isLocked: isLockedDay(locks, personId, on),
    loggedSeconds,
  };
}

function keyOf({ clientId, projectId, taskId, kind }: Target): string {
  return [clientId ?? '', projectId ?? '', taskId ?? '', kind].join(' ');
}

function rowsOf(lines: readonly TimeLineRow[], monday: string): TimeRow[] {
  return [...groupBy(lines, keyOf)]
    .map(([key, group]): TimeRow => {
      const last = group.at(-1);
      const cells = Array.from({ length: 7 }, (_, index) => {
        const on = addDays(monday, index);
        const entries = group.filter(({ workedOn }) => workedOn === on);
        return { seconds: sumSeconds(entries), entries: entries.length };
      });
      return {
        key,
        clientId: last?.clientId ?? null,
        clientName: last?.clientName ?? null,
        projectId: last?.projectId ?? null,
        projectName: last?.projectName ?? null,
        taskId: last?.taskId ?? null,
        taskTitle: last?.taskTitle ?? null,
        kind: last?.kind ?? 'internal',
        cells,
        totalSeconds: sumSeconds(cells),
      };
    })
    .sort((a, b) => compareRows(a, b));
}

/** By client, project and task; internal work last. */
function compareRows(a: TimeRow, b: TimeRow): number {
  if ((a.clientId === null) !== (b.clientId === null)) return a.clientId === null ? 1 : -1;
  return (
    (a.clientName ?? '').localeCompare(b.clientName ?? '') ||
    (a.projectName ?? '').localeCompare(b.projectName ?? '') ||
    (a.taskTitle ?? '').localeCompare(b.taskTitle ?? '') ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Entries of a day one by one, with what each is after rounding. */
export function showDay(session: Session, input: Input<'time/day'>): Output<'time/day'> {
  const read = readOf(session);
  const personId = personOrMe(session, input.personId);
  const team = new TeamTime(read);
  const locks = listLockedPeriods(read);
  const { roundingStepSeconds, roundingMode: mode } = readTimeSettings(read);
  const step = stepOf(roundingStepSeconds);
  const lines = personId === null ? [] : readTimeLines(read, personId, input.on, input.on);
  return {
    personId,
    day: dayOf(team, locks, personId ?? '', input.on, sumSeconds(lines)),
    entries: lines.map(({ adjustment, ...line }) => ({
      ...line,
      billedSeconds: roundTime(line.seconds, { step, mode }),
      isAdjustment: adjustment === 'yes',
      isLocked: isLockedDay(locks, line.personId, line.workedOn),
    })),
  };
}

/** The stored step as one of those that exist; the table allows no other. */
export function stepOf(seconds: number): RoundingStep {
  return seconds === 360 || seconds === 900 || seconds === 1800 ? seconds : 0;
}

/**
 * Makes a cell of the week hold this much: the entry is made, changed or removed; of several the last one
 * takes the difference. Throws `time-period-locked`, `time-over-a-day`, and `time-cell-of-several` where
 * the others alone are more than that.
 */
export function fillCell(
  session: Session,
  input: Input<'time/fill-cell'>,
): Output<'time/fill-cell'> {
  const read = readOf(session);
  const personId = requirePerson(session, input.personId);
  const target = resolveTarget(read, input);
  const { on, seconds } = input;
  assertOpen(read, personId, on);
  const key = keyOf(target);
  const entries = readTimeLines(read, personId, on, on).filter((line) => keyOf(line) === key);
  const booked = sumSeconds(entries);
  if (booked === seconds) return { seconds };
  assertRoom(read, personId, on, seconds - booked);
  act(session, 'fill-hours', { seconds, on }, (tx) =>
    writeCell(tx, { personId, on, seconds, target, entries, booked }),
  );
  return { seconds };
}

type Cell = {
  personId: string;
  on: string;
  seconds: number;
  target: Target;
  entries: readonly TimeLineRow[];
  booked: number;
};

function writeCell(tx: WriteDb, { personId, on, seconds, target, entries, booked }: Cell): void {
  const last = entries.at(-1);
  if (last === undefined) {
    logTime(tx, { personId, ...target, workedOn: on, durationSeconds: seconds, note: '' });
    return;
  }
  if (seconds === 0) {
    for (const { id } of entries) removeTime(tx, id);
    return;
  }
  const changed = last.seconds + seconds - booked;
  if (changed <= 0) throw new AppError('time-cell-of-several', { count: entries.length });
  // What a clock measured no longer is what it measured.
  amendTime(tx, last.id, { durationSeconds: changed, startedAt: null, endedAt: null });
}

/** Hours that are still to be logged, by person and week. */
export function showMissing(
  session: Session,
  period: Input<'time/missing'>,
): Output<'time/missing'> {
  const read = readOf(session);
  const today = session.clock.today();
  const team = new TeamTime(read);
  const weeks: string[] = [];
  for (let on = mondayOf(period.from); on <= period.to; on = addDays(on, 7)) weeks.push(on);
  let until = period.to;
  if (today < until) until = today;
  const logged = groupBy(
    readLoggedDays(read, weeks[0] ?? period.from, until),
    ({ personId }) => personId,
  );
  const people = team.people.map((person) => {
    const days = logged.get(person.id) ?? [];
    const cells = weeks.map((monday) => missingOf(team, person.id, monday, until, days));
    return {
      personId: person.id,
      name: person.name,
      isCapacityStated: team.isStated(person.id, until),
      weeks: cells,
      missingSeconds: cells.reduce((sum, cell) => sum + cell.missingSeconds, 0),
    };
  });
  return {
    weeks,
    people: people.filter(({ weeks: cells }) => cells.some((one) => one.expectedSeconds > 0)),
  };
}

function missingOf(
  team: TeamTime,
  personId: string,
  monday: string,
  until: string,
  logged: readonly { on: string; seconds: number }[],
): { expectedSeconds: number; loggedSeconds: number; missingSeconds: number } {
  let last = addDays(monday, 6);
  if (until < last) last = until;
  let expectedSeconds = 0;
  for (let on = monday; on <= last; on = addDays(on, 1)) {
    expectedSeconds += team.on(personId, on)?.availableSeconds ?? 0;
  }
  const loggedSeconds = sumSeconds(logged.filter(({ on }) => on >= monday && on <= last));
  return {
    expectedSeconds,
    loggedSeconds,
    missingSeconds: Math.max(0, expectedSeconds - loggedSeconds),
  };
}
