import { beforeEach, describe, expect, it } from 'vitest';
import { comparePlans } from '../../electron/services/media-plan-compare.service';
import {
  addPlanLines,
  movePlanLines,
  recordPlanFact,
  removePlanFact,
  removePlanLines,
  solvePlan,
  writePlanCells,
} from '../../electron/services/media-plan-lines.service';
import {
  addPlan,
  amendPlan,
  archivePlan,
  decidePlan,
  duplicatePlan,
  listMediaPlans,
  sendPlan,
  showMediaPlan,
  withdrawPlan,
} from '../../electron/services/media-plans.service';
import type { Session } from '../../electron/services/session';
import { contract, type Input } from '../../shared/contract/contract';
import { planSchema } from '../../shared/contract/media-plan-shapes';
import { newSession } from '../helpers/db-session';

const PLAN: Input<'media-plans/add'> = {
  clientId: 'ural',
  currency: null,
  name: 'Ноябрь',
  projectId: null,
  from: '2026-11-02',
  to: '2026-11-29',
  columnUnit: 'week',
  columns: [],
  note: '',
  commissionPpm: 100_000,
  commissionBasis: 'on-top',
  clientDiscountPpm: 20_000,
  vatMode: 'by-date',
  vatPpm: null,
  budgetGrossMinor: null,
};
const SEARCH = {
  model: 'cpc' as const,
  channel: 'Яндекс Директ',
  placement: 'Поиск',
  volume: '4200',
  price: '21.50',
};
const VIDEO = { model: 'cpm' as const, channel: 'VK Реклама', volume: '1850', price: '148' };
const POSTER = { model: 'fixed' as const, channel: 'Щиты', volume: '12', price: '38500' };
const NO_FACT = {
  impressions: null,
  clicks: null,
  leads: null,
  orders: null,
  revenueMinor: null,
};

let session: Session;
let planId: string;
let ids: string[];

const show = (id = planId) => {
  const plan = showMediaPlan(session, { id, unit: null });
  // What a handler answers must be what the contract promises.
  return planSchema.parse(plan);
};
const line = (index: number) => {
  const found = show().lines[index];
  if (found === undefined) throw new Error(`no line ${index}`);
  return found;
};
const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const approve = (id = planId) =>
  decidePlan(session, {
    id,
    decision: 'approved',
    decidedOn: '2026-11-20',
    decidedBy: 'Е. Лаптева',
    evidence: 'письмо от 20.11',
  });

beforeEach(() => {
  session = newSession();
  planId = addPlan(session, PLAN).id;
  ids = addPlanLines(session, { planId, beforeId: null, lines: [SEARCH, VIDEO, POSTER] }).ids;
});

describe('a plan', () => {
  it('is reckoned line by line and in total, in every basis', () => {
    const plan = show();
    expect(plan.shownColumns).toHaveLength(4);
    expect(plan.ratePpm).toBe(220_000);
    expect(plan.lines.map((each) => each.netMinor)).toEqual([9_030_000, 27_380_000, 46_200_000]);
    expect(plan.totals).toMatchObject({
      netMinor: 82_610_000,
      commissionMinor: 8_261_000,
      withCommissionMinor: 90_871_000,
      clientNetMinor: 89_053_580,
      clientPriceMinor: 108_645_368,
    });
    expect(plan.byChannel.map(({ name }) => name)).toEqual(['Яндекс Директ', 'VK Реклама', 'Щиты']);
    expect(plan.lines[1]?.forecast.impressions).toBe(1_850_000);
    expect(
      contract['media-plans/list'].output.parse(listMediaPlans(session, { clientId: null })).plans,
    ).toHaveLength(1);
  });

  it('is shown by other columns without being changed', () => {
    const days = showMediaPlan(session, { id: planId, unit: 'day' });
    expect(days.shownColumns).toHaveLength(28);
    expect(days.totals.columnsMinor.reduce((a, b) => a + b, 0)).toBe(days.totals.netMinor);
    expect(show().shownUnit).toBe('week');
  });

  it('takes the commission that was agreed with the client where none is given', () => {
    const { id } = addPlan(session, { ...PLAN, commissionPpm: null });
    expect(show(id)).toMatchObject({ commissionPpm: 0, commissionBasis: 'on-top' });
  });

  it.each([
    ['of a client that is not there', { clientId: 'nobody' }, 'client-not-found'],
    ['that ends before it begins', { to: '2026-11-01' }, 'period-invalid'],
    [
      'with commission inside of all of it',
      { commissionPpm: 1_000_000, commissionBasis: 'inside' as const },
      'commission-inside-too-high',
    ],
    ['on a day without a rate', { from: '1999-01-01', to: '1999-01-31' }, 'media-plan-vat-unknown'],
    ['with a rate that is not stated', { vatMode: 'stated' as const }, 'media-plan-vat-not-stated'],
    [
      'of more days than a sheet has',
      { columnUnit: 'day' as const, to: '2028-11-29' },
      'media-plan-too-many-columns',
    ],
    [
      'with columns that overlap',
      {
        columnUnit: 'stated' as const,
        columns: [
          { from: '2026-11-02', to: '2026-11-09' },
          { from: '2026-11-09', to: '2026-11-29' },
        ],
      },
      'media-plan-columns-overlap',
    ],
    [
      'with a column beyond its period',
      { columnUnit: 'stated' as const, columns: [{ from: '2026-11-02', to: '2026-11-30' }] },
      'media-plan-column-outside',
    ],
  ])('%s is refused', (_name, change, code) => {
    expect(() => addPlan(session, { ...PLAN, ...change })).toThrow(code);
  });

  it('cannot be made too short for its lines', () => {
    const { revision } = show();
    expect(() => amendPlan(session, { id: planId, revision, patch: { to: '2026-11-20' } })).toThrow(
      'media-plan-flight-uncovered',
    );
    amendPlan(session, { id: planId, revision, patch: { to: '2026-12-06', vatMode: 'none' } });
    expect(show()).toMatchObject({ to: '2026-12-06', ratePpm: null });
    expect(() => amendPlan(session, { id: planId, revision, patch: { name: 'x' } })).toThrow(
      'row-changed-elsewhere',
    );
  });
});

describe('cells', () => {
  it('are written as one action that one undo takes back', () => {
    const before = show().lines;
    const answer = writePlanCells(session, {
      planId,
      rows: [
        { lineId: ids[0] ?? '', cells: { price: '22', discountsPpm: [50_000] } },
        { lineId: ids[1] ?? '', cells: { netMinor: 30_000_000 } },
        { lineId: null, cells: { model: 'spot', channel: 'Радио', volume: '84', price: '2150' } },
      ],
    });
    expect(answer.refused).toEqual([]);
    expect(show().lines.map((each) => each.netMinor)).toEqual([
      8_778_000, 30_000_000, 46_200_000, 18_060_000,
    ]);
    expect(session.workspace.undoState().undo?.key).toBe('history.write-media-plan-cells');
    undo();
    expect(show().lines.map(({ revision: _, ...rest }) => rest)).toEqual(
      before.map(({ revision: _, ...rest }) => rest),
    );
  });

  it('that will not do are named, and the good ones are kept', () => {
    const { refused } = writePlanCells(session, {
      planId,
      rows: [
        {
          lineId: ids[0] ?? '',
          cells: { volume: 'много', price: '30', from: '2026-10-01', weight: '0' },
        },
        { lineId: ids[1] ?? '', cells: { model: 'barter', geo: 'Пермь' } },
      ],
    });
    expect(refused.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '0 volume media-plan-cell-wrong',
      '0 weight media-plan-weight-not-positive',
      '0 from media-plan-flight-uncovered',
      '1 model media-plan-cell-wrong',
    ]);
    expect(refused[0]?.message).toContain('много');
    expect(line(0)).toMatchObject({ volume: '4200', price: '30', from: '2026-11-02' });
    expect(line(1)).toMatchObject({ model: 'cpm', geo: 'Пермь' });
  });

  it('solve a typed net by volume, by price, or as the model suggests', () => {
    const write = (index: number, netMinor: number, solve?: 'volume' | 'price') =>
      writePlanCells(session, {
        planId,
        rows: [{ lineId: ids[index] ?? '', cells: { netMinor }, ...(solve ? { solve } : {}) }],
      });
    write(0, 10_000_001);
    expect(line(0)).toMatchObject({ price: '21.50', netMinor: 10_000_001 });
    write(0, 9_030_000, 'price');
    expect(line(0).netMinor).toBe(9_030_000);
    write(2, 50_000_000);
    expect(line(2)).toMatchObject({ volume: '12', netMinor: 50_000_000 });
  });

  it('of a column make a spread by hand whose sum is the net', () => {
    writePlanCells(session, {
      planId,
      rows: [{ lineId: ids[0] ?? '', cells: {}, columns: { '1': 5_000_000 } }],
    });
    const { columnsMinor, netMinor, spread } = line(0);
    expect(columnsMinor).toEqual([2_257_500, 5_000_000, 2_257_500, 2_257_500]);
    expect(netMinor).toBe(11_772_500);
    expect(spread.kind).toBe('hand');
  });

  it('of what the model promises change the volume', () => {
    writePlanCells(session, {
      planId,
      rows: [{ lineId: ids[1] ?? '', cells: { impressions: 2_000_500 } }],
    });
    expect(line(1)).toMatchObject({ volume: '2000.5', impressions: null });
    expect(line(1).forecast.impressions).toBe(2_000_500);
  });

  it('free a price of what it includes', () => {
    writePlanCells(session, {
      planId,
      rows: [
        { lineId: ids[2] ?? '', cells: { price: '51667', priceBasis: 'with-commission-and-vat' } },
      ],
    });
    expect(line(2).netMinor).toBe(46_200_000);
  });
});

describe('lines', () => {
  it('are moved and removed, each one undo', () => {
    movePlanLines(session, { planId, lineIds: [ids[2] ?? ''], beforeId: ids[0] ?? '' });
    expect(show().lines.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
    undo();
    expect(show().lines.map(({ id }) => id)).toEqual(ids);
    removePlanLines(session, { planId, lineIds: ids.slice(0, 2) });
    expect(show().lines.map(({ id }) => id)).toEqual([ids[2]]);
    undo();
    expect(show().lines.map(({ id }) => id)).toEqual(ids);
  });

  it('find their place even where there is no room between two', () => {
    for (let count = 0; count < 14; count += 1) {
      addPlanLines(session, {
        planId,
        beforeId: ids[1] ?? '',
        lines: [{ ...SEARCH, note: String(count) }],
      });
    }
    const notes = show().lines.map(({ note }) => note);
    expect(notes).toEqual(['', ...Array.from({ length: 14 }, (_, i) => String(i)), '', '']);
  });
});

describe('a budget from above', () => {
  it('is divided among lines that are not locked, to the minor unit and never beyond', () => {
    writePlanCells(session, { planId, rows: [{ lineId: ids[2] ?? '', cells: { locked: true } }] });
    const solved = solvePlan(session, { id: planId, budgetGrossMinor: 100_000_000 });
    const plan = show();
    expect(plan.totals.netMinor).toBe(solved.netMinor);
    expect(plan.totals.clientPriceMinor).toBe(solved.clientPriceMinor);
    expect(plan.budgetLeftMinor).toBe(100_000_000 - solved.clientPriceMinor);
    expect(plan.budgetLeftMinor).toBeLessThan(3);
    expect(plan.lines[2]?.netMinor).toBe(46_200_000);
    undo();
    expect(show().totals.netMinor).toBe(82_610_000);
  });

  it('that cannot be met is said, and nothing is written', () => {
    writePlanCells(session, { planId, rows: [{ lineId: ids[2] ?? '', cells: { locked: true } }] });
    expect(() => solvePlan(session, { id: planId, budgetGrossMinor: 1_000_000 })).toThrow(
      'media-plan-budget-impossible',
    );
    expect(show().totals.netMinor).toBe(82_610_000);
  });

  it('keeps commissions of single lines', () => {
    writePlanCells(session, {
      planId,
      rows: [
        { lineId: ids[0] ?? '', cells: { commissionPpm: 150_000, commissionBasis: 'inside' } },
      ],
    });
    const { clientPriceMinor } = solvePlan(session, { id: planId, budgetGrossMinor: 90_000_000 });
    expect(clientPriceMinor).toBeLessThanOrEqual(90_000_000);
    expect(clientPriceMinor).toBeGreaterThan(90_000_000 - 4);
    expect(show().totals.clientPriceMinor).toBe(clientPriceMinor);
  });
});

describe('approval', () => {
  it('freezes the version: every way to change it is refused', () => {
    sendPlan(session, { id: planId });
    expect(() => writePlanCells(session, { planId, rows: [] })).toThrow('media-plan-sent');
    approve();
    const { revision } = show();
    const refuse = (change: () => unknown) => expect(change).toThrow('media-plan-approved');
    refuse(() => writePlanCells(session, { planId, rows: [] }));
    refuse(() => addPlanLines(session, { planId, beforeId: null, lines: [SEARCH] }));
    refuse(() => removePlanLines(session, { planId, lineIds: ids }));
    refuse(() => movePlanLines(session, { planId, lineIds: ids, beforeId: null }));
    refuse(() => solvePlan(session, { id: planId, budgetGrossMinor: 1 }));
    refuse(() => amendPlan(session, { id: planId, revision, patch: { name: 'x' } }));
    refuse(() => withdrawPlan(session, { id: planId }));
    refuse(() => archivePlan(session, { id: planId }));
    refuse(() => approve());
    expect(show()).toMatchObject({ status: 'approved', decidedBy: 'Е. Лаптева' });
  });

  it('holds in the file itself, and undo still takes it back', () => {
    approve();
    const change = { actor: 'x', now: 1, label: { key: 'history.test', params: {} } };
    const frozen = (sql: string) => () =>
      session.workspace.write(change, (tx) => tx.runDerived(sql, planId));
    expect(frozen("UPDATE media_plan_lines SET price = '1' WHERE plan_id = ?")).toThrow(
      'media-plan-approved',
    );
    expect(frozen('DELETE FROM media_plan_lines WHERE plan_id = ?')).toThrow('media-plan-approved');
    expect(frozen('UPDATE media_plans SET commission_ppm = 0 WHERE id = ?')).toThrow(
      'media-plan-approved',
    );
    undo();
    expect(show().status).toBe('draft');
    writePlanCells(session, { planId, rows: [{ lineId: ids[0] ?? '', cells: { price: '1' } }] });
    expect(line(0).netMinor).toBe(420_000);
  });

  it('needs lines, and a day that has come', () => {
    const { id } = addPlan(session, PLAN);
    expect(() => sendPlan(session, { id })).toThrow('media-plan-empty');
    expect(() =>
      decidePlan(session, {
        id: planId,
        decision: 'approved',
        decidedOn: '2026-11-22',
        decidedBy: 'x',
        evidence: '',
      }),
    ).toThrow('media-plan-decided-later');
  });

  it('goes on with the next version, which is held against the one before', () => {
    approve();
    const { id: next } = duplicatePlan(session, { id: planId });
    const version = show(next);
    expect(version).toMatchObject({ version: 2, status: 'draft', number: 1 });
    expect(version.lines.map(({ originId }) => originId)).toEqual(ids);
    const [first, , third] = version.lines.map(({ id }) => id);
    writePlanCells(session, {
      planId: next,
      rows: [{ lineId: first ?? '', cells: { price: '22' } }],
    });
    removePlanLines(session, { planId: next, lineIds: [third ?? ''] });
    addPlanLines(session, {
      planId: next,
      beforeId: null,
      lines: [{ model: 'spot', channel: 'Радио', volume: '1', price: '5' }],
    });
    const difference = contract['media-plans/compare'].output.parse(
      comparePlans(session, { fromId: planId, toId: next }),
    );
    expect(difference.lines.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'changed Яндекс Директ, Поиск',
      'added Радио',
      'removed Щиты',
    ]);
    expect(difference.lines[0]?.fields).toEqual([{ field: 'price', from: '21.50', to: '22' }]);
    const sum = difference.lines.reduce(
      (all, each) => all + (each.toNetMinor ?? 0) - (each.fromNetMinor ?? 0),
      0,
    );
    const [net] = difference.totals;
    expect((net?.toMinor ?? 0) - (net?.fromMinor ?? 0)).toBe(sum);
    expect(listMediaPlans(session, { clientId: 'ural' }).plans).toMatchObject([
      { version: 2, versionCount: 2, approvedVersion: 1 },
    ]);
  });
});

describe('fact', () => {
  const record = (index: number, on: string, spendMinor: number, rest = {}) =>
    recordPlanFact(session, { lineId: ids[index] ?? '', on, spendMinor, ...NO_FACT, ...rest });

  it('gives pace, money left and what is needed per day', () => {
    record(0, '2026-11-08', 2_000_000, { clicks: 1000 });
    record(0, '2026-11-15', 1_000_000, { clicks: 500 });
    const plan = show();
    expect(plan.factOn).toBe('2026-11-15');
    expect(plan.lines[0]?.fact).toMatchObject({
      spendMinor: 3_000_000,
      clicks: 1500,
      leads: null,
      planToDateMinor: 4_515_000,
      moneyLeftMinor: 6_030_000,
      neededPerDayMinor: 430_714,
      cpcMinor: { value: 2000 },
    });
    expect(plan.lines[0]?.fact?.pacePpm.value).toBeCloseTo(-335_548, -1);
    expect(plan.lines[1]?.fact).toBeNull();
    expect(plan.fact).toMatchObject({ spendMinor: 3_000_000, moneyLeftMinor: 6_030_000 });
  });

  it('of a day stated again replaces it, through the versions of a plan', () => {
    record(0, '2026-11-08', 2_000_000);
    approve();
    const { id } = duplicatePlan(session, { id: planId });
    const [first] = show(id).lines;
    expect(first?.fact?.spendMinor).toBe(2_000_000);
    const again = recordPlanFact(session, {
      lineId: first?.id ?? '',
      on: '2026-11-08',
      spendMinor: 1_500_000,
      ...NO_FACT,
    });
    expect(show().lines[0]?.fact?.spendMinor).toBe(1_500_000);
    removePlanFact(session, again);
    expect(show().lines[0]?.fact).toBeNull();
  });

  it('warns of what is off', () => {
    writePlanCells(session, {
      planId,
      rows: [{ lineId: ids[1] ?? '', cells: { levyPayer: 'client', orders: 100 } }],
    });
    record(0, '2026-11-18', 8_900_000);
    record(1, '2026-11-18', 16_000_000, { orders: 40 });
    approve();
    const codes = show().alerts.map((alert) => `${ids.indexOf(alert.lineId)} ${alert.code}`);
    expect(codes).toEqual([
      '0 pace-ahead',
      '0 budget-out',
      '0 no-data',
      '1 cpa-above-target',
      '1 no-erid',
      '1 no-data',
      '2 no-data',
    ]);
  });

  it('is refused where there is none, or not yet', () => {
    expect(() =>
      recordPlanFact(session, {
        lineId: ids[0] ?? '',
        on: '2026-11-20',
        spendMinor: null,
        ...NO_FACT,
      }),
    ).toThrow('media-plan-fact-empty');
    expect(() => record(0, '2026-11-22', 1)).toThrow('media-plan-fact-later');
  });

  it('keeps its line from being removed', () => {
    record(0, '2026-11-08', 1);
    expect(() => removePlanLines(session, { planId, lineIds: [ids[0] ?? ''] })).toThrow(
      'row-in-use',
    );
  });
});
