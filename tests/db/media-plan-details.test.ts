import { beforeEach, describe, expect, it } from 'vitest';
import {
  addCreative,
  amendCreative,
  keepSeason,
  keepView,
  listCellHistory,
  listSeasons,
  listViews,
  noteIncident,
} from '../../electron/services/media-plan-details.service';
import {
  addPlanLines,
  amendPlanLine,
  removePlanLines,
  writePlanCells,
} from '../../electron/services/media-plan-lines.service';
import {
  addPlan,
  decidePlan,
  duplicatePlan,
  listMediaPlans,
  sendPlan,
  showMediaPlan,
} from '../../electron/services/media-plans.service';
import { forClient, mediaPlanReport } from '../../electron/services/reports/media-plan.report';
import { printMediaPlan } from '../../electron/services/reports/media-plan-document';
import type { Session } from '../../electron/services/session';
import type { Input } from '../../shared/contract/contract';
import { newSession, TODAY } from '../helpers/db-session';

const SEARCH = {
  model: 'cpc' as const,
  channel: 'Яндекс Директ',
  placement: 'Поиск',
  volume: '4200',
  price: '21.50',
};
const VIDEO = { model: 'cpm' as const, channel: 'VK Реклама', volume: '1850', price: '148' };

let session: Session;
let planId: string;
let ids: string[];

function plan(over: Partial<Input<'media-plans/add'>> = {}): string {
  return addPlan(session, {
    clientId: 'ural',
    currency: null,
    name: 'Ноябрь',
    projectId: null,
    from: '2026-11-02',
    to: '2026-11-29',
    columnUnit: 'week',
    columns: [],
    note: '',
    commissionPpm: 150_000,
    commissionBasis: 'on-top',
    clientDiscountPpm: 20_000,
    vatMode: 'by-date',
    vatPpm: null,
    budgetGrossMinor: null,
    ...over,
  }).id;
}

const shown = (id = planId) => showMediaPlan(session, { id, unit: null });
const lineAt = (place: number, id = planId) => {
  const line = shown(id).lines[place];
  if (line === undefined) throw new Error(`no line ${place}`);
  return line;
};
const write = (rows: Input<'media-plans/write-cells'>['rows']) =>
  writePlanCells(session, { planId, rows });
const approve = (id = planId) =>
  decidePlan(session, {
    id,
    decision: 'approved',
    decidedOn: '2026-11-01',
    decidedBy: 'Белова',
    evidence: '',
  });

beforeEach(() => {
  session = newSession();
  planId = plan();
  ids = addPlanLines(session, { planId, beforeId: null, lines: [SEARCH, VIDEO] }).ids;
});

describe('amounts typed in a basis', () => {
  it.each([
    ['commission', 'withCommissionMinor'],
    ['client', 'clientPriceMinor'],
    ['cost', 'ourCostMinor'],
  ] as const)('are shown as they were typed: %s', (basis, field) => {
    amendPlanLine(session, {
      id: ids[0] ?? '',
      revision: lineAt(0).revision,
      patch: { rebatePpm: 70_000 },
    });
    write([{ lineId: ids[0] ?? '', cells: { netMinor: 123_456_78 }, basis }]);
    expect(Math.abs(lineAt(0)[field] - 123_456_78)).toBeLessThanOrEqual(1);
    expect(lineAt(1).netMinor).toBe(273_800_00);
  });
  it('into a column make a spread by hand whose sum is in that basis', () => {
    write([
      {
        lineId: ids[0] ?? '',
        cells: {},
        columns: { 0: 100_000_00, 1: 0, 2: 0, 3: 15_000_00 },
        basis: 'commission',
      },
    ]);
    expect(lineAt(0).withCommissionMinor).toBe(115_000_00);
    expect(lineAt(0).netMinor).toBe(100_000_00);
    expect(lineAt(0).spread.kind).toBe('hand');
    expect(lineAt(0).columnsMinor[1]).toBe(0);
  });
});

describe('a line in another currency', () => {
  it('takes the rate in force, keeps it with its day, and is in the totals', () => {
    write([{ lineId: ids[0] ?? '', cells: { currency: 'eur', rate: '92.5' } }]);
    expect(lineAt(0)).toMatchObject({
      currency: 'EUR',
      rate: '92.5',
      rateOn: TODAY,
      missingRate: null,
    });
    // 4200 × 21.50 × 92.5
    expect(lineAt(0).netMinor).toBe(8_352_750_00);
    expect(shown().totals.netMinor).toBe(8_352_750_00 + 273_800_00);
  });
  it('without a rate is not known, says so, and is neither sent nor agreed nor printed', () => {
    write([{ lineId: ids[0] ?? '', cells: { currency: 'JPY' } }]);
    expect(lineAt(0).missingRate).toMatchObject({ currency: 'JPY' });
    expect(listMediaPlans(session, { clientId: null }).plans[0]?.missingRates).toEqual(['JPY']);
    expect(() => sendPlan(session, { id: planId })).toThrow('media-plan-rate-unknown');
    expect(() => approve()).toThrow('media-plan-rate-unknown');
    const options = { planId, today: TODAY, language: 'ru' as const };
    expect(() => mediaPlanReport(session.workspace.read, options)).toThrow(
      'media-plan-rate-unknown',
    );
  });
  it('is back in the currency of the plan when the cell is emptied', () => {
    write([{ lineId: ids[0] ?? '', cells: { currency: 'EUR', rate: '90' } }]);
    write([{ lineId: ids[0] ?? '', cells: { currency: '' } }]);
    expect(lineAt(0)).toMatchObject({ currency: null, rate: null, netMinor: 90_300_00 });
    const { refused } = write([{ lineId: ids[0] ?? '', cells: { rate: '90' } }]);
    expect(refused.map(({ code }) => code)).toEqual(['media-plan-line-own-currency']);
  });
});

it('VAT of its own is taken on the lines that have it', () => {
  write([{ lineId: ids[0] ?? '', cells: { vatMode: 'none' } }]);
  expect(lineAt(0).clientVatMinor).toBe(0);
  const { totals } = shown();
  expect(totals.clientVatMinor).toBe(lineAt(1).clientVatMinor);
  write([{ lineId: ids[0] ?? '', cells: { vatPpm: 100_000 } }]);
  expect(lineAt(0)).toMatchObject({ vatMode: 'stated', vatPpm: 100_000, ownVatPpm: 100_000 });
});

describe('creatives', () => {
  const erid = (name: string, token: string) =>
    addCreative(session, { lineId: ids[0] ?? '', name, format: '16:9', erid: token });
  const alerts = () =>
    shown().alerts.filter(({ code, lineId }) => code === 'no-erid' && lineId === ids[0]);

  it('are given their tokens after the plan is agreed; without one the line is warned of', () => {
    write(ids.map((lineId) => ({ lineId, cells: { levyPayer: 'client', erid: 'whole' } })));
    approve();
    expect(alerts()).toHaveLength(0);
    const { id } = erid('Ролик', '');
    erid('Баннер', '2Vb');
    expect(alerts()).toHaveLength(1);
    amendCreative(session, { id, revision: 1, patch: { erid: '2Va' } });
    expect(alerts()).toHaveLength(0);
  });
  it('go with the line into the next version and away with it', () => {
    erid('Ролик', '2Va');
    approve();
    const next = duplicatePlan(session, { id: planId }).id;
    const copy = lineAt(0, next);
    expect(copy.creatives.map(({ name, erid: token }) => [name, token])).toEqual([
      ['Ролик', '2Va'],
    ]);
    removePlanLines(session, { planId: next, lineIds: [copy.id] });
    expect(shown(next).lines).toHaveLength(1);
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(lineAt(0, next).creatives).toHaveLength(1);
  });
});

describe('the history of a cell', () => {
  it('has every change with what was before, the newest first, and brings it back', () => {
    write([{ lineId: ids[0] ?? '', cells: { price: '22' } }]);
    write([{ lineId: ids[0] ?? '', cells: { price: '23', volume: '1' } }]);
    const history = () =>
      listCellHistory(session, { lineId: ids[0] ?? '', fields: ['price'] }).changes;
    expect(history().map(({ from, to }) => [from?.price ?? null, to.price])).toEqual([
      ['22', '23'],
      ['21.50', '22'],
      [null, '21.50'],
    ]);
    const before = history()[1]?.from ?? {};
    amendPlanLine(session, { id: ids[0] ?? '', revision: lineAt(0).revision, patch: before });
    expect(lineAt(0)).toMatchObject({ price: '21.50', volume: '1' });
  });
  it('goes back through the versions of the plan', () => {
    write([{ lineId: ids[0] ?? '', cells: { price: '22' } }]);
    approve();
    const next = duplicatePlan(session, { id: planId }).id;
    const copy = lineAt(0, next);
    writePlanCells(session, { planId: next, rows: [{ lineId: copy.id, cells: { price: '30' } }] });
    const { changes } = listCellHistory(session, { lineId: copy.id, fields: ['price'] });
    expect(changes.map(({ version, to }) => [version, to.price])).toEqual([
      [2, '30'],
      [1, '22'],
      [1, '21.50'],
    ]);
  });
});

it('a decision on an alert stays with the line through the versions', () => {
  noteIncident(session, {
    lineId: ids[0] ?? '',
    alert: 'no-erid',
    note: 'Ждём ОРД',
    decision: 'Старт 5.11',
  });
  approve();
  const next = duplicatePlan(session, { id: planId }).id;
  expect(shown(next).incidents).toMatchObject([
    { lineId: lineAt(0, next).id, alert: 'no-erid', note: 'Ждём ОРД', decision: 'Старт 5.11' },
  ]);
});

it('a season is kept under its name; a line spread by it does not change with it', () => {
  const weights = ['1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '2'];
  keepSeason(session, { name: 'Розница', weights });
  const year = plan({ from: '2026-11-01', to: '2026-12-31', columnUnit: 'month' });
  const [id = ''] = addPlanLines(session, {
    planId: year,
    beforeId: null,
    lines: [{ ...SEARCH, volume: '92', price: '1' }],
  }).ids;
  writePlanCells(session, {
    planId: year,
    rows: [{ lineId: id, cells: {}, spread: { kind: 'season', name: 'Розница', weights } }],
  });
  expect(lineAt(0, year).columnsMinor).toEqual([30_00, 62_00]);
  keepSeason(session, { name: 'Розница', weights: weights.with(11, '1') });
  expect(listSeasons(session).seasons).toHaveLength(1);
  expect(lineAt(0, year).columnsMinor).toEqual([30_00, 62_00]);
  expect(() => keepSeason(session, { name: 'Ничего', weights: weights.map(() => '0') })).toThrow(
    'media-plan-season-empty',
  );
});

it('a view of the same name takes the place of the one before', () => {
  const settings = {
    view: 'plan',
    basis: 'client',
    grouping: 'geo',
    unit: null,
    showInternal: false,
    hidden: ['geo'],
    folded: [],
    filter: '',
  } as const;
  keepView(session, { name: 'Клиенту', settings: { ...settings, hidden: [], folded: [] } });
  keepView(session, { name: 'Клиенту', settings: { ...settings, hidden: ['geo'], folded: [] } });
  expect(listViews(session).views).toMatchObject([
    { name: 'Клиенту', settings: { hidden: ['geo'] } },
  ]);
});

describe('what the client gets', () => {
  it('never has what the agency pays or earns in it', () => {
    // Amounts that no other figure of the plan has, so that finding one means it came through.
    amendPlanLine(session, {
      id: ids[0] ?? '',
      revision: lineAt(0).revision,
      patch: { rebatePpm: 71_300 },
    });
    amendPlanLine(session, {
      id: ids[1] ?? '',
      revision: lineAt(1).revision,
      patch: { rebatePpm: 53_700 },
    });
    const options = { planId, today: TODAY, language: 'ru' as const };
    const report = mediaPlanReport(session.workspace.read, options);
    const { bodyHtml } = printMediaPlan(session.workspace.read, options);
    const client = forClient(report, 'ru');
    const secret = [...shown().lines, shown().totals].flatMap(
      ({ rebateMinor, ourCostMinor, netMinor, commissionMinor, clientNetMinor }) => [
        rebateMinor,
        ourCostMinor,
        netMinor,
        commissionMinor,
        clientNetMinor - ourCostMinor,
      ],
    );
    const values = [...client.rows, client.totals].flatMap((row) => Object.values(row));
    const text = bodyHtml.replace(/&nbsp;|[\s\u00a0\u202f]/g, '');
    expect(secret.every((minor) => minor > 0)).toBe(true);
    for (const minor of secret) {
      expect(values).not.toContain(minor);
      expect(text).not.toContain(
        `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`,
      );
    }
    expect(client.columns.map(({ key }) => key)).toContain('clientPrice');
    expect(text).toContain(String(Math.floor(shown().totals.clientPriceMinor / 100)));
    for (const word of ['Возврат', 'Наша цена', 'Маржа', 'Нетто', 'Комиссия']) {
      expect(bodyHtml).not.toContain(word);
    }
  });
});
