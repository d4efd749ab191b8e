import { eq } from 'drizzle-orm';
import { AppError } from '../../shared/contract/app-error';
import type { ReadDb } from '../read-db';
import { agency } from '../schema/agency.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type AgencyRow = typeof agency.$inferSelect;

export const AGENCY_ID = 'agency';

/** Records whose portfolio the file holds; once, when the workspace is made. */
export function recordAgency(tx: WriteDb, fields: Omit<NewRow<typeof agency>, 'id'>): void {
  tx.insert(agency, { ...fields, id: AGENCY_ID });
}

/** Changes the agency's card. Throws `row-changed-elsewhere`. */
export function amendAgency(
  tx: WriteDb,
  patch: Patch<typeof agency>,
  expectedRevision?: number,
): void {
  tx.update(agency, AGENCY_ID, patch, expectedRevision);
}

/** The agency's card; undefined in a workspace that has none yet. */
export function findAgency(db: ReadDb): AgencyRow | undefined {
  return db.orm.select().from(agency).where(eq(agency.id, AGENCY_ID)).get();
}

/** The agency's card. Throws `agency-missing`. */
export function readAgency(db: ReadDb): AgencyRow {
  const row = findAgency(db);
  if (row === undefined) throw new AppError('agency-missing');
  return row;
}
