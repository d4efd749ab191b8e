import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureRuntime } from '../runtime.ts';
import { projectRoot } from '../setup/cache.ts';
import { hasDisplay } from '../setup/display.ts';
import { SetupError } from '../setup/log.ts';
import { ensureBuild } from './build.ts';
import { runConsole } from './console.ts';
import { run as openWindow } from './window.ts';

const results = 'out';

async function step(...args: string[]): Promise<void> {
  process.stdout.write(`\n$ npm run -s console -- ${args.join(' ')}\n`);
  const status = await runConsole(args, projectRoot);
  if (status !== 0) throw new SetupError(`"${args.join(' ')}" ended with status ${status}`, 1);
}

function firstBrief(workspace: string): string {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['dist/app/main/console.js', 'list', 'briefs', '--workspace', workspace, '--json'],
    { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, INIT_CWD: projectRoot } },
  );
  if (status !== 0) throw new SetupError('the sample workspace does not list its briefs', 1);
  const list: unknown = JSON.parse(stdout);
  if (typeof list === 'object' && list !== null && 'items' in list && Array.isArray(list.items)) {
    const first: unknown = list.items[0];
    if (typeof first === 'object' && first !== null && 'id' in first) return String(first.id);
  }
  throw new SetupError('the sample workspace has no brief', 1);
}

/** Without a display: the main job from end to end, its results as files under out/. */
async function showWithoutDisplay(): Promise<number> {
  process.stdout.write(
    'There is no display here, so the console does its main job on a virtual one and leaves the results in out/.\n',
  );
  const folder = join(projectRoot, results);
  const workspace = `${results}/sample.agency`;
  for (const name of [
    'sample.agency',
    'screens',
    'brief.pdf',
    'profitability.pdf',
    'profitability.xlsx',
  ]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await mkdir(folder, { recursive: true });
  const of = ['--workspace', workspace];
  await step('new', workspace, '--sample');
  await step('screens', `${results}/screens`, ...of);
  await step('export', 'brief', firstBrief(workspace), '--out', `${results}/brief.pdf`, ...of);
  await step('report', 'profitability', '--out', `${results}/profitability.pdf`, ...of);
  await step('report', 'profitability', '--out', `${results}/profitability.xlsx`, ...of);

  process.stdout.write('\nFiles:\n');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('test-results'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const kilobytes = Math.ceil((await stat(path)).size / 1024);
    process.stdout.write(`${String(kilobytes).padStart(8)} kB  ${relative(projectRoot, path)}\n`);
  }
  return 0;
}

export async function run(args: readonly string[]): Promise<number> {
  await ensureRuntime();
  await ensureBuild();
  return hasDisplay() ? openWindow(args) : showWithoutDisplay();
}
