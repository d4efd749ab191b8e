import {
  addDays,
  diffDays,
  type Month,
  mondayOf,
  monthPeriod,
  type Period,
  type PlainDate,
} from '../../../shared/domain/dates';

/** The Mondays of a month's grid, from the week of its first day to the week of its last. */
export function weeksOfMonth(month: Month): PlainDate[] {
  const { from, to } = monthPeriod(month);
  const weeks: PlainDate[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) weeks.push(monday);
  return weeks;
}

/** The seven days of a week. */
export function daysOfWeek(monday: PlainDate): PlainDate[] {
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}

/** Something that stands in the calendar, on one day or several. */
export interface Spanning {
  readonly key: string;
  readonly days: Period;
}

/** The part of an item that lies in one week. */
export interface Segment<T extends Spanning> {
  readonly item: T;
  /** The line under the day's number. */
  readonly lane: number;
  /** Monday 0 … Sunday 6. */
  readonly column: number;
  readonly span: number;
  readonly isFromBefore: boolean;
  readonly goesOn: boolean;
}

/** One week: what is drawn, and what each day has no room for. */
export interface WeekLayout<T extends Spanning> {
  readonly segments: readonly Segment<T>[];
  /** Seven of them, Monday first. */
  readonly hidden: readonly (readonly T[])[];
}

/**
 * Puts items into lines so that none lie over each other; those given first stand higher. Where a
 * day has more than `lanes`, its last line is left for the words that say how many more there are.
 */
export function layoutWeek<T extends Spanning>(
  items: readonly T[],
  monday: PlainDate,
  lanes: number,
): WeekLayout<T> {
  const placed = placeInLanes(items, monday);
  const isFull = (column: number) => placed.some((at) => at.lane >= lanes && covers(at, column));
  const full = Array.from({ length: 7 }, (_, column) => isFull(column));
  const isShown = (at: Segment<T>) =>
    at.lane < lanes - 1 ||
    (at.lane === lanes - 1 && !full.some((isOver, column) => isOver && covers(at, column)));
  return {
    segments: placed.filter(isShown),
    hidden: full.map((_, column) =>
      placed.filter((at) => !isShown(at) && covers(at, column)).map(({ item }) => item),
    ),
  };
}

function covers(segment: Segment<Spanning>, column: number): boolean {
  return column >= segment.column && column < segment.column + segment.span;
}

function placeInLanes<T extends Spanning>(items: readonly T[], monday: PlainDate): Segment<T>[] {
  const sunday = addDays(monday, 6);
  const inWeek = items
    .filter(({ days }) => days.from <= sunday && days.to >= monday)
    .map((item) => {
      const column = Math.max(0, diffDays(monday, item.days.from));
      const last = Math.min(6, diffDays(monday, item.days.to));
      return { item, column, span: last - column + 1 };
    });
  // What lasts long stands above, so that its line is one line over the week.
  const ordered = inWeek.toSorted(
    (a, b) => Number(b.span > 1) - Number(a.span > 1) || (a.span > 1 ? a.column - b.column : 0),
  );
  const taken: boolean[][] = [];
  return ordered.map(({ item, column, span }) => {
    let lane = 0;
    while (taken[lane]?.slice(column, column + span).some(Boolean)) lane += 1;
    const line = taken[lane] ?? Array.from({ length: 7 }, () => false);
    line.fill(true, column, column + span);
    taken[lane] = line;
    return {
      item,
      lane,
      column,
      span,
      isFromBefore: item.days.from < monday,
      goesOn: item.days.to > sunday,
    };
  });
}

/** The day reached from another by an arrow key; null for other keys. */
export function dayAfterKey(key: string, day: PlainDate): PlainDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    default:
      return null;
  }
}
