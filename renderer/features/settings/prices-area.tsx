import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/contract';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import {
  DateField,
  HoursField,
  MoneyField,
  PercentField,
  SelectField,
  TextField,
} from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday, useWorkspace } from '../../lib/workspace';
import styles from './settings.module.css';
import { Add, SmallForm } from './small-form';

type RateCard = Output<'rate-card/list'>;
type Price = RateCard['items'][number];

const KINDS = ['role', 'service'] as const;

/** The price list that estimates are made from, and who may give which discount. */
export function PricesArea() {
  const { t } = useTranslation('settings');
  const { data, error } = useRead('rate-card/list', {});
  const [past, setPast] = useState(false);
  const today = useToday();
  if (data === undefined) {
    return error === null ? <LoadingShape /> : <ErrorNote failure={failureOf(error)} />;
  }
  const hasEnded = (price: Price) => price.validTo !== null && price.validTo < today;
  const shown = past ? data.items : data.items.filter((price) => !hasEnded(price));
  const ended = data.items.length - data.items.filter((price) => !hasEnded(price)).length;
  return (
    <>
      <Pane title={t('prices.title')} caption={t('prices.caption')} actions={<NewPrice />}>
        {data.items.length === 0 ? (
          <EmptyState title={t('prices.none')} text={t('prices.noneText')} />
        ) : (
          <PriceTable prices={shown} />
        )}
        {ended === 0 ? null : (
          <p className={styles.note}>
            <Button variant="quiet" onClick={() => setPast(!past)}>
              {past ? t('prices.hidePast') : t('prices.showPast', { count: ended })}
            </Button>
          </p>
        )}
      </Pane>
      <Limits card={data} />
    </>
  );
}

function PriceTable({ prices }: { prices: readonly Price[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  const remove = useCommand('rate-card/remove');
  return (
    <>
      <table className={`tb flat ${styles.table}`} aria-label={t('prices.title')}>
        <colgroup>
          <col />
          <col style={{ width: '26%' }} />
          <col style={{ width: 72 }} />
          <col style={{ width: 96 }} />
          <col style={{ width: 116 }} />
          <col style={{ width: 128 }} />
          <col style={{ width: 92 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('prices.name')}</th>
            <th>{t('prices.role')}</th>
            <th>{t('prices.unit')}</th>
            <th className="n">{t('prices.hours')}</th>
            <th>{t('prices.from')}</th>
            <th className="n">{t('prices.price')}</th>
            <th>
              <span className="unseen">{t('prices.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {prices.map((price) => {
            const isNow =
              price.validFrom <= today && (price.validTo === null || price.validTo >= today);
            return (
              <tr key={price.id}>
                <td className={isNow ? 'm' : 't2'} title={price.title}>
                  {price.title}
                </td>
                <td className="t2" title={price.role}>
                  {price.role}
                </td>
                <td className="t2">{price.unit}</td>
                <td className="n t2">
                  {price.hoursSeconds === 0 ? '—' : format.hours(price.hoursSeconds, { max: 1 })}
                </td>
                <td className="t2">{format.date(price.validFrom)}</td>
                <td className={isNow ? 'n m' : 'n t2'}>
                  {format.money(price.priceMinor, price.currency)}
                </td>
                <td className="n">
                  <Button
                    variant="quiet"
                    aria-label={t('prices.remove', { name: price.title })}
                    onClick={() => remove.send({ id: price.id, revision: price.revision })}
                  >
                    {t('prices.removeWord')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ErrorNote failure={remove.failure} />
    </>
  );
}

function NewPrice() {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('prices.new')} label={t('prices.newTitle')}>
      {(close) => <PriceForm onDone={close} />}
    </Add>
  );
}

/** The base currency, and those the agency bills in or has a rate of. */
function useCurrencies(baseCurrency: string): string[] {
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  return [...new Set([baseCurrency, ...clients.map(({ currency }) => currency), 'EUR', 'USD'])];
}

function PriceForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const { baseCurrency } = useWorkspace();
  const people = useRead('people/list', {}).data?.people ?? [];
  const roles = [...new Set(people.map(({ role }) => role).filter((role) => role !== ''))].sort();
  const command = useCommand('rate-card/set');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('role');
  const [title, setTitle] = useState<string | null>(null);
  const [chosenRole, setRole] = useState('');
  const [unit, setUnit] = useState<string | null>(null);
  const [priceMinor, setPrice] = useState<number | null>(null);
  const [currency, setCurrency] = useState(baseCurrency);
  const currencies = useCurrencies(baseCurrency);
  const [hoursSeconds, setHours] = useState<number | null>(null);
  const [validFrom, setFrom] = useState<string | null>(today);
  const role = chosenRole === '' ? (roles[0] ?? '') : chosenRole;
  const name = (title ?? (kind === 'role' ? role : '')).trim();
  const isComplete = name !== '' && priceMinor !== null && validFrom !== null;
  return (
    <SmallForm
      title={t('prices.newTitle')}
      action={t('prices.add')}
      failure={command.failure}
      isComplete={isComplete}
      isRunning={command.isRunning}
      submit={() =>
        command.run({
          kind,
          title: name,
          role,
          unit: unit ?? (kind === 'role' ? t('prices.hour') : ''),
          priceMinor: priceMinor ?? 0,
          currency,
          hoursSeconds: kind === 'role' ? 0 : (hoursSeconds ?? 0),
          validFrom: validFrom ?? today,
          validTo: null,
        })
      }
      onDone={onDone}
    >
      {(sent) => (
        <>
          <SelectField
            label={t('prices.kind')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`prices.kindOf.${value}`) }))}
            onCommit={setKind}
          />
          <SelectField
            label={t('prices.role')}
            value={role}
            options={roles.map((value) => ({ value, label: value }))}
            onCommit={setRole}
          />
          <TextField
            label={t('prices.name')}
            value={name === '' ? null : name}
            onCommit={setTitle}
            sent={sent}
            required={t('prices.nameMissing')}
          />
          {kind === 'role' ? null : (
            <>
              <TextField label={t('prices.unit')} value={unit} onCommit={setUnit} />
              <HoursField label={t('prices.hours')} value={hoursSeconds} onCommit={setHours} />
            </>
          )}
          <SelectField
            label={t('prices.currency')}
            value={currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onCommit={setCurrency}
          />
          <MoneyField
            label={t('prices.price')}
            value={priceMinor}
            currency={currency}
            onCommit={setPrice}
            sent={sent}
            required={t('prices.priceMissing')}
          />
          <DateField
            label={t('prices.from')}
            value={validFrom}
            onCommit={setFrom}
            sent={sent}
            required={t('prices.fromMissing')}
          />
        </>
      )}
    </SmallForm>
  );
}

/** Up to which discount a manager and a lead decide alone. */
function Limits({ card }: { card: RateCard }) {
  const { t } = useTranslation('settings');
  const set = useCommand('rate-card/set-discount-limit');
  return (
    <Pane title={t('limits.title')} caption={t('limits.caption')} line="top">
      <div className={styles.limits}>
        <PercentField
          label={t('limits.manager')}
          value={card.managerMaxPpm}
          onCommit={(maxPpm) => set.send({ decider: 'manager', maxPpm: maxPpm ?? 0 })}
        />
        <PercentField
          label={t('limits.lead')}
          value={card.leadMaxPpm}
          onCommit={(maxPpm) => set.send({ decider: 'lead', maxPpm: maxPpm ?? 0 })}
        />
      </div>
      <ErrorNote failure={set.failure} />
    </Pane>
  );
}
