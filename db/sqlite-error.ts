import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/contract/app-error';

type SqliteError = InstanceType<typeof Database.SqliteError>;

/** What a full disk needs at least, so that the next change and its log fit. */
const ROOM_TO_WORK = 16 * 1024 * 1024;

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** Messages that triggers raise are codes of ours already. */
const TRIGGER_CODE = /^[a-z]+(-[a-z]+)+$/;

function constraintError(error: SqliteError): AppError {
  const where = /failed: (?:index ')?([a-z_]+)(?:\.([a-z_]+))?/.exec(error.message);
  const params = { table: where?.[1] ?? '', field: where?.[2] ?? '' };
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_TRIGGER':
      // RESTRICT works through a trigger of SQLite's own.
      if (error.message.startsWith('FOREIGN KEY')) return new AppError('row-in-use', {});
      return new AppError(TRIGGER_CODE.test(error.message) ? error.message : 'value-refused', {});
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new AppError('row-in-use', {});
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return new AppError('value-taken', params);
    default:
      return new AppError('value-refused', { ...params, rule: error.message });
  }
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/**
 * Turns what SQLite and the file system throw into an error with a sentence. Errors with a code of ours
 * pass through; what nobody expected stays as it is, so that it is logged with its stack.
 */
export function toAppError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  if (code === null) return error;
  if (error instanceof Database.SqliteError && code.startsWith('SQLITE_CONSTRAINT')) {
    return constraintError(error);
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') {
    return new AppError('workspace-busy', { path });
  }
  if (code === 'SQLITE_NOTADB') return new AppError('workspace-foreign', { path });
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('workspace-damaged', { path });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk-full', { path, needed: ROOM_TO_WORK, free: freeBytes(path) });
  }
  if (code.startsWith('SQLITE_READONLY') || ['EROFS', 'EACCES', 'EPERM'].includes(code)) {
    return new AppError('workspace-read-only', { path });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('workspace-not-found', { path });
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new AppError('io-error', { path });
  return error;
}
