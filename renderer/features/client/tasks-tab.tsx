import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ClientOverview } from '../../../shared/contract/clients.contract';
import { EMPTY_TASK_FILTER } from '../../../shared/domain/work/task-view';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { briefMark } from '../../lib/brief-mark';
import { useFormat } from '../../lib/format';
import { cardsOf } from '../../lib/task-view';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './client.module.css';

const SHOWN = 200;

/** What is being done for the client; the board and the other views open with the client as their filter. */
export function TasksTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const { t: work } = useTranslation('work');
  const format = useFormat();
  const today = useToday();
  const filter = useMemo(() => ({ ...EMPTY_TASK_FILTER, clientIds: [client.id] }), [client.id]);
  const { data, error } = useRead('tasks/list', {
    filter,
    sort: { by: 'due', descending: false },
    offset: 0,
    limit: SHOWN,
  });
  const search = `?f=${encodeURIComponent(JSON.stringify({ clientIds: [client.id] }))}`;
  if (error !== null) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <LoadingShape />;
  const tasks = cardsOf(data.cards);
  const nameOf = (id: string) => data.names.people.find((person) => person.id === id)?.name ?? '';
  const views = (
    <div className={`row ${styles.tasksHead}`}>
      <p className="grow">
        <b className="m">
          {work('view.sum', {
            count: data.total,
            hours: format.hoursUnit(data.estimateSeconds, { max: 1 }),
          })}
        </b>{' '}
        {data.overdueCount === 0 ? null : (
          <span className="neg m">{work('view.overdue', { count: data.overdueCount })}</span>
        )}
      </p>
      <Link href={`/tasks/board${search}`} className="btn">
        {work('tab.board')}
      </Link>
      <Link href={`/tasks/timeline${search}`} className="btn">
        {work('tab.timeline')}
      </Link>
      <Link href={`/tasks/board${search}&new=1`} className="btn pri">
        {work('add.title')}
      </Link>
    </div>
  );
  if (tasks.length === 0) {
    return (
      <EmptyState title={t('tasks.emptyTitle')} text={t('tasks.emptyText')}>
        <Link href={`/tasks/board${search}&new=1`} className="btn pri">
          {work('add.title')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      {views}
      <table className={`tb ${styles.tabTable}`} aria-label={t('tab.tasks')}>
        <colgroup>
          <col style={{ width: 88 }} />
          <col />
          <col style={{ width: 140 }} />
          <col style={{ width: 200 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 100 }} />
        </colgroup>
        <thead>
          <tr>
            <th className="n">{work('list.number')}</th>
            <th>{work('list.title')}</th>
            <th>{work('list.status')}</th>
            <th>{work('list.person')}</th>
            <th>{work('list.due')}</th>
            <th className="n">{work('list.estimate')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => {
            const on = task.dueOn ?? task.deadlineOn;
            const isOpen = task.status !== 'done';
            const tone =
              on === null || !isOpen || on > today ? '' : on < today ? 'neg m' : 'warn m';
            return (
              <tr key={task.id}>
                <td className="n t2">{format.number(task.number)}</td>
                <td>
                  <Link href={`/tasks/${task.id}`} className={styles.link}>
                    {task.title}
                  </Link>
                  {task.briefChange === null ? null : (
                    <>
                      {' '}
                      <span className="tag warn">{briefMark(work, task.briefChange)}</span>
                    </>
                  )}
                </td>
                <td className={isOpen ? '' : 't3'}>{work(`status.${task.status}`)}</td>
                <td className="t2">{task.personIds.map(nameOf).join(', ') || '—'}</td>
                <td className={tone}>{on === null ? '—' : format.dayNear(on, today)}</td>
                <td className="n">
                  {task.estimateSeconds === null
                    ? '—'
                    : format.hoursUnit(task.estimateSeconds, { max: 1 })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
