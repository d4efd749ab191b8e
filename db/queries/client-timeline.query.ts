import type { ReadDb } from '../read-db';

/** Something that happened or is due with a client. */
export type TimelineRow = {
  id: string;
  on: string;
  at: number | null;
  kind: 'contact' | 'deadline' | 'invoice-due' | 'nps' | 'contract' | 'payment';
  /** What was written: a note, a title, a number, a comment. */
  text: string;
  /** Channel of a contact, kind of a deadline. */
  variant: string;
  amountMinor: number | null;
  currency: string | null;
  score: number | null;
  done: number;
};

/** A client's relation from a day to a day, newest first. */
export function readTimeline(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): TimelineRow[] {
  return read.all<TimelineRow>(
    `SELECT id, contacted_on AS "on", contacted_at AS at, 'contact' AS kind, note AS text, channel AS variant,
       NULL AS amountMinor, NULL AS currency, NULL AS score, 1 AS done
     FROM contact_log WHERE client_id = :clientId AND contacted_on BETWEEN :from AND :to
     UNION ALL
     SELECT id, due_on, NULL, 'deadline', title, kind, NULL, NULL, NULL, done_at IS NOT NULL
     FROM deadlines WHERE client_id = :clientId AND due_on BETWEEN :from AND :to
     UNION ALL
     SELECT i.id, i.due_on, NULL, 'invoice-due', i.number, '', i.gross_minor - COALESCE(
         (SELECT SUM(a.amount_minor) FROM payment_allocations a WHERE a.invoice_id = i.id), 0), i.currency, NULL, 0
     FROM invoices i WHERE i.client_id = :clientId AND i.cancelled_at IS NULL AND i.due_on BETWEEN :from AND :to
       AND i.gross_minor > COALESCE((SELECT SUM(a.amount_minor) FROM payment_allocations a WHERE a.invoice_id = i.id), 0)
     UNION ALL
     SELECT id, answered_on, NULL, 'nps', comment, '', NULL, NULL, score, 1
     FROM nps_answers WHERE client_id = :clientId AND answered_on BETWEEN :from AND :to
     UNION ALL
     SELECT id, ends_on, NULL, 'contract', number, '', NULL, NULL, NULL, 0
     FROM contracts WHERE client_id = :clientId AND ends_on BETWEEN :from AND :to
     UNION ALL
     SELECT id, paid_on, NULL, 'payment', purpose, '', amount_minor, currency, NULL, 1
     FROM payments WHERE client_id = :clientId AND direction = 'in' AND paid_on BETWEEN :from AND :to
     ORDER BY 2 DESC, 3 DESC, 1 DESC`,
    { clientId, from, to },
  );
}
