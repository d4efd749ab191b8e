import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConsole } from '../../build/tasks/console.ts';

export type SampleFile = {
  /** A new copy of the sample, for one test to change. */
  copy: () => Promise<string>;
  remove: () => Promise<void>;
};

/** Makes the sample portfolio once; each test takes a copy. */
export async function makeSampleFile(today = '2026-11-23'): Promise<SampleFile> {
  const folder = await mkdtemp(join(tmpdir(), 'agency-sample-'));
  const original = join(folder, 'sample.agency');
  const status = await runConsole(['new', original, '--sample', '--today', today]);
  if (status !== 0) throw new Error(`the sample was not made: status ${status}`);
  let copies = 0;
  return {
    copy: async () => {
      copies += 1;
      const path = join(folder, `copy-${copies}.agency`);
      await copyFile(original, path);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
