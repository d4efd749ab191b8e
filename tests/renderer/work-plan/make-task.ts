import type { PlanTask } from '../../../renderer/features/work-plan/plan-types';

/** A task with what a test says of it. */
export function makeTask(
  id: string,
  from: string,
  to: string,
  rest: Partial<PlanTask> = {},
): PlanTask {
  return {
    id,
    revision: 1,
    title: `Задача ${id}`,
    status: 'in-work',
    client: { id: 'c1', name: 'Горный квартал', mark: 'ГК', hue: 10, tier: 'A' },
    project: { id: 'p1', name: 'Баннеры и запуск' },
    doers: [{ id: 'mk', name: 'М. Котова', code: 'МК' }],
    days: { from, to },
    baseline: null,
    done: 0,
    estimateSeconds: 8 * 3600,
    deadlineOn: null,
    isCritical: false,
    slackDays: 3,
    isConflict: false,
    isOverdue: false,
    ...rest,
  };
}
