import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { RetainerTerms } from '../../../../shared/contract/work.contract';
import { monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, MoneyField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Segmented } from '../../../components/segmented';
import { useCommand } from '../../../lib/api';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';
import { EMPTY_TERMS, TermsForm } from './terms-form';

/** A retainer with its first terms, or a project for a fixed fee. */
export function NewProjectForm({
  client,
  onDone,
}: {
  readonly client: ClientOverview;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const today = useToday();
  const add = useCommand('projects/add');
  const [kind, setKind] = useState<'retainer' | 'fixed-fee'>('fixed-fee');
  const [name, setName] = useState<string | null>(null);
  const [startsOn, setStart] = useState(today);
  const [endsOn, setEnd] = useState<string | null>(null);
  const [feeMinor, setFee] = useState<number | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function save(terms: RetainerTerms | null) {
    const given = name ?? (kind === 'retainer' ? t('project-kind.retainer') : null);
    if (given === null || (kind === 'fixed-fee' && feeMinor === null)) {
      setLacking(true);
      return;
    }
    const done = await add
      .run({
        clientId: client.id,
        kind,
        name: given,
        startsOn: terms?.validFrom ?? startsOn,
        endsOn,
        feeMinor: kind === 'fixed-fee' ? feeMinor : null,
        terms,
      })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <div className={styles.formOuter}>
      <Form
        className={styles.formTop}
        onSubmit={() => (kind === 'retainer' ? undefined : save(null))}
      >
        <Segmented
          label={t('projects.kind')}
          value={kind}
          segments={(['fixed-fee', 'retainer'] as const).map((value) => ({
            value,
            label: t(`project-kind.${value}`),
          }))}
          onChange={setKind}
        />
        <TextField
          label={t('projects.name')}
          value={name}
          autoFocus
          placeholder={kind === 'retainer' ? t('project-kind.retainer') : undefined}
          onCommit={setName}
        />
        {kind === 'fixed-fee' && (
          <>
            <MoneyField
              label={t('projects.fee')}
              currency={client.currency}
              value={feeMinor}
              onCommit={setFee}
            />
            <div className={styles.pair}>
              <DateField
                label={t('projects.startsOn')}
                value={startsOn}
                required={t('record.onMissing')}
                onCommit={(value) => value !== null && setStart(value)}
              />
              <DateField label={t('projects.endsOn')} value={endsOn} onCommit={setEnd} />
            </div>
            {isLacking && (name === null || feeMinor === null) && (
              <p className="msg neg">{t('projects.lacking')}</p>
            )}
            <ErrorNote failure={add.failure} />
            <Button variant="primary" type="submit" disabled={add.isRunning}>
              {t('projects.save')}
            </Button>
          </>
        )}
      </Form>
      {kind === 'retainer' && (
        <TermsForm
          currency={client.currency}
          initial={{
            ...EMPTY_TERMS,
            validFrom: monthPeriod(monthOf(today)).from,
            validTo: null,
          }}
          failure={add.failure}
          submitLabel={t('projects.saveRetainer')}
          onSubmit={save}
        />
      )}
    </div>
  );
}
