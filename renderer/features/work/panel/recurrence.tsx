import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { SelectField } from '../../../components/fields';
import { useCommand, useRead } from '../../../lib/api';
import type { Kit } from '../kit';
import styles from './panel.module.css';
import { ruleWords, suggestedRules } from './rule-words';
import { useAct } from './use-act';

const NEVER = '';
const PREVIEWED = 4;

/** Whether the task comes back, in words, and the days on which it will. */
export function Recurrence({ task, kit }: { task: TaskDetails; kit: Kit }) {
  const { t, format, today } = kit;
  const repeat = useCommand('tasks/repeat');
  const act = useAct();
  const rule = task.series === null || task.series.isEnded ? null : task.series.rule;
  const startsOn = task.series?.startsOn ?? task.dueOn ?? today;
  const { data } = useRead(
    'tasks/preview-rule',
    { rule: rule ?? 'FREQ=DAILY', startsOn },
    { enabled: rule !== null },
  );
  const rules = suggestedRules(task.dueOn ?? today);
  const all = rule === null || rules.includes(rule) ? rules : [rule, ...rules];
  const coming = (data?.days ?? []).filter((day) => day > today).slice(0, PREVIEWED);
  return (
    <section className={styles.section} aria-label={t('task.recurrence')}>
      <SelectField
        label={t('task.recurrence')}
        value={rule ?? NEVER}
        options={[
          { value: NEVER, label: t('rule.never') },
          ...all.map((value) => ({ value, label: ruleWords(value, kit) })),
        ]}
        onCommit={(value) =>
          void act(
            repeat.run({
              id: task.id,
              revision: task.revision,
              rule: value === NEVER ? null : value,
            }),
          )
        }
      />
      {rule === null || coming.length === 0 ? null : (
        <p className="cap">
          {t('rule.coming', { days: coming.map((day) => format.dateShort(day)).join(', ') })}
        </p>
      )}
    </section>
  );
}
