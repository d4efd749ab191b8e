import { useEffect, useState } from 'react';

let isPaintedOnce = false;

/** False until the window has painted its first screen; from then on true from the start. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(isPaintedOnce);
  useEffect(() => {
    if (isPaintedOnce) return;
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        isPaintedOnce = true;
        setPainted(true);
      }, 0),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
}
