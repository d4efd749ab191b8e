import { and, asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { briefAnswers, briefs } from '../schema/briefs.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

type BriefAnswerRow = typeof briefAnswers.$inferSelect;

/** Starts a brief under the next number of the workspace, unless one is given. Returns the id. */
export function addBrief(
  tx: WriteDb,
  fields: Omit<NewRow<typeof briefs>, 'number'> & { number?: number | undefined },
): string {
  return tx.insert(briefs, { ...fields, number: fields.number ?? nextBriefNumber(tx) });
}

function nextBriefNumber(db: ReadDb): number {
  const row = db.get<{ last: number | null }>('SELECT max(number) AS last FROM briefs');
  return (row?.last ?? 0) + 1;
}

/** Changes the head of a brief. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendBrief(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof briefs>,
  expectedRevision?: number,
): void {
  tx.update(briefs, id, patch, expectedRevision);
}

/** Sets the answer of a field; `value` is the JSON of the field's type. An answer that is the same writes nothing. */
export function setBriefAnswer(
  tx: WriteDb,
  briefId: string,
  fieldKey: string,
  value: string,
): void {
  const same = tx.orm
    .select()
    .from(briefAnswers)
    .where(and(eq(briefAnswers.briefId, briefId), eq(briefAnswers.fieldKey, fieldKey)))
    .get();
  if (same === undefined) tx.insert(briefAnswers, { briefId, fieldKey, value });
  else tx.update(briefAnswers, same.id, { value });
}

/** Takes an answer back to empty. */
export function clearBriefAnswer(tx: WriteDb, briefId: string, fieldKey: string): void {
  const answer = listBriefAnswers(tx, briefId).find((row) => row.fieldKey === fieldKey);
  if (answer !== undefined) tx.remove(briefAnswers, answer.id);
}

/** Answers of a brief. */
function listBriefAnswers(db: ReadDb, briefId: string): BriefAnswerRow[] {
  return db.orm
    .select()
    .from(briefAnswers)
    .where(eq(briefAnswers.briefId, briefId))
    .orderBy(asc(briefAnswers.fieldKey))
    .all();
}
