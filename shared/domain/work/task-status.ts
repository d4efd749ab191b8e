/** Columns of the board, in the order a task passes them. */
export const TASK_STATUSES = [
  'backlog',
  'ready',
  'in-work',
  'review',
  'client-review',
  'rework',
  'done',
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];
