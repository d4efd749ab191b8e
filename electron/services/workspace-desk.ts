import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { createWorkspace, openWorkspace } from '../../db/connection';
import { countTasksDue, readDeskFacts } from '../../db/queries/desk.query';
import { foundAgency } from '../../db/repositories/founding.repo';
import type { Change, Workspace } from '../../db/workspace';
import { WORKSPACE_EXTENSION } from '../../db/workspace-format';
import { AppError } from '../../shared/contract/app-error';
import type { Input } from '../../shared/contract/contract';
import type { Language } from '../../shared/contract/primitives';
import type { History, WorkspaceStatus } from '../../shared/contract/workspace.contract';
import { BackupSchedule } from './backups.service';
import { keepLockedMonths } from './budgets/late-entries';
import type { Clock } from './clock';
import { keepFiguresFresh } from './figures.service';
import { totalOverdue } from './portfolio.service';
import type { Session } from './session';
import { bringTasksDue } from './tasks/task-recurrence.service';

const SAMPLE_SEED = 1;
const SYSTEM_ACTOR = 'user';

export type DeskOptions = {
  clock: Clock;
  language(): Language;
  /** Folder that new files go to unless the user says otherwise. */
  documents: string;
  dataFolder: string;
  recent(): string[];
  remember(path: string): void;
  onChange(change: Change): void;
  /** Told when the open file is closed, also to open another. */
  onClosed(): void;
  describe(code: string, params: Record<string, string | number>): Promise<string>;
  /** Told when an automatic backup fails; the work goes on. */
  onBackupFailed(error: unknown): void;
};

type Open = { session: Session; backups: BackupSchedule };
type Damaged = { path: string; code: string; params: Record<string, string | number> };

/** The workspace that is open in this process, if any, and everything that opens and closes one. */
export class WorkspaceDesk {
  readonly #options: DeskOptions;
  #open: Open | null = null;
  #damaged: Damaged | null = null;
  #refusal: AppError | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** The open workspace; throws `no-workspace-open`. */
  get session(): Session {
    if (this.#open === null) throw new AppError('no-workspace-open');
    return this.#open.session;
  }

  /** Backups of the open workspace; throws `no-workspace-open`. */
  get backups(): BackupSchedule {
    if (this.#open === null) throw new AppError('no-workspace-open');
    return this.#open.backups;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** What the shell shows: the open file, the first window, or the recovery screen. */
  async status(): Promise<WorkspaceStatus> {
    if (this.#open !== null) return this.#openStatus(this.#open);
    if (this.#damaged !== null) return this.#damagedStatus(this.#damaged);
    return {
      state: 'closed',
      recent: this.#options
        .recent()
        .filter((path) => existsSync(path))
        .map((path) => ({ path, fileName: basename(path) })),
      defaultFolder: this.#options.documents,
      refusal:
        this.#refusal === null
          ? null
          : await this.#options.describe(this.#refusal.code, this.#refusal.params),
    };
  }

  /** Opens a file. A damaged one leads to the recovery screen; any other refusal is thrown. */
  open(path: string): Promise<WorkspaceStatus> {
    this.#openFile(path);
    return this.status();
  }

  #openFile(path: string): void {
    this.close();
    this.#refusal = null;
    try {
      this.#adopt(openWorkspace(path, { dataFolder: this.#options.dataFolder }));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'workspace-damaged') throw error;
      this.#damaged = { path, code: error.code, params: error.params };
    }
  }

  /** Opens a file named before there is anybody to tell: a refusal is kept for the first window to show. */
  openAtStart(path: string): void {
    try {
      this.#openFile(path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refusal = error;
    }
  }

  /** Makes a workspace from the answers of the first window and opens it. */
  create(input: Input<'workspace/create'>): Promise<WorkspaceStatus> {
    const path = this.#newPath(input.fileName);
    const workspace = createWorkspace(path, {
      now: this.#options.clock.now(),
      dataFolder: this.#options.dataFolder,
    });
    try {
      workspace.write(
        {
          actor: 'setup',
          now: this.#options.clock.now(),
          label: { key: 'history.new-workspace', params: {} },
          kind: 'setup',
        },
        (tx) => foundAgency(tx, { ...input, language: this.#options.language() }),
      );
    } catch (error) {
      workspace.close();
      throw error;
    }
    this.close();
    this.#adopt(workspace);
    return this.status();
  }

  /** Makes the sample portfolio beside the user's documents and opens it. */
  async createSample(): Promise<WorkspaceStatus> {
    const { createSample } = await import('./sample/create-sample');
    const path = this.#freePath(await this.#options.describe('sample-file-name', {}));
    createSample(path, { seed: SAMPLE_SEED, today: this.#options.clock.today() });
    return this.open(path);
  }

  /** Puts a backup in place of the open file, which is itself backed up first. */
  restore(backupPath: string): Promise<WorkspaceStatus> {
    const { session, backups } = this.#open ?? { session: null, backups: null };
    const path = session?.workspace.path ?? this.#damaged?.path;
    if (path === undefined) throw new AppError('no-workspace-open');
    if (backups !== null) backups.run('restore');
    this.close();
    BackupSchedule.putInPlace(backupPath, path, this.#options.dataFolder);
    this.#damaged = null;
    return this.open(path);
  }

  /** Closes the open file in order: a last backup if it changed, then one file at rest. */
  close(): void {
    const open = this.#open;
    this.#open = null;
    this.#damaged = null;
    if (open === null) return;
    try {
      open.backups.stop();
    } finally {
      open.session.workspace.close();
      this.#options.onClosed();
    }
  }

  history(): History {
    const { undo, redo } = this.session.workspace.undoState();
    return { undo, redo };
  }

  #adopt(workspace: Workspace): void {
    const { clock } = this.#options;
    keepLockedMonths(workspace, clock);
    keepFiguresFresh(workspace, clock);
    const facts = readDeskFacts(workspace.read);
    const session: Session = {
      workspace,
      clock,
      language: this.#options.language,
      actor: facts?.userId ?? SYSTEM_ACTOR,
    };
    bringTasksDue(session);
    workspace.onChange((change) => this.#options.onChange(change));
    const backups = new BackupSchedule(workspace, {
      clock,
      dataFolder: this.#options.dataFolder,
      onFailed: this.#options.onBackupFailed,
    });
    backups.start();
    this.#open = { session, backups };
    this.#options.remember(workspace.path);
  }

  #openStatus({ session, backups }: Open): WorkspaceStatus {
    const { workspace, clock } = session;
    const today = clock.today();
    const facts = readDeskFacts(workspace.read);
    if (facts === undefined) throw new AppError('workspace-foreign', { path: workspace.path });
    const { undo, redo, savedAt } = workspace.undoState();
    return {
      state: 'open',
      workspaceId: workspace.id,
      fileName: basename(workspace.path),
      folder: dirname(workspace.path),
      agencyName: facts.agencyName,
      agencyCity: facts.agencyCity,
      userName: facts.userName ?? '',
      userId: facts.userId,
      userRole: facts.userRole,
      baseCurrency: facts.baseCurrency,
      today,
      isSample: workspace.fact('sample') !== undefined,
      savedAt,
      lastBackupAt: backups.lastVerifiedAt(),
      history: { undo, redo },
      counts: {
        ...facts.counts,
        overdueMinor: totalOverdue(workspace.read, today),
        tasksDue: countTasksDue(workspace.read, facts.userId, today),
      },
      pinned: facts.pinned,
    };
  }

  async #damagedStatus(damaged: Damaged): Promise<WorkspaceStatus> {
    return {
      state: 'damaged',
      path: damaged.path,
      fileName: basename(damaged.path),
      message: await this.#options.describe(damaged.code, damaged.params),
      backups: BackupSchedule.backupsOfFile(damaged.path, this.#options.dataFolder),
    };
  }

  #newPath(fileName: string): string {
    const name = basename(fileName.trim());
    if (name === '' || name.startsWith('.')) throw new AppError('file-name-invalid', { fileName });
    return join(
      this.#options.documents,
      extname(name) === WORKSPACE_EXTENSION ? name : `${name}${WORKSPACE_EXTENSION}`,
    );
  }

  #freePath(baseName: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? baseName : `${baseName}-${count}`;
      const path = join(this.#options.documents, `${name}${WORKSPACE_EXTENSION}`);
      if (!existsSync(path)) return path;
    }
  }
}
