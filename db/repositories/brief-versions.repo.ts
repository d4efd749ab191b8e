import { briefCriteriaMet, briefSteps, briefVersions } from '../schema/briefs.schema';
import type { NewRow, WriteDb } from '../write-db';

/** Freezes a version. Nothing changes it afterwards; only undo takes it back. Returns the id. */
export function freezeBriefVersion(tx: WriteDb, fields: NewRow<typeof briefVersions>): string {
  return tx.insert(briefVersions, fields);
}

/** Records a move of a brief. Returns the id. */
export function recordBriefStep(tx: WriteDb, fields: NewRow<typeof briefSteps>): string {
  return tx.insert(briefSteps, fields);
}

/** Ticks a criterion. Throws `value-taken` where it is ticked already. */
export function tickBriefCriterion(tx: WriteDb, fields: NewRow<typeof briefCriteriaMet>): void {
  tx.insert(briefCriteriaMet, fields);
}

/** Takes the tick off a criterion. Throws `row-not-found`. */
export function untickBriefCriterion(tx: WriteDb, id: string): void {
  tx.remove(briefCriteriaMet, id);
}
