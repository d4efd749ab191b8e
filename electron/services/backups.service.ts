import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type BackupReason,
  backupFileName,
  parseBackupFileName,
  removeLeftovers,
  restore,
  type VerifiedCopy,
} from '../../db/backup';
import { layBallast, releaseBallast } from '../../db/ballast';
import { backupFolder, workspaceFolder } from '../../db/data-folder';
import { removeDatabase } from '../../db/files';
import { quarantine } from '../../db/quarantine';
import { backupsToDelete } from '../../db/retention';
import type { Workspace } from '../../db/workspace';
import { AppError } from '../../shared/contract/app-error';
import type { Backup } from '../../shared/contract/workspace.contract';
import type { Clock } from './clock';

export const BACKUP_INTERVAL_MS = 15 * 60_000;

/** The reserve of 16 MB is laid down when the start is long over. */
const BALLAST_DELAY_MS = 60_000;

/** The check that opening may have left out begins when the first screen is long there, one table at a time. */
const CHECK_DELAY_MS = 20_000;
const CHECK_STEP_MS = 250;

export type BackupOptions = {
  clock: Clock;
  dataFolder: string;
  /** Told when a backup that nobody waits for fails; the work goes on. */
  onFailed(error: unknown): void;
};

export type BackupOfFile = { path: string; madeAt: number; bytes: number };

/** Backups in a folder, the newest first. Whatever has such a name was verified before it got it. */
function backupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((fileName): Backup[] => {
      const parsed = parseBackupFileName(fileName);
      if (parsed === null) return [];
      const path = join(folder, fileName);
      const { at: madeAt, reason } = parsed;
      return [{ path, fileName, madeAt, reason, bytes: statSync(path).size, verified: true }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Which file the folder of a workspace belongs to: a damaged file cannot say its own id any more. */
function aboutPath(dataFolder: string, workspaceId: string): string {
  return join(workspaceFolder(dataFolder, workspaceId), 'about.json');
}

function rememberFile(dataFolder: string, workspace: Workspace): void {
  const path = aboutPath(dataFolder, workspace.id);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  writeFileSync(temporary, JSON.stringify({ path: workspace.path }), { flush: true });
  renameSync(temporary, path);
}

function fileOfFolder(folder: string): string | null {
  try {
    const about: unknown = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'));
    return typeof about === 'object' && about !== null && 'path' in about
      ? String(about.path)
      : null;
  } catch {
    return null;
  }
}

function foldersOfFile(path: string, dataFolder: string): string[] {
  const all = join(dataFolder, 'workspaces');
  if (!existsSync(all)) return [];
  return readdirSync(all)
    .map((name) => join(all, name))
    .filter((folder) => fileOfFolder(folder) === path);
}

/**
 * Automatic backups of one open workspace: every 15 minutes if something changed, when it is closed, and
 * before what could go wrong at large. They live in the user's data folder, not beside the file.
 */
export class BackupSchedule {
  readonly #workspace: Workspace;
  readonly #options: BackupOptions;
  readonly #folder: string;
  readonly #ballast: string;
  readonly #stopListening: (() => void)[] = [];
  #timers: NodeJS.Timeout[] = [];
  #changed: boolean;
  #lastAt: number | null;

  constructor(workspace: Workspace, options: BackupOptions) {
    this.#workspace = workspace;
    this.#options = options;
    this.#folder = backupFolder(options.dataFolder, workspace.id);
    this.#ballast = join(workspaceFolder(options.dataFolder, workspace.id), 'ballast');
    this.#lastAt = backupsIn(this.#folder)[0]?.madeAt ?? null;
    const { savedAt } = workspace.undoState();
    // What was saved before a crash has not been backed up either.
    this.#changed = savedAt !== null && (this.#lastAt === null || savedAt > this.#lastAt);
    this.#stopListening.push(workspace.onChange(() => this.#noteChange()));
    this.#stopListening.push(workspace.onDiskFull(() => this.releaseReserve()));
  }

  /** Begins the schedule. The timers keep no process alive. */
  start(): void {
    try {
      rememberFile(this.#options.dataFolder, this.#workspace);
      removeLeftovers(this.#folder, Date.now());
    } catch (error) {
      this.#options.onFailed(error);
    }
    this.#timers = [
      setInterval(() => this.#runIfChanged('schedule'), BACKUP_INTERVAL_MS),
      setTimeout(() => this.#layReserve(), BALLAST_DELAY_MS),
    ];
    for (const timer of this.#timers) timer.unref();
    this.#checkLater(this.#workspace.tableNames(), CHECK_DELAY_MS);
  }

  /** Ends the schedule, with a last backup if something changed. Before the workspace is closed. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.#runIfChanged('close');
    for (const stop of this.#stopListening) stop();
  }

  /** Makes a verified backup now and thins out the old ones. Throws what backing up throws; see db/backup. */
  run(reason: BackupReason): Backup {
    const path = this.#freePath(reason);
    const copy = this.#workspace.backupTo(path);
    const madeAt = parseBackupFileName(basename(path))?.at ?? this.#options.clock.now();
    this.#changed = false;
    this.#lastAt = madeAt;
    this.#thinOut();
    return { path, fileName: basename(path), madeAt, reason, bytes: copy.bytes, verified: true };
  }

  /** A verified copy where the user wants it; the path must not exist yet. */
  copyTo(path: string): VerifiedCopy {
    return this.#workspace.backupTo(path);
  }

  /** Automatic backups, the newest first. */
  list(): Backup[] {
    return backupsIn(this.#folder);
  }

  /** When the newest verified backup was made; null before the first. */
  lastVerifiedAt(): number | null {
    return this.#lastAt;
  }

  /** Gives 16 MB back to a full disk, so that what is open can still be saved. */
  releaseReserve(): boolean {
    return releaseBallast(this.#ballast);
  }

  /** Backups of a file that cannot be opened, the newest first. */
  static backupsOfFile(path: string, dataFolder: string): BackupOfFile[] {
    return foldersOfFile(resolve(path), dataFolder)
      .flatMap((folder) => backupsIn(join(folder, 'backups')))
      .map(({ path: backup, madeAt, bytes }) => ({ path: backup, madeAt, bytes }));
  }

  /**
   * Puts a verified copy of a backup in the place of a closed workspace file. What stood there is not
   * deleted: it moves to quarantine in the data folder, with what SQLite left beside it. Returns where.
   */
  static putInPlace(
    backupPath: string,
    path: string,
    dataFolder: string,
    now = Date.now(),
  ): string | null {
    const target = resolve(path);
    if (resolve(backupPath) === target) throw new AppError('file-exists', { path: target });
    const temporary = `${target}.restored-${process.pid}`;
    try {
      removeDatabase(temporary);
      restore(backupPath, temporary);
      const known = foldersOfFile(target, dataFolder)[0];
      const folder = join(known ?? workspaceFolder(dataFolder, 'unknown'), 'quarantine');
      const kept = existsSync(target) ? quarantine(target, folder, now) : null;
      renameSync(temporary, target);
      return kept;
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  #checkLater(tables: readonly string[], delayMs: number): void {
    const [table, ...rest] = tables;
    if (table === undefined) return;
    const timer = setTimeout(() => {
      if (!this.#workspace.isOpen) return;
      const problems = this.#workspace.integrityProblems('quick', table);
      if (problems.length === 0) return this.#checkLater(rest, CHECK_STEP_MS);
      this.#options.onFailed(new AppError('workspace-damaged', { path: this.#workspace.path }));
    }, delayMs);
    timer.unref();
    this.#timers.push(timer);
  }

  #noteChange(): void {
    this.#changed = true;
  }

  #runIfChanged(reason: BackupReason): void {
    if (!this.#changed) return;
    try {
      this.run(reason);
    } catch (error) {
      this.#options.onFailed(error);
    }
  }

  #freePath(reason: BackupReason): string {
    for (let at = this.#options.clock.now(); ; at += 1) {
      const path = join(this.#folder, backupFileName(at, reason));
      if (!existsSync(path)) return path;
    }
  }

  #thinOut(): void {
    for (const path of backupsToDelete(this.list(), this.#options.clock.now())) {
      rmSync(path, { force: true });
    }
  }

  #layReserve(): void {
    try {
      layBallast(this.#ballast);
    } catch (error) {
      this.#options.onFailed(error);
    }
  }
}
