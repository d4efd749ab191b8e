import { readBudgetAdjustments, readPlanNames } from '../../../db/queries/budgets.query';
import type { ReadDb } from '../../../db/read-db';
import {
  listBudgetAmounts,
  listBudgetLocks,
  listLockedAmounts,
} from '../../../db/repositories/budgets.repo';
import { listProjects } from '../../../db/repositories/projects.repo';
import type { BudgetCellRow } from '../../../shared/contract/budgets.contract';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Phrase } from '../../../shared/contract/primitives';
import type { BudgetKind } from '../../../shared/domain/budget';
import { monthOf } from '../../../shared/domain/dates';
import { requireClient } from '../clients.service';
import { rowsOfLines, type SignedLine } from '../explain/line-rows';
import { readOf, type Session } from '../session';
import { type ActualEntry, actualEntriesByMonth } from './actuals';

type Asked = Input<'budgets/show-cell'>;
type Owned = { projectId: string | null; kind: BudgetKind };

const say = (key: string, params: Phrase['params'] = {}): Phrase => ({
  key: `budgets:rows.${key}`,
  params,
});

/** What a cell of a budget is made of: the rows of its plan, and those of its actual. */
export function showBudgetCell(session: Session, asked: Asked): Output<'budgets/show-cell'> {
  const read = readOf(session);
  const { clientId, month } = asked;
  const { currency } = requireClient(read, clientId);
  const isOf = ({ projectId, kind }: Owned): boolean =>
    (asked.kind === 'money' ? kind !== 'hours' : kind === asked.kind) &&
    (asked.isWhole || projectId === asked.projectId);
  // A month to come has no actual yet: see the budget itself.
  const hasBegun = month <= monthOf(session.clock.today());
  return {
    planned: plannedRows(read, asked, isOf),
    actual: hasBegun ? actualRows(read, asked, isOf, currency) : [],
  };
}

function plannedRows(
  read: ReadDb,
  { clientId, month }: Asked,
  isOf: (owned: Owned) => boolean,
): BudgetCellRow[] {
  const names = new Map(listProjects(read, clientId).map(({ id, name }) => [id, name]));
  const plans = new Map(readPlanNames(read, clientId).map((plan) => [plan.id, plan]));
  return listBudgetAmounts(read, clientId, month, month)
    .filter((row) => isOf(row) && row.planned !== 0)
    .map((row): BudgetCellRow => {
      const { kind, planId, projectId } = row;
      const plan = planId === null ? undefined : plans.get(planId);
      if (plan !== undefined) {
        const { id, number, name, version } = plan;
        const link = `/media-plans/${id}`;
        return { kind, label: say('plan', { number, name, version }), link, amount: row.planned };
      }
      const project = projectId === null ? undefined : names.get(projectId);
      const label = project === undefined ? say('typed') : say('typedOf', { project });
      return { kind, label, link: null, amount: row.planned };
    });
}

function actualRows(
  read: ReadDb,
  { clientId, month }: Asked,
  isOf: (owned: Owned) => boolean,
  currency: string,
): BudgetCellRow[] {
  const late = readBudgetAdjustments(read, clientId)
    .filter((row) => row.countedIn === month && isOf(row))
    .map(
      ({ kind, amount, recordedOn, month: of }): BudgetCellRow => ({
        kind,
        label: say('late', { on: recordedOn, month: of }),
        link: null,
        amount,
      }),
    );
  const lock = listBudgetLocks(read, clientId).find((row) => row.month === month);
  if (lock !== undefined) {
    const locked = listLockedAmounts(read, lock.id).filter(isOf);
    const label = say('locked', { on: lock.lockedOn });
    const rows = locked.map(
      ({ kind, amount }): BudgetCellRow => ({ kind, label, link: null, amount }),
    );
    return [...rows, ...late];
  }
  const entries = (actualEntriesByMonth(read, clientId, month, month).get(month) ?? []).filter(
    (entry) => isOf(entry) && entry.amount !== 0,
  );
  return [...rowsOfEntries(entries, clientId, currency), ...late];
}

function rowsOfEntries(
  entries: readonly ActualEntry[],
  clientId: string,
  currency: string,
): BudgetCellRow[] {
  const lines = new Map<BudgetKind, SignedLine[]>();
  const others: BudgetCellRow[] = [];
  for (const { kind, amount, source } of entries) {
    if (source.kind === 'line') {
      lines.set(kind, [...(lines.get(kind) ?? []), { line: source.line, sign: 1 }]);
    } else if (source.kind === 'time') {
      const { kind: timeKind, personLabel: person } = source.time;
      const label = { key: `explain:row.hours-${timeKind}`, params: { person } };
      others.push({ kind, label, link: `/clients/${clientId}/hours`, amount });
    } else {
      const { planId, number, name } = source.spend;
      const label = say('spend', { number, name });
      others.push({ kind, label, link: `/media-plans/${planId}`, amount });
    }
  }
  return [
    ...[...lines].flatMap(([kind, own]) =>
      rowsOfLines(own, clientId, currency).map(
        ({ label, link, value }): BudgetCellRow => ({ kind, label, link, amount: value ?? 0 }),
      ),
    ),
    ...others,
  ];
}
