import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, MoneyField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { useCommand } from '../../../lib/api';
import styles from '../client.module.css';

/** A channel of the period; results are typed into its line later. */
export function MediaForm({
  client,
  period,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly period: Period;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const record = useCommand('media/record');
  const [channel, setChannel] = useState<string | null>(null);
  const [fromOn, setFrom] = useState(period.from);
  const [toOn, setTo] = useState(period.to);
  const [planMinor, setPlan] = useState<number | null>(null);
  const [actualMinor, setActual] = useState<number | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (channel === null) {
      setLacking(true);
      return;
    }
    const done = await record
      .run({
        clientId: client.id,
        channel,
        fromOn,
        toOn,
        planMinor,
        actualMinor,
        rebatePpm: 0,
        impressions: null,
        clicks: null,
        leads: null,
        orders: null,
        revenueMinor: null,
      })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('media.channelHead')}
        value={channel}
        autoFocus
        required={t('media.channelMissing')}
        onCommit={setChannel}
      />
      {isLacking && channel === null && <p className="msg neg">{t('media.channelMissing')}</p>}
      <div className={styles.pair}>
        <DateField
          label={t('media.from')}
          value={fromOn}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setFrom(value)}
        />
        <DateField
          label={t('media.to')}
          value={toOn}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setTo(value)}
        />
      </div>
      <div className={styles.pair}>
        <MoneyField
          label={t('media.planField')}
          currency={client.currency}
          value={planMinor}
          onCommit={setPlan}
        />
        <MoneyField
          label={t('media.actualField')}
          currency={client.currency}
          value={actualMinor}
          onCommit={setActual}
        />
      </div>
      <ErrorNote failure={record.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning}>
        {t('media.save')}
      </Button>
    </Form>
  );
}
