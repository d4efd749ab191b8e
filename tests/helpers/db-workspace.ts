import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CreateOptions, createWorkspace } from '../../db/connection';
import type { Action, Workspace } from '../../db/workspace';

/** A folder of its own for the running test, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'agency-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty workspace in a folder of its own, closed when the test ends. */
export function newWorkspace(options: CreateOptions = {}): Workspace {
  const folder = temporaryFolder();
  const workspace = createWorkspace(join(folder, 'test.agency'), {
    dataFolder: temporaryFolder(),
    ...options,
  });
  onTestFinished(() => workspace.close());
  return workspace;
}

/** An action with a plain label, one millisecond after the other. */
let clock = Date.UTC(2026, 10, 21, 9);
export function action(key = 'history.test', rest: Partial<Action> = {}): Action {
  clock += 1;
  return { actor: 'tester', now: clock, label: { key, params: {} }, ...rest };
}

/** SHA-256 of a file that is closed. */
export function fileHash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
