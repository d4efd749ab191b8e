import { allocateByLargestRemainder } from '../allocation';
import { addDays, diffDays, mondayOf, type PlainDate } from '../dates';

export type Booking = 'hard' | 'soft';

/** An open task as its demand is reckoned. */
export type DemandTask = {
  readonly id: string;
  readonly remainingSeconds: number;
  readonly startOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly booking: Booking;
  /** Whose work it is and which part of it; empty: nobody's yet. */
  readonly shares: readonly { readonly personId: string; readonly sharePpm: number }[];
};

/** A part of a task's remaining work: who, when, how much. */
export type DemandPart = {
  readonly taskId: string;
  /** Null: nobody is assigned. */
  readonly personId: string | null;
  /** Null: the task has no due day, so that nothing says when. */
  readonly on: PlainDate | null;
  readonly booking: Booking;
  readonly seconds: number;
};

/** Seconds a person has on a day. */
export type AvailableOn = (personId: string | null, on: PlainDate) => number;

/** Farther ahead than this a task is not spread day by day. */
const MOST_DAYS = 400;

/**
 * The days from today on with what everybody has of them, reckoned once: tasks share the same few hundred
 * days.
 */
class DayLine {
  readonly #today: PlainDate;
  readonly #availableOn: AvailableOn;
  readonly #days: PlainDate[] = [];
  readonly #weights = new Map<string | null, number[]>();

  constructor(today: PlainDate, availableOn: AvailableOn) {
    this.#today = today;
    this.#availableOn = availableOn;
  }

  /** Days by their distance from today; `until` is not among them. */
  days(from: number, until: number): PlainDate[] {
    while (this.#days.length < until) this.#days.push(addDays(this.#today, this.#days.length));
    return this.#days.slice(from, until);
  }

  weights(personId: string | null, from: number, until: number): number[] {
    const known = this.#weights.get(personId) ?? [];
    this.#weights.set(personId, known);
    const missing = this.days(known.length, Math.max(until, known.length));
    for (const on of missing) known.push(this.#availableOn(personId, on));
    return known.slice(from, until);
  }
}

/**
 * Spreads what remains of tasks over the days between the start (today where that is past) and the due
 * day: by the shares of the assignees first, then by what each has of the days. Where somebody has
 * nothing of those days, and where the due day is past, all of it falls on the last of them: the overload shows. The parts add
 * up to the remaining seconds of the tasks.
 */
export function spreadDemand(
  tasks: readonly DemandTask[],
  today: PlainDate,
  availableOn: AvailableOn,
): DemandPart[] {
  const line = new DayLine(today, availableOn);
  const spread: DemandPart[] = [];
  for (const task of tasks) {
    const span = spanOf(task, today);
    for (const { personId, seconds } of portionsOf(task)) {
      if (seconds === 0) continue;
      const { id: taskId, booking } = task;
      if (span === null) {
        spread.push({ taskId, personId, on: null, booking, seconds });
        continue;
      }
      const days = line.days(span.from, span.until);
      const weights = line.weights(personId, span.from, span.until);
      if (weights.every((weight) => weight === 0)) {
        spread.push({ taskId, personId, on: days.at(-1) ?? today, booking, seconds });
        continue;
      }
      allocateByLargestRemainder(seconds, weights).forEach((part, index) => {
        const on = days[index];
        if (part === 0 || on === undefined) return;
        spread.push({ taskId, personId, on, booking, seconds: part });
      });
    }
  }
  return spread;
}

/** The days of a task by their distance from today; null where no day is due. */
function spanOf(
  { startOn, dueOn }: DemandTask,
  today: PlainDate,
): { from: number; until: number } | null {
  if (dueOn === null) return null;
  // Overdue work is still to be done, from today on.
  const last = Math.max(0, diffDays(today, dueOn));
  const start = startOn === null ? 0 : Math.max(0, diffDays(today, startOn));
  return { from: Math.max(Math.min(start, last), last + 1 - MOST_DAYS), until: last + 1 };
}

function portionsOf(task: DemandTask): { personId: string | null; seconds: number }[] {
  const { shares, remainingSeconds } = task;
  const first = shares[0];
  if (first === undefined) return [{ personId: null, seconds: remainingSeconds }];
  const hasWeight = shares.some(({ sharePpm }) => sharePpm > 0);
  const weights = shares.map(({ sharePpm }) => (hasWeight ? sharePpm : 1));
  const parts = allocateByLargestRemainder(remainingSeconds, weights);
  return shares.map(({ personId }, index) => ({ personId, seconds: parts[index] ?? 0 }));
}

export type WeekDemand = { readonly hardSeconds: number; readonly softSeconds: number };

export type PersonDemand = {
  readonly weeks: readonly WeekDemand[];
  readonly beyondSeconds: number;
  readonly undatedSeconds: number;
};

/** Parts of one person (or of nobody) by week; what falls outside the weeks is kept apart. */
export function demandByWeek(
  parts: readonly DemandPart[],
  weeks: readonly PlainDate[],
): PersonDemand {
  const at = new Map(weeks.map((monday, index) => [monday, index]));
  const hard = weeks.map(() => 0);
  const soft = weeks.map(() => 0);
  let beyondSeconds = 0;
  let undatedSeconds = 0;
  for (const { on, booking, seconds } of parts) {
    const index = on === null ? undefined : at.get(mondayOf(on));
    if (on === null) undatedSeconds += seconds;
    else if (index === undefined) beyondSeconds += seconds;
    else {
      const target = booking === 'hard' ? hard : soft;
      target[index] = (target[index] ?? 0) + seconds;
    }
  }
  return {
    weeks: weeks.map((_, index) => ({
      hardSeconds: hard[index] ?? 0,
      softSeconds: soft[index] ?? 0,
    })),
    beyondSeconds,
    undatedSeconds,
  };
}

export type LoadBalance = {
  readonly freeSeconds: number;
  readonly overloadSeconds: number;
  readonly overloadWithSoftSeconds: number;
};

/** What is free of a week, or how far it is overbooked; without and with soft bookings. */
export function loadBalance(
  availableSeconds: number,
  loggedSeconds: number,
  { hardSeconds, softSeconds }: WeekDemand,
): LoadBalance {
  const firm = loggedSeconds + hardSeconds;
  return {
    freeSeconds: Math.max(0, availableSeconds - firm - softSeconds),
    overloadSeconds: Math.max(0, firm - availableSeconds),
    overloadWithSoftSeconds: Math.max(0, firm + softSeconds - availableSeconds),
  };
}
