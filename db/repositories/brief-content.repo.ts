import { briefFiles } from '../schema/briefs.schema';
import type { NewRow, WriteDb } from '../write-db';

/** Keeps a file with a brief, for good: versions name it by its id. Returns the id. */
export function addBriefFile(tx: WriteDb, fields: NewRow<typeof briefFiles>): string {
  return tx.insert(briefFiles, fields);
}
