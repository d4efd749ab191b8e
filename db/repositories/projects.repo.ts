import { and, asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  projectBillings,
  projectHours,
  projectProgress,
  projects,
  retainerTerms,
} from '../schema/work.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { setDatedRow } from './dated-row';

export type ProjectRow = typeof projects.$inferSelect;
export type RetainerTermsRow = typeof retainerTerms.$inferSelect;
export type ProjectProgressRow = typeof projectProgress.$inferSelect;
export type ProjectHoursRow = typeof projectHours.$inferSelect;
export type ProjectBillingRow = typeof projectBillings.$inferSelect;

/** Adds a project. Returns the id. */
export function addProject(tx: WriteDb, fields: NewRow<typeof projects>): string {
  return tx.insert(projects, fields);
}

/** Changes a project. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendProject(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof projects>,
  expectedRevision?: number,
): void {
  tx.update(projects, id, patch, expectedRevision);
}

/** One project. */
export function findProject(db: ReadDb, id: string): ProjectRow | undefined {
  return db.orm.select().from(projects).where(eq(projects.id, id)).get();
}

/** Projects of a client: retainers first, then by start. */
export function listProjects(db: ReadDb, clientId: string): ProjectRow[] {
  return db.orm
    .select()
    .from(projects)
    .where(eq(projects.clientId, clientId))
    .orderBy(asc(projects.status), asc(projects.startsOn), asc(projects.id))
    .all();
}

/** Sets a retainer's terms from a day on; the terms before end on the day before. Returns the row's id. */
export function setRetainerTerms(tx: WriteDb, fields: NewRow<typeof retainerTerms>): string {
  return setDatedRow(tx, retainerTerms, listRetainerTerms(tx, fields.projectId), fields);
}

/** Terms of a retainer in order. */
export function listRetainerTerms(db: ReadDb, projectId: string): RetainerTermsRow[] {
  return db.orm
    .select()
    .from(retainerTerms)
    .where(eq(retainerTerms.projectId, projectId))
    .orderBy(asc(retainerTerms.validFrom))
    .all();
}

/** Records the per cent complete at the end of a day; a second judgement of a day replaces the first. Returns the row's id. */
export function judgeProgress(tx: WriteDb, fields: NewRow<typeof projectProgress>): string {
  const same = tx.orm
    .select()
    .from(projectProgress)
    .where(
      and(
        eq(projectProgress.projectId, fields.projectId),
        eq(projectProgress.judgedOn, fields.judgedOn),
      ),
    )
    .get();
  if (same === undefined) return tx.insert(projectProgress, fields);
  tx.update(projectProgress, same.id, { completePpm: fields.completePpm });
  return same.id;
}

/** Judgements of a project in order. */
export function listProgress(db: ReadDb, projectId: string): ProjectProgressRow[] {
  return db.orm
    .select()
    .from(projectProgress)
    .where(eq(projectProgress.projectId, projectId))
    .orderBy(asc(projectProgress.judgedOn))
    .all();
}

/** Sets the planned and remaining hours of a person on a project. Returns the row's id. */
export function planProjectHours(tx: WriteDb, fields: NewRow<typeof projectHours>): string {
  const same = tx.orm
    .select()
    .from(projectHours)
    .where(
      and(eq(projectHours.projectId, fields.projectId), eq(projectHours.personId, fields.personId)),
    )
    .get();
  if (same === undefined) return tx.insert(projectHours, fields);
  const { plannedSeconds, remainingSeconds } = fields;
  tx.update(projectHours, same.id, { plannedSeconds, remainingSeconds });
  return same.id;
}

/** Planned and remaining hours of a project. */
export function listProjectHours(db: ReadDb, projectId: string): ProjectHoursRow[] {
  return db.orm.select().from(projectHours).where(eq(projectHours.projectId, projectId)).all();
}

/** Records a part of a project's fee as billed, net of VAT. Returns the id. */
export function recordProjectBilling(tx: WriteDb, fields: NewRow<typeof projectBillings>): string {
  return tx.insert(projectBillings, fields);
}

/** Billed parts of a project in order. */
export function listProjectBillings(db: ReadDb, projectId: string): ProjectBillingRow[] {
  return db.orm
    .select()
    .from(projectBillings)
    .where(eq(projectBillings.projectId, projectId))
    .orderBy(asc(projectBillings.billedOn), asc(projectBillings.id))
    .all();
}
