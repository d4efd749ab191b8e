import type { Unit } from '../../shared/contract/portfolio.contract';
import type { Formats } from './format';

export type FigureStyle = {
  unit: Unit;
  /** Needed for money. */
  currency?: string | null;
  /** Drops kopecks; choose it for a whole column, never for one cell. */
  whole?: boolean;
  /** Writes ₽, %, ч beside the number; without it the head of the column names them. */
  withUnit?: boolean;
  /** Puts a plus before values above zero. */
  plus?: boolean;
  /** Decimals of per cents, hours and scores. */
  decimals?: number;
};

/** A known value in words and digits: minor units, ppm and seconds in, `1 234,56`, `44,8`, `13,4` out. */
export function formatValue(format: Formats, value: number, style: FigureStyle): string {
  const plus = style.plus ?? false;
  const withUnit = style.withUnit ?? false;
  switch (style.unit) {
    case 'money':
    case 'money-per-hour': {
      const currency = style.currency ?? 'RUB';
      if (!withUnit) return format.amount(value, currency, { plus, whole: style.whole ?? false });
      return style.whole === true
        ? format.moneyWhole(value, currency, { plus })
        : format.money(value, currency, { plus });
    }
    case 'ppm': {
      const decimals = { min: style.decimals ?? 1, plus };
      return withUnit
        ? format.percent(value / 10_000, decimals)
        : format.number(value / 10_000, decimals);
    }
    case 'seconds': {
      // Rows of hours add up on screen only where quarters of an hour are not rounded away.
      const decimals =
        style.decimals === undefined ? { max: 2, plus } : { min: style.decimals, plus };
      return withUnit ? format.hoursUnit(value, decimals) : format.hours(value, decimals);
    }
    case 'days':
    case 'score':
      return format.number(value, { min: style.decimals ?? 0, plus });
  }
}

/** «—»: a ratio without a denominator. */
export const DASH = '—';
