import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '../../db/connection';
import type { Workspace } from '../../db/workspace';
import { readMetricsCase } from '../../shared/domain/metrics-case';
import { caseFigures } from '../../shared/domain/metrics-case-figures';
import {
  assembleCaseValues,
  type CaseValues,
  compareCaseValues,
  type WrongValue,
} from '../../shared/domain/metrics-case-values';
import { keepFiguresFresh, spanFigures } from './figures.service';
import { loadCase, loadInvoices } from './verify/load-case';
import { readCase } from './verify/read-case';

export type VerifyAnswer = {
  /** Name of the case. */
  readonly case: string;
  /** How many figures were held against what the case expects; 0 where it expects none. */
  readonly checked: number;
  readonly wrong: readonly WrongValue[];
  /** Every figure computed, as the case writes them. */
  readonly values: CaseValues;
};

export type VerifyOptions = {
  /** Path of the compiled SQLite driver, where the package's own does not fit the runtime. */
  readonly nativeBinding?: string;
};

/**
 * Loads a worked case (METRICS.md) through the repositories into a throw-away workspace file, reads the
 * figures back as the product does and holds them against what the case expects. Throws AppErrors naming
 * the field of a case that cannot be read (`case-…`) or that the tables refuse (`value-refused`).
 */
export function verifyMetrics(caseJson: unknown, options: VerifyOptions = {}): VerifyAnswer {
  const file = readMetricsCase(caseJson);
  const folder = mkdtempSync(join(tmpdir(), 'agency-case-'));
  try {
    const workspace = createWorkspace(join(folder, 'case.agency'), {
      ...options,
      dataFolder: join(folder, 'data'),
    });
    try {
      const values = computeThrough(workspace, file);
      return { case: file.name, ...compareCaseValues(values, file.expected ?? {}), values };
    } finally {
      workspace.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function computeThrough(
  workspace: Workspace,
  file: ReturnType<typeof readMetricsCase>,
): CaseValues {
  keepFiguresFresh(workspace, { today: () => file.asOf, now: () => Date.now() });
  const action = {
    actor: 'verify-metrics',
    now: Date.now(),
    label: { key: 'history.load-case', params: { case: file.name } },
    kind: 'setup',
  } as const;
  const loaded = workspace.write(action, (tx) => loadCase(tx, file));
  const { profitability } = spanFigures(workspace.read, loaded.clientId, file.period);
  workspace.write(action, (tx) => loadInvoices(tx, file, loaded.clientId, profitability));
  return assembleCaseValues(caseFigures(readCase(workspace.read, loaded, file)));
}
