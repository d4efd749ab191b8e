import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCommission,
  reconcile,
  type SideItem,
  sumLike,
} from '../../shared/domain/reconciliation';

const item = fc.record({
  side: fc.constantFrom('platform' as const, 'vendor' as const, 'billed' as const),
  month: fc.constantFrom('2026-10', '2026-11'),
  channel: fc.constantFrom('Директ', 'VK', 'Щиты'),
  currency: fc.constantFrom('RUB', 'RUB', 'RUB', 'EUR'),
  basis: fc.constantFrom('net' as const, 'net' as const, 'with-vat' as const),
  minor: fc.integer({ min: 0, max: 1e10 }),
});

describe('the three sides', () => {
  it('have every amount in exactly one row, unlike ones never added', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const rows = reconcile(items, [], 0);
        const keys = rows.map(({ month, channel }) => `${month} ${channel}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const side of ['platform', 'vendor', 'billed'] as const) {
          const given = sumLike(items.filter((each) => each.side === side));
          const shown = sumLike(rows.flatMap((row) => row[side]));
          const sorted = (sums: typeof given) =>
            sums.map((sum) => JSON.stringify(sum)).sort((a, b) => (a < b ? -1 : 1));
          expect(sorted(shown)).toEqual(sorted(given));
        }
      }),
    );
  });

  it('break by as much as they differ', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 30 }),
        fc.integer({ min: 0, max: 1e9 }),
        (items, tolerance) => {
          for (const row of reconcile(items, [], tolerance)) {
            if (row.unit === null) {
              expect(row.breaks).toEqual([{ kind: 'unlike', minor: null }]);
              continue;
            }
            const of = (side: SideItem['side']) => row[side][0]?.minor ?? 0;
            const found = (kinds: readonly string[]) =>
              row.breaks.find(({ kind }) => kinds.includes(kind))?.minor ?? 0;
            const spend = found(['spend-vendor', 'document-missing']);
            const billed = found(['vendor-billed', 'not-billed']);
            // What is no break is within the tolerance: together they are the whole difference.
            expect(Math.abs(of('platform') - of('vendor') - spend)).toBeLessThanOrEqual(
              spend === 0 ? tolerance : 0,
            );
            expect(Math.abs(of('vendor') - of('billed') - billed)).toBeLessThanOrEqual(
              billed === 0 ? tolerance : 0,
            );
            expect((row.spendVendorMinor ?? 0) + (row.vendorBilledMinor ?? 0)).toBe(
              of('platform') - of('billed'),
            );
          }
        },
      ),
    );
  });
});

const at = { month: '2026-10', channel: 'Директ', currency: 'RUB', basis: 'net' as const };
const side = (of: SideItem['side'], minor: number, more: Partial<SideItem> = {}): SideItem => ({
  ...at,
  side: of,
  minor,
  ...more,
});
const rebate = { month: '2026-10', channel: 'Директ', rebatePpm: 30_000, statedMinor: 3_000 };

describe('a break', () => {
  const kindsOf = (items: SideItem[], own = rebate, tolerance = 100) =>
    reconcile(items, [own], tolerance).flatMap(({ breaks }) => breaks);
  const whole = [side('platform', 100_000), side('vendor', 100_000), side('billed', 100_000)];

  it('is none where all three agree and the rebate is as agreed', () => {
    expect(kindsOf(whole)).toEqual([]);
  });

  it('names what is missing', () => {
    expect(kindsOf([side('platform', 100_000), side('billed', 100_000)])).toEqual([
      { kind: 'document-missing', minor: 100_000 },
      { kind: 'vendor-billed', minor: -100_000 },
    ]);
    expect(
      kindsOf([side('platform', 100_000), side('vendor', 100_000)]).map((b) => b.kind),
    ).toEqual(['not-billed']);
  });

  it('is found in the rebate, beyond the tolerance', () => {
    expect(kindsOf(whole, { ...rebate, statedMinor: 0 })).toEqual([
      { kind: 'rebate', minor: -3_000 },
    ]);
    expect(kindsOf(whole, { ...rebate, statedMinor: 2_900 })).toEqual([]);
  });

  it('is found in a month’s commission, on top and inside', () => {
    const of = (commissionMinor: number, basis: 'on-top' | 'inside' = 'on-top') =>
      checkCommission({ billedMinor: 90_000, commissionMinor }, { ppm: 100_000, basis }, 100);
    expect(of(9_000)).toEqual({ expectedMinor: 9_000, billedMinor: 9_000, break: null });
    expect(of(9_100).break).toBeNull();
    expect(of(9_101).break).toEqual({ kind: 'commission', minor: 101 });
    expect(of(10_000, 'inside').break).toBeNull();
    const none = checkCommission({ billedMinor: 90_000, commissionMinor: 500 }, null, 100);
    expect(none.break).toEqual({ kind: 'commission', minor: 500 });
  });

  it('compares nothing of unlike basis', () => {
    const mixed = [side('platform', 122_000, { basis: 'with-vat' }), side('vendor', 100_000)];
    expect(kindsOf(mixed)).toEqual([{ kind: 'unlike', minor: null }]);
  });
});
