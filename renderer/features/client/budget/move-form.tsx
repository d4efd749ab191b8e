import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { BUDGET_KINDS, type BudgetKind } from '../../../../shared/domain/budget';
import { addMonths } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { HoursField, MoneyField, SelectField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import styles from './budget.module.css';
import { sumWords } from './budget-words';

/** Moves hours or money of a section from one month to another, or what a month left to the next. */
export function MoveForm({
  budget,
  onDone,
}: {
  readonly budget: Budget;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const move = useCommand('budgets/move');
  const carry = useCommand('budgets/carry-over');
  const { clientId, currency, sections, thisMonth } = budget;
  const [sectionId, setSection] = useState(sections[0]?.projectId ?? '');
  const [kind, setKind] = useState<BudgetKind>('hours');
  const before = budget.months.filter(({ month }) => month < thisMonth).at(-1)?.month ?? thisMonth;
  const [from, setFrom] = useState(before);
  const [to, setTo] = useState(thisMonth);
  const [amount, setAmount] = useState<number | null>(null);
  const [isLacking, setLacking] = useState(false);
  const section = sections.find(({ projectId }) => (projectId ?? '') === sectionId);
  const kinds = BUDGET_KINDS.filter((each) => section?.rows.some((row) => row.kind === each));
  const chosen = kinds.includes(kind) ? kind : 'hours';
  const cell = section?.rows
    .find((row) => row.kind === chosen)
    ?.cells.find(({ month }) => month === from);
  const left = Math.max(0, cell?.remaining ?? 0);
  const months = budget.months.map(({ month, lock }) => ({
    value: month,
    label: lock === null ? format.month(month) : `${format.month(month)}, ${t('locked')}`,
  }));
  const at = { clientId, projectId: section?.projectId ?? null, kind: chosen };

  async function submit() {
    if (amount === null || amount === 0) {
      setLacking(true);
      return;
    }
    const done = await move.run({ ...at, fromMonth: from, toMonth: to, amount }).catch(() => null);
    if (done !== null) onDone();
  }

  async function carryOver() {
    const done = await carry.run({ ...at, month: from }).catch(() => null);
    if (done !== null) onDone();
  }

  const field = { label: t('move.amount'), value: amount, onCommit: setAmount };
  return (
    <Form className={styles.form} label={t('move.title')} onSubmit={submit}>
      <SelectField
        label={t('move.section')}
        value={sectionId}
        options={sections.map(({ projectId, name }) => ({
          value: projectId ?? '',
          label: projectId === null ? t('noProject') : name,
        }))}
        onCommit={setSection}
      />
      <SelectField
        label={t('move.kind')}
        value={chosen}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onCommit={setKind}
      />
      <div className={styles.formPair}>
        <SelectField label={t('move.from')} value={from} options={months} onCommit={setFrom} />
        <SelectField label={t('move.to')} value={to} options={months} onCommit={setTo} />
      </div>
      {chosen === 'hours' ? (
        <HoursField {...field} hint={leftWords()} />
      ) : (
        <MoneyField {...field} currency={currency} hint={leftWords()} />
      )}
      {isLacking ? <p className="msg neg">{t('move.lacking')}</p> : null}
      <ErrorNote failure={move.failure ?? carry.failure} />
      <div className={styles.actions}>
        <Button variant="primary" type="submit" disabled={move.isRunning}>
          {t('move.submit')}
        </Button>
        <Button disabled={left === 0 || carry.isRunning} onClick={() => void carryOver()}>
          {t('move.carry', { month: format.monthShort(addMonths(from, 1)) })}
        </Button>
      </div>
    </Form>
  );

  function leftWords(): string {
    return t('move.left', { sum: sumWords(format, chosen, currency, left) });
  }
}
