import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { SCHEMA_VERSION } from '../../db/migrations/migrations';
import { runWorkspaceChecks } from '../../electron/services/check.service';
import { keepFiguresFresh } from '../../electron/services/figures.service';
import { temporaryFolder } from '../helpers/db-workspace';

const TODAY = '2026-11-23';
const folder = join(import.meta.dirname, '../fixtures/workspaces');
const files = readdirSync(folder).filter((name) => name.endsWith('.agency.gz'));

/** Tables the product computes by itself: a newer release may compute them anew. */
const DERIVED = /^(client_months|stale_months|calendar_months|open_invoices|sqlite_.*)$/;

type Row = Record<string, unknown>;

/** Every row that people or imports have written, by table. */
function rowsOf(path: string): Map<string, Row[]> {
  const connection = new Database(path, { readonly: true });
  try {
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    return new Map(
      tables
        .filter((table) => !DERIVED.test(table))
        .map((table) => [table, connection.prepare(`SELECT * FROM "${table}"`).all() as Row[]]),
    );
  } finally {
    connection.close();
  }
}

function unpack(name: string): string {
  const path = join(temporaryFolder(), name.replace('.gz', ''));
  writeFileSync(path, gunzipSync(readFileSync(join(folder, name))));
  return path;
}

describe.each(files)('%s, as an earlier release left it', (name) => {
  test('opens, keeps every row, and its books still hold', () => {
    const path = unpack(name);
    const before = rowsOf(path);
    const clock = { today: () => TODAY, now: () => Date.parse(`${TODAY}T08:00:00Z`) };

    const workspace = openWorkspace(path, { dataFolder: temporaryFolder() });
    const stop = keepFiguresFresh(workspace, clock);
    const report = runWorkspaceChecks({ workspace, clock, language: () => 'en', actor: 'tester' });
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(workspace.read.get('SELECT user_version FROM pragma_user_version')).toEqual({
      user_version: SCHEMA_VERSION,
    });
    stop();
    workspace.close();

    const after = rowsOf(path);
    for (const [table, rows] of before) {
      const left = after.get(table) ?? [];
      expect(left, table).toHaveLength(rows.length);
      // Columns may have come; what stood in the others stands there still.
      for (const [index, row] of rows.entries()) expect(left[index], table).toMatchObject(row);
    }
  });
});

test('there is a file of an earlier release to try', () => {
  expect(files.length).toBeGreaterThan(0);
});
