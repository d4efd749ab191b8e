import type { ScheduleBar } from '../../../shared/contract/tasks.contract';
import type { TaskNames } from '../../../shared/contract/tasks-shapes';
import type { Period, PlainDate } from '../../../shared/domain/dates';

/** Somebody who works on a task. */
export interface Doer {
  readonly id: string;
  readonly name: string;
  /** The letters that stand for the name. */
  readonly code: string;
}

/** A task as the timeline draws it. */
export interface PlanTask {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly status: ScheduleBar['status'];
  readonly client: TaskNames['clients'][number] | null;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly doers: readonly Doer[];
  /** Both ends counted. */
  readonly days: Period;
  /** The days once agreed. */
  readonly baseline: Period | null;
  /** Done work, 0 … 1. */
  readonly done: number;
  readonly estimateSeconds: number | null;
  /** The day promised to somebody, when it is not the day planned. */
  readonly deadlineOn: PlainDate | null;
  /** Nothing of it can slip without moving the end of its chain. */
  readonly isCritical: boolean;
  /** Working days it may slip. */
  readonly slackDays: number;
  /** Starts before what it waits for is finished. */
  readonly isConflict: boolean;
  readonly isOverdue: boolean;
}

/** Somebody is away. */
export interface Away {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly days: Period;
  readonly kind: 'vacation' | 'sick' | 'unpaid' | 'study' | 'other';
  readonly deputyName: string | null;
}

/** Whether a task is planned to end after the day promised. */
export function isPromiseMissed(task: PlanTask): boolean {
  return task.status !== 'done' && task.deadlineOn !== null && task.days.to > task.deadlineOn;
}
