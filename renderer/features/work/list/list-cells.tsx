import { useEffect, useRef } from 'react';
import type { TaskCard } from '../../../../shared/contract/tasks-shapes';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import { ClientMark } from '../../../components/client-mark';
import { HoursField } from '../../../components/fields';
import { Popover } from '../../../components/popover';
import { briefMark } from '../../../lib/brief-mark';
import { DueEditor } from '../due-editor';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import { dateOf, dueTone } from '../task-words';
import type { TaskWrites } from '../use-task-writes';
import styles from './list.module.css';
import type { ListColumn } from './list-columns';

export const EDITED = ['status', 'person', 'due', 'estimate'] as const;
export type Edited = (typeof EDITED)[number];

export type CellProps = {
  task: TaskCard;
  kit: Kit;
  choices: Choices | undefined;
  writes: TaskWrites;
  /** The row the keys are on: only its buttons are stops of the Tab key. */
  isHere: boolean;
  editing: Edited | null;
  onEdit: (column: Edited | null) => void;
};

/** What stands in a column of the list. */
export function Cell({ column, ...props }: CellProps & { column: ListColumn }) {
  const { task, kit } = props;
  const { t, format } = kit;
  switch (column) {
    case 'number':
      return <span className="t3">{format.number(task.number)}</span>;
    case 'title':
      return (
        <span className={styles.title}>
          <span className={`cut ${task.status === 'done' ? 't3' : 'm'}`} title={task.title}>
            {task.title}
          </span>
          {task.briefChange === null ? null : (
            <span className="tag warn">{briefMark(t, task.briefChange)}</span>
          )}
          {task.blockedBy > 0 ? (
            <span className="tag warn">{t('card.blocked', { count: task.blockedBy })}</span>
          ) : null}
          {task.reworkCount > 0 ? (
            <span className="tag">{t('card.rework', { count: task.reworkCount })}</span>
          ) : null}
        </span>
      );
    case 'client': {
      const client = task.clientId === null ? undefined : kit.clients.get(task.clientId);
      return (
        <span className="row">
          {client === undefined ? null : <ClientMark client={client} />}
          <span className={client === undefined ? 't3' : 'cut'}>
            {client?.name ?? t('card.internal')}
          </span>
        </span>
      );
    }
    case 'project':
      return task.projectId === null ? (
        <span className="dash">—</span>
      ) : (
        <span className="t2">{kit.projects.get(task.projectId)?.name ?? ''}</span>
      );
    case 'status':
      return <StatusCell {...props} />;
    case 'person':
      return <PersonCell {...props} />;
    case 'due':
      return <DueCell {...props} />;
    case 'estimate':
      return <EstimateCell {...props} />;
    case 'priority':
      return (
        <span
          className={task.priority === 'urgent' ? 'b' : task.priority === 'high' ? 'm' : 't2'}
          title={t('card.score', { score: task.score })}
        >
          {t(`priority.${task.priority}`)}
          {task.isPrioritySet ? ` ${t('list.byHand')}` : ''}
        </span>
      );
    case 'checklist':
      return task.checklistTotal === 0 ? (
        <span className="dash">—</span>
      ) : (
        <span className="t2">{`${task.checklistDone}/${task.checklistTotal}`}</span>
      );
    case 'kind':
      return <span className="t2">{task.kind || task.role}</span>;
  }
}

/** A value that turns into its field when it is pressed. */
function Value(props: CellProps & { column: Edited; text: string; tone?: string }) {
  const { kit, column, text, tone = '', isHere, onEdit, task } = props;
  return (
    <button
      type="button"
      className={`${styles.value} ${tone}`}
      tabIndex={isHere ? 0 : -1}
      aria-label={`${kit.t(`list.${column}`)}: ${text}. ${task.title}`}
      onClick={(event) => {
        event.stopPropagation();
        onEdit(column);
      }}
    >
      {text}
    </button>
  );
}

type PickProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  onClose: () => void;
};

/** The system's list, open at once. */
function Pick({ label, value, options, onChoose, onClose }: PickProps) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    select.current?.focus();
    // Opens only where the press that asked for it still counts; else the keys open it.
    if (navigator.userActivation.isActive) select.current?.showPicker();
  }, []);
  return (
    <select
      ref={select}
      className={styles.pick}
      aria-label={label}
      value={value}
      onChange={(event) => {
        onChoose(event.target.value);
        onClose();
      }}
      onBlur={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function StatusCell(props: CellProps) {
  const { task, kit, writes, editing, onEdit } = props;
  if (editing !== 'status')
    return <Value {...props} column="status" text={kit.t(`status.${task.status}`)} />;
  return (
    <Pick
      label={kit.t('list.status')}
      value={task.status}
      options={TASK_STATUSES.map((status) => ({ value: status, label: kit.t(`status.${status}`) }))}
      onChoose={(value) => {
        const status = TASK_STATUSES.find((one) => one === value);
        if (status === undefined) return;
        void writes.move({ ids: [task.id], to: { status }, reason: '' }, () => ({ status }));
      }}
      onClose={() => onEdit(null)}
    />
  );
}

function PersonCell(props: CellProps) {
  const { task, kit, choices, writes, editing, onEdit } = props;
  const [first] = task.personIds;
  if (editing !== 'person') {
    const names = task.personIds.map((id) => kit.people.get(id)?.name ?? '').filter(Boolean);
    const more = names.length > 1 ? ` +${names.length - 1}` : '';
    return (
      <Value
        {...props}
        column="person"
        text={names.length === 0 ? kit.t('card.nobody') : `${names[0]}${more}`}
        tone={names.length === 0 ? 't3' : ''}
      />
    );
  }
  return (
    <Pick
      label={kit.t('list.person')}
      value={first ?? ''}
      options={[
        { value: '', label: kit.t('card.nobody') },
        ...(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(value) => {
        const personId = value === '' ? null : value;
        void writes.move({ ids: [task.id], to: { personId }, reason: '' }, () => ({
          personIds: personId === null ? [] : [personId],
        }));
      }}
      onClose={() => onEdit(null)}
    />
  );
}

function DueCell(props: CellProps) {
  const { task, kit, writes, editing, onEdit } = props;
  const on = dateOf(task);
  const value = (
    <Value
      {...props}
      column="due"
      text={on === null ? '—' : kit.format.dayNear(on, kit.today)}
      tone={on === null ? 't3' : dueTone(task, kit.today)}
    />
  );
  if (editing !== 'due') return value;
  return (
    <Popover
      label={kit.t('due.title')}
      open
      onOpenChange={(open) => (open ? undefined : onEdit(null))}
      trigger={
        <button type="button" className={styles.value}>
          {on === null ? '—' : kit.format.dayNear(on, kit.today)}
        </button>
      }
    >
      <DueEditor
        label={kit.t('due.title')}
        dueOn={task.dueOn}
        kit={kit}
        onClose={() => onEdit(null)}
        onCommit={(dueOn, reason) =>
          void writes.amend(
            { id: task.id, revision: task.revision, patch: { dueOn }, reason },
            { dueOn },
          )
        }
      />
    </Popover>
  );
}

function EstimateCell(props: CellProps) {
  const { task, kit, writes, editing, onEdit } = props;
  if (editing !== 'estimate') {
    return (
      <Value
        {...props}
        column="estimate"
        text={
          task.estimateSeconds === null
            ? '—'
            : kit.format.hoursUnit(task.estimateSeconds, { max: 2 })
        }
        tone={`n ${task.estimateSeconds === null ? 't3' : ''}`}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the field inside it
    <span
      className={styles.field}
      onBlur={() => setTimeout(() => onEdit(null))}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') setTimeout(() => onEdit(null));
      }}
    >
      <HoursField
        label={kit.t('list.estimate')}
        hideLabel
        autoFocus
        value={task.estimateSeconds}
        onEscape={() => onEdit(null)}
        onCommit={(estimateSeconds) =>
          void writes.amend(
            { id: task.id, revision: task.revision, patch: { estimateSeconds }, reason: '' },
            { estimateSeconds },
          )
        }
      />
    </span>
  );
}
