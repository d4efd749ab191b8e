import { readReconciliationClients } from '../../../db/queries/reconciliation.query';
import {
  addBudgetAdjustment,
  agreeBudget,
  lockBudgetMonth,
  typeBudgetAmount,
} from '../../../db/repositories/budgets.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import type { WriteDb } from '../../../db/write-db';
import { type BudgetAmount, cellKey } from '../../../shared/domain/budget';
import { addDays, addMonths, type Month } from '../../../shared/domain/dates';
import { actualsByMonth } from '../budgets/actuals';
import { bookApprovedPlan } from '../budgets/approved-plan';
import { backToWorkday } from './sample-calendar';

const HOUR_S = 3600;
const MONTHS_BACK = 8;

interface BudgetSpec {
  readonly client: string;
  /** What was planned against what came: below 1 the plan was too small. */
  readonly media: number;
  readonly production: number;
  readonly hours: number;
  /** Months after the one under way that are planned. */
  readonly ahead: number;
  readonly agreedBy: string;
}

/** One within its budget, one close to the end of it, one beyond it in hours. */
const BUDGETS: readonly BudgetSpec[] = [
  {
    client: 'Горный квартал',
    media: 1.04,
    production: 1.12,
    hours: 1.06,
    ahead: 1,
    agreedBy: 'Олег Брагин',
  },
  {
    client: 'Камский Маркет',
    media: 0.9,
    production: 1.05,
    hours: 1.02,
    ahead: 1,
    agreedBy: 'А. Ширинкина',
  },
  { client: 'Дом Орех', media: 1.05, production: 1.1, hours: 0.8, ahead: 0, agreedBy: 'П. Орехов' },
];

/** The client whose last but one month is locked, with an entry that came too late. */
const LOCKED = 'Горный квартал';
const LATE_S = 3 * HOUR_S;

/** Budgets of a few clients, agreed and then changed; and what the approved media plans bring. */
export function addBudgets(tx: WriteDb, today: string): void {
  const clients = readReconciliationClients(tx);
  for (const spec of BUDGETS) {
    const client = clients.find(({ name }) => name === spec.client);
    if (client !== undefined) addBudget(tx, client.id, spec, today);
  }
  const approved = tx.all<{ id: string }>(
    "SELECT id FROM media_plans WHERE status = 'approved' ORDER BY number, version",
  );
  for (const { id } of approved) bookApprovedPlan(tx, id, today);
  const locked = clients.find(({ name }) => name === LOCKED);
  if (locked !== undefined) lockWithLateEntry(tx, locked.id, today);
}

/** A plan as round as people make it. */
function rounded({ kind, amount }: BudgetAmount, factor: number): number {
  const step = kind === 'hours' ? HOUR_S : 1_000_000;
  return Math.round((amount * factor) / step) * step;
}

function plannedOf(amount: BudgetAmount, spec: BudgetSpec): number {
  switch (amount.kind) {
    // The contract says what they are.
    case 'fees':
      return amount.amount;
    case 'media':
    case 'commission':
      return rounded(amount, spec.media);
    default:
      return rounded(amount, spec[amount.kind]);
  }
}

function addBudget(tx: WriteDb, clientId: string, spec: BudgetSpec, today: string): void {
  const thisMonth = today.slice(0, 7);
  const first = addMonths(thisMonth, -MONTHS_BACK);
  const last = addMonths(thisMonth, -1);
  const actuals = actualsByMonth(tx, clientId, first, last);
  const cells: (BudgetAmount & { month: Month })[] = [];
  for (const [month, amounts] of actuals) {
    for (const amount of amounts) {
      cells.push({ ...amount, month, amount: plannedOf(amount, spec) });
    }
  }
  // What runs on is planned as in the last closed month.
  const going = (actuals.get(last) ?? []).filter(({ amount }) => amount > 0);
  for (let i = 0; i <= spec.ahead; i += 1) {
    const month = addMonths(thisMonth, i);
    for (const amount of going) cells.push({ ...amount, month, amount: plannedOf(amount, spec) });
  }
  for (const { projectId, kind, month, amount } of cells) {
    typeBudgetAmount(tx, { clientId, projectId, kind, month }, { planned: amount });
  }
  agreeBudget(
    tx,
    {
      clientId,
      fromMonth: first,
      toMonth: addMonths(thisMonth, spec.ahead),
      agreedOn: backToWorkday(`${first}-12`),
      agreedBy: spec.agreedBy,
      note: 'Письмо «Бюджет согласован»',
    },
    cells,
  );
  changeAfterwards(tx, clientId, cells, thisMonth);
}

/** Hours of the month before the last were moved on after the budget was agreed. */
function changeAfterwards(
  tx: WriteDb,
  clientId: string,
  cells: readonly (BudgetAmount & { month: Month })[],
  thisMonth: Month,
): void {
  const from = addMonths(thisMonth, -1);
  const moved = 6 * HOUR_S;
  const hours = cells.filter(({ kind, amount }) => kind === 'hours' && amount > 2 * moved);
  const source = hours.find(({ month }) => month === from);
  if (source === undefined) return;
  const target = hours.find(
    (cell) => cell.month === thisMonth && cellKey(cell) === cellKey(source),
  );
  if (target === undefined) return;
  const at = { clientId, projectId: source.projectId, kind: source.kind };
  typeBudgetAmount(tx, { ...at, month: from }, { planned: source.amount - moved });
  typeBudgetAmount(tx, { ...at, month: thisMonth }, { planned: target.amount + moved });
}

function lockWithLateEntry(tx: WriteDb, clientId: string, today: string): void {
  const thisMonth = today.slice(0, 7);
  const month = addMonths(thisMonth, -2);
  const actual = actualsByMonth(tx, clientId, month, month).get(month) ?? [];
  const late = actual.find(
    ({ kind, projectId, amount }) => kind === 'hours' && projectId !== null && amount > LATE_S,
  );
  const manager = findClient(tx, clientId)?.managerId ?? null;
  const lockedBy = manager === null ? '' : (findPerson(tx, manager)?.name ?? '');
  const lockId = lockBudgetMonth(
    tx,
    {
      clientId,
      month,
      lockedOn: backToWorkday(`${addMonths(month, 1)}-09`),
      lockedBy,
      note: 'Отчёт за месяц отправлен клиенту',
    },
    actual.map((row) => (row === late ? { ...row, amount: row.amount - LATE_S } : row)),
  );
  if (late === undefined) return;
  const wanted = backToWorkday(addDays(today, -6));
  addBudgetAdjustment(tx, {
    lockId,
    projectId: late.projectId,
    kind: 'hours',
    amount: LATE_S,
    recordedOn: wanted,
    countedIn: thisMonth,
    recordedBy: lockedBy,
    reason: 'Часы дизайнера внесены после закрытия месяца',
  });
}
