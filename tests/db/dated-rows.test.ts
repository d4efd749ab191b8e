import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDatedRow } from '../../db/repositories/dated-row';
import { setDatedRate } from '../../db/repositories/rates.repo';
import { findOverlaps, rowOn } from '../../shared/domain/dated-rates';
import { addDays } from '../../shared/domain/dates';
import { action, newWorkspace } from '../helpers/db-workspace';

type Row = { id: string; validFrom: string; validTo: string | null; value: number };

const FIRST = '2026-01-01';

/** What planDatedRow says, carried out in memory. */
function apply(rows: readonly Row[], next: Omit<Row, 'id'>, id: string): Row[] {
  const plan = planDatedRow(rows, next);
  const shortened = rows.map((row) => {
    const cut = plan.shorten.find((each) => each.id === row.id);
    return cut === undefined ? row : { ...row, validTo: cut.validTo };
  });
  const kept = shortened.filter((row) => row.id !== plan.replace);
  const resumed = rows.find((row) => row.id === plan.resume?.id);
  return [
    ...kept,
    { id, validFrom: next.validFrom, validTo: plan.validTo, value: next.value },
    ...(resumed !== undefined && plan.resume !== null
      ? [{ ...plan.resume, id: `${id}-rest`, value: resumed.value }]
      : []),
  ];
}

const steps = fc.array(
  fc.record({ from: fc.nat(60), days: fc.option(fc.nat(40)), value: fc.integer() }),
  { minLength: 1, maxLength: 12 },
);

describe('a dated row set among others', () => {
  test('never overlaps, holds from its first day, and leaves the days before as they were', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let rows: Row[] = [];
        list.forEach(({ from, days, value }, index) => {
          const validFrom = addDays(FIRST, from);
          const validTo = days === null ? null : addDays(validFrom, days);
          const before = rows;
          rows = apply(rows, { validFrom, validTo, value }, `r${index}`);
          expect(findOverlaps(rows)).toEqual([]);
          expect(rowOn(rows, validFrom)?.value).toBe(value);
          for (let day = 0; day < from; day += 1) {
            const on = addDays(FIRST, day);
            expect(rowOn(rows, on)?.value).toBe(rowOn(before, on)?.value);
          }
        });
      }),
    );
  });

  test('a rate for a while goes back to the one before', () => {
    const rows = apply(
      [{ id: 'a', validFrom: '2026-01-01', validTo: null, value: 1 }],
      { validFrom: '2026-03-01', validTo: '2026-03-31', value: 2 },
      'b',
    );
    expect(rowOn(rows, '2026-02-28')?.value).toBe(1);
    expect(rowOn(rows, '2026-03-31')?.value).toBe(2);
    expect(rowOn(rows, '2026-04-01')?.value).toBe(1);
  });

  test('is written so', () => {
    const workspace = newWorkspace();
    workspace.write(action(), (tx) => {
      const vat = (validFrom: string, ratePpm: number) =>
        setDatedRate(tx, { kind: 'vat', country: 'RU', validFrom, ratePpm });
      vat('2026-01-01', 220_000);
      vat('2019-01-01', 200_000);
      vat('2026-01-01', 230_000);
    });
    expect(
      workspace.read.all(
        'SELECT valid_from, valid_to, rate_ppm FROM dated_rates ORDER BY valid_from',
      ),
    ).toEqual([
      { valid_from: '2019-01-01', valid_to: '2025-12-31', rate_ppm: 200_000 },
      { valid_from: '2026-01-01', valid_to: null, rate_ppm: 230_000 },
    ]);
  });
});
