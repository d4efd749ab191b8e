import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ensureRuntime, runtimeEnv } from '../runtime.ts';
import { projectRoot } from '../setup/cache.ts';
import { say } from '../setup/log.ts';
import { ensureBuild } from './build.ts';

/**
 * Packages the application: a folder under dist/package unless other electron-builder arguments are given.
 * Where only the test runtime is at hand the package holds that one: good for checks, not for users.
 */
export async function run(args: readonly string[]): Promise<number> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  if (runtime.kind === 'test-runtime') {
    say(`packaging with Electron ${runtime.electronVersion}, the test runtime: not for users`);
  }
  const standIn =
    runtime.kind === 'test-runtime'
      ? [
          `--config.electronDist=${dirname(runtime.electronPath)}`,
          `--config.electronVersion=${runtime.electronVersion}`,
        ]
      : [];
  const target = args.length > 0 ? args : ['--dir'];
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'node_modules/electron-builder/cli.js'), ...target, ...standIn],
      { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], env: runtimeEnv(runtime) },
    );
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}
