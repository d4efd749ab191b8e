import { asc, desc, eq, isNull } from 'drizzle-orm';
import type { TaskStatus } from '../../shared/domain/work/task-status';
import type { ReadDb } from '../read-db';
import {
  boardLimits,
  contestedDecisions,
  contestedSides,
  improvements,
  projectStages,
  savedViews,
  taskTemplateSteps,
  taskTemplates,
} from '../schema/tasks.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type StageRow = typeof projectStages.$inferSelect;
export type TemplateRow = typeof taskTemplates.$inferSelect;
export type TemplateStepRow = typeof taskTemplateSteps.$inferSelect;
export type SavedViewRow = typeof savedViews.$inferSelect;
export type ImprovementRow = typeof improvements.$inferSelect;
export type DecisionRow = typeof contestedDecisions.$inferSelect;

/** Adds a stage behind the others of its project. Throws `value-taken` for a name in use. */
export function addStage(
  tx: WriteDb,
  fields: Omit<NewRow<typeof projectStages>, 'position'>,
): string {
  const last = tx.get<{ position: number | null }>(
    'SELECT max(position) AS position FROM project_stages WHERE project_id = ?',
    fields.projectId,
  );
  return tx.insert(projectStages, { ...fields, position: (last?.position ?? 0) + 1 });
}

export function amendStage(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof projectStages>,
  expectedRevision?: number,
): void {
  tx.update(projectStages, id, patch, expectedRevision);
}

export function findStage(db: ReadDb, id: string): StageRow | undefined {
  return db.orm.select().from(projectStages).where(eq(projectStages.id, id)).get();
}

/** Sets how many cards a column may hold; null: any number. Returns the row's id. */
export function setBoardLimit(tx: WriteDb, status: TaskStatus, maxCards: number | null): string {
  const row = tx.orm.select().from(boardLimits).where(eq(boardLimits.status, status)).get();
  if (row === undefined) {
    return maxCards === null ? status : tx.insert(boardLimits, { status, maxCards });
  }
  if (maxCards === null) tx.remove(boardLimits, row.id);
  else tx.update(boardLimits, row.id, { maxCards });
  return row.id;
}

/** Adds a version of a regulation with its steps; without a family it starts one. Returns its id. */
export function addTemplate(
  tx: WriteDb,
  fields: Omit<NewRow<typeof taskTemplates>, 'familyId' | 'version'> & {
    familyId?: string | undefined;
  },
  steps: readonly Omit<NewRow<typeof taskTemplateSteps>, 'templateId' | 'position'>[],
): string {
  const id = fields.id ?? tx.newId();
  const familyId = fields.familyId ?? id;
  const last = tx.get<{ version: number | null }>(
    'SELECT max(version) AS version FROM task_templates WHERE family_id = ?',
    familyId,
  );
  tx.insert(taskTemplates, { ...fields, id, familyId, version: (last?.version ?? 0) + 1 });
  for (const [position, step] of steps.entries()) {
    tx.insert(taskTemplateSteps, { ...step, templateId: id, position });
  }
  return id;
}

export function amendTemplate(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof taskTemplates>,
  expectedRevision?: number,
): void {
  tx.update(taskTemplates, id, patch, expectedRevision);
}

export function findTemplate(db: ReadDb, id: string): TemplateRow | undefined {
  return db.orm.select().from(taskTemplates).where(eq(taskTemplates.id, id)).get();
}

/** Versions in force, by name. */
export function listTemplates(db: ReadDb): TemplateRow[] {
  return db.orm
    .select()
    .from(taskTemplates)
    .where(isNull(taskTemplates.retiredAt))
    .orderBy(asc(taskTemplates.name), desc(taskTemplates.version))
    .all();
}

/** Steps of a version in order. */
export function listTemplateSteps(db: ReadDb, templateId: string): TemplateStepRow[] {
  return db.orm
    .select()
    .from(taskTemplateSteps)
    .where(eq(taskTemplateSteps.templateId, templateId))
    .orderBy(asc(taskTemplateSteps.position))
    .all();
}

/** Saved views in order. */
export function listSavedViews(db: ReadDb): SavedViewRow[] {
  return db.orm
    .select()
    .from(savedViews)
    .orderBy(asc(savedViews.position), asc(savedViews.id))
    .all();
}

/** Keeps a view under a new name; throws `value-taken` where its kind has that name. */
export function addSavedView(
  tx: WriteDb,
  fields: Omit<NewRow<typeof savedViews>, 'position'>,
): string {
  const last = tx.get<{ position: number | null }>(
    'SELECT max(position) AS position FROM saved_views',
  );
  return tx.insert(savedViews, { ...fields, position: (last?.position ?? 0) + 1 });
}

export function amendSavedView(tx: WriteDb, id: string, patch: Patch<typeof savedViews>): void {
  tx.update(savedViews, id, patch);
}

export function removeSavedView(tx: WriteDb, id: string): void {
  tx.remove(savedViews, id);
}

/** Adds a decision under the next number with its sides in order. Returns its id. */
export function addDecision(
  tx: WriteDb,
  fields: Omit<NewRow<typeof contestedDecisions>, 'number'>,
  sides: readonly { taskId: string; stakes: string }[],
): string {
  const last = tx.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM contested_decisions',
  );
  const decisionId = tx.insert(contestedDecisions, { ...fields, number: (last?.number ?? 0) + 1 });
  for (const [position, side] of sides.entries()) {
    tx.insert(contestedSides, { ...side, decisionId, position });
  }
  return decisionId;
}

/** Decisions, the newest first, each with its sides in the order served. */
export function listDecisions(
  db: ReadDb,
): (DecisionRow & { sides: (typeof contestedSides.$inferSelect)[] })[] {
  const sides = db.orm.select().from(contestedSides).orderBy(asc(contestedSides.position)).all();
  return db.orm
    .select()
    .from(contestedDecisions)
    .orderBy(desc(contestedDecisions.number))
    .all()
    .map((row) => ({ ...row, sides: sides.filter(({ decisionId }) => decisionId === row.id) }));
}

/** Adds an improvement under the next number. Returns its id. */
export function addImprovement(
  tx: WriteDb,
  fields: Omit<NewRow<typeof improvements>, 'number'>,
): string {
  const last = tx.get<{ number: number | null }>('SELECT max(number) AS number FROM improvements');
  return tx.insert(improvements, { ...fields, number: (last?.number ?? 0) + 1 });
}

export function amendImprovement(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof improvements>,
  expectedRevision?: number,
): void {
  tx.update(improvements, id, patch, expectedRevision);
}

export function findImprovement(db: ReadDb, id: string): ImprovementRow | undefined {
  return db.orm.select().from(improvements).where(eq(improvements.id, id)).get();
}

/** Improvements of a client, or of all; the newest first. */
export function listImprovements(db: ReadDb, clientId: string | null): ImprovementRow[] {
  const all = db.orm.select().from(improvements);
  const chosen = clientId === null ? all : all.where(eq(improvements.clientId, clientId));
  return chosen.orderBy(desc(improvements.number)).all();
}
