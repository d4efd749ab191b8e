import { useState } from 'react';
import type { Input } from '../../../shared/contract/contract';
import type { TaskCard } from '../../../shared/contract/tasks-shapes';
import { TASK_STATUSES, type TaskStatus } from '../../../shared/domain/work/task-status';
import { Button } from '../../components/button';
import { DateField } from '../../components/fields';
import { Menu } from '../../components/menu';
import { Popover } from '../../components/popover';
import type { Choices } from './filter/facets';
import type { Kit } from './kit';
import type { Selection } from './use-selection';
import type { TaskWrites } from './use-task-writes';
import styles from './work.module.css';

type Props = { selection: Selection; choices: Choices | undefined; kit: Kit; writes: TaskWrites };

const NO_CHANGE: Omit<Input<'tasks/amend-many'>, 'ids'> = {
  patch: {},
  status: null,
  priority: null,
  addLabels: [],
  removeLabels: [],
  shiftDays: 0,
  reason: '',
};

/** One change of all that is chosen, and one undo. */
export function BulkBar({ selection, choices, kit, writes }: Props) {
  const { t } = kit;
  const [dating, setDating] = useState(false);
  const ids = [...selection.ids];
  if (ids.length === 0) return null;

  const change = (patch: Partial<typeof NO_CHANGE>, shown: Partial<TaskCard>) =>
    void writes.amendMany({ ids, ...NO_CHANGE, ...patch }, shown);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <b>{t('bulk.chosen', { count: ids.length })}</b>
      <Menu
        align="start"
        trigger={<Button>{t('bulk.status')}</Button>}
        items={TASK_STATUSES.map((status: TaskStatus) => ({
          label: t(`status.${status}`),
          onChoose: () => change({ status }, { status }),
        }))}
      />
      <Menu
        align="start"
        trigger={<Button>{t('bulk.person')}</Button>}
        items={(choices?.people ?? []).map((person) => ({
          label: person.name,
          onChoose: () =>
            change(
              { patch: { assignees: [{ personId: person.id, sharePpm: 1_000_000 }] } },
              { personIds: [person.id] },
            ),
        }))}
      />
      <Popover
        label={t('bulk.due')}
        open={dating}
        onOpenChange={setDating}
        trigger={<Button>{t('bulk.due')}</Button>}
      >
        <div className={styles.bulkDue}>
          <DateField
            label={t('bulk.dueOn')}
            value={null}
            autoFocus
            onCommit={(dueOn) => {
              setDating(false);
              if (dueOn !== null) change({ patch: { dueOn } }, { dueOn });
            }}
          />
          <div className="row">
            {[1, 2, 7].map((days) => (
              <Button
                key={days}
                onClick={() => {
                  setDating(false);
                  change({ shiftDays: days }, {});
                }}
              >
                {t('bulk.later', { count: days })}
              </Button>
            ))}
          </div>
        </div>
      </Popover>
      <Menu
        align="start"
        trigger={<Button>{t('bulk.priority')}</Button>}
        items={[
          ...(['urgent', 'high', 'normal', 'low'] as const).map((level) => ({
            label: t(`priority.${level}`),
            onChoose: () => change({ priority: { level, reason: '' } }, { priority: level }),
          })),
          {
            label: t('priority.reckoned'),
            apart: true,
            onChoose: () => change({ priority: { level: null, reason: '' } }, {}),
          },
        ]}
      />
      <Button
        onClick={() => {
          void writes.archive(ids, true);
          selection.clear();
        }}
      >
        {t('bulk.archive')}
      </Button>
      <span className="grow" />
      <Button variant="quiet" onClick={selection.clear} keys="Esc">
        {t('bulk.none')}
      </Button>
    </div>
  );
}
