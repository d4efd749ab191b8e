import { diffDays, type PlainDate } from '../../../shared/domain/dates';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { isPromiseMissed, type PlanTask } from './plan-types';

/** What a bar says in words. */
export function useTaskWords() {
  const { t } = useTranslation('work-plan');
  const format = useFormat();

  /** What stands out about the plan of a task. */
  function facts(task: PlanTask): string[] {
    if (task.status === 'done') return [];
    const said: string[] = [];
    if (task.isCritical) said.push(t('fact.critical'));
    else if (task.slackDays > 0) said.push(t('fact.slack', { count: task.slackDays }));
    if (task.isConflict) said.push(t('fact.conflict'));
    if (task.baseline !== null && task.baseline.to !== task.days.to) {
      const by = diffDays(task.baseline.to, task.days.to);
      said.push(
        t(by > 0 ? 'fact.later' : 'fact.earlier', {
          count: Math.abs(by),
          on: format.dateShort(task.baseline.to),
        }),
      );
    }
    if (task.deadlineOn !== null) {
      said.push(
        t(isPromiseMissed(task) ? 'timeline.promiseMissed' : 'timeline.promise', {
          on: format.dateShort(task.deadlineOn),
        }),
      );
    }
    return said;
  }

  return {
    facts,
    /** Days a task should have ended before today. */
    lateDays: (task: PlanTask, today: PlainDate) => Math.max(0, diffDays(task.days.to, today)),
    /** The bar in one sentence, for who does not see it. */
    sentence: (task: PlanTask) =>
      [
        format.daySpan(task.days.from, task.days.to),
        t('timeline.donePart', { share: format.percent(Math.round(task.done * 100)) }),
        ...facts(task),
      ].join('. '),
  };
}
