import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { Output } from '../../../../shared/contract/contract';
import { monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, PercentField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { Segmented } from '../../../components/segmented';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

/** The agency's commission on media by date; each month keeps the terms it was billed by. */
export function CommissionPane({
  client,
  terms,
}: {
  readonly client: ClientOverview;
  readonly terms: Output<'media/list'>['commission'];
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const ordered = [...terms].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    <Pane
      title={t('commission.title')}
      line="top"
      actions={
        <Popover
          label={t('commission.new')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<Button variant="quiet">{t('commission.new')}</Button>}
        >
          <CommissionForm client={client} onDone={() => setOpen(false)} />
        </Popover>
      }
    >
      {ordered.length === 0 ? (
        <p className={`sm t2 ${styles.paneText}`}>{t('commission.none')}</p>
      ) : (
        <table className={`tb flat ${styles.sideTable}`} aria-label={t('commission.title')}>
          <thead>
            <tr>
              <th>{t('terms.valid')}</th>
              <th className="n">{t('commission.rate')}</th>
              <th>{t('commission.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((term) => (
              <tr key={term.id}>
                <td>
                  {term.validTo === null
                    ? t('projects.from', { on: format.date(term.validFrom) })
                    : format.dateRange(term.validFrom, term.validTo)}
                </td>
                <td className="n">{format.ratePpm(term.ratePpm)}</td>
                <td>{t(`commission.${term.basis}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

function CommissionForm({
  client,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const today = useToday();
  const set = useCommand('media/set-commission');
  const [validFrom, setFrom] = useState(monthPeriod(monthOf(today)).from);
  const [ratePpm, setRate] = useState<number | null>(null);
  const [basis, setBasis] = useState<'on-top' | 'inside'>('on-top');

  async function submit() {
    if (ratePpm === null) return;
    const done = await set
      .run({ clientId: client.id, validFrom, validTo: null, ratePpm, basis })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <PercentField label={t('commission.rate')} value={ratePpm} autoFocus onCommit={setRate} />
        <DateField
          label={t('terms.validFrom')}
          value={validFrom}
          required={t('record.onMissing')}
          onCommit={(value) => value !== null && setFrom(value)}
        />
      </div>
      <Segmented
        label={t('commission.basis')}
        value={basis}
        segments={(['on-top', 'inside'] as const).map((value) => ({
          value,
          label: t(`commission.${value}`),
        }))}
        onChange={setBasis}
      />
      <ErrorNote failure={set.failure} />
      <Button variant="primary" type="submit" disabled={set.isRunning || ratePpm === null}>
        {t('commission.save')}
      </Button>
    </Form>
  );
}
