import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../shared/contract/app-error';
import { SIDE_FILE_SUFFIXES } from './workspace-format';

function fsyncPath(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the bytes of a closed file durable. */
export function fsyncFile(path: string): void {
  fsyncPath(path, 'r+');
}

/** Makes names in a folder durable. Windows does so by itself and refuses to open folders. */
export function fsyncFolder(folder: string): void {
  if (process.platform !== 'win32') fsyncPath(folder, 'r');
}

/** Removes a database that is of no use, with its side files. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', ...SIDE_FILE_SUFFIXES]) rmSync(path + suffix, { force: true });
}

/**
 * Gives a finished file its name, durably and without ever replacing a file that is there.
 * Throws `file-exists`.
 */
export function publishFile(temporary: string, path: string): void {
  if (existsSync(path)) throw new AppError('file-exists', { path });
  try {
    // A hard link fails where the name is taken, also by another process a moment ago.
    linkSync(temporary, path);
    rmSync(temporary);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new AppError('file-exists', { path });
    }
    // exFAT and some network drives know no links.
    renameSync(temporary, path);
  }
  fsyncFolder(dirname(path));
}
