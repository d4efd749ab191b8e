import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listChecklist, listComments } from '../../db/repositories/task-parts.repo';
import { findTaskByKey, listAssignees } from '../../db/repositories/tasks.repo';
import { inspectImport, runImport } from '../../electron/services/import/import-engine';
import type { ImportAbout } from '../../electron/services/import/import-kind';
import { readOf, type Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { importPreviewSchema } from '../../shared/contract/imports.contract';
import { newSession } from '../helpers/db-session';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', name)));

function run(
  session: Session,
  kind: 'trello' | 'tasks-csv',
  bytes: Uint8Array,
  about: ImportAbout = {},
) {
  return runImport(session, { kind, bytes, fileName: 'file', about, dryRun: false });
}

function counts(session: Session): Record<string, number> {
  const tables = ['tasks', 'task_comments', 'task_origins', 'imports', 'journal'];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      readOf(session).get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0,
    ]),
  );
}

const board = fixture('trello/board.json');

/** The board with one card changed. */
function changedBoard(change: (card: Record<string, unknown>) => void): Uint8Array {
  const file = JSON.parse(new TextDecoder().decode(board)) as { cards: Record<string, unknown>[] };
  for (const card of file.cards) if (String(card['name']).startsWith('Лендинг')) change(card);
  return new TextEncoder().encode(JSON.stringify(file));
}

const landing = (session: Session) => {
  const row = readOf(session).get<{ key: string }>(
    "SELECT external_key AS key FROM tasks WHERE title LIKE 'Лендинг%'",
  );
  return findTaskByKey(readOf(session), 'trello', row?.key ?? '');
};

describe('moving in from Trello', () => {
  it('takes the board over once, with totals to hold against it', () => {
    const session = newSession();
    expect(run(session, 'trello', board, { client: 'Кама' })).toMatchObject({
      read: 5,
      added: 5,
      totals: { cards: 5, comments: 2 },
    });
    const task = landing(session);
    expect(task).toMatchObject({ status: 'in-work', clientId: 'kama', archivedAt: null });
    expect(listChecklist(readOf(session), task?.id ?? '')).toHaveLength(3);
    expect(listComments(readOf(session), task?.id ?? '').map(({ body }) => body)).toEqual([
      'Начали',
      'Форма готова, смотрите',
    ]);
    const before = counts(session);
    expect(run(session, 'trello', board, { client: 'Кама' })).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 5,
      totals: { cards: 0, comments: 0 },
    });
    expect(counts(session)).toEqual(before);
  });

  it('brings what changed there up to date, and leaves alone what was only changed here', () => {
    const session = newSession();
    run(session, 'trello', board);
    const id = landing(session)?.id ?? '';
    const later = changedBoard((card) => {
      card['dueComplete'] = true;
      card['due'] = '2026-12-01T12:00:00.000Z';
      card['dateLastActivity'] = '2026-11-30T12:00:00.000Z';
    });
    expect(run(session, 'trello', later)).toMatchObject({ updated: 1, unchanged: 4, added: 0 });
    expect(landing(session)).toMatchObject({
      id,
      status: 'done',
      dueOn: '2026-12-01',
      doneOn: '2026-11-30',
    });
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(landing(session)).toMatchObject({ id, status: 'in-work' });
    expect(run(session, 'trello', board)).toMatchObject({ unchanged: 5 });
  });

  it('is taken back as a whole', () => {
    const session = newSession();
    run(session, 'trello', board);
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(counts(session)).toMatchObject({ tasks: 0, task_comments: 0, task_origins: 0 });
    expect(run(session, 'trello', board)).toMatchObject({ added: 5 });
  });

  it('shows first what it would do, and refuses foreign files with nothing written', () => {
    const session = newSession();
    const before = counts(session);
    const preview = inspectImport(session, { kind: 'trello', bytes: board, fileName: 'b.json' });
    expect(importPreviewSchema.parse(preview).rows).toHaveLength(5);
    for (const bytes of [
      new Uint8Array(),
      board.subarray(0, 500),
      fixture('tasks-csv/jira.csv'),
      new TextEncoder().encode('{"cards": "none"}'),
    ]) {
      expect(() => run(session, 'trello', bytes)).toThrow(AppError);
    }
    expect(() => run(session, 'trello', board, { client: 'Никто' })).toThrow(AppError);
    expect(counts(session)).toEqual(before);
  });
});

describe('moving in from a list of tasks', () => {
  it.each([
    ['tasks-csv/jira.csv', 'jira', 'SITE-1', { status: 'in-work', dueOn: '2026-11-30' }],
    ['tasks-csv/asana.csv', 'asana', '1209000000000002', { status: 'done', doneOn: '2026-11-09' }],
    ['tasks-csv/bitrix24.xls', 'bitrix24', '41', { status: 'in-work', dueOn: '2026-11-27' }],
  ])('%s', (file, source, key, expected) => {
    const session = newSession();
    expect(run(session, 'tasks-csv', fixture(file))).toMatchObject({ read: 2, added: 2 });
    expect(findTaskByKey(readOf(session), source, key)).toMatchObject(expected);
    expect(run(session, 'tasks-csv', fixture(file))).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('gives a task to the people it names, in parts that make a whole', () => {
    const session = newSession();
    const csv = new TextEncoder().encode(
      'Название;Срок;Исполнители\nМакет;30.11.2026;anna, boris, Кто-то\n',
    );
    const answer = run(session, 'tasks-csv', csv);
    expect(answer.problems.map(({ message }) => message).join()).toContain('Кто-то');
    const task = readOf(session).get<{ id: string }>('SELECT id FROM tasks');
    const parts = listAssignees(readOf(session), task?.id ?? '');
    expect(parts.map(({ personId }) => personId)).toEqual(['anna', 'boris']);
    expect(parts.reduce((sum, { sharePpm }) => sum + sharePpm, 0)).toBe(1_000_000);
  });

  it('refuses what is no list of tasks, with nothing written', () => {
    const session = newSession();
    const before = counts(session);
    const text = (content: string) => new TextEncoder().encode(content);
    for (const bytes of [new Uint8Array(), text('Кампания;Расход\nБренд;100\n'), board]) {
      expect(() => run(session, 'tasks-csv', bytes)).toThrow(AppError);
    }
    expect(() => run(session, 'tasks-csv', text('a,b\n1,2\n'), { map: 'nonsense=a' })).toThrow(
      AppError,
    );
    expect(counts(session)).toEqual(before);
  });
});
