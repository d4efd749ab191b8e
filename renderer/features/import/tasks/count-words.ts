import type { TFunction } from 'i18next';
import type { ImportAnswer } from '../../../../shared/contract/imports.contract';

/** «40 задач: + 30 новых · ~ 2 изменены · = 4 уже есть · × 4 не взяты» */
export function countWords(answer: ImportAnswer, t: TFunction): string {
  const parts = (['added', 'updated', 'unchanged', 'undecided', 'refused'] as const)
    .filter((key) => answer[key] > 0)
    .map((key) => t(`tasks.count.${key}`, { count: answer[key] }));
  return [t('tasks.read', { count: answer.read }), ...parts].join(' · ');
}
