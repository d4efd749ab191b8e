import { rmSync } from 'node:fs';
import { createWorkspace } from '../../../db/connection';
import { addStoredRows } from '../../../db/repositories/sample.repo';
import type { Workspace } from '../../../db/workspace';
import { monthOf } from '../../../shared/domain/dates';
import { refreshStaleMonths } from '../figures.service';
import { buildSample, type SampleOptions } from './build-sample';
import { createIds, createRandom } from './random';
import { addBudgets } from './sample-budgets';
import { addReconciliation } from './sample-reconciliation';
import type { SampleRows } from './sample-rows';

export interface CreateSampleOptions extends SampleOptions {
  readonly nativeBinding?: string;
}

/**
 * Writes the sample portfolio to a new file, which is closed when this returns. For a seed and a date
 * the content is always the same, the journal included. Throws what createWorkspace throws; the file is
 * then not there.
 */
export function createSample(path: string, options: CreateSampleOptions): void {
  const { seed, today, nativeBinding } = options;
  const rows = buildSample({ seed, today });
  const makeId = createIds(createRandom(`file/${seed}`));
  const now = Date.parse(`${today}T04:00:00Z`);
  const workspace = createWorkspace(path, {
    workspaceId: makeId(today),
    now,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    fill(workspace, rows, { today, now, newId: () => makeId(today) });
    workspace.setFact('sample', `seed ${seed}, ${today}`);
    workspace.close();
  } catch (error) {
    const file = workspace.path;
    workspace.close();
    rmSync(file, { force: true });
    throw error;
  }
}

function fill(
  workspace: Workspace,
  rows: SampleRows,
  by: { today: string; now: number; newId: () => string },
): void {
  const { today, now, newId } = by;
  const label = { key: 'history.sample', params: {} };
  // The figures are part of what is written, so that the first opening has nothing to compute.
  workspace.beforeCommit((tx) => refreshStaleMonths(tx, monthOf(today)));
  workspace.write({ actor: 'sample', now, label, kind: 'setup', newId }, (tx) => {
    for (const [table, ofTable] of rows) addStoredRows(tx, table, ofTable);
    addBudgets(tx, today);
    addReconciliation(tx, today);
  });
}
