import type { TFunction } from 'i18next';
import type { TimeRow } from '../../../shared/contract/time.contract';

type Named = Pick<TimeRow, 'clientName' | 'projectName' | 'taskTitle' | 'kind'>;

/** What time goes to, in two parts: the client, and the project, the task or the kind of work. */
export function targetWords(target: Named, t: TFunction): { main: string; more: string } {
  const main = target.clientName ?? t('target.internal');
  const kind = target.kind === 'rework' ? t('target.rework') : null;
  const more = [target.taskTitle ?? target.projectName, kind].filter((part) => part !== null);
  return { main, more: more.join(', ') };
}
