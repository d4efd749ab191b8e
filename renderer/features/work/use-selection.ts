import { useMemo, useState } from 'react';

const NOBODY: ReadonlySet<string> = new Set();

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
  /** Adds all between two rows of a list, both ends included. */
  extend: (order: readonly string[], from: string | null, to: string) => void;
  clear: () => void;
};

/** What is chosen for a change of many at once. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(NOBODY);
  return useMemo(
    () => ({
      ids,
      toggle: (id) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        setIds(next);
      },
      set: (chosen) => setIds(new Set(chosen)),
      extend: (order, from, to) => {
        const ends = [order.indexOf(from ?? to), order.indexOf(to)];
        const [first = 0, last = 0] = ends.sort((a, b) => a - b);
        setIds(new Set([...ids, ...order.slice(Math.max(first, 0), last + 1)]));
      },
      clear: () => setIds(NOBODY),
    }),
    [ids],
  );
}
