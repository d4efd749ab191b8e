import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  discountAtTarget,
  ESTIMATE_KINDS,
  type EstimateLine,
  marginCostOfDiscount,
  reckonEstimate,
} from '../../../shared/domain/estimate';
import { exactOf, missing, type Quantity, quantity, unknown } from '../../../shared/domain/figure';
import { fraction, parseFraction } from '../../../shared/domain/fraction';

function percent(share: Quantity): string {
  const exact = exactOf(share);
  return exact === null ? '—' : ((Number(exact.n) / Number(exact.d)) * 100).toFixed(1);
}

let count = 0;
function line(fields: Partial<Omit<EstimateLine, 'quantity'>> & { n?: string }): EstimateLine {
  const { n = '1', ...rest } = fields;
  count += 1;
  return {
    id: `line-${count}`,
    groupName: '',
    kind: 'work',
    quantity: parseFraction(n) ?? fraction(0),
    unitPriceMinor: 0,
    unitCostMinor: 0,
    markupPpm: 0,
    commission: null,
    extraSeconds: 0,
    hourCost: quantity(0),
    counts: true,
    package: '',
    ...rest,
  };
}

const hour = (price: number, cost: number) => ({
  unitPriceMinor: price * 100,
  hourCost: quantity(cost * 100),
});

/** Implants for a clinic: hours, a video by a vendor, media with commission, one option taken and one not. */
const launch = (): EstimateLine[] => [
  line({ groupName: 'a', n: '14', ...hour(2400, 1550) }),
  line({ groupName: 'a', n: '18', ...hour(2200, 1410) }),
  line({ groupName: 'a', n: '22', ...hour(1700, 940) }),
  line({ groupName: 'b', n: '26', ...hour(2100, 1180) }),
  line({ groupName: 'b', n: '30', ...hour(2400, 1600) }),
  line({
    groupName: 'c',
    kind: 'production',
    n: '2',
    unitCostMinor: 6_000_000,
    markupPpm: 150_000,
    extraSeconds: 4 * 3600,
    hourCost: quantity(141_000),
  }),
  line({ groupName: 'd', kind: 'media', n: '3', unitPriceMinor: 9_000_000 }),
  line({ groupName: 'd', kind: 'media', n: '3', unitPriceMinor: 6_000_000 }),
  line({
    groupName: 'd',
    kind: 'commission',
    commission: { ppm: 100_000, basis: 'on-top' },
    extraSeconds: 21 * 3600,
    hourCost: quantity(132_000),
  }),
  line({ groupName: 'e', kind: 'production', n: '3', unitCostMinor: 600_000, markupPpm: 150_000 }),
  line({
    id: 'smm',
    groupName: 'e',
    kind: 'service',
    n: '3',
    unitPriceMinor: 4_000_000,
    extraSeconds: 48 * 3600,
    hourCost: quantity(132_000),
    counts: false,
  }),
];

describe('an estimate', () => {
  test('adds up as the client and the agency read it', () => {
    const estimate = reckonEstimate(launch(), { discountPpm: 80_000, vatPpm: 220_000 });
    expect(estimate.groups.map((group) => group.amountMinor)).toEqual([
      11_060_000, 12_660_000, 13_800_000, 49_500_000, 2_070_000,
    ]);
    expect(estimate.discountableMinor).toBe(23_720_000);
    expect(estimate.discountMinor).toBe(1_897_600);
    expect(estimate.total).toMatchObject({
      amountMinor: 87_192_400,
      passThroughMinor: 58_800_000,
      agiMinor: 28_392_400,
      costMinor: { known: true, value: 17_980_000 },
    });
    expect(estimate.vatMinor).toBe(19_182_328);
    expect(estimate.grossMinor).toBe(106_374_728);
    expect(percent(estimate.total.margin)).toBe('36.7');
    expect(percent(estimate.marginBeforeDiscount)).toBe('40.6');
    expect(percent(marginCostOfDiscount(estimate))).toBe('4.0');
    const smm = estimate.withOption.get('smm');
    expect(smm?.amountMinor).toBe(12_000_000);
    expect(percent(smm?.margin ?? quantity(0))).toBe('39.8');
  });

  test('says whose pay is missing, and keeps the price', () => {
    const nobody = unknown(missing('pay-rate', { person: 'A' }));
    const estimate = reckonEstimate([line({ n: '2', unitPriceMinor: 100, hourCost: nobody })], {
      discountPpm: 0,
      vatPpm: null,
    });
    expect(estimate.total.amountMinor).toBe(200);
    expect(estimate.total.costMinor).toEqual({
      known: false,
      missing: [{ code: 'pay-rate', params: { person: 'A' } }],
    });
    expect(estimate.vatMinor).toBe(0);
  });

  test('has no margin where nothing is earned', () => {
    const media = line({ kind: 'media', n: '1', unitPriceMinor: 500 });
    const estimate = reckonEstimate([media], { discountPpm: 0, vatPpm: 0 });
    expect(estimate.total.agiMinor).toBe(0);
    expect(exactOf(estimate.total.margin)).toBeNull();
    expect(estimate.total.margin.known).toBe(true);
  });

  test('takes a commission inside from the media that counts', () => {
    const inside = line({ kind: 'commission', commission: { ppm: 150_000, basis: 'inside' } });
    const taken = line({ kind: 'media', n: '1', unitPriceMinor: 850_00 });
    const left = line({ kind: 'media', n: '1', unitPriceMinor: 100_00, counts: false });
    const estimate = reckonEstimate([taken, left, inside], { discountPpm: 0, vatPpm: null });
    expect(estimate.lines.get(inside.id)?.amountMinor).toBe(150_00);
    expect(estimate.total.amountMinor).toBe(1000_00);
    expect(estimate.withOption.get(left.id)?.amountMinor).toBe(117_65);
  });
});

const amount = fc.integer({ min: 0, max: 5_000_000_00 });
const randomLine = fc
  .record({
    kind: fc.constantFrom(...ESTIMATE_KINDS),
    groupName: fc.constantFrom('a', 'b', ''),
    n: fc.tuple(fc.nat(5000), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
    unitPriceMinor: amount,
    unitCostMinor: amount,
    markupPpm: fc.integer({ min: -1_000_000, max: 3_000_000 }),
    extraSeconds: fc.nat(360_000),
    cost: fc.nat(1_000_000),
    counts: fc.boolean(),
    ppm: fc.nat(999_999),
    basis: fc.constantFrom('on-top' as const, 'inside' as const),
  })
  .map(({ cost, ppm, basis, ...fields }) =>
    line({
      ...fields,
      hourCost: quantity(cost),
      commission: fields.kind === 'commission' ? { ppm: Math.min(ppm, 900_000), basis } : null,
    }),
  );
const randomLines = fc.array(randomLine, { maxLength: 12 });
const terms = fc.record({
  discountPpm: fc.nat(1_000_000),
  vatPpm: fc.option(fc.nat(300_000), { nil: null }),
});

describe('of any lines', () => {
  test('groups less the discount make the total, and net with VAT the gross', () => {
    fc.assert(
      fc.property(randomLines, terms, (lines, given) => {
        const estimate = reckonEstimate(lines, given);
        const groups = estimate.groups.reduce((sum, group) => sum + group.amountMinor, 0);
        expect(groups - estimate.discountMinor).toBe(estimate.total.amountMinor);
        expect(estimate.total.amountMinor + estimate.vatMinor).toBe(estimate.grossMinor);
        expect(estimate.total.agiMinor + estimate.total.passThroughMinor).toBe(
          estimate.total.amountMinor,
        );
        const seconds = lines
          .filter((each) => each.counts)
          .reduce((sum, each) => sum + (estimate.lines.get(each.id)?.seconds ?? 0), 0);
        expect(estimate.total.seconds).toBe(seconds);
      }),
    );
  });

  test('an option left out changes nothing but itself', () => {
    fc.assert(
      fc.property(randomLines, terms, (lines, given) => {
        const without = lines.filter((each) => each.counts);
        expect(reckonEstimate(lines, given).total).toEqual(reckonEstimate(without, given).total);
      }),
    );
  });

  test('taking an option makes exactly the total that was promised of it', () => {
    fc.assert(
      fc.property(randomLines, terms, (lines, given) => {
        const before = reckonEstimate(lines, given);
        const option = lines.find((each) => !each.counts);
        if (option === undefined) return;
        const taken = lines.map((each) =>
          each.id === option.id ? { ...each, counts: true } : each,
        );
        const after = reckonEstimate(taken, given);
        expect(after.total.amountMinor - before.total.amountMinor).toBe(
          before.withOption.get(option.id)?.amountMinor,
        );
        expect(after.total.margin).toEqual(before.withOption.get(option.id)?.margin);
      }),
    );
  });

  test('the discount that meets a target is the last that does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 400 }),
        fc.integer({ min: 1000, max: 9000 }),
        fc.integer({ min: 500, max: 9000 }),
        fc.integer({ min: 0, max: 900_000 }),
        (n, price, cost, target) => {
          const lines = [line({ n: String(n), ...hour(price, cost) })];
          const at = (discountPpm: number): number => {
            const { total } = reckonEstimate(lines, { discountPpm, vatPpm: null });
            const margin = exactOf(total.margin);
            return margin === null ? Number.NEGATIVE_INFINITY : Number(margin.n) / Number(margin.d);
          };
          const best = discountAtTarget(
            reckonEstimate(lines, { discountPpm: 0, vatPpm: null }),
            target,
          );
          const slack = 2e-6;
          if (best === null) expect(at(0)).toBeLessThan(target / 1e6 + slack);
          else {
            expect(at(best)).toBeGreaterThanOrEqual(target / 1e6 - slack);
            if (best < 1_000_000) expect(at(best + 2)).toBeLessThan(target / 1e6 + slack);
          }
        },
      ),
    );
  });
});

describe('packages', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  const lines = fc.array(
    fc.record({
      kind: fc.constantFrom('work', 'media', 'service', 'commission' as const),
      price: amount,
      package: fc.constantFrom('', 'А', 'Б', 'В'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  test('come to what the estimate comes to with that package alone', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 300_000 }), (given, discountPpm) => {
        const taken = given.find((each) => each.package !== '')?.package ?? '';
        const made = given.map((each, index) =>
          line({
            id: String(index),
            kind: each.kind,
            unitPriceMinor: each.price,
            commission: each.kind === 'commission' ? { ppm: 130_000, basis: 'inside' } : null,
            package: each.package,
            counts: each.package === '' || each.package === taken,
          }),
        );
        const terms = { discountPpm, vatPpm: 220_000 };
        const whole = reckonEstimate(made, terms);
        for (const each of whole.packages) {
          const alone = reckonEstimate(
            made
              .filter((one) => one.package === '' || one.package === each.name)
              .map((one) => ({ ...one, package: '', counts: true })),
            terms,
          );
          expect(each.total.amountMinor).toBe(alone.total.amountMinor);
          expect(each.grossMinor).toBe(alone.grossMinor);
          if (each.isChosen) expect(each.grossMinor).toBe(whole.grossMinor);
        }
        expect(whole.packages.filter(({ isChosen }) => isChosen).length).toBe(taken === '' ? 0 : 1);
      }),
    );
  });
});
