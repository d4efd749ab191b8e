import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/** The room inside an element in whole pixels, kept up with the window; the first guess until measured. */
export function useBox<E extends HTMLElement>(
  width: number,
  height: number,
): readonly [RefObject<E | null>, BoxSize] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<BoxSize>({ width, height });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const style = getComputedStyle(element);
      const inner = {
        width: Math.floor(
          element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
        ),
        height: Math.floor(
          element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom),
        ),
      };
      if (inner.width <= 0) return;
      setSize((known) =>
        known.width === inner.width && known.height === inner.height ? known : inner,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
