import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAfterKey,
  daysOfWeek,
  layoutWeek,
  type Spanning,
  weeksOfMonth,
} from '../../../renderer/features/work-plan/calendar-layout';
import { addDays, addMonths, isoWeekday } from '../../../shared/domain/dates';

const MONDAY = '2026-11-23';

const items = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(12)), { maxLength: 40 })
  .map((given): Spanning[] =>
    given.map(([start, length], i) => {
      const from = addDays(MONDAY, start);
      return { key: `i${i}`, days: { from, to: addDays(from, length) } };
    }),
  );

describe('weeks of a month', () => {
  it('hold each of its days once, from a Monday to a Sunday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (ahead) => {
        const month = addMonths('2026-02', ahead);
        const days = weeksOfMonth(month).flatMap(daysOfWeek);
        expect(isoWeekday(days[0] ?? '')).toBe(1);
        expect(new Set(days).size).toBe(days.length);
        expect(days.slice(0, 7)).toContain(`${month}-01`);
        expect(days.at(-7)?.slice(0, 7)).toBe(month);
      }),
    );
  });

  it('February of 28 days that begins on a Monday takes four of them', () => {
    expect(weeksOfMonth('2027-02')).toHaveLength(4);
    expect(weeksOfMonth('2026-11')).toHaveLength(6);
  });
});

describe('items of a week', () => {
  it('lie nowhere over each other, nor over the words for what has no room', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 6 }), (given, lanes) => {
        const { segments, hidden } = layoutWeek(given, MONDAY, lanes);
        const cells = new Set<string>();
        for (const { lane, column, span } of segments) {
          expect(lane).toBeLessThan(lanes);
          for (let at = column; at < column + span; at += 1) {
            expect(cells.has(`${lane} ${at}`)).toBe(false);
            cells.add(`${lane} ${at}`);
          }
        }
        hidden.forEach((more, column) => {
          if (more.length > 0) expect(cells.has(`${lanes - 1} ${column}`)).toBe(false);
        });
      }),
    );
  });

  it('on each day are those shown and those counted, no more and no fewer', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 6 }), (given, lanes) => {
        const { segments, hidden } = layoutWeek(given, MONDAY, lanes);
        daysOfWeek(MONDAY).forEach((day, column) => {
          const there = given.filter(({ days }) => days.from <= day && day <= days.to);
          const shown = segments.filter(
            (at) => at.column <= column && column < at.column + at.span,
          );
          const keys = [
            ...shown.map(({ item }) => item.key),
            ...(hidden[column] ?? []).map(({ key }) => key),
          ];
          expect(keys.toSorted()).toEqual(there.map(({ key }) => key).toSorted());
        });
      }),
    );
  });

  it('what fits is all shown', () => {
    const three = ['a', 'b', 'c'].map((key) => ({ key, days: { from: MONDAY, to: MONDAY } }));
    expect(layoutWeek(three, MONDAY, 3).segments.map(({ lane }) => lane)).toEqual([0, 1, 2]);
    expect(layoutWeek(three, MONDAY, 2).hidden[0]?.map(({ key }) => key)).toEqual(['b', 'c']);
  });

  it('says where an item comes from the week before and goes on into the next', () => {
    const long = { key: 'a', days: { from: '2026-11-20', to: '2026-12-02' } };
    expect(layoutWeek([long], MONDAY, 3).segments[0]).toMatchObject({
      column: 0,
      span: 7,
      isFromBefore: true,
      goesOn: true,
    });
  });
});

it('arrow keys go by days and weeks', () => {
  expect(dayAfterKey('ArrowRight', '2028-02-28')).toBe('2028-02-29');
  expect(dayAfterKey('ArrowDown', '2026-11-30')).toBe('2026-12-07');
  expect(dayAfterKey('Home', '2026-11-29')).toBe(MONDAY);
  expect(dayAfterKey('Enter', MONDAY)).toBeNull();
});
