import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  backupFileName,
  parseBackupFileName,
  removeLeftovers,
  restore,
  verifyCopy,
} from '../../db/backup';
import { openWorkspace } from '../../db/connection';
import { people } from '../../db/schema/people.schema';
import type { Workspace } from '../../db/workspace';
import { BACKUP_INTERVAL_MS, BackupSchedule } from '../../electron/services/backups.service';
import { action, fileHash, newWorkspace, temporaryFolder } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

function withPeople(count: number): Workspace {
  const workspace = newWorkspace();
  workspace.write(action(), (tx) => {
    for (let number = 0; number < count; number += 1) {
      tx.insert(people, { name: `Person ${number}`, code: `c${number}`, role: 'x' });
    }
  });
  return workspace;
}

function countPeople(path: string): unknown {
  const connection = new Database(path, { readonly: true });
  try {
    return connection.prepare('SELECT count(*) FROM people').pluck().get();
  } finally {
    connection.close();
  }
}

const damage = (path: string): void => {
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 3, 4096 * 6);
  writeFileSync(path, bytes);
};

describe('a backup', () => {
  test('of an open workspace is one verified file that opens by itself', () => {
    const workspace = withPeople(50);
    const target = join(temporaryFolder(), 'copy.agency');
    const copy = workspace.backupTo(target);
    expect(copy.bytes).toBeGreaterThan(0);
    expect(readdirSync(dirname(target))).toEqual(['copy.agency']);
    const opened = openWorkspace(target);
    expect(opened.id).toBe(workspace.id);
    expect(opened.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 50 });
    expect(opened.verifyJournal()).toEqual({ ok: true, rows: 50 });
    expect(opened.undo(action())).not.toBeNull();
    opened.close();
  });

  test('never replaces a file and leaves nothing behind where it fails', () => {
    const workspace = withPeople(1);
    const folder = temporaryFolder();
    const target = join(folder, 'copy.agency');
    writeFileSync(target, 'mine');
    expect(codeOf(() => workspace.backupTo(target))).toBe('file-exists');
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['copy.agency']);
  });

  test('keeps nothing of what was deleted', () => {
    const workspace = newWorkspace();
    workspace.refresh((tx) =>
      tx.runDerived("INSERT INTO workspace_facts VALUES ('canary', 'Kanarienvogel-4711')"),
    );
    workspace.refresh((tx) => tx.runDerived("DELETE FROM workspace_facts WHERE key = 'canary'"));
    const target = join(temporaryFolder(), 'copy.agency');
    workspace.backupTo(target);
    expect(readFileSync(target).includes('Kanarienvogel-4711')).toBe(false);
  });

  test('that is not whole does not pass its check', () => {
    const workspace = withPeople(300);
    const target = join(temporaryFolder(), 'copy.agency');
    workspace.backupTo(target);
    damage(target);
    expect(codeOf(() => verifyCopy(target, null))).toBe('backup-not-verified');
  });

  test('leaves that a crash left behind are removed, those of another process are not', () => {
    const folder = temporaryFolder();
    const old = join(folder, '.agency-part-1-x.agency');
    const fresh = join(folder, '.agency-part-2-y.agency');
    writeFileSync(old, 'x');
    writeFileSync(fresh, 'y');
    writeFileSync(join(folder, 'mine.txt'), 'z');
    utimesSync(old, new Date(0), new Date(0));
    removeLeftovers(folder, Date.now());
    expect(readdirSync(folder).sort()).toEqual([basename(fresh), 'mine.txt']);
  });

  test('carries its time and reason in its name', () => {
    const at = Date.UTC(2026, 10, 21, 9, 5, 7, 42);
    expect(backupFileName(at, 'close')).toBe('20261121T090507042Z-close.agency');
    expect(parseBackupFileName(backupFileName(at, 'import'))).toEqual({ at, reason: 'import' });
    expect(parseBackupFileName('holiday.agency')).toBeNull();
  });
});

describe('a restore', () => {
  test('puts an equal workspace at a new path and only reads the backup', () => {
    const workspace = withPeople(20);
    const folder = temporaryFolder();
    const backup = join(folder, 'backup.agency');
    workspace.backupTo(backup);
    const before = fileHash(backup);
    const restored = join(folder, 'restored.agency');
    restore(backup, restored);
    expect(fileHash(backup)).toBe(before);
    expect(countPeople(restored)).toBe(20);
    expect(readdirSync(folder).sort()).toEqual(['backup.agency', 'restored.agency']);
  });

  test('refuses what is damaged, foreign or missing, and an existing target', () => {
    const workspace = withPeople(300);
    const folder = temporaryFolder();
    const backup = join(folder, 'backup.agency');
    workspace.backupTo(backup);
    const target = join(folder, 'restored.agency');
    expect(codeOf(() => restore(join(folder, 'none.agency'), target))).toBe('workspace-not-found');
    expect(codeOf(() => restore(backup, backup))).toBe('file-exists');
    writeFileSync(
      join(folder, 'text.agency'),
      'just a text, and long enough to look like something'.repeat(9),
    );
    expect(codeOf(() => restore(join(folder, 'text.agency'), target))).toBe('workspace-foreign');
    damage(backup);
    expect(codeOf(() => restore(backup, target))).toBe('workspace-damaged');
    expect(existsSync(target)).toBe(false);
  });
});

function scheduleOf(workspace: Workspace, dataFolder: string, start = Date.UTC(2026, 10, 21, 12)) {
  let now = start;
  const failures: unknown[] = [];
  const schedule = new BackupSchedule(workspace, {
    clock: { today: () => '2026-11-21', now: () => now },
    dataFolder,
    onFailed: (error) => failures.push(error),
  });
  return { schedule, failures, pass: (ms: number) => (now += ms) };
}

describe('automatic backups', { timeout: 60_000 }, () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are made every 15 minutes if something changed, and when the file is closed', () => {
    vi.useFakeTimers();
    const workspace = withPeople(1);
    const dataFolder = temporaryFolder();
    const { schedule, failures, pass } = scheduleOf(workspace, dataFolder);
    schedule.start();
    const tick = () => {
      pass(BACKUP_INTERVAL_MS);
      vi.advanceTimersByTime(BACKUP_INTERVAL_MS);
    };
    tick();
    tick();
    expect(schedule.list().map(({ reason }) => reason)).toEqual(['schedule']);
    workspace.write(action(), (tx) => tx.insert(people, { name: 'B', code: 'B', role: 'x' }));
    tick();
    expect(schedule.list()).toHaveLength(2);
    workspace.write(action(), (tx) => tx.insert(people, { name: 'C', code: 'C', role: 'x' }));
    schedule.stop();
    expect(schedule.list().map(({ reason }) => reason)).toEqual(['close', 'schedule', 'schedule']);
    expect(schedule.lastVerifiedAt()).toBe(schedule.list()[0]?.madeAt);
    expect(countPeople(schedule.list()[0]?.path ?? '')).toBe(3);
    expect(failures).toEqual([]);
  });

  test('catch up on what a crash kept them from', () => {
    const workspace = withPeople(1);
    const dataFolder = temporaryFolder();
    scheduleOf(workspace, dataFolder).schedule.run('user');
    const later = scheduleOf(workspace, dataFolder, Date.UTC(2026, 10, 22));
    later.schedule.stop();
    expect(later.schedule.list()).toHaveLength(1);
    workspace.write(action('x', { now: Date.UTC(2026, 10, 23) }), (tx) =>
      tx.insert(people, { name: 'B', code: 'B', role: 'x' }),
    );
    const next = scheduleOf(workspace, dataFolder, Date.UTC(2026, 10, 24));
    next.schedule.stop();
    expect(next.schedule.list()).toHaveLength(2);
  });

  test('that fail are told and do not stop the work', () => {
    const workspace = withPeople(1);
    const folder = temporaryFolder();
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    const { schedule, failures } = scheduleOf(workspace, blocked);
    schedule.start();
    schedule.stop();
    expect(failures.length).toBeGreaterThan(0);
    workspace.write(action(), (tx) => tx.insert(people, { name: 'B', code: 'B', role: 'x' }));
  });

  test('are thinned out by age', () => {
    const workspace = withPeople(1);
    const { schedule, pass } = scheduleOf(workspace, temporaryFolder());
    const hours = 24 * 6;
    for (let hour = 0; hour < hours; hour += 12) {
      schedule.run('schedule');
      pass(12 * 3_600_000);
    }
    schedule.run('user');
    // Four of the last 48 hours, this one, and one for each day before.
    expect(schedule.list().length).toBeLessThan(hours / 12);
    expect(schedule.list()[0]?.reason).toBe('user');
  });

  test('are found for a file that cannot be opened, and one of them takes its place', () => {
    const workspace = withPeople(40);
    const dataFolder = temporaryFolder();
    const { schedule } = scheduleOf(workspace, dataFolder);
    schedule.start();
    schedule.stop();
    workspace.close();
    damage(workspace.path);
    const damaged = fileHash(workspace.path);
    expect(codeOf(() => openWorkspace(workspace.path))).toBe('workspace-damaged');

    const found = BackupSchedule.backupsOfFile(workspace.path, dataFolder);
    expect(found).toHaveLength(1);
    const kept = BackupSchedule.putInPlace(found[0]?.path ?? '', workspace.path, dataFolder);
    expect(kept).toContain(join('quarantine', ''));
    expect(fileHash(kept ?? '')).toBe(damaged);
    const reopened = openWorkspace(workspace.path);
    expect(reopened.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: 40 });
    reopened.close();
    expect(readdirSync(dirname(workspace.path))).toEqual(['test.agency']);
  });

  test('a backup that is itself damaged leaves the file in its place', () => {
    const workspace = withPeople(300);
    const dataFolder = temporaryFolder();
    const backup = scheduleOf(workspace, dataFolder).schedule.run('user');
    workspace.close();
    truncateSync(backup.path, 8192);
    const before = fileHash(workspace.path);
    expect(codeOf(() => BackupSchedule.putInPlace(backup.path, workspace.path, dataFolder))).toBe(
      'workspace-damaged',
    );
    expect(fileHash(workspace.path)).toBe(before);
    expect(readdirSync(dirname(workspace.path))).toEqual(['test.agency']);
  });

  test('the reserve is laid down late and given back when the disk is full', () => {
    vi.useFakeTimers();
    const workspace = withPeople(1);
    const dataFolder = temporaryFolder();
    mkdirSync(dataFolder, { recursive: true });
    const { schedule } = scheduleOf(workspace, dataFolder);
    schedule.start();
    expect(schedule.releaseReserve()).toBe(false);
    vi.advanceTimersByTime(61_000);
    expect(schedule.releaseReserve()).toBe(true);
    schedule.stop();
  });
});
