import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openWorkspace } from '../../db/connection';
import type { Workspace } from '../../db/workspace';
import { buildSample } from '../../electron/services/sample/build-sample';
import { createSample } from '../../electron/services/sample/create-sample';
import { SAMPLE_TABLES } from '../../electron/services/sample/sample-rows';
import { checkRequisites } from '../../shared/domain/requisites';
import { temporaryFolder } from '../helpers/db-workspace';

const TODAY = '2026-11-23';

function newSample(seed: number, today: string): Workspace {
  const path = join(temporaryFolder(), 'sample.agency');
  createSample(path, { seed, today });
  const workspace = openWorkspace(path);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** Everything that people entered and the journal of it, as one hash. */
function dumpHash(workspace: Workspace): string {
  const hash = createHash('sha256');
  for (const table of [
    ...SAMPLE_TABLES,
    'client_months',
    'journal_groups',
    'journal',
    'workspace_facts',
  ]) {
    for (const row of workspace.read.all(`SELECT * FROM ${table} ORDER BY 1`)) {
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
}

function scalar(workspace: Workspace, sql: string, ...params: string[]): number {
  return workspace.read.get<{ n: number }>(sql, ...params)?.n ?? 0;
}

const OPEN = `SELECT i.*, c.name, i.gross_minor - coalesce((SELECT sum(amount_minor) FROM payment_allocations a
  WHERE a.invoice_id = i.id), 0) AS open_minor FROM invoices i JOIN clients c ON c.id = i.client_id`;

describe('sample portfolio', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agency-sample-'));
  let workspace: Workspace;
  beforeAll(() => {
    const path = join(folder, 'sample.agency');
    createSample(path, { seed: 1, today: TODAY });
    workspace = openWorkspace(path);
  });
  afterAll(() => {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the same for a seed and a date, and another for another seed', () => {
    const first = dumpHash(workspace);
    expect(dumpHash(newSample(1, TODAY))).toBe(first);
    expect(dumpHash(newSample(2, TODAY))).not.toBe(first);
  });

  it('leaves a sound file whose history starts with it', () => {
    expect(workspace.verifyJournal().ok).toBe(true);
    expect(workspace.integrityProblems('full')).toEqual([]);
    expect(workspace.read.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(workspace.undoState().undo).toBeNull();
  });

  it('holds 14 clients, 9 people, 24 full months and the one under way', () => {
    expect(scalar(workspace, 'SELECT count(*) AS n FROM clients')).toBe(14);
    expect(scalar(workspace, 'SELECT count(*) AS n FROM people')).toBe(9);
    expect(
      scalar(workspace, 'SELECT count(DISTINCT substr(worked_on, 1, 7)) AS n FROM time_entries'),
    ).toBe(25);
    expect(
      scalar(workspace, 'SELECT count(*) AS n FROM time_entries WHERE worked_on > ?', TODAY),
    ).toBe(0);
    expect(scalar(workspace, 'SELECT count(*) AS n FROM payments WHERE paid_on > ?', TODAY)).toBe(
      0,
    );
  });

  it('tells its story: 70 days overdue, above the limit, silent for 21 days, about to expire', () => {
    const oldest = workspace.read.get<{ name: string; days: number }>(
      `SELECT name, CAST(julianday(?) - julianday(due_on) AS INTEGER) AS days FROM (${OPEN})
       WHERE open_minor > 0 ORDER BY due_on LIMIT 1`,
      TODAY,
    );
    expect(oldest).toEqual({ name: 'Верба', days: 70 });

    const aboveLimit = workspace.read.all<{ name: string }>(
      `SELECT c.name FROM (${OPEN}) o JOIN clients c ON c.id = o.client_id
       GROUP BY c.id HAVING sum(o.open_minor) > c.credit_limit_minor ORDER BY c.name`,
    );
    expect(aboveLimit).toEqual([{ name: 'Вектор-Авто' }, { name: 'Верба' }]);

    const quietest = workspace.read.get<{ name: string; days: number }>(
      `SELECT c.name, CAST(julianday(?) - julianday(max(l.contacted_on)) AS INTEGER) AS days
       FROM contact_log l JOIN clients c ON c.id = l.client_id GROUP BY c.id ORDER BY days DESC LIMIT 1`,
      TODAY,
    );
    expect(quietest).toEqual({ name: 'Усьва', days: 21 });

    const expiring = workspace.read.all<{ name: string }>(
      `SELECT c.name FROM contracts k JOIN clients c ON c.id = k.client_id
       WHERE julianday(k.ends_on) - julianday(?) BETWEEN 0 AND 60`,
      TODAY,
    );
    expect(expiring).toEqual([{ name: 'Светлояр' }]);
  });

  it('burns one retainer above 120 % month after month', () => {
    const burn = workspace.read.all<{ month: string; share: number }>(
      `SELECT substr(t.worked_on, 1, 7) AS month, sum(t.duration_s) * 1.0 / max(r.included_s) AS share
       FROM time_entries t JOIN clients c ON c.id = t.client_id
       JOIN retainer_terms r ON r.project_id = t.project_id
         AND t.worked_on BETWEEN r.valid_from AND coalesce(r.valid_to, '9999-12-31')
       WHERE c.name = 'Дом Орех' AND t.kind = 'retainer' GROUP BY 1 ORDER BY 1 DESC LIMIT 2`,
    );
    expect(burn.map((row) => row.share > 1.2)).toEqual([true, true]);
  });

  it('uses the VAT of each date, and none for the client abroad', () => {
    const rates = workspace.read.all(
      `SELECT DISTINCT c.country, i.issued_on >= '2026-01-01' AS is_new, l.vat_ppm FROM invoice_lines l
       JOIN invoices i ON i.id = l.invoice_id JOIN clients c ON c.id = i.client_id ORDER BY 1, 2`,
    );
    expect(rates).toEqual([
      { country: 'LV', is_new: 0, vat_ppm: null },
      { country: 'LV', is_new: 1, vat_ppm: null },
      { country: 'RU', is_new: 0, vat_ppm: 200_000 },
      { country: 'RU', is_new: 1, vat_ppm: 220_000 },
    ]);
  });

  it('keeps documents equal to their lines and payments above their allocations', () => {
    expect(
      scalar(
        workspace,
        `SELECT count(*) AS n FROM invoices i WHERE gross_minor <>
           (SELECT sum(gross_minor) FROM invoice_lines l WHERE l.invoice_id = i.id)`,
      ),
    ).toBe(0);
    expect(scalar(workspace, `SELECT count(*) AS n FROM (${OPEN}) WHERE open_minor < 0`)).toBe(0);
    expect(
      scalar(
        workspace,
        `SELECT count(*) AS n FROM payments p WHERE amount_minor <
           (SELECT sum(amount_minor) FROM payment_allocations a WHERE a.payment_id = p.id)`,
      ),
    ).toBe(0);
  });

  it('has media plans: one that runs with its fact, one agreed, one draft', () => {
    const plans = workspace.read.all(
      'SELECT number, version, status FROM media_plans ORDER BY number, version',
    );
    expect(plans).toEqual([
      { number: 1, version: 1, status: 'rejected' },
      { number: 1, version: 2, status: 'approved' },
      { number: 2, version: 1, status: 'approved' },
      { number: 3, version: 1, status: 'draft' },
    ]);
    // What the lines did is what the month's media says was spent.
    expect(scalar(workspace, 'SELECT sum(spend_minor) AS n FROM media_plan_facts')).toBe(
      scalar(
        workspace,
        `SELECT sum(m.actual_minor) AS n FROM media_spend m JOIN media_plans p ON p.client_id = m.client_id
         WHERE p.number = 1 AND p.version = 2 AND m.from_on = p.from_on`,
      ),
    );
  });

  it('carries requisites whose check digits are right', () => {
    const parties = workspace.read.all<Record<string, string | null>>(
      `SELECT inn, kpp, ogrn, bik, account, correspondent_account AS corrAccount, iban,
         registration_number AS lvRegNo, vat_number AS lvVatNo FROM clients
       UNION ALL SELECT inn, kpp, ogrn, bik, account, correspondent_account, iban, registration_number,
         vat_number FROM agency`,
    );
    expect(parties).toHaveLength(15);
    expect(parties.flatMap((party) => checkRequisites(party))).toEqual([]);
  });

  it.each(['2024-02-29', '2025-01-01', '2026-05-10', '2026-12-31', '2027-03-01', '2031-07-19'])(
    'can be made on %s',
    (today) => {
      const dated = newSample(7, today);
      expect(dated.read.all('PRAGMA foreign_key_check')).toEqual([]);
      const days = scalar(
        dated,
        `SELECT max(CAST(julianday(?) - julianday(due_on) AS INTEGER)) AS n FROM (${OPEN}) WHERE open_minor > 0`,
        today,
      );
      expect(days).toBe(70);
    },
  );

  it('makes an id once only', () => {
    const ids = [...buildSample({ seed: 3, today: TODAY }).values()].flat().map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
