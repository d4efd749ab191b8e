import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeekday, mondayOf } from '../../../../shared/domain/dates';
import {
  type DemandTask,
  demandByWeek,
  loadBalance,
  spreadDemand,
} from '../../../../shared/domain/work-load/work-load';

const TODAY = '2026-11-23';
const eightHours = (_: string | null, on: string) => (isoWeekday(on) > 5 ? 0 : 28_800);
const task = (fields: Partial<DemandTask>): DemandTask => ({
  id: 't',
  remainingSeconds: 36_000,
  startOn: null,
  dueOn: '2026-11-27',
  booking: 'hard',
  shares: [{ personId: 'anna', sharePpm: 1_000_000 }],
  ...fields,
});

const days = fc.integer({ min: -60, max: 200 }).map((count) => addDays(TODAY, count));
const tasks = fc.array(
  fc.record({
    remainingSeconds: fc.integer({ min: 0, max: 1_000_000 }),
    startOn: fc.option(days),
    dueOn: fc.option(days),
    booking: fc.constantFrom('hard' as const, 'soft' as const),
    shares: fc.uniqueArray(
      fc.record({
        personId: fc.constantFrom('anna', 'boris', 'vera'),
        sharePpm: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { selector: ({ personId }) => personId, maxLength: 3 },
    ),
  }),
  { maxLength: 12 },
);

describe('demand', () => {
  test('adds up to what remains of the tasks: weeks, beyond them and undated', () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 1, max: 12 }), (rows, count) => {
        const demands = rows.map((row, index) => ({ ...row, id: String(index) }));
        const parts = spreadDemand(demands, TODAY, eightHours);
        const total = demands.reduce((sum, row) => sum + row.remainingSeconds, 0);
        expect(parts.reduce((sum, part) => sum + part.seconds, 0)).toBe(total);
        const weeks = Array.from({ length: count }, (_, at) => addDays(mondayOf(TODAY), at * 7));
        const { weeks: sums, beyondSeconds, undatedSeconds } = demandByWeek(parts, weeks);
        const inWeeks = sums.reduce((sum, week) => sum + week.hardSeconds + week.softSeconds, 0);
        expect(inWeeks + beyondSeconds + undatedSeconds).toBe(total);
        for (const part of parts) {
          expect(part.seconds).toBeGreaterThan(0);
          if (part.on !== null) expect(part.on >= TODAY).toBe(true);
        }
      }),
    );
  });

  test('falls on the working days between the start and the due day, evenly', () => {
    const parts = spreadDemand(
      [task({ startOn: '2026-11-26', dueOn: '2026-11-30' })],
      TODAY,
      eightHours,
    );
    expect(parts.map(({ on, seconds }) => [on, seconds])).toEqual([
      ['2026-11-26', 12_000],
      ['2026-11-27', 12_000],
      ['2026-11-30', 12_000],
    ]);
  });

  test('is shared as the assignees share the task', () => {
    const shares = [
      { personId: 'anna', sharePpm: 750_000 },
      { personId: 'boris', sharePpm: 250_000 },
    ];
    const parts = spreadDemand([task({ shares, dueOn: TODAY })], TODAY, eightHours);
    expect(parts.map(({ personId, seconds }) => [personId, seconds])).toEqual([
      ['anna', 27_000],
      ['boris', 9000],
    ]);
  });

  test('of overdue work is due today, and of somebody who is away on the last day', () => {
    const overdue = spreadDemand([task({ dueOn: '2026-11-02' })], TODAY, eightHours);
    expect(overdue).toMatchObject([{ on: TODAY, seconds: 36_000 }]);
    const away = spreadDemand([task({})], TODAY, () => 0);
    expect(away).toMatchObject([{ on: '2026-11-27', seconds: 36_000 }]);
  });

  test('without a due day or an assignee is kept apart, not lost', () => {
    const parts = spreadDemand(
      [task({ dueOn: null }), task({ id: 'u', shares: [], dueOn: TODAY })],
      TODAY,
      eightHours,
    );
    expect(parts).toMatchObject([
      { personId: 'anna', on: null },
      { personId: null, on: TODAY },
    ]);
  });
});

describe('the balance of a week', () => {
  test('is either free or overbooked, and both add up to what is available', () => {
    const seconds = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(seconds, seconds, seconds, seconds, (available, logged, hard, soft) => {
        const balance = loadBalance(available, logged, { hardSeconds: hard, softSeconds: soft });
        const { freeSeconds, overloadSeconds, overloadWithSoftSeconds } = balance;
        expect(freeSeconds * overloadWithSoftSeconds).toBe(0);
        expect(available + overloadWithSoftSeconds - freeSeconds).toBe(logged + hard + soft);
        expect(overloadSeconds).toBe(Math.max(0, logged + hard - available));
        expect(overloadSeconds).toBeLessThanOrEqual(overloadWithSoftSeconds);
      }),
    );
  });
});
