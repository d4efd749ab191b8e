import { useState } from 'react';
import type { TaskDetails, TaskFilter } from '../../../../shared/contract/tasks-shapes';
import { EMPTY_TASK_FILTER } from '../../../../shared/domain/work/task-view';
import { Button } from '../../../components/button';
import { ClientMark } from '../../../components/client-mark';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { Segmented } from '../../../components/segmented';
import { useCommand, useRead } from '../../../lib/api';
import { cardsOf } from '../../../lib/task-view';
import { type Kit, useKit } from '../kit';
import { dueTone } from '../task-words';
import styles from './panel.module.css';
import { useAct } from './use-act';

type Props = { task: TaskDetails; kit: Kit; onOpenTask: (taskId: string) => void };
type Side = 'before' | 'after';

const SUGGESTED = 8;

/** What the task waits for and what waits for it; a circle is refused with its path. */
export function Links({ task, kit, onOpenTask }: Props) {
  const { t, format, today } = kit;
  const unlink = useCommand('tasks/unlink');
  const act = useAct();
  const [side, setSide] = useState<Side | null>(null);
  return (
    <section className={styles.section} aria-label={t('task.links')}>
      <h3>
        {t('task.links')}
        <span className="grow" />
        {side === null ? (
          <Button variant="quiet" icon="plus" onClick={() => setSide('before')}>
            {t('task.addLink')}
          </Button>
        ) : null}
      </h3>
      {(['before', 'after'] as const).map((one) =>
        task[one].length === 0 ? null : (
          <div key={one}>
            <p className="cap">{t(`task.${one}`)}</p>
            <ul className={styles.lines}>
              {task[one].map((link) => (
                <li key={link.taskId}>
                  <button
                    type="button"
                    className={`cut ${styles.link} ${link.status === 'done' ? styles.done : ''}`}
                    onClick={() => onOpenTask(link.taskId)}
                  >
                    {link.title}
                  </button>
                  <span className="grow" />
                  {link.lagDays === 0 ? null : (
                    <span className="cap">{t('task.lag', { count: link.lagDays })}</span>
                  )}
                  {link.dueOn === null ? null : (
                    <span
                      className={`sm ${dueTone({ dueOn: link.dueOn, deadlineOn: null, status: link.status }, today)}`}
                    >
                      {format.dayNear(link.dueOn, today)}
                    </span>
                  )}
                  <Button
                    variant="quiet"
                    icon="close"
                    iconOnly
                    aria-label={t('task.unlink', { title: link.title })}
                    onClick={() =>
                      void act(
                        unlink.run(
                          one === 'before'
                            ? { beforeId: link.taskId, afterId: task.id }
                            : { beforeId: task.id, afterId: link.taskId },
                        ),
                      )
                    }
                  />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {side === null ? null : (
        <NewLink task={task} kit={kit} side={side} onSide={setSide} onClose={() => setSide(null)} />
      )}
    </section>
  );
}

type NewLinkProps = {
  task: TaskDetails;
  kit: Kit;
  side: Side;
  onSide: (side: Side) => void;
  onClose: () => void;
};

function NewLink({ task, kit, side, onSide, onClose }: NewLinkProps) {
  const { t } = kit;
  const [text, setText] = useState('');
  const link = useCommand('tasks/link');
  // Without a word: the tasks of the same client, most of what a task depends on.
  const filter: TaskFilter = {
    ...EMPTY_TASK_FILTER,
    text: text.trim(),
    clientIds: text.trim() === '' && task.clientId !== null ? [task.clientId] : [],
  };
  const { data } = useRead(
    'tasks/list',
    { filter, sort: { by: 'created', descending: true }, offset: 0, limit: SUGGESTED * 3 },
    { keepPrevious: true },
  );
  const names = useKit(data?.names);
  const linked = new Set([
    task.id,
    ...task.before.map(({ taskId }) => taskId),
    ...task.after.map(({ taskId }) => taskId),
  ]);
  const found = (data === undefined ? [] : cardsOf(data.cards))
    .filter(({ id }) => !linked.has(id))
    .slice(0, SUGGESTED);

  async function choose(otherId: string) {
    try {
      await link.run(
        side === 'before'
          ? { beforeId: otherId, afterId: task.id, lagDays: 0 }
          : { beforeId: task.id, afterId: otherId, lagDays: 0 },
      );
      onClose();
    } catch {
      // The circle stands in words below.
    }
  }

  return (
    <div>
      <Segmented
        label={t('task.links')}
        value={side}
        segments={(['before', 'after'] as const).map((value) => ({
          value,
          label: t(`task.${value}`),
        }))}
        onChange={onSide}
      />
      <div className={styles.adder}>
        <TextInput
          label={t('task.linkTo')}
          hideLabel
          placeholder={t('task.linkTo')}
          value={text}
          autoFocus
          onChange={setText}
        />
        <Button onClick={onClose}>{t('task.cancel')}</Button>
      </div>
      <ErrorNote failure={link.failure} />
      <div className={styles.suggest}>
        {found.map((card) => {
          const client = card.clientId === null ? undefined : names.clients.get(card.clientId);
          return (
            <button key={card.id} type="button" onClick={() => void choose(card.id)}>
              {client === undefined ? null : <ClientMark client={client} />}
              <span className="cut grow">{card.title}</span>
              <span className="cap">{t(`status.${card.status}`)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
