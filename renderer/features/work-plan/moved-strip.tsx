import { useId, useState } from 'react';
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

const USUAL = ['client', 'hours', 'scope', 'estimate'] as const;

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
  const usual = useId();
  const [reason, setReason] = useState('');
  const [kept, setKept] = useState('');
  const explain = useCommand('tasks/explain-move', { announce: false });
  const cascade = useCommand('tasks/reschedule');
  const task = tasks.find(({ id }) => id === moved.task.id);
  // Undone, or moved again elsewhere: there is nothing left to say about this move.
  if (task === undefined || task.days.to !== moved.days.to) return null;
  const next = new Set(
    links.filter(({ beforeId }) => beforeId === task.id).map(({ afterId }) => afterId),
  );
  const crossed = tasks.filter(
    ({ id, isConflict, status }) => next.has(id) && isConflict && status !== 'done',
  );
  const by = diffDays(moved.task.days.to, moved.days.to);

  async function keep() {
    const said = reason.trim();
    if (said === '' || said === kept) return;
    const done = await explain.run({ id: moved.task.id, reason: said }).catch(() => null);
    if (done !== null) setKept(said);
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
          <span className="warn cut">{t('moved.crossed', { count: crossed.length })}</span>
          <Button
            disabled={cascade.isRunning}
            onClick={() =>
              cascade.send({
                id: task.id,
                revision: task.revision,
                startOn: task.days.from,
                dueOn: task.days.to,
                reason: reason.trim(),
                cascade: true,
              })
            }
          >
            {t('moved.cascade', { count: crossed.length })}
          </Button>
        </>
      )}
      <span className="grow" />
      {by === 0 ? null : (
        <>
          <input
            className={`field ${styles.reason}`}
            aria-label={t('moved.reason')}
            placeholder={t('moved.reasonHint')}
            list={usual}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
            onBlur={() => void keep()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void keep();
            }}
          />
          <datalist id={usual}>
            {USUAL.map((word) => (
              <option key={word} value={t(`moved.usual.${word}`)} />
            ))}
          </datalist>
          <span className="cap" role="status">
            {kept !== '' && kept === reason.trim() ? t('moved.kept') : ''}
          </span>
        </>
      )}
      <Button
        variant="quiet"
        icon="close"
        iconOnly
        aria-label={t('moved.close')}
        onClick={onClose}
      />
      <ErrorNote failure={explain.failure ?? cascade.failure} />
    </section>
  );
}
