export type SortDirection = 'up' | 'down';
export type Sort<K extends string> = { column: K; direction: SortDirection };

/** What a row is sorted by; null (unknown, "—") always stands last. */
export type SortValue = number | string | null;

/** Compares two sort values; text in the order of the language. */
export function compareValues(
  a: SortValue,
  b: SortValue,
  direction: SortDirection,
  collator: Intl.Collator,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return direction === 'up' ? order : -order;
}

/** A sorted copy. Equal rows keep the order they came in. */
export function sortRows<R, K extends string>(
  rows: readonly R[],
  sort: Sort<K>,
  sortValueOf: (row: R, column: K) => SortValue,
  lang: string,
): R[] {
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  return [...rows].sort((a, b) =>
    compareValues(
      sortValueOf(a, sort.column),
      sortValueOf(b, sort.column),
      sort.direction,
      collator,
    ),
  );
}

/** The sort after a click on a head: the other way on the same column, else the column's first way. */
export function nextSort<K extends string>(
  sort: Sort<K>,
  column: K,
  first: SortDirection,
): Sort<K> {
  if (sort.column !== column) return { column, direction: first };
  return { column, direction: sort.direction === 'up' ? 'down' : 'up' };
}
