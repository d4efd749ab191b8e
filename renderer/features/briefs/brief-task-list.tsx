import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BriefTask } from '../../../shared/contract/brief-tasks.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { useCommand } from '../../lib/api';
import { briefMark } from '../../lib/brief-mark';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import styles from './brief-work.module.css';

type Props = { tasks: readonly BriefTask[]; onCompare: (since: number) => void };

/** Tasks by a brief, and above them how many of them it has overtaken. */
export function BriefTaskList({ tasks, onCompare }: Props) {
  const { t } = useTranslation('brief');
  const { t: work } = useTranslation('work');
  const format = useFormat();
  const today = useToday();
  const { send, isRunning, failure } = useCommand('brief-tasks/take-in');
  const changed = tasks.flatMap(({ id, change }) => (change === null ? [] : [{ id, change }]));
  const since = Math.min(...changed.map(({ change }) => change.from));
  return (
    <>
      {changed.length === 0 ? null : (
        <div className={styles.changed}>
          <b className="m">{`! ${t('tasks.changedCount', { count: changed.length })}`}</b>
          <span className="grow" />
          <Button onClick={() => onCompare(since)}>{work('briefMark.compare')}</Button>
          <Button
            disabled={isRunning}
            onClick={() => send({ taskIds: changed.map(({ id }) => id) })}
          >
            {work('briefMark.takeInAll')}
          </Button>
        </div>
      )}
      <ErrorNote failure={failure} />
      <table className="tb" aria-label={t('tasks.title')}>
        <colgroup>
          <col style={{ width: 64 }} />
          <col />
          <col style={{ width: 148 }} />
          <col style={{ width: 116 }} />
          <col style={{ width: 84 }} />
        </colgroup>
        <thead>
          <tr>
            <th className="n">{work('list.number')}</th>
            <th>{t('tasks.col.task')}</th>
            <th>{t('tasks.col.person')}</th>
            <th>{t('tasks.col.status')}</th>
            <th>{t('tasks.col.due')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <td className="n t2">{format.number(task.number)}</td>
              <td>
                <span className={styles.title}>
                  <Link href={`/tasks/${task.id}`} className={styles.link} title={task.title}>
                    {task.title}
                  </Link>
                  {task.change === null ? null : (
                    <span className="tag warn">{briefMark(work, task.change)}</span>
                  )}
                </span>
              </td>
              <td className={task.people.length === 0 ? 't3' : 'cut'}>
                {task.people.join(', ') || t('tasks.nobody')}
              </td>
              <td className={task.status === 'done' ? 't3' : ''}>
                {work(`status.${task.status}`)}
              </td>
              <td className={task.isOverdue ? 'neg m' : 't2'}>
                {task.dueOn === null ? '—' : format.dayNear(task.dueOn, today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
