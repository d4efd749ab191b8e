import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './log.ts';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder for downloads and compiled files: outside the checkout, shared by all clones of a user. */
export function cacheRoot(): string {
  const own = process.env['XDG_CACHE_HOME'];
  if (own) return join(own, 'agency-console');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/agency-console');
  if (process.platform === 'win32' && process.env['LOCALAPPDATA']) {
    return join(process.env['LOCALAPPDATA'], 'agency-console', 'Cache');
  }
  return join(homedir(), '.cache', 'agency-console');
}

export async function hashFile(path: string, algorithm: 'sha256' | 'sha512'): Promise<Buffer> {
  const hash = createHash(algorithm);
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest();
}

export async function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Writes through a temporary name, so that an interruption never leaves half a file. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`);
  await rename(temporary, path);
}

type Seal = { file: string; sha256: string; size: number; mtimeMs: number };

/** Records the hash of the one file of `folder` that matters, once the folder is complete. */
export async function seal(folder: string, file: string): Promise<void> {
  const path = join(folder, file);
  const { size, mtimeMs } = await stat(path);
  const sha256 = (await hashFile(path, 'sha256')).toString('hex');
  await writeJson(join(folder, 'seal.json'), { file, sha256, size, mtimeMs } satisfies Seal);
}

/**
 * True when the sealed file is what it was. Size and time are compared first; the hash (a fifth of a second
 * for a browser) only when they differ.
 */
export async function sealHolds(folder: string): Promise<boolean> {
  const sealed = await readJson<Seal>(join(folder, 'seal.json'));
  if (!sealed) return false;
  try {
    const path = join(folder, sealed.file);
    const now = await stat(path);
    if (now.size !== sealed.size) return false;
    if (now.mtimeMs === sealed.mtimeMs) return true;
    return (await hashFile(path, 'sha256')).toString('hex') === sealed.sha256;
  } catch {
    return false;
  }
}

/** Fills a folder under a temporary name and renames it once `fill` is through. */
export async function buildFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const temporary = `${target}.part`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  await fill(temporary);
  await rm(target, { recursive: true, force: true });
  await rename(temporary, target);
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** One at a time works in `folder`; a lock whose owner is gone is taken over. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'busy.lock');
  await mkdir(folder, { recursive: true });
  let told = false;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
      if (owner > 0 && processLives(owner)) {
        if (!told) say(`waiting for process ${owner}, which is doing the same`);
        told = true;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } else {
        await rm(lock, { force: true });
      }
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
