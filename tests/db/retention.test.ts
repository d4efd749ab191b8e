import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToDelete, type KeptBackup } from '../../db/retention';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 21, 15);

const backups = fc
  .uniqueArray(fc.record({ ago: fc.nat(500 * 24), verified: fc.boolean() }), {
    maxLength: 120,
    selector: ({ ago }) => ago,
  })
  .map((list): KeptBackup[] =>
    list.map(({ ago, verified }) => ({ path: `b${ago}`, madeAt: NOW - ago * HOUR, verified })),
  );

function kept(list: readonly KeptBackup[], now = NOW): KeptBackup[] {
  const gone = new Set(backupsToDelete(list, now));
  return list.filter(({ path }) => !gone.has(path));
}

describe('retention', () => {
  test('keeps all of 48 hours and the newest of each of the last days, weeks and months', () => {
    const quarterHours = Array.from({ length: 400 * 96 }, (_, index) => ({
      path: `q${index}`,
      madeAt: NOW - index * (HOUR / 4),
      verified: true,
    }));
    const left = kept(quarterHours);
    expect(left.filter(({ madeAt }) => NOW - madeAt < 48 * HOUR)).toHaveLength(48 * 4);
    const older = left.filter(({ madeAt }) => NOW - madeAt >= 48 * HOUR);
    // 14 days less the three that the 48 hours touch; 8 weeks and 12 months less those the days stand for.
    expect(older.length).toBeGreaterThanOrEqual(11 + 5 + 10);
    expect(older.length).toBeLessThanOrEqual(12 + 7 + 11);
    expect(Math.max(...older.map(({ madeAt }) => NOW - madeAt))).toBeGreaterThan(300 * DAY);
  });

  test('never lets the newest verified backup go, nor anything of the last 48 hours', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const left = new Set(kept(list).map(({ path }) => path));
        const verified = list.filter((each) => each.verified).sort((a, b) => b.madeAt - a.madeAt);
        if (verified[0] !== undefined) expect(left.has(verified[0].path)).toBe(true);
        for (const { path, madeAt } of list) {
          if (NOW - madeAt < 48 * HOUR) expect(left.has(path)).toBe(true);
        }
      }),
    );
  });

  test('deletes nothing twice and settles at once', () => {
    fc.assert(
      fc.property(backups, (list) => {
        expect(backupsToDelete(kept(list), NOW)).toEqual([]);
      }),
    );
  });

  test('deletes nothing at all while the clock is set back', () => {
    fc.assert(
      fc.property(backups, fc.integer({ min: 1, max: 400 }), (list, days) => {
        fc.pre(list.length > 0);
        const newest = Math.max(...list.map(({ madeAt }) => madeAt));
        expect(backupsToDelete(list, newest - days * DAY)).toEqual([]);
      }),
    );
  });

  test('never keeps more than the rule allows', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const recent = list.filter(({ madeAt }) => NOW - madeAt < 48 * HOUR).length;
        expect(kept(list).length).toBeLessThanOrEqual(recent + 14 + 8 + 12 + 1);
      }),
    );
  });
});
