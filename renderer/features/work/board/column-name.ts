import { addDays } from '../../../../shared/domain/dates';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import type { Kit } from '../kit';
import { type BoardAxis, EARLIER, NONE } from './board-columns';

/** The head of a column: a status, a person, a client, a stage of a project, the days of a week. */
export function columnName(axis: BoardAxis, key: string, kit: Kit): string {
  const { t, format } = kit;
  if (key === '') return '';
  if (axis === 'status') return TASK_STATUSES.some((one) => one === key) ? t(`status.${key}`) : '';
  if (key === NONE) return t(`board.without.${axis}`);
  if (axis === 'person') return kit.people.get(key)?.name ?? '';
  if (axis === 'client') return kit.clients.get(key)?.name ?? '';
  if (axis === 'stage') {
    const stage = kit.stages.get(key);
    const project = stage === undefined ? undefined : kit.projects.get(stage.projectId);
    return [project?.name, stage?.name].filter(Boolean).join(', ');
  }
  if (key === EARLIER) return t('board.earlier');
  return `${format.dateShort(key)} – ${format.dateShort(addDays(key, 6))}`;
}
