import { useCallback, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

/** What of a brief is open: its answers, what changed in them, or what is done by it. */
export type BriefView =
  | { kind: 'answers' }
  /** `since`: the version to compare from; null: the last one. */
  | { kind: 'changes'; since: number | null }
  /** `sets`: with the proposal of tasks open. */
  | { kind: 'work'; sets: boolean };

export const ANSWERS: BriefView = { kind: 'answers' };

/** Opens as the address says: a task leads to what changed in its brief, or to the tasks beside it. */
export function useBriefView(briefId: string): [BriefView, (view: BriefView) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const [view, setView] = useState(() => viewIn(search));
  const open = useCallback(
    (next: BriefView) => {
      setView(next);
      if (search !== '') navigate(`/briefs/${briefId}`, { replace: true });
    },
    [briefId, navigate, search],
  );
  return [view, open];
}

function viewIn(search: string): BriefView {
  const asked = new URLSearchParams(search);
  if (asked.get('view') === 'tasks') return { kind: 'work', sets: false };
  if (asked.get('view') !== 'changes') return ANSWERS;
  const since = Number(asked.get('since'));
  return { kind: 'changes', since: Number.isInteger(since) && since > 0 ? since : null };
}
