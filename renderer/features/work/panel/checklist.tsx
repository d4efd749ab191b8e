import { type FormEvent, useState } from 'react';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { Button } from '../../../components/button';
import { TextInput } from '../../../components/field';
import { CheckField } from '../../../components/fields';
import { useCommand } from '../../../lib/api';
import type { Kit } from '../kit';
import styles from './panel.module.css';
import { useAct } from './use-act';

type Props = { task: TaskDetails; kit: Kit };

/** Points to be done, checked one by one. */
export function Checklist({ task, kit }: Props) {
  const { t } = kit;
  const check = useCommand('tasks/check-item');
  const add = useCommand('tasks/add-item');
  const remove = useCommand('tasks/remove-item');
  const act = useAct();
  const [title, setTitle] = useState('');
  const done = task.checklist.filter(({ checkedAt }) => checkedAt !== null).length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const text = title.trim();
    if (text !== '' && (await act(add.run({ taskId: task.id, title: text })))) setTitle('');
  }

  return (
    <section className={styles.section} aria-label={t('task.checklist')}>
      <h3>
        {t('task.checklist')}
        {task.checklist.length === 0 ? null : (
          <span className="cap">{`${done}/${task.checklist.length}`}</span>
        )}
      </h3>
      <ul className={styles.lines}>
        {task.checklist.map((item) => (
          <li key={item.id}>
            <CheckField
              label={
                <span className={item.checkedAt === null ? '' : styles.done}>{item.title}</span>
              }
              checked={item.checkedAt !== null}
              onChange={(isChecked) => void act(check.run({ id: item.id, isChecked }))}
            />
            <span className="grow" />
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('task.removeItem', { title: item.title })}
              onClick={() => void act(remove.run({ id: item.id }))}
            />
          </li>
        ))}
      </ul>
      <form className={styles.adder} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('task.newItem')}
          hideLabel
          placeholder={t('task.newItem')}
          value={title}
          onChange={setTitle}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          {t('task.add')}
        </Button>
      </form>
    </section>
  );
}
