import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import {
  DateField,
  MoneyField,
  PercentField,
  SelectField,
  TextField,
} from '../../../components/fields';
import { Form } from '../../../components/form';
import { Segmented } from '../../../components/segmented';
import { useCommand, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from './issue-invoice.module.css';

interface Line {
  readonly key: number;
  readonly title: string | null;
  readonly amountMinor: number | null;
  /** `undefined`: the rate of the day; null: «без НДС». */
  readonly vatPpm: number | null | undefined;
}

const emptyLine = (key: number): Line => ({
  key,
  title: null,
  amountMinor: null,
  vatPpm: undefined,
});

/** A new invoice: number, day and VAT rate are proposed; the document keeps the rate of its day. */
export function IssueInvoice({
  client,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const today = useToday();
  const issue = useCommand('invoices/issue');
  const [issuedOn, setIssued] = useState(today);
  const next = useRead(
    'invoices/next-number',
    { clientId: client.id, issuedOn },
    { keepPrevious: true },
  );
  const [number, setNumber] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(null);
  const [vatMode, setMode] = useState<'on-top' | 'included'>('on-top');
  const [lines, setLines] = useState<readonly Line[]>([emptyLine(0)]);
  const [isLacking, setLacking] = useState(false);
  const proposed = next.data;

  const change = (key: number, patch: Partial<Line>) =>
    setLines((known) => known.map((line) => (line.key === key ? { ...line, ...patch } : line)));

  async function submit() {
    const given = number ?? proposed?.number ?? null;
    const due = dueOn ?? proposed?.dueOn ?? null;
    const ready = lines.flatMap((line) =>
      line.title === null || line.amountMinor === null
        ? []
        : [
            {
              title: line.title,
              amountMinor: line.amountMinor,
              vatPpm: line.vatPpm === undefined ? (proposed?.vatPpm ?? null) : line.vatPpm,
            },
          ],
    );
    if (given === null || due === null || ready.length < lines.length) {
      setLacking(true);
      return;
    }
    const done = await issue
      .run({ clientId: client.id, number: given, issuedOn, dueOn: due, vatMode, lines: ready })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.invoiceForm} onSubmit={submit} label={t('invoices.new')}>
      <div className={styles.invoiceHead}>
        <TextField
          label={t('invoices.number')}
          value={number ?? proposed?.number ?? null}
          required={t('invoices.numberMissing')}
          onCommit={setNumber}
        />
        <DateField
          label={t('invoices.issuedOn')}
          value={issuedOn}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setIssued(value)}
        />
        <DateField
          label={t('invoices.dueOn')}
          value={dueOn ?? proposed?.dueOn ?? null}
          required={t('record.onMissing')}
          onCommit={setDue}
        />
        <div>
          <span className="lab">{t('invoices.vatMode')}</span>
          <Segmented
            label={t('invoices.vatMode')}
            value={vatMode}
            segments={(['on-top', 'included'] as const).map((value) => ({
              value,
              label: t(`invoices.mode.${value}`),
            }))}
            onChange={setMode}
          />
        </div>
      </div>
      {lines.map((line, i) => (
        <InvoiceLine
          key={line.key}
          line={line}
          isFirst={i === 0}
          currency={client.currency}
          dayRatePpm={proposed?.vatPpm ?? null}
          amountLabel={t(vatMode === 'on-top' ? 'invoices.amountNet' : 'invoices.amountGross')}
          onChange={(patch) => change(line.key, patch)}
          onRemove={
            lines.length === 1
              ? null
              : () => setLines(lines.filter((each) => each.key !== line.key))
          }
        />
      ))}
      {isLacking && <p className="msg neg">{t('invoices.lacking')}</p>}
      <ErrorNote failure={issue.failure} />
      <div className="row">
        <Button variant="primary" type="submit" disabled={issue.isRunning}>
          {t('invoices.issue')}
        </Button>
        <Button
          icon="plus"
          onClick={() => setLines([...lines, emptyLine((lines.at(-1)?.key ?? 0) + 1)])}
        >
          {t('invoices.addLine')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('invoices.close')}
        </Button>
      </div>
    </Form>
  );
}

function InvoiceLine({
  line,
  isFirst,
  currency,
  dayRatePpm,
  amountLabel,
  onChange,
  onRemove,
}: {
  readonly line: Line;
  readonly isFirst: boolean;
  readonly currency: string;
  readonly dayRatePpm: number | null;
  readonly amountLabel: string;
  readonly onChange: (patch: Partial<Line>) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const shown = line.vatPpm === undefined ? dayRatePpm : line.vatPpm;
  const isNone = shown === null;
  return (
    <div className={styles.invoiceLine}>
      <TextField
        label={t('invoices.lineTitle')}
        value={line.title}
        autoFocus={isFirst}
        required={t('invoices.lineMissing')}
        onCommit={(title) => onChange({ title })}
      />
      <MoneyField
        label={amountLabel}
        currency={currency}
        value={line.amountMinor}
        onCommit={(amountMinor) => onChange({ amountMinor })}
      />
      <SelectField
        label={t('invoices.vat')}
        value={isNone ? 'none' : shown === dayRatePpm ? 'day' : 'own'}
        options={[
          ...(dayRatePpm === null
            ? []
            : [{ value: 'day' as const, label: format.ratePpm(dayRatePpm) }]),
          { value: 'own' as const, label: t('invoices.otherRate') },
          { value: 'none' as const, label: t('invoices.withoutVat') },
        ]}
        onCommit={(choice) =>
          onChange({ vatPpm: choice === 'none' ? null : choice === 'day' ? undefined : 0 })
        }
      />
      {!isNone && shown !== dayRatePpm ? (
        <PercentField
          label={t('invoices.rate')}
          value={shown}
          onCommit={(vatPpm) => onChange({ vatPpm: vatPpm ?? 0 })}
        />
      ) : (
        <span />
      )}
      {onRemove === null ? (
        <span />
      ) : (
        <Button
          variant="quiet"
          icon="close"
          iconOnly
          aria-label={t('invoices.removeLine')}
          title={t('invoices.removeLine')}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
