import { beforeEach, describe, expect, it } from 'vitest';
import { setCommissionTerms } from '../../db/repositories/clients.repo';
import { setAccountingRate } from '../../db/repositories/rates.repo';
import { planAmount, showBudget } from '../../electron/services/budgets/budgets.service';
import { runWorkspaceChecks } from '../../electron/services/check.service';
import {
  discardInvoiceDraft,
  issueInvoiceDraft,
  listInvoiceDrafts,
} from '../../electron/services/invoice-drafts.service';
import { addPlanLines, recordPlanFact } from '../../electron/services/media-plan-lines.service';
import {
  addPlan,
  decidePlan,
  duplicatePlan,
  showMediaPlan,
} from '../../electron/services/media-plans.service';
import {
  cancelInvoice,
  issueInvoice,
  listOpenInvoices,
} from '../../electron/services/money.service';
import {
  amendVendorDocument,
  billLine,
  decideBreak,
  listDocumentLines,
  listUnbilledLines,
  listVendorDocuments,
  recordVendorDocument,
  reopenBreak,
  setTolerance,
  showReconciliation,
} from '../../electron/services/reconciliation/reconciliation.service';
import type { Session } from '../../electron/services/session';
import { contract } from '../../shared/contract/contract';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

const SEARCH = { model: 'fixed' as const, channel: 'Директ', volume: '1', price: '10000' };
const POSTER = { model: 'fixed' as const, channel: 'Щиты', volume: '1', price: '6100.01' };
const NO_RESULTS = {
  impressions: null,
  clicks: null,
  leads: null,
  orders: null,
  revenueMinor: null,
};

function fail(): never {
  throw new Error('not there');
}

let session: Session;
let planId: string;
let lineIds: string[];

const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const drafts = () => {
  const list = listInvoiceDrafts(session, { clientId: 'ural' });
  return contract['invoice-drafts/list'].output.parse(list).drafts;
};
const budgetRow = (kind: 'media' | 'commission') => {
  const budget = showBudget(session, { clientId: 'ural', from: '2026-10', to: '2026-12' });
  return budget.rows.find((row) => row.kind === kind)?.cells.map(({ planned }) => planned);
};
const approve = (id = planId) =>
  decidePlan(session, {
    id,
    decision: 'approved',
    decidedOn: '2026-11-20',
    decidedBy: 'О. Брагин',
    evidence: 'Письмо',
  });
const totals = (id = planId) => showMediaPlan(session, { id, unit: null }).totals;
const issue = (id: string, number = '501') =>
  issueInvoiceDraft(session, { id, number, issuedOn: '2026-11-20', dueOn: '2026-12-04' });
const sum = (values: readonly number[] = []) => values.reduce((all, value) => all + value, 0);

beforeEach(() => {
  session = newSession();
  session.workspace.write(action(), (tx) =>
    setCommissionTerms(tx, {
      clientId: 'ural',
      validFrom: '2026-01-01',
      ratePpm: 100_000,
      basis: 'on-top',
    }),
  );
  planId = addPlan(session, {
    clientId: 'ural',
    currency: null,
    name: 'Осень',
    projectId: null,
    from: '2026-10-01',
    to: '2026-11-30',
    columnUnit: 'month',
    columns: [],
    note: '',
    commissionPpm: null,
    commissionBasis: 'on-top',
    clientDiscountPpm: 20_000,
    vatMode: 'by-date',
    vatPpm: null,
    budgetGrossMinor: null,
  }).id;
  lineIds = addPlanLines(session, {
    planId,
    beforeId: null,
    lines: [
      { ...SEARCH, from: '2026-10-01', to: '2026-11-30' },
      { ...POSTER, from: '2026-11-01', to: '2026-11-30' },
    ],
  }).ids;
});

describe('the approval of a media plan', () => {
  it('brings net and commission into the budget and a draft for each month, with one undo', () => {
    planAmount(session, {
      clientId: 'ural',
      projectId: null,
      kind: 'media',
      month: '2026-10',
      planned: 999_00,
    });
    approve();
    // 31 of 61 days of the first line lie in October; the estimate gives way to the plan.
    expect(budgetRow('media')).toEqual([508_197, 1_101_804, 0]);
    const { netMinor, clientNetMinor } = totals();
    expect(sum(budgetRow('media'))).toBe(netMinor);
    expect(sum(budgetRow('media')) + sum(budgetRow('commission'))).toBe(clientNetMinor);
    expect(drafts().map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect(sum(drafts().map((draft) => draft.netMinor))).toBe(clientNetMinor);
    for (const draft of drafts()) {
      expect(sum(draft.lines.map((line) => line.grossMinor))).toBe(draft.grossMinor);
      expect(draft.lines.every(({ vatPpm }) => vatPpm === 220_000)).toBe(true);
    }
    undo();
    expect(drafts()).toEqual([]);
    expect(budgetRow('media')).toEqual([999_00, 0, 0]);
    expect(showMediaPlan(session, { id: planId, unit: null }).status).toBe('draft');
  });

  it('of a new version replaces what the former brought, less what was issued', () => {
    approve();
    const [october, november] = drafts();
    issue(october?.id ?? '');
    expect(drafts().map(({ id }) => id)).toEqual([november?.id]);
    expect(listOpenInvoices(session, { clientId: 'ural' }).invoices[0]?.netMinor).toBe(
      october?.netMinor,
    );
    const next = duplicatePlan(session, { id: planId }).id;
    addPlanLines(session, {
      planId: next,
      beforeId: null,
      lines: [{ ...POSTER, channel: 'VK', from: '2026-10-01', to: '2026-10-31' }],
    });
    approve(next);
    expect(sum(budgetRow('media'))).toBe(totals(next).netMinor);
    const again = drafts();
    expect(again.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect(sum(again.map((draft) => draft.netMinor)) + (october?.netMinor ?? 0)).toBe(
      totals(next).clientNetMinor,
    );
    expect(again[0]?.lines.filter(({ part }) => part === 'media').map((l) => l.channel)).toEqual([
      'VK',
    ]);
  });

  it('of a plan in another currency books it at the rate of each month, and makes no drafts', () => {
    const other = addPlan(session, {
      ...plan(),
      from: '2026-11-01',
      currency: 'EUR',
    }).id;
    addPlanLines(session, {
      planId: other,
      beforeId: null,
      lines: [
        { ...SEARCH, price: '300', from: '2026-11-01', to: '2026-11-30' },
        { ...SEARCH, price: '100.01', from: '2026-12-01', to: '2026-12-31' },
      ],
    });
    expect(() => approve(other)).toThrow(
      expect.objectContaining({
        code: 'media-plan-budget-rate-unknown',
        params: { currency: 'EUR', on: '2026-11-30' },
      }),
    );
    expect(showMediaPlan(session, { id: other, unit: null }).status).toBe('draft');
    session.workspace.write(action('history.rates'), (tx) => {
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-11-01', rateMicro: 98_500_000 });
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-12-01', rateMicro: 100_333_333 });
    });
    approve(other);
    expect(drafts()).toEqual([]);
    // 300 € × 98.5 and 100.01 € × 100.333333, each rounded to the kopeck.
    expect(budgetRow('media')).toEqual([0, 2_955_000, 1_003_434]);
    const { plans } = showBudget(session, { clientId: 'ural', from: '2026-12', to: '2026-12' });
    expect(plans).toMatchObject([{ currency: 'EUR', isBooked: true }]);
  });

  it('leaves a file whose checks hold', () => {
    approve();
    issue(drafts()[0]?.id ?? '');
    discardInvoiceDraft(session, { id: drafts()[0]?.id ?? '' });
    expect(runWorkspaceChecks(session).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

function plan() {
  return {
    clientId: 'ural',
    name: 'Декабрь',
    projectId: null,
    from: '2026-12-01',
    to: '2026-12-31',
    columnUnit: 'month' as const,
    columns: [],
    note: '',
    commissionPpm: null,
    commissionBasis: 'on-top' as const,
    clientDiscountPpm: 0,
    vatMode: 'by-date' as const,
    vatPpm: null,
    budgetGrossMinor: null,
  };
}

describe('the reconciliation of media', () => {
  const show = () => {
    const found = showReconciliation(session, { clientId: 'ural', from: '2026-11', to: '2026-11' });
    return contract['reconciliation/show'].output.parse(found);
  };
  const breakOf = (kind: string, channel = 'Директ') =>
    show().breaks.find((each) => each.kind === kind && each.channel === channel);
  const document = (
    netMinor: number,
    more: { number?: string; fromOn?: string; lineId?: string } = {},
  ) =>
    recordVendorDocument(session, {
      clientId: 'ural',
      vendor: 'ООО «Площадка»',
      kind: 'act',
      number: '77',
      datedOn: '2026-11-20',
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      channel: 'Директ',
      lineId: null,
      currency: 'RUB',
      netMinor,
      vatMinor: 0,
      rebateMinor: null,
      note: '',
      ...more,
    });
  const spend = (spendMinor: number) =>
    recordPlanFact(session, {
      lineId: lineIds[0] ?? '',
      on: '2026-11-10',
      spendMinor,
      ...NO_RESULTS,
    });

  beforeEach(() => {
    approve();
    spend(480_000);
  });

  it('finds what differs and what is missing, and adds up', () => {
    expect(breakOf('document-missing')?.minor).toBe(480_000);
    document(491_803);
    expect(breakOf('spend-vendor')?.minor).toBe(-11_803);
    // The draft bills the channel for what the plan says of the month.
    expect(breakOf('vendor-billed')).toBeUndefined();
    expect(show().totals).toEqual([
      {
        currency: 'RUB',
        basis: 'net',
        platformMinor: 480_000,
        vendorMinor: 491_803,
        billedMinor: 1_101_804,
      },
    ]);
  });

  it('reckons the commission of a month by the contract', () => {
    expect(show().commissions).toMatchObject([
      { month: '2026-11', mediaMinor: 1_101_804, expectedMinor: 110_180, isBroken: false },
    ]);
    issueInvoice(session, {
      clientId: 'ural',
      number: '600',
      issuedOn: '2026-11-20',
      dueOn: '2026-11-30',
      vatMode: 'on-top',
      lines: [{ title: 'Комиссия ещё раз', amountMinor: 50_000, vatPpm: 220_000 }],
    });
    const [line] = listUnbilledLines(session, { clientId: 'ural', month: '2026-11' }).lines;
    const billed = { invoiceLineId: line?.id ?? '', month: '2026-11' };
    expect(() => billLine(session, { ...billed, channel: '', part: 'media' })).toThrow(
      'billing-channel-missing',
    );
    billLine(session, { ...billed, channel: '', part: 'commission' });
    expect(breakOf('commission', '')?.minor).toBeGreaterThan(49_000);
    expect(() => billLine(session, { ...billed, channel: 'VK', part: 'media' })).toThrow(
      'invoice-line-billed',
    );
  });

  it('keeps what was decided for the amount it was decided at', () => {
    document(491_803);
    const at = {
      clientId: 'ural',
      month: '2026-11',
      channel: 'Директ',
      kind: 'spend-vendor',
    } as const;
    decideBreak(session, {
      ...at,
      amountMinor: -11_803,
      state: 'explained',
      note: 'Досписание 1 декабря',
    });
    expect(breakOf('spend-vendor')).toMatchObject({
      state: 'explained',
      decidedBy: 'anna',
      decidedOn: '2026-11-21',
    });
    spend(479_000);
    expect(breakOf('spend-vendor')).toMatchObject({
      state: 'open',
      isChanged: true,
      note: 'Досписание 1 декабря',
    });
    spend(480_000);
    reopenBreak(session, at);
    expect(breakOf('spend-vendor')).toMatchObject({ state: 'open', isChanged: false });
    undo();
    expect(breakOf('spend-vendor')?.state).toBe('explained');
  });

  it('lets small differences pass, as far as the setting says', () => {
    document(480_150);
    expect(breakOf('spend-vendor')?.minor).toBe(-150);
    setTolerance(session, { toleranceMinor: 150 });
    expect(breakOf('spend-vendor')).toBeUndefined();
  });

  it('forgets what a cancelled invoice billed', () => {
    const id = issue(drafts().find(({ month }) => month === '2026-11')?.id ?? '').id;
    expect(breakOf('not-billed', 'Щиты')).toBeUndefined();
    const before = show().totals[0]?.billedMinor;
    expect(before).toBe(1_101_804);
    cancelInvoice(session, { id });
    expect(show().totals[0]?.billedMinor).toBe(0);
  });

  it('puts a document right and counts it with its line, and takes that back', () => {
    document(1);
    const list = () =>
      contract['vendor-documents/list'].output.parse(
        listVendorDocuments(session, { clientId: 'ural', from: '2026-11', to: '2026-11' }),
      ).documents[0];
    const { id, revision, clientName: _client, lineName: _line, ...fields } = list() ?? fail();
    const { lines } = listDocumentLines(session, { clientId: 'ural', month: '2026-11' });
    expect(lines.map(({ channel }) => channel)).toEqual(['Директ', 'Щиты']);
    const line = lines[1] ?? fail();
    const right = { ...fields, netMinor: 480_000, channel: line.channel, lineId: line.id };
    amendVendorDocument(session, { id, revision, fields: right });
    expect(list()).toMatchObject({ netMinor: 480_000, lineId: line.id, lineName: 'Щиты' });
    expect(() => amendVendorDocument(session, { id, revision, fields })).toThrow(
      'row-changed-elsewhere',
    );
    undo();
    expect(list()).toMatchObject({ netMinor: 1, lineId: null });
  });

  it('refuses a line that is not of an approved plan of the client in that month', () => {
    const draft = duplicatePlan(session, { id: planId });
    const lineId = showMediaPlan(session, { id: draft.id, unit: null }).lines[0]?.id ?? '';
    expect(() => document(1, { lineId })).toThrow('vendor-document-line');
  });

  it('refuses a document of two months, and the same one twice', () => {
    expect(() => document(1, { fromOn: '2026-10-15' })).toThrow('vendor-document-months');
    document(1);
    expect(() => document(1)).toThrow('vendor-document-taken');
  });
});
