import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

export type Connection = Database.Database;

/** What a column holds or a parameter carries. Dates are text, booleans do not exist. */
export type SqlValue = string | number | bigint | Buffer | null;

type ReadingOrm = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>;

/** An open connection with its statements, which are prepared once for its life. */
export class Handle {
  readonly #connection: Connection;
  readonly #prepared = new Map<string, Database.Statement<unknown[]>>();
  readonly orm: ReadingOrm;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.orm = drizzle(connection);
  }

  get(sql: string): Database.Statement<unknown[]> {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare<unknown[]>(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/**
 * The reading side of an open workspace. Refuses statements that write, so that a query given one can
 * do nothing else. Its private fields make the type nominal: nothing else can be passed for it.
 */
export class ReadDb {
  readonly #handle: Handle;
  /** Typed selects over the tables of db/schema; its types stay inside db/. */
  readonly orm: ReadingOrm;

  constructor(handle: Handle) {
    this.#handle = handle;
    this.orm = handle.orm;
  }

  #reading(sql: string): Database.Statement<unknown[]> {
    const statement = this.#handle.get(sql);
    if (!statement.readonly) throw new Error(`a query may not write: ${sql}`);
    return statement;
  }

  /** All rows of a select; parameters are positional, or one object for named ones. */
  all<Row>(sql: string, ...params: (SqlValue | Record<string, SqlValue>)[]): Row[] {
    return this.#reading(sql).all(...params) as Row[];
  }

  /** The first row of a select, if there is one. */
  get<Row>(sql: string, ...params: (SqlValue | Record<string, SqlValue>)[]): Row | undefined {
    return this.#reading(sql).get(...params) as Row | undefined;
  }

  /** Rows one by one, for results that need not be in memory at once. No write may run meanwhile. */
  iterate<Row>(
    sql: string,
    ...params: (SqlValue | Record<string, SqlValue>)[]
  ): IterableIterator<Row> {
    return this.#reading(sql).iterate(...params) as IterableIterator<Row>;
  }
}
