/** Tops of rows and, last, the height of all; heights in pixels. */
export function topsOf(heights: readonly number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return tops;
}

/** The row at a height; the first or the last where it lies beyond. */
export function rowAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows seen from `first` to `last`, inclusive, with some more at both ends; `last` below `first` for none. */
export function rowsSeen(
  tops: readonly number[],
  scrolled: number,
  room: number,
  spare = 6,
): { first: number; last: number } {
  const count = tops.length - 1;
  if (count === 0) return { first: 0, last: -1 };
  return {
    first: Math.max(0, rowAt(tops, scrolled) - spare),
    last: Math.min(count - 1, rowAt(tops, scrolled + room) + spare),
  };
}

/** Where the active row goes after a key; null for a key that does not move it. */
export function rowAfterKey(
  key: string,
  row: number,
  count: number,
  pageRows: number,
): number | null {
  const to = targetRow(key, row, count, pageRows);
  return to === null || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}

function targetRow(key: string, row: number, count: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return row - 1;
    case 'ArrowDown':
      return row + 1;
    case 'PageUp':
      return row - pageRows;
    case 'PageDown':
      return row + pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
