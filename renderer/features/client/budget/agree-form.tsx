import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, SelectField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from './budget.module.css';

/** Freezes the plan of some months as the client agreed to it. */
export function AgreeForm({
  budget,
  onDone,
}: {
  readonly budget: Budget;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const today = useToday();
  const agree = useCommand('budgets/agree');
  const months = budget.months.map(({ month }) => ({ value: month, label: format.month(month) }));
  const [from, setFrom] = useState(months[0]?.value ?? budget.thisMonth);
  const [to, setTo] = useState(months.at(-1)?.value ?? budget.thisMonth);
  const [agreedOn, setOn] = useState(today);
  const [agreedBy, setBy] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);

  async function submit() {
    if (agreedBy === null || agreedBy === '') {
      setLacking(true);
      return;
    }
    const { clientId } = budget;
    const done = await agree
      .run({ clientId, from, to, agreedOn, agreedBy, note: note ?? '' })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form className={styles.form} label={t('agree.title')} onSubmit={submit}>
      <div className={styles.formPair}>
        <SelectField label={t('agree.from')} value={from} options={months} onCommit={setFrom} />
        <SelectField label={t('agree.to')} value={to} options={months} onCommit={setTo} />
      </div>
      <DateField
        label={t('agree.on')}
        value={agreedOn}
        onCommit={(value) => value !== null && setOn(value)}
      />
      <TextField label={t('agree.by')} value={agreedBy} autoFocus onCommit={setBy} />
      <TextField label={t('agree.note')} value={note} onCommit={setNote} />
      {isLacking ? <p className="msg neg">{t('agree.lacking')}</p> : null}
      <ErrorNote failure={agree.failure} />
      <Button variant="primary" type="submit" disabled={agree.isRunning}>
        {t('agree.submit')}
      </Button>
    </Form>
  );
}
