import type { ReadDb } from '../read-db';
import type { WriteDb } from '../write-db';

/** What the calendar file says of one thing; `changedAt` in UTC ms. */
export type CalendarEventRow = {
  itemKey: string;
  sequence: number;
  onDate: string;
  summary: string;
  detail: string;
  status: 'confirmed' | 'cancelled';
  changedAt: number;
};

/** Everything the calendar file said last, in the order of its days. */
export function readCalendarEvents(read: ReadDb): CalendarEventRow[] {
  return read.all<CalendarEventRow>(
    `SELECT item_key AS itemKey, sequence, on_date AS onDate, summary, detail, status, changed_at AS changedAt
     FROM calendar_events ORDER BY on_date, item_key`,
  );
}

/** Keeps what the file says of a thing now. Not journaled: it describes a file, not anybody's work. */
export function keepCalendarEvent(tx: WriteDb, row: CalendarEventRow): void {
  tx.runDerived(
    `INSERT INTO calendar_events (item_key, sequence, on_date, summary, detail, status, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_key) DO UPDATE SET sequence = excluded.sequence, on_date = excluded.on_date,
       summary = excluded.summary, detail = excluded.detail, status = excluded.status, changed_at = excluded.changed_at`,
    row.itemKey,
    row.sequence,
    row.onDate,
    row.summary,
    row.detail,
    row.status,
    row.changedAt,
  );
}

/** Forgets events before a day: calendars have shown them long enough. */
export function forgetCalendarEvents(tx: WriteDb, before: string): void {
  tx.runDerived('DELETE FROM calendar_events WHERE on_date < ?', before);
}
