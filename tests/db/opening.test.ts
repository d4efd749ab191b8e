import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWorkspace, openWorkspace } from '../../db/connection';
import { people } from '../../db/schema/people.schema';
import { BackupSchedule } from '../../electron/services/backups.service';
import { childScript, startChild } from '../helpers/db-process';
import { action, fileHash, newWorkspace, temporaryFolder } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

/** A closed workspace with some rows in it. */
function closedWorkspace(rows = 200): string {
  const workspace = newWorkspace();
  workspace.write(action(), (tx) => {
    for (let number = 0; number < rows; number += 1) {
      tx.insert(people, { name: `Person ${number}`, code: `c${number}`, role: 'designer' });
    }
  });
  workspace.close();
  return workspace.path;
}

function filesBeside(path: string): string[] {
  return readdirSync(dirname(path)).filter((name) => name.startsWith('test'));
}

function expectRefused(path: string, code: string): void {
  const before = fileHash(path);
  const files = filesBeside(path);
  expect(codeOf(() => openWorkspace(path).close())).toBe(code);
  expect(fileHash(path)).toBe(before);
  expect(filesBeside(path)).toEqual(files);
}

beforeAll(() => childScript(), 60_000);
afterEach(() => {
  vi.useRealTimers();
});

describe('pragmas', () => {
  test('read back as they were asked for', () => {
    expect(newWorkspace().settings()).toEqual({
      journal_mode: 'wal',
      locking_mode: 'exclusive',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 5000,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      temp_store: 2,
      secure_delete: 1,
      journal_size_limit: 8388608,
      checkpoint_fullfsync: 1,
    });
  });

  test('a query cannot write', () => {
    const { read } = newWorkspace();
    expect(() => read.all('DELETE FROM people RETURNING id')).toThrow('a query may not write');
  });
});

describe('one file at rest', () => {
  test('closing leaves the file alone in its folder, in the portable journal mode', () => {
    const path = closedWorkspace();
    expect(readdirSync(dirname(path))).toEqual(['test.agency']);
    const header = readFileSync(path).subarray(18, 20);
    expect([...header]).toEqual([1, 1]);
  });

  test('closing twice does nothing the second time', () => {
    const workspace = newWorkspace();
    workspace.close();
    workspace.close();
    expect(workspace.isOpen).toBe(false);
  });

  test('opening and closing keeps the content', () => {
    const path = closedWorkspace(3);
    const workspace = openWorkspace(path);
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 3 });
    workspace.close();
  });
});

describe('files that are not ours or not whole are refused and left as they are', () => {
  test('a missing file', () => {
    expect(codeOf(() => openWorkspace(join(temporaryFolder(), 'none.agency')))).toBe(
      'workspace-not-found',
    );
  });

  test('a folder', () => {
    expect(codeOf(() => openWorkspace(temporaryFolder()))).toBe('workspace-foreign');
  });

  test('a text file', () => {
    const path = join(temporaryFolder(), 'test.agency');
    writeFileSync(path, 'Дата;Сумма\n'.repeat(100));
    expectRefused(path, 'workspace-foreign');
  });

  test('an empty file', () => {
    const path = join(temporaryFolder(), 'test.agency');
    writeFileSync(path, '');
    expectRefused(path, 'workspace-damaged');
  });

  test('a database of another program', () => {
    const path = join(temporaryFolder(), 'test.agency');
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expectRefused(path, 'workspace-foreign');
  });

  test('a database of another program in write-ahead mode', () => {
    const path = join(temporaryFolder(), 'test.agency');
    const other = new Database(path);
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)');
    other.close();
    expectRefused(path, 'workspace-foreign');
  });

  test('a workspace of a newer version', () => {
    const path = closedWorkspace();
    const raw = new Database(path);
    raw.pragma('user_version = 999');
    raw.close();
    expectRefused(path, 'workspace-newer');
  });

  test('a newer version that is known only to its write-ahead log', () => {
    const folder = temporaryFolder();
    const source = closedWorkspace();
    const raw = new Database(source);
    raw.pragma('journal_mode = WAL');
    raw.pragma('user_version = 999');
    const path = join(folder, 'test.agency');
    copyFileSync(source, path);
    copyFileSync(`${source}-wal`, `${path}-wal`);
    raw.close();
    const log = fileHash(`${path}-wal`);
    expectRefused(path, 'workspace-newer');
    expect(fileHash(`${path}-wal`)).toBe(log);
  });

  test.each([0.2, 0.5, 0.9])('a file cut at %f of its length', (share) => {
    const path = closedWorkspace(400);
    truncateSync(path, Math.floor(statSync(path).size * share));
    expectRefused(path, 'workspace-damaged');
  });

  test('a file cut within its first bytes', () => {
    const path = closedWorkspace();
    truncateSync(path, 60);
    expectRefused(path, 'workspace-damaged');
  });

  test('pages of zeros', () => {
    const path = closedWorkspace(400);
    const bytes = readFileSync(path);
    bytes.fill(0, 4096, 4096 * 6);
    writeFileSync(path, bytes);
    expectRefused(path, 'workspace-damaged');
  });

  test('random damage never crashes, never hangs and never changes the file', () => {
    const sound = readFileSync(closedWorkspace(400));
    const path = join(temporaryFolder(), 'test.agency');
    let seed = 20261121;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    let refused = 0;
    for (let round = 0; round < 120; round += 1) {
      const bytes = Buffer.from(sound);
      for (let hit = 0; hit < 20; hit += 1) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      }
      writeFileSync(path, bytes);
      const before = fileHash(path);
      const started = performance.now();
      const code = codeOf(() => openWorkspace(path).close());
      expect(performance.now() - started).toBeLessThan(5000);
      if (code === 'no error') continue;
      refused += 1;
      expect(['workspace-damaged', 'workspace-foreign', 'workspace-newer']).toContain(code);
      expect(fileHash(path)).toBe(before);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('a file that is as it was closed', () => {
  function closedWithNote(): { path: string; dataFolder: string } {
    const path = closedWorkspace(400);
    const dataFolder = join(dirname(path), 'data');
    openWorkspace(path, { dataFolder }).close();
    return { path, dataFolder };
  }

  test('opens without a full check, and its check is made up for later', () => {
    vi.useFakeTimers();
    const { path, dataFolder } = closedWithNote();
    const workspace = openWorkspace(path, { dataFolder });
    const failures: unknown[] = [];
    const clock = { today: () => '2026-11-21', now: () => Date.now() };
    const schedule = new BackupSchedule(workspace, {
      clock,
      dataFolder,
      onFailed: (error) => failures.push(error),
    });
    const checked = vi.spyOn(workspace, 'integrityProblems');
    schedule.start();
    vi.advanceTimersByTime(120_000);
    expect(checked.mock.calls.map(([, table]) => table)).toEqual(workspace.tableNames());
    expect(failures).toEqual([]);
    schedule.stop();
    workspace.close();
  });

  test('is checked in full once anything wrote to it', () => {
    const { path, dataFolder } = closedWithNote();
    const bytes = readFileSync(path);
    bytes.fill(0, 4096 * 3, 4096 * 8);
    writeFileSync(path, bytes);
    expect(codeOf(() => openWorkspace(path, { dataFolder }))).toBe('workspace-damaged');
  });
});

describe('making a workspace', () => {
  test('never replaces a file', () => {
    const path = join(temporaryFolder(), 'test.agency');
    writeFileSync(path, 'mine');
    expect(codeOf(() => createWorkspace(path))).toBe('file-exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('names a folder that does not exist', () => {
    expect(codeOf(() => createWorkspace(join(temporaryFolder(), 'none', 'test.agency')))).toBe(
      'folder-not-found',
    );
  });

  test('leaves nothing behind where it fails', () => {
    const folder = temporaryFolder();
    const broken = [
      { number: 1, name: '0001-broken', sha256: '', sql: 'CREATE TABLE x (y); SELECT nonsense' },
    ];
    expect(codeOf(() => createWorkspace(join(folder, 'test.agency'), { migrations: broken }))).toBe(
      'migration-failed',
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('one owner', { timeout: 60_000 }, () => {
  test('a second opening in the same process is refused', () => {
    const workspace = newWorkspace();
    expect(codeOf(() => openWorkspace(workspace.path))).toBe('workspace-busy');
    workspace.write(action(), (tx) => tx.insert(people, { name: 'A', code: 'A', role: 'x' }));
    expect(workspace.integrityProblems('full')).toEqual([]);
  });

  test('a second process is refused within two seconds, and can open once the first lets go', async () => {
    const path = closedWorkspace();
    const first = await startChild(['hold', path]);
    expect(await first.line((line) => line === 'open')).toBe('open');
    const second = await startChild(['open', path]);
    expect(await second.line((line) => line !== '')).toBe('refused workspace-busy');
    const after = await second.line((line) => line.startsWith('after '));
    expect(Number(after?.slice(6))).toBeLessThan(2000);
    first.process.stdin.write('go\n');
    expect(await first.line((line) => line === 'closed')).toBe('closed');
    await first.ended;
    const third = await startChild(['open', path]);
    expect(await third.line((line) => line !== '')).toBe('open');
    await third.ended;
  });

  test('the lock of a killed process is gone with it', async () => {
    const path = closedWorkspace();
    const first = await startChild(['hold', path]);
    await first.line((line) => line === 'open');
    first.process.kill('SIGKILL');
    await first.ended;
    const workspace = openWorkspace(path);
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 200 });
    workspace.close();
    expect(filesBeside(path)).toEqual(['test.agency']);
  });

  test('of processes that race for a file each either has it alone or is refused', async () => {
    const path = closedWorkspace(0);
    let opened = 0;
    for (let round = 0; round < 4; round += 1) {
      const racers = await Promise.all([1, 2, 3].map(() => startChild(['race', path])));
      await Promise.all(racers.map(({ ended }) => ended));
      const answers = racers.map(({ lines }) => lines.join(' '));
      for (const answer of answers)
        expect(answer).toMatch(/^(open closed|refused workspace-busy after \d+)$/);
      opened += answers.filter((answer) => answer === 'open closed').length;
    }
    expect(opened).toBeGreaterThan(0);
    const workspace = openWorkspace(path);
    expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: opened });
    expect(workspace.verifyJournal()).toMatchObject({ ok: true });
    workspace.close();
  });
});

describe('places that cannot be written', { timeout: 60_000 }, () => {
  const isRoot = process.getuid?.() === 0;

  // Root may write anywhere: as root the attempt is made by a child without its rights.
  async function openAsOrdinaryUser(path: string): Promise<string | null> {
    const child = await startChild(['open', path], isRoot ? { uid: 65534 } : {});
    return child.line((line) => line !== '');
  }

  test.skipIf(process.platform === 'win32')('a read-only file', async () => {
    const path = closedWorkspace();
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o444);
    const before = fileHash(path);
    expect(await openAsOrdinaryUser(path)).toBe('refused workspace-read-only');
    expect(fileHash(path)).toBe(before);
  });

  test.skipIf(process.platform === 'win32')('a read-only folder', async () => {
    const path = closedWorkspace();
    const folder = join(dirname(path), 'locked');
    mkdirSync(folder);
    const inside = join(folder, 'test.agency');
    copyFileSync(path, inside);
    chmodSync(inside, 0o666);
    chmodSync(dirname(path), 0o755);
    chmodSync(folder, 0o555);
    const before = fileHash(inside);
    expect(await openAsOrdinaryUser(inside)).toBe('refused workspace-read-only');
    expect(fileHash(inside)).toBe(before);
    expect(readdirSync(folder)).toEqual(['test.agency']);
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });
});
