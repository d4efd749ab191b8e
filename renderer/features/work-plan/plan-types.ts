import type { Period, PlainDate } from '../../../shared/domain/dates';

/** Somebody who works on a task. */
export interface Doer {
  readonly id: string;
  readonly name: string;
}

/** A task as the timeline and the calendar draw it. */
export interface PlanTask {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly client: {
    readonly id: string;
    readonly name: string;
    readonly mark: string;
    readonly hue: number;
  } | null;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly doers: readonly Doer[];
  /** Both ends counted. */
  readonly days: Period;
  /** Whether the start was only guessed: the task has none of its own. */
  readonly isStartGuessed: boolean;
  /** Whether the task has no date of its own at all, so that it stands nowhere in time. */
  readonly baseline: Period | null;
  /** Done work, 0 … 1. */
  readonly done: number;
  readonly isDone: boolean;
  readonly estimateSeconds: number | null;
  /** The day promised to somebody, when it is not the day planned. */
  readonly deadlineOn: PlainDate | null;
  /** Tasks that must end before this one starts. */
  readonly after: readonly string[];
}

/** Somebody is away. */
export interface Away {
  readonly personId: string;
  readonly days: Period;
  /** What for, in words. */
  readonly reason: string;
  readonly deputyName: string | null;
}
