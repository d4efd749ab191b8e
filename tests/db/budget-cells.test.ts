import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { showBudget } from '../../electron/services/budgets/budgets.service';
import { showBudgetCell } from '../../electron/services/budgets/cell-rows';
import { systemClock } from '../../electron/services/clock';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import { contract } from '../../shared/contract/contract';
import { temporaryFolder } from '../helpers/db-workspace';

const TODAY = '2026-11-23';
const SPAN = { from: '2026-08', to: '2026-12' };

function sampleSession(): Session {
  const path = join(temporaryFolder(), 'sample.agency');
  createSample(path, { seed: 1, today: TODAY });
  const workspace = openWorkspace(path);
  onTestFinished(() => workspace.close());
  return { workspace, clock: systemClock(TODAY), language: () => 'ru', actor: 'nobody' };
}

it('every cell of every budget opens into rows that add up to its plan and its actual', () => {
  const session = sampleSession();
  const clients = session.workspace.read.all<{ id: string }>('SELECT id FROM clients ORDER BY id');
  let opened = 0;
  for (const { id: clientId } of clients) {
    const budget = showBudget(session, { clientId, ...SPAN });
    const sections = [
      ...budget.sections.map((section) => ({ ...section, isWhole: false })),
      { projectId: null, rows: budget.rows, isWhole: true },
    ];
    for (const { projectId, rows, isWhole } of sections) {
      for (const { kind, cells } of rows) {
        for (const { month, planned, actual } of cells) {
          const asked = { clientId, projectId, isWhole, kind, month };
          const cell = contract['budgets/show-cell'].output.parse(showBudgetCell(session, asked));
          const sum = (own: typeof cell.planned) => own.reduce((all, row) => all + row.amount, 0);
          expect({ ...asked, planned: sum(cell.planned) }).toEqual({ ...asked, planned });
          expect({ ...asked, actual: sum(cell.actual) }).toEqual({ ...asked, actual });
          opened += planned !== 0 || actual !== 0 ? 1 : 0;
        }
      }
    }
    for (const { month, planned, actual } of budget.money.cells) {
      const asked = { clientId, projectId: null, isWhole: true, kind: 'money' as const, month };
      const cell = showBudgetCell(session, asked);
      const sum = (own: typeof cell.planned) => own.reduce((all, row) => all + row.amount, 0);
      expect([sum(cell.planned), sum(cell.actual)]).toEqual([planned, actual]);
    }
  }
  expect(opened).toBeGreaterThan(200);
});
