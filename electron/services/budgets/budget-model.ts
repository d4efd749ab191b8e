import { readApprovedPlans, readBudgetAdjustments } from '../../../db/queries/budgets.query';
import type { ReadDb } from '../../../db/read-db';
import {
  type BudgetAmountRow,
  listBudgetAgreements,
  listBudgetAmounts,
  listBudgetBaselines,
  listBudgetLocks,
  listLockedAmounts,
} from '../../../db/repositories/budgets.repo';
import { listProjects, type ProjectRow } from '../../../db/repositories/projects.repo';
import type {
  Budget,
  BudgetCellDto,
  BudgetRow,
  BudgetSection,
} from '../../../shared/contract/budgets.contract';
import {
  BUDGET_KINDS,
  type BudgetKind,
  budgetCell,
  budgetTotal,
  cellKey,
  sumOfKnown,
} from '../../../shared/domain/budget';
import {
  addMonths,
  type Month,
  monthOf,
  monthPeriod,
  monthsOf,
} from '../../../shared/domain/dates';
import { requireClient } from '../clients.service';
import { actualsByMonth } from './actuals';

/** Years of months that one budget can show. */
const MAX_MONTHS = 36;

type Span = { from: Month; to: Month };

/** Amounts by month and cell. */
class Ledger {
  readonly #amounts = new Map<string, number>();

  static key(month: Month, projectId: string | null, kind: BudgetKind): string {
    return `${month} ${cellKey({ projectId, kind })}`;
  }

  add(month: Month, projectId: string | null, kind: BudgetKind, amount: number): void {
    const key = Ledger.key(month, projectId, kind);
    this.#amounts.set(key, (this.#amounts.get(key) ?? 0) + amount);
  }

  get(month: Month, projectId: string | null, kind: BudgetKind): number | null {
    return this.#amounts.get(Ledger.key(month, projectId, kind)) ?? null;
  }
}

/** Months of a span; at most three years of them. */
export function budgetMonths({ from, to }: Span): Month[] {
  const last = [to, addMonths(from, MAX_MONTHS - 1)].sort()[0] ?? to;
  return monthsOf({ from: `${from}-01`, to: monthPeriod(last).to });
}

type Ground = {
  months: readonly Month[];
  thisMonth: Month;
  typed: ReadonlyMap<string, BudgetAmountRow>;
  fromPlans: Ledger;
  baseline: Ledger;
  actual: Ledger;
  adjusted: Ledger;
  /** Months of the newest agreement that holds for each. */
  agreed: ReadonlySet<Month>;
  /** Projects with anything in the span; null among them is kept always. */
  projectIds: ReadonlySet<string | null>;
};

/** The actual that counts in each month: of a locked one what it was locked with, and late entries where they count. */
function actualLedgers(
  read: ReadDb,
  clientId: string,
  months: readonly Month[],
  thisMonth: Month,
): Pick<Ground, 'actual' | 'adjusted'> & { used: Set<string | null> } {
  const actual = new Ledger();
  const adjusted = new Ledger();
  const used = new Set<string | null>();
  // A retainer's fee of a month to come stands in the contract: it is no actual yet.
  const begun = months.filter((month) => month <= thisMonth);
  const first = begun[0];
  const last = begun.at(-1);
  if (first === undefined || last === undefined) return { actual, adjusted, used };
  const locks = new Map(listBudgetLocks(read, clientId).map((lock) => [lock.month, lock.id]));
  for (const [month, live] of actualsByMonth(read, clientId, first, last)) {
    const lockId = locks.get(month);
    const rows = lockId === undefined ? live : listLockedAmounts(read, lockId);
    for (const { projectId, kind, amount } of rows) {
      actual.add(month, projectId, kind, amount);
      used.add(projectId);
    }
  }
  for (const { countedIn, projectId, kind, amount } of readBudgetAdjustments(read, clientId)) {
    actual.add(countedIn, projectId, kind, amount);
    adjusted.add(countedIn, projectId, kind, amount);
    used.add(projectId);
  }
  return { actual, adjusted, used };
}

function groundOf(read: ReadDb, clientId: string, span: Span, today: string): Ground {
  const months = budgetMonths(span);
  const { actual, adjusted, used } = actualLedgers(read, clientId, months, monthOf(today));
  const typed = new Map<string, BudgetAmountRow>();
  const fromPlans = new Ledger();
  for (const row of listBudgetAmounts(read, clientId, span.from, span.to)) {
    if (row.planId === null) typed.set(Ledger.key(row.month, row.projectId, row.kind), row);
    else fromPlans.add(row.month, row.projectId, row.kind, row.planned);
    used.add(row.projectId);
  }
  const baseline = new Ledger();
  const agreed = new Set<Month>();
  for (const agreement of listBudgetAgreements(read, clientId).reverse()) {
    const own = months.filter(
      (month) => month >= agreement.fromMonth && month <= agreement.toMonth && !agreed.has(month),
    );
    const isOwn = new Set(own);
    for (const row of listBudgetBaselines(read, agreement.id)) {
      if (!isOwn.has(row.month)) continue;
      baseline.add(row.month, row.projectId, row.kind, row.amount);
      used.add(row.projectId);
    }
    for (const month of own) agreed.add(month);
  }
  return {
    months,
    thisMonth: monthOf(today),
    typed,
    fromPlans,
    baseline,
    actual,
    adjusted,
    agreed,
    projectIds: used,
  };
}

function cellOf(
  ground: Ground,
  month: Month,
  projectId: string | null,
  kind: BudgetKind,
): BudgetCellDto {
  const row = ground.typed.get(Ledger.key(month, projectId, kind));
  const fromPlans = ground.fromPlans.get(month, projectId, kind) ?? 0;
  const typed = row?.planned ?? 0;
  const isAgreed = ground.agreed.has(month);
  const cell = budgetCell(
    kind,
    {
      month,
      baseline: isAgreed ? (ground.baseline.get(month, projectId, kind) ?? 0) : null,
      planned: typed + fromPlans,
      forecast: row?.forecast ?? null,
      actual: ground.actual.get(month, projectId, kind) ?? 0,
    },
    ground.thisMonth,
  );
  return {
    ...cell,
    typed,
    fromPlans,
    typedForecast: row?.forecast ?? null,
    adjusted: ground.adjusted.get(month, projectId, kind) ?? 0,
  };
}

function rowOf(kind: BudgetKind, cells: BudgetCellDto[], thisMonth: Month): BudgetRow {
  return { kind, cells, total: budgetTotal(kind, cells, thisMonth) };
}

/** Cells of several rows of one kind together; the forecast is the sum of theirs. */
function addCells(
  kind: BudgetKind,
  cells: readonly BudgetCellDto[],
  ground: Ground,
): BudgetCellDto[] {
  return ground.months.map((month) => {
    const own = cells.filter((cell) => cell.month === month);
    const sum = (pick: (cell: BudgetCellDto) => number) =>
      own.reduce((total, cell) => total + pick(cell), 0);
    const whole = budgetCell(
      kind,
      {
        month,
        baseline: sumOfKnown(own.map(({ baseline }) => baseline)),
        planned: sum(({ planned }) => planned),
        forecast: null,
        actual: sum(({ actual }) => actual),
      },
      ground.thisMonth,
    );
    return {
      ...whole,
      forecast: sum(({ forecast }) => forecast),
      typed: sum(({ typed }) => typed),
      fromPlans: sum(({ fromPlans }) => fromPlans),
      typedForecast: null,
      adjusted: sum(({ adjusted }) => adjusted),
    };
  });
}

/** Kinds that a section can hold: media and commission belong to no project. */
function kindsOf(project: ProjectRow | null): readonly BudgetKind[] {
  return project === null ? BUDGET_KINDS : ['fees', 'production', 'hours'];
}

function touches(project: ProjectRow, months: readonly Month[]): boolean {
  const first = months[0] ?? '';
  const last = months.at(-1) ?? '';
  return (
    project.status === 'active' &&
    monthOf(project.startsOn) <= last &&
    (project.endsOn === null || monthOf(project.endsOn) >= first)
  );
}

/** A client's budget of some months, with everything that follows from it. Throws `client-not-found`. */
export function readBudget(read: ReadDb, clientId: string, span: Span, today: string): Budget {
  const client = requireClient(read, clientId);
  const ground = groundOf(read, clientId, span, today);
  const { months, thisMonth } = ground;
  const projects = listProjects(read, clientId);
  const names = new Map(projects.map((project) => [project.id, project.name]));
  const sectionOf = (project: ProjectRow | null): BudgetSection => ({
    projectId: project?.id ?? null,
    name: project?.name ?? '',
    projectKind: project?.kind ?? null,
    rows: kindsOf(project).map((kind) => {
      const cells = months.map((month) => cellOf(ground, month, project?.id ?? null, kind));
      return rowOf(kind, cells, thisMonth);
    }),
  });
  const sections = [
    ...projects.filter((project) => ground.projectIds.has(project.id) || touches(project, months)),
    null,
  ].map(sectionOf);
  const all = sections.flatMap((section) => section.rows);
  const rows = BUDGET_KINDS.map((kind) => {
    const cells = all.filter((row) => row.kind === kind).flatMap((row) => row.cells);
    return rowOf(kind, addCells(kind, cells, ground), thisMonth);
  });
  const moneyCells = addCells(
    'media',
    rows.filter(({ kind }) => kind !== 'hours').flatMap((row) => row.cells),
    ground,
  );
  const locks = new Map(listBudgetLocks(read, clientId).map((lock) => [lock.month, lock]));
  const booked = new Set(
    listBudgetAmounts(read, clientId, span.from, span.to).flatMap(({ planId }) => planId ?? []),
  );
  const first = months[0] ?? thisMonth;
  const last = months.at(-1) ?? thisMonth;
  return {
    clientId,
    currency: client.currency,
    thisMonth,
    months: months.map((month) => {
      const lock = locks.get(month);
      return {
        month,
        lock:
          lock === undefined
            ? null
            : { id: lock.id, lockedOn: lock.lockedOn, lockedBy: lock.lockedBy, note: lock.note },
      };
    }),
    rows,
    money: { cells: moneyCells, total: budgetTotal('media', moneyCells, thisMonth) },
    sections,
    agreements: listBudgetAgreements(read, clientId).map(
      ({ clientId: _client, revision: _revision, ...agreement }) => agreement,
    ),
    adjustments: readBudgetAdjustments(read, clientId).map(
      ({ labelKey, labelParams, projectId, ...adjustment }) => ({
        ...adjustment,
        projectName: projectId === null ? null : (names.get(projectId) ?? ''),
        action:
          labelKey === null
            ? null
            : { key: labelKey, params: JSON.parse(labelParams ?? '{}') as Record<string, string> },
      }),
    ),
    plans: readApprovedPlans(read, clientId, monthPeriod(first).from, monthPeriod(last).to).map(
      ({ fromOn: _from, toOn: _to, ...plan }) => ({ ...plan, isBooked: booked.has(plan.id) }),
    ),
  };
}
