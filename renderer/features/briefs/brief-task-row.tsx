import { useTranslation } from 'react-i18next';
import type { ProposedBriefTask } from '../../../shared/contract/brief-tasks.contract';
import type { Output } from '../../../shared/contract/contract';
import { CheckField, DateField, HoursField, SelectField } from '../../components/fields';
import { useFormat } from '../../lib/format';
import styles from './brief-work.module.css';

/** What was changed of a proposed task by hand. */
export type TaskEdit = Partial<
  Pick<ProposedBriefTask, 'startOn' | 'dueOn' | 'estimateSeconds' | 'personId'> & { isOff: boolean }
>;

type Props = {
  task: ProposedBriefTask & { isOff: boolean };
  people: Output<'brief-tasks/propose'>['people'];
  onEdit: (edit: TaskEdit) => void;
};

const NOBODY = '';

/** A proposed task: ticked off where it is not needed. */
export function BriefTaskRow({ task, people, onEdit }: Props) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const { title } = task;
  const stands =
    task.sections.length === 0
      ? t('tasks.whole')
      : t('tasks.stands', { sections: task.sections.join(', ').toLowerCase() });
  const after = task.after.map((before) => t('tasks.after', { title: before })).join(', ');
  const isWrong = task.dueOn < task.startOn;
  const named = (field: string) => `${t(`tasks.col.${field}`)}: ${title}`;
  return (
    <tr className={task.isOff ? styles.off : ''}>
      <td>
        <CheckField
          label={<span className="unseen">{title}</span>}
          checked={!task.isOff}
          onChange={(isOn) => onEdit({ isOff: !isOn })}
        />
      </td>
      <td className={styles.what}>
        <b className="m">{title}</b>
        <p className="cap">{[task.role, stands, after].filter(Boolean).join(' · ')}</p>
      </td>
      <td>
        <SelectField
          label={named('person')}
          hideLabel
          value={task.personId ?? NOBODY}
          options={[
            { value: NOBODY, label: t('tasks.nobody') },
            ...people.map(({ id, name, freeSeconds }) => ({
              value: id,
              label: `${name}, ${t(freeSeconds < 0 ? 'tasks.short' : 'tasks.free', {
                hours: format.hoursUnit(Math.abs(freeSeconds), { max: 0 }),
              })}`,
            })),
          ]}
          onCommit={(id) => onEdit({ personId: id === NOBODY ? null : id })}
        />
      </td>
      <td>
        <DateField
          label={named('start')}
          hideLabel
          value={task.startOn}
          onCommit={(startOn) => startOn !== null && onEdit({ startOn })}
        />
      </td>
      <td>
        <DateField
          label={named('due')}
          hideLabel
          value={task.dueOn}
          warning={isWrong ? t('tasks.dueBeforeStart') : null}
          onCommit={(dueOn) => dueOn !== null && onEdit({ dueOn })}
        />
      </td>
      <td>
        <HoursField
          label={named('hours')}
          hideLabel
          value={task.estimateSeconds}
          onCommit={(seconds) => onEdit({ estimateSeconds: seconds ?? 0 })}
        />
      </td>
    </tr>
  );
}
