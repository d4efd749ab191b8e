import type { Connection } from './read-db';

/** RELIABILITY.md, section C. `journal_mode` is set apart, because it depends on the drive. */
const SETTINGS = [
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'busy_timeout', set: '5000', reads: 5000 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cell_size_check', set: 'ON', reads: 1 },
  { name: 'mmap_size', set: '0', reads: 0 },
  { name: 'temp_store', set: 'MEMORY', reads: 2 },
  { name: 'secure_delete', set: 'ON', reads: 1 },
  { name: 'journal_size_limit', set: '8388608', reads: 8388608 },
  { name: 'checkpoint_fullfsync', set: 'ON', reads: 1 },
] as const;

const SYNCHRONOUS_FULL = 2;
const SYNCHRONOUS_EXTRA = 3;

function setAndAssert(connection: Connection, name: string, set: string, reads: number): void {
  connection.pragma(`${name} = ${set}`);
  const value = connection.pragma(name, { simple: true });
  // A pragma that a build does not know reads as nothing at all; mmap_size does so where it is compiled out.
  if (value !== reads && !(name === 'mmap_size' && value === undefined)) {
    throw new Error(`PRAGMA ${name} reads ${String(value)}, not ${reads}`);
  }
}

/** Sets what every connection to a workspace runs under and reads each value back. */
export function applySafetyPragmas(connection: Connection): void {
  for (const { name, set, reads } of SETTINGS) setAndAssert(connection, name, set, reads);
}

/**
 * Write-ahead logging with every commit synced. Drives that cannot do it (some network ones) get the
 * rollback journal, synced once more. `synchronous` is set after the mode: a new log lowers it silently.
 */
export function applyJournalMode(connection: Connection): 'wal' | 'delete' {
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  if (mode === 'wal') {
    setAndAssert(connection, 'synchronous', 'FULL', SYNCHRONOUS_FULL);
    return 'wal';
  }
  const fallback = connection.pragma('journal_mode = DELETE', { simple: true });
  if (fallback !== 'delete') throw new Error(`PRAGMA journal_mode reads ${String(fallback)}`);
  setAndAssert(connection, 'synchronous', 'EXTRA', SYNCHRONOUS_EXTRA);
  return 'delete';
}

/** The settings a connection runs under, as SQLite reads them back. */
export function readPragmas(connection: Connection): Record<string, unknown> {
  const names = [
    'journal_mode',
    'locking_mode',
    'synchronous',
    ...SETTINGS.map(({ name }) => name),
  ];
  return Object.fromEntries(names.map((name) => [name, connection.pragma(name, { simple: true })]));
}

const OLDEST_SQLITE = [3, 51, 3] as const;

/** SQLite before 3.51.3 can lose a log that two connections reset at once (sqlite.org/wal.html). */
export function assertSqliteVersion(connection: Connection): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const difference = OLDEST_SQLITE.map((oldest, index) => (parts[index] ?? 0) - oldest).find(
    (step) => step !== 0,
  );
  if (difference !== undefined && difference < 0) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}
