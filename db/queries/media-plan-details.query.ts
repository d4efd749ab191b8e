import type { ReadDb } from '../read-db';
import type { MediaPlanLineRow } from '../repositories/media-plans.repo';
import { mediaPlanLines } from '../schema/media-plans.schema';
import { type StoredRow, shapeOfTable } from '../table-shape';

export type PlanCreativeRow = {
  id: string;
  revision: number;
  lineId: string;
  name: string;
  format: string;
  erid: string;
};

/** Creatives of a version's lines, in order. */
export function readPlanCreatives(read: ReadDb, planId: string): PlanCreativeRow[] {
  return read.all<PlanCreativeRow>(
    `SELECT c.id, c.revision, c.line_id AS lineId, c.name, c.format, c.erid
     FROM media_plan_lines l JOIN media_plan_creatives c ON c.line_id = l.id
     WHERE l.plan_id = ? ORDER BY c.line_id, c.position, c.id`,
    planId,
  );
}

export type PlanIncidentRow = {
  id: string;
  revision: number;
  originId: string;
  alert: string;
  note: string;
  decision: string;
  by: string;
  at: number;
};

/** What was noted of the alerts of a plan, in all its versions, the newest first. */
export function readPlanIncidents(read: ReadDb, familyId: string): PlanIncidentRow[] {
  return read.all<PlanIncidentRow>(
    `SELECT i.id, i.revision, i.origin_id AS originId, i.alert, i.note, i.decision,
       coalesce(p.name, '') AS "by", i.noted_at AS at
     FROM media_plan_incidents i LEFT JOIN people p ON p.id = i.person_id
     WHERE i.family_id = ? ORDER BY i.noted_at DESC, i.id DESC`,
    familyId,
  );
}

type ChangeRow = {
  seq: number;
  at: number;
  who: string;
  version: number;
  kind: 'setup' | 'change' | 'undo' | 'redo';
  label: string;
  labelParams: string;
  lineId: string;
  op: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
};

/** A change of a line: the whole line before it (null where it was new) and after it. */
export type LineChange = Pick<
  ChangeRow,
  'seq' | 'at' | 'who' | 'version' | 'kind' | 'label' | 'labelParams'
> & { from: MediaPlanLineRow | null; to: MediaPlanLineRow };

/**
 * What the journal holds of a line through the versions of its plan, the newest first: the rows are put
 * together again from the changes, beginning with the row as it is.
 */
export function readLineChanges(read: ReadDb, originId: string): LineChange[] {
  const shape = shapeOfTable(mediaPlanLines);
  const rows = new Map(
    read
      .all<StoredRow>('SELECT * FROM media_plan_lines WHERE origin_id = ?', originId)
      .map((row) => [String(row['id']), row]),
  );
  const lineOf = (stored: StoredRow) =>
    Object.fromEntries(
      shape.columns.map(({ property, column, defaultValue }) => [
        property,
        column in stored ? stored[column] : defaultValue,
      ]),
    ) as MediaPlanLineRow;
  const changes = read.all<ChangeRow>(
    `SELECT j.seq, j.at, coalesce(p.name, '') AS who, m.version, g.kind, g.label,
       g.label_params AS labelParams, j.row_id AS lineId, j.op, j.before, j.after
     FROM media_plan_lines l JOIN media_plans m ON m.id = l.plan_id
       JOIN journal j ON j.entity = 'media_plan_lines' AND j.row_id = l.id
       JOIN journal_groups g ON g.id = j.group_id LEFT JOIN people p ON p.id = j.actor
     WHERE l.origin_id = ? ORDER BY j.seq DESC`,
    originId,
  );
  return changes.flatMap(({ lineId, op, before, after, ...change }): LineChange[] => {
    const row = rows.get(lineId);
    if (row === undefined || change.kind === 'setup') return [];
    const to = lineOf(row);
    if (op === 'insert') {
      rows.delete(lineId);
      return [{ ...change, from: null, to }];
    }
    if (op === 'delete' || before === null || after === null) return [];
    const earlier = { ...row, ...(JSON.parse(before) as StoredRow) };
    rows.set(lineId, earlier);
    return [{ ...change, from: lineOf(earlier), to }];
  });
}

/** Seasons kept in the workspace, by name. */
export function readPlanSeasons(
  read: ReadDb,
): { id: string; revision: number; name: string; weights: string }[] {
  return read.all('SELECT id, revision, name, weights FROM media_plan_seasons ORDER BY name');
}

/** Views kept in the workspace, by name. */
export function readPlanViews(
  read: ReadDb,
): { id: string; revision: number; name: string; settings: string }[] {
  return read.all('SELECT id, revision, name, settings FROM media_plan_views ORDER BY name');
}
