import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm';
import type { BudgetAmount, BudgetKind } from '../../shared/domain/budget';
import type { Month } from '../../shared/domain/dates';
import type { ReadDb } from '../read-db';
import {
  budgetAdjustments,
  budgetAgreements,
  budgetAmounts,
  budgetBaselines,
  budgetLockedAmounts,
  budgetLocks,
} from '../schema/budgets.schema';
import { mediaPlans } from '../schema/media-plans.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type BudgetAmountRow = typeof budgetAmounts.$inferSelect;
export type BudgetAgreementRow = typeof budgetAgreements.$inferSelect;
export type BudgetBaselineRow = typeof budgetBaselines.$inferSelect;
export type BudgetLockRow = typeof budgetLocks.$inferSelect;
export type BudgetAdjustmentRow = typeof budgetAdjustments.$inferSelect;

/** A cell of a client's budget. Project null: of the client as a whole. */
export type BudgetCellAt = {
  clientId: string;
  projectId: string | null;
  kind: BudgetKind;
  month: Month;
};

/** Planned amounts of a client, months included, typed and of media plans. */
export function listBudgetAmounts(
  db: ReadDb,
  clientId: string,
  from: Month,
  to: Month,
): BudgetAmountRow[] {
  return db.orm
    .select()
    .from(budgetAmounts)
    .where(and(eq(budgetAmounts.clientId, clientId), between(budgetAmounts.month, from, to)))
    .orderBy(asc(budgetAmounts.month), asc(budgetAmounts.kind), asc(budgetAmounts.id))
    .all();
}

/** What was typed into a cell. */
export function findTypedAmount(db: ReadDb, at: BudgetCellAt): BudgetAmountRow | undefined {
  return db.orm
    .select()
    .from(budgetAmounts)
    .where(
      and(
        eq(budgetAmounts.clientId, at.clientId),
        eq(budgetAmounts.month, at.month),
        eq(budgetAmounts.kind, at.kind),
        at.projectId === null
          ? isNull(budgetAmounts.projectId)
          : eq(budgetAmounts.projectId, at.projectId),
        isNull(budgetAmounts.planId),
      ),
    )
    .get();
}

/** Types a plan or a forecast into a cell; a cell never typed into starts from zero. */
export function typeBudgetAmount(
  tx: WriteDb,
  at: BudgetCellAt,
  patch: Pick<Patch<typeof budgetAmounts>, 'planned' | 'forecast'>,
): void {
  const known = findTypedAmount(tx, at);
  if (known === undefined)
    tx.insert(budgetAmounts, { ...at, ...patch, planned: patch.planned ?? 0 });
  else tx.update(budgetAmounts, known.id, patch);
}

/** Adds what a media plan brings into a month. */
export function addPlanAmount(
  tx: WriteDb,
  fields: {
    clientId: string;
    planId: string;
    kind: 'media' | 'commission';
    month: Month;
    planned: number;
  },
): void {
  tx.insert(budgetAmounts, { ...fields, projectId: null });
}

/** What the versions of a media plan have brought in. */
export function listAmountsOfPlanFamily(db: ReadDb, familyId: string): BudgetAmountRow[] {
  const versions = db.orm
    .select({ id: mediaPlans.id })
    .from(mediaPlans)
    .where(eq(mediaPlans.familyId, familyId));
  return db.orm.select().from(budgetAmounts).where(inArray(budgetAmounts.planId, versions)).all();
}

/** Whether an approved media plan has brought something into a client's month. */
export function hasApprovedPlanAmount(db: ReadDb, clientId: string, month: Month): boolean {
  const found = db.orm
    .select({ id: budgetAmounts.id })
    .from(budgetAmounts)
    .innerJoin(mediaPlans, eq(mediaPlans.id, budgetAmounts.planId))
    .where(
      and(
        eq(budgetAmounts.clientId, clientId),
        eq(budgetAmounts.month, month),
        eq(mediaPlans.status, 'approved'),
      ),
    )
    .get();
  return found !== undefined;
}

/** Takes a row of a media plan out. */
export function removeBudgetAmount(tx: WriteDb, id: string): void {
  tx.remove(budgetAmounts, id);
}

/** Freezes cells as agreed. Returns the agreement's id. */
export function agreeBudget(
  tx: WriteDb,
  fields: Omit<NewRow<typeof budgetAgreements>, 'moneyTotal' | 'hoursTotal'>,
  cells: readonly (BudgetAmount & { month: Month })[],
): string {
  const total = (isHours: boolean) =>
    cells
      .filter(({ kind }) => (kind === 'hours') === isHours)
      .reduce((sum, { amount }) => sum + amount, 0);
  const agreementId = tx.insert(budgetAgreements, {
    ...fields,
    moneyTotal: total(false),
    hoursTotal: total(true),
  });
  for (const { projectId, kind, month, amount } of cells) {
    tx.insert(budgetBaselines, { agreementId, projectId, kind, month, amount });
  }
  return agreementId;
}

/** Agreements of a client, the latest last. */
export function listBudgetAgreements(db: ReadDb, clientId: string): BudgetAgreementRow[] {
  return db.orm
    .select()
    .from(budgetAgreements)
    .where(eq(budgetAgreements.clientId, clientId))
    .orderBy(asc(budgetAgreements.agreedOn), asc(budgetAgreements.id))
    .all();
}

/** Cells of an agreement. */
export function listBudgetBaselines(db: ReadDb, agreementId: string): BudgetBaselineRow[] {
  return db.orm
    .select()
    .from(budgetBaselines)
    .where(eq(budgetBaselines.agreementId, agreementId))
    .all();
}

/** Locks a month with the actual it has. Returns the lock's id. */
export function lockBudgetMonth(
  tx: WriteDb,
  fields: NewRow<typeof budgetLocks>,
  actual: readonly BudgetAmount[],
): string {
  const lockId = tx.insert(budgetLocks, fields);
  for (const { projectId, kind, amount } of actual) {
    tx.insert(budgetLockedAmounts, { lockId, projectId, kind, amount });
  }
  return lockId;
}

/** Opens a month again: its adjustments go, since its own actual shows them. */
export function unlockBudgetMonth(tx: WriteDb, lockId: string): void {
  for (const { id } of listBudgetAdjustments(tx, lockId)) tx.remove(budgetAdjustments, id);
  for (const { id } of listLockedAmounts(tx, lockId)) tx.remove(budgetLockedAmounts, id);
  tx.remove(budgetLocks, lockId);
}

/** Locked months of a client. */
export function listBudgetLocks(db: ReadDb, clientId: string): BudgetLockRow[] {
  return db.orm
    .select()
    .from(budgetLocks)
    .where(eq(budgetLocks.clientId, clientId))
    .orderBy(asc(budgetLocks.month))
    .all();
}

/** The actual a month was locked with. */
export function listLockedAmounts(
  db: ReadDb,
  lockId: string,
): (typeof budgetLockedAmounts.$inferSelect)[] {
  return db.orm
    .select()
    .from(budgetLockedAmounts)
    .where(eq(budgetLockedAmounts.lockId, lockId))
    .all();
}

/** Adjustments of a locked month. */
export function listBudgetAdjustments(db: ReadDb, lockId: string): BudgetAdjustmentRow[] {
  return db.orm.select().from(budgetAdjustments).where(eq(budgetAdjustments.lockId, lockId)).all();
}

/** Records by how much a late entry changes a locked month's actual. */
export function addBudgetAdjustment(tx: WriteDb, fields: NewRow<typeof budgetAdjustments>): string {
  return tx.insert(budgetAdjustments, fields);
}

/** Says why an entry came late. Throws `row-not-found`. */
export function explainBudgetAdjustment(tx: WriteDb, id: string, reason: string): void {
  tx.update(budgetAdjustments, id, { reason });
}
