import { AppError } from '../contract/app-error';
import type { CommissionTerms } from './commission';
import {
  addFractions,
  divideFractions,
  type Fraction,
  formatFraction,
  fraction,
  multiplyFractions,
  ONE,
  roundHalfAwayFromZero,
  subtractFractions,
} from './fraction';
import { type LineTerms, lineNetMinor } from './media-plan';
import { minorPerMajor, PPM, ppmFraction } from './money';

/** How media is bought; volume is in the model's own unit (METRICS.md, Line net). */
export const BUYING_MODELS = [
  'cpm',
  'cpc',
  'cpv',
  'cpa',
  'cpl',
  'day',
  'week',
  'month',
  'spot',
  'grp',
  'fixed',
  'sponsorship',
] as const;
export type BuyingModel = (typeof BUYING_MODELS)[number];

/** What a price or an amount includes besides the placement's net. */
export const PRICE_BASES = [
  'net',
  'with-vat',
  'with-commission',
  'with-commission-and-vat',
] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** What the bases differ by. */
export interface BasisTerms {
  readonly commission: CommissionTerms;
  readonly vatPpm: number;
}

/** A line with the basis its price stands on. */
export interface PricedLine extends LineTerms {
  readonly priceBasis: PriceBasis;
  /** The line's own commission or the plan's. */
  readonly terms: BasisTerms;
  /** Units of the plan's currency for one of the price's; left out where they are the same. */
  readonly rate?: Fraction;
}

/** Decimals to which a solved volume or price is carried at most. */
const SOLVED_DECIMALS = 12;
/** Longest whole part of a volume or a price. */
const WHOLE_DIGITS = 15;

/** One unit of net in a basis, exact. Throws `commission-inside-too-high` at 100 % inside. */
export function basisMultiplier(basis: PriceBasis, { commission, vatPpm }: BasisTerms): Fraction {
  const vat = addFractions(ONE, ppmFraction(vatPpm));
  switch (basis) {
    case 'net':
      return ONE;
    case 'with-vat':
      return vat;
    case 'with-commission':
      return commissionMultiplier(commission);
    default:
      return multiplyFractions(commissionMultiplier(commission), vat);
  }
}

/** An exact amount in another basis; back again it is the same amount. */
export function convertBasis(
  amount: Fraction,
  from: PriceBasis,
  to: PriceBasis,
  terms: BasisTerms,
): Fraction {
  if (from === to) return amount;
  return divideFractions(
    multiplyFractions(amount, basisMultiplier(to, terms)),
    basisMultiplier(from, terms),
  );
}

function commissionMultiplier({ ppm, basis }: CommissionTerms): Fraction {
  const k = ppmFraction(ppm);
  if (basis === 'on-top') return addFractions(ONE, k);
  const rest = subtractFractions(ONE, k);
  if (rest.n <= 0n) throw new AppError('commission-inside-too-high', { ppm });
  return divideFractions(ONE, rest);
}

/**
 * Net of a line in minor units of the plan's currency: its price freed of what it includes and converted at
 * the line's rate, rounded once. Throws `money-out-of-range`.
 */
export function pricedNetMinor(line: PricedLine, currency: string): number {
  if (line.priceBasis === 'net' && line.rate === undefined) return lineNetMinor(line, currency);
  const bare = convertBasis(line.price, line.priceBasis, 'net', line.terms);
  const price = line.rate === undefined ? bare : multiplyFractions(bare, line.rate);
  return lineNetMinor({ ...line, price }, currency);
}

/** What volume × price is multiplied by to come to the net, exact, in minor units. */
function factorOf(line: PricedLine, currency: string): Fraction {
  let factor = divideFractions(
    fraction(minorPerMajor(currency)),
    basisMultiplier(line.priceBasis, line.terms),
  );
  if (line.rate !== undefined) factor = multiplyFractions(factor, line.rate);
  for (const ppm of line.surchargesPpm)
    factor = multiplyFractions(factor, fraction(PPM + ppm, PPM));
  for (const ppm of line.discountsPpm) factor = multiplyFractions(factor, fraction(PPM - ppm, PPM));
  return factor;
}

/**
 * The volume that the net buys at the line's price: the decimal with the fewest places whose net is that
 * net to the minor unit. Throws `media-plan-line-unsolvable` where the price or a discount leaves nothing
 * to divide by, or where no such decimal exists.
 */
export function solveVolume(netMinor: number, line: PricedLine, currency: string): string {
  return solve(netMinor, multiplyFractions(line.price, factorOf(line, currency)));
}

/** The price at which the line's volume costs the net; see {@link solveVolume}. */
export function solvePrice(netMinor: number, line: PricedLine, currency: string): string {
  return solve(netMinor, multiplyFractions(line.volume, factorOf(line, currency)));
}

/** The decimal with the fewest places that, times the net of one unit, rounds to the net. */
function solve(netMinor: number, perUnit: Fraction): string {
  if (perUnit.n <= 0n) throw new AppError('media-plan-line-unsolvable', {});
  const exact = divideFractions(fraction(netMinor), perUnit);
  for (let decimals = 0; decimals <= SOLVED_DECIMALS; decimals += 1) {
    const text = formatFraction(exact, decimals);
    if (text.length - decimals > WHOLE_DIGITS) break;
    const n = BigInt(text.replace('.', '')) * perUnit.n;
    const d = 10n ** BigInt(decimals) * perUnit.d;
    // Not reduced: only its nearest whole number is asked for.
    if (roundHalfAwayFromZero({ n, d }) === BigInt(netMinor)) return text;
  }
  throw new AppError('media-plan-line-unsolvable', {});
}

/** A new net, brought about by the volume or by the price. */
export type SolvedLine = { readonly volume: string } | { readonly price: string };

/**
 * Brings a line to a net. What is bought piece by piece keeps its price and changes its volume; a fixed
 * price or a sponsorship keeps its volume and changes its price; where one of them is zero the other
 * cannot be kept. `direction` says otherwise. Throws `media-plan-line-unsolvable`.
 */
export function solveLine(
  netMinor: number,
  line: PricedLine & { readonly model: BuyingModel },
  currency: string,
  direction: 'volume' | 'price' | null = null,
): SolvedLine {
  const isFixed = line.model === 'fixed' || line.model === 'sponsorship';
  const byPrice =
    direction === null
      ? (isFixed && line.volume.n > 0n) || line.price.n === 0n
      : direction === 'price';
  return byPrice
    ? { price: solvePrice(netMinor, line, currency) }
    : { volume: solveVolume(netMinor, line, currency) };
}

/** What the volume itself promises, by the model: impressions of CPM, clicks of CPC and so on. */
export function promisedBy(
  model: BuyingModel,
): 'impressions' | 'clicks' | 'leads' | 'orders' | null {
  switch (model) {
    case 'cpm':
      return 'impressions';
    case 'cpc':
      return 'clicks';
    case 'cpl':
      return 'leads';
    case 'cpa':
      return 'orders';
    default:
      return null;
  }
}

/** How many of the promised are in one unit of volume: a thousand impressions for CPM. */
export function promisedPerUnit(model: BuyingModel): number {
  return model === 'cpm' ? 1000 : 1;
}
