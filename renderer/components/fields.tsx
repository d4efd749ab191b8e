import type { ReactNode, Ref } from 'react';
import { currencyExponent, MAX_MINOR } from '../../shared/domain/money';
import { parseDate, parseDecimal, parseHours, parsePercent } from '../../shared/i18n/parse-input';
import { useFormat } from '../lib/format';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import { FieldFrame, type FieldNote, TypedField } from './field';
import styles from './field.module.css';
import { Icon } from './icon';

type Common<T> = {
  label: string;
  hideLabel?: boolean;
  value: T | null;
  onCommit: (value: T | null) => void;
  required?: string | undefined;
  sent?: boolean | undefined;
  warning?: string | null | undefined;
  hint?: string | undefined;
  placeholder?: string | undefined;
  suffix?: string | undefined;
  disabled?: boolean | undefined;
  disabledReason?: string | undefined;
  autoFocus?: boolean | undefined;
  onEscape?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement>;
};

/** Whole units and decimals of an exact decimal as an integer of its smallest unit; null beyond range. */
function scaled(decimal: string, digits: number, limit: number): number | null {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  if (fraction.replace(/0+$/, '').length > digits) return null;
  const value = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (value > BigInt(limit)) return null;
  return Number(negative ? -value : value);
}

/** One line of text. `check` answers what is wrong, or null. */
export function TextField(
  props: Common<string> & { check?: (text: string) => string | null; maxLength?: number },
) {
  const { check, maxLength = 500, ...rest } = props;
  return (
    <TypedField
      {...rest}
      maxLength={maxLength}
      show={(text) => text}
      parse={(text) => {
        const trimmed = text.trim();
        const problem = check?.(trimmed) ?? null;
        return problem === null ? { value: trimmed } : { problem };
      }}
    />
  );
}

/** An amount in minor units of its currency. */
export function MoneyField(props: Common<number> & { currency: string; allowNegative?: boolean }) {
  const { currency, allowNegative = false, ...rest } = props;
  const format = useFormat();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...rest}
      align="right"
      inputMode="decimal"
      suffix={props.suffix ?? format.currencySign(currency)}
      show={(minor) => format.amount(minor, currency)}
      parse={(text) => {
        const decimal = parseDecimal(format.lang, text);
        if (decimal === null) return { problem: t('field.moneyRule', { given: text }) };
        if (!allowNegative && decimal.startsWith('-')) return { problem: t('field.notNegative') };
        const minor = scaled(decimal, currencyExponent(currency), MAX_MINOR);
        return minor === null
          ? { problem: t('field.moneyRule', { given: text }) }
          : { value: minor };
      }}
    />
  );
}

/** A rate in ppm, typed in per cent: 22 stands for 220000. */
export function PercentField(props: Common<number> & { maxPpm?: number }) {
  const { maxPpm = 1_000_000, ...rest } = props;
  const format = useFormat();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...rest}
      align="right"
      inputMode="decimal"
      suffix="%"
      show={(ppm) => format.number(ppm / 10_000, { max: 4 })}
      parse={(text) => {
        const decimal = parsePercent(format.lang, text);
        const ppm = decimal === null ? null : scaled(decimal, 4, maxPpm);
        if (ppm === null || ppm < 0) {
          return {
            problem: t('field.percentRule', { max: format.ratePpm(maxPpm), given: text }),
          };
        }
        return { value: ppm };
      }}
    />
  );
}

/** A duration in seconds, typed as hours: `1,5` or `1:30`. */
export function HoursField(props: Common<number> & { maxSeconds?: number }) {
  const { maxSeconds = 1_000_000_000, ...rest } = props;
  const format = useFormat();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...rest}
      align="right"
      inputMode="decimal"
      suffix={props.suffix ?? t('unit.hours')}
      show={(seconds) => format.hours(seconds, { max: 2 })}
      parse={(text) => {
        const seconds = parseHours(format.lang, text);
        if (seconds === null || seconds > maxSeconds) {
          return { problem: t('field.hoursRule', { given: text }) };
        }
        return { value: seconds };
      }}
    />
  );
}

/** A whole number within bounds. */
export function NumberField(props: Common<number> & { min?: number; max?: number }) {
  const { min = 0, max = 1_000_000_000, ...rest } = props;
  const format = useFormat();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...rest}
      align="right"
      inputMode="numeric"
      show={(value) => format.number(value)}
      parse={(text) => {
        const decimal = parseDecimal(format.lang, text);
        const value = decimal === null ? null : scaled(decimal, 0, Number.MAX_SAFE_INTEGER);
        if (value === null || value < min || value > max) {
          return {
            problem: t('field.numberRule', {
              min: format.number(min),
              max: format.number(max),
              given: text,
            }),
          };
        }
        return { value };
      }}
    />
  );
}

/** An exact decimal kept as an integer of 10^-digits: an exchange rate of 92,40 with 6 digits is 92400000. */
export function DecimalField(props: Common<number> & { digits: number; shownDigits?: number }) {
  const { digits, shownDigits = 2, ...rest } = props;
  const format = useFormat();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...rest}
      align="right"
      inputMode="decimal"
      show={(value) => format.number(value / 10 ** digits, { min: shownDigits, max: digits })}
      parse={(text) => {
        const decimal = parseDecimal(format.lang, text);
        const value = decimal === null ? null : scaled(decimal, digits, Number.MAX_SAFE_INTEGER);
        return value === null || value <= 0
          ? { problem: t('field.decimalRule', { given: text }) }
          : { value };
      }}
    />
  );
}

/** A day, typed as the language writes it: dd.mm.yyyy, `21 Nov 2026`; the year may be left out. */
export function DateField(props: Common<string>) {
  const format = useFormat();
  const today = useToday();
  const { t } = useTranslation('common');
  return (
    <TypedField
      {...props}
      placeholder={props.placeholder ?? t('field.datePlaceholder')}
      show={format.date}
      parse={(text) => {
        const date = parseDate(text, today);
        return date === null
          ? { problem: t('field.dateRule', { example: format.date(today), given: text }) }
          : { value: date };
      }}
    />
  );
}

export type Option<T extends string> = { value: T; label: string };

type SelectProps<T extends string> = {
  label: string;
  hideLabel?: boolean;
  value: T;
  options: readonly Option<T>[];
  onCommit: (value: T) => void;
  note?: FieldNote | null;
  disabled?: boolean;
};

/** One of many: the system's own list, with its keys and its search by letters. */
export function SelectField<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel = false, value, options, onCommit, note = null } = props;
  return (
    <FieldFrame label={label} hideLabel={hideLabel} note={note}>
      {({ inputId, noteId }) => (
        <span className={`field ${styles.box} ${props.disabled === true ? 'is-off' : ''}`}>
          <select
            id={inputId}
            className={styles.select}
            value={value}
            disabled={props.disabled}
            aria-describedby={noteId}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen !== undefined) onCommit(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles.chevron}>
            <Icon name="down" size={14} />
          </span>
        </span>
      )}
    </FieldFrame>
  );
}

type CheckProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

/** A box with its words. */
export function CheckField({ label, checked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        className="unseen"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={checked ? 'chk on' : 'chk'}>
        {checked ? <Icon name="check" size={12} /> : null}
      </span>
      <span>{label}</span>
    </label>
  );
}
