import { type FormEvent, useState } from 'react';
import { parseDecimal } from '../../../../shared/i18n/parse-input';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { HoursField, MoneyField, SelectField } from '../../../components/fields';
import { useCommand, useRead } from '../../../lib/api';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import styles from './practice.module.css';

type Props = { kit: Kit; choices: Choices | undefined; onDone: () => void };

/** A proposal: what is to change on the site, what it takes, and by which number it will be judged. */
export function NewImprovement({ kit, choices, onDone }: Props) {
  const { t, format } = kit;
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const add = useCommand('improvements/add');
  const [chosen, setChosen] = useState('');
  const [title, setTitle] = useState('');
  const [estimateSeconds, setEstimate] = useState<number | null>(null);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const [measure, setMeasure] = useState('');
  const [unit, setUnit] = useState('');
  const [before, setBefore] = useState('');
  const [expected, setExpected] = useState('');
  const [sent, setSent] = useState(false);
  const clientId = chosen === '' ? (choices?.clients[0]?.id ?? '') : chosen;
  const currency = clients.find(({ id }) => id === clientId)?.currency ?? 'RUB';
  const decimal = (text: string) => (text.trim() === '' ? null : parseDecimal(format.lang, text));
  const problem = (text: string) =>
    sent && text.trim() !== '' && decimal(text) === null
      ? t('improve.numberNeeded', { given: text })
      : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    const isNumber = [before, expected].every(
      (text) => text.trim() === '' || decimal(text) !== null,
    );
    if (title.trim() === '' || clientId === '' || !isNumber) return;
    try {
      await add.run({
        clientId,
        title: title.trim(),
        description: '',
        estimateSeconds,
        amountMinor,
        measure: measure.trim(),
        measureUnit: unit.trim(),
        beforeValue: decimal(before),
        expectedValue: decimal(expected),
        taskId: null,
      });
      onDone();
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form
      className={`${styles.form} ${styles.twoWide}`}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <SelectField
        label={t('task.client')}
        value={clientId}
        options={(choices?.clients ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={setChosen}
      />
      <TextInput
        label={t('improve.what')}
        value={title}
        autoFocus
        onChange={setTitle}
        problem={sent && title.trim() === '' ? t('improve.whatNeeded') : null}
      />
      <HoursField label={t('task.estimate')} value={estimateSeconds} onCommit={setEstimate} />
      <MoneyField
        label={t('improve.amount')}
        value={amountMinor}
        currency={currency}
        onCommit={setAmount}
      />
      <TextInput
        label={t('improve.measure')}
        placeholder={t('improve.measureExample')}
        value={measure}
        onChange={setMeasure}
      />
      <TextInput label={t('improve.unit')} placeholder="%" value={unit} onChange={setUnit} />
      <TextInput
        label={t('improve.before')}
        value={before}
        onChange={setBefore}
        problem={problem(before)}
      />
      <TextInput
        label={t('improve.expected')}
        value={expected}
        onChange={setExpected}
        problem={problem(expected)}
      />
      <div className={styles.wide}>
        <ErrorNote failure={add.failure} />
        <Button type="submit" variant="primary" disabled={add.isRunning}>
          {t('improve.propose')}
        </Button>
      </div>
    </form>
  );
}
