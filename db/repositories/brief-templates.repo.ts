import { briefTemplates } from '../schema/briefs.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

/** Adds the first edition of a template of one's own. Returns its id, which is the family's. */
export function addBriefTemplate(
  tx: WriteDb,
  fields: Omit<NewRow<typeof briefTemplates>, 'id' | 'originId' | 'edition'>,
): string {
  const id = tx.newId();
  return tx.insert(briefTemplates, { ...fields, id, originId: id, edition: 1 });
}

/** Adds a later edition to a family. Returns its id. Throws `value-taken` where there is one of this number. */
export function addTemplateEdition(
  tx: WriteDb,
  fields: Omit<NewRow<typeof briefTemplates>, 'id'>,
): string {
  return tx.insert(briefTemplates, fields);
}

/** Changes an edition that no brief was begun with, or puts it away. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendBriefTemplate(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof briefTemplates>,
  expectedRevision?: number,
): void {
  tx.update(briefTemplates, id, patch, expectedRevision);
}
