import type { ReadDb } from '../read-db';

export type BriefHeadRow = {
  id: string;
  revision: number;
  number: number;
  title: string;
  templateKey: string;
  language: 'ru' | 'en' | 'lv';
  status: 'draft' | 'sent' | 'approved';
  version: number;
  briefOn: string;
  editedAt: number;
  authorName: string | null;
  authorRole: string | null;
  approverContactId: string | null;
  contractNumber: string | null;
  contractSignedOn: string | null;
  clientId: string;
  clientName: string;
  clientDescriptor: string;
  clientMark: string;
  clientHue: number;
  clientTier: 'A' | 'B' | 'C';
  clientCurrency: string;
  clientLegalName: string;
};

const HEAD = `
  SELECT b.id, b.revision, b.number, b.title, b.template_key AS templateKey, b.language, b.status, b.version,
    b.brief_on AS briefOn, b.edited_at AS editedAt, b.approver_contact_id AS approverContactId,
    p.name AS authorName, p.role AS authorRole, k.number AS contractNumber, k.signed_on AS contractSignedOn,
    c.id AS clientId, c.name AS clientName, c.descriptor AS clientDescriptor, c.mark AS clientMark,
    c.hue AS clientHue, c.tier AS clientTier, c.currency AS clientCurrency, c.legal_name AS clientLegalName
  FROM briefs b JOIN clients c ON c.id = b.client_id
    LEFT JOIN people p ON p.id = b.author_id LEFT JOIN contracts k ON k.id = b.contract_id`;

/** Briefs that were not put away, the newest first; of one client where named. */
export function readBriefHeads(read: ReadDb, clientId: string | null): BriefHeadRow[] {
  return read.all<BriefHeadRow>(
    `${HEAD} WHERE b.archived_at IS NULL AND (? IS NULL OR b.client_id = ?) ORDER BY b.number DESC`,
    clientId,
    clientId,
  );
}

/** One brief, also one that was put away. */
export function readBriefHead(read: ReadDb, id: string): BriefHeadRow | undefined {
  return read.get<BriefHeadRow>(`${HEAD} WHERE b.id = ?`, id);
}

/** Ids and titles for the console, by number. */
export function readBriefTitles(read: ReadDb): { id: string; title: string }[] {
  return read.all<{ id: string; title: string }>(
    'SELECT id, title FROM briefs WHERE archived_at IS NULL ORDER BY number',
  );
}

export type BriefAnswerText = {
  briefId: string;
  fieldKey: string;
  value: string;
  /** Which writing of the answer this is: another row or revision is another stamp. */
  stamp: string;
};

/** Answers of the briefs shown in a list, or of one of them: JSON by field. */
export function readBriefAnswers(
  read: ReadDb,
  by: { clientId: string | null } | { briefId: string },
): BriefAnswerText[] {
  const columns = `a.brief_id AS briefId, a.field_key AS fieldKey, a.value,
      a.id || '.' || a.revision AS stamp`;
  if ('briefId' in by) {
    return read.all<BriefAnswerText>(
      `SELECT ${columns} FROM brief_answers a WHERE a.brief_id = ? ORDER BY a.field_key`,
      by.briefId,
    );
  }
  return read.all<BriefAnswerText>(
    `SELECT ${columns} FROM brief_answers a JOIN briefs b ON b.id = a.brief_id
     WHERE b.archived_at IS NULL AND (? IS NULL OR b.client_id = ?)`,
    by.clientId,
    by.clientId,
  );
}

export type BriefDefaults = {
  authorId: string | null;
  approverContactId: string | null;
  contractId: string | null;
};

/**
 * What a new brief starts with: its author if the actor is a person, the client's contact who approves
 * briefs, and the newest contract that has not ended by the day.
 */
export function readBriefDefaults(
  read: ReadDb,
  by: { clientId: string; actor: string; on: string },
): BriefDefaults {
  const row = read.get<BriefDefaults>(
    `SELECT (SELECT id FROM people WHERE id = :actor) AS authorId,
       (SELECT id FROM contacts WHERE client_id = :clientId AND approves_briefs = 'yes' ORDER BY id LIMIT 1)
         AS approverContactId,
       (SELECT id FROM contracts WHERE client_id = :clientId AND (ends_on IS NULL OR ends_on >= :on)
         ORDER BY signed_on DESC LIMIT 1) AS contractId`,
    by,
  );
  return row ?? { authorId: null, approverContactId: null, contractId: null };
}

/** Whether a contact is one of the client's. */
export function isContactOf(read: ReadDb, contactId: string, clientId: string): boolean {
  const found = 'SELECT 1 AS found FROM contacts WHERE id = ? AND client_id = ?';
  return read.get(found, contactId, clientId) !== undefined;
}
