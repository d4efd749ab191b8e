import { AppError } from '../shared/contract/app-error';
import type { Migration } from './migrations/migrations';
import type { Connection } from './read-db';

export type MigrationOptions = {
  /** Makes a verified copy of the file; called before anything changes where there is something to keep. */
  backUp?: () => void;
};

/**
 * Brings an open database to the newest version in one transaction: all migrations or none. Foreign keys
 * are off while tables are rebuilt (inside the transaction the pragma would do nothing, and dropping a
 * parent would empty its children), checked before the commit and on again in any case. Returns the
 * numbers applied. Throws `migration-failed`; the file is then as it was.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  options: MigrationOptions = {},
): number[] {
  const version = Number(connection.pragma('user_version', { simple: true }));
  const due = migrations.filter(({ number }) => number > version);
  if (due.length === 0) return [];
  if (version > 0) options.backUp?.();

  let running = '';
  connection.pragma('foreign_keys = OFF');
  try {
    connection.exec('BEGIN IMMEDIATE');
    for (const { number, name, sql } of due) {
      running = name;
      connection.exec(sql);
      connection.pragma(`user_version = ${number}`);
    }
    const orphans = connection.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0) {
      throw new Error(`${orphans.length} rows refer to nothing`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    const failure = new AppError('migration-failed', { path: connection.name, name: running });
    failure.cause = error;
    throw failure;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  // A version that lives only in the write-ahead log would not be seen in the header.
  connection.pragma('wal_checkpoint(TRUNCATE)');
  return due.map(({ number }) => number);
}
