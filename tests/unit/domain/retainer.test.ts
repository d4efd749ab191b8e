import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, monthPeriod } from '../../../shared/domain/dates';
import { quantity } from '../../../shared/domain/figure';
import { prorateRetainer, retainerBurn, retainerFee } from '../../../shared/domain/retainer';

const HOUR = 3600;

describe('a retainer', () => {
  it('is charged after its discount, one line', () => {
    expect(retainerFee(10_000_000, 40_000)).toBe(9_600_000);
    expect(retainerFee(10_001, 333_333)).toBe(6_667);
  });

  it('is prorated by calendar days where it starts or ends within a month', () => {
    const terms = { listFeeMinor: 10_000_000, includedSeconds: 40 * HOUR };
    const from = (day: string): ReturnType<typeof prorateRetainer> =>
      prorateRetainer(terms, '2026-11', { from: day, to: '9999-12-31' });
    expect(from('2026-01-01')).toEqual({ ...terms, daysRun: 30, daysInMonth: 30 });
    expect(from('2026-11-16')).toEqual({
      listFeeMinor: 5_000_000,
      includedSeconds: 20 * HOUR,
      daysRun: 15,
      daysInMonth: 30,
    });
    expect(from('2026-12-01')).toMatchObject({ listFeeMinor: 0, includedSeconds: 0, daysRun: 0 });
  });

  it('is whole when the parts of a month that two terms share are put together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 29 }),
        (fee, day) => {
          const { from, to } = monthPeriod('2026-11');
          const border = addDays(from, day);
          const terms = { listFeeMinor: fee, includedSeconds: 0 };
          const first = prorateRetainer(terms, '2026-11', { from, to: addDays(border, -1) });
          const second = prorateRetainer(terms, '2026-11', { from: border, to });
          expect(first.daysRun + second.daysRun).toBe(30);
          expect(Math.abs(first.listFeeMinor + second.listFeeMinor - fee)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('burns its hours, and beyond them is over-serviced at its own rate', () => {
    const burn = retainerBurn({
      usedSeconds: 44.5 * HOUR,
      includedSeconds: 40 * HOUR,
      rolledOverSeconds: 2 * HOUR,
      feeMinor: 9_600_000,
      usedCost: quantity(3_278_125),
    });
    expect(burn.overservicedSeconds).toBe(2.5 * HOUR);
    expect(burn.ratePerHour).toEqual(quantity(240_000));
    expect(burn.overservicedValue).toEqual(quantity(600_000));
  });

  it('has no burn without hours to burn', () => {
    const burn = retainerBurn({
      usedSeconds: 0,
      includedSeconds: 0,
      rolledOverSeconds: 0,
      feeMinor: 0,
      usedCost: quantity(0),
    });
    expect(burn.burn).toEqual({ known: true, value: null });
    expect(burn.ratePerHour).toEqual({ known: true, value: null });
  });
});
