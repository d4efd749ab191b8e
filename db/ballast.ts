import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const CHUNK = 1024 * 1024;

/** Room kept in reserve: at no bytes free SQLite cannot even delete. */
export const BALLAST_BYTES = 16 * CHUNK;

/** Lays the reserve down, unless it is there or the disk is too full to be filled further. */
export function layBallast(path: string): boolean {
  if (existsSync(path)) return true;
  mkdirSync(dirname(path), { recursive: true });
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < BALLAST_BYTES * 4) return false;
  const temporary = `${path}.part`;
  const file = openSync(temporary, 'w');
  try {
    // Random bytes: a drive that compresses would keep no room for zeros.
    const chunk = randomFillSync(Buffer.alloc(CHUNK));
    for (let written = 0; written < BALLAST_BYTES; written += CHUNK) writeSync(file, chunk);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  return true;
}

/** Gives the reserve back to a full disk. Returns whether there was one. */
export function releaseBallast(path: string): boolean {
  if (!existsSync(path)) return false;
  rmSync(path, { force: true });
  return true;
}
