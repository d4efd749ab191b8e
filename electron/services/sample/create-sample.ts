import { rmSync } from 'node:fs';
import { createWorkspace } from '../../../db/connection';
import { addStoredRows } from '../../../db/repositories/sample.repo';
import type { Workspace } from '../../../db/workspace';
import { buildSample, type SampleOptions } from './build-sample';
import { createIds, createRandom } from './random';

export interface CreateSampleOptions extends SampleOptions {
  readonly nativeBinding?: string;
}

/**
 * Writes the sample portfolio to a new file and answers the open workspace. For a seed and a date the
 * content is always the same, the journal included. Throws what createWorkspace throws; the file is then
 * not there.
 */
export function createSample(path: string, options: CreateSampleOptions): Workspace {
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
    const action = {
      actor: 'sample',
      now,
      label: { key: 'history.sample', params: {} },
      kind: 'setup' as const,
      newId: () => makeId(today),
    };
    workspace.write(action, (tx) => {
      for (const [table, ofTable] of rows) addStoredRows(tx, table, ofTable);
    });
    return workspace;
  } catch (error) {
    const file = workspace.path;
    workspace.close();
    rmSync(file, { force: true });
    throw error;
  }
}
