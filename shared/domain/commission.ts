import { AppError } from '../contract/app-error';
import { known, type Quantity, quantity } from './figure';
import { divideFractions, fraction, ONE, subtractFractions } from './fraction';
import { applyRatePpm, assertMinor, PPM, ppmFraction, roundToMinor } from './money';

/** Agency commission (АК): the contract says whether it is added on top or taken from inside. */
export interface CommissionTerms {
  readonly ppm: number;
  readonly basis: 'on-top' | 'inside';
}

/**
 * The commission on a net spend, one line, rounded to the minor unit. On top: spend × k; inside:
 * spend / (1 − k) − spend, null at 100 % and above, where nothing would be left for the media.
 */
export function commissionAmount(spendMinor: number, terms: CommissionTerms): Quantity {
  const spend = BigInt(assertMinor(spendMinor));
  const k = BigInt(terms.ppm);
  const whole = BigInt(PPM);
  if (terms.basis === 'on-top') return quantity(roundToMinor(fraction(spend * k, whole)));
  if (k >= whole) return known(null);
  return quantity(roundToMinor(fraction(spend * k, whole - k)));
}

/** {@link commissionAmount} in minor units; throws `commission-inside-too-high` at 100 % inside. */
export function commissionMinor(spendMinor: number, terms: CommissionTerms): number {
  // The same figure in machine numbers: plans of thousands of lines are reckoned at every key.
  if (terms.basis === 'on-top') return applyRatePpm(spendMinor, terms.ppm);
  const amount = commissionAmount(spendMinor, terms);
  if (!amount.known || amount.value === null) {
    throw new AppError('commission-inside-too-high', { ppm: terms.ppm });
  }
  return roundToMinor(amount.value);
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
