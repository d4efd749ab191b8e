import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/app-error';

/**
 * Writes a result under its final name only when it is whole. An older file of that name is replaced.
 * Throws `folder-not-found`, `file-not-written`.
 */
export function writeOutput(path: string, content: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${basename(path)}.part-${process.pid}`);
  try {
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new AppError('folder-not-found', { path: dirname(path) });
    throw new AppError('file-not-written', { path, reason: code });
  }
}
