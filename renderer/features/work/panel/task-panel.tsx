import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useRead } from '../../../lib/api';
import { useKit } from '../kit';
import { Checklist } from './checklist';
import { Comments } from './comments';
import { Files } from './files';
import { TaskHistory } from './history';
import { Links } from './links';
import styles from './panel.module.css';
import { Recurrence } from './recurrence';
import { TaskBrief } from './task-brief';
import { TaskFields } from './task-fields';
import { TaskHead } from './task-head';
import { useAmendTask } from './use-amend-task';

type Props = {
  taskId: string;
  /** Takes the focus whenever this rises above zero. */
  into?: number;
  onClose: () => void;
  onOpenTask: (taskId: string) => void;
};

/** The whole task beside whatever shows it. Esc closes it; the page's keys go on working. */
export function TaskPanel({ taskId, into = 0, onClose, onOpenTask }: Props) {
  const { data: task, error } = useRead('tasks/show', { id: taskId });
  const choices = useRead('tasks/choices', {}).data;
  const kit = useKit(choices);
  const amend = useAmendTask(taskId);
  const panel = useRef<HTMLElement>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    if (into > 0) body.current?.focus();
  }, [into]);
  const { t } = kit;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close.current();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside ref={panel} className={styles.panel} aria-label={t('task.panel')}>
      <div className={styles.head}>
        <span className="cap">
          {task === undefined ? '' : t('task.number', { number: task.number })}
        </span>
        <span className="grow" />
        <Link href={`/tasks/${taskId}`} className="btn quiet">
          {t('task.openPage')}
        </Link>
        <Button
          variant="quiet"
          icon="close"
          iconOnly
          aria-label={t('task.close')}
          onClick={onClose}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys */}
      <section ref={body} className={styles.scroll} tabIndex={0} aria-label={t('task.body')}>
        <ErrorNote failure={failureOf(error)} />
        {task === undefined ? (
          error === null ? (
            <LoadingShape rows={6} />
          ) : null
        ) : (
          <>
            <TaskHead task={task} kit={kit} amend={amend} />
            <TaskBrief task={task} kit={kit} />
            <TaskFields task={task} kit={kit} choices={choices} amend={amend} />
            <Checklist task={task} kit={kit} />
            <Links task={task} kit={kit} onOpenTask={onOpenTask} />
            <Recurrence task={task} kit={kit} />
            <Comments task={task} kit={kit} choices={choices} />
            <Files task={task} kit={kit} />
            <TaskHistory task={task} kit={kit} choices={choices} />
          </>
        )}
      </section>
    </aside>
  );
}
