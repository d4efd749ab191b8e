import type { ReadDb } from '../read-db';
import {
  mediaPlanCreatives,
  mediaPlanIncidents,
  mediaPlanSeasons,
  mediaPlanViews,
} from '../schema/media-plan-details.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

/** Room between two creatives of a line. */
const POSITION_STEP = 1024;

/** Adds a creative at the end of its line's. Returns the id. */
export function addPlanCreative(
  tx: WriteDb,
  fields: Omit<NewRow<typeof mediaPlanCreatives>, 'position'>,
): string {
  const last = tx.get<{ last: number | null }>(
    'SELECT max(position) AS last FROM media_plan_creatives WHERE line_id = ?',
    fields.lineId,
  );
  return tx.insert(mediaPlanCreatives, { ...fields, position: (last?.last ?? 0) + POSITION_STEP });
}

/** Changes a creative. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendPlanCreative(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof mediaPlanCreatives>,
  expectedRevision: number,
): void {
  tx.update(mediaPlanCreatives, id, patch, expectedRevision);
}

/** Removes a creative. Throws `row-not-found`. */
export function removePlanCreative(tx: WriteDb, id: string): void {
  tx.remove(mediaPlanCreatives, id);
}

/** Removes all creatives of a line. */
export function removeCreativesOf(tx: WriteDb, lineId: string): void {
  const rows = tx.all<{ id: string }>(
    'SELECT id FROM media_plan_creatives WHERE line_id = ? ORDER BY position',
    lineId,
  );
  for (const { id } of rows) tx.remove(mediaPlanCreatives, id);
}

/** Gives a line the same creatives as another has. */
export function copyCreatives(tx: WriteDb, fromLineId: string, toLineId: string): void {
  const rows = tx.all<{ position: number; name: string; format: string; erid: string }>(
    'SELECT position, name, format, erid FROM media_plan_creatives WHERE line_id = ? ORDER BY position',
    fromLineId,
  );
  for (const row of rows) tx.insert(mediaPlanCreatives, { ...row, lineId: toLineId });
}

/** The line a creative belongs to; undefined where there is no such creative. */
export function lineOfCreative(read: ReadDb, id: string): string | undefined {
  return read.get<{ lineId: string }>(
    'SELECT line_id AS lineId FROM media_plan_creatives WHERE id = ?',
    id,
  )?.lineId;
}

/** Keeps twelve weights (JSON) under a name; those of the same name give way. Returns the id. */
export function keepPlanSeason(tx: WriteDb, name: string, weights: string): string {
  const same = tx.get<{ id: string }>('SELECT id FROM media_plan_seasons WHERE name = ?', name);
  if (same === undefined) return tx.insert(mediaPlanSeasons, { name, weights });
  tx.update(mediaPlanSeasons, same.id, { weights });
  return same.id;
}

/** Removes a season; the lines spread by it keep their weights. Throws `row-not-found`. */
export function removePlanSeason(tx: WriteDb, id: string): void {
  tx.remove(mediaPlanSeasons, id);
}

/** Keeps settings (JSON) under a name; those of the same name give way. Returns the id. */
export function keepPlanView(tx: WriteDb, name: string, settings: string): string {
  const same = tx.get<{ id: string }>('SELECT id FROM media_plan_views WHERE name = ?', name);
  if (same === undefined) return tx.insert(mediaPlanViews, { name, settings });
  tx.update(mediaPlanViews, same.id, { settings });
  return same.id;
}

/** Removes a view. Throws `row-not-found`. */
export function removePlanView(tx: WriteDb, id: string): void {
  tx.remove(mediaPlanViews, id);
}

/** Notes what happened and what was decided. Returns the id. */
export function addPlanIncident(tx: WriteDb, fields: NewRow<typeof mediaPlanIncidents>): string {
  return tx.insert(mediaPlanIncidents, fields);
}

/** Removes a note. Throws `row-not-found`. */
export function removePlanIncident(tx: WriteDb, id: string): void {
  tx.remove(mediaPlanIncidents, id);
}
