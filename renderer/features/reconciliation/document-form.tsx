import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VendorDocument } from '../../../shared/contract/reconciliation.contract';
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

const NO_LINE = '';

/** A vendor's invoice or act of one channel and the month shown: a new one, or one to put right. */
export function DocumentForm({
  document = null,
  span,
  clients,
  channels,
  onDone,
}: {
  readonly document?: VendorDocument | null;
  readonly span: { clientId: string | null; from: string };
  readonly clients: readonly Option<string>[];
  readonly channels: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const record = useCommand('vendor-documents/record');
  const amend = useCommand('vendor-documents/amend');
  const list = useRead('clients/list', { archived: false });
  const month = monthPeriod(span.from);
  const [clientId, setClient] = useState(
    document?.clientId ?? span.clientId ?? clients[0]?.value ?? '',
  );
  const [kind, setKind] = useState<'invoice' | 'act'>(document?.kind ?? 'act');
  const [vendor, setVendor] = useState<string | null>(document?.vendor ?? null);
  const [number, setNumber] = useState<string | null>(document?.number ?? null);
  const [datedOn, setDated] = useState(document?.datedOn ?? month.to);
  const [channel, setChannel] = useState<string | null>(document?.channel ?? channels[0] ?? null);
  const [lineId, setLine] = useState(document?.lineId ?? NO_LINE);
  const [netMinor, setNet] = useState<number | null>(document?.netMinor ?? null);
  const [vatMinor, setVat] = useState<number | null>(document?.vatMinor ?? null);
  const [rebateMinor, setRebate] = useState<number | null>(document?.rebateMinor ?? null);
  const [note, setNote] = useState<string | null>(document?.note ?? null);
  const [isLacking, setLacking] = useState(false);
  const lines = useRead('vendor-documents/list-lines', { clientId, month: span.from }).data?.lines;
  const client = list.data?.clients.find(({ id }) => id === clientId);
  const isOwnClient = document?.clientId === clientId;
  const currency = isOwnClient ? document.currency : (client?.currency ?? 'RUB');

  function chooseClient(id: string) {
    setClient(id);
    setLine(NO_LINE);
  }

  /** What is bought by a line is compared in that line's channel. */
  function chooseLine(id: string) {
    setLine(id);
    const line = lines?.find((each) => each.id === id);
    if (line !== undefined) setChannel(line.channel);
  }

  async function submit() {
    if (!vendor || !number || !channel || netMinor === null) {
      setLacking(true);
      return;
    }
    const fields = {
      clientId,
      vendor,
      kind,
      number,
      datedOn,
      fromOn: document?.fromOn ?? month.from,
      toOn: document?.toOn ?? month.to,
      channel,
      lineId: lineId === NO_LINE ? null : lineId,
      currency,
      netMinor,
      vatMinor: vatMinor ?? 0,
      rebateMinor,
      note: note ?? '',
    };
    const writing =
      document === null
        ? record.run(fields)
        : amend.run({ id: document.id, revision: document.revision, fields });
    const done = await writing.catch(() => null);
    if (done !== null) onDone();
  }

  const money = { currency };
  return (
    <form className={styles.form} noValidate onSubmit={submitOf(submit)}>
      <SelectField
        label={t('document.client')}
        value={clientId}
        options={clients}
        onCommit={chooseClient}
      />
      <div className={styles.pair}>
        <TextField label={t('document.vendor')} value={vendor} autoFocus onCommit={setVendor} />
        <TextField label={t('document.channel')} value={channel} onCommit={setChannel} />
      </div>
      <SelectField
        label={t('document.line')}
        value={lineId}
        options={[
          { value: NO_LINE, label: t('document.noLine') },
          ...(lines ?? []).map((line) => ({
            value: line.id,
            label: `${line.planName}: ${line.name}`,
          })),
        ]}
        onCommit={chooseLine}
      />
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
      <ErrorNote failure={record.failure ?? amend.failure} />
      <Button variant="primary" type="submit" disabled={record.isRunning || amend.isRunning}>
        {t(document === null ? 'document.save' : 'document.amend')}
      </Button>
    </form>
  );
}
