import { type FormEvent, useState } from 'react';
import type { Input } from '../../../shared/contract/contract';
import type { TaskFilter } from '../../../shared/contract/tasks-shapes';
import { addDays } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { CheckField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { usePhrase } from '../../lib/phrase';
import { useToast } from '../../lib/toast';
import { type BoardAxis, moveTo } from './board/board-columns';
import type { Choices } from './filter/facets';
import type { Kit } from './kit';
import styles from './work.module.css';

type AddInput = Input<'tasks/add'>;
/** A task put into a week by its column is to be ready on its Friday. */
const FRIDAY = 4;

type Props = {
  open: boolean;
  /** The column it was added in; '' where none. */
  axis: BoardAxis | null;
  column: string;
  filter: TaskFilter;
  choices: Choices | undefined;
  kit: Kit;
  onClose: () => void;
  onAdded: (taskId: string, isWhole: boolean) => void;
};

/** One line is enough: client, day, hours, person and urgency are read out of it. */
export function QuickAdd(props: Props) {
  const { t } = props.kit;
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t('add.title')}
      place="top"
    >
      <QuickForm {...props} />
    </Dialog>
  );
}

/** What the place it is added in says of the new task: the column, and a filter of one client or person. */
function given({ axis, column, filter }: Props): {
  status: AddInput['status'];
  fields: AddInput['fields'];
} {
  const to = axis === null || column === '' ? null : moveTo(axis, column);
  const one = (ids: readonly string[]) => (ids.length === 1 ? ids[0] : undefined);
  const clientId = one(filter.clientIds);
  const personId = one(filter.personIds);
  const fields: AddInput['fields'] = {
    ...(clientId === undefined ? {} : { clientId }),
    ...(personId === undefined ? {} : { assignees: [{ personId, sharePpm: 1_000_000 }] }),
  };
  if (to === null) return { status: 'ready', fields };
  if ('status' in to) return { status: to.status, fields };
  if ('personId' in to && to.personId !== null)
    return {
      status: 'ready',
      fields: { ...fields, assignees: [{ personId: to.personId, sharePpm: 1_000_000 }] },
    };
  if ('clientId' in to) return { status: 'ready', fields: { ...fields, clientId: to.clientId } };
  if ('weekOn' in to && to.weekOn !== null)
    return { status: 'ready', fields: { ...fields, dueOn: addDays(to.weekOn, FRIDAY) } };
  return { status: 'ready', fields };
}

function QuickForm(props: Props) {
  const { kit, choices, onAdded, onClose } = props;
  const { t } = kit;
  const [text, setText] = useState('');
  const [more, setMore] = useState(false);
  const add = useCommand('tasks/add');
  const toast = useToast();
  const phrase = usePhrase();

  async function submit(event: FormEvent, isWhole = false) {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      const { id, warnings } = await add.run({
        quick: text.trim(),
        ...given(props),
        checklist: [],
        recurrence: null,
      });
      if (warnings.length > 0) toast({ text: warnings.map(phrase).join(' '), undo: true });
      setText('');
      if (!more || isWhole) {
        onClose();
        onAdded(id, isWhole);
      }
    } catch {
      // The refusal stands under the line.
    }
  }

  return (
    <form className={styles.quick} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label={t('add.line')}
        placeholder={t('add.example')}
        value={text}
        autoFocus
        onChange={setText}
      />
      <Understood text={text} choices={choices} kit={kit} />
      <ErrorNote failure={add.failure} />
      <div className="row">
        <Button
          variant="primary"
          type="submit"
          keys="Enter"
          disabled={add.isRunning || text.trim() === ''}
        >
          {t('add.add')}
        </Button>
        <Button
          disabled={add.isRunning || text.trim() === ''}
          onClick={(event) => void submit(event, true)}
        >
          {t('add.open')}
        </Button>
        <span className="grow" />
        <CheckField label={t('add.more')} checked={more} onChange={setMore} />
      </div>
    </form>
  );
}

/** What the line was taken for, while it is typed; before that, how it can be written. */
function Understood({ text, choices, kit }: Pick<Props, 'choices' | 'kit'> & { text: string }) {
  const { t, format, today } = kit;
  const { data } = useRead(
    'tasks/read-quick',
    { text },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  if (text.trim() === '' || data === undefined)
    return <p className={`cap ${styles.understood}`}>{t('add.how')}</p>;
  const named = (rows: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    rows?.find((row) => row.id === id)?.name;
  const parts: [string, string | undefined][] = [
    ['client', named(choices?.clients, data.clientId)],
    ['project', named(choices?.projects, data.projectId)],
    ['due', data.dueOn === null ? undefined : format.dayNear(data.dueOn, today)],
    [
      'estimate',
      data.estimateSeconds === null
        ? undefined
        : format.hoursUnit(data.estimateSeconds, { max: 2 }),
    ],
    [
      'person',
      data.personIds
        .map((id) => named(choices?.people, id))
        .filter(Boolean)
        .join(', ') || undefined,
    ],
    ['priority', data.priority === null ? undefined : t(`priority.${data.priority}`)],
    ['labels', data.labels.length === 0 ? undefined : data.labels.join(', ')],
  ];
  return (
    <p className={styles.understood} aria-live="polite">
      <b className="m">{data.title === '' ? t('add.noTitle') : data.title}</b>
      {parts.map(([key, value]) =>
        value === undefined ? null : (
          <span key={key} className="tag acc">
            {t(`add.part.${key}`)}: {value}
          </span>
        ),
      )}
    </p>
  );
}
