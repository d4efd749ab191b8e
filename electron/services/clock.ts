/** Where the services take the time from, so that a report of a past day and a test need no real clock. */
export type Clock = {
  /** Calendar date in the user's zone, YYYY-MM-DD. */
  today(): string;
  /** Instant, UTC ms. */
  now(): number;
};

function localDate(at: Date): string {
  const month = String(at.getMonth() + 1).padStart(2, '0');
  const day = String(at.getDate()).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/** The computer's clock; `today` may be fixed. */
export function systemClock(today: string | null): Clock {
  return {
    today: () => today ?? localDate(new Date()),
    now: () => Date.now(),
  };
}
