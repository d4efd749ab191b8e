import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqlValue } from './read-db';
import * as adStatistics from './schema/ad-statistics.schema';
import * as agency from './schema/agency.schema';
import * as agreements from './schema/agreements.schema';
import * as briefs from './schema/briefs.schema';
import * as budgets from './schema/budgets.schema';
import * as clients from './schema/clients.schema';
import * as mediaPlanDetails from './schema/media-plan-details.schema';
import * as mediaPlanImport from './schema/media-plan-import.schema';
import * as mediaPlans from './schema/media-plans.schema';
import * as money from './schema/money.schema';
import * as movingIn from './schema/moving-in.schema';
import * as people from './schema/people.schema';
import * as proposals from './schema/proposals.schema';
import * as taskBriefs from './schema/task-briefs.schema';
import * as tasks from './schema/tasks.schema';
import * as time from './schema/time.schema';
import * as work from './schema/work.schema';

/** A row under its column names in SQL. */
export type StoredRow = Record<string, SqlValue>;

type ColumnShape = { property: string; column: string; defaultValue: SqlValue };

/** What the write layer knows of a table: its columns in order, and the statements made from them. */
export type TableShape = {
  name: string;
  columns: ColumnShape[];
  columnOf: ReadonlyMap<string, string>;
  insertSql: string;
  selectSql: string;
  deleteSql: string;
};

function shapeOf(table: SQLiteTable): TableShape {
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table)).map(([property, column]) => ({
    property,
    column: column.name,
    defaultValue: asSqlValue(column.default ?? null, `${name}.${column.name}`),
  }));
  const names = columns.map(({ column }) => column);
  return {
    name,
    columns,
    columnOf: new Map(columns.map(({ property, column }) => [property, column])),
    insertSql: `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    selectSql: `SELECT ${names.join(', ')} FROM ${name} WHERE id = ?`,
    deleteSql: `DELETE FROM ${name} WHERE id = ?`,
  };
}

/** What cannot be stored is a mistake in the program, not in the data. */
export function asSqlValue(value: unknown, where: string): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Buffer.isBuffer(value)) return value;
  throw new TypeError(`${where} cannot hold ${typeof value}`);
}

/** Tables whose rows people change: every change of them is journaled. Others are derived or records of the file. */
export const journaledTables = {
  ...adStatistics,
  ...agency,
  ...agreements,
  ...briefs,
  ...budgets,
  ...clients,
  ...mediaPlanDetails,
  ...mediaPlanImport,
  ...mediaPlans,
  ...money,
  ...movingIn,
  ...people,
  ...proposals,
  ...taskBriefs,
  ...tasks,
  ...time,
  ...work,
} as const;

const tables = new Map<string, SQLiteTable>(
  Object.values(journaledTables).map((table) => [getTableName(table), table]),
);
const shapes = new Map<SQLiteTable, TableShape>();

/** Made when a table is first written to: opening a file needs few of them. */
function keptShapeOf(table: SQLiteTable): TableShape {
  const shape = shapes.get(table) ?? shapeOf(table);
  shapes.set(table, shape);
  return shape;
}

/** The shape of a journaled table; anything else may not be written through the journal. */
export function shapeOfTable(table: SQLiteTable): TableShape {
  const name = getTableName(table);
  if (tables.get(name) !== table) throw new TypeError(`${name} is not a journaled table`);
  return keptShapeOf(table);
}

/** The shape behind an entity of the journal; undefined for a table that no longer exists. */
export function shapeOfEntity(entity: string): TableShape | undefined {
  const table = tables.get(entity);
  return table === undefined ? undefined : keptShapeOf(table);
}
