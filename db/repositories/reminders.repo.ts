import type { ReadDb } from '../read-db';
import type { WriteDb } from '../write-db';

export type ReminderRow = {
  itemKey: string;
  onDate: string;
  kind: 'asked' | 'ahead' | 'digest';
  /** UTC ms; so are the others. */
  remindAt: number;
  shownAt: number | null;
  dismissedAt: number | null;
};

const COLUMNS = `item_key AS itemKey, on_date AS onDate, kind, remind_at AS remindAt, shown_at AS shownAt,
  dismissed_at AS dismissedAt`;

/** Reminders of days from `from` on, and all asked for that were not shown. */
export function readReminders(read: ReadDb, from: string): ReminderRow[] {
  return read.all<ReminderRow>(
    `SELECT ${COLUMNS} FROM reminders WHERE on_date >= ? OR shown_at IS NULL ORDER BY remind_at, item_key`,
    from,
  );
}

/** Keeps a reminder as it is now. Not journaled: it is nobody's work. */
export function keepReminder(tx: WriteDb, row: ReminderRow): void {
  tx.runDerived(
    `INSERT INTO reminders (item_key, on_date, kind, remind_at, shown_at, dismissed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_key, on_date, kind) DO UPDATE SET remind_at = excluded.remind_at,
       shown_at = excluded.shown_at, dismissed_at = excluded.dismissed_at`,
    row.itemKey,
    row.onDate,
    row.kind,
    row.remindAt,
    row.shownAt,
    row.dismissedAt,
  );
}

/** Marks a shown reminder as seen; returns how many there were. */
export function dismissReminder(
  tx: WriteDb,
  { itemKey, onDate, kind }: Pick<ReminderRow, 'itemKey' | 'onDate' | 'kind'>,
  at: number,
): number {
  return tx.runDerived(
    'UPDATE reminders SET dismissed_at = ? WHERE item_key = ? AND on_date = ? AND kind = ? AND dismissed_at IS NULL',
    at,
    itemKey,
    onDate,
    kind,
  );
}

/** Forgets shown reminders of days before. */
export function forgetReminders(tx: WriteDb, before: string): void {
  tx.runDerived('DELETE FROM reminders WHERE on_date < ? AND shown_at IS NOT NULL', before);
}
