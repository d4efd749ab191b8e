import type { Answer, Brief } from '../../../shared/contract/briefs.contract';
import type { Failure } from '../../../shared/contract/result';
import { joinAnswers } from '../../../shared/domain/brief-conflict';
import { CallFailure, call, failureOf } from '../../lib/api';

/** After the last key nothing waits longer than this … */
const PAUSE_MS = 700;

/** … and while somebody goes on typing, nothing waits longer than this. */
const LONGEST_MS = 1500;

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; failure: Failure };

/** An answer, null for one taken back, or how to get it: a long text is only put together when it is saved. */
export type Typed = Answer | null | (() => Answer | null);

export type Choice = 'mine' | 'theirs' | 'both';

export type Draft = {
  /** What has been typed since the brief was read, by field. */
  typed: Readonly<Record<string, Answer | null>>;
  /** Fields whose answer was changed elsewhere while another was typed here. */
  conflicts: ReadonlySet<string>;
  save: SaveState;
};

type Kept = (fieldKey: string, answer: Answer | null, stamp: string | null) => void;

/**
 * Saves the answers of one brief while they are edited: after a pause, one save at a time, each naming the
 * answer it was made from. Where another one stands by then, both are kept and the user is asked.
 */
export class AnswerSaver {
  readonly #id: string;
  readonly #onKept: Kept;
  readonly #listeners = new Set<() => void>();
  readonly #pending = new Map<string, Typed>();
  readonly #underWay = new Set<string>();
  /** What the answers being typed were made from. */
  readonly #basis = new Map<string, string | null>();
  #stamps: Readonly<Record<string, string>>;
  #draft: Draft = { typed: {}, conflicts: new Set(), save: { kind: 'idle' } };
  #pause: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;
  #sending: Promise<void> | null = null;
  /** What is said as long as there is something to decide. */
  #undecided: Failure | null = null;

  constructor(brief: Brief, onKept: Kept) {
    this.#id = brief.id;
    this.#stamps = brief.stamps;
    this.#onKept = onKept;
  }

  readonly draft = (): Draft => this.#draft;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes an answer; it is saved by itself within a second and a half. */
  readonly change = (fieldKey: string, answer: Typed): void => {
    if (!this.#basis.has(fieldKey)) this.#basis.set(fieldKey, this.#stamps[fieldKey] ?? null);
    this.#pending.set(fieldKey, answer);
    if (typeof answer !== 'function') this.#show({ [fieldKey]: answer });
    const now = Date.now();
    this.#since ??= now;
    const wait = Math.min(PAUSE_MS, Math.max(0, this.#since + LONGEST_MS - now));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.save(), wait);
  };

  /** Saves what waits; resolves when it is kept, rejects where it was refused or has to be decided. */
  readonly flush = async (): Promise<void> => {
    while (this.#sending !== null) await this.#sending.catch(() => undefined);
    this.#sending = this.#send().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  };

  /** Like {@link flush} for nobody who waits: a refusal is in the state. */
  readonly save = (): void => {
    if (this.#sending === null) this.flush().catch(() => undefined);
    else if (this.#pending.size > 0) this.#sending.then(this.save, this.save);
  };

  /** The page goes: nothing can be waited for, so a save under way is followed by another at once. */
  readonly leave = (): void => {
    for (const [fieldKey, answer] of this.#takePending()) {
      const follows = this.#underWay.has(fieldKey);
      this.#write(fieldKey, answer, follows ? undefined : this.#basis.get(fieldKey)).catch(
        () => undefined,
      );
    }
  };

  /** The brief was read again. What was typed stays over it until it is saved. */
  readonly read = (brief: Brief): void => {
    this.#stamps = brief.stamps;
    const left = Object.entries(this.#draft.typed).filter(
      ([key]) => this.#pending.has(key) || this.#underWay.has(key),
    );
    if (left.length < Object.keys(this.#draft.typed).length) {
      this.#set({ typed: Object.fromEntries(left) });
    }
  };

  /** Decides between two answers; `theirs` is the one that stands in the brief. */
  readonly resolve = (fieldKey: string, choice: Choice, theirs: Answer | undefined): void => {
    const mine = typedValue(this.#pending.get(fieldKey) ?? null);
    const conflicts = new Set(this.#draft.conflicts);
    conflicts.delete(fieldKey);
    this.#pending.delete(fieldKey);
    this.#basis.delete(fieldKey);
    const { [fieldKey]: _, ...typed } = this.#draft.typed;
    const still = conflicts.size > 0 ? {} : { save: { kind: 'idle' } as const };
    this.#set({ conflicts, typed, ...still });
    if (choice === 'theirs') return;
    this.change(fieldKey, choice === 'both' ? joinAnswers(theirs, mine) : mine);
    this.save();
  };

  /** Answers that can be sent now; those to be decided first stay. */
  #takePending(): [string, Answer | null][] {
    clearTimeout(this.#pause);
    this.#since = null;
    const taken = [...this.#pending]
      .filter(([key]) => !this.#draft.conflicts.has(key))
      .map(([key, answer]): [string, Answer | null] => [key, typedValue(answer)]);
    for (const [key] of taken) this.#pending.delete(key);
    return taken;
  }

  async #send(): Promise<void> {
    const waiting = this.#takePending();
    if (waiting.length > 0) {
      this.#set({
        typed: { ...this.#draft.typed, ...Object.fromEntries(waiting) },
        save: { kind: 'saving' },
      });
      const results = await Promise.allSettled(
        waiting.map(([key, answer]) => this.#write(key, answer, this.#basis.get(key))),
      );
      this.#settle(waiting, results);
    }
    const { save } = this.#draft;
    if (save.kind === 'failed') throw new CallFailure(save.failure);
  }

  async #write(
    fieldKey: string,
    answer: Answer | null,
    basis: string | null | undefined,
  ): Promise<number> {
    this.#underWay.add(fieldKey);
    try {
      const kept = await call('briefs/answer', {
        id: this.#id,
        fieldKey,
        answer,
        ...(basis === undefined ? {} : { basis }),
      });
      const { [fieldKey]: _, ...others } = this.#stamps;
      this.#stamps = kept.stamp === null ? others : { ...others, [fieldKey]: kept.stamp };
      if (this.#pending.has(fieldKey)) this.#basis.set(fieldKey, kept.stamp);
      else this.#basis.delete(fieldKey);
      this.#underWay.delete(fieldKey);
      this.#onKept(fieldKey, answer, kept.stamp);
      return kept.savedAt;
    } finally {
      this.#underWay.delete(fieldKey);
    }
  }

  #settle(
    waiting: readonly [string, Answer | null][],
    results: readonly PromiseSettledResult<number>[],
  ): void {
    const conflicts = new Set(this.#draft.conflicts);
    let failure = conflicts.size > 0 ? this.#undecided : null;
    let at = 0;
    results.forEach((result, index) => {
      const item = waiting[index];
      if (item === undefined) return;
      if (result.status === 'fulfilled') {
        at = Math.max(at, result.value);
        return;
      }
      failure = failureOf(result.reason);
      if (failure?.code === 'brief-answer-changed') {
        conflicts.add(item[0]);
        this.#undecided = failure;
      }
      // What was refused waits for the next attempt, unless it has been typed over.
      if (!this.#pending.has(item[0])) this.#pending.set(...item);
    });
    this.#set({
      conflicts,
      save: failure === null ? { kind: 'saved', at } : { kind: 'failed', failure },
    });
  }

  #show(typed: Readonly<Record<string, Answer | null>>): void {
    this.#set({ typed: { ...this.#draft.typed, ...typed } });
  }

  #set(patch: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

function typedValue(typed: Typed): Answer | null {
  return typeof typed === 'function' ? typed() : typed;
}
