import { useId } from 'react';

/** An id for `fill="url(#…)"` and the pattern of planned amounts: thin diagonal lines. */
export function useHatch(): { readonly id: string; readonly fill: string } {
  const id = `hatch-${useId().replace(/[^a-zA-Z0-9-]/g, '')}`;
  return { id, fill: `url(#${id})` };
}

export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" y1="0" x2="0" y2="4" stroke="var(--pencil)" strokeWidth="1.6" />
      </pattern>
    </defs>
  );
}
