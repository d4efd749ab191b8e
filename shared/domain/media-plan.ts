import { allocateByLargestRemainder } from './allocation';
import { type CommissionTerms, commissionMinor } from './commission';
import { type Fraction, fraction, multiplyFractions } from './fraction';
import { addMinor, applyRatePpm, lessDiscountPpm, minorPerMajor, PPM, roundToMinor } from './money';

/** What a placement costs before the agency: the buying model's own units at a price for one. */
export interface LineTerms {
  /** Thousands of impressions for CPM, clicks, leads, days, spots or pieces otherwise. */
  readonly volume: Fraction;
  /** Price of one unit in major units of the currency. */
  readonly price: Fraction;
  /** Surcharges in sequence (season, position), parts per million. */
  readonly surchargesPpm: readonly number[];
  /** Discounts in sequence (volume, agency), parts per million. */
  readonly discountsPpm: readonly number[];
}

/** What the client pays on top of the placements' net. */
export interface PlanTerms {
  readonly commission: CommissionTerms;
  /** The client's discount on the sum with commission, parts per million. */
  readonly clientDiscountPpm: number;
  readonly vatPpm: number;
}

/** Commission of single lines instead of the plan's, in the order of the lines; null: the plan's. */
export type CommissionOverrides = readonly (CommissionTerms | null)[];

/** VAT of single lines instead of the plan's, parts per million, in the order of the lines; null: the plan's. */
export type VatOverrides = readonly (number | null)[];

/** One placement of a costed plan, in minor units. */
export interface LineCost {
  readonly netMinor: number;
  readonly commissionMinor: number;
  readonly withCommissionMinor: number;
  /** VAT on the sum with commission, before the client's discount. */
  readonly vatMinor: number;
  /** The line's part of the client's net, after the client's discount. */
  readonly clientNetMinor: number;
  readonly clientVatMinor: number;
}

/** Totals of a plan; the lines of {@link PlanCost} add up to each of them. */
export interface PlanTotals extends LineCost {
  readonly withVatMinor: number;
  /** What the client pays: client net and its VAT. */
  readonly clientPriceMinor: number;
}

export interface PlanCost {
  readonly lines: readonly LineCost[];
  readonly totals: PlanTotals;
}

/**
 * Net of one placement (METRICS.md, Line net): volume × price × (1 + each surcharge) × (1 − each
 * discount), exact in between and rounded once to the minor unit. Throws `money-out-of-range`.
 */
export function lineNetMinor(line: LineTerms, currency: string): number {
  let net = multiplyFractions(line.volume, line.price);
  for (const ppm of line.surchargesPpm) net = multiplyFractions(net, fraction(PPM + ppm, PPM));
  for (const ppm of line.discountsPpm) net = multiplyFractions(net, fraction(PPM - ppm, PPM));
  return roundToMinor(multiplyFractions(net, fraction(minorPerMajor(currency))));
}

/**
 * Costs a plan from its lines' nets (METRICS.md, Commission and Client net): commission line by line,
 * the client's discount and VAT on totals, each total given back to the lines by the largest
 * remainder. A line with a commission or a VAT of its own keeps it: VAT is taken on the total of each rate.
 */
export function costPlan(
  netsMinor: readonly number[],
  terms: PlanTerms,
  overrides: CommissionOverrides = [],
  vatOverrides: VatOverrides = [],
): PlanCost {
  const commissions = netsMinor.map((net, i) =>
    commissionMinor(net, overrides[i] ?? terms.commission),
  );
  const withCommission = netsMinor.map((net, i) => addMinor(net, commissions[i] ?? 0));
  const places = placesByRate(netsMinor.map((_, i) => vatOverrides[i] ?? terms.vatPpm));
  const price = priceOfRates(
    [...places].map(([vatPpm, own]) => ({
      vatPpm,
      withCommissionMinor: addMinor(...own.map((place) => withCommission[place] ?? 0)),
    })),
    terms.clientDiscountPpm,
  );
  const vats = netsMinor.map(() => 0);
  const clientNets = netsMinor.map(() => 0);
  const clientVats = netsMinor.map(() => 0);
  [...places.values()].forEach((own, i) => {
    const rate = price.rates[i];
    if (rate === undefined) return;
    const amounts = own.map((place) => withCommission[place] ?? 0);
    giveBack(rate.vatMinor, amounts, own, vats);
    const nets = giveBack(rate.clientNetMinor, amounts, own, clientNets);
    giveBack(rate.clientVatMinor, nets, own, clientVats);
  });
  const { withCommissionMinor, clientNetMinor, clientVatMinor } = price;
  const vatMinor = addMinor(...vats);
  return {
    lines: netsMinor.map((netMinor, i) => ({
      netMinor,
      commissionMinor: commissions[i] ?? 0,
      withCommissionMinor: withCommission[i] ?? 0,
      vatMinor: vats[i] ?? 0,
      clientNetMinor: clientNets[i] ?? 0,
      clientVatMinor: clientVats[i] ?? 0,
    })),
    totals: {
      netMinor: addMinor(...netsMinor),
      commissionMinor: addMinor(...commissions),
      withCommissionMinor,
      vatMinor,
      withVatMinor: addMinor(withCommissionMinor, vatMinor),
      clientNetMinor,
      clientVatMinor,
      clientPriceMinor: addMinor(clientNetMinor, clientVatMinor),
    },
  };
}

/** Places of the lines of each rate, in the order in which the rates come. */
function placesByRate(ratesPpm: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  ratesPpm.forEach((ppm, place) => {
    const known = places.get(ppm);
    if (known === undefined) places.set(ppm, [place]);
    else known.push(place);
  });
  return places;
}

/** Splits a total over some lines and writes the parts to their places; returns the parts. */
function giveBack(
  totalMinor: number,
  weights: readonly number[],
  places: readonly number[],
  into: number[],
): number[] {
  const parts = allocateByLargestRemainder(totalMinor, weights);
  places.forEach((place, i) => {
    into[place] = parts[i] ?? 0;
  });
  return parts;
}

/** The lines of one rate of VAT together. */
export interface RateSum {
  readonly vatPpm: number;
  readonly withCommissionMinor: number;
}

/**
 * What the client pays for sums of several rates: the discount is taken on the whole and rounded, given to
 * the rates by the largest remainder, and VAT is taken on each rate's total.
 */
export function priceOfRates(sums: readonly RateSum[], clientDiscountPpm: number) {
  const withCommissionMinor = addMinor(...sums.map((sum) => sum.withCommissionMinor));
  const clientNetMinor = lessDiscountPpm(withCommissionMinor, clientDiscountPpm);
  const parts = allocateByLargestRemainder(
    clientNetMinor,
    sums.map((sum) => sum.withCommissionMinor),
  );
  const rates = sums.map((sum, i) => ({
    vatMinor: applyRatePpm(sum.withCommissionMinor, sum.vatPpm),
    clientNetMinor: parts[i] ?? 0,
    clientVatMinor: applyRatePpm(parts[i] ?? 0, sum.vatPpm),
  }));
  const clientVatMinor = addMinor(...rates.map((rate) => rate.clientVatMinor));
  return {
    rates,
    withCommissionMinor,
    clientNetMinor,
    clientVatMinor,
    clientPriceMinor: addMinor(clientNetMinor, clientVatMinor),
  };
}

/** What the client pays for placements of these nets; the total of {@link costPlan} without lines. */
export function clientPriceMinor(
  netsMinor: readonly number[],
  terms: PlanTerms,
  overrides: CommissionOverrides = [],
  vatOverrides: VatOverrides = [],
): number {
  const sums = new Map<number, number>();
  netsMinor.forEach((net, i) => {
    const vatPpm = vatOverrides[i] ?? terms.vatPpm;
    const amount = net + commissionMinor(net, overrides[i] ?? terms.commission);
    sums.set(vatPpm, (sums.get(vatPpm) ?? 0) + amount);
  });
  const byRate = [...sums].map(([vatPpm, withCommissionMinor]) => ({
    vatPpm,
    withCommissionMinor,
  }));
  return priceOfRates(byRate, terms.clientDiscountPpm).clientPriceMinor;
}
