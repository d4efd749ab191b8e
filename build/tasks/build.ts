import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder, projectRoot, readJson, withLock, writeJson } from '../setup/cache.ts';
import { SetupError, withProgress } from '../setup/log.ts';

const output = join(projectRoot, 'dist/app');
const stampName = 'stamp.json';

/** Everything the build reads, by content: a clone with other file times is not rebuilt for nothing. */
async function sourceHash(): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob(
    [
      '{electron,renderer,shared,db}/**/*.*',
      'build/electron.vite.config.ts',
      'package-lock.json',
      'package.json',
      'tsconfig.json',
    ],
    { cwd: projectRoot, withFileTypes: true },
  )) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  }
  paths.sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    hash
      .update(path.slice(projectRoot.length))
      .update('\0')
      .update(await readFile(path));
  }
  return hash.digest('hex');
}

async function bundle(folder: string): Promise<void> {
  const messages: Buffer[] = [];
  const status = await new Promise<number>((resolve) => {
    const child = spawn(
      process.execPath,
      [
        join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js'),
        'build',
        '--config',
        join(projectRoot, 'build/electron.vite.config.ts'),
      ],
      {
        cwd: projectRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, AGENCY_BUILD_FOLDER: folder },
      },
    );
    child.stdout.on('data', (chunk: Buffer) => messages.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => messages.push(chunk));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (status !== 0) {
    throw new SetupError(`the build failed:\n${Buffer.concat(messages).toString()}`, 1);
  }
}

async function isBuilt(hash: string): Promise<boolean> {
  return (await readJson<{ hash: string }>(join(output, stampName)))?.hash === hash;
}

/** Builds into dist/app unless the sources are those of the last build; answers whether it built. */
export async function ensureBuild(): Promise<boolean> {
  const hash = await sourceHash();
  if (await isBuilt(hash)) return false;
  return withLock(join(projectRoot, 'dist'), async () => {
    if (await isBuilt(hash)) return false;
    await withProgress('building the application', () =>
      buildFolder(output, async (folder) => {
        await bundle(folder);
        await writeJson(join(folder, stampName), { hash });
      }),
    );
    return true;
  });
}

export async function run(): Promise<number> {
  const built = await ensureBuild();
  process.stdout.write(built ? 'built into dist/app\n' : 'dist/app is up to date\n');
  return 0;
}
