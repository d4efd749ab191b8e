import { useEffect, useRef } from 'react';

/** `0:42:07`: hours, minutes and seconds since an instant. */
export function clockWords(startedAt: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

type Props = { startedAt: number; className: string | undefined };

/** Writes the running time into its own text each second: nothing is drawn anew for it. */
export function RunningClock({ startedAt, className }: Props) {
  const span = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = () => {
      if (span.current !== null) span.current.textContent = clockWords(startedAt, Date.now());
    };
    show();
    const interval = window.setInterval(show, 1000);
    return () => window.clearInterval(interval);
  }, [startedAt]);
  return (
    <span
      ref={span}
      className={className}
      // What a reader hears once, not every second.
      aria-live="off"
    />
  );
}
