import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthPeriod } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import {
  DateField,
  MoneyField,
  type Option,
  SelectField,
  TextField,
} from '../../components/fields';
import { Segmented } from '../../components/segmented';
import { useCommand, useRead } from '../../lib/api';
import styles from './reconciliation.module.css';
import { submitOf } from './submit-of';

/** A vendor's invoice or act of one channel and the month shown. */
export function DocumentForm({
  span,
  clients,
  channels,
  onDone,
}: {
  readonly span: { clientId: string | null; from: string };
  readonly clients: readonly Option<string>[];
  readonly channels: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const record = useCommand('vendor-documents/record');
  const list = useRead('clients/list', { archived: false });
  const month = monthPeriod(span.from);
  const [clientId, setClient] = useState(span.clientId ?? clients[0]?.value ?? '');
  const [kind, setKind] = useState<'invoice' | 'act'>('act');
  const [vendor, setVendor] = useState<string | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const [datedOn, setDated] = useState(month.to);
  const [channel, setChannel] = useState<string | null>(channels[0] ?? null);
  const [netMinor, setNet] = useState<number | null>(null);
  const [vatMinor, setVat] = useState<number | null>(null);
  const [rebateMinor, setRebate] = useState<number | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);
  const client = list.data?.clients.find(({ id }) => id === clientId);
  const currency = client?.currency ?? 'RUB';

  async function submit() {
    if (!vendor || !number || !channel || netMinor === null) {
      setLacking(true);
      return;
    }
    const done = await record
      .run({
        clientId,
        vendor,
        kind,
        number,
        datedOn,
        fromOn: month.from,
        toOn: month.to,
        channel,
        currency,
        netMinor,
        vatMinor: vatMinor ?? 0,
        rebateMinor,
        note: note ?? '',
      })
      .catch(() => null);
    if (done !== null) onDone();
  }

  const money = { currency };
  return (
    <form className={styles.form} noValidate onSubmit={submitOf(submit)}>
      <SelectField
        label={t('document.client')}
        value={clientId}
        options={clients}
        onCommit={setClient}
      />
      <div className={styles.pair}>
        <TextField label={t('document.vendor')} value={vendor} autoFocus onCommit={setVendor} />
        <TextField label={t('document.channel')} value={channel} onCommit={setChannel} />
      </div>
      <Segmented
        label={t('document.kind')}
        value={kind}
        segments={[
          { value: 'act', label: t('document.act') },
          { value: 'invoice', label: t('document.invoice') },
        ]}
        onChange={setKind}
      />
      <div className={styles.pair}>
        <TextField label={t('document.number')} value={number} onCommit={setNumber} />
        <DateField
          label={t('document.datedOn')}
          value={datedOn}
          onCommit={(value) => value !== null && setDated(value)}
        />
        <MoneyField label={t('document.net')} value={netMinor} onCommit={setNet} {...money} />
        <MoneyField label={t('document.vat')} value={vatMinor} onCommit={setVat} {...money} />
        <MoneyField
          label={t('document.rebate')}
          value={rebateMinor}
          onCommit={setRebate}
          {...money}
        />
        <TextField label={t('document.note')} value={note} onCommit={setNote} />
      </div>
      {isLacking ? <p className="msg neg">{t('document.lacking')}</p> : null}
      <ErrorNote failure={record.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning}>
        {t('document.save')}
      </Button>
    </form>
  );
}
