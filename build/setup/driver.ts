import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  buildFolder,
  cacheRoot,
  fileExists,
  projectRoot,
  readJson,
  seal,
  sealHolds,
} from './cache.ts';
import { execute, findProgram, tail } from './exec.ts';
import { SetupError, withProgress } from './log.ts';
import type { Shortage } from './system-libraries.ts';

const modules = join(projectRoot, 'node_modules');
const binaryName = 'better_sqlite3.node';

// The driver's prebuilt file asks for Node-API 10. Electron 33 has 9 and, behind this switch, everything that
// the driver really calls; the same build runs in newer Electron and Node as well.
const compilerFlags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL';

type Lock = { packages: Record<string, { version: string; integrity?: string } | undefined> };

async function cacheKey(): Promise<string> {
  const lock = await readJson<Lock>(join(projectRoot, 'package-lock.json'));
  const parts = ['better-sqlite3', 'node-addon-api', `node-linux-${process.arch}`].map((name) => {
    const entry = lock?.packages[`node_modules/${name}`];
    return `${entry?.version}:${entry?.integrity}`;
  });
  const hash = createHash('sha256')
    .update([...parts, compilerFlags].join('\n'))
    .digest('hex');
  const version = lock?.packages['node_modules/better-sqlite3']?.version;
  return `driver-${version}-${process.arch}-${hash.slice(0, 12)}`;
}

async function compile(target: string): Promise<void> {
  const scratch = join(target, 'source');
  await cp(join(modules, 'better-sqlite3'), scratch, { recursive: true });
  await mkdir(join(scratch, 'node_modules'));
  await cp(join(modules, 'node-addon-api'), join(scratch, 'node_modules/node-addon-api'), {
    recursive: true,
  });
  const headers = join(modules, `node-linux-${process.arch}`);
  const fromPackage = await fileExists(join(headers, 'include/node/node_api.h'));
  const { status, output } = await execute(
    process.execPath,
    [
      join(modules, 'node-gyp/bin/node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      `--jobs=${availableParallelism()}`,
      ...(fromPackage ? [`--nodedir=${headers}`] : []),
    ],
    { cwd: scratch, env: { ...process.env, CXXFLAGS: compilerFlags } },
  );
  if (status !== 0)
    throw new SetupError(`could not compile the SQLite driver:\n${tail(output, 25)}`);
  await copyFile(join(scratch, 'build/Release', binaryName), join(target, binaryName));
  await rm(scratch, { recursive: true, force: true });
}

async function folderOfBuild(): Promise<string> {
  return join(cacheRoot(), await cacheKey());
}

/** What a compilation would lack; nothing when the driver is compiled already. */
export async function compilerShortages(): Promise<Shortage[]> {
  if (await sealHolds(await folderOfBuild())) return [];
  const missing = ['python3', 'make', 'g++'].filter((program) => !findProgram(program));
  if (missing.length === 0) return [];
  const reason = `the SQLite driver has to be compiled and ${missing.join(', ')} cannot be found`;
  return [{ packages: ['build-essential', 'python3'], reason }];
}

/** The path of a driver binary that Electron 33 can load, compiled once per version of the driver. */
export async function ensureCompiledDriver(): Promise<string> {
  const folder = await folderOfBuild();
  if (!(await sealHolds(folder))) {
    await withProgress('compiling the SQLite driver (a few minutes, once)', () =>
      buildFolder(folder, async (part) => {
        await compile(part);
        await seal(part, binaryName);
      }),
    );
  }
  return join(folder, binaryName);
}
