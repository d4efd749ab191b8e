import { addDays, type PlainDate } from '../../../shared/domain/dates';
import type { PlanTask } from './plan-types';

/** Working days strictly between two dates: how far the first may slip before it meets the second. */
function workingDaysBetween(
  end: PlainDate,
  next: PlainDate,
  isOff: (date: PlainDate) => boolean,
): number {
  let count = 0;
  for (let date = addDays(end, 1); date < next; date = addDays(date, 1)) {
    if (!isOff(date)) count += 1;
  }
  return count;
}

/** The tasks that wait for each task, of those that are there. */
export function waitingFor(tasks: readonly PlanTask[]): ReadonlyMap<string, readonly PlanTask[]> {
  const next = new Map<string, PlanTask[]>(tasks.map(({ id }) => [id, []]));
  for (const task of tasks) {
    for (const id of task.after) if (id !== task.id) next.get(id)?.push(task);
  }
  return next;
}

/** Tasks so that each stands behind all it waits for; those in a circle are left out. */
export function inOrder(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const next = waitingFor(tasks);
  const open = new Map<string, number>(tasks.map(({ id }) => [id, 0]));
  for (const waiting of next.values()) {
    for (const { id } of waiting) open.set(id, (open.get(id) ?? 0) + 1);
  }
  const ordered = tasks.filter(({ id }) => open.get(id) === 0);
  for (const task of ordered) {
    for (const waiting of next.get(task.id) ?? []) {
      const left = (open.get(waiting.id) ?? 0) - 1;
      open.set(waiting.id, left);
      if (left === 0) ordered.push(waiting);
    }
  }
  return ordered;
}

/** The last day of everything that hangs together with each task, where more than one does. */
function endsOfChains(tasks: readonly PlanTask[]): ReadonlyMap<string, PlainDate> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const next = waitingFor(tasks);
  const ends = new Map<string, PlainDate>();
  const seen = new Set<string>();
  for (const first of tasks) {
    if (seen.has(first.id)) continue;
    seen.add(first.id);
    const chain = [first];
    for (const task of chain) {
      const before = task.after.flatMap((id) => byId.get(id) ?? []);
      for (const other of [...before, ...(next.get(task.id) ?? [])]) {
        if (seen.has(other.id)) continue;
        seen.add(other.id);
        chain.push(other);
      }
    }
    if (chain.length < 2) continue;
    let end = first.days.to;
    for (const { days } of chain) if (days.to > end) end = days.to;
    for (const { id } of chain) ends.set(id, end);
  }
  return ends;
}

/**
 * Tasks that cannot slip by one working day without moving the end of their chain. A chain is all
 * that hangs together by dependencies; a task that hangs on nothing has no path.
 */
export function criticalTasks(
  tasks: readonly PlanTask[],
  isOff: (date: PlainDate) => boolean,
): ReadonlySet<string> {
  const next = waitingFor(tasks);
  const ends = endsOfChains(tasks);
  const slack = new Map<string, number>();
  for (const task of inOrder(tasks).toReversed()) {
    const end = ends.get(task.id);
    if (end === undefined) continue;
    let least = workingDaysBetween(task.days.to, addDays(end, 1), isOff);
    for (const waiting of next.get(task.id) ?? []) {
      const gap = workingDaysBetween(task.days.to, waiting.days.from, isOff);
      least = Math.min(least, gap + (slack.get(waiting.id) ?? 0));
    }
    slack.set(task.id, least);
  }
  return new Set([...slack].filter(([, days]) => days === 0).map(([id]) => id));
}
