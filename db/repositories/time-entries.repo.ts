import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { timeEntries } from '../schema/work.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type TimeEntryRow = typeof timeEntries.$inferSelect;

/** Logs hours. Internal hours have no client. Returns the id. Throws `value-refused`, `row-in-use`. */
export function logTime(tx: WriteDb, fields: NewRow<typeof timeEntries>): string {
  return tx.insert(timeEntries, fields);
}

/** Logs many entries at once. Returns the ids. */
export function logManyTimes(tx: WriteDb, rows: readonly NewRow<typeof timeEntries>[]): string[] {
  return tx.insertMany(timeEntries, rows);
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

/** Entries of a client in a period, both days included, in order. */
export function listTimeEntries(
  db: ReadDb,
  clientId: string,
  period: { from: string; to: string },
): TimeEntryRow[] {
  return db.orm
    .select()
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.clientId, clientId),
        gte(timeEntries.workedOn, period.from),
        lte(timeEntries.workedOn, period.to),
      ),
    )
    .orderBy(asc(timeEntries.workedOn), asc(timeEntries.id))
    .all();
}
