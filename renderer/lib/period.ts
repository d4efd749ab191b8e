import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Period } from '../../shared/contract/primitives';
import { addMonths, isMonth, monthOf, monthPeriod } from '../../shared/domain/dates';
import { type Formats, useFormat } from './format';
import { useTranslation } from './translation';
import { useToday } from './workspace';

/** `2026-10`, `2026-Q4` or `2026`: how a period is written in the address. */
export type PeriodKey = string;

const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEAR = /^\d{4}$/;
/** Quarters of a year, by number. */
export const QUARTERS = [1, 2, 3, 4] as const;

/** The days a key stands for; null for a text that is no key. */
export function periodOfKey(key: PeriodKey): Period | null {
  if (isMonth(key)) return monthPeriod(key);
  const quarter = QUARTER.exec(key);
  if (quarter !== null) {
    const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`;
    return { from: monthPeriod(first).from, to: monthPeriod(addMonths(first, 2)).to };
  }
  if (YEAR.test(key)) return { from: `${key}-01-01`, to: `${key}-12-31` };
  return null;
}

/** The last month that has ended: what an agency looks at first. */
export function lastClosedMonth(today: string): PeriodKey {
  return addMonths(monthOf(today), -1);
}

/** The key of the quarter a month lies in. */
export function quarterOf(month: string): PeriodKey {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The key as long as this one, `steps` later. */
export function shiftKey(key: PeriodKey, steps: number): PeriodKey {
  if (isMonth(key)) return addMonths(key, steps);
  const quarter = QUARTER.exec(key);
  if (quarter !== null) {
    const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`;
    return quarterOf(addMonths(first, steps * 3));
  }
  return String(Number(key) + steps);
}

/** A period is closed when its last day is over. */
export function isClosed(period: Period, today: string): boolean {
  return period.to < today;
}

export type PeriodWords = {
  quarter: (quarter: { number: number; year: string }) => string;
  year: (year: string) => string;
};

/** «Октябрь 2026», «IV квартал 2026», «2026 год», by the words given. */
export function periodName(key: PeriodKey, format: Formats, words: PeriodWords): string {
  if (isMonth(key)) return format.month(key);
  const quarter = QUARTER.exec(key);
  if (quarter !== null) {
    return words.quarter({ number: Number(quarter[2]), year: quarter[1] ?? '' });
  }
  return words.year(key);
}

/** The period an address asks for; the last closed month where it names none. */
export function keyInAddress(search: string, today: string): PeriodKey {
  const asked = new URLSearchParams(search).get('p') ?? '';
  return periodOfKey(asked) === null ? lastClosedMonth(today) : asked;
}

/** The path with another period in its search part, everything else kept. */
export function withPeriod(path: string, search: string, key: PeriodKey): string {
  const params = new URLSearchParams(search);
  params.set('p', key);
  return `${path}?${params.toString()}`;
}

export type ChosenPeriod = {
  key: PeriodKey;
  period: Period;
  closed: boolean;
  choose: (key: PeriodKey) => void;
};

/** The period the whole window looks at; kept in the address as `?p=`, so Back returns to it. */
export function usePeriod(): ChosenPeriod {
  const today = useToday();
  const search = useSearch();
  const [path, navigate] = useLocation();
  const key = keyInAddress(search, today);
  const choose = useCallback(
    (next: PeriodKey) => navigate(withPeriod(path, search, next)),
    [navigate, path, search],
  );
  return useMemo(() => {
    const period = periodOfKey(key) ?? monthPeriod(lastClosedMonth(today));
    return { key, period, closed: isClosed(period, today), choose };
  }, [key, today, choose]);
}

/** «Октябрь 2026» and the like in the window's language. */
export function usePeriodName(): (key: PeriodKey) => string {
  const format = useFormat();
  const { t } = useTranslation('common');
  return useCallback(
    (key) =>
      periodName(key, format, {
        quarter: ({ number, year }) =>
          t('period.quarterName', { quarter: t(`period.numeral.${number}`), year }),
        year: (year) => t('period.yearName', { year }),
      }),
    [format, t],
  );
}
