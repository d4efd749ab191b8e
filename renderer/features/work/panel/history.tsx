import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import styles from './panel.module.css';

type Props = { task: TaskDetails; kit: Kit; choices: Choices | undefined };
type Line = { id: string; at: number; what: string; why: string; by: string };

/** How the task came to stand where it stands: dates that moved and why, statuses, newest first. */
export function TaskHistory({ task, kit, choices }: Props) {
  const { t, format } = kit;
  const name = (id: string) => choices?.people.find((person) => person.id === id)?.name ?? id;
  const day = (on: string | null) => (on === null ? t('due.never') : format.dateShort(on));
  const lines: Line[] = [
    ...task.dueChanges.map((change) => ({
      id: change.id,
      at: change.changedAt,
      what: t(`history.${change.field}`, { from: day(change.fromOn), to: day(change.toOn) }),
      why: change.reason,
      by: change.changedBy,
    })),
    ...task.statusChanges.map((change) => ({
      id: change.id,
      at: change.changedAt,
      what: t('history.status', {
        from: t(`status.${change.fromStatus}`),
        to: t(`status.${change.toStatus}`),
      }),
      why: change.reason,
      by: change.changedBy,
    })),
  ].sort((a, b) => b.at - a.at);
  return (
    <section className={styles.section} aria-label={t('task.history')}>
      <h3>{t('task.history')}</h3>
      <ul className={styles.history}>
        {lines.map((line) => (
          <li key={line.id}>
            <b>{line.what}</b>
            {line.why === '' ? '' : `. ${line.why}`}
            <div className="cap">
              {[format.dateTime(line.at), name(line.by)].filter(Boolean).join(', ')}
            </div>
          </li>
        ))}
        <li className="cap">
          {t('history.made', { when: format.dateTime(task.createdAt) })}
          {task.source === '' ? '' : `, ${task.source}`}
        </li>
      </ul>
    </section>
  );
}
