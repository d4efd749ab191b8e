import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fsyncFile, fsyncFolder } from './files';
import { SIDE_FILE_SUFFIXES } from './workspace-format';

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // Another drive: the original goes only once its copy is safe.
    copyFileSync(from, to);
    fsyncFile(to);
    rmSync(from);
  }
}

/**
 * Moves a closed workspace file and what SQLite left beside it into a folder of its own, together and
 * whole: without its log a damaged file could lose what a rescue would still find. Returns the new path.
 */
export function quarantine(path: string, folder: string, at: number): string {
  const place = join(folder, new Date(at).toISOString().replace(/[:.]/g, '-'));
  mkdirSync(place, { recursive: true });
  const target = join(place, basename(path));
  // The log first: a file without its log is worse off than a log without its file.
  for (const suffix of [...SIDE_FILE_SUFFIXES, '']) {
    if (existsSync(path + suffix)) move(path + suffix, target + suffix);
  }
  fsyncFolder(place);
  return target;
}
