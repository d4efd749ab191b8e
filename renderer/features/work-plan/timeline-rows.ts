import type { Period, PlainDate } from '../../../shared/domain/dates';
import { isPromiseMissed, type PlanTask } from './plan-types';

export const GROUPINGS = ['client', 'project', 'person'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A line of the timeline: the head of a group, or a task in it. */
export type PlanRow =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly name: string;
      /** A quieter word beside the name. */
      readonly note: string;
      readonly client: PlanTask['client'];
      readonly personId: string | null;
      readonly count: number;
      readonly isOpen: boolean;
      readonly days: Period;
      /** The nearest day promised, of those missed where there are some. */
      readonly deadlineOn: PlainDate | null;
      /** Whether a task is planned to end after the day promised. */
      readonly isMissed: boolean;
    }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly group: string;
      readonly task: PlanTask;
    };

type Group = {
  key: string;
  name: string;
  note: string;
  personId: string | null;
  tasks: PlanTask[];
};

/** Groups of a grouping. A task of two people stands under both: their time is what is looked at. */
function groupsOf(task: PlanTask, grouping: Grouping): Omit<Group, 'tasks'>[] {
  if (grouping === 'person') {
    const doers = task.doers.length === 0 ? [{ id: '', name: '' }] : task.doers;
    return doers.map(({ id, name }) => ({
      key: `person:${id}`,
      name,
      note: '',
      personId: id === '' ? null : id,
    }));
  }
  const client = task.client?.name ?? '';
  if (grouping === 'client') {
    return [{ key: `client:${task.client?.id ?? ''}`, name: client, note: '', personId: null }];
  }
  const key = `project:${task.client?.id ?? ''}:${task.project?.id ?? ''}`;
  return [{ key, name: client, note: task.project?.name ?? '', personId: null }];
}

/**
 * Lines in order: groups by name, those without one last, inside them tasks by their first day.
 * A folded group keeps its head. `places` keeps tasks where they stood when one of them gets new days.
 */
export function planRows(
  tasks: readonly PlanTask[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
  places: ReadonlyMap<string, number> = new Map(),
): PlanRow[] {
  const groups = new Map<string, Group>();
  for (const task of tasks) {
    for (const head of groupsOf(task, grouping)) {
      const group = groups.get(head.key) ?? { ...head, tasks: [] };
      group.tasks.push(task);
      groups.set(head.key, group);
    }
  }
  const ordered = [...groups.values()].sort(
    (a, b) =>
      Number(a.name === '') - Number(b.name === '') ||
      compare(a.name, b.name) ||
      Number(a.note === '') - Number(b.note === '') ||
      compare(a.note, b.note) ||
      compare(a.key, b.key),
  );
  return ordered.flatMap((group) =>
    rowsOf(group, grouping, !folded.has(group.key), compare, places),
  );
}

function rowsOf(
  group: Group,
  grouping: Grouping,
  isOpen: boolean,
  compare: (a: string, b: string) => number,
  places: ReadonlyMap<string, number>,
): PlanRow[] {
  const { key, name, note, personId } = group;
  const tasks = group.tasks.toSorted(
    (a, b) =>
      (places.get(a.id) ?? places.size) - (places.get(b.id) ?? places.size) ||
      compare(a.days.from, b.days.from) ||
      compare(a.days.to, b.days.to) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  );
  const first = tasks[0];
  if (first === undefined) return [];
  let { from, to } = first.days;
  for (const task of tasks) {
    if (task.days.from < from) from = task.days.from;
    if (task.days.to > to) to = task.days.to;
  }
  const promises = tasks.filter(
    ({ status, deadlineOn }) => status !== 'done' && deadlineOn !== null,
  );
  const missed = promises.filter(isPromiseMissed);
  // A promise that the plan misses is what must be seen; else the nearest one.
  const deadlineOn = earliest(
    (missed.length > 0 ? missed : promises).flatMap((task) => task.deadlineOn ?? []),
  );
  const head: PlanRow = {
    kind: 'group',
    key,
    name,
    note,
    personId,
    client: grouping === 'person' ? null : first.client,
    count: tasks.length,
    isOpen,
    days: { from, to },
    deadlineOn,
    isMissed: missed.length > 0,
  };
  if (!isOpen) return [head];
  return [
    head,
    ...tasks.map((task): PlanRow => ({ kind: 'task', key: `${key}/${task.id}`, group: key, task })),
  ];
}

function earliest(dates: readonly PlainDate[]): PlainDate | null {
  return dates.toSorted()[0] ?? null;
}
