import { ensureRuntime } from '../runtime.ts';

/** `node build/run.mjs setup`: prepares the runtime and shows what was found. */
export async function run(): Promise<number> {
  process.stdout.write(`${JSON.stringify(await ensureRuntime(), null, 2)}\n`);
  return 0;
}
