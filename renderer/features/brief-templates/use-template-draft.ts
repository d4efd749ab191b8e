import { useCallback, useEffect, useRef, useState } from 'react';
import type { TemplateDraft } from '../../../shared/contract/brief-templates.contract';
import type { Output } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';

/** After the last change nothing waits longer than this … */
const PAUSE_MS = 700;

/** … and while somebody goes on typing, nothing waits longer than this. */
const LONGEST_MS = 1500;

export type ShownTemplate = Output<'brief-templates/show'>;

export type TemplateSaving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; failure: Failure };

function draftOf({ language, title, sections }: ShownTemplate): TemplateDraft {
  return { language, title, sections };
}

/**
 * A template while it is written. Saved whole after a pause and when the window is hidden or closed.
 * A blank title waits for letters: until then the last one is kept with the rest.
 */
export function useTemplateDraft(shown: ShownTemplate) {
  const [draft, setDraft] = useState(() => draftOf(shown));
  const [state, setState] = useState<TemplateSaving>({ kind: 'idle' });
  const latest = useRef(draft);
  const kept = useRef({ editionId: shown.editionId, revision: shown.revision, title: shown.title });
  const isDirty = useRef(false);
  const isBusy = useRef(false);
  const timer = useRef<{ pause?: ReturnType<typeof setTimeout>; since: number | null }>({
    since: null,
  });
  const running = useRef<Promise<void>>(Promise.resolve());

  const adopt = useCallback((template: ShownTemplate) => {
    clearTimeout(timer.current.pause);
    timer.current.since = null;
    isDirty.current = false;
    kept.current = {
      editionId: template.editionId,
      revision: template.revision,
      title: template.title,
    };
    latest.current = draftOf(template);
    setDraft(latest.current);
    setState({ kind: 'idle' });
  }, []);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current.pause);
    timer.current.since = null;
    running.current = running.current
      .catch(() => undefined)
      .then(async () => {
        if (!isDirty.current) return;
        isDirty.current = false;
        isBusy.current = true;
        setState({ kind: 'saving' });
        const title = latest.current.title.trim() || kept.current.title;
        const { editionId, revision } = kept.current;
        try {
          const answer = await call('brief-templates/amend', {
            editionId,
            revision,
            draft: { ...latest.current, title },
          });
          kept.current = { editionId: answer.editionId, revision: answer.revision, title };
          setState({ kind: 'saved' });
        } catch (error) {
          isDirty.current = true;
          const failure = failureOf(error);
          if (failure !== null) setState({ kind: 'failed', failure });
          throw error;
        } finally {
          isBusy.current = false;
        }
      });
    return running.current;
  }, []);

  const change = useCallback(
    (next: TemplateDraft) => {
      latest.current = next;
      isDirty.current = true;
      setDraft(next);
      const now = Date.now();
      timer.current.since ??= now;
      const wait = Math.min(PAUSE_MS, Math.max(0, timer.current.since + LONGEST_MS - now));
      clearTimeout(timer.current.pause);
      timer.current.pause = setTimeout(() => quietly(flush()), wait);
    },
    [flush],
  );

  // Undo, or another window: what is in the file replaces what stands here, unless something is typed.
  useEffect(() => {
    const { editionId, revision } = kept.current;
    const isOurs = shown.editionId === editionId && shown.revision <= revision;
    if (!isOurs && !isDirty.current && !isBusy.current) adopt(shown);
  }, [adopt, shown]);

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

  return { draft, state, change, flush, adopt };
}

/** The refusal is in the state already: nobody waits for this promise. */
function quietly(promise: Promise<void>): void {
  promise.catch(() => undefined);
}
