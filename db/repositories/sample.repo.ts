import { type StoredRow, shapeOfEntity } from '../table-shape';
import type { WriteDb } from '../write-db';

/**
 * Adds rows given under their SQL names to a journaled table, in order. Throws `value-refused` and the
 * like where a rule of the table is broken, TypeError for a table that does not exist.
 */
export function addStoredRows(
  tx: WriteDb,
  table: string,
  rows: readonly Readonly<StoredRow & { id: string }>[],
): void {
  const shape = shapeOfEntity(table);
  if (shape === undefined) throw new TypeError(`no such table: ${table}`);
  for (const row of rows) tx.insertStored(shape, row.id, row);
}
