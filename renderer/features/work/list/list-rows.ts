import type { ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { addDays, mondayOf } from '../../../../shared/domain/dates';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import type { Kit } from '../kit';
import { dateOf } from '../task-words';

export type GroupBy = ViewSettings['groupBy'];
export type ListRow =
  | { kind: 'group'; key: string; label: string; count: number; seconds: number }
  | { kind: 'task'; key: string; task: TaskCard };

const WITHOUT = '';

function groupOf(task: TaskCard, by: GroupBy): string {
  switch (by) {
    case 'none':
      return WITHOUT;
    case 'status':
      return task.status;
    case 'person':
      return task.personIds[0] ?? WITHOUT;
    case 'client':
      return task.clientId ?? WITHOUT;
    case 'project':
      return task.projectId ?? WITHOUT;
    case 'stage':
      return task.stageId ?? WITHOUT;
    case 'kind':
      return task.kind;
    case 'week': {
      const on = dateOf(task);
      return on === null ? WITHOUT : mondayOf(on);
    }
  }
}

function groupName(key: string, by: GroupBy, kit: Kit): string {
  const { t, format } = kit;
  if (key === WITHOUT) return t(`list.without.${by}`);
  switch (by) {
    case 'status':
      return t(`status.${key}`);
    case 'person':
      return kit.people.get(key)?.name ?? '';
    case 'client':
      return kit.clients.get(key)?.name ?? '';
    case 'project':
      return kit.projects.get(key)?.name ?? '';
    case 'stage':
      return kit.stages.get(key)?.name ?? '';
    case 'week':
      return `${format.dateShort(key)} – ${format.dateShort(addDays(key, 6))}`;
    default:
      return key;
  }
}

/** Rows of the list: each group's head, then its tasks unless it is folded; groups in the order of their kind. */
export function listRows(
  tasks: readonly TaskCard[],
  by: GroupBy,
  folded: ReadonlySet<string>,
  kit: Kit,
): ListRow[] {
  if (by === 'none') return tasks.map((task) => ({ kind: 'task', key: task.id, task }));
  const groups = new Map<string, TaskCard[]>();
  for (const task of tasks) {
    const key = groupOf(task, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  const collator = new Intl.Collator(kit.format.lang, { numeric: true });
  const statuses: readonly string[] = TASK_STATUSES;
  const heads = [...groups.keys()].sort((a, b) => {
    if (by === 'status') return statuses.indexOf(a) - statuses.indexOf(b);
    if (a === WITHOUT || b === WITHOUT) return a === b ? 0 : a === WITHOUT ? 1 : -1;
    if (by === 'week') return a.localeCompare(b);
    return collator.compare(groupName(a, by, kit), groupName(b, by, kit));
  });
  return heads.flatMap((key) => {
    const group = groups.get(key) ?? [];
    const head: ListRow = {
      kind: 'group',
      key,
      label: groupName(key, by, kit),
      count: group.length,
      seconds: group.reduce((sum, task) => sum + (task.estimateSeconds ?? 0), 0),
    };
    if (folded.has(key)) return [head];
    return [head, ...group.map((task): ListRow => ({ kind: 'task', key: task.id, task }))];
  });
}
