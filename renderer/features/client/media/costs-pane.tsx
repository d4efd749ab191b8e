import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, MoneyField, PercentField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { Segmented } from '../../../components/segmented';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';
import { periodWords } from '../period-words';

type Kind = 'production' | 'direct';

/** Production bought for the client, and costs the agency bears for the account itself. */
export function CostsPane({
  client,
  period,
}: {
  readonly client: ClientOverview;
  readonly period: Period;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const remove = useCommand('costs/remove');
  const { data, error } = useRead(
    'costs/list',
    { clientId: client.id, ...period },
    { keepPrevious: true },
  );
  const rows = [
    ...(data?.production ?? []).map((cost) => ({
      id: cost.id,
      kind: 'production' as const,
      on: cost.incurredOn,
      title: cost.vendor === '' ? cost.title : `${cost.title}, ${cost.vendor}`,
      amountMinor: cost.costMinor,
      markupPpm: cost.markupPpm,
    })),
    ...(data?.direct ?? []).map((cost) => ({
      id: cost.id,
      kind: 'direct' as const,
      on: cost.incurredOn,
      title: cost.title,
      amountMinor: cost.amountMinor,
      markupPpm: null,
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <Pane
      title={t('costs.title')}
      caption={periodWords(period, format)}
      line="top"
      className={styles.leftLine}
      actions={
        <Popover
          label={t('costs.add')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button variant="quiet" icon="plus">
              {t('costs.cost')}
            </Button>
          }
        >
          <CostForm client={client} period={period} onDone={() => setOpen(false)} />
        </Popover>
      }
    >
      <ErrorNote failure={failureOf(error) ?? remove.failure} />
      {rows.length === 0 ? (
        <p className={`sm t2 ${styles.paneText}`}>{t('costs.none')}</p>
      ) : (
        <table className={`tb flat ${styles.sideTable}`} aria-label={t('costs.title')}>
          <colgroup>
            <col style={{ width: 76 }} />
            <col style={{ width: 112 }} />
            <col />
            <col style={{ width: 112 }} />
            <col style={{ width: 84 }} />
            <col style={{ width: 84 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('hours.on')}</th>
              <th>{t('costs.kind')}</th>
              <th>{t('costs.what')}</th>
              <th className="n">
                {t('withoutVat', { sign: format.currencySign(client.currency) })}
              </th>
              <th className="n">{t('costs.markup')}</th>
              <th>
                <span className="unseen">{t('media.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{format.dateShort(row.on)}</td>
                <td className="t2">{t(`costs.${row.kind}`)}</td>
                <td title={row.title}>{row.title}</td>
                <td className="n">{format.amount(row.amountMinor, client.currency)}</td>
                <td className="n">
                  {row.markupPpm === null ? (
                    <span className="dash">—</span>
                  ) : (
                    format.ratePpm(row.markupPpm)
                  )}
                </td>
                <td className="n">
                  <Button
                    variant="quiet"
                    className={styles.rowAction}
                    aria-label={t('costs.removeRow', { title: row.title })}
                    onClick={() => remove.send({ kind: row.kind, id: row.id })}
                  >
                    {t('media.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

function CostForm({
  client,
  period,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly period: Period;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const today = useToday();
  const production = useCommand('costs/record-production');
  const direct = useCommand('costs/record-direct');
  const [kind, setKind] = useState<Kind>('production');
  const [incurredOn, setOn] = useState(() => [today, period.to].sort()[0] ?? today);
  const [title, setTitle] = useState<string | null>(null);
  const [vendor, setVendor] = useState<string | null>(null);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const [markupPpm, setMarkup] = useState<number | null>(0);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (title === null || amountMinor === null) {
      setLacking(true);
      return;
    }
    const base = { clientId: client.id, incurredOn, title };
    const done = await (kind === 'production'
      ? production.run({
          ...base,
          vendor: vendor ?? '',
          projectId: null,
          costMinor: amountMinor,
          markupPpm: markupPpm ?? 0,
        })
      : direct.run({ ...base, amountMinor })
    ).catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <Segmented
        label={t('costs.kind')}
        value={kind}
        segments={(['production', 'direct'] as const).map((value) => ({
          value,
          label: t(`costs.${value}`),
        }))}
        onChange={setKind}
      />
      <TextField label={t('costs.what')} value={title} autoFocus onCommit={setTitle} />
      <div className={styles.pair}>
        <MoneyField
          label={t('costs.amount')}
          currency={client.currency}
          value={amountMinor}
          onCommit={setAmount}
        />
        <DateField
          label={t('hours.on')}
          value={incurredOn}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setOn(value)}
        />
      </div>
      {kind === 'production' && (
        <div className={styles.pair}>
          <TextField label={t('costs.vendor')} value={vendor} onCommit={setVendor} />
          <PercentField
            label={t('costs.markup')}
            value={markupPpm}
            maxPpm={10_000_000}
            onCommit={setMarkup}
          />
        </div>
      )}
      {isLacking && (title === null || amountMinor === null) && (
        <p className="msg neg">{t('costs.lacking')}</p>
      )}
      <ErrorNote failure={production.failure ?? direct.failure} />
      <Button variant="primary" type="submit">
        {t('costs.save')}
      </Button>
    </Form>
  );
}
