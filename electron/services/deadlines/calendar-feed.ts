import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import {
  type CalendarEventRow,
  forgetCalendarEvents,
  keepCalendarEvent,
  readCalendarEvents,
} from '../../../db/repositories/calendar-events.repo';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import type { Language } from '../../../shared/contract/primitives';
import { addDays } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatMoneyWhole } from '../../../shared/i18n/formats';
import { requireAgency } from '../portfolio.service';
import { readOf, type Session } from '../session';
import { writeOutput } from '../write-output';
import { readDatedItems } from './deadlines.service';

/** Days the file reaches back and ahead. */
const BACK_DAYS = 60;
const AHEAD_DAYS = 365;

function saidOf(item: DatedItem, language: Language): Pick<CalendarEventRow, 'summary' | 'detail'> {
  const translator = translatorOf(language);
  const title = translator.t(item.title.key, item.title.params);
  const { client, owner, stake } = item;
  return {
    summary: client === null ? title : `${client.name}: ${title}`,
    detail: [
      translator.t(`deadlines:kind.${item.kind}`),
      ...(owner === null ? [] : [owner.name]),
      ...(stake === null ? [] : [formatMoneyWhole(language, stake.minor, stake.currency)]),
    ].join('\n'),
  };
}

/** What has to be kept anew, against what the file said before. */
export function changedEvents(
  before: readonly CalendarEventRow[],
  items: readonly DatedItem[],
  { today, now, language }: { today: string; now: number; language: Language },
): CalendarEventRow[] {
  const known = new Map(before.map((row) => [row.itemKey, row]));
  const present = new Set(items.map(({ key }) => key));
  const told = items.flatMap((item): CalendarEventRow[] => {
    const old = known.get(item.key);
    const said = saidOf(item, language);
    const isSame =
      old !== undefined &&
      old.status === 'confirmed' &&
      old.onDate === item.on &&
      old.summary === said.summary &&
      old.detail === said.detail;
    if (isSame) return [];
    return [
      {
        itemKey: item.key,
        ...said,
        sequence: old === undefined ? 0 : old.sequence + 1,
        onDate: item.on,
        status: 'confirmed',
        changedAt: now,
      },
    ];
  });
  // What is over stays where it stood; only what would still come is called off.
  const gone = before
    .filter((row) => !present.has(row.itemKey) && row.status === 'confirmed' && row.onDate >= today)
    .map(
      (row): CalendarEventRow => ({
        ...row,
        sequence: row.sequence + 1,
        status: 'cancelled',
        changedAt: now,
      }),
    );
  return [...told, ...gone];
}

/** The file's text for what it says: equal rows give equal bytes. Days carry no hours and no zone. */
export function calendarText(
  rows: readonly CalendarEventRow[],
  { name, workspaceId, language }: { name: string; workspaceId: string; language: Language },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Agency Console', product: 'Deadlines', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
  for (const row of rows) {
    calendar.createEvent({
      id: `${row.itemKey}@${workspaceId}`,
      sequence: row.sequence,
      stamp: new Date(row.changedAt),
      lastModified: new Date(row.changedAt),
      start: midnight(row.onDate),
      end: midnight(addDays(row.onDate, 1)),
      allDay: true,
      summary: row.summary,
      description: row.detail,
      status: row.status === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  const text = calendar.toString();
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}

/** Brings what the file says up to date and gives its text. */
export function calendarFeed(session: Session): { text: string; events: number } {
  const read = readOf(session);
  const today = session.clock.today();
  const language = session.language();
  const span = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) };
  const changed = changedEvents(readCalendarEvents(read), readDatedItems(read, span, today), {
    today,
    now: session.clock.now(),
    language,
  });
  session.workspace.refresh((tx) => {
    for (const row of changed) keepCalendarEvent(tx, row);
    forgetCalendarEvents(tx, span.from);
  });
  const rows = readCalendarEvents(read);
  const name = requireAgency(read).name;
  const text = calendarText(rows, { name, workspaceId: session.workspace.id, language });
  return { text, events: rows.length };
}

const FEED_FACT = 'calendar-feed';

/** Where the feed file is kept up to date; null for nowhere. */
export function feedPath(session: Session): string | null {
  return session.workspace.fact(FEED_FACT) || null;
}

/** Writes the feed file and keeps it up to date from now on; null stops it and leaves the file. Throws what writing a file throws. */
export function keepFeed(session: Session, path: string | null): void {
  if (path !== null) writeOutput(path, calendarFeed(session).text);
  session.workspace.setFact(FEED_FACT, path ?? '');
}

/** Writes the feed file anew where there is one. */
export function refreshFeed(session: Session): void {
  const path = feedPath(session);
  if (path !== null) writeOutput(path, calendarFeed(session).text);
}
