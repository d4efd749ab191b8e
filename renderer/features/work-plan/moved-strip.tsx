import { useState } from 'react';
import { diffDays } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './moved-strip.module.css';
import type { PlanTask } from './plan-types';
import type { Link } from './timeline-links';
import type { Moved } from './use-moves';

type Props = {
  moved: Moved;
  tasks: readonly PlanTask[];
  links: readonly Link[];
  onClose: () => void;
};

/**
 * After a move: why the end moved, if somebody wants to say it, and an offer to move what waits for the
 * task. It asks nothing that must be answered.
 */
export function MovedStrip({ moved, tasks, links, onClose }: Props) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const [reason, setReason] = useState('');
  const { run, failure, isRunning } = useCommand('tasks/reschedule');
  const task = tasks.find(({ id }) => id === moved.task.id);
  if (task === undefined) return null;
  const next = new Set(
    links.filter(({ beforeId }) => beforeId === task.id).map(({ afterId }) => afterId),
  );
  const crossed = tasks.filter(
    ({ id, isConflict, status }) => next.has(id) && isConflict && status !== 'done',
  );
  const by = diffDays(moved.task.days.to, moved.days.to);

  async function cascade() {
    if (task === undefined) return;
    await run({
      id: task.id,
      revision: task.revision,
      startOn: task.days.from,
      dueOn: task.days.to,
      reason,
      cascade: true,
    }).then(onClose, () => undefined);
  }

  return (
    <section className={styles.strip} aria-label={t('moved.label')}>
      <span className="cut">
        <b className="m">{task.title}</b>{' '}
        <span className="t2">
          {by === 0
            ? t('moved.startMoved', { on: format.dateShort(moved.days.from) })
            : t(by > 0 ? 'moved.later' : 'moved.earlier', {
                on: format.dateShort(moved.days.to),
                count: Math.abs(by),
              })}
        </span>
      </span>
      {crossed.length === 0 ? null : (
        <>
          <span className="warn nw">{t('moved.crossed', { count: crossed.length })}</span>
          <Button onClick={() => void cascade()} disabled={isRunning}>
            {t('moved.cascade', { count: crossed.length })}
          </Button>
        </>
      )}
      <span className="grow" />
      <input
        className={`field ${styles.reason}`}
        aria-label={t('moved.reason')}
        placeholder={t('moved.reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        variant="quiet"
        icon="close"
        iconOnly
        aria-label={t('moved.close')}
        onClick={onClose}
      />
      <ErrorNote failure={failure} />
    </section>
  );
}
