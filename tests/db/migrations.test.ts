import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { migrate } from '../../db/migrate';
import {
  type Migration,
  migrationFiles,
  migrations,
  SCHEMA_VERSION,
} from '../../db/migrations/migrations';
import { addPerson, setPayRate } from '../../db/repositories/people.repo';
import * as adStatisticsSchema from '../../db/schema/ad-statistics.schema';
import * as agencySchema from '../../db/schema/agency.schema';
import * as agreementsSchema from '../../db/schema/agreements.schema';
import * as briefsSchema from '../../db/schema/briefs.schema';
import * as budgetsSchema from '../../db/schema/budgets.schema';
import * as clientsSchema from '../../db/schema/clients.schema';
import * as deadlinesSchema from '../../db/schema/deadlines.schema';
import * as journalSchema from '../../db/schema/journal.schema';
import * as mediaPlanDetailsSchema from '../../db/schema/media-plan-details.schema';
import * as mediaPlanImportSchema from '../../db/schema/media-plan-import.schema';
import * as mediaPlansSchema from '../../db/schema/media-plans.schema';
import * as moneySchema from '../../db/schema/money.schema';
import * as movingInSchema from '../../db/schema/moving-in.schema';
import * as peopleSchema from '../../db/schema/people.schema';
import * as proposalsSchema from '../../db/schema/proposals.schema';
import * as taskBriefsSchema from '../../db/schema/task-briefs.schema';
import * as tasksSchema from '../../db/schema/tasks.schema';
import * as timeSchema from '../../db/schema/time.schema';
import * as workSchema from '../../db/schema/work.schema';
import { createSample } from '../../electron/services/sample/create-sample';
import { AppError } from '../../shared/contract/app-error';
import { action, newWorkspace, temporaryFolder } from '../helpers/db-workspace';

const NEXT = SCHEMA_VERSION + 1;

/** A rebuild of a table that most others refer to, as a later release might need it. */
const REBUILD_PARENT = `
CREATE TABLE people_new (
  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, role TEXT NOT NULL, email TEXT,
  manages_clients TEXT NOT NULL DEFAULT 'no', active_from TEXT, active_to TEXT,
  revision INTEGER NOT NULL DEFAULT 1, nickname TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO people_new (id, name, code, role, email, manages_clients, active_from, active_to, revision)
  SELECT id, name, code, role, email, manages_clients, active_from, active_to, revision FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
CREATE UNIQUE INDEX people_one_code ON people (code);
CREATE TRIGGER people_named BEFORE INSERT ON people
BEGIN
  SELECT RAISE(ABORT, 'name-missing') WHERE NEW.name = '';
  SELECT 1;
END;
UPDATE people SET nickname = substr(name, 1, 3);
`;

/** Statements of a migration: a semicolon ends one, except within the body of a trigger. */
function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const line of sql.split('\n')) {
    current += `${line}\n`;
    const code = line.replace(/--.*$/, '').trimEnd();
    const inTrigger = /CREATE TRIGGER/.test(current) && !/^END;$/.test(code);
    if (code.endsWith(';') && !inTrigger) {
      statements.push(current);
      current = '';
    }
  }
  return statements;
}

function later(sql: string): Migration[] {
  return [...migrations, { number: NEXT, name: `000${NEXT}-later`, sha256: '', sql }];
}

/** Every row of every table and the schema itself, as one hash. */
function dumpOf(path: string): string {
  const connection = new Database(path, { readonly: true });
  const hash = createHash('sha256');
  hash.update(String(connection.pragma('user_version', { simple: true })));
  const objects = connection
    .prepare<[], { name: string; type: string; sql: string }>(
      'SELECT name, type, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all();
  hash.update(JSON.stringify(objects));
  for (const { name, type } of objects) {
    if (type !== 'table') continue;
    const rows = connection
      .prepare(`SELECT * FROM "${name}"`)
      .raw()
      .all()
      .map((row) => JSON.stringify(row));
    hash.update(`${name}${rows.sort().join('\n')}`);
  }
  connection.close();
  return hash.digest('hex');
}

function sampleFile(): { path: string; dataFolder: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'test.agency');
  createSample(path, { seed: 3, today: '2026-11-21' });
  return { path, dataFolder: join(folder, 'data') };
}

/** A closed workspace with two people and their rates. */
function smallFile(): { path: string; dataFolder: string } {
  const workspace = newWorkspace();
  workspace.write(action(), (tx) => {
    for (const code of ['a', 'b']) {
      const personId = addPerson(tx, { name: `Person ${code}`, code, role: 'designer' });
      setPayRate(tx, {
        personId,
        validFrom: '2026-01-01',
        monthlyPayMinor: 100,
        monthlyBenefitsMinor: 0,
        availableSeconds: 3600,
      });
    }
  });
  workspace.close();
  return { path: workspace.path, dataFolder: join(dirname(workspace.path), 'data') };
}

function backupsIn(dataFolder: string): string[] {
  const all = join(dataFolder, 'workspaces');
  if (!existsSync(all)) return [];
  return readdirSync(all).flatMap((id) =>
    readdirSync(join(all, id, 'backups')).map((name) => join(all, id, 'backups', name)),
  );
}

describe('the list of migrations', () => {
  test('rises by one and names every file that ships', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    expect(migrationFiles.map((file) => file.slice(2, -4)).sort()).toEqual(
      migrations.map(({ name }) => name),
    );
  });

  test.each(migrations.map(({ name, sha256, sql }) => ({ name, sha256, sql })))(
    '$name is as it was released',
    ({ sha256, sql }) => {
      expect(createHash('sha256').update(sql).digest('hex')).toBe(sha256);
    },
  );

  test('a new workspace has all of them', () => {
    const { read } = newWorkspace();
    expect(read.get('SELECT * FROM pragma_user_version')).toEqual({ user_version: SCHEMA_VERSION });
  });
});

describe('the tables of db/schema', () => {
  const tables = [
    adStatisticsSchema,
    agencySchema,
    agreementsSchema,
    briefsSchema,
    budgetsSchema,
    clientsSchema,
    deadlinesSchema,
    journalSchema,
    mediaPlanDetailsSchema,
    mediaPlanImportSchema,
    mediaPlansSchema,
    moneySchema,
    movingInSchema,
    peopleSchema,
    proposalsSchema,
    taskBriefsSchema,
    tasksSchema,
    timeSchema,
    workSchema,
  ].flatMap((module) =>
    Object.values(module).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
  );

  test('are those of the migrations, column by column', () => {
    const { read } = newWorkspace();
    const inFile = read
      .all<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .map(({ name }) => name);
    expect(tables.map((table) => getTableName(table)).sort()).toEqual(inFile);
    for (const table of tables) {
      const name = getTableName(table);
      const stored = read.all<{ name: string; type: string; notnull: number }>(
        `SELECT name, type, "notnull" FROM pragma_table_info('${name}') ORDER BY name`,
      );
      const declared = Object.values(getTableColumns(table))
        .map((column) => ({
          name: column.name,
          type: column.getSQLType().toUpperCase(),
          notnull: column.notNull && !(column.primary && column.getSQLType() === 'integer') ? 1 : 0,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      expect({ name, columns: declared }).toEqual({ name, columns: stored });
    }
  });

  test('refer to each other as the migrations say, and nothing is deleted along', () => {
    const { read } = newWorkspace();
    for (const table of tables) {
      const name = getTableName(table);
      if (name === 'journal_groups') continue;
      const stored = read
        .all<{ from: string; table: string; on_delete: string }>(
          `SELECT "from", "table", on_delete FROM pragma_foreign_key_list('${name}')`,
        )
        .map((key) => {
          expect(key.on_delete).toBe('RESTRICT');
          return `${key.from} → ${key.table}`;
        });
      const declared = getTableConfig(table).foreignKeys.map((key) => {
        const { columns, foreignTable } = key.reference();
        return `${columns[0]?.name} → ${getTableName(foreignTable)}`;
      });
      for (const key of declared) expect(stored).toContain(key);
    }
  });

  test('are strict', () => {
    const { read } = newWorkspace();
    const loose = read.all(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
  });
});

describe('a migration', () => {
  test('of an older file makes a verified backup first and keeps every row', () => {
    const { path, dataFolder } = sampleFile();
    const before = dumpOf(path);
    const count = (file: string, table: string): unknown => {
      const connection = new Database(file, { readonly: true });
      try {
        return connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      } finally {
        connection.close();
      }
    };
    const children = ['pay_rates', 'bill_rates', 'time_entries', 'project_hours'];
    const counts = children.map((table) => count(path, table));
    expect(counts.every((number) => Number(number) >= 2)).toBe(true);

    const workspace = openWorkspace(path, { dataFolder, migrations: later(REBUILD_PARENT) });
    expect(workspace.settings()['foreign_keys']).toBe(1);
    expect(workspace.read.get("SELECT nickname FROM people WHERE nickname = ''")).toBeUndefined();
    workspace.close();
    expect(children.map((table) => count(path, table))).toEqual(counts);

    const backups = backupsIn(dataFolder);
    expect(backups).toHaveLength(1);
    expect(backups[0]).toMatch(/-migration\.agency$/);
    expect(dumpOf(backups[0] ?? '')).toBe(before);
  }, 60_000);

  test('that fails after any of its statements leaves exactly the old file', () => {
    const { path, dataFolder } = smallFile();
    const before = dumpOf(path);
    const statements = statementsOf(REBUILD_PARENT);
    expect(statements).toHaveLength(7);
    for (let done = 0; done <= statements.length; done += 1) {
      const sql = `${statements.slice(0, done).join('')}SELECT no_such_function();`;
      let code = 'no error';
      try {
        openWorkspace(path, { dataFolder, migrations: later(sql) }).close();
      } catch (error) {
        code = error instanceof AppError ? error.code : String(error);
      }
      expect(code).toBe('migration-failed');
      expect(dumpOf(path)).toBe(before);
    }
    openWorkspace(path, { dataFolder }).close();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['data', 'test.agency']);
  }, 60_000);

  test('that leaves rows without what they refer to is taken back', () => {
    const { path, dataFolder } = smallFile();
    const before = dumpOf(path);
    const sql = 'DELETE FROM people WHERE id = (SELECT person_id FROM pay_rates LIMIT 1);';
    expect(() => openWorkspace(path, { dataFolder, migrations: later(sql) })).toThrow(
      'migration-failed',
    );
    expect(dumpOf(path)).toBe(before);
  });

  test.each(migrations.map(({ name, sql }) => ({ name, sql })))(
    '$name alone can fail anywhere and leave nothing',
    ({ name, sql }) => {
      const statements = statementsOf(sql);
      const index = migrations.findIndex((migration) => migration.name === name);
      // One in seven keeps the test short; the first and the last are always among them.
      const places = statements.map((_, done) => done).filter((done) => done % 7 === 0);
      for (const done of [...places, statements.length]) {
        const connection = new Database(':memory:');
        migrate(connection, migrations.slice(0, index));
        const before = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
        const broken = {
          number: index + 1,
          name,
          sha256: '',
          sql: `${statements.slice(0, done).join('')}SELECT no_such_function();`,
        };
        expect(() => migrate(connection, [...migrations.slice(0, index), broken])).toThrow(
          'migration-failed',
        );
        expect(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(before);
        expect(connection.pragma('user_version', { simple: true })).toBe(index);
        connection.close();
      }
    },
    30_000,
  );
});

describe('what the tables refuse by themselves', () => {
  const cases: [string, string][] = [
    [
      'a day that does not exist',
      "INSERT INTO people (id, name, code, role, active_from) VALUES ('x', 'n', 'x', '', '2026-02-30')",
    ],
    [
      'a date in another shape',
      "INSERT INTO people (id, name, code, role, active_from) VALUES ('x', 'n', 'x', '', '1.2.2026')",
    ],
    [
      'an amount beyond range',
      "INSERT INTO pay_rates (id, person_id, valid_from, monthly_pay_minor, monthly_benefits_minor, available_s) VALUES ('x', 'p', '2026-01-01', 2251799813685249, 0, 1)",
    ],
    [
      'a fraction of a minor unit',
      "INSERT INTO pay_rates (id, person_id, valid_from, monthly_pay_minor, monthly_benefits_minor, available_s) VALUES ('x', 'p', '2026-01-01', 0.5, 0, 1)",
    ],
    [
      'an end before the start',
      "INSERT INTO pay_rates (id, person_id, valid_from, valid_to, monthly_pay_minor, monthly_benefits_minor, available_s) VALUES ('x', 'p', '2026-01-02', '2026-01-01', 0, 0, 1)",
    ],
    [
      'no time at all',
      "INSERT INTO time_entries (id, person_id, worked_on, kind, duration_s) VALUES ('x', 'p', '2026-01-01', 'internal', 0)",
    ],
    [
      'hours of a client without one',
      "INSERT INTO time_entries (id, person_id, worked_on, kind, duration_s) VALUES ('x', 'p', '2026-01-01', 'rework', 60)",
    ],
    [
      'a score of eleven',
      "INSERT INTO nps_answers (id, client_id, answered_on, score) VALUES ('x', 'c', '2026-01-01', 11)",
    ],
    ['a fifteenth hue', 'UPDATE clients SET hue = 15'],
    ['a currency in small letters', "UPDATE clients SET currency = 'rub'"],
    [
      'totals that do not add up',
      "INSERT INTO invoices (id, client_id, number, issued_on, due_on, currency, net_minor, vat_minor, gross_minor) VALUES ('x', 'c', '1', '2026-01-01', '2026-01-01', 'RUB', 100, 22, 121)",
    ],
    [
      'VAT where there is none',
      "INSERT INTO invoice_lines (id, invoice_id, position, title, net_minor, vat_ppm, vat_minor, gross_minor) VALUES ('x', 'i', 1, 't', 100, NULL, 22, 122)",
    ],
    [
      'a payment of nothing',
      "INSERT INTO payments (id, direction, paid_on, amount_minor, currency) VALUES ('x', 'in', '2026-01-01', 0, 'RUB')",
    ],
    [
      'commission of all of it inside',
      "INSERT INTO commission_terms (id, client_id, valid_from, rate_ppm, basis) VALUES ('x', 'c', '2026-01-01', 1000000, 'inside')",
    ],
    ['a person that others refer to', "DELETE FROM people WHERE id = 'p'"],
    [
      'what is no JSON',
      "INSERT INTO brief_answers (id, brief_id, field_key, value) VALUES ('x', 'b', 'goal', 'oops')",
    ],
  ];

  test.each(cases)('%s', (_name, sql) => {
    const connection = new Database(':memory:');
    migrate(connection, migrations);
    connection.exec(`
      INSERT INTO people (id, name, code, role) VALUES ('p', 'P', 'p', '');
      INSERT INTO clients (id, name, mark, hue, country, language, currency, tier, manager_id, search_text)
        VALUES ('c', 'C', 'C', 1, 'RU', 'ru', 'RUB', 'A', 'p', 'c');
      INSERT INTO briefs (id, number, client_id, template_key, title, language, brief_on, edited_at)
        VALUES ('b', 1, 'c', 'seo', '', 'ru', '2026-01-01', 1);
      INSERT INTO invoices (id, client_id, number, issued_on, due_on, currency, net_minor, vat_minor, gross_minor)
        VALUES ('i', 'c', '0', '2026-01-01', '2026-01-01', 'RUB', 100, 22, 122);`);
    expect(() => connection.exec(sql)).toThrow(/constraint failed|cannot store REAL/);
    connection.close();
  });
});
