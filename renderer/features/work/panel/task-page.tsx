import { Link, useLocation } from 'wouter';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useRead } from '../../../lib/api';
import { PageTitle } from '../../../lib/page-slots';
import { useKit } from '../kit';
import work from '../work.module.css';
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

/** The task by itself: what is to be done and said at the left, by whom and until when at the right. */
export function TaskPage({ taskId }: { taskId: string }) {
  const { data: task, error } = useRead('tasks/show', { id: taskId });
  const choices = useRead('tasks/choices', {}).data;
  const kit = useKit(choices);
  const amend = useAmendTask(taskId);
  const [, navigate] = useLocation();
  const { t } = kit;
  if (task === undefined) {
    return error === null ? (
      <LoadingShape rows={8} />
    ) : (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)}>
          <Link href="/tasks" className="btn">
            {t('task.toTasks')}
          </Link>
        </ErrorNote>
      </div>
    );
  }
  const open = (id: string) => navigate(`/tasks/${id}`);
  return (
    <>
      <PageTitle
        title={task.title}
        caption={[t('task.number', { number: task.number }), task.clientName]
          .filter(Boolean)
          .join(', ')}
      />
      <div className={styles.page}>
        <div>
          <p className={styles.back}>
            <Link href="/tasks" className="btn quiet">
              {t('task.toTasks')}
            </Link>
          </p>
          <TaskHead task={task} kit={kit} amend={amend} />
          <TaskBrief task={task} kit={kit} />
          <Checklist task={task} kit={kit} />
          <Links task={task} kit={kit} onOpenTask={open} />
          <Comments task={task} kit={kit} choices={choices} />
          <Files task={task} kit={kit} />
        </div>
        <div>
          <TaskFields task={task} kit={kit} choices={choices} amend={amend} />
          <Recurrence task={task} kit={kit} />
          <TaskHistory task={task} kit={kit} choices={choices} />
        </div>
      </div>
    </>
  );
}
