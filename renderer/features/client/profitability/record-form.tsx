import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { Input } from '../../../../shared/contract/contract';
import { Button } from '../../../components/button';
import { ContactForm } from '../../../components/contact-form';
import { ErrorNote } from '../../../components/error-note';
import { DateField, NumberField, SelectField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Segmented } from '../../../components/segmented';
import { useCommand } from '../../../lib/api';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

type DeadlineKind = Input<'deadlines/add'>['kind'];

const DEADLINE_KINDS: readonly DeadlineKind[] = [
  'task',
  'report',
  'meeting',
  'payment',
  'contract',
  'launch',
];

type Kind = 'contact' | 'deadline' | 'nps';

/** One form for what has just happened: a talk, a promise, or the client's score. */
export function RecordForm({
  client,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const [kind, setKind] = useState<Kind>('contact');
  return (
    <div className={styles.form}>
      <Segmented
        label={t('record.kind')}
        value={kind}
        segments={(['contact', 'deadline', 'nps'] as const).map((value) => ({
          value,
          label: t(`record.${value}`),
        }))}
        onChange={setKind}
      />
      {kind === 'contact' && <ContactForm clientId={client.id} onDone={onDone} />}
      {kind === 'deadline' && <DeadlineForm clientId={client.id} onDone={onDone} />}
      {kind === 'nps' && <NpsForm clientId={client.id} onDone={onDone} />}
    </div>
  );
}

interface FormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

function DeadlineForm({ clientId, onDone }: FormProps) {
  const { t } = useTranslation('client');
  const add = useCommand('deadlines/add');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [kind, setKind] = useState<DeadlineKind>('task');
  const [title, setTitle] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (dueOn === null || title === null) {
      setLacking(true);
      return;
    }
    const done = await add.run({ clientId, dueOn, title, kind }).catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.fields} onSubmit={submit}>
      <TextField
        label={t('record.title')}
        value={title}
        autoFocus
        required={t('record.titleMissing')}
        onCommit={setTitle}
      />
      <div className={styles.pair}>
        <DateField
          label={t('record.dueOn')}
          value={dueOn}
          required={t('record.onMissing')}
          onCommit={setDueOn}
        />
        <SelectField
          label={t('record.deadlineKind')}
          value={kind}
          options={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadline-kind.${value}`) }))}
          onCommit={setKind}
        />
      </div>
      {isLacking && (dueOn === null || title === null) && (
        <p className="msg neg">{t('record.deadlineLacks')}</p>
      )}
      <ErrorNote failure={add.failure} />
      <Button variant="primary" type="submit" disabled={add.isRunning}>
        {t('record.saveDeadline')}
      </Button>
    </Form>
  );
}

export function NpsForm({ clientId, onDone }: FormProps) {
  const { t } = useTranslation('client');
  const today = useToday();
  const record = useCommand('nps/record');
  const [on, setOn] = useState<string | null>(today);
  const [score, setScore] = useState<number | null>(null);
  const [comment, setComment] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (on === null || score === null) {
      setLacking(true);
      return;
    }
    const done = await record
      .run({ clientId, answeredOn: on, score, comment: comment ?? '' })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.fields} onSubmit={submit}>
      <div className={styles.pair}>
        <NumberField
          label={t('record.score')}
          value={score}
          min={0}
          max={10}
          autoFocus
          required={t('record.scoreMissing')}
          onCommit={setScore}
        />
        <DateField
          label={t('record.on')}
          value={on}
          required={t('record.onMissing')}
          onCommit={setOn}
        />
      </div>
      <TextField label={t('record.comment')} value={comment} onCommit={setComment} />
      {isLacking && score === null && <p className="msg neg">{t('record.scoreMissing')}</p>}
      <ErrorNote failure={record.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning}>
        {t('record.saveNps')}
      </Button>
    </Form>
  );
}
