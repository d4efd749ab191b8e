import type { TaskCard } from '../../../shared/contract/tasks-shapes';
import { diffDays, type PlainDate } from '../../../shared/domain/dates';

type Dated = Pick<TaskCard, 'dueOn' | 'deadlineOn' | 'status'>;

/** The day a task is judged by: when it should be ready, else the day that may not be missed. */
export function dateOf(task: Dated): PlainDate | null {
  return task.dueOn ?? task.deadlineOn;
}

/** Overdue red, due today amber, else plain (VISUAL.md). What is done is never late. */
export function dueTone(task: Dated, today: PlainDate): 'neg m' | 'warn m' | 't2' {
  const on = dateOf(task);
  if (on === null || task.status === 'done' || on > today) return 't2';
  return on < today ? 'neg m' : 'warn m';
}

/** Two letters of a name: «Мария Котова» МК. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** The local calendar day of an instant. */
export function dayOf(at: number): PlainDate {
  const moment = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Whole days a task has been in its status. */
export function waitedDays(task: Pick<TaskCard, 'statusSince'>, today: PlainDate): number {
  return Math.max(0, diffDays(dayOf(task.statusSince), today));
}
