import { AppError } from '../contract/app-error';
import { known, type Quantity, quantity } from './figure';
import { divideFractions, fraction, ONE, subtractFractions } from './fraction';
import { assertMinor, PPM, ppmFraction, roundToMinor } from './money';

/** Agency commission (АК): the contract says whether it is added on top or taken from inside. */
export interface CommissionTerms {
  readonly ppm: number;
  readonly basis: 'on-top' | 'inside';
}

/**
 * The commission on a net spend, one line, rounded. On top: spend × k; inside: spend / (1 − k) − spend.
 * Throws `commission-inside-too-high` where inside is 100 % or more.
 */
export function commissionMinor(spendMinor: number, terms: CommissionTerms): number {
  const spend = BigInt(assertMinor(spendMinor));
  const k = BigInt(terms.ppm);
  if (terms.basis === 'on-top') return roundToMinor(fraction(spend * k, BigInt(PPM)));
  if (terms.ppm >= PPM) throw new AppError('commission-inside-too-high', { ppm: terms.ppm });
  return roundToMinor(fraction(spend * k, BigInt(PPM) - k));
}

/** The mark-up on spend that an inside commission amounts to: k / (1 − k); null at 100 %. */
export function insideAsMarkup(ppm: number): Quantity {
  const rest = subtractFractions(ONE, ppmFraction(ppm));
  return known(rest.n === 0n ? null : divideFractions(ppmFraction(ppm), rest));
}

/** What the client pays over the net spend, as a share of it: k on top, k / (1 − k) inside. */
export function commissionMarkup(terms: CommissionTerms): Quantity {
  return terms.basis === 'on-top' ? quantity(ppmFraction(terms.ppm)) : insideAsMarkup(terms.ppm);
}
