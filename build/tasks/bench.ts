import { join } from 'node:path';
import { ensureRuntime, runtimeEnv, withDisplay } from '../runtime.ts';
import { projectRoot } from '../setup/cache.ts';
import { ensureBuild } from './build.ts';

/** Runs the benchmarks of tests/bench on the built application, on a virtual display where there is no other. */
export async function run(args: readonly string[]): Promise<number> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  return withDisplay(process.execPath, [join(projectRoot, 'tests/bench/bench.ts'), ...args], {
    cwd: projectRoot,
    env: runtimeEnv(runtime),
  });
}
