import type { ReadDb } from '../read-db';

export type SearchRow = {
  kind: 'client' | 'brief' | 'invoice' | 'person';
  id: string;
  clientId: string | null;
  title: string;
  detail: string;
  mark: string | null;
  hue: number | null;
  /** Text the words are looked for in. */
  haystack: string;
};

/** All that the palette can name. Small by nature: clients, briefs, people and invoices that are still open. */
export function readSearchable(read: ReadDb): SearchRow[] {
  return read.all<SearchRow>(
    `SELECT 'client' AS kind, id, id AS clientId, name AS title, descriptor AS detail, mark, hue, search_text AS haystack
     FROM clients WHERE archived_at IS NULL
     UNION ALL
     SELECT 'brief', b.id, b.client_id, b.title, c.name, c.mark, c.hue, b.title || ' ' || c.name
     FROM briefs b JOIN clients c ON c.id = b.client_id WHERE b.archived_at IS NULL
     UNION ALL
     SELECT 'invoice', i.id, i.client_id, i.number, c.name, c.mark, c.hue, i.number || ' ' || c.name
     FROM invoices i JOIN clients c ON c.id = i.client_id
     WHERE i.cancelled_at IS NULL AND i.gross_minor >
       COALESCE((SELECT SUM(a.amount_minor) FROM payment_allocations a WHERE a.invoice_id = i.id), 0)
     UNION ALL
     SELECT 'person', id, NULL, name, role, NULL, NULL, name || ' ' || role || ' ' || code FROM people`,
  );
}

/** Briefs that were not put away with the instant they were edited last. */
export function readBriefEdits(read: ReadDb): { id: string; editedAt: number; revision: number }[] {
  return read.all(
    'SELECT id, edited_at AS editedAt, revision FROM briefs WHERE archived_at IS NULL',
  );
}
