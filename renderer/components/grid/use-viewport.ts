import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

export type Viewport = {
  width: number;
  height: number;
  left: number;
  top: number;
  rowHeight: number;
};

/** Where nothing can be measured yet. */
const GUESS: Viewport = { width: 1200, height: 600, left: 0, top: 0, rowHeight: 28 };

/** What of a scrolled element is seen, told once a frame; the height of a row follows the density. */
export function useViewport<E extends HTMLElement>(
  ref: RefObject<E | null>,
): { viewport: Viewport; measure: () => void } {
  const [viewport, setViewport] = useState(GUESS);

  const measure = useCallback(() => {
    const element = ref.current;
    if (element === null) return;
    const rowHeight = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'));
    const next: Viewport = {
      width: element.clientWidth || GUESS.width,
      height: element.clientHeight || GUESS.height,
      left: element.scrollLeft,
      top: element.scrollTop,
      rowHeight: Number.isFinite(rowHeight) && rowHeight > 0 ? rowHeight : GUESS.rowHeight,
    };
    setViewport((known) => (isSame(known, next) ? known : next));
  }, [ref]);

  useLayoutEffect(() => {
    measure();
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const size = new ResizeObserver(measure);
    size.observe(element);
    const density = new MutationObserver(measure);
    density.observe(document.documentElement, { attributeFilter: ['data-density'] });
    return () => {
      size.disconnect();
      density.disconnect();
    };
  }, [measure, ref]);

  return { viewport, measure };
}

function isSame(a: Viewport, b: Viewport): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.left === b.left &&
    a.top === b.top &&
    a.rowHeight === b.rowHeight
  );
}
