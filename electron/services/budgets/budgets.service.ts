import type { ReadDb } from '../../../db/read-db';
import {
  type BudgetCellAt,
  explainBudgetAdjustment,
  findTypedAmount,
  listBudgetLocks,
  typeBudgetAmount,
  unlockBudgetMonth,
  agreeBudget as writeAgreement,
  lockBudgetMonth as writeLock,
} from '../../../db/repositories/budgets.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import { findProject } from '../../../db/repositories/projects.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Budget, BudgetCellDto } from '../../../shared/contract/budgets.contract';
import type { Input, Output } from '../../../shared/contract/contract';
import { addMonths, monthOf } from '../../../shared/domain/dates';
import { requireClient } from '../clients.service';
import { act, readOf, type Session } from '../session';
import { actualsByMonth } from './actuals';
import { budgetMonths, readBudget } from './budget-model';

type Done = { id: string };

function assertSpan({ from, to }: { from: string; to: string }): void {
  if (to < from) throw new AppError('period-invalid', { from, to });
  const months = budgetMonths({ from, to });
  if (months.at(-1) !== to) throw new AppError('budget-span-too-long', { months: months.length });
}

/** A client's budget of some months. Throws `client-not-found`, `period-invalid`, `budget-span-too-long`. */
export function showBudget(session: Session, input: Input<'budgets/show'>): Output<'budgets/show'> {
  assertSpan(input);
  return readBudget(readOf(session), input.clientId, input, session.clock.today());
}

function assertOpen(read: ReadDb, clientId: string, ...months: readonly string[]): void {
  const lock = listBudgetLocks(read, clientId).find(({ month }) => months.includes(month));
  if (lock !== undefined) throw new AppError('budget-month-locked', { month: lock.month });
}

/** Throws `client-not-found`, `project-of-other-client`, `budget-kind-of-project`, `budget-month-locked`. */
function assertCell(read: ReadDb, at: Omit<BudgetCellAt, 'month'>, ...months: string[]): string {
  const client = requireClient(read, at.clientId);
  if (at.projectId !== null) {
    const project = findProject(read, at.projectId);
    if (project === undefined) throw new AppError('row-not-found');
    if (project.clientId !== at.clientId) {
      throw new AppError('project-of-other-client', { name: project.name });
    }
    if (at.kind === 'media' || at.kind === 'commission') {
      throw new AppError('budget-kind-of-project', { name: project.name });
    }
  }
  assertOpen(read, at.clientId, ...months);
  return client.name;
}

/** The cell as the budget shows it. */
function cellOf(session: Session, at: BudgetCellAt): BudgetCellDto {
  const { clientId, projectId, kind, month } = at;
  const budget = readBudget(
    readOf(session),
    clientId,
    { from: month, to: month },
    session.clock.today(),
  );
  const cell = budget.sections
    .find((section) => section.projectId === projectId)
    ?.rows.find((row) => row.kind === kind)?.cells[0];
  return cell ?? emptyCell(month);
}

function emptyCell(month: string): BudgetCellDto {
  return {
    month,
    baseline: null,
    planned: 0,
    forecast: 0,
    actual: 0,
    remaining: 0,
    warning: 'none',
    typed: 0,
    fromPlans: 0,
    typedForecast: null,
    adjusted: 0,
  };
}

/** Types the plan of a cell. Throws `budget-below-plans` where approved media plans come to more. */
export function planAmount(session: Session, input: Input<'budgets/plan-amount'>): Done {
  const { planned, ...at } = input;
  const client = assertCell(readOf(session), at, at.month);
  const { fromPlans } = cellOf(session, at);
  if (planned < fromPlans) throw new AppError('budget-below-plans', { month: at.month });
  act(session, 'plan-budget', { client, month: at.month }, (tx) =>
    typeBudgetAmount(tx, at, { planned: planned - fromPlans }),
  );
  return { id: at.clientId };
}

/** Types what a cell is expected to come to; null takes it back. */
export function forecastAmount(session: Session, input: Input<'budgets/forecast-amount'>): Done {
  const { forecast, ...at } = input;
  const client = assertCell(readOf(session), at, at.month);
  act(session, 'forecast-budget', { client, month: at.month }, (tx) =>
    typeBudgetAmount(tx, at, { forecast }),
  );
  return { id: at.clientId };
}

function writeMove(
  session: Session,
  key: 'move-budget' | 'carry-budget-over',
  input: Input<'budgets/move'>,
): void {
  const { fromMonth, toMonth, amount, ...cell } = input;
  const read = readOf(session);
  const client = assertCell(read, cell, fromMonth, toMonth);
  if (fromMonth === toMonth) throw new AppError('budget-move-same-month');
  const from = { ...cell, month: fromMonth };
  const to = { ...cell, month: toMonth };
  const typed = findTypedAmount(read, from)?.planned ?? 0;
  if (amount > typed) throw new AppError('budget-move-too-much', { month: fromMonth });
  act(session, key, { client, from: fromMonth, to: toMonth }, (tx) => {
    typeBudgetAmount(tx, from, { planned: typed - amount });
    typeBudgetAmount(tx, to, { planned: (findTypedAmount(tx, to)?.planned ?? 0) + amount });
  });
}

/** Moves a part of a month's plan to another month. Throws `budget-move-too-much`, `budget-month-locked`. */
export function moveAmount(session: Session, input: Input<'budgets/move'>): Done {
  writeMove(session, 'move-budget', input);
  return { id: input.clientId };
}

/** Moves what a month left unused to the next one. Throws `budget-nothing-left`. */
export function carryOver(
  session: Session,
  input: Input<'budgets/carry-over'>,
): Output<'budgets/carry-over'> {
  const { month, ...cell } = input;
  const { remaining, typed } = cellOf(session, input);
  const amount = Math.min(remaining, typed);
  if (amount <= 0) throw new AppError('budget-nothing-left', { month });
  writeMove(session, 'carry-budget-over', {
    ...cell,
    fromMonth: month,
    toMonth: addMonths(month, 1),
    amount,
  });
  return { amount };
}

/** Cells of a budget that hold anything. */
function plannedCells(budget: Budget) {
  return budget.sections.flatMap(({ projectId, rows }) =>
    rows.flatMap(({ kind, cells }) =>
      cells
        .filter(({ planned }) => planned !== 0)
        .map(({ month, planned }) => ({ projectId, kind, month, amount: planned })),
    ),
  );
}

/** Freezes the plan of some months as agreed with the client. Throws `budget-empty`. */
export function agreeBudget(session: Session, input: Input<'budgets/agree'>): Done {
  assertSpan(input);
  const { from, to, ...fields } = input;
  const client = requireClient(readOf(session), input.clientId);
  if (input.agreedOn > session.clock.today()) {
    throw new AppError('budget-agreed-later', { on: input.agreedOn });
  }
  const cells = plannedCells(showBudget(session, { clientId: input.clientId, from, to }));
  if (cells.length === 0) throw new AppError('budget-empty');
  return act(session, 'agree-budget', { client: client.name }, (tx) => ({
    id: writeAgreement(tx, { ...fields, fromMonth: from, toMonth: to }, cells),
  }));
}

/** Locks a month that is over with the actual it has. Throws `budget-month-not-over`, `budget-month-locked`. */
export function lockMonth(session: Session, input: Input<'budgets/lock-month'>): Done {
  const { clientId, month, note } = input;
  const read = readOf(session);
  const client = requireClient(read, clientId);
  const today = session.clock.today();
  if (month >= monthOf(today)) throw new AppError('budget-month-not-over', { month });
  assertOpen(read, clientId, month);
  const lockedBy = findPerson(read, session.actor)?.name ?? '';
  const actual = actualsByMonth(read, clientId, month, month).get(month) ?? [];
  return act(session, 'lock-budget-month', { client: client.name, month }, (tx) => ({
    id: writeLock(tx, { clientId, month, note, lockedOn: today, lockedBy }, actual),
  }));
}

/** Opens a locked month again: it shows its own actual, and its adjustments are gone. */
export function unlockMonth(
  session: Session,
  { clientId, month }: Input<'budgets/unlock-month'>,
): Done {
  const read = readOf(session);
  const client = requireClient(read, clientId);
  const lock = listBudgetLocks(read, clientId).find((each) => each.month === month);
  if (lock === undefined) throw new AppError('row-not-found');
  act(session, 'unlock-budget-month', { client: client.name, month }, (tx) =>
    unlockBudgetMonth(tx, lock.id),
  );
  return { id: lock.id };
}

/** Says why an entry came after its month was locked. */
export function explainAdjustment(
  session: Session,
  { id, reason }: Input<'budgets/explain-adjustment'>,
): Done {
  act(session, 'explain-adjustment', {}, (tx) => explainBudgetAdjustment(tx, id, reason));
  return { id };
}
