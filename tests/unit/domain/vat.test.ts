import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDocumentVat, vatIncludedIn } from '../../../shared/domain/vat';

const rates = fc.constantFrom<number | null>(null, 0, 50_000, 100_000, 200_000, 220_000);
const charges = fc.array(
  fc.record({ netMinor: fc.integer({ min: 0, max: 10 ** 10 }), vatPpm: rates }),
  { maxLength: 30 },
);
const mixed = fc.array(
  fc.record({ netMinor: fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), vatPpm: rates }),
  { maxLength: 30 },
);

describe('VAT of a document', () => {
  it('is taken on the net total of each rate, not line by line', () => {
    const lines = Array.from({ length: 3 }, () => ({ netMinor: 102, vatPpm: 220_000 }));
    const { total, lines: given } = computeDocumentVat(lines);
    // 306 × 22 % = 67.32; three lines of 22.44 rounded apart would make 66.
    expect(total).toEqual({ netMinor: 306, vatMinor: 67, grossMinor: 373 });
    expect(given.map((line) => line.vatMinor)).toEqual([23, 22, 22]);
  });

  it('tells «без НДС» from 0 %', () => {
    const { groups } = computeDocumentVat([
      { netMinor: 100, vatPpm: null },
      { netMinor: 100, vatPpm: 0 },
    ]);
    expect(groups.map((group) => group.vatPpm)).toEqual([null, 0]);
    expect(groups.map((group) => group.vatMinor)).toEqual([0, 0]);
  });

  it('is that of the worked case', () => {
    const { total } = computeDocumentVat([{ netMinor: 61_795_500, vatPpm: 220_000 }]);
    expect(total).toMatchObject({ vatMinor: 13_595_010, grossMinor: 75_390_510 });
  });

  it('agrees between lines, rates and document to the minor unit', () => {
    fc.assert(
      fc.property(mixed, (input) => {
        const { lines, groups, total } = computeDocumentVat(input);
        for (const field of ['netMinor', 'vatMinor', 'grossMinor'] as const) {
          expect(lines.reduce((sum, line) => sum + line[field], 0)).toBe(total[field]);
          expect(groups.reduce((sum, group) => sum + group[field], 0)).toBe(total[field]);
        }
        for (const line of [...lines, ...groups]) {
          expect(line.grossMinor).toBe(line.netMinor + line.vatMinor);
        }
      }),
    );
  });

  it('keeps each line within a minor unit of its own VAT', () => {
    fc.assert(
      fc.property(charges, (input) => {
        computeDocumentVat(input).lines.forEach((line, index) => {
          const { netMinor, vatPpm } = input[index] ?? { netMinor: 0, vatPpm: null };
          expect(Math.abs(line.vatMinor - (netMinor * (vatPpm ?? 0)) / 1_000_000)).toBeLessThan(
            1.5,
          );
        });
      }),
    );
  });

  it('is found inside an amount that includes it', () => {
    expect(vatIncludedIn(12_200, 220_000)).toBe(2_200);
    expect(vatIncludedIn(-12_200, 220_000)).toBe(-2_200);
    expect(vatIncludedIn(100, null)).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        fc.integer({ min: 1, max: 500_000 }),
        (net, ppm) => {
          const { total } = computeDocumentVat([{ netMinor: net, vatPpm: ppm }]);
          expect(vatIncludedIn(total.grossMinor, ppm)).toBe(total.vatMinor);
        },
      ),
    );
  });
});
