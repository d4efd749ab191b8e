import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyCard, DatedRate } from '../../../shared/contract/settings.contract';
import { addMonths, monthOf, monthPeriod } from '../../../shared/domain/dates';
import {
  DateField,
  DecimalField,
  HoursField,
  MoneyField,
  PercentField,
  SelectField,
} from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import styles from './settings.module.css';
import { Add, SmallForm } from './small-form';

const KINDS = ['vat', 'payroll-tax', 'upsell-bonus', 'ad-levy'] as const;
const MICRO_DIGITS = 6;

/** A tax rate from a date on. The rate before it ends the day before. */
export function NewTax({ agency }: { agency: AgencyCard }) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('rate.rate')} label={t('taxes.new')}>
      {(close) => <TaxForm agency={agency} onDone={close} />}
    </Add>
  );
}

function TaxForm({ agency, onDone }: { agency: AgencyCard; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const command = useCommand('settings/set-rate');
  const [kind, setKind] = useState<DatedRate['kind']>('vat');
  const [country, setCountry] = useState<string>(agency.country);
  const [validFrom, setFrom] = useState<string | null>(`${addMonths(monthOf(today), 1)}-01`);
  const [ratePpm, setRate] = useState<number | null>(null);
  return (
    <SmallForm
      title={t('taxes.new')}
      action={t('rate.add')}
      failure={command.failure}
      isComplete={validFrom !== null && ratePpm !== null}
      isRunning={command.isRunning}
      submit={async () => {
        if (validFrom === null || ratePpm === null) return;
        await command.run({ kind, country, validFrom, validTo: null, ratePpm });
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
          <SelectField
            label={t('taxes.what')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`taxes.kind.${value}`) }))}
            onCommit={setKind}
          />
          <div className={styles.pair}>
            <SelectField
              label={t('taxes.country')}
              value={country}
              options={['RU', 'LV'].map((value) => ({
                value,
                label: t(`common:country.${value}`),
              }))}
              onCommit={setCountry}
            />
            <PercentField
              label={t('taxes.rate')}
              value={ratePpm}
              required={t('common:field.required')}
              sent={sent}
              onCommit={setRate}
            />
          </div>
          <DateField
            label={t('rate.validFrom')}
            value={validFrom}
            hint={t('taxes.pastStays')}
            required={t('common:field.required')}
            sent={sent}
            onCommit={setFrom}
          />
        </>
      )}
    </SmallForm>
  );
}

export function NewAccountingRate({ base }: { base: string }) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('exchange.add')} label={t('exchange.new')}>
      {(close) => <AccountingRateForm base={base} onDone={close} />}
    </Add>
  );
}

function AccountingRateForm({ base, onDone }: { base: string; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const command = useCommand('settings/set-accounting-rate');
  const currencies = ['EUR', 'USD', 'RUB', 'CNY', 'GBP', 'KZT'].filter((code) => code !== base);
  const [currency, setCurrency] = useState(currencies[0] ?? 'EUR');
  const [validFrom, setFrom] = useState<string | null>(today);
  const [rateMicro, setRate] = useState<number | null>(null);
  return (
    <SmallForm
      title={t('exchange.new')}
      action={t('exchange.save')}
      failure={command.failure}
      isComplete={validFrom !== null && rateMicro !== null}
      isRunning={command.isRunning}
      submit={async () => {
        if (validFrom === null || rateMicro === null) return;
        await command.run({ currency, validFrom, rateMicro });
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
          <div className={styles.pair}>
            <SelectField
              label={t('exchange.currency')}
              value={currency}
              options={currencies.map((value) => ({ value, label: value }))}
              onCommit={setCurrency}
            />
            <DecimalField
              label={t('exchange.rate', { currency: base })}
              value={rateMicro}
              digits={MICRO_DIGITS}
              required={t('common:field.required')}
              sent={sent}
              onCommit={setRate}
            />
          </div>
          <DateField
            label={t('rate.validFrom')}
            value={validFrom}
            required={t('common:field.required')}
            sent={sent}
            onCommit={setFrom}
          />
        </>
      )}
    </SmallForm>
  );
}

export function NewOverhead({ base }: { base: string }) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('overhead.add')} label={t('overhead.new')}>
      {(close) => <OverheadForm base={base} onDone={close} />}
    </Add>
  );
}

function OverheadForm({ base, onDone }: { base: string; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const last = monthPeriod(addMonths(monthOf(today), -1));
  const command = useCommand('settings/set-overhead');
  const [fromOn, setFrom] = useState<string | null>(last.from);
  const [toOn, setTo] = useState<string | null>(last.to);
  const [facility, setFacility] = useState<number | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [internal, setInternal] = useState<number | null>(null);
  const [client, setClient] = useState<number | null>(null);
  return (
    <SmallForm
      title={t('overhead.new')}
      action={t('overhead.save')}
      failure={command.failure}
      isComplete={fromOn !== null && toOn !== null && facility !== null}
      isRunning={command.isRunning}
      submit={async () => {
        if (fromOn === null || toOn === null || facility === null) return;
        await command.run({
          fromOn,
          toOn,
          facilityCostMinor: facility,
          totalSeconds: total,
          internalSeconds: internal,
          internalHourCostMinor: null,
          clientSeconds: client,
        });
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
          <div className={styles.pair}>
            <DateField
              label={t('taxes.from')}
              value={fromOn}
              required={t('common:field.required')}
              sent={sent}
              onCommit={setFrom}
            />
            <DateField
              label={t('taxes.to')}
              value={toOn}
              required={t('common:field.required')}
              sent={sent}
              onCommit={setTo}
            />
          </div>
          <MoneyField
            label={t('overhead.facilityCost')}
            value={facility}
            currency={base}
            required={t('common:field.required')}
            sent={sent}
            hint={t('overhead.facilityHint')}
            onCommit={setFacility}
          />
          <div className={styles.pair}>
            <HoursField label={t('overhead.total')} value={total} onCommit={setTotal} />
            <HoursField label={t('overhead.internal')} value={internal} onCommit={setInternal} />
          </div>
          <HoursField
            label={t('overhead.client')}
            value={client}
            hint={t('overhead.hoursHint')}
            onCommit={setClient}
          />
        </>
      )}
    </SmallForm>
  );
}
