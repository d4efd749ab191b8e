import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { recordContact } from '../../db/repositories/care.repo';
import { setContract } from '../../db/repositories/clients.repo';
import { recordProduction } from '../../db/repositories/costs.repo';
import type { Workspace } from '../../db/workspace';
import { lastClosedMonth } from '../../electron/services/clients.service';
import { addDeadline } from '../../electron/services/clients.write.service';
import { mondayBrief } from '../../electron/services/monday/monday.service';
import { issueInvoice } from '../../electron/services/money.service';
import { showPortfolio } from '../../electron/services/portfolio.service';
import { mondayReport } from '../../electron/services/reports/monday.report';
import { reportToJson } from '../../electron/services/reports/report-json';
import { createSample } from '../../electron/services/sample/create-sample';
import { act, readOf } from '../../electron/services/session';
import { newSession, TODAY } from '../helpers/db-session';

describe('the Monday brief', () => {
  it('of a calm agency is empty', () => {
    const brief = mondayBrief(readOf(newSession()), TODAY);
    expect(brief).toMatchObject({
      items: [],
      week: { from: '2026-11-16', to: '2026-11-22' },
      totals: { atRisk: { value: 0 }, firstThreePpm: null, clients: 0 },
    });
  });

  it('ranks debts without VAT and income by one basis, and counts the income of a client once', () => {
    const session = newSession();
    const bill = (clientId: string, number: string, amountMinor: number) =>
      issueInvoice(session, {
        clientId,
        number,
        issuedOn: '2026-10-01',
        dueOn: '2026-10-15',
        vatMode: 'on-top',
        lines: [{ title: 'Работы', amountMinor, vatPpm: 220_000 }],
      });
    bill('kama', '1', 10_000_00);
    act(session, 'test', {}, (tx) => {
      // 30 000,00 of income in October: production sold at a hundred per cent on top.
      recordProduction(tx, {
        clientId: 'ural',
        incurredOn: '2026-10-05',
        title: 'Печать',
        costMinor: 30_000_00,
        markupPpm: 1_000_000,
      });
      setContract(tx, {
        clientId: 'ural',
        number: '7',
        signedOn: '2026-01-01',
        endsOn: '2026-12-20',
      });
      recordContact(tx, {
        clientId: 'ural',
        contactedAt: Date.UTC(2026, 9, 1),
        contactedOn: '2026-10-01',
        channel: 'call',
      });
    });
    addDeadline(session, { clientId: 'ural', dueOn: '2026-11-18', title: 'отчёт', kind: 'report' });

    const { items, totals, calls, contracts } = mondayBrief(readOf(session), TODAY);
    expect(items.map(({ section, atRisk }) => [section, atRisk?.value ?? null])).toEqual([
      ['contract', 30_000_00],
      ['debt', 10_000_00],
      ['silence', null],
      ['overdue-dates', null],
    ]);
    expect(items[1]?.debt?.value).toBe(12_200_00);
    expect(totals).toMatchObject({
      debt: { value: 12_200_00 },
      income: { value: 30_000_00 },
      atRisk: { value: 40_000_00 },
      firstThreePpm: 1_000_000,
      clients: 2,
    });
    expect(calls).toMatchObject([{ client: { id: 'ural' }, silentDays: 51, normDays: 7 }]);
    expect(contracts).toMatchObject([{ client: { id: 'ural' }, days: 29 }]);
  });
});

describe('the Monday brief of the sample', () => {
  let workspace: Workspace;
  const today = '2026-11-23';
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'agency-monday-'));
    const path = join(folder, 'sample.agency');
    createSample(path, { seed: 1, today });
    workspace = openWorkspace(path);
    return () => {
      workspace.close();
      rmSync(folder, { recursive: true });
    };
  });

  it('adds up: the debts are those of the portfolio, the items make the totals', () => {
    const brief = mondayBrief(workspace.read, today);
    const portfolio = showPortfolio(workspace.read, lastClosedMonth(today), null, today);
    const sum = (of: 'debt' | 'income' | 'atRisk') =>
      brief.items.reduce((total, item) => total + (item[of]?.value ?? 0), 0);
    expect(brief.totals.debt.value).toBe(portfolio.riskTotals.overdue.value);
    expect(brief.totals.debt.value).toBe(sum('debt'));
    expect(brief.totals.income.value).toBe(sum('income'));
    expect(brief.totals.atRisk.value).toBe(sum('atRisk'));
    const ranked = brief.items.map((item) => item.atRisk?.value ?? -1);
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(new Set(brief.items.map(({ key }) => key)).size).toBe(brief.items.length);
    expect(new Set(brief.items.map(({ section }) => section))).toContain('media');
  });

  it('as a report says the same in decimals', () => {
    const brief = mondayBrief(workspace.read, today);
    const report = reportToJson(mondayReport(workspace.read, { today, language: 'ru' }));
    expect(report).toMatchObject({
      name: 'monday',
      params: { from: '2026-11-23', to: '2026-11-29' },
      totals: { debt: ((brief.totals.debt.value ?? 0) / 100).toFixed(2) },
    });
  });
});
