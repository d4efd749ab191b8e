import { hash as digest } from 'node:crypto';
import type { Handle } from './read-db';
import type { StoredRow } from './table-shape';

export type Phrase = { key: string; params: Record<string, string | number> };

export type GroupKind = 'setup' | 'change' | 'undo' | 'redo';

export type JournalGroup = {
  id: string;
  at: number;
  actor: string;
  kind: GroupKind;
  label: Phrase;
  targetId: string | null;
};

export type JournalOp = 'insert' | 'update' | 'delete';

export type JournalEntry = {
  entity: string;
  rowId: string;
  op: JournalOp;
  before: StoredRow | null;
  after: StoredRow | null;
};

export type ChainState = { seq: number; hash: string };

type GroupRecord = {
  id: string;
  at: number;
  actor: string;
  kind: GroupKind;
  label: string;
  label_params: string;
  target_id: string | null;
};

type JournalRecord = {
  seq: number;
  group_id: string;
  at: number;
  actor: string;
  entity: string;
  row_id: string;
  op: JournalOp;
  before: string | null;
  after: string | null;
  previous_hash: string;
  hash: string;
};

/** The chain starts from 64 zeros. */
export const FIRST_HASH = '0'.repeat(64);

const GROUP_COLUMNS = 'id, at, actor, kind, label, label_params, target_id';

/** Text of a row in the journal: column names of SQL, bytes as base64. */
export function encodeRow(row: StoredRow): string {
  if (!Object.values(row).some(Buffer.isBuffer)) return JSON.stringify(row);
  return JSON.stringify(row, (_key, value: unknown) => {
    // Buffer.toJSON has run before the replacer sees it.
    if (isBufferJson(value)) return { $bytes: Buffer.from(value.data).toString('base64') };
    return value;
  });
}

function isBufferJson(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  );
}

/** Reads back what encodeRow wrote. */
export function decodeRow(text: string): StoredRow {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && '$bytes' in value) {
      return Buffer.from(String(value.$bytes), 'base64');
    }
    return value;
  }) as StoredRow;
}

/** The hash covers everything the row and its group say, and the hash of the row before it. */
function hashOf(record: Omit<JournalRecord, 'hash'>, group: GroupRecord): string {
  const text = JSON.stringify([
    record.previous_hash,
    record.seq,
    record.group_id,
    record.at,
    record.actor,
    record.entity,
    record.row_id,
    record.op,
    record.before,
    record.after,
    group.kind,
    group.label,
    group.label_params,
    group.target_id,
  ]);
  return digest('sha256', text, 'hex');
}

/** The last row of the chain. */
export function readChainState(handle: Handle): ChainState {
  const last = handle.get('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as
    | ChainState
    | undefined;
  return last ?? { seq: 0, hash: FIRST_HASH };
}

/** Appends the entries of one action; the group itself is written with the first entry. */
export class JournalWriter {
  readonly #handle: Handle;
  readonly #group: GroupRecord;
  #chain: ChainState;
  readonly #at: number;
  #isGroupKept: boolean;
  #started = false;

  /** `continuedAt`: the group is in the file already and is gone on with at that moment. */
  constructor(
    handle: Handle,
    group: JournalGroup,
    chain: ChainState,
    continuedAt: number | null = null,
  ) {
    this.#handle = handle;
    this.#chain = chain;
    this.#isGroupKept = continuedAt !== null;
    this.#at = continuedAt ?? group.at;
    this.#group = {
      id: group.id,
      at: group.at,
      actor: group.actor,
      kind: group.kind,
      label: group.label.key,
      label_params: JSON.stringify(group.label.params),
      target_id: group.targetId,
    };
  }

  /** Whether anything was journaled. */
  get started(): boolean {
    return this.#started;
  }

  get chain(): ChainState {
    return this.#chain;
  }

  append(entry: JournalEntry): void {
    const group = this.#group;
    if (!this.#isGroupKept) {
      this.#handle
        .get(`INSERT INTO journal_groups (${GROUP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
        .run(
          group.id,
          group.at,
          group.actor,
          group.kind,
          group.label,
          group.label_params,
          group.target_id,
        );
      this.#isGroupKept = true;
    }
    this.#started = true;
    const record = {
      seq: this.#chain.seq + 1,
      group_id: group.id,
      at: this.#at,
      actor: group.actor,
      entity: entry.entity,
      row_id: entry.rowId,
      op: entry.op,
      before: entry.before === null ? null : encodeRow(entry.before),
      after: entry.after === null ? null : encodeRow(entry.after),
      previous_hash: this.#chain.hash,
    };
    const hash = hashOf(record, group);
    this.#handle
      .get(
        'INSERT INTO journal (seq, group_id, at, actor, entity, row_id, op, before, after, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        record.seq,
        record.group_id,
        record.at,
        record.actor,
        record.entity,
        record.row_id,
        record.op,
        record.before,
        record.after,
        record.previous_hash,
        hash,
      );
    this.#chain = { seq: record.seq, hash };
  }
}

/** Entries of a group in the order they happened. */
export function readGroupEntries(handle: Handle, groupId: string): JournalEntry[] {
  const records = handle
    .get('SELECT entity, row_id, op, before, after FROM journal WHERE group_id = ? ORDER BY seq')
    .all(groupId) as Pick<JournalRecord, 'entity' | 'row_id' | 'op' | 'before' | 'after'>[];
  return records.map((record) => ({
    entity: record.entity,
    rowId: record.row_id,
    op: record.op,
    before: record.before === null ? null : decodeRow(record.before),
    after: record.after === null ? null : decodeRow(record.after),
  }));
}

/** The newest groups, oldest of them first. */
export function readRecentGroups(handle: Handle, limit: number): JournalGroup[] {
  const records = handle
    .get(`SELECT ${GROUP_COLUMNS} FROM journal_groups ORDER BY seq DESC LIMIT ?`)
    .all(limit) as GroupRecord[];
  return records.reverse().map((record) => ({
    id: record.id,
    at: record.at,
    actor: record.actor,
    kind: record.kind,
    label: {
      key: record.label,
      params: JSON.parse(record.label_params) as Record<string, string | number>,
    },
    targetId: record.target_id,
  }));
}

export type ChainReport =
  | { ok: true; rows: number }
  | { ok: false; rows: number; brokenAt: number };

/**
 * Recomputes every hash of the journal. `brokenAt` is the number of the first row that was changed,
 * removed or put in. A chain cannot show that its newest rows were cut off as a whole.
 */
export function verifyChain(handle: Handle): ChainReport {
  const groups = new Map<string, GroupRecord>();
  for (const group of handle
    .get(`SELECT ${GROUP_COLUMNS} FROM journal_groups`)
    .iterate() as IterableIterator<GroupRecord>) {
    groups.set(group.id, group);
  }
  let previous: ChainState = { seq: 0, hash: FIRST_HASH };
  for (const record of handle
    .get('SELECT * FROM journal ORDER BY seq')
    .iterate() as IterableIterator<JournalRecord>) {
    const group = groups.get(record.group_id);
    const follows = record.seq === previous.seq + 1 && record.previous_hash === previous.hash;
    if (!follows || group === undefined || hashOf(record, group) !== record.hash) {
      return { ok: false, rows: previous.seq, brokenAt: previous.seq + 1 };
    }
    previous = { seq: record.seq, hash: record.hash };
  }
  return { ok: true, rows: previous.seq };
}
