import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../shared/contract/app-error';
import { type BackupOptions, backupConnection, type VerifiedCopy } from './backup';
import {
  type ChainReport,
  type ChainState,
  type JournalGroup,
  JournalWriter,
  type Phrase,
  readChainState,
  readGroupEntries,
  readRecentGroups,
  verifyChain,
} from './journal';
import { readPragmas } from './pragmas';
import { type Connection, Handle, ReadDb } from './read-db';
import { toAppError } from './sqlite-error';
import { applyOpposites, REMEMBERED_GROUPS, type Step, UndoSteps } from './undo';
import { WriteDb } from './write-db';

/** Who changes what, and the sentence that names it in the history. */
export type Action = {
  /** Id of the person, or the name of a part of the product that acts by itself. */
  actor: string;
  /** UTC milliseconds. */
  now: number;
  label: Phrase;
  /** `setup` is what a workspace starts from: it cannot be undone, and neither can anything before it. */
  kind?: 'change' | 'setup';
  /** Ids of new rows and of the action; UUIDv7 unless given. A sample takes them from its seed. */
  newId?: () => string;
  /**
   * What the action goes on with, such as one field of one brief: following the same within a minute,
   * with nothing between them, it becomes part of that action, and one undo takes back both.
   */
  continues?: string;
};

/** How long after its start an action can be gone on with. */
const CONTINUED_WITHIN_MS = 60_000;

export type ActedBy = Pick<Action, 'actor' | 'now' | 'newId'>;

/** After a commit: the tables it touched and the sentence that names it. */
export type Change = { entities: ReadonlySet<string>; label: Phrase };

export type HistoryState = {
  undo: Phrase | null;
  redo: Phrase | null;
  /** When the last change was saved, UTC milliseconds. */
  savedAt: number | null;
};

export type ChangeListener = (change: Change) => void;
export type BeforeCommit = (tx: WriteDb) => void;

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/**
 * One open workspace file. Everything that changes it goes through `write`: one synchronous transaction
 * with its lines in the journal. Made by openWorkspace and createWorkspace only.
 */
export class Workspace {
  /** Absolute path of the file. */
  readonly path: string;
  /** Made with the file and kept by its copies; names its folder of backups. */
  readonly id: string;
  readonly read: ReadDb;
  readonly #connection: Connection;
  readonly #handle: Handle;
  readonly #steps = new UndoSteps();
  readonly #listeners = new Set<ChangeListener>();
  readonly #diskFullListeners = new Set<() => void>();
  readonly #hooks = new Set<BeforeCommit>();
  readonly #backupOptions: BackupOptions;
  readonly #onClosed: () => void;
  #chain: ChainState;
  #savedAt: number | null = null;
  #last: { continues: string; group: JournalGroup } | null = null;
  #writing = false;

  constructor(
    path: string,
    connection: Connection,
    nativeBinding: string | undefined,
    onClosed: () => void,
  ) {
    this.path = path;
    this.#backupOptions = { sourcePath: path, ...(nativeBinding ? { nativeBinding } : {}) };
    this.#connection = connection;
    this.#handle = new Handle(connection);
    this.#onClosed = onClosed;
    this.read = new ReadDb(this.#handle);
    this.id = this.fact('workspace-id') ?? '';
    this.#chain = readChainState(this.#handle);
    for (const group of readRecentGroups(this.#handle, REMEMBERED_GROUPS)) this.#remember(group);
  }

  get isOpen(): boolean {
    return this.#connection.open;
  }

  /** A fact of the file itself, such as `created-at` or `last-backup-at`. */
  fact(key: string): string | undefined {
    return this.read.get<{ value: string }>('SELECT value FROM workspace_facts WHERE key = ?', key)
      ?.value;
  }

  /** Records a fact of the file: no change of anybody's data, so not in the journal. */
  setFact(key: string, value: string): void {
    this.#inTransaction(() => {
      this.#handle
        .get(
          'INSERT INTO workspace_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        )
        .run(key, value);
    });
  }

  /**
   * Runs a change as one durable transaction and journals it. The function must be synchronous: a promise
   * is refused and everything it did is rolled back. Throws what the function throws, and AppErrors for
   * broken rules (`value-taken`, `row-in-use` …), a full disk or a drive that is gone; nothing is then written.
   */
  write<T>(action: Action, change: (tx: WriteDb) => T): T {
    return this.#act({ ...action, kind: action.kind ?? 'change', targetId: null }, change);
  }

  /** What undo and redo would do next. */
  undoState(): HistoryState {
    return {
      undo: this.#steps.nextUndo?.label ?? null,
      redo: this.#steps.nextRedo?.label ?? null,
      savedAt: this.#savedAt,
    };
  }

  /** Takes the last change back, across restarts too. Null where there is none. Throws `undo-conflict`. */
  undo(by: ActedBy): Phrase | null {
    return this.#step('undo', this.#steps.nextUndo, by);
  }

  /** Does again what was undone last. Null where there is nothing. Throws `undo-conflict`. */
  redo(by: ActedBy): Phrase | null {
    return this.#step('redo', this.#steps.nextRedo, by);
  }

  /** Called after every commit that changed something. Returns how to stop. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when a write fails for want of room on the disk: room can be made before it is tried again. */
  onDiskFull(listener: () => void): () => void {
    this.#diskFullListeners.add(listener);
    return () => this.#diskFullListeners.delete(listener);
  }

  /** Called inside every transaction that changed something, before it commits: derived rows are refreshed here. */
  beforeCommit(hook: BeforeCommit): () => void {
    this.#hooks.add(hook);
    return () => this.#hooks.delete(hook);
  }

  /** Refreshes derived rows outside any change of a person. Nothing journaled may be written. */
  refresh(refreshDerived: (tx: WriteDb) => void): void {
    const action = { actor: 'system', now: Date.now(), label: { key: 'refresh', params: {} } };
    this.#act({ ...action, kind: 'change', targetId: null }, (tx) => {
      refreshDerived(tx);
      if (tx.touched.size > 0) throw new Error('refresh touched journaled rows');
    });
  }

  /** Recomputes the hashes of the whole journal. */
  verifyJournal(): ChainReport {
    return verifyChain(this.#handle);
  }

  /** Runs SQLite's own check on the whole file, or on one table of it; empty where all is well. */
  integrityProblems(kind: 'quick' | 'full', table?: string): string[] {
    const pragma = kind === 'quick' ? 'quick_check' : 'integrity_check';
    const rows = this.#connection.pragma(
      table === undefined ? pragma : `${pragma}(${table})`,
    ) as Record<string, string>[];
    return rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
  }

  /** Tables of the file, for a check in small steps. */
  tableNames(): string[] {
    const rows = this.read.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    return rows.map(({ name }) => name);
  }

  /**
   * Writes a verified, defragmented copy without deleted content to a path that does not exist yet.
   * Throws `file-exists`, `disk-full`, `workspace-read-only`, `backup-not-verified`.
   */
  backupTo(path: string): VerifiedCopy {
    return backupConnection(this.#connection, path, this.#backupOptions);
  }

  /** The settings the connection runs under, as SQLite reads them back. */
  settings(): Record<string, unknown> {
    return readPragmas(this.#connection);
  }

  /** Lets SQLite refresh its statistics; cheap, meant for idle moments and closing. */
  optimize(): void {
    this.#connection.pragma('optimize');
  }

  /**
   * Moves everything into the one file and lets go of it. Safe to call twice. Throws where the drive
   * refuses; the file is complete then too, together with its write-ahead log.
   */
  close(): void {
    if (!this.#connection.open) return;
    try {
      this.#connection.pragma('optimize');
      this.#connection.pragma('wal_checkpoint(TRUNCATE)');
      this.#connection.pragma('journal_mode = DELETE');
    } catch (error) {
      throw toAppError(error, this.path);
    } finally {
      this.#connection.close();
      this.#listeners.clear();
      this.#onClosed();
    }
  }

  #remember(group: JournalGroup): void {
    this.#steps.add(group);
    this.#savedAt = group.at;
  }

  #inTransaction<T>(work: () => T): T {
    if (this.#writing) throw new Error('a transaction is already running');
    this.#writing = true;
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
      const value = work();
      this.#connection.exec('COMMIT');
      return value;
    } catch (error) {
      if (this.#connection.open && this.#connection.inTransaction)
        this.#connection.exec('ROLLBACK');
      const failure = toAppError(error, this.path);
      if (failure instanceof AppError && failure.code === 'disk-full') {
        for (const listener of this.#diskFullListeners) listener();
      }
      throw failure;
    } finally {
      this.#writing = false;
    }
  }

  #act<T>(
    action: Omit<Action, 'kind'> & { kind: JournalGroup['kind']; targetId: string | null },
    change: (tx: WriteDb) => T,
  ): T {
    const makeId = action.newId ?? uuidV7;
    const before = this.#groupToContinue(action);
    const group: JournalGroup = before ?? {
      id: makeId(),
      at: action.now,
      actor: action.actor,
      kind: action.kind,
      label: action.label,
      targetId: action.targetId,
    };
    const continuedAt = before === null ? null : action.now;
    const journal = new JournalWriter(this.#handle, group, this.#chain, continuedAt);
    const tx = new WriteDb(this.#handle, journal, makeId);
    try {
      const value = this.#inTransaction(() => {
        const result = change(tx);
        if (isPromise(result)) throw new TypeError('a transaction cannot wait for a promise');
        if (journal.started) for (const hook of this.#hooks) hook(tx);
        return result;
      });
      if (journal.started) {
        this.#chain = journal.chain;
        if (before === null) this.#remember(group);
        this.#savedAt = action.now;
        this.#last = action.continues === undefined ? null : { continues: action.continues, group };
        this.#tell({ entities: tx.touched, label: group.label });
      }
      return value;
    } finally {
      tx.finish();
    }
  }

  /** The action just before this one, where this one goes on with it. */
  #groupToContinue(action: Pick<Action, 'continues' | 'actor' | 'now'>): JournalGroup | null {
    const last = this.#last;
    if (last === null || last.continues !== action.continues) return null;
    const { group } = last;
    const passed = action.now - group.at;
    const isFresh = passed >= 0 && passed <= CONTINUED_WITHIN_MS;
    return isFresh && group.actor === action.actor ? group : null;
  }

  #step(kind: 'undo' | 'redo', step: Step | null, by: ActedBy): Phrase | null {
    if (step === null) return null;
    const entries = readGroupEntries(this.#handle, step.appliedId);
    this.#act({ ...by, kind, label: step.label, targetId: step.changeId }, (tx) =>
      applyOpposites(tx, entries),
    );
    return step.label;
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        // The change is saved: a listener that fails must not make it look otherwise.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
