import {
  type BillRateRow,
  type DatedRateRow,
  type OverheadRow,
  type PayRateRow,
  readAgencySeconds,
  readBillRates,
  readDatedRates,
  readInternalTime,
  readOverheadPeriods,
  readPayRates,
  readPeople,
} from '../../../db/queries/figure-rates.query';
import { readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import { rowOn } from '../../../shared/domain/dated-rates';
import { addDays, monthOf, type Period, type PlainDate } from '../../../shared/domain/dates';
import {
  missing,
  over,
  type Quantity,
  quantity,
  times,
  unknown,
} from '../../../shared/domain/figure';
import { fraction } from '../../../shared/domain/fraction';
import { minorPerMajor } from '../../../shared/domain/money';
import { type OverheadPerHour, overheadPerHour } from '../../../shared/domain/overhead';
import { averageRate, loadedHourlyCost } from '../../../shared/domain/time-cost';
import { type BaseConverter, baseConverter } from '../accounting-rate';
import { requireAgency } from '../portfolio.service';

const KINDS = ['vat', 'payroll-tax', 'upsell-bonus', 'ad-levy'] as const;

type Rates<R> = ReadonlyMap<string, readonly R[]>;

function byPerson<R extends { personId: string }>(rows: readonly R[]): Rates<R> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const group = grouped.get(row.personId);
    if (group === undefined) grouped.set(row.personId, [row]);
    else group.push(row);
  }
  return grouped;
}

/** Months in which a row begins, or stops being valid, on a day other than the first. */
function monthsWithChange(
  rows: readonly { validFrom: PlainDate; validTo: PlainDate | null }[],
): string[] {
  return rows
    .flatMap(({ validFrom, validTo }) =>
      validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)],
    )
    .filter((day) => !day.endsWith('-01'))
    .map(monthOf);
}

/**
 * Every dated rate of a workspace, read once, answering what holds on a day. A rate object is made once
 * and shared, so that equal rates are multiplied once.
 */
export class RateBook {
  readonly baseCurrency: string;
  /** Months within which an hour's cost or price changes. */
  readonly splitMonths: readonly string[];
  readonly #read: ReadDb;
  readonly #country: string;
  readonly #names: ReadonlyMap<string, string>;
  readonly #pay: Rates<PayRateRow>;
  readonly #bill: Rates<BillRateRow>;
  readonly #dated: ReadonlyMap<string, readonly DatedRateRow[]>;
  readonly #overheads: readonly OverheadRow[];
  readonly #converter: BaseConverter;
  readonly #costs = new Map<PayRateRow, Map<DatedRateRow, Quantity>>();
  readonly #prices = new Map<BillRateRow, Map<string, Quantity>>();
  readonly #overheadCosts = new Map<OverheadRow, OverheadPerHour>();

  constructor(read: ReadDb) {
    const agency = requireAgency(read);
    const payRates = readPayRates(read);
    const billRates = readBillRates(read);
    this.#read = read;
    this.#country = agency.country;
    this.baseCurrency = agency.baseCurrency;
    this.#names = new Map(readPeople(read).map((person) => [person.id, person.name]));
    this.#pay = byPerson(payRates);
    this.#bill = byPerson(billRates);
    const dated = readDatedRates(read, agency.country);
    const ofKind = (kind: DatedRateRow['kind']): DatedRateRow[] =>
      dated.filter((row) => row.kind === kind);
    this.#dated = new Map(KINDS.map((kind) => [kind, ofKind(kind)]));
    this.#overheads = readOverheadPeriods(read);
    this.#converter = baseConverter(agency.baseCurrency, readAccountingRates(read));
    const taxes = ofKind('payroll-tax');
    this.splitMonths = [
      ...new Set([...payRates, ...billRates, ...taxes].flatMap((row) => monthsWithChange([row]))),
    ];
  }

  /** The person's name, as the sentence about a missing rate needs it. */
  nameOf(personId: string): string {
    return this.#names.get(personId) ?? personId;
  }

  /** A dated rate of the agency's country in ppm; null where none holds on the day. */
  ratePpm(kind: DatedRateRow['kind'], on: PlainDate): number | null {
    return this.#row(kind, on)?.ratePpm ?? null;
  }

  /** Loaded cost of a person's hour on a day, minor units of the base currency, exact. */
  costRate(personId: string, on: PlainDate): Quantity {
    const pay = rowOn(this.#pay.get(personId) ?? [], on);
    if (pay === null) return unknown(missing('pay-rate', { person: this.nameOf(personId), on }));
    const tax = this.#row('payroll-tax', on);
    if (tax === null) return unknown(missing('payroll-tax', { country: this.#country, on }));
    const costs = this.#costs.get(pay) ?? new Map<DatedRateRow, Quantity>();
    this.#costs.set(pay, costs);
    const cost = costs.get(tax) ?? loadedHourlyCost({ ...pay, payrollTaxPpm: tax.ratePpm });
    costs.set(tax, cost);
    return cost;
  }

  /** What a person's hour on a day is sold for, minor units of the currency it is settled in, exact. */
  billRate(personId: string, on: PlainDate, currency: string, settledOn: PlainDate): Quantity {
    const price = rowOn(this.#bill.get(personId) ?? [], on);
    if (price === null) return unknown(missing('bill-rate', { person: this.nameOf(personId), on }));
    const prices = this.#prices.get(price) ?? new Map<string, Quantity>();
    this.#prices.set(price, prices);
    const key = `${currency} ${settledOn}`;
    const rate =
      prices.get(key) ??
      times(quantity(price.hourPriceMinor), this.conversion(price.currency, currency, settledOn));
    prices.set(key, rate);
    return rate;
  }

  /** Minor units of `to` for one minor unit of `from` at the accounting rates of a day. */
  conversion(from: string, to: string, on: PlainDate): Quantity {
    if (from === to) return quantity(1);
    const minorUnits = fraction(minorPerMajor(to), minorPerMajor(from));
    return times(
      over(this.#accountingRate(from, on), this.#accountingRate(to, on)),
      quantity(minorUnits),
    );
  }

  /** The overhead stated for the shortest period that holds the given one; null where none is. */
  overheadRow(period: Period): OverheadRow | null {
    const holding = this.#overheads.filter(
      (row) => row.fromOn <= period.from && row.toOn >= period.to,
    );
    return holding.sort((a, b) => (a.fromOn > b.fromOn ? -1 : 1))[0] ?? null;
  }

  /** Overhead per client hour, minor units of the base currency, exact. */
  overhead(period: Period): OverheadPerHour {
    const row = this.overheadRow(period);
    if (row === null) {
      const lacking = unknown(missing('overhead', { month: monthOf(period.to) }));
      return { facility: lacking, internal: lacking, total: lacking };
    }
    const result = this.#overheadCosts.get(row) ?? this.#overheadOf(row);
    this.#overheadCosts.set(row, result);
    return result;
  }

  #overheadOf(row: OverheadRow): OverheadPerHour {
    const logged =
      row.totalSeconds === null || row.clientSeconds === null
        ? readAgencySeconds(this.#read, row.fromOn, row.toOn)
        : { totalSeconds: row.totalSeconds, clientSeconds: row.clientSeconds };
    const internal =
      row.internalSeconds === null || row.internalHourCostMinor === null
        ? readInternalTime(this.#read, row.fromOn, row.toOn).map(
            ({ personId, workedOn, seconds }) => ({
              seconds,
              rate: this.costRate(personId, workedOn),
            }),
          )
        : [];
    return overheadPerHour({
      facilityCostMinor: row.facilityCostMinor,
      totalSeconds: row.totalSeconds ?? logged.totalSeconds,
      clientSeconds: row.clientSeconds ?? logged.clientSeconds,
      internalSeconds: row.internalSeconds ?? internal.reduce((sum, each) => sum + each.seconds, 0),
      internalCostRate:
        row.internalHourCostMinor === null
          ? averageRate(internal)
          : quantity(row.internalHourCostMinor),
    });
  }

  #row(kind: DatedRateRow['kind'], on: PlainDate): DatedRateRow | null {
    return rowOn(this.#dated.get(kind) ?? [], on);
  }

  #accountingRate(currency: string, on: PlainDate): Quantity {
    const rate = this.#converter.rateOn(currency, on);
    return rate === null ? unknown(missing('accounting-rate', { currency, on })) : quantity(rate);
  }
}
