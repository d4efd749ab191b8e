import type { Output } from '../../../../shared/contract/contract';
import type { TaskFilter } from '../../../../shared/contract/tasks-shapes';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import { NONE } from '../board/board-columns';
import type { Kit } from '../kit';

export type Choices = Output<'tasks/choices'>;

/** Parts of a filter that are chosen from a list. */
export const FACETS = [
  'clientIds',
  'personIds',
  'statuses',
  'projectIds',
  'stageIds',
  'kinds',
  'roles',
  'labels',
] as const satisfies readonly (keyof TaskFilter)[];
export type Facet = (typeof FACETS)[number];

/** Parts that are on or off. */
export const FLAGS = ['mine', 'overdue', 'blocked', 'afterHours'] as const;

export type Choice = { value: string; label: string };

/** What a part of the filter can be given. */
export function choicesOf(facet: Facet, choices: Choices | undefined, kit: Kit): Choice[] {
  const { t } = kit;
  const words = (all: readonly string[]) => all.map((value) => ({ value, label: value }));
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const without = { value: NONE, label: t('filter.none') };
  if (facet === 'statuses')
    return TASK_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
  if (choices === undefined) return [];
  switch (facet) {
    case 'clientIds':
      return [without, ...named(choices.clients)];
    case 'personIds':
      return [without, ...named(choices.people)];
    case 'projectIds':
      return [without, ...named(choices.projects)];
    case 'stageIds':
      return [without, ...named(choices.stages)];
    case 'kinds':
      return words(choices.kinds);
    case 'roles':
      return words(choices.roles);
    case 'labels':
      return words(choices.labels);
  }
}

/** The filter with a choice put in or taken out. */
export function toggled(filter: TaskFilter, facet: Facet, value: string): Partial<TaskFilter> {
  const chosen: readonly string[] = filter[facet];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  if (facet === 'statuses')
    return { statuses: TASK_STATUSES.filter((status) => next.includes(status)) };
  return { [facet]: next };
}
