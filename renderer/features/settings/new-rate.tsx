import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/people.contract';
import type { Failure } from '../../../shared/contract/result';
import { addMonths, monthOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, HoursField, MoneyField } from '../../components/fields';
import { Icon } from '../../components/icon';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import { newestFirst } from './rates';
import styles from './settings.module.css';

/** Hours a month where nothing is known yet. */
const USUAL_SECONDS = 160 * 3600;

type Props = { person: Person; currency: string };

/** A rate usually begins with a month; the first one with the month that runs. */
function useStart(hasRates: boolean): string {
  const month = monthOf(useToday());
  return `${hasRates ? addMonths(month, 1) : month}-01`;
}

export function NewBillRate({ person, currency }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <RatePopover open={open} onOpenChange={setOpen}>
      <BillForm person={person} currency={currency} onDone={() => setOpen(false)} />
    </RatePopover>
  );
}

export function NewPayRate({ person, currency }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <RatePopover open={open} onOpenChange={setOpen}>
      <PayForm person={person} currency={currency} onDone={() => setOpen(false)} />
    </RatePopover>
  );
}

type PopoverProps = { open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode };

function RatePopover({ open, onOpenChange, children }: PopoverProps) {
  const { t } = useTranslation('settings');
  return (
    <Popover
      label={t('rate.new')}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button type="button" className={styles.go}>
          <Icon name="plus" size={12} /> {t('rate.rate')}
        </button>
      }
    >
      {children}
    </Popover>
  );
}

function BillForm({ person, currency, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const command = useCommand('people/set-bill-rate');
  const start = useStart(person.billRates.length > 0);
  const [validFrom, setFrom] = useState<string | null>(start);
  const [price, setPrice] = useState<number | null>(null);
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (validFrom === null || price === null) return;
    try {
      await command.run({
        personId: person.id,
        validFrom,
        validTo: null,
        hourPriceMinor: price,
        currency,
      });
      onDone();
    } catch {
      // Shown in the form.
    }
  }

  return (
    <RateForm
      title={t('rate.billOf', { person: person.name })}
      validFrom={validFrom}
      onFrom={setFrom}
      failure={command.failure}
      isRunning={command.isRunning}
      onSubmit={(event) => void submit(event)}
    >
      <MoneyField
        label={t('rate.hourPrice')}
        value={price}
        currency={currency}
        autoFocus
        required={t('common:field.required')}
        sent={sent}
        onCommit={setPrice}
      />
    </RateForm>
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
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (validFrom === null || pay === null || seconds === null) return;
    try {
      await command.run({
        personId: person.id,
        validFrom,
        validTo: null,
        monthlyPayMinor: pay,
        monthlyBenefitsMinor: benefits ?? 0,
        availableSeconds: seconds,
      });
      onDone();
    } catch {
      // Shown in the form.
    }
  }

  return (
    <RateForm
      title={t('rate.payOf', { person: person.name })}
      validFrom={validFrom}
      onFrom={setFrom}
      failure={command.failure}
      isRunning={command.isRunning}
      onSubmit={(event) => void submit(event)}
    >
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
    </RateForm>
  );
}

type RateFormProps = {
  title: string;
  validFrom: string | null;
  onFrom: (date: string | null) => void;
  failure: Failure | null;
  isRunning: boolean;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
};

function RateForm(props: RateFormProps) {
  const { t } = useTranslation('settings');
  return (
    <form className={styles.popForm} onSubmit={props.onSubmit} noValidate>
      <h3>{props.title}</h3>
      {props.children}
      <DateField
        label={t('rate.validFrom')}
        value={props.validFrom}
        hint={t('rate.pastStays')}
        required={t('common:field.required')}
        onCommit={props.onFrom}
      />
      <ErrorNote failure={props.failure} />
      <Button type="submit" variant="primary" disabled={props.isRunning}>
        {t('rate.add')}
      </Button>
    </form>
  );
}
