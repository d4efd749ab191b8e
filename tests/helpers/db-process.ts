import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll } from 'vitest';

const projectRoot = join(import.meta.dirname, '../..');

const bundleFolder = join(
  projectRoot,
  'node_modules/.cache/agency-console/db-child',
  String(process.pid),
);

let built: Promise<string> | null = null;

/** Bundles db-child.ts with the product's database code, once per test file. */
export function childScript(): Promise<string> {
  built ??= bundle();
  return built;
}

afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));

async function bundle(): Promise<string> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'db-child.ts'),
      outDir: bundleFolder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'db-child.mjs' } },
    },
  });
  return join(bundleFolder, 'db-child.mjs');
}

export type Child = {
  process: ChildProcessWithoutNullStreams;
  lines: string[];
  /** Resolves with the first line, now or later, that the test accepts; null when the child ends without one. */
  line(accepts: (line: string) => boolean): Promise<string | null>;
  ended: Promise<number | null>;
};

/** Starts db-child.ts with a command; see there. */
export async function startChild(
  args: string[],
  options: { uid?: number; env?: Record<string, string> } = {},
): Promise<Child> {
  const script = await childScript();
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    for (const wake of waiting) wake();
  });
  child.stderr.on('data', (data: Buffer) => lines.push(`stderr ${data.toString()}`));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(([[code]]) => {
    for (const wake of waiting) wake();
    return code as number | null;
  });
  return {
    process: child,
    lines,
    ended,
    line: (accepts) =>
      new Promise((resolve) => {
        let over = false;
        const look = () => {
          const found = lines.find(accepts);
          if (found === undefined && !over) return;
          waiting.delete(look);
          resolve(found ?? null);
        };
        waiting.add(look);
        void ended.then(() => {
          over = true;
          look();
        });
        look();
      }),
  };
}
