import { desc, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { taskSeries, tasks } from '../schema/tasks.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import type { TaskRow } from './tasks.repo';

export type SeriesRow = typeof taskSeries.$inferSelect;

/** Starts a series. Returns its id. */
export function addSeries(tx: WriteDb, fields: NewRow<typeof taskSeries>): string {
  return tx.insert(taskSeries, fields);
}

export function amendSeries(tx: WriteDb, id: string, patch: Patch<typeof taskSeries>): void {
  tx.update(taskSeries, id, patch);
}

export function findSeries(db: ReadDb, id: string): SeriesRow | undefined {
  return db.orm.select().from(taskSeries).where(eq(taskSeries.id, id)).get();
}

/** Series that go on. */
export function listLivingSeries(db: ReadDb): SeriesRow[] {
  return db.orm.select().from(taskSeries).where(isNull(taskSeries.endedAt)).all();
}

/** The newest task of a series, archived or not. */
export function findLastOccurrence(db: ReadDb, seriesId: string): TaskRow | undefined {
  return db.orm
    .select()
    .from(tasks)
    .where(eq(tasks.seriesId, seriesId))
    .orderBy(desc(tasks.occurrenceOn))
    .limit(1)
    .get();
}
