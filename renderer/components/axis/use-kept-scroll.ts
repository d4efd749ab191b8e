import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Where a view was left: how far down, and the day at its left edge. */
export type KeptScroll = { top: number; on: string | null };

const PAUSE_MS = 200;

function readKept(name: string): KeptScroll | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('top' in kept) || !('on' in kept))
      return null;
    if (typeof kept.top !== 'number') return null;
    return { top: kept.top, on: typeof kept.on === 'string' ? kept.on : null };
  } catch {
    return null;
  }
}

/**
 * Brings a view back to where it was left, also after a restart: `place` scrolls on the first drawing,
 * `where` is asked a moment after the last scroll.
 */
export function useKeptScroll<E extends HTMLElement>(
  ref: RefObject<E | null>,
  name: string,
  place: (element: E, kept: KeptScroll | null) => void,
  where: (element: E) => KeptScroll,
): () => void {
  const latest = useRef({ place, where });
  latest.current = { place, where };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (element !== null) latest.current.place(element, readKept(name));
  }, [name, ref]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  return useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const element = ref.current;
      if (element === null) return;
      localStorage.setItem(name, JSON.stringify(latest.current.where(element)));
    }, PAUSE_MS);
  }, [name, ref]);
}
