import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { addMonths, monthOf, monthPeriod } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { DateField, MoneyField, SelectField } from '../../components/fields';
import { NewDialog } from '../../components/new-dialog';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import styles from './media-plans.module.css';

/** For whom, for which days, within what budget: the empty plan opens. */
export function NewPlan() {
  const { t } = useTranslation('media-plans');
  return (
    <NewDialog list="/media-plans" button={t('new.button')} title={t('new.title')}>
      <NewPlanForm />
    </NewDialog>
  );
}

function NewPlanForm() {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const add = useCommand('media-plans/add');
  const next = monthPeriod(addMonths(monthOf(today), 1));
  const [chosenClient, setClient] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [from, setFrom] = useState(next.from);
  const [to, setTo] = useState(next.to);
  const [unit, setUnit] = useState<'month' | 'week' | 'day'>('week');
  const [budget, setBudget] = useState<number | null>(null);
  const [sent, setSent] = useState(false);
  const client = clients.find(({ id }) => id === chosenClient) ?? clients[0];
  const currency = client?.currency ?? 'RUB';
  const suggested =
    client === undefined ? '' : `${client.name}, ${format.month(monthOf(from)).toLowerCase()}`;
  const title = (name ?? suggested).trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (client === undefined || title === '') return;
    try {
      const { id } = await add.run({
        clientId: client.id,
        currency: null,
        name: title,
        projectId: null,
        from,
        to,
        columnUnit: unit,
        columns: [],
        note: '',
        commissionPpm: null,
        commissionBasis: 'on-top',
        clientDiscountPpm: 0,
        vatMode: 'by-date',
        vatPpm: null,
        budgetGrossMinor: budget,
      });
      navigate(`/media-plans/${id}`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <SelectField
        label={t('new.client')}
        value={client?.id ?? ''}
        options={clients.map(({ id, name: word }) => ({ value: id, label: word }))}
        onCommit={setClient}
        note={clients.length === 0 ? { tone: 'warn', text: t('new.noClients') } : null}
      />
      <TextInput
        label={t('new.name')}
        value={name ?? suggested}
        onChange={setName}
        autoFocus
        problem={sent && title === '' ? t('new.nameMissing') : null}
      />
      <div className={styles.pair}>
        <DateField label={t('new.from')} value={from} onCommit={(day) => day && setFrom(day)} />
        <DateField label={t('new.to')} value={to} onCommit={(day) => day && setTo(day)} />
      </div>
      <div className={styles.pair}>
        <SelectField
          label={t('new.columns')}
          value={unit}
          options={(['week', 'month', 'day'] as const).map((value) => ({
            value,
            label: t(`unit.${value}`),
          }))}
          onCommit={setUnit}
        />
        <MoneyField
          label={t('new.budget')}
          value={budget}
          currency={currency}
          onCommit={setBudget}
          hint={t('new.budgetHint')}
        />
      </div>
      <ErrorNote failure={add.failure} />
      <div className={styles.formFoot}>
        <Button variant="primary" type="submit" disabled={add.isRunning || clients.length === 0}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  );
}
