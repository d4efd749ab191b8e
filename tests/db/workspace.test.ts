import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { people } from '../../db/schema/people.schema';
import { action, newWorkspace } from '../helpers/db-workspace';

test('write, undo, redo, reopen', () => {
  let w = newWorkspace();
  w.write(action(), (tx) =>
    tx.insert(people, { id: 'a', name: 'Анна', code: 'AM', role: 'manager' }),
  );
  w.write(action('history.b'), (tx) => tx.update(people, 'a', { name: 'Анна К.' }, 1));
  expect(() => w.write(action(), (tx) => tx.update(people, 'a', { name: 'x' }, 1))).toThrow(
    'row-changed-elsewhere',
  );
  expect(w.read.get('select name, revision from people')).toEqual({ name: 'Анна К.', revision: 2 });
  w.close();
  expect(readdirSync(dirname(w.path))).toEqual(['test.agency']);
  w = openWorkspace(w.path);
  expect(w.undo(action())?.key).toBe('history.b');
  expect(w.undo(action())?.key).toBe('history.test');
  expect(w.read.all('select * from people')).toEqual([]);
  expect(w.redo(action())?.key).toBe('history.test');
  expect(w.read.get('select name, revision from people')).toEqual({ name: 'Анна', revision: 4 });
  expect(w.verifyJournal()).toEqual({ ok: true, rows: 5 });
  w.close();
});
