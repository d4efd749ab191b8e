import { Suspense, useEffect, useState } from 'react';
import { lazyScreen } from '../lib/lazy-screen';

const TimerChip = lazyScreen(async () => (await import('../features/time/timer-chip')).TimerChip);

/** After the first screen there is time to look whether a timer runs. */
const LOOK_AFTER_MS = 400;

/** The timer's place in the top bar; it comes when the first screen has been drawn. */
export function TimerHost() {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const timeout = window.setTimeout(() => setIdle(true), LOOK_AFTER_MS);
    return () => window.clearTimeout(timeout);
  }, []);
  if (!isIdle) return null;
  return (
    <Suspense fallback={null}>
      <TimerChip />
    </Suspense>
  );
}
