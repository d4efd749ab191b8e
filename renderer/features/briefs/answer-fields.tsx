import { useTranslation } from 'react-i18next';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { DateField, MoneyField, SelectField } from '../../components/fields';
import { useFormat } from '../../lib/format';
import type { Typed } from './answer-saver';
import { AudienceAnswer } from './audience-answer';
import styles from './brief-editor.module.css';
import { ChecklistAnswer } from './checklist-answer';
import { FileAnswer } from './file-answer';
import { ListAnswer } from './list-answer';
import { RichAnswer } from './rich/rich-answer';
import { TableAnswer } from './table-answer';

export type AnswerProps = {
  field: TemplateField;
  answer: Answer | undefined;
  onChange: (answer: Typed) => void;
  /** Saves at once: the field was left. */
  onLeave: () => void;
  /** An agreed brief is read, not edited. */
  fixed: boolean;
  /** The client's, for amounts. */
  currency: string;
  /** Ids of the words below the field that describe it. */
  describedBy: string | undefined;
};

/** The field of a question by its type. Its name is above it in the document. */
export function AnswerField(props: AnswerProps) {
  switch (props.field.type) {
    case 'text':
      return <TextAnswer {...props} />;
    case 'list':
      return <ListAnswer {...props} />;
    case 'table':
      return <TableAnswer {...props} />;
    case 'choice':
      return <ChoiceAnswer {...props} />;
    case 'money':
      return <MoneyAnswer {...props} />;
    case 'date':
      return <DateAnswer {...props} />;
    case 'rich':
      return <RichAnswer {...props} />;
    case 'file':
      return <FileAnswer {...props} />;
    case 'audience':
      return <AudienceAnswer {...props} />;
    case 'checklist':
      return <ChecklistAnswer {...props} />;
  }
}

function TextAnswer({ field, answer, onChange, onLeave, fixed, describedBy }: AnswerProps) {
  const text = answer?.type === 'text' ? answer.text : '';
  return (
    <textarea
      className={styles.text}
      aria-label={field.label}
      aria-describedby={describedBy}
      aria-required={field.required}
      placeholder={field.help}
      rows={1}
      maxLength={20_000}
      value={text}
      readOnly={fixed}
      spellCheck={false}
      onChange={(event) =>
        onChange(event.target.value === '' ? null : { type: 'text', text: event.target.value })
      }
      onBlur={onLeave}
    />
  );
}

function ChoiceAnswer({ field, answer, onChange, onLeave, fixed }: AnswerProps) {
  const { t } = useTranslation('brief');
  const chosen = answer?.type === 'choice' ? answer.choice : '';
  return (
    <div className={styles.short}>
      <SelectField
        label={field.label}
        hideLabel
        disabled={fixed}
        value={chosen}
        options={[
          { value: '', label: t('field.unchosen') },
          ...field.choices.map(({ key, label }) => ({ value: key, label })),
        ]}
        onCommit={(choice) => {
          onChange(choice === '' ? null : { type: 'choice', choice });
          onLeave();
        }}
      />
    </div>
  );
}

const CURRENCIES = ['RUB', 'EUR', 'USD'] as const;

function MoneyAnswer({ field, answer, onChange, onLeave, fixed, currency }: AnswerProps) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const money =
    answer?.type === 'money'
      ? answer
      : ({ type: 'money', minor: 0, currency, includesVat: true } as const);
  const commit = (patch: Partial<typeof money>) => {
    const next = { ...money, ...patch };
    onChange(next.minor === 0 ? null : next);
    onLeave();
  };
  const currencies = [...new Set([money.currency, ...CURRENCIES])];
  return (
    <div className={styles.money}>
      <MoneyField
        label={field.label}
        hideLabel
        disabled={fixed}
        currency={money.currency}
        value={money.minor === 0 ? null : money.minor}
        {...(fixed ? { disabledReason: format.money(money.minor, money.currency) } : {})}
        onCommit={(minor) => commit({ minor: minor ?? 0 })}
      />
      <SelectField
        label={t('field.currency')}
        hideLabel
        disabled={fixed}
        value={money.currency}
        options={currencies.map((code) => ({ value: code, label: code }))}
        onCommit={(code) => commit({ currency: code })}
      />
      <SelectField
        label={t('field.vat')}
        hideLabel
        disabled={fixed}
        value={money.includesVat ? 'with' : 'without'}
        options={[
          { value: 'with', label: t('field.withVat') },
          { value: 'without', label: t('field.withoutVat') },
        ]}
        onCommit={(vat) => commit({ includesVat: vat === 'with' })}
      />
    </div>
  );
}

function DateAnswer({ field, answer, onChange, onLeave, fixed }: AnswerProps) {
  const format = useFormat();
  const on = answer?.type === 'date' ? answer.on : null;
  return (
    <div className={styles.date}>
      <DateField
        label={field.label}
        hideLabel
        disabled={fixed}
        {...(fixed && on !== null ? { disabledReason: format.date(on) } : {})}
        value={on}
        onCommit={(next) => {
          onChange(next === null ? null : { type: 'date', on: next });
          onLeave();
        }}
      />
    </div>
  );
}
