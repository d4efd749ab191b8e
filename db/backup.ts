import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/contract/app-error';
import { fsyncFile, publishFile, removeDatabase } from './files';
import { migrations } from './migrations/migrations';
import type { Connection } from './read-db';
import { toAppError } from './sqlite-error';
import { APPLICATION_ID, readWorkspaceHeader } from './workspace-format';

export type BackupReason = 'schedule' | 'close' | 'migration' | 'import' | 'restore' | 'user';

export type BackupOptions = {
  /** Of the open workspace, for the preflight. */
  sourcePath: string;
  nativeBinding?: string;
};

export type VerifiedCopy = { path: string; bytes: number };

const TEMPORARY = '.agency-part-';

/**
 * Up to this size a copy is checked down to every index entry. A larger one was rebuilt from its rows a
 * moment ago, its indexes with it: there the structure and the counts are checked (1 GB: 2 s, not 33 s).
 */
const FULL_CHECK_BYTES = 64 * 1024 * 1024;

/** Room that is left free beside a copy. */
const SPARE_BYTES = 4 * 1024 * 1024;

/** File name of an automatic backup: sorts by time, says why it was made. */
export function backupFileName(at: number, reason: BackupReason): string {
  const stamp = new Date(at)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, (ms) => `${ms.slice(1, 4)}Z`);
  return `${stamp}-${reason}.agency`;
}

/** Reads back what backupFileName wrote; null for a file of another kind. */
export function parseBackupFileName(name: string): { at: number; reason: BackupReason } | null {
  const match =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(schedule|close|migration|import|restore|user)\.agency$/.exec(
      name,
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, ms, reason] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(at) ? null : { at, reason: reason as BackupReason };
}

function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < bytes + SPARE_BYTES) {
    throw new AppError('disk-full', { path: folder, needed: bytes + SPARE_BYTES, free });
  }
}

function countRows(connection: Connection): Map<string, number> {
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [
      table,
      Number(connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    ]),
  );
}

function openReadOnly(path: string, nativeBinding: string | undefined): Connection {
  const binding = nativeBinding ?? process.env['AGENCY_SQLITE_BINDING'];
  return new Database(path, {
    readonly: true,
    fileMustExist: true,
    ...(binding ? { nativeBinding: binding } : {}),
  });
}

/** Proves a closed copy: structure, references and, where the source is given, its row counts. Throws `backup-not-verified`. */
export function verifyCopy(path: string, source: Connection | null, nativeBinding?: string): void {
  const copy = openReadOnly(path, nativeBinding);
  try {
    const fail = (rule: string): never => {
      throw new AppError('backup-not-verified', { path, rule });
    };
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) fail('application_id');
    const check = statSync(path).size <= FULL_CHECK_BYTES ? 'integrity_check' : 'quick_check';
    if (copy.pragma(`${check}(1)`, { simple: true }) !== 'ok') fail(check);
    const orphans = copy.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0) fail('foreign_key_check');
    if (source !== null) {
      const counts = countRows(copy);
      for (const [table, count] of countRows(source)) if (counts.get(table) !== count) fail(table);
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      throw new AppError('backup-not-verified', { path, rule: error.code });
    }
    throw error;
  } finally {
    copy.close();
  }
}

/** Removes what an interrupted backup left in a folder. Only parts older than an hour: another process may be at work. */
export function removeLeftovers(folder: string, now: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > 3_600_000) rmSync(path, { force: true });
  }
}

/**
 * Copies an open database to a path that does not exist yet: VACUUM INTO under another name, sync,
 * verify, rename. What stands under the final name is always whole and verified. Throws `file-exists`,
 * `disk-full`, `workspace-read-only`, `backup-not-verified`; nothing is left behind then.
 */
export function backupConnection(
  connection: Connection,
  path: string,
  options: BackupOptions,
): VerifiedCopy {
  const target = resolve(path);
  const folder = dirname(target);
  const temporary = join(folder, `${TEMPORARY}${process.pid}-${basename(target)}`);
  try {
    if (existsSync(target)) throw new AppError('file-exists', { path: target });
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    assertRoom(folder, statSync(options.sourcePath).size);
    removeDatabase(temporary);
    connection.prepare('VACUUM INTO ?').run(temporary);
    fsyncFile(temporary);
    verifyCopy(temporary, connection, options.nativeBinding);
    publishFile(temporary, target);
    return { path: target, bytes: statSync(target).size };
  } catch (error) {
    removeDatabase(temporary);
    throw toAppError(error, target);
  }
}

/**
 * Puts a verified copy of a closed workspace or backup at a new path. The backup itself is only read.
 * Throws what opening a workspace throws, `file-exists`, `disk-full`, `backup-not-verified`.
 */
export function restore(
  from: string,
  to: string,
  options: { nativeBinding?: string } = {},
): VerifiedCopy {
  const source = resolve(from);
  readWorkspaceHeader(source, migrations.at(-1)?.number ?? 0);
  let connection: Connection | null = null;
  try {
    connection = openReadOnly(source, options.nativeBinding);
    if (connection.pragma('integrity_check(1)', { simple: true }) !== 'ok') {
      throw new AppError('workspace-damaged', { path: source });
    }
    return backupConnection(connection, to, { sourcePath: source, ...options });
  } catch (error) {
    throw toAppError(error, source);
  } finally {
    connection?.close();
  }
}
