import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantitiesOfHours, secondsBeyond } from '../../../shared/domain/overservice-hours';

describe('hours beyond a retainer', () => {
  test('are the last ones worked, the entry that crosses cut in two', () => {
    const rows = [{ seconds: 3600 }, { seconds: 7200 }, { seconds: 1800 }];
    expect(secondsBeyond(rows, 5400).map(({ seconds }) => seconds)).toEqual([5400, 1800]);
    expect(secondsBeyond(rows, 12_600)).toEqual([]);
  });

  test('add up to what was worked less what is paid for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        (seconds, available) => {
          const rows = seconds.map((each) => ({ seconds: each }));
          const worked = seconds.reduce((sum, each) => sum + each, 0);
          const beyond = secondsBeyond(rows, available).reduce(
            (sum, part) => sum + part.seconds,
            0,
          );
          expect(beyond).toBe(Math.max(0, worked - available));
        },
      ),
    );
  });

  test('as quantities add up to the rounded sum of hours', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (seconds) => {
          const quantities = quantitiesOfHours(seconds);
          for (const text of quantities) expect(text).toMatch(/^\d+(\.\d{1,2})?$/);
          const hundredths = quantities.reduce(
            (sum, text) => sum + Math.round(Number(text) * 100),
            0,
          );
          const worked = seconds.reduce((sum, each) => sum + each, 0);
          expect(hundredths).toBe(Math.round(worked / 36));
        },
      ),
    );
  });
});
