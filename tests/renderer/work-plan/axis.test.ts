import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateAt,
  daysOfPixels,
  isWeekend,
  majorTicks,
  makeAxis,
  minorTicks,
  restSpans,
  seenOf,
  spanOf,
  todayX,
  xOf,
  ZOOMS,
} from '../../../renderer/components/axis/axis';
import { rowAfterKey, rowAt, rowsSeen, topsOf } from '../../../renderer/components/axis/rows';
import { addDays, dateOfDayNumber, dayNumber, isoWeekday } from '../../../shared/domain/dates';

const day = fc
  .integer({ min: dayNumber('2024-01-01'), max: dayNumber('2031-12-31') })
  .map(dateOfDayNumber);
const zoom = fc.constantFrom(...ZOOMS);

describe('the axis of time', () => {
  it('begins with a whole week, or a whole month where months are read', () => {
    const days = { from: '2026-11-18', to: '2026-12-09' };
    const weeks = makeAxis('week', days);
    expect(dateAt(weeks, 0)).toBe('2026-11-16');
    expect(dateAt(weeks, weeks.width)).toBe('2026-12-13');
    const months = makeAxis('month', days);
    expect(dateAt(months, 0)).toBe('2026-11-01');
    expect(dateAt(months, months.width)).toBe('2026-12-31');
  });

  it('fills the room it is given', () => {
    fc.assert(
      fc.property(zoom, day, fc.integer({ min: 0, max: 4000 }), (at, from, room) => {
        const axis = makeAxis(at, { from, to: from }, room);
        expect(axis.width).toBeGreaterThanOrEqual(room);
        const last = dateAt(axis, axis.width);
        expect(at === 'month' ? addDays(last, 1).endsWith('-01') : isoWeekday(last) === 7).toBe(
          true,
        );
      }),
    );
  });

  it('finds the day that stands at a position, and the position of a day', () => {
    fc.assert(
      fc.property(zoom, day, fc.nat(400), fc.nat(400), (at, from, length, ahead) => {
        const axis = makeAxis(at, { from, to: addDays(from, length + ahead) });
        const on = addDays(from, ahead);
        expect(dateAt(axis, xOf(axis, on))).toBe(on);
        expect(dateAt(axis, xOf(axis, on) + axis.dayWidth - 1)).toBe(on);
        expect(dateAt(axis, todayX(axis, on))).toBe(on);
        expect(daysOfPixels(axis, ahead * axis.dayWidth)).toBe(ahead);
      }),
    );
  });

  it('counts both ends of a span, over the day clocks change and a leap day', () => {
    const axis = makeAxis('week', { from: '2027-10-01', to: '2028-03-31' });
    expect(spanOf(axis, { from: '2027-10-30', to: '2027-11-01' }).width).toBe(3 * axis.dayWidth);
    expect(spanOf(axis, { from: '2028-02-28', to: '2028-03-01' }).width).toBe(3 * axis.dayWidth);
  });

  it('cuts what is seen into divisions without holes', () => {
    fc.assert(
      fc.property(zoom, day, fc.nat(700), fc.nat(5000), (at, from, length, left) => {
        const axis = makeAxis(at, { from, to: addDays(from, length) }, 800);
        const seen = seenOf(axis, Math.min(left, axis.width - 800), 800);
        for (const ticks of [majorTicks(axis, seen), minorTicks(axis, seen)]) {
          expect(ticks[0]?.x ?? 0).toBeLessThanOrEqual(seen.left);
          const last = ticks.at(-1);
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThanOrEqual(
            seen.right - axis.dayWidth,
          );
          ticks.forEach((tick, i) => {
            const next = ticks[i + 1];
            if (next !== undefined) expect(next.x).toBe(tick.x + tick.width);
          });
        }
      }),
    );
  });

  it('shades each weekend once, and a holiday that touches one with it', () => {
    const axis = makeAxis('week', { from: '2026-11-16', to: '2026-11-29' });
    const seen = { left: 0, right: axis.width };
    expect(restSpans(axis, seen, isWeekend)).toEqual([
      { x: 5 * axis.dayWidth, width: 2 * axis.dayWidth },
      { x: 12 * axis.dayWidth, width: 2 * axis.dayWidth },
    ]);
    const holiday = (date: string) => isWeekend(date) || date === '2026-11-23';
    expect(restSpans(axis, seen, holiday)[0]).toEqual({
      x: 5 * axis.dayWidth,
      width: 3 * axis.dayWidth,
    });
  });
});

describe('rows of different heights', () => {
  it('finds the row at every height', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (heights) => {
        const tops = topsOf(heights);
        heights.forEach((height, row) => {
          expect(rowAt(tops, tops[row] ?? 0)).toBe(row);
          expect(rowAt(tops, (tops[row] ?? 0) + height - 1)).toBe(row);
        });
      }),
    );
  });

  it('draws what is seen and little more', () => {
    const tops = topsOf(Array.from({ length: 1000 }, () => 24));
    expect(rowsSeen(tops, 2400, 480, 2)).toEqual({ first: 98, last: 122 });
    expect(rowsSeen(tops, 0, 480, 2).first).toBe(0);
    expect(rowsSeen(topsOf([]), 0, 480)).toEqual({ first: 0, last: -1 });
  });

  it('moves by keys and stays inside', () => {
    expect(rowAfterKey('ArrowDown', 3, 5, 10)).toBe(4);
    expect(rowAfterKey('ArrowDown', 4, 5, 10)).toBe(4);
    expect(rowAfterKey('PageUp', 3, 5, 10)).toBe(0);
    expect(rowAfterKey('End', 0, 5, 10)).toBe(4);
    expect(rowAfterKey('ArrowLeft', 0, 5, 10)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0, 10)).toBeNull();
  });
});
