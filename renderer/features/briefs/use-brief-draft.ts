import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer, Brief } from '../../../shared/contract/briefs.contract';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf, queryClient, readKey } from '../../lib/api';

/** After the last key nothing waits longer than this … */
const PAUSE_MS = 700;

/** … and while somebody goes on typing, nothing waits longer than this. */
const LONGEST_MS = 1500;

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; failure: Failure };

export type BriefDraft = {
  /** What is kept, with what has been typed since over it. */
  answers: Readonly<Record<string, Answer | undefined>>;
  state: SaveState;
  /** Takes an answer; it is saved by itself within a second and a half. Null takes it back. */
  change: (fieldKey: string, answer: Answer | null) => void;
  /** Saves what waits; resolves when it is kept, rejects where it was refused. */
  flush: () => Promise<void>;
};

type Pending = Map<string, Answer | null>;

/**
 * The answers of a brief while they are edited. Saved field by field after a pause, when a field is
 * left, and when the window is hidden or closed: a crash costs the last second and a half at most.
 */
export function useBriefDraft(brief: Brief): BriefDraft {
  const { id } = brief;
  const [typed, setTyped] = useState<Readonly<Record<string, Answer | null>>>({});
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const pending = useRef<Pending>(new Map());
  const underWay = useRef(new Set<string>());
  const timers = useRef<{ pause?: ReturnType<typeof setTimeout>; since: number | null }>({
    since: null,
  });
  const running = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timers.current.pause);
    timers.current.since = null;
    const waiting = [...pending.current];
    if (waiting.length === 0) return running.current;
    pending.current = new Map();
    setState({ kind: 'saving' });
    const sent = waiting.map(async ([fieldKey, answer]) => {
      underWay.current.add(fieldKey);
      try {
        const kept = await call('briefs/answer', { id, fieldKey, answer });
        keepInCache(id, fieldKey, answer);
        return kept.savedAt;
      } finally {
        underWay.current.delete(fieldKey);
      }
    });
    running.current = Promise.allSettled(sent).then((results) => {
      const refused = results.find((result) => result.status === 'rejected');
      if (refused !== undefined) {
        // What was refused waits for the next attempt, unless it has been typed over.
        results.forEach((result, index) => {
          const item = waiting[index];
          if (result.status === 'rejected' && item !== undefined && !pending.current.has(item[0])) {
            pending.current.set(...item);
          }
        });
        const failure = failureOf(refused.reason);
        if (failure !== null) setState({ kind: 'failed', failure });
        throw refused.reason;
      }
      const times = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      );
      setState({ kind: 'saved', at: Math.max(...times) });
    });
    return running.current;
  }, [id]);

  const change = useCallback(
    (fieldKey: string, answer: Answer | null) => {
      pending.current.set(fieldKey, answer);
      setTyped((now) => ({ ...now, [fieldKey]: answer }));
      const now = Date.now();
      timers.current.since ??= now;
      const wait = Math.min(PAUSE_MS, Math.max(0, timers.current.since + LONGEST_MS - now));
      clearTimeout(timers.current.pause);
      timers.current.pause = setTimeout(() => quietly(flush()), wait);
    },
    [flush],
  );

  // What was typed stays over the brief until the brief itself brings it: the two do not arrive in one
  // render, and a key pressed in between would build on the old answer.
  useEffect(() => {
    void brief.answers;
    setTyped((now) => {
      const left = Object.entries(now).filter(
        ([key]) => pending.current.has(key) || underWay.current.has(key),
      );
      return left.length === Object.keys(now).length ? now : Object.fromEntries(left);
    });
  }, [brief.answers]);

  useEffect(() => {
    const save = () => quietly(flush());
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('blur', save);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [flush]);

  const answers = useMemo(() => {
    const merged: Record<string, Answer | undefined> = { ...brief.answers };
    for (const [key, answer] of Object.entries(typed)) merged[key] = answer ?? undefined;
    return merged;
  }, [brief.answers, typed]);

  return { answers, state, change, flush };
}

/** The refusal is in the state already: nobody waits for this promise. */
function quietly(promise: Promise<void>): void {
  promise.catch(() => undefined);
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _left, ...rest } = record;
  return rest;
}

/** So that the field does not fall back to the old answer until the brief is read again. */
function keepInCache(id: string, fieldKey: string, answer: Answer | null): void {
  queryClient.setQueryData<Brief>(readKey('briefs/show', { id }), (brief) => {
    if (brief === undefined) return undefined;
    const answers = without(brief.answers, fieldKey);
    if (answer !== null) answers[fieldKey] = answer;
    return { ...brief, answers };
  });
}
