import { inArray } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { listMediaPlanLines, type MediaPlanLineRow } from '../repositories/media-plans.repo';
import { mediaPlanLines } from '../schema/media-plans.schema';

type Known = { planId: string; rows: ReadonlyMap<string, MediaPlanLineRow> };

const kept = new WeakMap<ReadDb, Known>();

/** SQLite takes 32,766 parameters; beyond so many rows reading them all is faster anyway. */
const MAX_FETCHED = 1000;

/**
 * Lines of a plan in order, like `listMediaPlanLines`, of which those not changed since the last call are the
 * very same objects: after an edit of one line, what was read of two thousand others still holds. A line that
 * is changed, undone ones among them, gets a higher revision. Not for use within a transaction, whose
 * revisions may yet be taken back.
 */
export function listKnownPlanLines(read: ReadDb, planId: string): MediaPlanLineRow[] {
  const before = kept.get(read);
  const known: Known['rows'] = before?.planId === planId ? before.rows : new Map();
  const places = read.all<{ id: string; revision: number }>(
    'SELECT id, revision FROM media_plan_lines WHERE plan_id = ? ORDER BY position, id',
    planId,
  );
  const changed = places.filter(({ id, revision }) => known.get(id)?.revision !== revision);
  const fresh =
    changed.length > MAX_FETCHED
      ? listMediaPlanLines(read, planId)
      : changed.length === 0
        ? []
        : read.orm
            .select()
            .from(mediaPlanLines)
            .where(
              inArray(
                mediaPlanLines.id,
                changed.map(({ id }) => id),
              ),
            )
            .all();
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const rows = places.flatMap(({ id, revision }) => {
    const old = known.get(id);
    return (old?.revision === revision ? old : byId.get(id)) ?? [];
  });
  kept.set(read, { planId, rows: new Map(rows.map((row) => [row.id, row])) });
  return rows;
}
