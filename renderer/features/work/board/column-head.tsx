import { useState } from 'react';
import type { BoardColumn as ColumnFacts } from '../../../../shared/contract/tasks.contract';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { ErrorNote } from '../../../components/error-note';
import { NumberField } from '../../../components/fields';
import { Icon } from '../../../components/icon';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import type { Kit } from '../kit';
import styles from './board.module.css';
import type { BoardAxis } from './board-columns';

type Props = {
  axis: BoardAxis;
  columnKey: string;
  label: string;
  tasks: readonly TaskCard[];
  facts: readonly ColumnFacts[];
  kit: Kit;
  onAdd: (column: string) => void;
  onFold: () => void;
};

/** Name, how many cards and hours; of a status also how many cards it may hold. */
export function ColumnHead({ axis, columnKey, label, tasks, facts, kit, onAdd, onFold }: Props) {
  const { t, format } = kit;
  const hours = tasks.reduce((sum, task) => sum + (task.estimateSeconds ?? 0), 0);
  const fact = axis === 'status' ? facts.find(({ status }) => status === columnKey) : undefined;
  return (
    <header>
      <h2 className="cut" title={label}>
        <button
          type="button"
          className={`cut ${styles.fold}`}
          aria-expanded="true"
          onClick={onFold}
        >
          {label}
        </button>
      </h2>
      {fact === undefined ? (
        <span className="cap">{format.number(tasks.length)}</span>
      ) : (
        <Limit fact={fact} shown={tasks.length} kit={kit} />
      )}
      <span className="grow" />
      {hours === 0 ? null : <span className="cap">{format.hoursUnit(hours, { max: 1 })}</span>}
      <button
        type="button"
        className={styles.add}
        aria-label={t('board.addTo', { column: label })}
        title={t('board.addTo', { column: label })}
        onClick={() => onAdd(columnKey)}
      >
        <Icon name="plus" size={14} />
      </button>
    </header>
  );
}

/** «9», «9 из 6»: amber beyond the limit. The limit counts all cards of the status, not only those shown. */
function Limit({ fact, shown, kit }: { fact: ColumnFacts; shown: number; kit: Kit }) {
  const { t, format } = kit;
  const [open, setOpen] = useState(false);
  const limit = useCommand('tasks/limit-column');
  const isOver = fact.limit !== null && fact.count > fact.limit;
  return (
    <Popover
      label={t('board.limit')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={`cap ${styles.limit} ${isOver ? 'warn m' : ''}`}
          title={t('board.limitTip')}
        >
          {isOver ? '▲ ' : ''}
          {fact.limit === null
            ? format.number(shown)
            : t('board.ofLimit', {
                count: fact.count,
                shown: format.number(fact.count),
                limit: format.number(fact.limit),
              })}
        </button>
      }
    >
      <div className={styles.limitForm}>
        <NumberField
          label={t('board.limitField')}
          hint={t('board.limitHint')}
          value={fact.limit}
          min={1}
          max={1000}
          autoFocus
          onCommit={(value) => {
            limit.send({ status: fact.status, limit: value });
            setOpen(false);
          }}
        />
        <ErrorNote failure={limit.failure} />
      </div>
    </Popover>
  );
}
