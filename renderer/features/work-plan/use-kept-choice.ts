import { useState } from 'react';

/** A choice of how a view is looked at: this person's habit, kept between starts, not part of the file. */
export function useKeptChoice<T extends string>(
  name: string,
  values: readonly T[],
  first: T,
): [T, (value: T) => void] {
  const [value, set] = useState<T>(() => {
    const kept = localStorage.getItem(name);
    return values.find((known) => known === kept) ?? first;
  });
  return [
    value,
    (next) => {
      localStorage.setItem(name, next);
      set(next);
    },
  ];
}
