import type { BudgetKind, BudgetTotal } from '../../../../shared/domain/budget';
import type { Formats } from '../../../lib/format';

/** A row of the budget, or all its money together. */
export type ShownKind = BudgetKind | 'money';

/** An amount as a cell shows it: whole units of money, hours. */
export function amountWords(format: Formats, kind: ShownKind, currency: string, amount: number) {
  return kind === 'hours'
    ? format.hours(amount, { max: 2 })
    : format.amount(amount, currency, { whole: true });
}

/** The same with its unit. */
export function sumWords(format: Formats, kind: ShownKind, currency: string, amount: number) {
  return kind === 'hours'
    ? format.hoursUnit(amount, { max: 2 })
    : format.moneyWhole(amount, currency);
}

/** Tone of a warning; the words say the same. */
export function warningTone(warning: BudgetTotal['warning']): 'warn' | 'neg' | null {
  if (warning === 'none') return null;
  return warning === 'near' ? 'warn' : 'neg';
}
