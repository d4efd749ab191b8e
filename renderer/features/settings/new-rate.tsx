import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/people.contract';
import { addMonths, monthOf } from '../../../shared/domain/dates';
import { DateField, HoursField, MoneyField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import { newestFirst } from './rates';
import styles from './settings.module.css';
import { Add, SmallForm } from './small-form';

/** Hours a month where nothing is known yet. */
const USUAL_SECONDS = 160 * 3600;

type Props = { person: Person; currency: string };

/** A rate usually begins with a month; the first one with the month that runs. */
function useStart(hasRates: boolean): string {
  const month = monthOf(useToday());
  return `${hasRates ? addMonths(month, 1) : month}-01`;
}

export function NewBillRate(props: Props) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('rate.rate')} label={t('rate.new')}>
      {(close) => <BillForm {...props} onDone={close} />}
    </Add>
  );
}

export function NewPayRate(props: Props) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('rate.rate')} label={t('rate.new')}>
      {(close) => <PayForm {...props} onDone={close} />}
    </Add>
  );
}

function BillForm({ person, currency, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const command = useCommand('people/set-bill-rate');
  const start = useStart(person.billRates.length > 0);
  const [validFrom, setFrom] = useState<string | null>(start);
  const [price, setPrice] = useState<number | null>(null);
  return (
    <SmallForm
      title={t('rate.billOf', { person: person.name })}
      action={t('rate.add')}
      failure={command.failure}
      isComplete={validFrom !== null && price !== null}
      isRunning={command.isRunning}
      submit={async () => {
        if (validFrom === null || price === null) return;
        const rate = { personId: person.id, validFrom, validTo: null, currency };
        await command.run({ ...rate, hourPriceMinor: price });
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
          <MoneyField
            label={t('rate.hourPrice')}
            value={price}
            currency={currency}
            autoFocus
            required={t('common:field.required')}
            sent={sent}
            onCommit={setPrice}
          />
          <ValidFrom value={validFrom} sent={sent} onCommit={setFrom} />
        </>
      )}
    </SmallForm>
  );
}

function PayForm({ person, currency, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const command = useCommand('people/set-pay-rate');
  const last = newestFirst(person.payRates)[0];
  const start = useStart(last !== undefined);
  const [validFrom, setFrom] = useState<string | null>(start);
  const [pay, setPay] = useState<number | null>(last?.monthlyPayMinor ?? null);
  const [benefits, setBenefits] = useState<number | null>(last?.monthlyBenefitsMinor ?? 0);
  const [seconds, setSeconds] = useState<number | null>(last?.availableSeconds ?? USUAL_SECONDS);
  return (
    <SmallForm
      title={t('rate.payOf', { person: person.name })}
      action={t('rate.add')}
      failure={command.failure}
      isComplete={validFrom !== null && pay !== null && seconds !== null}
      isRunning={command.isRunning}
      submit={async () => {
        if (validFrom === null || pay === null || seconds === null) return;
        await command.run({
          personId: person.id,
          validFrom,
          validTo: null,
          monthlyPayMinor: pay,
          monthlyBenefitsMinor: benefits ?? 0,
          availableSeconds: seconds,
        });
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
          <MoneyField
            label={t('rate.monthlyPay')}
            value={pay}
            currency={currency}
            autoFocus
            required={t('common:field.required')}
            sent={sent}
            onCommit={setPay}
          />
          <div className={styles.pair}>
            <MoneyField
              label={t('rate.benefits')}
              value={benefits}
              currency={currency}
              onCommit={setBenefits}
            />
            <HoursField
              label={t('rate.available')}
              value={seconds}
              required={t('common:field.required')}
              sent={sent}
              onCommit={setSeconds}
            />
          </div>
          <ValidFrom value={validFrom} sent={sent} onCommit={setFrom} />
        </>
      )}
    </SmallForm>
  );
}

type ValidFromProps = {
  value: string | null;
  sent: boolean;
  onCommit: (date: string | null) => void;
};

function ValidFrom({ value, sent, onCommit }: ValidFromProps) {
  const { t } = useTranslation('settings');
  return (
    <DateField
      label={t('rate.validFrom')}
      value={value}
      hint={t('rate.pastStays')}
      required={t('common:field.required')}
      sent={sent}
      onCommit={onCommit}
    />
  );
}
