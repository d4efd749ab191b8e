import type { TaskSort } from '../../../../shared/contract/tasks-shapes';

/** Columns of the list; the task's name cannot be hidden. */
export const LIST_COLUMNS = [
  'number',
  'title',
  'client',
  'project',
  'status',
  'person',
  'due',
  'estimate',
  'priority',
  'checklist',
  'kind',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export const FIRST_COLUMNS: readonly ListColumn[] = [
  'title',
  'client',
  'status',
  'person',
  'due',
  'estimate',
  'priority',
  'checklist',
];

export const WIDTHS: Record<ListColumn, number | undefined> = {
  number: 64,
  title: undefined,
  client: 176,
  project: 176,
  status: 124,
  person: 148,
  due: 104,
  estimate: 88,
  priority: 112,
  checklist: 84,
  kind: 120,
};

export const SORT_OF: Partial<Record<ListColumn, TaskSort['by']>> = {
  number: 'number',
  title: 'title',
  client: 'client',
  project: 'project',
  status: 'status',
  person: 'person',
  due: 'due',
  estimate: 'estimate',
  priority: 'priority',
};

/** The columns a view keeps, in the order they stand; those it begins with where it keeps none. */
export function shownColumns(kept: readonly string[]): readonly ListColumn[] {
  const shown = LIST_COLUMNS.filter((column) => column === 'title' || kept.includes(column));
  return kept.length === 0 ? FIRST_COLUMNS : shown;
}
