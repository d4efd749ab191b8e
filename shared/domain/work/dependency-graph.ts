import { addDays, type PlainDate } from '../dates';
import { groupBy } from '../group-by';
import {
  addWorkDays,
  countWorkDays,
  type IsWorkDay,
  workDayFrom,
  workDaysBetween,
  workDayUntil,
} from './work-days';

/** The later task starts after the earlier one is finished, and `lagDays` working days more. */
export type Dependency = {
  readonly beforeId: string;
  readonly afterId: string;
  readonly lagDays: number;
};

/**
 * The circle that a new dependency would close, as ids from `afterId` back to it; null where there is none.
 * Of several circles the shortest.
 */
export function circleOf(
  dependencies: readonly Dependency[],
  added: Pick<Dependency, 'beforeId' | 'afterId'>,
): string[] | null {
  if (added.beforeId === added.afterId) return [added.beforeId, added.afterId];
  const nexts = groupBy(dependencies, ({ beforeId }) => beforeId);
  const cameFrom = new Map<string, string | null>([[added.afterId, null]]);
  const queue = [added.afterId];
  for (const id of queue) {
    for (const { afterId } of nexts.get(id) ?? []) {
      if (cameFrom.has(afterId)) continue;
      cameFrom.set(afterId, id);
      if (afterId === added.beforeId) return [...pathTo(afterId, cameFrom), added.afterId];
      queue.push(afterId);
    }
  }
  return null;
}

/** A circle among the dependencies, as ids from one of its tasks back to it; null where there is none. */
export function someCircle(dependencies: readonly Dependency[]): string[] | null {
  const ids = [...new Set(dependencies.flatMap(({ beforeId, afterId }) => [beforeId, afterId]))];
  if (inOrder(ids, dependencies) !== null) return null;
  for (const one of dependencies) {
    const circle = circleOf(
      dependencies.filter((other) => other !== one),
      one,
    );
    if (circle !== null) return circle;
  }
  return null;
}

function pathTo(id: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
  return path;
}

/** Ids so that each stands behind all it waits for; null where the dependencies hold a circle. */
export function inOrder(
  ids: readonly string[],
  dependencies: readonly Dependency[],
): string[] | null {
  const known = new Set(ids);
  const inside = dependencies.filter(
    ({ beforeId, afterId }) => known.has(beforeId) && known.has(afterId),
  );
  const nexts = groupBy(inside, ({ beforeId }) => beforeId);
  const waits = new Map(ids.map((id) => [id, 0]));
  for (const { afterId } of inside) waits.set(afterId, (waits.get(afterId) ?? 0) + 1);
  const order = ids.filter((id) => waits.get(id) === 0);
  for (const id of order) {
    for (const { afterId } of nexts.get(id) ?? []) {
      const left = (waits.get(afterId) ?? 0) - 1;
      waits.set(afterId, left);
      if (left === 0) order.push(afterId);
    }
  }
  return order.length === known.size ? order : null;
}

/** A task as it is planned: both days count, and the end is not before the start. */
export type PlannedTask = {
  readonly id: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly deadlineOn: PlainDate | null;
  /** The day it was finished. */
  readonly doneOn: PlainDate | null;
};

export type Slot = {
  /** First day on which the tasks before it let it start; its own start where it has none. */
  readonly earliestOn: PlainDate;
  /** Last day on which it may end without moving the end of its chain, or a deadline further on. */
  readonly latestOn: PlainDate;
  /** Working days between its end and `latestOn`; negative where it ends later. */
  readonly slackDays: number;
  /** Of a chain, and without slack. */
  readonly isCritical: boolean;
  /** Starts before a task it waits for has ended. */
  readonly isConflict: boolean;
};

/**
 * Earliest and latest days of planned tasks by the critical path method, on working days. The end of a
 * chain is the last planned end in it; a deadline within the chain draws it earlier. Tasks that are done
 * hold nothing up and are never critical. Dependencies on tasks outside the list are left out.
 * Throws RangeError where the dependencies hold a circle.
 */
export function scheduleOf(
  tasks: readonly PlannedTask[],
  dependencies: readonly Dependency[],
  isWorkDay: IsWorkDay,
): Map<string, Slot> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const order = inOrder([...byId.keys()], dependencies);
  if (order === null) throw new RangeError('the dependencies hold a circle');
  const inside = dependencies.filter(
    ({ beforeId, afterId }) => byId.has(beforeId) && byId.has(afterId),
  );
  const before = groupBy(inside, ({ afterId }) => afterId);
  const after = groupBy(inside, ({ beforeId }) => beforeId);
  const chainEnd = endsOfChains(order, byId, after, before);
  const latest = new Map<string, PlainDate>();
  for (const id of order.toReversed()) {
    const task = byId.get(id);
    if (task === undefined) continue;
    latest.set(id, latestEnd(task, chainEnd.get(id) ?? task.dueOn, after.get(id) ?? []));
  }

  function latestEnd(
    task: PlannedTask,
    chainEndOn: PlainDate,
    nexts: readonly Dependency[],
  ): PlainDate {
    let last = chainEndOn;
    for (const { afterId, lagDays } of nexts) {
      const next = byId.get(afterId);
      const nextLatest = latest.get(afterId);
      if (next === undefined || nextLatest === undefined || next.doneOn !== null) continue;
      const length = Math.max(1, countWorkDays(next.startOn, next.dueOn, isWorkDay));
      const nextStart = addWorkDays(nextLatest, 1 - length, isWorkDay);
      const limit = addWorkDays(nextStart, -1 - lagDays, isWorkDay);
      if (limit < last) last = limit;
    }
    if (task.deadlineOn !== null && task.deadlineOn < last) last = task.deadlineOn;
    return workDayUntil(last, isWorkDay);
  }

  const slots = new Map<string, Slot>();
  for (const task of tasks) {
    const befores = before.get(task.id) ?? [];
    const earliestOn = befores.reduce((day, { beforeId, lagDays }) => {
      const former = byId.get(beforeId);
      if (former === undefined) return day;
      return laterOf(day, earliestAfter(former.doneOn ?? former.dueOn, lagDays, isWorkDay));
    }, '');
    const latestOn = latest.get(task.id) ?? task.dueOn;
    const slackDays = workDaysBetween(workDayUntil(task.dueOn, isWorkDay), latestOn, isWorkDay);
    const isOpen = task.doneOn === null;
    const isLinked = befores.length > 0 || after.has(task.id);
    slots.set(task.id, {
      earliestOn: earliestOn === '' ? task.startOn : earliestOn,
      latestOn,
      slackDays,
      isCritical: isOpen && isLinked && slackDays <= 0,
      isConflict: isOpen && earliestOn !== '' && task.startOn < earliestOn,
    });
  }
  return slots;
}

function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a < b) return b;
  return a;
}

/** First working day after a day and a lag. */
function earliestAfter(endOn: PlainDate, lagDays: number, isWorkDay: IsWorkDay): PlainDate {
  return addWorkDays(workDayFrom(addDays(endOn, 1), isWorkDay), lagDays, isWorkDay);
}

/** The last planned end among the open tasks of the chain each task belongs to. */
function endsOfChains(
  ids: readonly string[],
  byId: ReadonlyMap<string, PlannedTask>,
  after: ReadonlyMap<string, readonly Dependency[]>,
  before: ReadonlyMap<string, readonly Dependency[]>,
): Map<string, PlainDate> {
  const ends = new Map<string, PlainDate>();
  for (const first of ids) {
    if (ends.has(first)) continue;
    const chain = new Set([first]);
    for (const id of chain) {
      for (const { afterId } of after.get(id) ?? []) chain.add(afterId);
      for (const { beforeId } of before.get(id) ?? []) chain.add(beforeId);
    }
    const open = [...chain].flatMap((id) => {
      const task = byId.get(id);
      return task === undefined || task.doneOn !== null ? [] : [task.dueOn];
    });
    const end = open.reduce(laterOf, '');
    for (const id of chain) ends.set(id, end === '' ? (byId.get(id)?.dueOn ?? '') : end);
  }
  return ends;
}

export type Shift = { readonly id: string; readonly startOn: PlainDate; readonly dueOn: PlainDate };

/**
 * How far the tasks behind the moved ones must move so that none starts before those it waits for have
 * ended. Each keeps its working days and moves no further than it must; tasks that are done stay. The
 * moved tasks themselves are not in the answer. Throws RangeError where the dependencies hold a circle.
 */
export function pushedBy(
  tasks: readonly PlannedTask[],
  dependencies: readonly Dependency[],
  moved: ReadonlyMap<string, { startOn: PlainDate; dueOn: PlainDate }>,
  isWorkDay: IsWorkDay,
): Shift[] {
  const byId = new Map(tasks.map((task) => [task.id, { ...task, ...moved.get(task.id) }]));
  const order = inOrder([...byId.keys()], dependencies);
  if (order === null) throw new RangeError('the dependencies hold a circle');
  const before = groupBy(dependencies, ({ afterId }) => afterId);
  const touched = new Set(moved.keys());
  const shifts: Shift[] = [];
  for (const id of order) {
    const task = byId.get(id);
    if (task === undefined || task.doneOn !== null || moved.has(id)) continue;
    const pushing = (before.get(id) ?? []).filter(({ beforeId }) => touched.has(beforeId));
    const earliest = pushing.reduce((day, { beforeId, lagDays }) => {
      const former = byId.get(beforeId);
      if (former === undefined) return day;
      return laterOf(day, earliestAfter(former.doneOn ?? former.dueOn, lagDays, isWorkDay));
    }, '');
    if (earliest === '' || task.startOn >= earliest) continue;
    const length = Math.max(1, countWorkDays(task.startOn, task.dueOn, isWorkDay));
    const dueOn = addWorkDays(earliest, length - 1, isWorkDay);
    byId.set(id, { ...task, startOn: earliest, dueOn });
    touched.add(id);
    shifts.push({ id, startOn: earliest, dueOn });
  }
  return shifts;
}
