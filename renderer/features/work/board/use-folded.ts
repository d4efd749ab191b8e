import { useCallback, useState } from 'react';
import type { BoardAxis } from './board-columns';

const KEY = 'work.folded';
/** At the ends of the work, and rarely looked into. */
const FIRST_FOLDED = ['status:backlog', 'status:done'];

function readFolded(): readonly string[] {
  const kept = localStorage.getItem(KEY);
  return kept === null ? FIRST_FOLDED : kept.split(' ').filter(Boolean);
}

/** Columns that are only a strip: this person's habit, not part of the file. */
export function useFolded(axis: BoardAxis): {
  folded: ReadonlySet<string>;
  fold: (column: string) => void;
} {
  const [all, setAll] = useState(readFolded);
  const fold = useCallback(
    (column: string) =>
      setAll((former) => {
        const key = `${axis}:${column}`;
        const next = former.includes(key) ? former.filter((one) => one !== key) : [...former, key];
        localStorage.setItem(KEY, next.join(' '));
        return next;
      }),
    [axis],
  );
  const prefix = `${axis}:`;
  const folded = new Set(
    all.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  );
  return { folded, fold };
}
