import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { addDays, mondayOf, type PlainDate } from '../../../../shared/domain/dates';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import { dateOf } from '../task-words';

/** What the columns of a board can be. */
export const BOARD_AXES = ['status', 'person', 'client', 'stage', 'week'] as const;
export type BoardAxis = (typeof BOARD_AXES)[number];

/** Stands for "without one". */
export const NONE = 'none';
/** All weeks before this one, whose tasks are late. */
export const EARLIER = 'earlier';
/** Weeks that have a column even while they are empty. */
const WEEKS_AHEAD = 5;

export type Column = { readonly key: string; readonly tasks: readonly TaskCard[] };

/** In which column a task stands. */
export function columnOf(task: TaskCard, axis: BoardAxis, today: PlainDate): string {
  switch (axis) {
    case 'status':
      return task.status;
    case 'person':
      return task.personIds[0] ?? NONE;
    case 'client':
      return task.clientId ?? NONE;
    case 'stage':
      return task.stageId ?? NONE;
    case 'week': {
      const on = dateOf(task);
      if (on === null) return NONE;
      const week = mondayOf(on);
      return week < mondayOf(today) && task.status !== 'done' ? EARLIER : week;
    }
  }
}

/** Columns that stand even without a card, in their order. */
function standing(axis: BoardAxis, today: PlainDate): readonly string[] {
  if (axis === 'status') return TASK_STATUSES;
  if (axis !== 'week') return [];
  const monday = mondayOf(today);
  return Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(monday, index * 7));
}

/**
 * Cards by column. Statuses stand in the order of work and weeks by date, whether or not they hold a card;
 * others by name, and what has none first.
 */
export function columnsOf(
  tasks: readonly TaskCard[],
  axis: BoardAxis,
  today: PlainDate,
  nameOf: (key: string) => string,
  compareNames: (a: string, b: string) => number,
): Column[] {
  const byKey = new Map<string, TaskCard[]>();
  for (const key of standing(axis, today)) byKey.set(key, []);
  for (const task of tasks) {
    const key = columnOf(task, axis, today);
    const cards = byKey.get(key);
    if (cards === undefined) byKey.set(key, [task]);
    else cards.push(task);
  }
  const columns = [...byKey].map(([key, cards]) => ({ key, tasks: cards }));
  if (axis === 'status') return columns;
  const rank = (key: string) => (key === NONE ? 0 : key === EARLIER ? 1 : 2);
  return columns.sort(
    (a, b) =>
      rank(a.key) - rank(b.key) ||
      (axis === 'week' ? a.key.localeCompare(b.key) : compareNames(nameOf(a.key), nameOf(b.key))),
  );
}

/** What dropping a card into a column asks for; null where the column takes nothing. */
export function moveTo(
  axis: BoardAxis,
  key: string,
):
  | { status: TaskCard['status'] }
  | { personId: string | null }
  | { clientId: string | null }
  | { stageId: string | null }
  | { weekOn: string | null }
  | null {
  switch (axis) {
    case 'status': {
      const status = TASK_STATUSES.find((name) => name === key);
      return status === undefined ? null : { status };
    }
    case 'person':
      return { personId: key === NONE ? null : key };
    case 'client':
      return { clientId: key === NONE ? null : key };
    case 'stage':
      return { stageId: key === NONE ? null : key };
    case 'week':
      if (key === EARLIER) return null;
      return { weekOn: key === NONE ? null : key };
  }
}

/** The card as it looks at once after the move, before the file has answered. */
export function movedCard(task: TaskCard, axis: BoardAxis, key: string): Partial<TaskCard> {
  const to = moveTo(axis, key);
  if (to === null) return {};
  if ('status' in to) return { status: to.status };
  if ('personId' in to) return { personIds: to.personId === null ? [] : [to.personId] };
  if ('clientId' in to) return { clientId: to.clientId };
  if ('stageId' in to) return { stageId: to.stageId };
  if (to.weekOn === null) return { dueOn: null };
  const on = dateOf(task);
  const day = on === null ? 4 : (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { dueOn: addDays(to.weekOn, day) };
}
