import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { mediaCheckpoints, mediaSpend } from '../schema/work.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type MediaSpendRow = typeof mediaSpend.$inferSelect;
export type MediaCheckpointRow = typeof mediaCheckpoints.$inferSelect;

/** Records the media of a channel for a period, net of VAT and commission. Returns the id. */
export function recordMedia(tx: WriteDb, fields: NewRow<typeof mediaSpend>): string {
  return tx.insert(mediaSpend, fields);
}

/** Changes a media row. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendMedia(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof mediaSpend>,
  expectedRevision?: number,
): void {
  tx.update(mediaSpend, id, patch, expectedRevision);
}

/** Removes a media row. Throws `row-not-found`. */
export function removeMedia(tx: WriteDb, id: string): void {
  tx.remove(mediaSpend, id);
}

/** One media row. */
export function findMedia(db: ReadDb, id: string): MediaSpendRow | undefined {
  return db.orm.select().from(mediaSpend).where(eq(mediaSpend.id, id)).get();
}

/** Media of a client whose period touches the days asked for, in order. */
export function listMedia(
  db: ReadDb,
  clientId: string,
  period: { from: string; to: string },
): MediaSpendRow[] {
  return db.orm
    .select()
    .from(mediaSpend)
    .where(
      and(
        eq(mediaSpend.clientId, clientId),
        lte(mediaSpend.fromOn, period.to),
        gte(mediaSpend.toOn, period.from),
      ),
    )
    .orderBy(asc(mediaSpend.fromOn), asc(mediaSpend.channel), asc(mediaSpend.id))
    .all();
}

/** Records the media spent in a period up to a day in it. Returns the id. */
export function recordMediaCheckpoint(
  tx: WriteDb,
  fields: NewRow<typeof mediaCheckpoints>,
): string {
  return tx.insert(mediaCheckpoints, fields);
}

/** Checkpoints of a client in order. */
export function listMediaCheckpoints(db: ReadDb, clientId: string): MediaCheckpointRow[] {
  return db.orm
    .select()
    .from(mediaCheckpoints)
    .where(eq(mediaCheckpoints.clientId, clientId))
    .orderBy(asc(mediaCheckpoints.fromOn), asc(mediaCheckpoints.judgedOn))
    .all();
}
