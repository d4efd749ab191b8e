import { describe, expect, it } from 'vitest';
import { formatValue } from '../../../renderer/lib/figure';
import { formatsFor } from '../../../renderer/lib/format';

const ru = formatsFor('ru');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('values of each unit', () => {
  it('shows money with and without its sign', () => {
    const money = { unit: 'money', currency: 'RUB' } as const;
    expect(plain(formatValue(ru, 123_456_789, money))).toBe('1 234 567,89');
    expect(plain(formatValue(ru, 123_456_789, { ...money, withUnit: true }))).toBe(
      '1 234 567,89 ₽',
    );
    expect(plain(formatValue(ru, 123_456_750, { ...money, whole: true, withUnit: true }))).toBe(
      '1 234 568 ₽',
    );
  });

  it('shows zero as zero, not as nothing', () => {
    expect(formatValue(ru, 0, { unit: 'money', currency: 'RUB' })).toBe('0,00');
    expect(formatValue(ru, 0, { unit: 'ppm' })).toBe('0,0');
  });

  it('shows rates from ppm and hours from seconds', () => {
    expect(formatValue(ru, 448_000, { unit: 'ppm' })).toBe('44,8');
    expect(plain(formatValue(ru, -61_000, { unit: 'ppm', withUnit: true }))).toBe('−6,1 %');
    expect(formatValue(ru, 48_240, { unit: 'seconds' })).toBe('13,4');
  });

  it('puts a plus before a difference', () => {
    expect(formatValue(ru, 21, { unit: 'score', plus: true })).toBe('+21');
    expect(formatValue(ru, 0, { unit: 'score', plus: true })).toBe('0');
  });

  it('keeps yen whole', () => {
    expect(formatValue(ru, 1234, { unit: 'money', currency: 'JPY' })).toMatch(/^1.234$/);
  });
});
