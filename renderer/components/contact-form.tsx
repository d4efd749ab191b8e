import { useState } from 'react';
import type { Input } from '../../shared/contract/contract';
import { useCommand } from '../lib/api';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import { Button } from './button';
import styles from './contact-form.module.css';
import { ErrorNote } from './error-note';
import { DateField, SelectField, TextField } from './fields';
import { Form } from './form';

type Channel = Input<'contact-log/record'>['channel'];

const CHANNELS: readonly Channel[] = ['call', 'meeting', 'email', 'chat', 'visit'];

type Props = { readonly clientId: string; readonly onDone: () => void };

/** A talk with a client, written down. */
export function ContactForm({ clientId, onDone }: Props) {
  const { t } = useTranslation('client');
  const today = useToday();
  const record = useCommand('contact-log/record');
  const [on, setOn] = useState<string | null>(today);
  const [channel, setChannel] = useState<Channel>('call');
  const [note, setNote] = useState<string | null>(null);

  async function submit() {
    if (on === null) return;
    const done = await record
      .run({ clientId, contactedOn: on, channel, note: note ?? '' })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.fields} onSubmit={submit}>
      <div className={styles.pair}>
        <DateField
          label={t('record.on')}
          value={on}
          required={t('record.onMissing')}
          onCommit={setOn}
        />
        <SelectField
          label={t('record.channel')}
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onCommit={setChannel}
        />
      </div>
      <TextField label={t('record.note')} value={note} autoFocus onCommit={setNote} />
      <ErrorNote failure={record.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning}>
        {t('record.saveContact')}
      </Button>
    </Form>
  );
}
