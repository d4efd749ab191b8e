import { type AccountingRateRow, readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import {
  listRateCard,
  type ProposalRow,
  type RateCardRow,
} from '../../../db/repositories/proposals.repo';
import type { ProposalPrice } from '../../../shared/contract/proposal-figures';
import { rowOn } from '../../../shared/domain/dated-rates';
import { mapFigure, missing, quantity, times } from '../../../shared/domain/figure';
import { roundToMinor } from '../../../shared/domain/money';
import { RateBook } from '../figures/rate-book';

const MICRO_DIGITS = 6;

/** 92413700 as «92.4137». */
function decimalOfMicro(rateMicro: number): string {
  const digits = String(rateMicro).padStart(MICRO_DIGITS + 1, '0');
  const whole = digits.slice(0, -MICRO_DIGITS);
  const rest = digits.slice(-MICRO_DIGITS).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

type Where = Pick<ProposalRow, 'currency' | 'pricesOn'>;

/** The price list on a day in one currency: own prices as they stand, others at the accounting rate of the day. */
export class PriceList {
  readonly #cards: ReadonlyMap<string, readonly RateCardRow[]>;
  readonly #book: RateBook;
  readonly #rates: readonly AccountingRateRow[];

  constructor(read: ReadDb, book: RateBook = new RateBook(read)) {
    this.#book = book;
    this.#rates = readAccountingRates(read);
    const cards = new Map<string, RateCardRow[]>();
    for (const row of listRateCard(read)) {
      const key = `${row.kind} ${row.title}`;
      const same = cards.get(key);
      if (same === undefined) cards.set(key, [row]);
      else same.push(row);
    }
    this.#cards = cards;
  }

  /** Every role and service with a price on the day. */
  all(where: Where): ProposalPrice[] {
    return [...this.#cards.values()].flatMap((rows) => {
      const price = this.#priceOf(rows, where);
      return price === null ? [] : [price];
    });
  }

  /** The price of an hour of a role; null where the list has none on the day. */
  ofRole(role: string, where: Where): ProposalPrice | null {
    const rows = [...this.#cards.values()].flat();
    return this.#priceOf(
      rows.filter((row) => row.kind === 'role' && row.role === role),
      where,
    );
  }

  #priceOf(rows: readonly RateCardRow[], { currency, pricesOn }: Where): ProposalPrice | null {
    const inCurrency = (wanted: string): RateCardRow | null =>
      rowOn(
        rows.filter((row) => row.currency === wanted),
        pricesOn,
      );
    const currencies = [...new Set(rows.map((row) => row.currency))].sort();
    const row =
      inCurrency(currency) ??
      inCurrency(this.#book.baseCurrency) ??
      currencies.map(inCurrency).find((each) => each !== null) ??
      null;
    if (row === null) return null;
    const price = {
      itemId: row.id,
      kind: row.kind,
      title: row.title,
      role: row.role,
      unit: row.unit,
      hoursSeconds: row.hoursSeconds,
    };
    if (row.currency === currency) {
      return { ...price, priceMinor: row.priceMinor, converted: null, missing: [] };
    }
    return { ...price, ...this.#convert(row, currency, pricesOn) };
  }

  /** Through one dated rate, which is shown; between two foreign currencies there is none to show. */
  #convert(
    row: RateCardRow,
    currency: string,
    on: string,
  ): Pick<ProposalPrice, 'priceMinor' | 'converted' | 'missing'> {
    const base = this.#book.baseCurrency;
    const refused = (code: string, params: Record<string, string>) => ({
      priceMinor: null,
      converted: null,
      missing: [missing(code, params)].map((item) => ({
        code: item.code,
        params: { ...item.params },
      })),
    });
    if (row.currency !== base && currency !== base) {
      return refused('price-currency', { from: row.currency, to: currency });
    }
    const foreign = currency === base ? row.currency : currency;
    const rate = this.#rates.findLast((each) => each.currency === foreign && each.validFrom <= on);
    if (rate === undefined) return refused('accounting-rate', { currency: foreign, on });
    const exact = mapFigure(
      times(quantity(row.priceMinor), this.#book.conversion(row.currency, currency, on)),
      (value) => (value === null ? null : roundToMinor(value)),
    );
    return {
      priceMinor: exact.known ? exact.value : null,
      converted: {
        fromMinor: row.priceMinor,
        fromCurrency: row.currency,
        rate: decimalOfMicro(rate.rateMicro),
        rateOf: foreign,
        rateIn: base,
        rateOn: rate.validFrom,
      },
      missing: [],
    };
  }
}
