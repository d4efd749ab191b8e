import { accessSync, constants, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../shared/contract/app-error';
import { backupConnection, backupFileName } from './backup';
import { isAsClosed, noteClosed } from './closed-files';
import { backupFolder, defaultDataFolder } from './data-folder';
import { fsyncFile, publishFile, removeDatabase } from './files';
import { migrate } from './migrate';
import { type Migration, migrations } from './migrations/migrations';
import { applyJournalMode, applySafetyPragmas, assertSqliteVersion } from './pragmas';
import type { Connection } from './read-db';
import { toAppError } from './sqlite-error';
import { Workspace } from './workspace';
import { APPLICATION_ID, readWorkspaceHeader, SIDE_FILE_SUFFIXES } from './workspace-format';

export type OpenOptions = {
  /** Path of the compiled driver, where the package's own does not fit the runtime; else AGENCY_SQLITE_BINDING. */
  nativeBinding?: string;
  /** Where the copy before a migration goes (see defaultDataFolder), and what files looked like when closed. */
  dataFolder?: string;
  /** Only tests ship other migrations. */
  migrations?: readonly Migration[];
};

export type CreateOptions = OpenOptions & {
  workspaceId?: string;
  /** UTC milliseconds. */
  now?: number;
};

/** How long the lock of another process is waited for before the answer is `workspace-busy`. */
const LOCK_WAIT_MS = 500;

/**
 * Files up to this size are checked before they are opened (about 1.5 ms per MB), unless they are as this
 * console left them; those, and larger ones, are checked table by table in idle moments after.
 */
const CHECK_FIRST_BYTES = 32 * 1024 * 1024;

/**
 * Files open in this process. SQLite's locks are the process's, and reading the file by other means
 * would drop them: a second opening is refused before the file is touched.
 */
const openFiles = new Set<string>();

function connect(path: string, options: OpenOptions, readonly: boolean): Connection {
  const nativeBinding = options.nativeBinding ?? process.env['AGENCY_SQLITE_BINDING'];
  return new Database(path, {
    fileMustExist: true,
    readonly,
    timeout: LOCK_WAIT_MS,
    ...(nativeBinding ? { nativeBinding } : {}),
  });
}

/**
 * Reads the file through a connection that cannot write. Throws `workspace-busy` where another process
 * holds it, `workspace-newer`, and `workspace-damaged` where SQLite finds the structure broken.
 */
function checkReadOnly(path: string, options: OpenOptions, known: number, whole: boolean): void {
  const before = SIDE_FILE_SUFFIXES.filter((suffix) => existsSync(path + suffix));
  const connection = connect(path, options, true);
  try {
    connection.pragma('trusted_schema = OFF');
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > known) throw new AppError('workspace-newer', { path, version, known });
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (whole && connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new AppError('workspace-damaged', { path });
    }
  } finally {
    connection.close();
    // A read-only look at a file that was not closed in order leaves an index of its log behind.
    for (const suffix of SIDE_FILE_SUFFIXES) {
      if (!before.includes(suffix)) rmSync(path + suffix, { force: true });
    }
  }
}

function inspect(path: string, options: OpenOptions, known: number): void {
  const header = readWorkspaceHeader(path, known);
  try {
    const asClosed = options.dataFolder !== undefined && isAsClosed(options.dataFolder, path);
    const canWait = header.closedInOrder && (asClosed || header.bytes > CHECK_FIRST_BYTES);
    checkReadOnly(path, options, known, !canWait);
  } catch (error) {
    const rollbackIsDue =
      error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK';
    // A crash while closing leaves a journal that only a writing connection can play back.
    if (!rollbackIsDue) throw error;
  }
}

function assertWritable(path: string): void {
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
}

/** Takes the file for this process alone: until it is closed or the process ends, nobody else reads or writes. */
function takeOver(connection: Connection): void {
  assertSqliteVersion(connection);
  connection.pragma('locking_mode = EXCLUSIVE');
  applyJournalMode(connection);
  if (connection.pragma('locking_mode', { simple: true }) !== 'exclusive') {
    throw new Error('the file could not be locked');
  }
  applySafetyPragmas(connection);
  connection.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function canonicalPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
}

function backUpBeforeMigration(connection: Connection, path: string, options: OpenOptions): void {
  const id = connection
    .prepare<[], string>("SELECT value FROM workspace_facts WHERE key = 'workspace-id'")
    .pluck()
    .get();
  const folder = backupFolder(options.dataFolder ?? defaultDataFolder(), String(id ?? ''));
  backupConnection(connection, join(folder, backupFileName(Date.now(), 'migration')), {
    sourcePath: path,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
}

/**
 * Opens a workspace for this process alone. A file that is missing, foreign, newer, damaged, read-only
 * or held by another process is refused and left as it is, byte for byte; an older one is backed up and
 * brought up to date. Throws `workspace-not-found`, `-foreign`, `-newer`, `-damaged`, `-read-only`,
 * `-busy`, `migration-failed`.
 */
export function openWorkspace(path: string, options: OpenOptions = {}): Workspace {
  const file = canonicalPath(path);
  const shipped = options.migrations ?? migrations;
  const known = shipped.at(-1)?.number ?? 0;
  if (openFiles.has(file)) throw new AppError('workspace-busy', { path: file });
  let connection: Connection | null = null;
  try {
    inspect(file, options, known);
    assertWritable(file);
    connection = connect(file, options, false);
    takeOver(connection);
    const opened = connection;
    migrate(opened, shipped, { backUp: () => backUpBeforeMigration(opened, file, options) });
    const workspace = new Workspace(file, opened, options.nativeBinding, () => {
      openFiles.delete(file);
      if (options.dataFolder !== undefined) noteClosed(options.dataFolder, file);
    });
    openFiles.add(file);
    return workspace;
  } catch (error) {
    connection?.close();
    throw toAppError(error, file);
  }
}

/**
 * Makes a new, empty workspace and opens it. It is put together under another name and appears under its
 * own only when complete. Throws `file-exists`, `folder-not-found`, `workspace-read-only`, `disk-full`.
 */
export function createWorkspace(path: string, options: CreateOptions = {}): Workspace {
  const file = resolve(path);
  const folder = dirname(file);
  if (existsSync(file)) throw new AppError('file-exists', { path: file });
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new AppError('folder-not-found', { path: folder });
  }
  const temporary = `${file}.new-${process.pid}`;
  try {
    accessSync(folder, constants.W_OK);
    removeDatabase(temporary);
    writeEmptyWorkspace(temporary, options);
    fsyncFile(temporary);
    publishFile(temporary, file);
  } catch (error) {
    removeDatabase(temporary);
    throw toAppError(error, file);
  }
  return openWorkspace(file, options);
}

function writeEmptyWorkspace(path: string, options: CreateOptions): void {
  const nativeBinding = options.nativeBinding ?? process.env['AGENCY_SQLITE_BINDING'];
  const connection = new Database(path, nativeBinding ? { nativeBinding } : {});
  try {
    // Nobody sees the file before it is whole and synced, so it needs no journal of its own.
    connection.pragma('journal_mode = MEMORY');
    connection.pragma('synchronous = OFF');
    connection.pragma('trusted_schema = OFF');
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(connection, options.migrations ?? migrations);
    const insert = connection.prepare('INSERT INTO workspace_facts (key, value) VALUES (?, ?)');
    insert.run('workspace-id', options.workspaceId ?? uuidV7());
    insert.run('created-at', String(options.now ?? Date.now()));
  } finally {
    connection.close();
  }
}
