import { ensureRuntime, launchArgs, runtimeEnv, withDisplay } from '../runtime.ts';
import { ensureBuild } from './build.ts';

/**
 * `node build/run.mjs window ARGUMENTS`: the application in a window, on a virtual display where there is no
 * real one. The console starts its jobs that need a window (printing, pictures) through this.
 */
export async function run(args: readonly string[]): Promise<number> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  // Nobody sees a virtual display; Chromium's complaints about the missing bus and graphics say nothing there.
  const quiet = runtime.needsVirtualDisplay ? ['--log-level=3'] : [];
  return withDisplay(runtime.electronPath, [...quiet, ...launchArgs(runtime), ...args], {
    env: runtimeEnv(runtime),
  });
}
