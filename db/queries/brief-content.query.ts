import type { ReadDb } from '../read-db';

export type BriefFileRow = { id: string; name: string; mime: string; content: Buffer };

/** A picture or file of a brief with its bytes; undefined where there is none of this id. */
export function readBriefFile(read: ReadDb, id: string): BriefFileRow | undefined {
  return read.get<BriefFileRow>('SELECT id, name, mime, content FROM brief_files WHERE id = ?', id);
}

export type BriefFileHead = { id: string; name: string; size: number };

/** What is attached to a brief, without the bytes; also what no answer names any more. */
export function readBriefFiles(read: ReadDb, briefId: string): BriefFileHead[] {
  return read.all<BriefFileHead>(
    'SELECT id, name, size FROM brief_files WHERE brief_id = ? ORDER BY added_at, id',
    briefId,
  );
}

export type BriefTemplateRow = {
  id: string;
  originId: string;
  edition: number;
  language: 'ru' | 'en' | 'lv';
  title: string;
  /** JSON of the template's sections. */
  sections: string;
  archivedAt: number | null;
};

/** One edition of a template of one's own; undefined where there is none of this id. */
export function readBriefTemplate(read: ReadDb, id: string): BriefTemplateRow | undefined {
  return read.get<BriefTemplateRow>(
    `SELECT id, origin_id AS originId, edition, language, title, sections, archived_at AS archivedAt
     FROM brief_templates WHERE id = ?`,
    id,
  );
}
