import { addDays, overlapOf, type Period, type PlainDate } from './dates';

/** A row that holds from a date to a date, both included; `validTo` null: until further notice. */
export interface DatedRow {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const END_OF_TIME: PlainDate = '9999-12-31';

function periodOf(row: DatedRow): Period {
  return { from: row.validFrom, to: row.validTo ?? END_OF_TIME };
}

/** The row that holds on the date; null where none does. Of overlapping rows the latest start wins. */
export function rowOn<R extends DatedRow>(rows: readonly R[], date: PlainDate): R | null {
  let found: R | null = null;
  for (const row of rows) {
    const { from, to } = periodOf(row);
    if (date < from || date > to) continue;
    if (found === null || row.validFrom > found.validFrom) found = row;
  }
  return found;
}

/** Pairs of rows that hold on the same day, with the days they share. A table of rates has none. */
export function findOverlaps<R extends DatedRow>(
  rows: readonly R[],
): { first: R; second: R; shared: Period }[] {
  const sorted = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.flatMap((first, index) =>
    sorted.slice(index + 1).flatMap((second) => {
      const shared = overlapOf(periodOf(first), periodOf(second));
      return shared === null ? [] : [{ first, second, shared }];
    }),
  );
}

/**
 * Cuts a period wherever the row in force changes. The pieces cover the period without gaps; `row` is
 * null on days that no row covers, so a missing rate stays visible.
 */
export function splitByRows<R extends DatedRow>(
  rows: readonly R[],
  period: Period,
): { days: Period; row: R | null }[] {
  const starts = new Set<PlainDate>([period.from]);
  for (const row of rows) {
    starts.add(row.validFrom);
    if (row.validTo !== null && row.validTo < END_OF_TIME) starts.add(addDays(row.validTo, 1));
  }
  const cuts = [...starts].filter((day) => day >= period.from && day <= period.to).sort();
  return cuts.reduce<{ days: Period; row: R | null }[]>((pieces, from, index) => {
    const next = cuts[index + 1];
    const to = next === undefined ? period.to : addDays(next, -1);
    const row = rowOn(rows, from);
    const last = pieces.at(-1);
    if (last !== undefined && last.row === row) {
      pieces[pieces.length - 1] = { days: { from: last.days.from, to }, row };
    } else {
      pieces.push({ days: { from, to }, row });
    }
    return pieces;
  }, []);
}
