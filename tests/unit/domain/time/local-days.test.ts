import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  localDateOf,
  nextMidnight,
  splitByLocalDay,
  wallClock,
} from '../../../../shared/domain/time/local-days';

describe('a span cut at the midnights of the zone (calendar dates)', () => {
  test('loses no second, overlaps nowhere and names each day once', () => {
    // 2025–2027: over every change of clocks of the zones the tests run in.
    const instants = fc.integer({
      min: Date.UTC(2025, 0, 1) / 1000,
      max: Date.UTC(2027, 11, 31) / 1000,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5 * 86_400 }), (start, length) => {
        const parts = splitByLocalDay(start * 1000, (start + length) * 1000);
        expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(length);
        expect(new Set(parts.map(({ on }) => on)).size).toBe(parts.length);
        for (const [index, part] of parts.entries()) {
          expect(part.on).toBe(localDateOf(part.startedAt));
          expect(part.on).toBe(localDateOf(part.endedAt - 1));
          expect(part.startedAt).toBe(parts[index - 1]?.endedAt ?? start * 1000);
        }
      }),
    );
  });

  test('a night of work is two days', () => {
    const evening = new Date(2026, 10, 23, 22, 30).getTime();
    const morning = new Date(2026, 10, 24, 1, 15).getTime();
    expect(splitByLocalDay(evening, morning).map(({ on, seconds }) => [on, seconds])).toEqual([
      ['2026-11-23', 5400],
      ['2026-11-24', 4500],
    ]);
  });

  test('nothing comes of a span that ends before it starts', () => {
    expect(splitByLocalDay(2000, 1000)).toEqual([]);
    expect(splitByLocalDay(1000, 1000)).toEqual([]);
  });

  test('the end of a working day is read off the wall, also when the clocks have changed', () => {
    for (const [year, month, day] of [
      [2026, 2, 29],
      [2026, 9, 25],
      [2026, 2, 8],
      [2028, 1, 29],
    ] as const) {
      const noon = new Date(year, month, day, 12).getTime();
      const end = new Date(wallClock(noon, 18 * 60));
      expect([end.getHours(), end.getMinutes(), end.getDate()]).toEqual([18, 0, day]);
      expect(new Date(nextMidnight(noon)).getHours()).toBe(0);
    }
  });
});
