import Database from 'better-sqlite3';
import { AppError } from '../shared/contract/app-error';
import type { JournalEntry, JournalGroup, Phrase } from './journal';
import { type StoredRow, shapeOfEntity, type TableShape } from './table-shape';
import type { WriteDb } from './write-db';

/** `changeId` is the action itself; `appliedId` the newest group whose opposite has to be applied. */
export type Step = { changeId: string; appliedId: string; label: Phrase };

/** How many actions of the journal are looked at when a file is opened. */
export const REMEMBERED_GROUPS = 2000;

/** What can be taken back and what can be done again: the journal, folded group by group. */
export class UndoSteps {
  #undo: Step[] = [];
  #redo: Step[] = [];

  /** Takes in the next group of the journal. */
  add(group: JournalGroup): void {
    const step = { changeId: group.targetId ?? group.id, appliedId: group.id, label: group.label };
    switch (group.kind) {
      case 'setup':
        this.#undo = [];
        this.#redo = [];
        break;
      case 'change':
        this.#undo.push(step);
        this.#redo = [];
        break;
      case 'undo':
        drop(this.#undo, step.changeId);
        this.#redo.push(step);
        break;
      case 'redo':
        drop(this.#redo, step.changeId);
        this.#undo.push(step);
        break;
    }
  }

  /** The action that undo would take back. */
  get nextUndo(): Step | null {
    return this.#undo.at(-1) ?? null;
  }

  /** The action that redo would do again. */
  get nextRedo(): Step | null {
    return this.#redo.at(-1) ?? null;
  }
}

function drop(steps: Step[], changeId: string): void {
  const index = steps.findLastIndex((step) => step.changeId === changeId);
  if (index >= 0) steps.splice(index, 1);
}

function conflict(entry: JournalEntry): AppError {
  return new AppError('undo-conflict', { table: entry.entity });
}

function holds(current: StoredRow, expected: StoredRow): boolean {
  return Object.entries(expected).every(([column, value]) => {
    // The revision rises with every change, also with undo itself: it is no part of what was said.
    if (column === 'revision') return true;
    const now = current[column];
    return Buffer.isBuffer(now) && Buffer.isBuffer(value) ? now.equals(value) : now === value;
  });
}

function applyOpposite(tx: WriteDb, shape: TableShape, entry: JournalEntry): void {
  const current = tx.findStored(shape, entry.rowId);
  if (entry.op === 'delete') {
    if (current !== undefined || entry.before === null) throw conflict(entry);
    const revision = entry.before['revision'];
    const row =
      typeof revision === 'number' ? { ...entry.before, revision: revision + 1 } : entry.before;
    tx.insertStored(shape, entry.rowId, row);
    return;
  }
  if (current === undefined || entry.after === null || !holds(current, entry.after)) {
    throw conflict(entry);
  }
  if (entry.op === 'insert') tx.removeStored(shape, entry.rowId, current);
  else tx.updateStored(shape, entry.rowId, current, entry.before ?? {});
}

/**
 * Applies the opposite of a group's entries, last one first, under the same rules as any change.
 * Throws `undo-conflict` where a row is no longer as the group left it or others have come to need it.
 */
export function applyOpposites(tx: WriteDb, entries: readonly JournalEntry[]): void {
  for (const entry of [...entries].reverse()) {
    const shape = shapeOfEntity(entry.entity);
    if (shape === undefined) throw conflict(entry);
    try {
      applyOpposite(tx, shape, entry);
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) {
        throw conflict(entry);
      }
      throw error;
    }
  }
}
