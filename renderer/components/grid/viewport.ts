/** Rows or columns from `first` to `last`, inclusive; `last` below `first` for none. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** Left edges of columns and, last, the width of all; `widths` in pixels. */
export function edgesOf(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** Widths widened in proportion to fill the room; as they are where they do not fit. Whole pixels. */
export function stretched(widths: readonly number[], room: number): number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  if (sum === 0 || sum >= room) return [...widths];
  const wide = widths.map((width) => Math.floor((width * room) / sum));
  const rest = Math.floor(room) - wide.reduce((all, width) => all + width, 0);
  return wide.map((width, i) => (i === wide.length - 1 ? width + rest : width));
}

/** Rows seen of equally high ones, with `spare` more at both ends so that scrolling shows no gaps. */
export function rowWindow(
  scrolled: number,
  seen: number,
  rowHeight: number,
  count: number,
  spare = 6,
): Window {
  return {
    first: Math.max(0, Math.floor(scrolled / rowHeight) - spare),
    last: Math.min(count - 1, Math.ceil((scrolled + seen) / rowHeight) + spare),
  };
}

/** Columns seen after the frozen ones. */
export function columnWindow(
  scrolled: number,
  seen: number,
  edges: readonly number[],
  frozen: number,
): Window {
  const count = edges.length - 1;
  const shift = edges[frozen] ?? 0;
  let first = frozen;
  while (first < count && (edges[first + 1] ?? 0) <= shift + scrolled) first += 1;
  let last = first;
  while (last < count - 1 && (edges[last + 1] ?? 0) < scrolled + seen) last += 1;
  return { first: Math.max(frozen, first - 1), last: Math.min(count - 1, last + 1) };
}

/** How far to scroll so that a span stands inside the room between two borders. */
export function scrollInto(
  scrolled: number,
  room: number,
  span: { readonly start: number; readonly end: number },
): number {
  if (span.start < scrolled) return span.start;
  if (span.end > scrolled + room) return Math.max(0, span.end - room);
  return scrolled;
}
