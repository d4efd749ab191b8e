import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/result';
import type { RetainerTerms } from '../../../../shared/contract/work.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import {
  DateField,
  HoursField,
  MoneyField,
  PercentField,
  SelectField,
} from '../../../components/fields';
import { Form } from '../../../components/form';
import styles from '../client.module.css';

export const EMPTY_TERMS: Omit<RetainerTerms, 'validFrom' | 'validTo'> = {
  listFeeMinor: 0,
  discountPpm: 0,
  includedSeconds: 0,
  rollover: 'none',
  rolloverSeconds: 0,
};

const ROLLOVERS = ['none', 'stated', 'previous-month'] as const;

/** Fee, hours and roll-over from a date on. */
export function TermsForm({
  currency,
  initial,
  failure,
  submitLabel,
  onSubmit,
}: {
  readonly currency: string;
  readonly initial: RetainerTerms;
  readonly failure: Failure | null;
  readonly submitLabel: string;
  readonly onSubmit: (terms: RetainerTerms) => void;
}) {
  const { t } = useTranslation('client');
  const [terms, setTerms] = useState<RetainerTerms>({
    validFrom: initial.validFrom,
    validTo: initial.validTo,
    listFeeMinor: initial.listFeeMinor,
    discountPpm: initial.discountPpm,
    includedSeconds: initial.includedSeconds,
    rollover: initial.rollover,
    rolloverSeconds: initial.rolloverSeconds,
  });
  const set = (patch: Partial<RetainerTerms>) => setTerms((known) => ({ ...known, ...patch }));

  function submit() {
    onSubmit(terms);
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <DateField
        label={t('terms.validFrom')}
        value={terms.validFrom}
        required={t('record.onMissing')}
        onCommit={(validFrom) => validFrom !== null && set({ validFrom })}
      />
      <div className={styles.pair}>
        <MoneyField
          label={t('terms.listFeeField')}
          currency={currency}
          value={terms.listFeeMinor}
          onCommit={(value) => set({ listFeeMinor: value ?? 0 })}
        />
        <PercentField
          label={t('terms.discountField')}
          value={terms.discountPpm}
          onCommit={(value) => set({ discountPpm: value ?? 0 })}
        />
      </div>
      <HoursField
        label={t('terms.includedField')}
        value={terms.includedSeconds}
        onCommit={(value) => set({ includedSeconds: value ?? 0 })}
      />
      <SelectField
        label={t('terms.rollover')}
        value={terms.rollover}
        options={ROLLOVERS.map((value) => ({ value, label: t(`terms.rollover-choice.${value}`) }))}
        onCommit={(rollover) => set({ rollover })}
      />
      {terms.rollover !== 'none' && (
        <HoursField
          label={t(terms.rollover === 'stated' ? 'terms.rolloverHours' : 'terms.rolloverMost')}
          value={terms.rolloverSeconds}
          onCommit={(value) => set({ rolloverSeconds: value ?? 0 })}
        />
      )}
      <ErrorNote failure={failure} />
      <Button variant="primary" type="submit">
        {submitLabel}
      </Button>
    </Form>
  );
}
