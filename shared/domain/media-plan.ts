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
 * remainder. A line with a commission of its own keeps it.
 */
export function costPlan(
  netsMinor: readonly number[],
  terms: PlanTerms,
  overrides: CommissionOverrides = [],
): PlanCost {
  const commissions = netsMinor.map((net, i) =>
    commissionMinor(net, overrides[i] ?? terms.commission),
  );
  const withCommission = netsMinor.map((net, i) => addMinor(net, commissions[i] ?? 0));
  const price = priceOfSum(addMinor(...withCommission), terms);
  const vatMinor = applyRatePpm(price.withCommissionMinor, terms.vatPpm);
  const vats = allocateByLargestRemainder(vatMinor, withCommission);
  const clientNets = allocateByLargestRemainder(price.clientNetMinor, withCommission);
  const clientVats = allocateByLargestRemainder(price.clientVatMinor, clientNets);
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
      ...price,
      netMinor: addMinor(...netsMinor),
      commissionMinor: addMinor(...commissions),
      vatMinor,
      withVatMinor: addMinor(price.withCommissionMinor, vatMinor),
    },
  };
}

/** What the client pays for placements of these nets; the total of {@link costPlan} without lines. */
export function clientPriceMinor(
  netsMinor: readonly number[],
  terms: PlanTerms,
  overrides: CommissionOverrides = [],
): number {
  const withCommission = netsMinor.map(
    (net, i) => net + commissionMinor(net, overrides[i] ?? terms.commission),
  );
  return priceOfSum(addMinor(...withCommission), terms).clientPriceMinor;
}

function priceOfSum(withCommissionMinor: number, terms: PlanTerms) {
  const clientNetMinor = lessDiscountPpm(withCommissionMinor, terms.clientDiscountPpm);
  const clientVatMinor = applyRatePpm(clientNetMinor, terms.vatPpm);
  return {
    withCommissionMinor,
    clientNetMinor,
    clientVatMinor,
    clientPriceMinor: addMinor(clientNetMinor, clientVatMinor),
  };
}
