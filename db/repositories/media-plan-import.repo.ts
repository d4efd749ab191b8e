import { eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { mediaPlanMappings, mediaPlanSources } from '../schema/media-plan-import.schema';
import type { NewRow, WriteDb } from '../write-db';

export type MediaPlanMappingRow = typeof mediaPlanMappings.$inferSelect;

/** How the columns of a header were read the last time; undefined where it was never seen. */
export function findMediaPlanMapping(
  db: ReadDb,
  fingerprint: string,
): MediaPlanMappingRow | undefined {
  return db.orm
    .select()
    .from(mediaPlanMappings)
    .where(eq(mediaPlanMappings.fingerprint, fingerprint))
    .get();
}

/** Remembers how the columns of a header are read; the last word counts, and null takes nothing back. */
export function rememberMediaPlanMapping(
  tx: WriteDb,
  fields: Pick<MediaPlanMappingRow, 'fingerprint' | 'columns' | 'vat' | 'commission'>,
): void {
  const same = findMediaPlanMapping(tx, fields.fingerprint);
  if (same === undefined) {
    tx.insert(mediaPlanMappings, fields);
    return;
  }
  const { columns } = fields;
  const vat = fields.vat ?? same.vat;
  const commission = fields.commission ?? same.commission;
  if (same.columns === columns && same.vat === vat && same.commission === commission) return;
  tx.update(mediaPlanMappings, same.id, { columns, vat, commission });
}

/** Notes which sheet of which file a plan was read from. */
export function recordMediaPlanSource(tx: WriteDb, fields: NewRow<typeof mediaPlanSources>): void {
  tx.insert(mediaPlanSources, fields);
}

/** The plan of a client that was read from this sheet of this file and is not put away; undefined for none. */
export function findPlanOfFile(
  db: ReadDb,
  of: { clientId: string; fileSha256: string; sheet: string },
): { id: string; number: number; name: string } | undefined {
  return db.get<{ id: string; number: number; name: string }>(
    `SELECT p.id, p.number, p.name FROM media_plan_sources s JOIN media_plans p ON p.id = s.plan_id
     WHERE s.file_sha256 = ? AND s.sheet = ? AND p.client_id = ? AND p.archived_at IS NULL
     ORDER BY p.number LIMIT 1`,
    of.fileSha256,
    of.sheet,
    of.clientId,
  );
}
