import type { ReadDb } from '../read-db';
import type { BriefTemplateRow } from './brief-content.query';

export type OwnTemplateRow = BriefTemplateRow & { revision: number; briefCount: number };

const NEWEST = `
  SELECT t.id, t.origin_id AS originId, t.edition, t.language, t.title, t.sections,
    t.archived_at AS archivedAt, t.revision,
    (SELECT count(*) FROM briefs b JOIN brief_templates e ON e.id = b.template_key
      WHERE e.origin_id = t.origin_id AND b.archived_at IS NULL) AS briefCount
  FROM brief_templates t
  WHERE NOT EXISTS (SELECT 1 FROM brief_templates n
    WHERE n.origin_id = t.origin_id AND n.edition > t.edition)`;

/** The newest edition of every template of one's own, in the order they were first made. */
export function readOwnTemplates(read: ReadDb): OwnTemplateRow[] {
  return read.all<OwnTemplateRow>(`${NEWEST} ORDER BY t.origin_id`);
}

/** The newest edition of the family that an edition belongs to; undefined where there is no such edition. */
export function readNewestTemplate(read: ReadDb, id: string): OwnTemplateRow | undefined {
  return read.get<OwnTemplateRow>(
    `${NEWEST} AND t.origin_id = (SELECT origin_id FROM brief_templates WHERE id = ?)`,
    id,
  );
}

/** Whether a brief, put away or not, or a version that was sent keeps the questions of an edition. */
export function isTemplateUsed(read: ReadDb, id: string): boolean {
  const row = read.get<{ used: number }>(
    `SELECT EXISTS (SELECT 1 FROM briefs WHERE template_key = ?)
       OR EXISTS (SELECT 1 FROM brief_versions WHERE template_key = ?) AS used`,
    id,
    id,
  );
  return row?.used === 1;
}
