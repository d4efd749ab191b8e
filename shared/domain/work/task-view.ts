import type { TaskFilter } from '../../contract/tasks-shapes';

// Apart from the schemas, which the window does not load.

/** Views of the tasks, in the order of their tabs. */
export const VIEW_KINDS = ['today', 'board', 'list', 'timeline', 'calendar', 'workload'] as const;

/** What tasks are put in order by; `position` is the order by hand. */
export const TASK_SORTS = [
  'position',
  'priority',
  'due',
  'deadline',
  'start',
  'client',
  'project',
  'person',
  'status',
  'number',
  'title',
  'estimate',
  'created',
] as const;

/** What the columns of the board, or the groups of the list and the timeline, are. */
export const TASK_GROUPS = [
  'none',
  'status',
  'person',
  'client',
  'project',
  'stage',
  'week',
  'kind',
] as const;

/** What one column of the timeline stands for. */
export const VIEW_SCALES = ['day', 'week', 'month'] as const;

/** A filter that lets every living task through. */
export const EMPTY_TASK_FILTER: TaskFilter = {
  text: '',
  clientIds: [],
  projectIds: [],
  stageIds: [],
  personIds: [],
  roles: [],
  statuses: [],
  labels: [],
  kinds: [],
  due: null,
  overdue: false,
  mine: false,
  blocked: false,
  afterHours: false,
  archived: 'without',
};
