import { describe, expect, it } from 'vitest';
import {
  addMediaAmounts,
  afterDiscount,
  type Basis,
  type MediaAmount,
  mediaAmount,
  subtractMediaAmounts,
  withCommission,
  withVat,
} from '../../../shared/domain/media-amount';

const list = mediaAmount(100_000, 'RUB', 'net-of-vat without-commission before-discount');
const net = mediaAmount(90_000, 'RUB', 'net-of-vat without-commission after-discount');

describe('a media amount', () => {
  it('adds to amounts of its own basis only, in the eyes of the compiler and at run time', () => {
    expect(addMediaAmounts(net, net).minor).toBe(180_000);
    // @ts-expect-error list price and discounted price are different things
    expect(() => addMediaAmounts(net, list)).toThrow('media-basis-differs');
    // @ts-expect-error and so they have no difference
    expect(() => subtractMediaAmounts(net, list)).toThrow('media-basis-differs');
    const fromFile: MediaAmount<Basis> = { minor: 1, currency: 'EUR', basis: net.basis };
    expect(() => addMediaAmounts<Basis>(net, fromFile)).toThrow('currency-differs');
  });

  it('changes its basis only by a conversion', () => {
    const discounted = afterDiscount(list, 'net-of-vat', 'without-commission', 100_000);
    expect(subtractMediaAmounts(discounted, net).minor).toBe(0);
    const charged = withCommission(discounted, 'after-discount', { ppm: 100_000, basis: 'inside' });
    expect(charged).toMatchObject({
      minor: 100_000,
      basis: 'net-of-vat with-commission after-discount',
    });
    expect(withVat(charged, 'with-commission', 'after-discount', 220_000)).toMatchObject({
      minor: 122_000,
      basis: 'with-vat with-commission after-discount',
    });
  });
});
