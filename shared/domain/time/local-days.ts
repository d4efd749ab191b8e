import type { PlainDate } from '../dates';

/** Part of a span that lies on one calendar day of the computer's zone. Instants in UTC ms, whole seconds. */
export type DayPart = {
  readonly on: PlainDate;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly seconds: number;
};

/** The calendar day of an instant in the computer's zone. */
export function localDateOf(at: number): PlainDate {
  const date = new Date(at);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** The instant at which the day after that of `at` begins; a day of 23 or 25 hours where clocks change. */
export function nextMidnight(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** An instant on the day of `at`, so many minutes after midnight by the clock on the wall. */
export function wallClock(at: number, minutes: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, minutes).getTime();
}

/**
 * Cuts a span at the midnights of the computer's zone. Parts of a second are dropped at both ends, so the
 * seconds of the parts add up to those of the span. None where it is empty or ends before it starts.
 */
export function splitByLocalDay(startedAt: number, endedAt: number): DayPart[] {
  const end = Math.floor(endedAt / 1000) * 1000;
  const parts: DayPart[] = [];
  let from = Math.floor(startedAt / 1000) * 1000;
  while (from < end) {
    const to = Math.min(end, nextMidnight(from));
    parts.push({
      on: localDateOf(from),
      startedAt: from,
      endedAt: to,
      seconds: (to - from) / 1000,
    });
    from = to;
  }
  return parts;
}
