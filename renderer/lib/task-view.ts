import type { TaskCard, TaskColumns, TaskFilter } from '../../shared/contract/tasks-shapes';

/** What each view of the tasks is given by the page that holds the filter and the open task. */
export type TaskViewProps = {
  filter: TaskFilter;
  /** The task shown beside the view; null: none. */
  openTaskId: string | null;
  onOpenTask: (taskId: string) => void;
};

const isField = (key: string): key is keyof TaskColumns => key !== '';

/** Cards that travelled by column, one object each; without the schemas, which the window does not load. */
export function cardsOf(columns: TaskColumns): TaskCard[] {
  const fields = Object.keys(columns).filter(isField);
  return columns.id.map((_, index) => {
    const card: Partial<Record<keyof TaskCard, unknown>> = {};
    for (const field of fields) card[field] = columns[field][index];
    return card as TaskCard;
  });
}
