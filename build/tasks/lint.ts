import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../setup/cache.ts';

export type Check = { name: string; command: string; args: string[] };

/** The checks that read the sources without running them. */
export const staticChecks: readonly Check[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format and style', command: 'biome', args: ['ci', '--max-diagnostics=50'] },
  { name: 'type-aware lint', command: 'oxlint', args: ['--type-aware', '--quiet'] },
  {
    name: 'import directions',
    command: 'depcruise',
    args: ['--config', 'build/dependency-cruiser.mjs', 'electron', 'renderer', 'shared', 'db'],
  },
];

/** Runs a tool of node_modules in the project's root; true when it found nothing. */
export function passes(check: Check): boolean {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const { status } = spawnSync(
    join(projectRoot, 'node_modules/.bin', check.command + suffix),
    check.args,
    {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  return status === 0;
}

export function run(): number {
  const failed = staticChecks.filter((check) => !passes(check)).map((check) => check.name);
  process.stdout.write(failed.length === 0 ? 'nothing found\n' : `failed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
}
