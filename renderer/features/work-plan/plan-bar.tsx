import type { PlainDate } from '../../../shared/domain/dates';
import { type Axis, isSeen, type Seen } from '../../components/axis/axis';
import { barShape } from './bar-layout';
import type { PlanTask } from './plan-types';
import styles from './timeline.module.css';

/** Narrower bars can only be moved. */
const RESIZABLE = 22;

type Props = {
  task: PlanTask;
  axis: Axis;
  seen: Seen;
  today: PlainDate;
  height: number;
  lateWord: string;
  onHover: (x: number, y: number) => void;
  onLeave: () => void;
};

/** A task in time: ink is done, hatched is to come, the grey line below is what was once agreed. */
export function PlanBar(props: Props) {
  const { task, axis, seen, height } = props;
  const shape = barShape(axis, task, task.days, props.today);
  const { baseline, late } = shape;
  const top = Math.round((height - 12) / 2) - 1;
  return (
    <span className={styles.barBox} aria-hidden="true">
      {isSeen(seen, shape.x, shape.width) ? (
        <span
          className={`${styles.bar} ${task.isCritical && task.status !== 'done' ? styles.critical : ''}`}
          style={{ left: shape.x, width: shape.width, top }}
          data-grip="move"
          data-task={task.id}
          onPointerMove={(event) => {
            if (event.buttons === 0) props.onHover(event.clientX, event.clientY);
          }}
          onPointerLeave={props.onLeave}
        >
          {shape.ink > 0 ? <span className={styles.ink} style={{ width: shape.ink }} /> : null}
          {shape.width < RESIZABLE ? null : (
            <>
              <span className={styles.gripStart} data-grip="start" />
              <span className={styles.gripEnd} data-grip="end" />
            </>
          )}
        </span>
      ) : null}
      {baseline !== null && isSeen(seen, baseline.x, baseline.width) ? (
        <span
          className={styles.baseline}
          style={{ left: baseline.x, width: baseline.width, top: top + 14 }}
        />
      ) : null}
      {late !== null && isSeen(seen, late.x, late.width + 160) ? (
        <>
          <span className={styles.late} style={{ left: late.x, width: late.width, top: top + 6 }} />
          <span className={styles.lateWord} style={{ left: late.x + late.width + 8 }}>
            {props.lateWord}
          </span>
        </>
      ) : null}
    </span>
  );
}
