import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Answer, Brief } from '../../../shared/contract/briefs.contract';
import { queryClient, readKey } from '../../lib/api';
import { AnswerSaver, type Choice, type SaveState, type Typed } from './answer-saver';

export type BriefDraft = {
  /** What is kept, with what has been typed since over it. */
  answers: Readonly<Record<string, Answer | undefined>>;
  /** Fields whose answer was changed elsewhere while another was typed here. */
  conflicts: ReadonlySet<string>;
  state: SaveState;
  /** Takes an answer; it is saved by itself within a second and a half. Null takes it back. */
  change: (fieldKey: string, answer: Typed) => void;
  /** Saves what waits; resolves when it is kept, rejects where it was refused. */
  flush: () => Promise<void>;
  /** Saves what waits without anybody waiting for it. */
  save: () => void;
  resolve: (fieldKey: string, choice: Choice, theirs: Answer | undefined) => void;
};

/**
 * The answers of a brief while they are edited. Saved field by field after a pause, when a field is
 * left, and when the window is hidden or closed: a crash costs the last second and a half at most.
 */
export function useBriefDraft(brief: Brief): BriefDraft {
  const [saver] = useState(
    () =>
      new AnswerSaver(brief, (fieldKey, answer, stamp) =>
        keepInCache(brief.id, fieldKey, answer, stamp),
      ),
  );
  const { typed, conflicts, save: state } = useSyncExternalStore(saver.subscribe, saver.draft);

  // What was typed stays over the brief until the brief itself brings it: the two do not arrive in one
  // render, and a key pressed in between would build on the old answer.
  useEffect(() => saver.read(brief), [brief, saver]);

  useEffect(() => {
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') saver.save();
    };
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('blur', saver.save);
    window.addEventListener('pagehide', saver.leave);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('blur', saver.save);
      window.removeEventListener('pagehide', saver.leave);
      saver.save();
    };
  }, [saver]);

  const answers = useMemo(() => {
    const merged: Record<string, Answer | undefined> = { ...brief.answers };
    for (const [key, answer] of Object.entries(typed)) merged[key] = answer ?? undefined;
    return merged;
  }, [brief.answers, typed]);

  const { change, flush, save, resolve } = saver;
  return { answers, conflicts, state, change, flush, save, resolve };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _left, ...rest } = record;
  return rest;
}

/** So that the field does not fall back to the old answer until the brief is read again. */
function keepInCache(
  id: string,
  fieldKey: string,
  answer: Answer | null,
  stamp: string | null,
): void {
  queryClient.setQueryData<Brief>(readKey('briefs/show', { id }), (brief) => {
    if (brief === undefined) return undefined;
    const answers = without(brief.answers, fieldKey);
    if (answer !== null) answers[fieldKey] = answer;
    const stamps = without(brief.stamps, fieldKey);
    if (stamp !== null) stamps[fieldKey] = stamp;
    return { ...brief, answers, stamps };
  });
}
