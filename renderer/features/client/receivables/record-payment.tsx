import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, MoneyField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { useCommand } from '../../../lib/api';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

/** A payment typed by hand; those of a bank statement come by the import. */
export function RecordPayment({
  client,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const today = useToday();
  const record = useCommand('payments/record');
  const [paidOn, setPaid] = useState(today);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const [purpose, setPurpose] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (amountMinor === null || amountMinor === 0) {
      setLacking(true);
      return;
    }
    const done = await record
      .run({ clientId: client.id, paidOn, amountMinor, purpose: purpose ?? '' })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <MoneyField
          label={t('payments.amount')}
          currency={client.currency}
          value={amountMinor}
          autoFocus
          onCommit={setAmount}
        />
        <DateField
          label={t('payments.paidOn')}
          value={paidOn}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setPaid(value)}
        />
      </div>
      <TextField label={t('payments.purpose')} value={purpose} onCommit={setPurpose} />
      {isLacking && <p className="msg neg">{t('payments.amountMissing')}</p>}
      <ErrorNote failure={record.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning}>
        {t('payments.save')}
      </Button>
    </Form>
  );
}
