import { describe, expect, test } from 'vitest';
import { amendAgency } from '../../db/repositories/agency.repo';
import { amendProposalLine } from '../../db/repositories/proposals.repo';
import { planAmount, showBudget } from '../../electron/services/budgets/budgets.service';
import { runWorkspaceChecks } from '../../electron/services/check.service';
import { addPlanLines } from '../../electron/services/media-plan-lines.service';
import { addPlan, decidePlan, listMediaPlans } from '../../electron/services/media-plans.service';
import {
  addProposalLines,
  amendProposalLineFields,
  moveProposalLine,
  removeProposalLines,
} from '../../electron/services/proposal-lines.service';
import {
  acceptProposal,
  addProposal,
  amendProposal,
  approveDiscount,
  duplicateProposal,
  listProposals,
  loseProposal,
  sendProposal,
  showProposal,
  withdrawProposal,
} from '../../electron/services/proposals.service';
import { listPrices, setLimit, setPrice } from '../../electron/services/rate-card.service';
import type { Session } from '../../electron/services/session';
import { addTemplate } from '../../electron/services/tasks/templates.service';
import { newSession, TODAY } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

function start(session: Session, clientId = 'ural'): string {
  return addProposal(session, {
    clientId,
    briefId: null,
    title: 'Запуск',
    startsOn: '2026-12-01',
    endsOn: '2027-02-28',
  }).id;
}

/** 10 hours at 2500 by a designer, a video for 1000 with 20 % on top, an option of 300. */
function fill(session: Session, proposalId: string): string[] {
  return addProposalLines(session, {
    proposalId,
    afterId: null,
    lines: [
      { kind: 'work', title: 'Дизайн', role: 'designer', quantity: '10', unitPriceMinor: 250_000 },
      { kind: 'production', title: 'Ролик', unitCostMinor: 100_000, markupPpm: 200_000 },
      { kind: 'service', title: 'SMM', unitPriceMinor: 30_000, isOption: true, chosen: false },
    ],
  }).ids;
}

function setUser(session: Session, userRole: 'manager' | 'lead'): void {
  session.workspace.write(action('history.setup'), (tx) =>
    amendAgency(tx, { userId: 'anna', userRole }),
  );
}

const revisionOf = (session: Session, id: string): number => showProposal(session, { id }).revision;

describe('a proposal', () => {
  test('shows price, pass-through, cost and margin, and the client’s VAT of its day', () => {
    const session = newSession();
    const id = start(session);
    fill(session, id);
    const shown = showProposal(session, { id });
    // (90 000 × 1.3 + 13 000) / 160 h = 812.50 an hour, ten of them.
    expect(shown.total).toMatchObject({
      amountMinor: 2_620_000,
      passThroughMinor: 100_000,
      agiMinor: 2_520_000,
      seconds: 36_000,
      cost: { value: 812_500, missing: [] },
      marginPpm: { value: 677_579, missing: [] },
    });
    expect(shown.vatRatePpm).toBe(220_000);
    expect(shown.grossMinor).toBe(3_196_400);
    expect(shown.lines.map((line) => line.title)).toEqual(['Дизайн', 'Ролик', 'SMM']);
    expect(shown.lines[2]?.withOption?.amountMinor).toBe(30_000);
  });

  test('names the role nobody has instead of a cost', () => {
    const session = newSession();
    const id = start(session);
    addProposalLines(session, {
      proposalId: id,
      afterId: null,
      lines: [{ kind: 'work', title: 'Код', role: 'developer', quantity: '3', unitPriceMinor: 1 }],
    });
    expect(showProposal(session, { id }).total.cost).toEqual({
      value: null,
      missing: [{ code: 'estimate-role', params: { role: 'developer' } }],
    });
  });

  test('in euros costs what the hours cost at the rate of its day, unknown without one', () => {
    const session = newSession();
    const id = start(session, 'riga');
    fill(session, id);
    expect(showProposal(session, { id }).total.cost.missing[0]?.code).toBe('accounting-rate');
  });

  test('keeps its lines in order through adding, moving and removing, each one undo', () => {
    const session = newSession();
    const id = start(session);
    const [first = '', second = '', third = ''] = fill(session, id);
    const titles = () => showProposal(session, { id }).lines.map((line) => line.title);
    moveProposalLine(session, { id: third, afterId: null, groupName: 'Опции' });
    expect(titles()).toEqual(['SMM', 'Дизайн', 'Ролик']);
    for (let times = 0; times < 12; times += 1) {
      addProposalLines(session, {
        proposalId: id,
        afterId: third,
        lines: [{ kind: 'service', title: `№ ${times}` }],
      });
    }
    expect(titles().slice(0, 3)).toEqual(['SMM', '№ 11', '№ 10']);
    expect(showProposal(session, { id }).lines[1]?.groupName).toBe('Опции');
    removeProposalLines(session, { ids: [first, second] });
    expect(titles()).not.toContain('Дизайн');
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(titles()).toContain('Дизайн');
  });

  test('goes to the client only with a discount somebody may give', () => {
    const session = newSession();
    setUser(session, 'manager');
    const id = start(session);
    fill(session, id);
    amendProposal(session, {
      id,
      revision: revisionOf(session, id),
      patch: { discountPpm: 80_000 },
    });
    expect(showProposal(session, { id }).discount).toMatchObject({
      needs: 'lead',
      amountMinor: 200_000,
      approvedBy: null,
    });
    expect(codeOf(() => sendProposal(session, { id }))).toBe('discount-not-approved');
    expect(codeOf(() => approveDiscount(session, { id }))).toBe('discount-not-yours');
    setUser(session, 'lead');
    approveDiscount(session, { id });
    expect(showProposal(session, { id }).discount).toMatchObject({
      needs: 'nobody',
      approvedBy: 'anna',
    });
    // A higher one asks again, and above the lead's own limit it is not the lead's to give.
    amendProposal(session, {
      id,
      revision: revisionOf(session, id),
      patch: { discountPpm: 150_000 },
    });
    expect(codeOf(() => approveDiscount(session, { id }))).toBe('discount-not-yours');
    setLimit(session, { decider: 'lead', maxPpm: 200_000 });
    approveDiscount(session, { id });
    sendProposal(session, { id });
    expect(showProposal(session, { id }).sentOn).toBe(TODAY);
  });

  test('that was sent is not edited; the next version starts from it', () => {
    const session = newSession();
    const id = start(session);
    const [line = ''] = fill(session, id);
    sendProposal(session, { id });
    expect(
      codeOf(() =>
        amendProposalLineFields(session, { id: line, revision: 1, patch: { quantity: '11' } }),
      ),
    ).toBe('proposal-sent');
    const next = duplicateProposal(session, { id }).id;
    const shown = showProposal(session, { id: next });
    expect(shown).toMatchObject({ version: 2, status: 'draft', number: 1 });
    expect(shown.versions.map(({ version, amountMinor }) => [version, amountMinor])).toEqual([
      [1, 2_620_000],
      [2, 2_620_000],
    ]);
    expect(shown.lines[0]?.originId).toBe(line);
    withdrawProposal(session, { id });
    amendProposalLineFields(session, { id: line, revision: 1, patch: { quantity: '11' } });
    expect(showProposal(session, { id }).total.amountMinor).toBe(2_870_000);
  });

  test('that was lost says why, and counts against the win rate', () => {
    const session = newSession();
    const id = start(session);
    fill(session, id);
    expect(
      codeOf(() => loseProposal(session, { id, decidedOn: '2027-01-01', reason: 'цена' })),
    ).toBe('proposal-decided-later');
    loseProposal(session, { id, decidedOn: TODAY, reason: 'цена' });
    const list = listProposals(session, { clientId: null });
    expect(list.proposals[0]).toMatchObject({ status: 'lost', lostReason: 'цена' });
    expect(list.winRatePpm).toEqual({ value: 0, missing: [] });
  });

  test.each([
    ['an end before the start', { startsOn: '2027-03-01' }, 'period-invalid'],
    ['a stated VAT without a rate', { vatMode: 'stated' as const }, 'proposal-vat-not-stated'],
    ['a day no VAT is set for', { startsOn: '2018-01-01' }, 'proposal-vat-unknown'],
  ])('refuses %s and writes nothing', (_name, patch, code) => {
    const session = newSession();
    const id = start(session);
    const before = showProposal(session, { id });
    expect(codeOf(() => amendProposal(session, { id, revision: before.revision, patch }))).toBe(
      code,
    );
    expect(showProposal(session, { id })).toEqual(before);
  });

  test('refuses lines whose sum is beyond what the product keeps', () => {
    const session = newSession();
    const id = start(session);
    const lines = [{ kind: 'work' as const, quantity: '9999999999', unitPriceMinor: 2 ** 40 }];
    expect(codeOf(() => addProposalLines(session, { proposalId: id, afterId: null, lines }))).toBe(
      'money-out-of-range',
    );
    expect(showProposal(session, { id }).lines).toEqual([]);
  });
});

test('a price holds from its day, and the one before ends the day before', () => {
  const session = newSession();
  const price = (validFrom: string, priceMinor: number) =>
    setPrice(session, {
      kind: 'role',
      title: 'Дизайнер',
      role: 'designer',
      unit: 'ч',
      priceMinor,
      currency: 'RUB',
      hoursSeconds: 0,
      validFrom,
      validTo: null,
    });
  price('2026-01-01', 200_000);
  price('2026-10-01', 210_000);
  expect(
    listPrices(session).items.map(({ validFrom, validTo, priceMinor }) => [
      validFrom,
      validTo,
      priceMinor,
    ]),
  ).toEqual([
    ['2026-01-01', '2026-09-30', 200_000],
    ['2026-10-01', null, 210_000],
  ]);
});

describe('a proposal that was accepted', () => {
  const decided = { decidedOn: TODAY, decidedBy: 'Ольга', evidence: 'письмо', taken: null };

  function accepted(prepaymentPpm = 500_000) {
    const session = newSession();
    const id = start(session);
    fill(session, id);
    addProposalLines(session, {
      proposalId: id,
      afterId: null,
      lines: [
        { kind: 'media', title: 'Поиск', quantity: '3', unitPriceMinor: 1_000_001 },
        { kind: 'commission', title: 'Ведение', commissionPpm: 100_000, commissionBasis: 'on-top' },
      ],
    });
    amendProposal(session, { id, revision: revisionOf(session, id), patch: { prepaymentPpm } });
    sendProposal(session, { id });
    return { session, id };
  }

  const rows = (session: Session, sql: string) => session.workspace.read.all(sql);

  test('is a project with its fee and hours, tasks, budget, media plan and a first invoice', () => {
    const { session, id } = accepted();
    const before = showProposal(session, { id });
    const { projectId } = acceptProposal(session, { id, ...decided });
    expect(
      rows(session, `SELECT fee_minor, starts_on FROM projects WHERE id = '${projectId}'`),
    ).toEqual([{ fee_minor: 2_500_000, starts_on: '2026-12-01' }]);
    expect(rows(session, 'SELECT person_id, planned_s FROM project_hours')).toEqual([
      { person_id: 'anna', planned_s: 36_000 },
    ]);
    expect(rows(session, 'SELECT title, estimate_s, project_id FROM tasks')).toEqual([
      { title: 'Дизайн', estimate_s: 36_000, project_id: projectId },
    ]);
    expect(
      rows(
        session,
        'SELECT kind, sum(planned) AS planned FROM budget_amounts GROUP BY kind ORDER BY kind',
      ),
    ).toEqual([
      { kind: 'commission', planned: 300_000 },
      { kind: 'fees', planned: 2_500_000 },
      { kind: 'hours', planned: 36_000 },
      { kind: 'media', planned: 3_000_003 },
      { kind: 'production', planned: 100_000 },
    ]);
    expect(rows(session, 'SELECT channel, volume, price FROM media_plan_lines')).toEqual([
      { channel: 'Поиск', volume: '3', price: '10000.01' },
    ]);
    const net = Math.round(before.total.amountMinor / 2 + 0.000_1);
    expect(rows(session, 'SELECT net_minor, month, proposal_id FROM invoice_drafts')).toEqual([
      { net_minor: net, month: TODAY.slice(0, 7), proposal_id: id },
    ]);
    expect(showProposal(session, { id })).toMatchObject({ status: 'accepted', projectId });
  });

  test('counts its media once, before and after its plan is approved, and keeps what was typed', () => {
    const { session, id } = accepted(0);
    const typed = (month: string, planned: number) =>
      planAmount(session, { clientId: 'ural', projectId: null, kind: 'media', month, planned });
    const months = { clientId: 'ural', from: '2026-12', to: '2027-03' };
    const media = () =>
      showBudget(session, months)
        .rows.find(({ kind }) => kind === 'media')
        ?.cells.reduce((sum, cell) => sum + cell.planned, 0);
    const approve = (planId = '') =>
      decidePlan(session, { id: planId, decision: 'approved', ...decided });
    typed('2026-12', 70_000);
    typed('2027-03', 5_000);
    acceptProposal(session, { id, ...decided });
    expect(media()).toBe(3_000_003 + 75_000);
    approve(listMediaPlans(session, { clientId: 'ural' }).plans[0]?.id);
    expect(media()).toBe(3_000_003 + 75_000);

    // Another plan is not the first of that month any more.
    const other = addPlan(session, {
      clientId: 'ural',
      currency: null,
      name: 'Ещё',
      projectId: null,
      from: '2026-12-01',
      to: '2027-03-31',
      columnUnit: 'month',
      columns: [],
      note: '',
      commissionPpm: null,
      commissionBasis: 'on-top',
      clientDiscountPpm: 0,
      vatMode: 'by-date',
      vatPpm: null,
      budgetGrossMinor: null,
    }).id;
    addPlanLines(session, {
      planId: other,
      beforeId: null,
      lines: [
        {
          model: 'fixed',
          channel: 'VK',
          volume: '1',
          price: '200',
          from: '2026-12-01',
          to: '2026-12-31',
        },
      ],
    });
    approve(other);
    expect(media()).toBe(3_000_003 + 75_000 + 20_000);
    expect(runWorkspaceChecks(session).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is first billed without the media, which its plan bills', () => {
    const { session, id } = accepted(0);
    acceptProposal(session, { id, ...decided });
    // 31 of 90 days of 26 200.
    expect(rows(session, 'SELECT net_minor FROM invoice_drafts')).toEqual([{ net_minor: 902_445 }]);
  });

  test('is taken back by one undo, with everything it made', () => {
    const { session, id } = accepted(0);
    acceptProposal(session, { id, ...decided });
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(showProposal(session, { id })).toMatchObject({ status: 'sent', projectId: null });
    for (const table of ['projects', 'tasks', 'budget_amounts', 'media_plans', 'invoice_drafts']) {
      expect(rows(session, `SELECT id FROM ${table}`), table).toEqual([]);
    }
  });

  test('does not change any more, and cannot be accepted twice', () => {
    const { session, id } = accepted();
    acceptProposal(session, { id, ...decided });
    expect(codeOf(() => acceptProposal(session, { id, ...decided }))).toBe('proposal-accepted');
    const line = showProposal(session, { id }).lines[0];
    expect(() =>
      session.workspace.write(action('history.test'), (tx) =>
        amendProposalLine(tx, line?.id ?? '', { quantity: '99' }),
      ),
    ).toThrow('proposal-accepted');
  });

  test('takes its tasks from a regulation where one is named, with the rest in one undo', () => {
    const { session, id } = accepted();
    const step = { role: 'designer', estimateSeconds: 3600, startOffset: 0, dueOffset: 1 };
    const { id: templateId } = addTemplate(session, {
      name: 'Запуск',
      kind: 'PPC',
      language: 'ru',
      description: '',
      steps: [
        { ...step, title: 'Собрать', after: null, checklist: ['раз'] },
        { ...step, title: 'Сдать', after: 0, checklist: [] },
      ],
    });
    const tasks = () =>
      session.workspace.read.all(
        'SELECT title, project_id AS projectId, start_on AS startOn FROM tasks ORDER BY number',
      );
    const before = tasks();
    expect(codeOf(() => acceptProposal(session, { id, ...decided, templateId: 'none' }))).toBe(
      'template-not-found',
    );
    expect(showProposal(session, { id }).status).toBe('sent');

    const { projectId } = acceptProposal(session, { id, ...decided, templateId });
    expect(tasks().slice(before.length)).toEqual([
      { title: 'Собрать', projectId, startOn: '2026-12-01' },
      { title: 'Сдать', projectId, startOn: '2026-12-01' },
    ]);
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(tasks()).toEqual(before);
    expect(showProposal(session, { id }).status).toBe('sent');
  });
});
