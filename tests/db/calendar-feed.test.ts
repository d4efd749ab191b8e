import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  addDeadline,
  completeDeadline,
  moveDeadline,
} from '../../electron/services/clients.write.service';
import {
  calendarFeed,
  feedPath,
  keepFeed,
  refreshFeed,
} from '../../electron/services/deadlines/calendar-feed';
import type { Session } from '../../electron/services/session';
import { newSession } from '../helpers/db-session';
import { temporaryFolder } from '../helpers/db-workspace';

type Event = { uid: string; on: string; isDate: boolean; sequence: number; status: string };

function events(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      isDate: event.startDate.isDate,
      sequence: event.sequence,
      status: String(part.getFirstPropertyValue('status')),
    };
  });
}

function promise(session: Session, dueOn: string, title = 'отчёт'): string {
  return addDeadline(session, { clientId: 'ural', dueOn, title, kind: 'report' }).id;
}

describe('the calendar file', () => {
  it('names each thing for ever, on its day without hours, and writes the same bytes while nothing changes', () => {
    const session = newSession();
    const id = promise(session, '2026-11-30');
    promise(session, '2027-03-28', 'ночь перевода часов');
    const first = calendarFeed(session).text;
    expect(calendarFeed(session).text).toBe(first);
    expect(events(first)).toEqual([
      {
        uid: `deadline:${id}@${session.workspace.id}`,
        on: '2026-11-30',
        isDate: true,
        sequence: 0,
        status: 'CONFIRMED',
      },
      expect.objectContaining({ on: '2027-03-28', isDate: true }),
    ]);
    expect(session.workspace.undoState().undo?.key).toBe('history.add-deadline');
  });

  it('raises the sequence of what moved and calls off what is gone, once', () => {
    const session = newSession();
    const moved = promise(session, '2026-11-30');
    const met = promise(session, '2026-12-01');
    const before = events(calendarFeed(session).text);
    moveDeadline(session, { id: moved, dueOn: '2026-12-02' });
    completeDeadline(session, { id: met });
    const after = events(calendarFeed(session).text);
    const of = (id: string) => after.find(({ uid }) => uid.startsWith(`deadline:${id}@`));
    expect(of(moved)).toMatchObject({ on: '2026-12-02', sequence: 1, status: 'CONFIRMED' });
    expect(of(met)).toMatchObject({ on: '2026-12-01', sequence: 1, status: 'CANCELLED' });
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
    expect(events(calendarFeed(session).text)).toEqual(after);

    // Taken back, it is announced again under the same name.
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    const again = events(calendarFeed(session).text).find(({ uid }) => uid.includes(met));
    expect(again).toMatchObject({ sequence: 2, status: 'CONFIRMED' });
  });

  it('folds long lines by bytes, ends them with CRLF and keeps commas, semicolons and line breaks of a title', () => {
    const session = newSession();
    const title = `Отчёт; план, смета: ${'ļoti garš virsraksts 🙂 '.repeat(6)}`;
    promise(session, '2026-11-30', title);
    const { text } = calendarFeed(session);
    const lines = text.split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(`Урал Маркет: ${title}`);
  });

  it('is kept where it was asked for, and written anew after changes until it is given up', () => {
    const session = newSession();
    const path = join(temporaryFolder(), 'сроки.ics');
    refreshFeed(session);
    expect(existsSync(path)).toBe(false);
    keepFeed(session, path);
    expect(feedPath(session)).toBe(path);
    promise(session, '2026-11-30');
    refreshFeed(session);
    expect(events(readFileSync(path, 'utf8'))).toHaveLength(1);
    keepFeed(session, null);
    promise(session, '2026-12-30');
    refreshFeed(session);
    expect(feedPath(session)).toBeNull();
    expect(events(readFileSync(path, 'utf8'))).toHaveLength(1);
  });
});
