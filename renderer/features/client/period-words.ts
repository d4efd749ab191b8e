import type { Period } from '../../../shared/contract/primitives';
import { monthOf, monthPeriod } from '../../../shared/domain/dates';
import type { Formats } from '../../lib/format';

/** A month inside a sentence: only English keeps its capital. */
export function inSentence(text: string, format: Formats): string {
  return format.lang === 'en' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** «октябрь 2026», «май — октябрь 2026»; days where the period is not of whole months. */
export function periodWords(period: Period, format: Formats): string {
  const first = monthOf(period.from);
  const last = monthOf(period.to);
  const isWhole = monthPeriod(first).from === period.from && monthPeriod(last).to === period.to;
  if (!isWhole) return format.dateRange(period.from, period.to);
  if (first === last) return inSentence(format.month(first), format);
  const from =
    first.slice(0, 4) === last.slice(0, 4) && format.lang !== 'lv'
      ? format.monthName(first)
      : format.month(first);
  return `${inSentence(from, format)} — ${inSentence(format.month(last), format)}`;
}
