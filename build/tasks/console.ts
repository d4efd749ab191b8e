import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../setup/cache.ts';
import { ensureBuild } from './build.ts';

/**
 * Runs one console command on plain Node; standard output is the command's alone.
 * `AGENCY_WINDOW_COMMAND` tells it how to start a window when it needs one (a JSON list: program, arguments).
 */
export async function runConsole(
  args: readonly string[],
  cwd: string = process.env['INIT_CWD'] ?? process.cwd(),
): Promise<number> {
  await ensureBuild();
  const windowCommand = [process.execPath, join(projectRoot, 'build/run.mjs'), 'window'];
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'dist/app/main/console.js'), ...args],
      {
        cwd,
        stdio: 'inherit',
        env: {
          ...process.env,
          INIT_CWD: cwd,
          AGENCY_WINDOW_COMMAND: JSON.stringify(windowCommand),
        },
      },
    );
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

export function run(args: readonly string[]): Promise<number> {
  return runConsole(args);
}
