import { beforeEach, describe, expect, it } from 'vitest';
import {
  agreeBudget,
  carryOver,
  explainAdjustment,
  forecastAmount,
  lockMonth,
  moveAmount,
  planAmount,
  showBudget,
  unlockMonth,
} from '../../electron/services/budgets/budgets.service';
import { showClientProfitability } from '../../electron/services/client-profitability.service';
import { recordProductionCost } from '../../electron/services/costs.service';
import { logHours } from '../../electron/services/hours.service';
import { recordMedia } from '../../electron/services/media.service';
import { addProject } from '../../electron/services/projects.service';
import { readOf, type Session } from '../../electron/services/session';
import { contract } from '../../shared/contract/contract';
import type { BudgetKind } from '../../shared/domain/budget';
import { newSession } from '../helpers/db-session';

const HOUR = 3600;
let session: Session;
let retainer: string;

const show = (from = '2026-09', to = '2026-12') =>
  contract['budgets/show'].output.parse(showBudget(session, { clientId: 'ural', from, to }));
const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const cell = (projectId: string | null, kind: BudgetKind, month: string) => {
  const found = show()
    .sections.find((section) => section.projectId === projectId)
    ?.rows.find((row) => row.kind === kind)
    ?.cells.find((each) => each.month === month);
  if (found === undefined) throw new Error(`no cell ${kind} ${month}`);
  return found;
};
const total = (kind: BudgetKind, month: string) =>
  show()
    .rows.find((row) => row.kind === kind)
    ?.cells.find((each) => each.month === month);
const plan = (kind: BudgetKind, month: string, planned: number, projectId: string | null = null) =>
  planAmount(session, { clientId: 'ural', projectId, kind, month, planned });
const work = (workedOn: string, hours: number, projectId: string | null = retainer) =>
  logHours(session, {
    clientId: 'ural',
    projectId,
    personId: 'anna',
    workedOn,
    kind: projectId === null ? 'rework' : 'retainer',
    durationSeconds: hours * HOUR,
    note: '',
  });

beforeEach(() => {
  session = newSession();
  retainer = addProject(session, {
    clientId: 'ural',
    kind: 'retainer',
    name: 'Ведение рекламы',
    startsOn: '2026-01-01',
    endsOn: null,
    feeMinor: null,
    terms: {
      validFrom: '2026-01-01',
      validTo: null,
      listFeeMinor: 30_000_000,
      discountPpm: 50_000,
      includedSeconds: 100 * HOUR,
      rollover: 'none',
      rolloverSeconds: 0,
    },
  }).id;
  recordMedia(session, {
    clientId: 'ural',
    channel: 'Директ',
    fromOn: '2026-10-01',
    toOn: '2026-10-31',
    planMinor: null,
    actualMinor: 50_000_033,
    rebatePpm: 0,
    impressions: null,
    clicks: null,
    leads: null,
    orders: null,
    revenueMinor: null,
  });
  recordProductionCost(session, {
    clientId: 'ural',
    projectId: retainer,
    incurredOn: '2026-10-12',
    title: 'Съёмка',
    vendor: 'Студия',
    costMinor: 1_200_000,
    markupPpm: 150_000,
  });
  work('2026-10-05', 8);
  work('2026-10-06', 2, null);
});

describe('actual', () => {
  it('is what the profit and loss is made of, by project', () => {
    const profit = showClientProfitability(readOf(session), 'ural', {
      from: '2026-10-01',
      to: '2026-10-31',
    });
    expect(cell(retainer, 'fees', '2026-10').actual).toBe(28_500_000);
    expect(cell(retainer, 'production', '2026-10').actual).toBe(1_200_000);
    expect(cell(null, 'production', '2026-10').actual).toBe(0);
    expect(total('hours', '2026-10')?.actual).toBe(profit.clientSeconds);
    expect(
      (total('media', '2026-10')?.actual ?? 0) + (total('production', '2026-10')?.actual ?? 0),
    ).toBe(profit.total.passThrough.value);
  });

  it('begins with the month under way: a fee to come is no actual', () => {
    expect(cell(retainer, 'fees', '2026-11').actual).toBe(28_500_000);
    expect(cell(retainer, 'fees', '2026-12').actual).toBe(0);
  });

  it('adds up: sections to rows, rows to the money of the month', () => {
    plan('media', '2026-10', 40_000_000);
    plan('fees', '2026-11', 28_500_000, retainer);
    const budget = show();
    budget.months.forEach(({ month }, index) => {
      const money = budget.rows.filter(({ kind }) => kind !== 'hours');
      for (const field of ['planned', 'actual', 'forecast', 'remaining'] as const) {
        expect(budget.money.cells[index]?.[field], `${month} ${field}`).toBe(
          money.reduce((sum, row) => sum + (row.cells[index]?.[field] ?? 0), 0),
        );
      }
    });
  });
});

describe('a plan', () => {
  it('is typed, warned of and taken back', () => {
    plan('media', '2026-10', 40_000_000);
    expect(cell(null, 'media', '2026-10')).toMatchObject({
      planned: 40_000_000,
      remaining: -10_000_033,
      warning: 'over',
    });
    undo();
    expect(cell(null, 'media', '2026-10').planned).toBe(0);
  });

  it('forecasts by hand until that is taken back', () => {
    plan('media', '2026-12', 100);
    const at = { clientId: 'ural', projectId: null, kind: 'media', month: '2026-12' } as const;
    forecastAmount(session, { ...at, forecast: 250 });
    expect(cell(null, 'media', '2026-12').forecast).toBe(250);
    forecastAmount(session, { ...at, forecast: null });
    expect(cell(null, 'media', '2026-12').forecast).toBe(100);
  });

  it('moves hours between months and carries over what is left, the whole staying the same', () => {
    plan('hours', '2026-10', 20 * HOUR, retainer);
    plan('hours', '2026-12', 10 * HOUR, retainer);
    const at = { clientId: 'ural', projectId: retainer, kind: 'hours' } as const;
    moveAmount(session, { ...at, fromMonth: '2026-10', toMonth: '2026-12', amount: 4 * HOUR });
    expect(cell(retainer, 'hours', '2026-10').planned).toBe(16 * HOUR);
    expect(cell(retainer, 'hours', '2026-12').planned).toBe(14 * HOUR);
    expect(carryOver(session, { ...at, month: '2026-10' })).toEqual({ amount: 8 * HOUR });
    expect(cell(retainer, 'hours', '2026-10').remaining).toBe(0);
    expect(cell(retainer, 'hours', '2026-11').planned).toBe(8 * HOUR);
    expect(show().rows.find((row) => row.kind === 'hours')?.total.planned).toBe(30 * HOUR);
    undo();
    expect(cell(retainer, 'hours', '2026-11').planned).toBe(0);
    expect(() =>
      moveAmount(session, { ...at, fromMonth: '2026-10', toMonth: '2026-11', amount: 99 * HOUR }),
    ).toThrow('budget-move-too-much');
    expect(() => carryOver(session, { ...at, month: '2026-09' })).toThrow('budget-nothing-left');
  });

  it('keeps media out of projects', () => {
    expect(() => plan('media', '2026-10', 1, retainer)).toThrow('budget-kind-of-project');
  });
});

describe('an agreement', () => {
  it('freezes the baseline while the plan goes on', () => {
    plan('media', '2026-10', 40_000_000);
    plan('hours', '2026-10', 9 * HOUR, retainer);
    const agreed = {
      clientId: 'ural',
      from: '2026-09',
      to: '2026-11',
      agreedOn: '2026-11-02',
      agreedBy: 'О. Брагин',
      note: 'Письмо',
    };
    agreeBudget(session, agreed);
    plan('media', '2026-10', 70_000_000);
    expect(cell(null, 'media', '2026-10')).toMatchObject({
      baseline: 40_000_000,
      planned: 70_000_000,
    });
    // A month of the agreement without an amount was agreed at nothing; one outside it was not agreed.
    expect(cell(null, 'media', '2026-09').baseline).toBe(0);
    expect(cell(null, 'media', '2026-12').baseline).toBeNull();
    expect(() =>
      session.workspace.write(
        { actor: 'anna', now: 1, label: { key: 'history.sample', params: {} } },
        (tx) => tx.runDerived('UPDATE budget_baselines SET amount = 1'),
      ),
    ).toThrow('budget-baseline-frozen');
    agreeBudget(session, { ...agreed, from: '2026-10', to: '2026-10', agreedOn: '2026-11-10' });
    expect(cell(null, 'media', '2026-10').baseline).toBe(70_000_000);
    undo();
    expect(cell(null, 'media', '2026-10').baseline).toBe(40_000_000);
  });

  it('is refused of nothing and of a day to come', () => {
    const of = { clientId: 'ural', from: '2026-09', to: '2026-11', agreedBy: 'О. Б.', note: '' };
    expect(() => agreeBudget(session, { ...of, agreedOn: '2026-11-02' })).toThrow('budget-empty');
    expect(() => agreeBudget(session, { ...of, agreedOn: '2027-01-01' })).toThrow(
      'budget-agreed-later',
    );
  });
});

describe('a locked month', () => {
  const lock = () => lockMonth(session, { clientId: 'ural', month: '2026-10', note: '' });

  it('does not change: what comes later counts in the month under way, with who and why', () => {
    lock();
    const before = total('hours', '2026-10')?.actual;
    work('2026-10-20', 3);
    expect(total('hours', '2026-10')?.actual).toBe(before);
    expect(cell(retainer, 'hours', '2026-11')).toMatchObject({
      actual: 3 * HOUR,
      adjusted: 3 * HOUR,
    });
    const [late] = show().adjustments;
    expect(late).toMatchObject({
      month: '2026-10',
      countedIn: '2026-11',
      amount: 3 * HOUR,
      who: 'anna',
      projectName: 'Ведение рекламы',
      action: { key: 'history.log-hours' },
    });
    explainAdjustment(session, { id: late?.id ?? '', reason: 'Забытый табель' });
    expect(show().adjustments[0]?.reason).toBe('Забытый табель');
    undo();
    undo();
    expect(show().adjustments).toEqual([]);
    expect(cell(retainer, 'hours', '2026-11').actual).toBe(0);
  });

  it('all months together stay what was worked', () => {
    lock();
    work('2026-10-20', 3);
    work('2026-10-21', 1);
    const sum = show().rows.find((row) => row.kind === 'hours')?.total.actual;
    expect(sum).toBe(14 * HOUR);
    unlockMonth(session, { clientId: 'ural', month: '2026-10' });
    expect(total('hours', '2026-10')?.actual).toBe(14 * HOUR);
    expect(show().rows.find((row) => row.kind === 'hours')?.total.actual).toBe(14 * HOUR);
  });

  it('refuses a change of its plan, and locking twice or too early', () => {
    lock();
    expect(() => plan('media', '2026-10', 1)).toThrow('budget-month-locked');
    expect(lock).toThrow('budget-month-locked');
    expect(() => lockMonth(session, { clientId: 'ural', month: '2026-11', note: '' })).toThrow(
      'budget-month-not-over',
    );
  });
});
