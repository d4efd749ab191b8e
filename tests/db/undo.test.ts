import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { addClient } from '../../db/repositories/clients.repo';
import { agency } from '../../db/schema/agency.schema';
import { clients as clientsTable, deadlines } from '../../db/schema/clients.schema';
import { clientMonths } from '../../db/schema/journal.schema';
import { people } from '../../db/schema/people.schema';
import type { Workspace } from '../../db/workspace';
import { AppError } from '../../shared/contract/app-error';
import { action, newWorkspace } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

const person = (id: string, name = id) => ({ id, name, code: id, role: 'designer' });

const client = (id: string, managerId: string | null = null) => ({
  id,
  name: `Client ${id}`,
  country: 'RU' as const,
  language: 'ru' as const,
  currency: 'RUB',
  tier: 'A' as const,
  managerId,
});

describe('undo and redo', () => {
  test('take back and do again, across a restart', () => {
    let workspace = newWorkspace();
    workspace.write(action('history.add'), (tx) => tx.insert(people, person('a', 'Анна')));
    workspace.write(action('history.rename'), (tx) =>
      tx.update(people, 'a', { name: 'Анна К.' }, 1),
    );
    workspace.close();
    workspace = openWorkspace(workspace.path);
    expect(workspace.undoState().undo?.key).toBe('history.rename');
    expect(workspace.undo(action())?.key).toBe('history.rename');
    expect(workspace.undo(action())?.key).toBe('history.add');
    expect(workspace.read.all('SELECT * FROM people')).toEqual([]);
    workspace.close();
    workspace = openWorkspace(workspace.path);
    expect(workspace.undoState().undo).toBeNull();
    expect(workspace.redo(action())?.key).toBe('history.add');
    expect(workspace.read.get('SELECT name FROM people')).toEqual({ name: 'Анна' });
    expect(workspace.redo(action())?.key).toBe('history.rename');
    expect(workspace.read.get('SELECT name FROM people')).toEqual({ name: 'Анна К.' });
    expect(workspace.redo(action())).toBeNull();
    expect(workspace.verifyJournal()).toEqual({ ok: true, rows: 6 });
    workspace.close();
    expect(readdirSync(dirname(workspace.path))).toEqual(['test.agency']);
  });

  test('go back 150 steps and forward again', () => {
    const workspace = newWorkspace();
    for (let number = 0; number < 150; number += 1) {
      workspace.write(action(), (tx) => tx.insert(people, person(`p${number}`)));
    }
    for (let number = 0; number < 150; number += 1) workspace.undo(action());
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 0 });
    for (let number = 0; number < 150; number += 1) workspace.redo(action());
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 150 });
  });

  test('a new change ends the way forward', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    workspace.undo(action());
    workspace.write(action(), (tx) => tx.insert(people, person('b')));
    expect(workspace.undoState().redo).toBeNull();
    expect(workspace.redo(action())).toBeNull();
  });

  test('what a workspace starts from cannot be undone', () => {
    const workspace = newWorkspace();
    workspace.write(action('history.start', { kind: 'setup' }), (tx) =>
      tx.insert(agency, {
        id: 'agency',
        name: 'A',
        country: 'RU',
        baseCurrency: 'RUB',
        language: 'ru',
      }),
    );
    expect(workspace.undoState().undo).toBeNull();
    expect(workspace.undo(action())).toBeNull();
  });

  test('a whole action comes back as one, children before parents', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => {
      tx.insert(people, person('m'));
      addClient(tx, client('c', 'm'));
      tx.insert(deadlines, {
        id: 'd',
        clientId: 'c',
        dueOn: '2026-12-01',
        title: 't',
        kind: 'task',
      });
    });
    workspace.undo(action());
    expect(workspace.read.get('SELECT count(*) AS n FROM clients')).toEqual({ n: 0 });
    workspace.redo(action());
    expect(workspace.read.get('SELECT client_id FROM deadlines')).toEqual({ client_id: 'c' });
  });

  test('a picture survives the way there and back', () => {
    const workspace = newWorkspace();
    const logo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    workspace.write(action(), (tx) =>
      tx.insert(agency, {
        id: 'agency',
        name: 'A',
        country: 'RU',
        baseCurrency: 'RUB',
        language: 'ru',
        logo,
        logoType: 'image/png',
      }),
    );
    workspace.write(action(), (tx) => tx.update(agency, 'agency', { logo: null, logoType: null }));
    workspace.undo(action());
    expect(workspace.read.get<{ logo: Buffer }>('SELECT logo FROM agency')?.logo).toEqual(logo);
  });

  test('is refused where the row was changed past the journal', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    workspace.write(action(), (tx) => tx.update(people, 'a', { name: 'B' }));
    workspace.refresh((tx) => tx.runDerived("UPDATE people SET name = 'C' WHERE id = 'a'"));
    expect(codeOf(() => workspace.undo(action()))).toBe('undo-conflict');
    expect(workspace.read.get('SELECT name FROM people')).toEqual({ name: 'C' });
    expect(workspace.undoState().undo).not.toBeNull();
  });

  test('is refused where others have come to need the row', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    workspace.refresh((tx) =>
      tx.runDerived(
        "INSERT INTO pay_rates (id, person_id, valid_from, monthly_pay_minor, monthly_benefits_minor, available_s) VALUES ('r', 'a', '2026-01-01', 1, 1, 1)",
      ),
    );
    expect(codeOf(() => workspace.undo(action()))).toBe('undo-conflict');
  });
});

describe('a write', () => {
  test('refuses a row that was changed elsewhere', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    workspace.write(action(), (tx) => tx.update(people, 'a', { name: 'B' }, 1));
    const stale = () => workspace.write(action(), (tx) => tx.update(people, 'a', { name: 'C' }, 1));
    expect(codeOf(stale)).toBe('row-changed-elsewhere');
    expect(codeOf(() => workspace.write(action(), (tx) => tx.update(people, 'x', {})))).toBe(
      'row-not-found',
    );
  });

  test('writes nothing where nothing changes', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    workspace.write(action(), (tx) => tx.update(people, 'a', { name: 'a' }));
    expect(workspace.read.get('SELECT revision FROM people')).toEqual({ revision: 1 });
    expect(workspace.read.get('SELECT count(*) AS n FROM journal_groups')).toEqual({ n: 1 });
  });

  test('leaves nothing of a change that fails half-way, nor of its journal', () => {
    const workspace = newWorkspace();
    const failing = () =>
      workspace.write(action(), (tx) => {
        tx.insert(people, person('a'));
        tx.insert(people, person('a'));
      });
    expect(codeOf(failing)).toBe('value-taken');
    expect(workspace.read.get('SELECT count(*) AS n FROM journal')).toEqual({ n: 0 });
    workspace.write(action(), (tx) => tx.insert(people, person('b')));
    expect(workspace.verifyJournal()).toEqual({ ok: true, rows: 1 });
  });

  test('cannot wait for anything', () => {
    const workspace = newWorkspace();
    const waiting = () =>
      workspace.write(action(), async (tx) => {
        tx.insert(people, person('a'));
      });
    expect(waiting).toThrow('cannot wait for a promise');
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 0 });
  });

  test('cannot be started within another, and its handle dies with it', () => {
    const workspace = newWorkspace();
    expect(() => workspace.write(action(), () => workspace.write(action(), () => 1))).toThrow(
      'already running',
    );
    const kept = workspace.write(action(), (tx) => tx);
    expect(() => kept.insert(people, person('a'))).toThrow('after its transaction');
  });

  test('goes only to tables whose changes are journaled', () => {
    const workspace = newWorkspace();
    const row = { clientId: 'c', month: '2026-10' };
    expect(() => workspace.write(action(), (tx) => tx.insert(clientMonths, row as never))).toThrow(
      'not a journaled table',
    );
  });

  test('runs the hooks inside the transaction and tells listeners after it', () => {
    const workspace = newWorkspace();
    const heard: string[][] = [];
    workspace.onChange(({ entities }) => heard.push([...entities]));
    const stop = workspace.beforeCommit((tx) => {
      if (tx.get<{ n: number }>('SELECT count(*) AS n FROM people')?.n === 2) {
        throw new AppError('refused-by-hook');
      }
    });
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    const second = () => workspace.write(action(), (tx) => tx.insert(people, person('b')));
    expect(codeOf(second)).toBe('refused-by-hook');
    stop();
    second();
    expect(heard).toEqual([['people'], ['people']]);
  });
});

describe('the journal', () => {
  test('cannot be rewritten by a statement', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => tx.insert(people, person('a')));
    for (const sql of [
      "UPDATE journal SET actor = 'x'",
      'DELETE FROM journal',
      "UPDATE journal_groups SET label = 'x'",
      'DELETE FROM journal_groups',
    ]) {
      expect(codeOf(() => workspace.refresh((tx) => tx.runDerived(sql)))).toBe(
        'journal-append-only',
      );
    }
  });

  test.each([
    ["UPDATE journal SET after = replace(after, 'Name 3', 'Name 4')", 3],
    ["UPDATE journal SET actor = 'someone else' WHERE seq = 2", 2],
    ['DELETE FROM journal WHERE seq = 4', 4],
    ["UPDATE journal_groups SET label = 'history.other' WHERE seq = 5", 5],
  ])('shows what was forged in it: %s', (sql, brokenAt) => {
    const workspace = newWorkspace();
    for (let number = 1; number <= 6; number += 1) {
      workspace.write(action(), (tx) => tx.insert(people, person(`p${number}`, `Name ${number}`)));
    }
    expect(workspace.verifyJournal()).toEqual({ ok: true, rows: 6 });
    workspace.refresh((tx) => {
      for (const name of ['journal', 'journal_groups']) {
        tx.runDerived(`DROP TRIGGER ${name}_kept_on_update`);
        tx.runDerived(`DROP TRIGGER ${name}_kept_on_delete`);
      }
      tx.runDerived(sql);
    });
    expect(workspace.verifyJournal()).toMatchObject({ ok: false, brokenAt });
  });
});

type Tables = { people: unknown[]; clients: unknown[]; deadlines: unknown[] };

/** The content without revisions, which rise with undo as with any change. */
function dump(workspace: Workspace): string {
  const tables: Tables = {
    people: workspace.read.all('SELECT id, name, code FROM people ORDER BY id'),
    clients: workspace.read.all(
      'SELECT id, name, manager_id, search_text FROM clients ORDER BY id',
    ),
    deadlines: workspace.read.all('SELECT id, client_id, title FROM deadlines ORDER BY id'),
  };
  return JSON.stringify(tables);
}

type Command = { kind: string; a: number; b: number };

const commands = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'add-person',
      'rename',
      'remove-person',
      'add-client',
      'move-client',
      'remove-client',
      'add-deadline',
      'two-at-once',
      'undo',
      'undo',
      'undo',
      'redo',
      'redo',
      'reopen',
    ),
    a: fc.nat(3),
    b: fc.nat(3),
  }),
  { maxLength: 40 },
);

function change(workspace: Workspace, { kind, a, b }: Command): void {
  workspace.write(action(`history.${kind}`), (tx) => {
    switch (kind) {
      case 'add-person':
        tx.insert(people, person(`p${a}`));
        break;
      case 'rename':
        tx.update(people, `p${a}`, { name: `Name ${b}` });
        break;
      case 'remove-person':
        tx.remove(people, `p${a}`);
        break;
      case 'add-client':
        addClient(tx, client(`c${a}`, `p${b}`));
        break;
      case 'move-client':
        tx.update(clientsTable, `c${a}`, { managerId: `p${b}` });
        break;
      case 'remove-client':
        tx.remove(clientsTable, `c${a}`);
        break;
      case 'add-deadline':
        tx.insert(deadlines, {
          id: `d${a}${b}`,
          clientId: `c${a}`,
          dueOn: '2026-12-01',
          title: `Title ${b}`,
          kind: 'task',
        });
        break;
      case 'two-at-once':
        tx.update(people, `p${a}`, { name: `Two ${b}` });
        tx.update(people, `p${b}`, { name: `Two ${a}` });
        break;
    }
  });
}

/** Snapshots stand for the whole state: what undo and redo should bring back, by another way. */
function check(list: readonly Command[]): void {
  let workspace = newWorkspace();
  const past: string[] = [];
  const future: string[] = [];
  let now = dump(workspace);
  for (const command of list) {
    if (command.kind === 'reopen') {
      workspace.close();
      workspace = openWorkspace(workspace.path);
    } else if (command.kind === 'undo') {
      const before = past.pop();
      expect(workspace.undo(action()) !== null).toBe(before !== undefined);
      if (before !== undefined) future.push(now);
      now = before ?? now;
    } else if (command.kind === 'redo') {
      const after = future.pop();
      expect(workspace.redo(action()) !== null).toBe(after !== undefined);
      if (after !== undefined) past.push(now);
      now = after ?? now;
    } else {
      let done = true;
      try {
        change(workspace, command);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        done = false;
      }
      const next = dump(workspace);
      if (!done) expect(next).toBe(now);
      if (next !== now) {
        past.push(now);
        future.length = 0;
        now = next;
      }
    }
    expect(dump(workspace)).toBe(now);
  }
  expect(workspace.verifyJournal().ok).toBe(true);
  expect(workspace.integrityProblems('quick')).toEqual([]);
  workspace.close();
}

test('any mix of changes, undo, redo and restarts equals a model of snapshots', () => {
  fc.assert(fc.property(commands, check), { numRuns: 80, seed: 20261121 });
}, 60_000);
