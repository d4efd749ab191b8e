import { AppError } from '../contract/app-error';
import { type CommissionTerms, commissionMinor } from './commission';
import { addMinor, applyRatePpm, lessDiscountPpm } from './money';

export type VatBasis = 'net-of-vat' | 'with-vat';
export type CommissionBasis = 'without-commission' | 'with-commission';
export type DiscountBasis = 'before-discount' | 'after-discount';

/** What a media amount includes. Amounts of unlike basis are different things. */
export type Basis<
  V extends VatBasis = VatBasis,
  C extends CommissionBasis = CommissionBasis,
  D extends DiscountBasis = DiscountBasis,
> = `${V} ${C} ${D}`;

/** A media amount in minor units, with the basis it stands on. */
export interface MediaAmount<B extends Basis> {
  readonly minor: number;
  readonly currency: string;
  readonly basis: B;
}

/** States the basis of an amount. */
export function mediaAmount<B extends Basis>(
  minor: number,
  currency: string,
  basis: B,
): MediaAmount<B> {
  return { minor: addMinor(minor), currency, basis };
}

/**
 * The sum of amounts of one basis and currency. The compiler refuses unlike bases; data that came
 * past the compiler is refused here with `media-basis-differs`.
 */
export function addMediaAmounts<B extends Basis>(
  first: MediaAmount<B>,
  ...rest: readonly MediaAmount<NoInfer<B>>[]
): MediaAmount<B> {
  let minor = first.minor;
  for (const amount of rest) {
    requireLike(first, amount);
    minor = addMinor(minor, amount.minor);
  }
  return { ...first, minor };
}

/** first − second, of one basis. */
export function subtractMediaAmounts<B extends Basis>(
  first: MediaAmount<B>,
  second: MediaAmount<NoInfer<B>>,
): MediaAmount<B> {
  requireLike(first, second);
  return { ...first, minor: addMinor(first.minor, -second.minor) };
}

function requireLike(a: MediaAmount<Basis>, b: MediaAmount<Basis>): void {
  if (a.currency !== b.currency) {
    throw new AppError('currency-differs', { first: a.currency, second: b.currency });
  }
  if (a.basis !== b.basis) {
    throw new AppError('media-basis-differs', { first: a.basis, second: b.basis });
  }
}

/** Takes the discount off: rounded once. */
export function afterDiscount<V extends VatBasis, C extends CommissionBasis>(
  amount: MediaAmount<Basis<V, C, 'before-discount'>>,
  vat: V,
  commission: C,
  discountPpm: number,
): MediaAmount<Basis<V, C, 'after-discount'>> {
  return mediaAmount(
    lessDiscountPpm(amount.minor, discountPpm),
    amount.currency,
    `${vat} ${commission} after-discount`,
  );
}

/** Adds the agency's commission, on top or inside as the contract says. */
export function withCommission<D extends DiscountBasis>(
  amount: MediaAmount<Basis<'net-of-vat', 'without-commission', D>>,
  discount: D,
  terms: CommissionTerms,
): MediaAmount<Basis<'net-of-vat', 'with-commission', D>> {
  return mediaAmount(
    addMinor(amount.minor, commissionMinor(amount.minor, terms)),
    amount.currency,
    `net-of-vat with-commission ${discount}`,
  );
}

/** Adds VAT on this amount as one total. */
export function withVat<C extends CommissionBasis, D extends DiscountBasis>(
  amount: MediaAmount<Basis<'net-of-vat', C, D>>,
  commission: C,
  discount: D,
  vatPpm: number,
): MediaAmount<Basis<'with-vat', C, D>> {
  return mediaAmount(
    addMinor(amount.minor, applyRatePpm(amount.minor, vatPpm)),
    amount.currency,
    `with-vat ${commission} ${discount}`,
  );
}
