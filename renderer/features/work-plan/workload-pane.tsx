import { useEffect, useRef } from 'react';
import { addDays, type PlainDate } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Tag } from '../../components/tag';
import { failureOf, read, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './workload.module.css';
import { handedOver, type WorkloadPerson } from './workload-rows';

type Props = {
  person: WorkloadPerson;
  week: PlainDate;
  weekIndex: number;
  colleagues: readonly WorkloadPerson[];
  onOpenTask: (taskId: string) => void;
  onClose: () => void;
};

/** What a week of a person is made of: where its hours come from, and the tasks that want them. */
export function WorkloadPane({ person, week, weekIndex, colleagues, onOpenTask, onClose }: Props) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const { data, error } = useRead(
    'workload/explain',
    { personId: person.personId, week },
    { keepPrevious: true },
  );
  const amend = useCommand('tasks/amend');
  const move = useCommand('tasks/move');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const hours = (seconds: number) => format.hoursUnit(seconds, { max: 1 });
  const isBusy = amend.isRunning || move.isRunning;

  /** The task goes away from here, and its buttons with it: the focus stays in the pane. */
  const hold = () => head.current?.focus();

  async function handOver(taskId: string, toId: string) {
    hold();
    const task = await read('tasks/show', { id: taskId });
    const assignees = handedOver(task.assignees, person.personId, toId);
    await amend
      .run({ id: taskId, revision: task.revision, patch: { assignees }, reason: '' })
      .catch(() => undefined);
  }

  /** Those with most room in the week first. */
  const others = colleagues
    .filter(({ personId }) => personId !== person.personId)
    .map(({ personId, name, role, cells }) => ({
      personId,
      name,
      isSameRole: role === person.role,
      free: cells[weekIndex]?.freeSeconds ?? 0,
    }))
    .sort((a, b) => Number(b.isSameRole) - Number(a.isSameRole) || b.free - a.free);

  const title = `${person.name}, ${format.daySpan(week, addDays(week, 6))}`;
  return (
    <aside className={styles.pane} aria-label={title}>
      <div className="pane-h">
        <h3 ref={head} tabIndex={-1} className="cut">
          {title}
        </h3>
        <span className="grow" />
        <Button
          variant="quiet"
          icon="close"
          iconOnly
          aria-label={t('moved.close')}
          onClick={onClose}
        />
      </div>
      <ErrorNote failure={failureOf(error) ?? amend.failure ?? move.failure} />
      {data === undefined ? (
        <LoadingShape rows={4} />
      ) : (
        <>
          <dl className={styles.sum}>
            <Line label={t('workload.capacity')} value={hours(data.cell.capacitySeconds)} />
            {data.cell.holidaySeconds === 0 ? null : (
              <Line label={t('workload.holidays')} value={`−${hours(data.cell.holidaySeconds)}`} />
            )}
            {data.cell.absenceSeconds === 0 ? null : (
              <Line
                label={`${t('workload.absences')}: ${data.absences.map(({ kind }) => t(`away.${kind}`)).join(', ')}`}
                value={`−${hours(data.cell.absenceSeconds)}`}
              />
            )}
            <Line
              label={t('workload.available')}
              value={hours(data.cell.availableSeconds)}
              isStrong
            />
            <Line label={t('workload.logged')} value={hours(data.cell.loggedSeconds)} />
            <Line label={t('workload.hard')} value={hours(data.cell.hardSeconds)} />
            <Line label={t('workload.soft')} value={hours(data.cell.softSeconds)} />
            {data.cell.overloadWithSoftSeconds > 0 ? (
              <Line
                label={t(data.cell.overloadSeconds > 0 ? 'workload.over' : 'workload.softOver')}
                value={`+${hours(data.cell.overloadWithSoftSeconds)}`}
                tone={data.cell.overloadSeconds > 0 ? 'neg' : 'warn'}
                isStrong
              />
            ) : (
              <Line label={t('workload.freeLine')} value={hours(data.cell.freeSeconds)} isStrong />
            )}
          </dl>
          <h4 className={styles.tasksHead}>{t('workload.tasks', { count: data.tasks.length })}</h4>
          {data.tasks.length === 0 ? (
            <p className={`t2 ${styles.noTasks}`}>{t('workload.noTasks')}</p>
          ) : null}
          <ul className={styles.tasks}>
            {data.tasks.map((task) => (
              <li key={`${task.taskId} ${task.booking}`}>
                <div className="row">
                  <button
                    type="button"
                    className={`cut grow ${styles.taskName}`}
                    title={task.title}
                    onClick={() => onOpenTask(task.taskId)}
                  >
                    {task.title}
                  </button>
                  <Tag tone={task.booking === 'hard' ? 'plain' : 'line'}>
                    {t(`booking.${task.booking}`)}
                  </Tag>
                  <span className="n m">{hours(task.seconds)}</span>
                </div>
                <div className="row">
                  <span className="cut cap grow">
                    {[
                      task.clientName,
                      task.dueOn === null
                        ? t('workload.noDue')
                        : t('workload.dueOn', { on: format.dateShort(task.dueOn) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <select
                    className={`field ${styles.hand}`}
                    aria-label={t('workload.handOver', { title: task.title })}
                    value=""
                    disabled={isBusy}
                    onChange={(event) => void handOver(task.taskId, event.target.value)}
                  >
                    <option value="">{t('workload.handOverTo')}</option>
                    {others.map((other) => (
                      <option key={other.personId} value={other.personId}>
                        {t('workload.handChoice', { name: other.name, hours: hours(other.free) })}
                      </option>
                    ))}
                  </select>
                  <Button
                    disabled={isBusy}
                    aria-label={t('workload.moveLater', { title: task.title })}
                    onClick={() => {
                      hold();
                      move.send({
                        ids: [task.taskId],
                        to: { weekOn: addDays(week, 7) },
                        reason: '',
                      });
                    }}
                  >
                    {t('workload.weekLater')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

type LineProps = { label: string; value: string; isStrong?: boolean; tone?: 'neg' | 'warn' };

function Line({ label, value, isStrong = false, tone }: LineProps) {
  return (
    <div className={isStrong ? styles.strong : ''}>
      <dt className="cut">{label}</dt>
      <dd className={tone ?? ''}>{value}</dd>
    </div>
  );
}
