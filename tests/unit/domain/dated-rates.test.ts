import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverlaps, rowOn, splitByRows } from '../../../shared/domain/dated-rates';
import { addDays, dateOfDayNumber, daysInclusive } from '../../../shared/domain/dates';

const vat = [
  { validFrom: '2019-01-01', validTo: '2025-12-31', ppm: 200_000 },
  { validFrom: '2026-01-01', validTo: null, ppm: 220_000 },
];

describe('dated rates', () => {
  it('hold from their first day to their last, both included', () => {
    expect(rowOn(vat, '2018-12-31')).toBeNull();
    expect(rowOn(vat, '2019-01-01')?.ppm).toBe(200_000);
    expect(rowOn(vat, '2025-12-31')?.ppm).toBe(200_000);
    expect(rowOn(vat, '2026-01-01')?.ppm).toBe(220_000);
    expect(rowOn(vat, '2099-01-01')?.ppm).toBe(220_000);
  });

  it('show the days on which two of them hold', () => {
    expect(findOverlaps(vat)).toEqual([]);
    const [first, second] = vat;
    const overlapping = [
      { ...second, validFrom: '2025-12-01', validTo: null, ppm: 1 },
      ...(first ? [first] : []),
    ];
    expect(findOverlaps(overlapping).map(({ shared }) => shared)).toEqual([
      { from: '2025-12-01', to: '2025-12-31' },
    ]);
  });

  it('cut a period into pieces of one rate each, gaps included', () => {
    expect(splitByRows(vat, { from: '2025-12-20', to: '2026-01-10' })).toEqual([
      { days: { from: '2025-12-20', to: '2025-12-31' }, row: vat[0] },
      { days: { from: '2026-01-01', to: '2026-01-10' }, row: vat[1] },
    ]);
    expect(splitByRows(vat, { from: '2018-12-30', to: '2019-01-01' })[0]).toEqual({
      days: { from: '2018-12-30', to: '2018-12-31' },
      row: null,
    });
  });

  it('cover every day of any period once, with the row that holds on it', () => {
    const rows = fc.array(
      fc
        .tuple(fc.integer({ min: 20_000, max: 20_200 }), fc.option(fc.integer({ min: 0, max: 60 })))
        .map(([start, length]) => ({
          validFrom: dateOfDayNumber(start),
          validTo: length === null ? null : dateOfDayNumber(start + length),
        })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 20_000, max: 20_200 }), (table, start) => {
        const period = { from: dateOfDayNumber(start), to: dateOfDayNumber(start + 70) };
        const pieces = splitByRows(table, period);
        expect(pieces.reduce((sum, piece) => sum + daysInclusive(piece.days), 0)).toBe(71);
        for (const { days, row } of pieces) {
          for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
            expect(rowOn(table, day)).toEqual(row);
          }
        }
      }),
    );
  });
});
