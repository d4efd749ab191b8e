import type { InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { AppError } from '../shared/contract/app-error';
import type { JournalWriter } from './journal';
import { type Handle, ReadDb, type SqlValue } from './read-db';
import { asSqlValue, type StoredRow, shapeOfTable, type TableShape } from './table-shape';

/** Fields of a new row. Without an id it gets one; the revision starts at 1. */
export type NewRow<T extends SQLiteTable> = Omit<InferInsertModel<T>, 'id' | 'revision'> & {
  id?: string | undefined;
};

/** Columns to change; what is undefined stays as it is. */
export type Patch<T extends SQLiteTable> = {
  [Property in Exclude<keyof InferInsertModel<T>, 'id' | 'revision'>]?:
    | InferInsertModel<T>[Property]
    | undefined;
};

const hasRevision = (shape: TableShape): boolean => shape.columnOf.has('revision');

function sameValue(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return a.equals(b);
  return a === b;
}

/**
 * The writing side of a workspace, which exists only inside Workspace.write. Each change of a row puts
 * its line into the journal in the same transaction.
 */
export class WriteDb extends ReadDb {
  readonly #handle: Handle;
  readonly #journal: JournalWriter;
  readonly #touched = new Set<string>();
  readonly #makeId: () => string;
  #open = true;

  constructor(handle: Handle, journal: JournalWriter, makeId: () => string) {
    super(handle);
    this.#handle = handle;
    this.#journal = journal;
    this.#makeId = makeId;
  }

  /** An id for a new row, from the generator of this action. */
  newId(): string {
    return this.#makeId();
  }

  /** Names of the tables changed so far. */
  get touched(): ReadonlySet<string> {
    return this.#touched;
  }

  /** Called when the transaction is over: a handle that was kept may not write afterwards. */
  finish(): void {
    this.#open = false;
  }

  /** Adds a row and returns its id. Throws `value-taken`, `value-refused`, `row-in-use` where a rule of the table is broken. */
  insert<T extends SQLiteTable>(table: T, row: NewRow<T>): string {
    const shape = shapeOfTable(table);
    const given: Record<string, unknown> = row;
    const id = row.id ?? this.newId();
    const stored: StoredRow = {};
    for (const { property, column, defaultValue } of shape.columns) {
      const value = property === 'id' ? id : given[property];
      stored[column] =
        value === undefined ? defaultValue : asSqlValue(value, `${shape.name}.${column}`);
    }
    this.insertStored(shape, id, stored);
    return id;
  }

  /** Adds many rows, in order; returns their ids. */
  insertMany<T extends SQLiteTable>(table: T, rows: readonly NewRow<T>[]): string[] {
    return rows.map((row) => this.insert(table, row));
  }

  /**
   * Changes the given columns of a row and raises its revision; a patch that changes nothing writes
   * nothing. Throws `row-not-found`, and `row-changed-elsewhere` where the row is no longer at the
   * revision that the caller saw.
   */
  update<T extends SQLiteTable>(
    table: T,
    id: string,
    patch: Patch<T>,
    expectedRevision?: number,
  ): void {
    const shape = shapeOfTable(table);
    const changes: StoredRow = {};
    for (const [property, value] of Object.entries(patch)) {
      const column = shape.columnOf.get(property);
      if (column === undefined) throw new TypeError(`${shape.name} has no ${property}`);
      if (value !== undefined) changes[column] = asSqlValue(value, `${shape.name}.${column}`);
    }
    const current = this.#existing(shape, id, expectedRevision);
    this.updateStored(shape, id, current, changes);
  }

  /** Removes a row. Throws `row-not-found`, `row-changed-elsewhere`, and `row-in-use` while others refer to it. */
  remove<T extends SQLiteTable>(table: T, id: string, expectedRevision?: number): void {
    const shape = shapeOfTable(table);
    this.removeStored(shape, id, this.#existing(shape, id, expectedRevision));
  }

  /**
   * Runs a statement on tables that are derived from others (client_months, stale_months) or that
   * describe the file (workspace_facts). Not journaled.
   */
  runDerived(sql: string, ...params: SqlValue[]): number {
    this.#assertOpen();
    return this.#handle.get(sql).run(...params).changes;
  }

  /** The row as it is stored; for undo. */
  findStored(shape: TableShape, id: string): StoredRow | undefined {
    return this.#handle.get(shape.selectSql).get(id) as StoredRow | undefined;
  }

  /** Adds a row under its SQL names; for undo. Columns that it does not name take their default. */
  insertStored(shape: TableShape, id: string, row: StoredRow): void {
    this.#assertOpen();
    const values = shape.columns.map(
      ({ column, defaultValue }) => row[column] ?? (column in row ? null : defaultValue),
    );
    this.#handle.get(shape.insertSql).run(...values);
    this.#touched.add(shape.name);
    this.#journal.append({ entity: shape.name, rowId: id, op: 'insert', before: null, after: row });
  }

  /** Changes columns under their SQL names; for undo. */
  updateStored(shape: TableShape, id: string, current: StoredRow, changes: StoredRow): void {
    this.#assertOpen();
    const columns = Object.keys(changes).filter(
      (column) => !sameValue(current[column], changes[column]),
    );
    if (columns.length === 0) return;
    const before: StoredRow = {};
    const after: StoredRow = {};
    for (const column of columns) {
      before[column] = current[column] ?? null;
      after[column] = changes[column] ?? null;
    }
    const assignments = columns.map((column) => `${column} = ?`);
    if (hasRevision(shape)) assignments.push('revision = revision + 1');
    this.#handle
      .get(`UPDATE ${shape.name} SET ${assignments.join(', ')} WHERE id = ?`)
      .run(...columns.map((column) => after[column] ?? null), id);
    this.#touched.add(shape.name);
    this.#journal.append({ entity: shape.name, rowId: id, op: 'update', before, after });
  }

  /** Removes a row; for undo. */
  removeStored(shape: TableShape, id: string, current: StoredRow): void {
    this.#assertOpen();
    this.#handle.get(shape.deleteSql).run(id);
    this.#touched.add(shape.name);
    this.#journal.append({
      entity: shape.name,
      rowId: id,
      op: 'delete',
      before: current,
      after: null,
    });
  }

  #existing(shape: TableShape, id: string, expectedRevision: number | undefined): StoredRow {
    const current = this.findStored(shape, id);
    if (current === undefined) throw new AppError('row-not-found', { table: shape.name });
    if (expectedRevision !== undefined && current['revision'] !== expectedRevision) {
      throw new AppError('row-changed-elsewhere', { table: shape.name });
    }
    return current;
  }

  #assertOpen(): void {
    if (!this.#open) throw new Error('written to after its transaction');
  }
}
