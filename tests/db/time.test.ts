import { describe, expect, test } from 'vitest';
import { readTimeLines } from '../../db/queries/time.query';
import { addProject } from '../../db/repositories/projects.repo';
import { amendHours, logHours, removeHours } from '../../electron/services/hours.service';
import { readOf, type Session } from '../../electron/services/session';
import {
  addAbsence,
  setCalendarDay,
  setCapacity,
  showAbsences,
} from '../../electron/services/team.service';
import {
  adjustTime,
  lockPeriod,
  logEntry,
  readEntry,
  unlockPeriod,
} from '../../electron/services/time/time-entry.service';
import {
  fillCell,
  showDay,
  showMissing,
  showWeek,
} from '../../electron/services/time/time-week.service';
import {
  discardTimer,
  showTimer,
  startTimer,
  stopTimer,
  switchTimer,
} from '../../electron/services/time/timer.service';
import { readWorkload } from '../../electron/services/work-load.service';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

const TODAY = '2026-11-23';
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

/** A session whose clock is set by hand. */
function timed(start: number): { session: Session; set(now: number): void } {
  let now = start;
  const base = newSession(TODAY);
  return {
    session: { ...base, clock: { today: () => TODAY, now: () => now } },
    set: (next) => {
      now = next;
    },
  };
}

const kama = { clientId: 'kama', projectId: null };
const me = { personId: null };
const lines = (session: Session, from = '2026-11-01', to = '2026-11-30') =>
  readTimeLines(readOf(session), 'anna', from, to);

describe('the timer', () => {
  test('runs once, is switched in one action, and writes what it measured', () => {
    const { session, set } = timed(at(23, 9));
    startTimer(session, { ...me, ...kama, note: 'bids' });
    expect(() => startTimer(session, { ...me, ...kama, note: '' })).toThrow('timer-running');
    set(at(23, 10, 30));
    switchTimer(session, { ...me, clientId: 'ural', projectId: null, note: 'calls' });
    expect(showTimer(session, me).timer).toMatchObject({
      clientName: 'Урал Маркет',
      question: null,
    });
    set(at(23, 11));
    expect(stopTimer(session, { ...me, until: null }).seconds).toBe(1800);
    expect(lines(session)).toMatchObject([
      { clientId: 'kama', seconds: 5400, note: 'bids', startedAt: at(23, 9) },
      { clientId: 'ural', seconds: 1800, note: 'calls' },
    ]);
    session.workspace.undo({ actor: 'anna', now: at(23, 12) });
    expect(showTimer(session, me).timer).toMatchObject({ clientId: 'ural' });
    expect(lines(session)).toHaveLength(1);
  });

  test('asks after a night, and writes nothing until somebody says until when', () => {
    const { session, set } = timed(at(22, 15));
    startTimer(session, { ...me, ...kama, note: '' });
    set(at(22, 16, 40));
    logHours(session, hours({ workedOn: '2026-11-21' }));
    set(at(23, 9));
    expect(showTimer(session, me).timer?.question).toEqual({
      lastActivityAt: at(22, 16, 40),
      dayEndedAt: at(22, 18),
    });
    expect(() => stopTimer(session, { ...me, until: null })).toThrow('timer-asks');
    expect(() => stopTimer(session, { ...me, until: at(22, 14) })).toThrow('timer-until-invalid');
    expect(() => stopTimer(session, { ...me, until: at(24, 9) })).toThrow('timer-until-invalid');
    expect(showTimer(session, me).timer).not.toBeNull();
    expect(stopTimer(session, { ...me, until: at(22, 18) }).seconds).toBe(3 * 3600);
  });

  test('kept through midnight it is a day’s entry each; discarded it is none', () => {
    const { session, set } = timed(at(22, 22));
    startTimer(session, { ...me, ...kama, note: '' });
    set(at(23, 2));
    expect(stopTimer(session, { ...me, until: at(23, 2) }).ids).toHaveLength(2);
    expect(lines(session).map(({ workedOn, seconds }) => [workedOn, seconds])).toEqual([
      ['2026-11-22', 7200],
      ['2026-11-23', 7200],
    ]);
    startTimer(session, { ...me, ...kama, note: '' });
    discardTimer(session, me);
    expect(lines(session)).toHaveLength(2);
    expect(() => stopTimer(session, { ...me, until: null })).toThrow('timer-none');
  });

  test('refuses time that is measured already', () => {
    const { session, set } = timed(at(23, 9));
    startTimer(session, { ...me, ...kama, note: '' });
    set(at(23, 11));
    stopTimer(session, { ...me, until: null });
    set(at(23, 10));
    startTimer(session, { ...me, ...kama, note: '' });
    set(at(23, 12));
    expect(() => stopTimer(session, { ...me, until: null })).toThrow('time-overlaps');
    expect(lines(session)).toHaveLength(1);
  });
});

function hours(fields: { workedOn: string; durationSeconds?: number }) {
  const about = { personId: 'anna', clientId: 'kama', projectId: null, note: '' };
  return { ...about, kind: 'retainer' as const, durationSeconds: 3600, ...fields };
}

describe('the week', () => {
  test('a cell is made, changed and emptied; the rest of the week adds up', () => {
    const { session } = timed(at(23, 9));
    const cell = { ...me, ...kama, on: '2026-11-24' };
    fillCell(session, { ...cell, seconds: 7200 });
    fillCell(session, { ...cell, seconds: 5400 });
    const week = showWeek(session, { ...me, on: '2026-11-29' });
    expect(week).toMatchObject({ from: TODAY, totalSeconds: 5400 });
    expect(week.rows[0]?.cells[1]).toEqual({ seconds: 5400, entries: 1 });
    fillCell(session, { ...cell, seconds: 0 });
    expect(lines(session)).toEqual([]);
  });

  test('of several entries the last takes the difference, and not more than it has', () => {
    const { session } = timed(at(23, 9));
    logHours(session, hours({ workedOn: TODAY, durationSeconds: 7200 }));
    logHours(session, hours({ workedOn: TODAY, durationSeconds: 3600 }));
    const cell = { ...me, ...kama, on: TODAY };
    fillCell(session, { ...cell, seconds: 9000 });
    expect(lines(session).map(({ seconds }) => seconds)).toEqual([7200, 1800]);
    expect(() => fillCell(session, { ...cell, seconds: 600 })).toThrow('time-cell-of-several');
    expect(lines(session).map(({ seconds }) => seconds)).toEqual([7200, 1800]);
  });

  test('a day has 24 hours, whichever way they come in', () => {
    const { session } = timed(at(23, 9));
    logHours(session, hours({ workedOn: TODAY, durationSeconds: 80_000 }));
    const more = hours({ workedOn: TODAY, durationSeconds: 7200 });
    expect(() => logHours(session, more)).toThrow('time-over-a-day');
    const ural = { ...me, clientId: 'ural', projectId: null, on: TODAY, seconds: 7200 };
    expect(() => fillCell(session, ural)).toThrow('time-over-a-day');
    const typed = { ...me, text: '2ч Кама', on: TODAY, choice: null };
    expect(() => logEntry(session, typed)).toThrow('time-over-a-day');
    const [entry] = lines(session);
    const patch = { durationSeconds: 86_401 };
    const { id = '', revision = 1 } = entry ?? {};
    expect(() => amendHours(session, { id, revision, patch })).toThrow('time-over-a-day');
    expect(lines(session)).toHaveLength(1);
  });

  test('holidays and absences are not missing hours', () => {
    const { session } = timed(at(23, 9));
    const missing = (from: string, to: string) =>
      showMissing(session, { from, to }).people.find(({ personId }) => personId === 'anna')?.weeks;
    // Tuesday the 3rd is an hour shorter, Wednesday the 4th a holiday.
    expect(missing('2026-11-02', '2026-11-08')?.[0]?.expectedSeconds).toBe(31 * 3600);
    addAbsence(session, absence({ fromOn: '2026-11-05', toOn: '2026-11-06' }));
    expect(missing('2026-11-02', '2026-11-08')?.[0]?.missingSeconds).toBe(15 * 3600);
    logHours(session, hours({ workedOn: '2026-11-02', durationSeconds: 28_800 }));
    expect(missing('2026-11-02', '2026-11-08')?.[0]?.missingSeconds).toBe(7 * 3600);
  });
});

describe('a locked period', () => {
  test('refuses every way to change its hours, and takes adjustments that are shown as such', () => {
    const { session } = timed(at(23, 9));
    logHours(session, hours({ workedOn: '2026-11-16' }));
    const { id: lock } = lockPeriod(session, {
      personId: null,
      fromOn: '2026-11-16',
      toOn: '2026-11-22',
      note: '',
    });
    const [entry] = lines(session);
    const { id = '', revision = 1 } = entry ?? {};
    const ways: (() => unknown)[] = [
      () => logHours(session, hours({ workedOn: '2026-11-17' })),
      () => amendHours(session, { id, revision, patch: { durationSeconds: 60 } }),
      () => removeHours(session, { id }),
      () => fillCell(session, { ...me, ...kama, on: '2026-11-18', seconds: 60 }),
      () => logEntry(session, { ...me, text: '1ч Кама', on: '2026-11-19', choice: null }),
    ];
    for (const way of ways) expect(way).toThrow('time-period-locked');
    expect(lines(session)).toHaveLength(1);
    adjustTime(session, { ...me, ...kama, on: '2026-11-17', seconds: 900, note: 'забыли звонок' });
    expect(showDay(session, { ...me, on: '2026-11-17' }).entries).toMatchObject([
      { seconds: 900, isAdjustment: true, isLocked: true },
    ]);
    const open = { ...me, ...kama, on: TODAY, seconds: 900, note: 'x' };
    expect(() => adjustTime(session, open)).toThrow('time-not-locked');
    unlockPeriod(session, { id: lock });
    removeHours(session, { id });
  });
});

describe('a typed line', () => {
  test('is shown before it is written, and asks where it is not clear', () => {
    const { session } = timed(at(23, 9));
    session.workspace.write(action('history.setup'), (tx) => {
      for (const name of ['Сайт', 'Каталог']) {
        addProject(tx, {
          clientId: 'ural',
          kind: 'fixed-fee',
          name,
          startsOn: '2026-01-01',
          feeMinor: 1_000_000,
        });
      }
    });
    const shown = readEntry(session, { text: '1:30 ural эскиз', on: TODAY });
    expect(shown.problem?.code).toBe('time-entry-ambiguous');
    const entry = { ...me, text: '1:30 ural эскиз', on: TODAY };
    expect(() => logEntry(session, { ...entry, choice: null })).toThrow('time-entry-ambiguous');
    const { clientId = '', projectId = null } = shown.choices[1] ?? {};
    logEntry(session, { ...entry, choice: { clientId, projectId } });
    expect(lines(session)).toMatchObject([
      { projectId, kind: 'project', note: 'эскиз', seconds: 5400 },
    ]);
    expect(() => logEntry(session, { ...entry, text: 'ural', choice: null })).toThrow(
      'time-entry-no-duration',
    );
  });
});

const absence = (fields: {
  fromOn: string;
  toOn: string;
  personId?: string;
  deputyId?: string;
}) => ({
  personId: 'anna',
  kind: 'vacation' as const,
  deputyId: null,
  note: '',
  ...fields,
});

describe('people', () => {
  test('an absence neither overlaps another nor takes a deputy who is away', () => {
    const { session } = timed(at(23, 9));
    addAbsence(session, absence({ fromOn: '2026-12-01', toOn: '2026-12-10' }));
    const inside = absence({ fromOn: '2026-12-10', toOn: '2026-12-11' });
    expect(() => addAbsence(session, inside)).toThrow('absence-overlaps');
    const deputy = absence({
      personId: 'boris',
      deputyId: 'anna',
      fromOn: '2026-12-05',
      toOn: '2026-12-06',
    });
    expect(() => addAbsence(session, deputy)).toThrow('absence-deputy-away');
    const reversed = absence({ fromOn: '2027-01-02', toOn: '2027-01-01' });
    expect(() => addAbsence(session, reversed)).toThrow('period-invalid');
    const { absences } = showAbsences(session, { from: '2026-12-01', to: '2026-12-31' });
    expect(absences).toMatchObject([{ workingDays: 8 }]);
  });

  test('capacity counts from its day on, and a changed calendar day at once', () => {
    const { session } = timed(at(23, 9));
    const four = [28_800, 28_800, 28_800, 28_800, 0, 0, 0];
    setCapacity(session, {
      personId: 'anna',
      validFrom: '2026-11-30',
      validTo: null,
      weekSeconds: four,
      calendar: 'LV',
    });
    setCalendarDay(session, { country: 'RU', on: '2026-11-27', kind: 'day-off', title: 'мост' });
    const { people } = readWorkload(session, { from: TODAY, weeks: 2 });
    const anna = people.find(({ personId }) => personId === 'anna');
    expect(anna?.cells.map(({ availableSeconds }) => availableSeconds / 3600)).toEqual([32, 32]);
    expect(anna?.cells[0]).toMatchObject({ capacitySeconds: 40 * 3600, holidaySeconds: 8 * 3600 });
  });
});
