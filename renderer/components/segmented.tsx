import { type KeyboardEvent, useRef } from 'react';

export type Segment<T extends string> = { value: T; label: string };

type Props<T extends string> = {
  label: string;
  value: T;
  segments: readonly Segment<T>[];
  onChange: (value: T) => void;
};

/** One of two to five words. Arrow keys choose, Tab passes by. */
export function Segmented<T extends string>({ label, value, segments, onChange }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = segments.findIndex((segment) => segment.value === value);
    const next = (index + step + segments.length) % segments.length;
    const chosen = segments[next];
    if (chosen === undefined) return;
    onChange(chosen.value);
    box.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div ref={box} className="seg" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {segments.map((segment) => {
        const on = segment.value === value;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the segment's look and its focus ring at once
          <button
            key={segment.value}
            type="button"
            role="radio"
            aria-checked={on}
            tabIndex={on ? 0 : -1}
            className={on ? 'on' : ''}
            onClick={() => onChange(segment.value)}
          >
            {segment.label}
          </button>
        );
      })}
    </div>
  );
}
