import { createPortal } from 'react-dom';
import type { PlainDate } from '../../../shared/domain/dates';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import type { PlanTask } from './plan-types';
import styles from './timeline.module.css';
import { useTaskWords } from './use-task-words';

/** Where a tip stands: pixels of the window. */
export type TipPlace = { readonly key: string; readonly x: number; readonly y: number };

type Props = {
  place: TipPlace;
  task: PlanTask;
  today?: PlainDate;
  /** Said instead of the details, while a bar is held. */
  note?: string | undefined;
};

/** What a bar stands for. */
export function TimelineTip({ place, task, note }: Props) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const words = useTaskWords();
  const left = Math.min(place.x, window.innerWidth - 320);
  const isLow = place.y > window.innerHeight - 160;
  return createPortal(
    <div
      className={styles.tip}
      role="tooltip"
      style={isLow ? { left, bottom: window.innerHeight - place.y + 28 } : { left, top: place.y }}
    >
      <b>{task.title}</b>
      <span>
        {format.daySpan(task.days.from, task.days.to)}
        {note === undefined ? '' : `, ${note}`}
      </span>
      {note !== undefined ? null : (
        <>
          {task.client === null ? null : (
            <span className={styles.tipQuiet}>
              {[task.client.name, task.project?.name].filter(Boolean).join(', ')}
            </span>
          )}
          <span className={styles.tipQuiet}>
            {[
              task.doers.length === 0
                ? t('timeline.noPerson')
                : task.doers.map(({ name }) => name).join(', '),
              task.estimateSeconds === null
                ? t('timeline.noEstimate')
                : format.hoursUnit(task.estimateSeconds, { max: 1 }),
              t('timeline.donePart', { share: format.percent(Math.round(task.done * 100)) }),
            ].join(' · ')}
          </span>
          {words.facts(task).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </>
      )}
    </div>,
    document.body,
  );
}
