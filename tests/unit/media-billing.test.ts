import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billByMonth } from '../../shared/domain/media-billing';

const line = fc
  .record({
    channel: fc.constantFrom('Директ', 'VK', 'Щиты'),
    columnsMinor: fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 3, maxLength: 3 }),
    commissionPpm: fc.integer({ min: 0, max: 400_000 }),
    discountPpm: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ columnsMinor, commissionPpm, discountPpm, channel }) => {
    const netMinor = columnsMinor.reduce((sum, part) => sum + part, 0);
    const commissionMinor = Math.round((netMinor * commissionPpm) / 1e6);
    const whole = netMinor + commissionMinor;
    const clientNetMinor = whole - Math.round((whole * discountPpm) / 1e6);
    return { channel, columnsMinor, netMinor, commissionMinor, clientNetMinor };
  });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a plan billed by month', () => {
  it('adds up to the plan in every part, and each month to what the client pays', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const bills = billByMonth(lines, 3);
        expect(sum(bills.map((bill) => bill.mediaMinor))).toBe(sum(lines.map((l) => l.netMinor)));
        expect(sum(bills.map((bill) => bill.commissionMinor))).toBe(
          sum(lines.map((l) => l.commissionMinor)),
        );
        expect(sum(bills.map((bill) => bill.clientNetMinor))).toBe(
          sum(lines.map((l) => l.clientNetMinor)),
        );
        for (const [index, bill] of bills.entries()) {
          expect(bill.mediaMinor + bill.commissionMinor + bill.discountMinor).toBe(
            bill.clientNetMinor,
          );
          expect(bill.mediaMinor).toBe(sum(bill.channels.map(({ netMinor }) => netMinor)));
          expect(bill.mediaMinor).toBe(sum(lines.map((l) => l.columnsMinor[index] ?? 0)));
        }
      }),
    );
  });
});
