import { spawn } from 'node:child_process';
import { glob, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureRuntime, runtimeEnv, withDisplay } from '../runtime.ts';
import { projectRoot, readJson } from '../setup/cache.ts';
import { ensureBuild } from './build.ts';
import { passes, staticChecks } from './lint.ts';

type Count = { passed: number; failed: number; skipped: number };
type Part = Count & { name: string; seconds: number };

const reports = join(projectRoot, 'out/test-results');
const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js');

/** Time zones in which everything about dates has to give the same answer. */
const timeZones = ['Europe/Riga', 'Asia/Yekaterinburg', 'America/Los_Angeles'];

/** A runner that reports nothing, or ends badly without naming a failure, counts as one failure. */
function judge(count: Count | null, status: number): Count {
  if (!count) return { passed: 0, failed: 1, skipped: 0 };
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

async function runVitest(filters: readonly string[], timeZone?: string): Promise<Count> {
  const file = join(reports, `vitest-${timeZone?.replace('/', '-') ?? 'all'}.json`);
  const status = await runNode(
    [
      vitest,
      'run',
      '--config',
      'build/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    timeZone ? { ...process.env, TZ: timeZone } : process.env,
  );
  const report = await readJson<VitestReport>(file);
  if (!report) return judge(null, status);
  const unloadable = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  return judge(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

async function runPlaywright(): Promise<Count> {
  const runtime = await ensureRuntime();
  await ensureBuild();
  const file = join(reports, 'playwright.json');
  const status = await withDisplay(
    process.execPath,
    [playwright, 'test', '--config', 'build/playwright.config.ts', '--reporter=list,json'],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...runtimeEnv(runtime), PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  );
  const report = await readJson<PlaywrightReport>(file);
  if (!report) return judge(null, status);
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) process.stdout.write(`\n${flaky} passed only at the second try\n`);
  return judge(
    { passed: expected + flaky, failed: unexpected + report.errors.length, skipped },
    status,
  );
}

async function filesMatching(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: projectRoot })) found.push(path);
  return found;
}

/** Runs everything, goes on after failures, and ends with one line that counts all of it. */
export async function run(args: readonly string[]): Promise<number> {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const parts: Part[] = [];
  const part = async (name: string, work: () => Count | Promise<Count>): Promise<void> => {
    if (args.length > 0 && !args.some((word) => name.includes(word))) return;
    process.stdout.write(`\n── ${name}\n`);
    const startedAt = Date.now();
    let count: Count;
    try {
      count = await work();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      count = { passed: 0, failed: 1, skipped: 0 };
    }
    parts.push({ name, ...count, seconds: (Date.now() - startedAt) / 1000 });
  };

  for (const check of staticChecks) {
    await part(check.name, () => {
      const passed = passes(check);
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
    });
  }
  await part('unit, database, IPC, renderer and architecture tests', () => runVitest([]));
  const dateTests = await filesMatching('tests/unit/**/*{date,period,month,calendar}*.test.ts');
  if (dateTests.length > 0) {
    for (const zone of timeZones) {
      await part(`dates in ${zone}`, () => runVitest(dateTests, zone));
    }
  }
  await part('end-to-end tests in a real Electron window', runPlaywright);

  process.stdout.write('\n');
  for (const { name, passed, failed, skipped, seconds } of parts) {
    const mark = failed > 0 ? '✗' : '✓';
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    process.stdout.write(`${mark} ${name}: ${counts} (${seconds.toFixed(0)} s)\n`);
  }
  const sum = (key: keyof Count): number => parts.reduce((total, one) => total + one[key], 0);
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`,
  );
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}
