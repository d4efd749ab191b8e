import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellBar,
  demandOf,
  handedOver,
  sumCells,
} from '../../../renderer/features/work-plan/workload-rows';
import type { WorkloadCell } from '../../../shared/contract/team.contract';

const seconds = fc.integer({ min: 0, max: 300_000 });
const cells = fc
  .tuple(seconds, seconds, seconds, seconds)
  .map(([available, logged, hard, soft]): WorkloadCell => {
    const firm = logged + hard;
    return {
      capacitySeconds: available,
      holidaySeconds: 0,
      absenceSeconds: 0,
      availableSeconds: available,
      loggedSeconds: logged,
      hardSeconds: hard,
      softSeconds: soft,
      freeSeconds: Math.max(0, available - firm - soft),
      overloadSeconds: Math.max(0, firm - available),
      overloadWithSoftSeconds: Math.max(0, firm + soft - available),
    };
  });

describe('cells of the workload', () => {
  it('added up: available and what is over equal demand and what is free', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (given) => {
        const sum = sumCells(given);
        expect(sum.availableSeconds + sum.overloadWithSoftSeconds).toBe(
          demandOf(sum) + sum.freeSeconds,
        );
        for (const one of given) {
          expect(sum.overloadSeconds).toBeGreaterThanOrEqual(one.overloadSeconds);
        }
      }),
    );
  });

  it('as a bar: its parts fill no more than its width, the limit stands where red begins', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const bar = cellBar(cell);
        const filled = bar.logged + bar.hard + bar.soft;
        expect(filled).toBeLessThanOrEqual(1 + 1e-9);
        expect(bar.limit === null).toBe(demandOf(cell) <= cell.availableSeconds);
        if (bar.limit !== null) {
          expect(filled).toBeCloseTo(1, 9);
          expect(bar.limit + bar.over).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe('handing a task over', () => {
  it('gives the part to another and leaves the rest', () => {
    const assignees = [
      { personId: 'a', sharePpm: 600_000 },
      { personId: 'b', sharePpm: 400_000 },
    ];
    expect(handedOver(assignees, 'a', 'c')).toEqual([
      { personId: 'c', sharePpm: 600_000 },
      { personId: 'b', sharePpm: 400_000 },
    ]);
    expect(handedOver(assignees, 'a', 'b')).toEqual([{ personId: 'b', sharePpm: 1_000_000 }]);
    expect(handedOver(assignees, 'x', 'b')).toEqual(assignees);
    expect(handedOver(assignees, 'a', 'a')).toEqual(assignees);
  });
});
