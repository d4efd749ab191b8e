import { addDays, diffDays, type Period, type PlainDate } from '../../../shared/domain/dates';
import { inOrder, waitingFor } from './critical-path';
import type { PlanTask } from './plan-types';

/** New days of a task. */
export interface Shift {
  readonly id: string;
  readonly days: Period;
}

/**
 * Which tasks must follow when some have new days, so that each starts after all it waits for has
 * ended: moved by as little as possible, on a working day, as many days long as before. What is done stays.
 */
export function followers(
  tasks: readonly PlanTask[],
  moved: ReadonlyMap<string, Period>,
  isOff: (date: PlainDate) => boolean,
): Shift[] {
  const days = new Map(tasks.map((task) => [task.id, moved.get(task.id) ?? task.days]));
  const next = waitingFor(tasks);
  const touched = new Set(moved.keys());
  const shifts: Shift[] = [];
  for (const task of inOrder(tasks)) {
    const own = days.get(task.id) ?? task.days;
    if (touched.has(task.id)) {
      for (const waiting of next.get(task.id) ?? []) {
        const planned = days.get(waiting.id) ?? waiting.days;
        if (waiting.isDone || moved.has(waiting.id) || planned.from > own.to) continue;
        const from = workingDayFrom(addDays(own.to, 1), isOff);
        const to = addDays(from, diffDays(planned.from, planned.to));
        days.set(waiting.id, { from, to });
        touched.add(waiting.id);
      }
    }
    if (touched.has(task.id) && !moved.has(task.id)) shifts.push({ id: task.id, days: own });
  }
  return shifts;
}

function workingDayFrom(date: PlainDate, isOff: (date: PlainDate) => boolean): PlainDate {
  let at = date;
  for (let tries = 0; tries < 60 && isOff(at); tries += 1) at = addDays(at, 1);
  return at;
}
