import { eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { timeEntries } from '../schema/time.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type TimeEntryRow = typeof timeEntries.$inferSelect;

/** Logs hours. Internal hours have no client. Returns the id. Throws `value-refused`, `row-in-use`. */
export function logTime(tx: WriteDb, fields: NewRow<typeof timeEntries>): string {
  return tx.insert(timeEntries, fields);
}

/** Changes an entry. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendTime(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof timeEntries>,
  expectedRevision?: number,
): void {
  tx.update(timeEntries, id, patch, expectedRevision);
}

/** Removes an entry. Throws `row-not-found`. */
export function removeTime(tx: WriteDb, id: string): void {
  tx.remove(timeEntries, id);
}

/** One entry. */
export function findTimeEntry(db: ReadDb, id: string): TimeEntryRow | undefined {
  return db.orm.select().from(timeEntries).where(eq(timeEntries.id, id)).get();
}
