import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysInclusive,
  diffDays,
  isMonth,
  isoWeekday,
  isPlainDate,
  mondayOf,
  monthOf,
  monthPeriod,
  monthsOf,
  overlapOf,
  parseDottedDate,
  splitByMonth,
} from '../../../shared/domain/dates';

const DAY_MS = 86_400_000;
const days = fc.integer({ min: -700_000, max: 2_900_000 });
const dates = days.map(dateOfDayNumber);

describe('a plain date', () => {
  it('counts days as UTC does, whatever the zone of the computer', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(dayNumber(date)).toBe(day);
        if (day > -25_000) {
          expect(date).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
          expect(isoWeekday(date)).toBe(new Date(day * DAY_MS).getUTCDay() || 7);
        }
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '0000-01-01',
    '2026-01-01T00:00',
    '',
  ])('refuses %s', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('knows leap days', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(isPlainDate('2000-02-29')).toBe(true);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('adds and takes away days without losing any', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        const other = addDays(date, count);
        expect(diffDays(date, other)).toBe(count);
        expect(addDays(other, -count)).toBe(date);
      }),
    );
  });

  it('reads dd.mm.yyyy and refuses the thirtieth of February', () => {
    expect(parseDottedDate('01.10.2026')).toEqual({ ok: true, value: '2026-10-01' });
    expect(parseDottedDate(' 1.2.2026 ')).toEqual({ ok: true, value: '2026-02-01' });
    for (const bad of ['30.02.2026', '31.04.2026', '2026-10-01', '1.13.2026', '01.10.26', '']) {
      expect(parseDottedDate(bad), bad).toMatchObject({ ok: false, code: 'date-not-in-calendar' });
    }
  });

  it('finds the Monday of its week', () => {
    expect(mondayOf('2026-11-21')).toBe('2026-11-16');
    fc.assert(
      fc.property(dates, (date) => {
        const monday = mondayOf(date);
        expect(isoWeekday(monday)).toBe(1);
        expect(diffDays(monday, date)).toBe(isoWeekday(date) - 1);
      }),
    );
  });
});

describe('a period', () => {
  it('is cut at the ends of months into pieces that cover it', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1500 }), (from, length) => {
        const period = { from, to: addDays(from, length) };
        const pieces = splitByMonth(period);
        expect(pieces.reduce((sum, piece) => sum + daysInclusive(piece.days), 0)).toBe(length + 1);
        pieces.forEach((piece, index) => {
          expect(monthOf(piece.days.from)).toBe(piece.month);
          expect(monthOf(piece.days.to)).toBe(piece.month);
          const next = pieces[index + 1];
          if (next !== undefined) expect(addDays(piece.days.to, 1)).toBe(next.days.from);
        });
      }),
    );
  });

  it('has months, a length and an overlap', () => {
    expect(monthsOf({ from: '2026-11-30', to: '2027-02-01' })).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(monthsOf({ from: '2026-11-02', to: '2026-11-01' })).toEqual([]);
    expect(monthPeriod('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(addMonths('2026-01', -13)).toBe('2024-12');
    expect(isMonth('2026-13')).toBe(false);
    expect(daysInclusive({ from: '2026-10-02', to: '2026-10-01' })).toBe(0);
    expect(
      overlapOf({ from: '2026-10-01', to: '2026-10-20' }, { from: '2026-10-15', to: '2026-11-15' }),
    ).toEqual({ from: '2026-10-15', to: '2026-10-20' });
    expect(
      overlapOf({ from: '2026-10-01', to: '2026-10-20' }, { from: '2026-10-21', to: '2026-11-15' }),
    ).toBeNull();
  });
});
