/** The only pictures of the interface (VISUAL.md); everywhere else a word stands. */
const PATHS = {
  back: ['M9.5 4.5 6 8l3.5 3.5'],
  forward: ['M6.5 4.5 10 8l-3.5 3.5'],
  down: ['m4.5 6.5 3.5 3.5 3.5-3.5'],
  up: ['m4.5 9.5 3.5-3.5 3.5 3.5'],
  search: ['M7 2.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5Z', 'M10.2 10.2 14 14'],
  undo: ['M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6', 'M5.8 3.5 2.8 6.5l3 3'],
  redo: ['M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10', 'M10.2 3.5l3 3-3 3'],
  close: ['m4.5 4.5 7 7m0-7-7 7'],
  plus: ['M8 3.5v9M3.5 8h9'],
  minus: ['M4 8h8'],
  filter: ['M2.5 4.5h11M4.5 8h7M6.5 11.5h3'],
  eye: [
    'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8Z',
    'M8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  ],
  lock: [
    'M4.5 7h7a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Z',
    'M5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  ],
  check: ['m3.5 8.5 3 3 6-7'],
  bang: ['M8 3.5v5.5M8 12v.1'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof PATHS;

/** A picture beside a word, or inside a button that carries an aria-label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'bang' ? 1.8 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
