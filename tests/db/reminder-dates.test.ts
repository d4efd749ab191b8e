import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDeadline,
  completeDeadline,
  moveDeadline,
} from '../../electron/services/clients.write.service';
import {
  askReminder,
  listReminders,
  putAwayReminder,
  setReminders,
  takeDueNotices,
} from '../../electron/services/deadlines/reminders.service';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { addDays } from '../../shared/domain/dates';
import { localDayOf } from '../../shared/domain/moving-in/incoming';
import { isQuiet, type ReminderSettings, USUAL_REMINDERS } from '../../shared/domain/reminders';
import { newSession } from '../helpers/db-session';

/** A session whose clock says what it is told, on the computer's own wall. */
function at(day: string, hour: number, minute = 0) {
  let now = instant(day, hour, minute);
  const session: Session = {
    ...newSession(day),
    clock: { now: () => now, today: () => localDayOf(now) },
  };
  return {
    session,
    go(nextDay: string, nextHour: number, nextMinute = 0) {
      now = instant(nextDay, nextHour, nextMinute);
    },
  };
}

function instant(day: string, hour: number, minute: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hour, minute).getTime();
}

const promise = (session: Session, dueOn: string, title = 'отчёт') =>
  addDeadline(session, { clientId: 'ural', dueOn, title, kind: 'report' }).id;

const titles = (session: Session) =>
  takeDueNotices(session).map(({ title, body }) => `${title}: ${body}`);

describe('reminders', () => {
  it('come a day ahead, each once, and again for the day a thing was moved to', () => {
    const { session, go } = at('2026-11-21', 10);
    setReminders(session, { ...USUAL_REMINDERS, digestMinute: null });
    const id = promise(session, '2026-11-23');
    expect(titles(session)).toEqual([]);
    go('2026-11-22', 10);
    expect(titles(session)).toEqual(['Урал Маркет: отчёт, к 23.11.2026']);
    expect(titles(session)).toEqual([]);
    moveDeadline(session, { id, dueOn: '2026-11-30' });
    go('2026-11-29', 10);
    expect(titles(session)).toEqual(['Урал Маркет: отчёт, к 30.11.2026']);
    expect(session.workspace.undoState().undo?.key).toBe('history.move-deadline');
  });

  it('keep still in quiet hours and come after them', () => {
    const { session, go } = at('2026-11-22', 23, 30);
    setReminders(session, { ...USUAL_REMINDERS, digestMinute: null });
    promise(session, '2026-11-23');
    expect(titles(session)).toEqual([]);
    go('2026-11-23', 7, 59);
    expect(titles(session)).toEqual([]);
    go('2026-11-23', 8, 0);
    expect(titles(session)).toEqual(['Урал Маркет: отчёт, сегодня']);
  });

  it('sum the day up once, at its time or at the first chance after it', () => {
    const { session, go } = at('2026-11-23', 8, 59);
    setReminders(session, { ...USUAL_REMINDERS, leadDays: 0 });
    promise(session, '2026-11-20');
    const id = promise(session, '2026-11-23');
    completeDeadline(session, { id });
    promise(session, '2026-11-23', 'макет');
    expect(titles(session)).toEqual(['Урал Маркет: макет, сегодня']);
    go('2026-11-23', 11);
    expect(titles(session)).toEqual(['Сегодня 1 срок: и 1 просрочен']);
    expect(titles(session)).toEqual([]);
    go('2026-11-24', 9);
    expect(titles(session)).toEqual(['Сегодня 0 сроков: и 2 просрочены']);
  });

  it('that were asked for come at their time, are listed until seen, and not of what is done', () => {
    const { session, go } = at('2026-11-21', 10);
    setReminders(session, { ...USUAL_REMINDERS, digestMinute: null, leadDays: 0 });
    const id = promise(session, '2026-12-10');
    const itemKey = `deadline:${id}`;
    const ask = (hour: number) =>
      askReminder(session, { itemKey, onDate: '2026-12-10', at: instant('2026-11-21', hour, 0) });
    expect(() => ask(9)).toThrow(AppError);
    ask(12);
    expect(listReminders(session).reminders).toMatchObject([{ itemKey, isShown: false }]);
    expect(titles(session)).toEqual([]);
    go('2026-11-21', 12);
    expect(titles(session)).toEqual(['Урал Маркет: отчёт, к 10.12.2026']);
    expect(titles(session)).toEqual([]);
    expect(listReminders(session).reminders).toMatchObject([{ itemKey, isShown: true }]);
    putAwayReminder(session, { itemKey, onDate: '2026-12-10', kind: 'asked' });
    expect(listReminders(session).reminders).toEqual([]);
  });

  it('gather many into one, and stay away where they are switched off', () => {
    const { session } = at('2026-11-21', 10);
    for (const title of ['а', 'б', 'в', 'г']) promise(session, '2026-11-22', title);
    setReminders(session, { ...USUAL_REMINDERS, isOn: false });
    expect(titles(session)).toEqual([]);
    setReminders(session, { ...USUAL_REMINDERS, digestMinute: null });
    expect(titles(session)).toEqual(['Скоро 4 срока: а, б и в']);
  });

  it('come once each over nights, changes of the clock and 29 February', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2027-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3 }), (due, leadDays) => {
        const { session, go } = at(addDays(due, -5), 10);
        setReminders(session, { ...USUAL_REMINDERS, digestMinute: null, leadDays });
        promise(session, due);
        const came: string[] = [];
        for (let day = addDays(due, -5); day <= addDays(due, 1); day = addDays(day, 1)) {
          for (const hour of [3, 9, 15, 23]) {
            go(day, hour);
            came.push(...takeDueNotices(session).map(() => day));
          }
        }
        expect(came).toEqual([addDays(due, -leadDays)]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('quiet hours', () => {
  it('go over midnight where they end earlier than they begin, and are none where both are equal', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const settings: ReminderSettings = {
          ...USUAL_REMINDERS,
          quietFromMinute: from,
          quietToMinute: to,
        };
        const quiet = Array.from({ length: 1440 }, (_, each) => isQuiet(settings, each));
        expect(quiet.filter(Boolean)).toHaveLength((to - from + 1440) % 1440);
        expect(quiet[to]).toBe(false);
        expect(quiet[from]).toBe(from !== to);
      }),
      { numRuns: 30 },
    );
  });
});
