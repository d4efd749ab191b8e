import { and, asc, desc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { contactLog, deadlines, npsAnswers } from '../schema/clients.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type DeadlineRow = typeof deadlines.$inferSelect;
export type ContactLogRow = typeof contactLog.$inferSelect;
export type NpsAnswerRow = typeof npsAnswers.$inferSelect;

/** Adds a deadline. Returns the id. */
export function addDeadline(tx: WriteDb, fields: NewRow<typeof deadlines>): string {
  return tx.insert(deadlines, fields);
}

/** Moves, renames or completes a deadline. Throws `row-not-found`. */
export function amendDeadline(tx: WriteDb, id: string, patch: Patch<typeof deadlines>): void {
  tx.update(deadlines, id, patch);
}

/** One deadline. */
export function findDeadline(db: ReadDb, id: string): DeadlineRow | undefined {
  return db.orm.select().from(deadlines).where(eq(deadlines.id, id)).get();
}

/** Records a contact with a client. Returns the id. */
export function recordContact(tx: WriteDb, fields: NewRow<typeof contactLog>): string {
  return tx.insert(contactLog, fields);
}

/** Contacts with a client, the newest first. */
export function listContactLog(db: ReadDb, clientId: string): ContactLogRow[] {
  return db.orm
    .select()
    .from(contactLog)
    .where(eq(contactLog.clientId, clientId))
    .orderBy(desc(contactLog.contactedAt), desc(contactLog.id))
    .all();
}

/** Records an answer to «would you recommend us», 0–10. Returns the id. */
export function recordNpsAnswer(tx: WriteDb, fields: NewRow<typeof npsAnswers>): string {
  return tx.insert(npsAnswers, fields);
}

/** Answers of a client in order; of the whole portfolio without one. */
export function listNpsAnswers(db: ReadDb, clientId?: string): NpsAnswerRow[] {
  return db.orm
    .select()
    .from(npsAnswers)
    .where(and(clientId === undefined ? undefined : eq(npsAnswers.clientId, clientId)))
    .orderBy(asc(npsAnswers.answeredOn), asc(npsAnswers.id))
    .all();
}
