import type { AccountingRateRow } from '../../db/queries/portfolio.query';
import type { FigureDto } from '../../shared/contract/primitives';
import { type Fraction, fraction } from '../../shared/domain/fraction';
import { convertMinor } from '../../shared/domain/money';
import { figureOf, unknownFigure } from './profit-line';

const MICRO = 1_000_000;

/** Converts figures into the base currency at the workspace's dated accounting rates. */
export type BaseConverter = {
  /** Units of the base currency for one unit of `currency` on a date; null where none was entered. */
  rateOn(currency: string, date: string): Fraction | null;
  toBase(figure: FigureDto, currency: string, date: string): FigureDto;
};

/** The newest rate that began on or before a date counts. */
export function baseConverter(base: string, rows: readonly AccountingRateRow[]): BaseConverter {
  const newestFirst = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  function rateOn(currency: string, date: string): Fraction | null {
    if (currency === base) return fraction(1);
    const row = newestFirst.find((each) => each.currency === currency && each.validFrom <= date);
    return row === undefined ? null : fraction(row.rateMicro, MICRO);
  }
  return {
    rateOn,
    toBase(figure, currency, date) {
      if (figure.value === null || currency === base) return figure;
      const rate = rateOn(currency, date);
      if (rate === null)
        return unknownFigure([{ code: 'accounting-rate', params: { currency, on: date } }]);
      return figureOf(convertMinor(figure.value, currency, base, rate));
    },
  };
}
