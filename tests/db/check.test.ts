import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../db/connection';
import type { Workspace } from '../../db/workspace';
import { type CheckReport, runWorkspaceChecks } from '../../electron/services/check.service';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import type { Language } from '../../shared/contract/primitives';
import { temporaryFolder } from '../helpers/db-workspace';

const TODAY = '2026-11-21';

function sessionOf(workspace: Workspace, language: Language = 'en'): Session {
  return {
    workspace,
    clock: { today: () => TODAY, now: () => Date.UTC(2026, 10, 21) },
    language: () => language,
    actor: 'tester',
  };
}

const shared = mkdtempSync(join(tmpdir(), 'agency-sample-'));
const sample = join(shared, 'sample.agency');
beforeAll(() => createSample(sample, { seed: 1, today: TODAY }), 60_000);
afterAll(() => rmSync(shared, { recursive: true, force: true }));

function withSample<T>(use: (workspace: Workspace) => T): T {
  const path = join(temporaryFolder(), 'sample.agency');
  copyFileSync(sample, path);
  const workspace = openWorkspace(path);
  try {
    return use(workspace);
  } finally {
    workspace.close();
  }
}

function broken(report: CheckReport): string[] {
  return report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

describe('check', () => {
  test('finds nothing in the sample portfolio, and says so in every language', () => {
    withSample((workspace) => {
      const report = runWorkspaceChecks(sessionOf(workspace));
      expect(broken(report)).toEqual([]);
      expect(report.ok).toBe(true);
      expect(report.checks.map(({ name }) => name)).toEqual([
        'integrity',
        'references',
        'journal',
        'invoice-totals',
        'allocations-within-payments',
        'allocations-within-invoices',
        'allocation-currencies',
        'open-invoices',
        'invoice-currencies',
        'dated-rates',
        'projects-of-their-client',
        'budget-baselines',
        'invoice-draft-totals',
        'media-plan-versions',
        'media-plan-projects',
        'proposal-packages',
        'agreement-owners',
        'task-owners',
        'task-dates',
        'dates',
        'aging',
        'media-plan-lines',
        'task-circles',
        'task-series',
        'kept-figures',
      ]);
      for (const language of ['ru', 'en', 'lv'] as const) {
        for (const { detail } of runWorkspaceChecks(sessionOf(workspace, language)).checks) {
          expect(detail).toMatch(/\.$/);
          expect(detail).not.toContain('{{');
          expect(detail).not.toContain('check.');
        }
      }
    });
  }, 60_000);

  test.each([
    [
      'UPDATE invoices SET net_minor = net_minor + 1, gross_minor = gross_minor + 1 WHERE rowid = 1',
      ['invoice-totals'],
    ],
    [
      'DELETE FROM budget_baselines WHERE rowid = (SELECT min(rowid) FROM budget_baselines WHERE amount <> 0)',
      ['budget-baselines'],
    ],
    [
      'UPDATE invoice_draft_lines SET net_minor = net_minor + 1, gross_minor = gross_minor + 1 WHERE rowid = 1',
      ['invoice-draft-totals'],
    ],
    [
      'UPDATE client_months SET agi_minor = agi_minor + 1 WHERE month = (SELECT min(month) FROM client_months)',
      ['kept-figures'],
    ],
    [
      'DELETE FROM open_invoices WHERE invoice_id = (SELECT min(invoice_id) FROM open_invoices)',
      ['open-invoices'],
    ],
    [
      "INSERT INTO dated_rates (id, kind, country, valid_from, rate_ppm) VALUES ('x', 'ad-levy', 'ZZ', '2020-01-01', 1), ('y', 'ad-levy', 'ZZ', '2021-01-01', 2)",
      ['dated-rates'],
    ],
  ])(
    'finds what was put in past the services: %s',
    (sql, expected) => {
      withSample((workspace) => {
        workspace.refresh((tx) => tx.runDerived(sql));
        expect(broken(runWorkspaceChecks(sessionOf(workspace)))).toEqual(expected);
      });
    },
    60_000,
  );
});
