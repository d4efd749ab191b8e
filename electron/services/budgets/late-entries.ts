import { readLocksToCheck } from '../../../db/queries/budgets.query';
import {
  addBudgetAdjustment,
  listBudgetAdjustments,
  listBudgetLocks,
  listLockedAmounts,
} from '../../../db/repositories/budgets.repo';
import type { Workspace } from '../../../db/workspace';
import type { WriteDb } from '../../../db/write-db';
import { lateAmounts } from '../../../shared/domain/budget';
import { addMonths, type Month, monthOf } from '../../../shared/domain/dates';
import type { Clock } from '../clock';
import { actualsByMonth } from './actuals';

/** The first month from a month on that is not locked. */
function openMonth(tx: WriteDb, clientId: string, from: Month): Month {
  const locked = new Set(listBudgetLocks(tx, clientId).map(({ month }) => month));
  let month = from;
  while (locked.has(month)) month = addMonths(month, 1);
  return month;
}

/**
 * Books what a change does to the actual of locked months as adjustments of the month under way, within the
 * change itself: one undo takes back both. Must run before the marks of stale months are cleared.
 */
export function bookLateEntries(tx: WriteDb, today: string): void {
  for (const lock of readLocksToCheck(tx, tx.touched.has('media_plan_facts'))) {
    const { id: lockId, clientId, month } = lock;
    const actual = actualsByMonth(tx, clientId, month, month).get(month) ?? [];
    const late = lateAmounts(
      listLockedAmounts(tx, lockId),
      listBudgetAdjustments(tx, lockId),
      actual,
    );
    const countedIn = late.length === 0 ? month : openMonth(tx, clientId, monthOf(today));
    for (const { projectId, kind, amount } of late) {
      addBudgetAdjustment(tx, { lockId, projectId, kind, amount, recordedOn: today, countedIn });
    }
  }
}

/** Keeps locked months as they were for as long as the workspace is open. Call before keepFiguresFresh. */
export function keepLockedMonths(workspace: Workspace, clock: Clock): () => void {
  return workspace.beforeCommit((tx) => bookLateEntries(tx, clock.today()));
}
