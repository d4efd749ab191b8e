import { memo } from 'react';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { ClientMark } from '../../../components/client-mark';
import { Icon } from '../../../components/icon';
import { briefMark } from '../../../lib/brief-mark';
import type { Kit } from '../kit';
import { dateOf, dueTone, initialsOf, waitedDays } from '../task-words';
import styles from './board.module.css';

type Props = { task: TaskCard; kit: Kit };

/** What a card says of its task: whose, what, until when, how long, who. */
export const CardFace = memo(function CardFace({ task, kit }: Props) {
  const { t, format, today } = kit;
  const client = task.clientId === null ? undefined : kit.clients.get(task.clientId);
  const on = dateOf(task);
  return (
    <>
      <div className={styles.top}>
        {client === undefined ? null : <ClientMark client={client} />}
        <span className="cap cut">{client?.name ?? t('card.internal')}</span>
        <span className="grow" />
        {task.priority === 'urgent' || task.priority === 'high' ? (
          <span className={styles.urgent} title={t('card.score', { score: task.score })}>
            {t(`card.${task.priority}`)}
          </span>
        ) : null}
      </div>
      <p className={styles.title}>{task.title}</p>
      <CardTags task={task} kit={kit} />
      <div className={styles.foot}>
        {on === null ? null : (
          <span className={dueTone(task, today)}>{format.dayNear(on, today)}</span>
        )}
        {task.estimateSeconds === null ? null : (
          <span className="t3">{format.hoursUnit(task.estimateSeconds, { max: 1 })}</span>
        )}
        <span className={`t3 cut ${styles.role}`}>{task.kind || task.role}</span>
        {task.checklistTotal === 0 ? null : (
          <span className={`t3 ${styles.check}`} title={t('card.checklist')}>
            <Icon name="check" size={12} />
            {`${task.checklistDone}/${task.checklistTotal}`}
          </span>
        )}
        <People ids={task.personIds} kit={kit} />
      </div>
    </>
  );
});

/** At most two letters of each; the names in a tip and for whoever listens. */
function People({ ids, kit }: { ids: readonly string[]; kit: Kit }) {
  const names = ids.map((id) => kit.people.get(id)?.name ?? '').filter(Boolean);
  if (names.length === 0)
    return <span className={`t3 ${styles.nobody}`}>{kit.t('card.nobody')}</span>;
  return (
    <span className={styles.people} title={names.join(', ')}>
      <span className="unseen">{names.join(', ')}</span>
      {names.slice(0, 2).map((name) => (
        <span
          key={name}
          className={styles.who}
          data-letters={initialsOf(name)}
          aria-hidden="true"
        />
      ))}
      {names.length > 2 ? <span className="t3">+{names.length - 2}</span> : null}
    </span>
  );
}

/** What keeps the task from going on, in words. */
function CardTags({ task, kit }: Props) {
  const { t, today } = kit;
  const waits =
    task.status === 'client-review' || task.status === 'review' ? waitedDays(task, today) : 0;
  const tags: [string, string][] = [];
  if (task.briefChange !== null) tags.push(['tag warn', briefMark(t, task.briefChange)]);
  if (task.blockedBy > 0) tags.push(['tag warn', t('card.blocked', { count: task.blockedBy })]);
  if (task.reworkCount > 0) tags.push(['tag', t('card.rework', { count: task.reworkCount })]);
  if (waits > 0) tags.push(['tag', t('card.waits', { count: waits })]);
  if (task.isPromised && task.status !== 'done') tags.push(['tag line', t('card.promised')]);
  if (task.isAfterHours) tags.push(['tag warn', t('card.afterHours')]);
  if (tags.length === 0) return null;
  return (
    <div className={styles.tags}>
      {tags.map(([tone, word]) => (
        <span key={word} className={tone}>
          {word}
        </span>
      ))}
    </div>
  );
}
