import { Link } from 'wouter';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { Button } from '../../../components/button';
import { useCommand } from '../../../lib/api';
import { briefMark, changesHref } from '../../../lib/brief-mark';
import type { Kit } from '../kit';
import styles from './panel.module.css';
import { useAct } from './use-act';

/** The brief a task is done by, and whether it says something else since. */
export function TaskBrief({ task, kit }: { task: TaskDetails; kit: Kit }) {
  const { t } = kit;
  const takeIn = useCommand('brief-tasks/take-in');
  const act = useAct();
  const { brief } = task;
  if (brief === null) return null;
  const { change, version } = brief;
  return (
    <div className={styles.brief} data-changed={change === null ? undefined : ''}>
      <p>
        <Link href={`/briefs/${brief.id}?view=tasks`} className={styles.link} title={brief.title}>
          {t('briefMark.number', { number: brief.number })}
        </Link>
        {version === null ? null : (
          <span className="t2">{`, ${t('briefMark.setBy', { version })}`}</span>
        )}
      </p>
      {change === null ? null : (
        <p className="row">
          <b className="m">{`! ${briefMark(t, change)}`}</b>
          <span className="grow" />
          <Link href={changesHref(brief.id, change)} className="btn">
            {t('briefMark.compare')}
          </Link>
          <Button
            disabled={takeIn.isRunning}
            onClick={() => void act(takeIn.run({ taskIds: [task.id] }))}
          >
            {t('briefMark.takeIn')}
          </Button>
        </p>
      )}
    </div>
  );
}
