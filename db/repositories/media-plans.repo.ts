import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  mediaPlanColumns,
  mediaPlanFacts,
  mediaPlanLines,
  mediaPlans,
} from '../schema/media-plans.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { copyCreatives, removeCreativesOf } from './media-plan-details.repo';

export type MediaPlanRow = typeof mediaPlans.$inferSelect;
export type MediaPlanLineRow = typeof mediaPlanLines.$inferSelect;
export type MediaPlanFactRow = typeof mediaPlanFacts.$inferSelect;
export type MediaPlanLinePatch = Patch<typeof mediaPlanLines>;

/** Room between two lines, so that a moved line seldom moves others. */
export const POSITION_STEP = 1024;

/** Starts a plan under the next number of the workspace, as its first version. Returns the id. */
export function addMediaPlan(
  tx: WriteDb,
  fields: Omit<NewRow<typeof mediaPlans>, 'number' | 'version' | 'familyId'>,
): string {
  const id = fields.id ?? tx.newId();
  const last = tx.get<{ last: number | null }>('SELECT max(number) AS last FROM media_plans');
  return tx.insert(mediaPlans, {
    ...fields,
    id,
    familyId: id,
    number: (last?.last ?? 0) + 1,
    version: 1,
  });
}

/** Adds the next version of a plan as a draft, with its columns and lines. Returns the id. */
export function addMediaPlanVersion(tx: WriteDb, from: MediaPlanRow, editedAt: number): string {
  const last = tx.get<{ last: number }>(
    'SELECT max(version) AS last FROM media_plans WHERE family_id = ?',
    from.familyId,
  );
  const id = tx.insert(mediaPlans, {
    ...from,
    id: undefined,
    version: (last?.last ?? from.version) + 1,
    status: 'draft',
    sentOn: null,
    decidedOn: null,
    decidedBy: '',
    evidence: '',
    archivedAt: null,
    editedAt,
  });
  for (const { fromOn, toOn } of listMediaPlanColumns(tx, from.id)) {
    tx.insert(mediaPlanColumns, { planId: id, fromOn, toOn });
  }
  for (const line of listMediaPlanLines(tx, from.id)) {
    copyCreatives(tx, line.id, tx.insert(mediaPlanLines, { ...line, id: undefined, planId: id }));
  }
  return id;
}

/** Changes the head of a plan. Throws `row-not-found`, `row-changed-elsewhere`, `media-plan-approved`. */
export function amendMediaPlan(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof mediaPlans>,
  expectedRevision?: number,
): void {
  tx.update(mediaPlans, id, patch, expectedRevision);
}

/** One version of a plan. */
export function findMediaPlan(db: ReadDb, id: string): MediaPlanRow | undefined {
  return db.orm.select().from(mediaPlans).where(eq(mediaPlans.id, id)).get();
}

/** Stated columns of a plan in order; none where they follow from its period. */
export function listMediaPlanColumns(
  db: ReadDb,
  planId: string,
): (typeof mediaPlanColumns.$inferSelect)[] {
  return db.orm
    .select()
    .from(mediaPlanColumns)
    .where(eq(mediaPlanColumns.planId, planId))
    .orderBy(asc(mediaPlanColumns.fromOn))
    .all();
}

/** Puts these stated columns in the place of those that were. */
export function setMediaPlanColumns(
  tx: WriteDb,
  planId: string,
  columns: readonly { from: string; to: string }[],
): void {
  const before = listMediaPlanColumns(tx, planId);
  const isSame =
    before.length === columns.length &&
    before.every((row, i) => row.fromOn === columns[i]?.from && row.toOn === columns[i]?.to);
  if (isSame) return;
  for (const { id } of before) tx.remove(mediaPlanColumns, id);
  for (const { from, to } of columns) {
    tx.insert(mediaPlanColumns, { planId, fromOn: from, toOn: to });
  }
}

/** Adds a line; without an origin it is its own. Returns the id. */
export function addMediaPlanLine(
  tx: WriteDb,
  fields: Omit<NewRow<typeof mediaPlanLines>, 'originId'>,
): string {
  const id = fields.id ?? tx.newId();
  return tx.insert(mediaPlanLines, { ...fields, id, originId: id });
}

/** Changes a line. Throws `row-not-found`, `row-changed-elsewhere`, `media-plan-approved`. */
export function amendMediaPlanLine(
  tx: WriteDb,
  id: string,
  patch: MediaPlanLinePatch,
  expectedRevision?: number,
): void {
  tx.update(mediaPlanLines, id, patch, expectedRevision);
}

/** Removes a line and its creatives. Throws `row-in-use` where facts were recorded of it, `media-plan-approved`. */
export function removeMediaPlanLine(tx: WriteDb, id: string): void {
  removeCreativesOf(tx, id);
  tx.remove(mediaPlanLines, id);
}

/** Lines of a plan in order. */
export function listMediaPlanLines(db: ReadDb, planId: string): MediaPlanLineRow[] {
  return db.orm
    .select()
    .from(mediaPlanLines)
    .where(eq(mediaPlanLines.planId, planId))
    .orderBy(asc(mediaPlanLines.position), asc(mediaPlanLines.id))
    .all();
}

/** One line. */
export function findMediaPlanLine(db: ReadDb, id: string): MediaPlanLineRow | undefined {
  return db.orm.select().from(mediaPlanLines).where(eq(mediaPlanLines.id, id)).get();
}

/**
 * Records what a line did on a day; the same day and source again takes the new values, also where it was
 * recorded of another version of the plan. Returns the row's id.
 */
export function recordMediaPlanFact(
  tx: WriteDb,
  fields: NewRow<typeof mediaPlanFacts> & { source: string },
): string {
  const same = tx.get<{ id: string }>(
    `SELECT f.id FROM media_plan_facts f JOIN media_plan_lines l ON l.id = f.line_id
     WHERE l.origin_id = (SELECT origin_id FROM media_plan_lines WHERE id = ?) AND f.fact_on = ? AND f.source = ?`,
    fields.lineId,
    fields.factOn,
    fields.source,
  );
  if (same === undefined) return tx.insert(mediaPlanFacts, fields);
  const { id: _id, lineId: _lineId, ...values } = fields;
  tx.update(mediaPlanFacts, same.id, values);
  return same.id;
}

/** One fact. */
export function findMediaPlanFact(db: ReadDb, id: string): MediaPlanFactRow | undefined {
  return db.orm.select().from(mediaPlanFacts).where(eq(mediaPlanFacts.id, id)).get();
}

/** Removes a fact. Throws `row-not-found`. */
export function removeMediaPlanFact(tx: WriteDb, id: string): void {
  tx.remove(mediaPlanFacts, id);
}
