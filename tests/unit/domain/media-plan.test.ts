import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, parseFraction } from '../../../shared/domain/fraction';
import {
  clientPriceMinor,
  costPlan,
  lineNetMinor,
  type PlanTerms,
} from '../../../shared/domain/media-plan';
import { computeMediaPlanCase, mediaPlanCaseSchema } from '../../../shared/domain/media-plan-case';
import { paceOfFlight, spreadFlight } from '../../../shared/domain/media-plan-flight';
import { type BudgetLine, divideNet, solveTopDown } from '../../../shared/domain/media-plan-solver';

const DECEMBER = new URL('../../fixtures/oracle/media-plan-december-2026.json', import.meta.url);
const readCase = () => JSON.parse(readFileSync(DECEMBER, 'utf8'));

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);
const dec = (text: string) => parseFraction(text) ?? fraction(0);

const terms: fc.Arbitrary<PlanTerms> = fc.record({
  commission: fc.record({
    ppm: fc.integer({ min: 0, max: 900_000 }),
    basis: fc.constantFrom('on-top' as const, 'inside' as const),
  }),
  clientDiscountPpm: fc.integer({ min: 0, max: 900_000 }),
  vatPpm: fc.integer({ min: 0, max: 300_000 }),
});
const nets = fc.array(fc.integer({ min: 0, max: 10_000_000_00 }), { maxLength: 12 });

describe('the worked case', () => {
  it('gives every expected figure', () => {
    const file = readCase();
    expect(computeMediaPlanCase(mediaPlanCaseSchema.parse(file))).toEqual(file.expected);
  });
  it('is refused where the columns do not cover a flight', () => {
    const file = readCase();
    file.columns.pop();
    const input = mediaPlanCaseSchema.parse(file);
    expect(() => computeMediaPlanCase(input)).toThrow('media-plan-flight-uncovered');
  });
  it.each([
    ['a day that is not', (f: ReturnType<typeof readCase>) => (f.lines[0].to = '2026-02-30')],
    ['a reversed flight', (f: ReturnType<typeof readCase>) => (f.lines[0].to = '2026-11-30')],
    ['a repeated line', (f: ReturnType<typeof readCase>) => (f.lines[1].id = f.lines[0].id)],
    ['a fact without a line', (f: ReturnType<typeof readCase>) => (f.fact.lines[0].id = 'x')],
    ['a weight of zero', (f: ReturnType<typeof readCase>) => (f.topDown[0].lines[0].weight = '0')],
    ['a number with a comma', (f: ReturnType<typeof readCase>) => (f.lines[0].price = '1,5')],
    ['another kind', (f: ReturnType<typeof readCase>) => (f.kind = 'month')],
  ])('refuses %s', (_, spoil) => {
    const file = readCase();
    spoil(file);
    expect(mediaPlanCaseSchema.safeParse(file).success).toBe(false);
  });
  it('stands without a fact and without a budget', () => {
    const { fact: _, topDown: __, ...rest } = readCase();
    const values = computeMediaPlanCase(mediaPlanCaseSchema.parse(rest));
    expect(values.topDown).toEqual([]);
    expect(values.lines['3']).not.toHaveProperty('pace_pct');
  });
});

describe('line net', () => {
  it('applies surcharges and discounts in sequence and rounds once', () => {
    const net = lineNetMinor(
      {
        volume: dec('12'),
        price: dec('38500'),
        surchargesPpm: [150_000],
        discountsPpm: [120_000, 30_000],
      },
      'RUB',
    );
    expect(net).toBe(453_517_68);
  });
  it("rounds to the currency's own unit, half away from zero", () => {
    const line = { volume: dec('1'), surchargesPpm: [], discountsPpm: [] };
    expect(lineNetMinor({ ...line, price: dec('0.005') }, 'EUR')).toBe(1);
    expect(lineNetMinor({ ...line, price: dec('2.5') }, 'JPY')).toBe(3);
  });
});

describe('a costed plan', () => {
  it('gives every total back to its lines', () => {
    fc.assert(
      fc.property(nets, terms, (values, t) => {
        const { lines, totals } = costPlan(values, t);
        for (const key of [
          'netMinor',
          'commissionMinor',
          'withCommissionMinor',
          'vatMinor',
          'clientNetMinor',
          'clientVatMinor',
        ] as const) {
          expect(sum(lines.map((line) => line[key]))).toBe(totals[key]);
        }
        expect(totals.clientPriceMinor).toBe(totals.clientNetMinor + totals.clientVatMinor);
        expect(totals.clientPriceMinor).toBe(clientPriceMinor(values, t));
      }),
    );
  });
  it('refuses commission inside of 100 per cent', () => {
    const t: PlanTerms = {
      commission: { ppm: 1_000_000, basis: 'inside' },
      clientDiscountPpm: 0,
      vatPpm: 0,
    };
    expect(() => costPlan([100], t)).toThrow('commission-inside-too-high');
    expect(() =>
      solveTopDown(100, [{ kind: 'shared', weight: fraction(1), minMinor: 0 }], t),
    ).toThrow('commission-inside-too-high');
  });
});

describe('flights', () => {
  const december = { from: '2026-12-01', to: '2026-12-31' };
  it('adds up, and nothing stands where the line does not run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (net, a, b) => {
          const dd = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
          const flight = { from: dd(Math.min(a, b)), to: dd(Math.max(a, b)) };
          const columns = Array.from({ length: 31 }, (_, i) => ({
            from: dd(i + 1),
            to: dd(i + 1),
          }));
          const parts = spreadFlight(net, flight, columns);
          expect(sum(parts)).toBe(net);
          parts.forEach((part, i) => {
            if (i + 1 < Math.min(a, b) || i + 1 > Math.max(a, b)) expect(part).toBe(0);
          });
        },
      ),
    );
  });
  it('refuses columns that miss a day or count one twice', () => {
    const half = { from: '2026-12-01', to: '2026-12-16' };
    expect(() => spreadFlight(100, december, [half])).toThrow('media-plan-flight-uncovered');
    expect(() => spreadFlight(100, december, [])).toThrow('media-plan-flight-uncovered');
    expect(() =>
      spreadFlight(100, december, [half, { from: '2026-12-16', to: '2026-12-31' }]),
    ).toThrow('media-plan-columns-overlap');
  });
  it('has the whole flight left before it, and nothing needed after it', () => {
    const before = paceOfFlight(31_00, december, 0, '2026-11-20');
    expect(before).toEqual({
      planToDate: fraction(0),
      pace: null,
      moneyLeftMinor: 31_00,
      neededPerDay: fraction(100),
    });
    const after = paceOfFlight(31_00, december, 40_00, '2026-12-31');
    expect(after.neededPerDay).toBeNull();
    expect(after.moneyLeftMinor).toBe(-9_00);
    expect(after.planToDate).toEqual(fraction(31_00));
  });
  it('needs a negative amount a day where overspent', () => {
    const pace = paceOfFlight(31_00, december, 41_00, '2026-12-21');
    expect(pace.neededPerDay).toEqual(fraction(-100));
  });
});

describe('top-down', () => {
  const line: fc.Arbitrary<BudgetLine> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('shared' as const),
        weight: fc.integer({ min: 1, max: 1000 }).map((n) => fraction(n, 100)),
        minMinor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('locked' as const),
        netMinor: fc.integer({ min: 0, max: 300 }),
      }),
    },
  );
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });
  const fewLines = fc.array(
    line.map((l) =>
      l.kind === 'locked'
        ? { ...l, netMinor: l.netMinor % 40 }
        : { ...l, minMinor: l.minMinor % 40 },
    ),
    { minLength: 1, maxLength: 5 },
  );
  const cheapTerms = terms.map((t) => ({ ...t, clientDiscountPpm: t.clientDiscountPpm % 500_001 }));

  it('finds what trying every total finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fewLines, cheapTerms, (budget, problem, t) => {
        const floor = sum(problem.map((l) => (l.kind === 'locked' ? l.netMinor : l.minMinor)));
        const fixed = problem.every((l) => l.kind === 'locked');
        // At most half is discounted and nothing else lowers a price: twice the budget is too much.
        const most = fixed ? floor : budget * 2 + 30;
        let best: number | null = null;
        for (let total = floor; total <= most; total += 1) {
          if (clientPriceMinor(divideNet(total, problem), t) <= budget) best = total;
        }
        const answer = solveTopDown(budget, problem, t);
        expect(answer?.netMinor ?? null).toBe(best);
      }),
      { numRuns: 50 },
    );
  });

  it('divides exactly, keeps locks and minimums, and stays within the budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), lines, terms, (budget, problem, t) => {
        const answer = solveTopDown(budget, problem, t);
        if (answer === null) return;
        expect(sum(answer.netsMinor)).toBe(answer.netMinor);
        expect(answer.clientPriceMinor).toBe(clientPriceMinor(answer.netsMinor, t));
        expect(answer.clientPriceMinor).toBeLessThanOrEqual(budget);
        problem.forEach((l, i) => {
          if (l.kind === 'locked') expect(answer.netsMinor[i]).toBe(l.netMinor);
          else expect(answer.netsMinor[i]).toBeGreaterThanOrEqual(l.minMinor);
        });
      }),
    );
  });

  it('is not fooled where a higher total costs less', () => {
    const t: PlanTerms = {
      commission: { ppm: 500_000, basis: 'on-top' },
      clientDiscountPpm: 0,
      vatPpm: 0,
    };
    const problem = [15, 9, 14, 13, 15, 43].map(
      (weight): BudgetLine => ({ kind: 'shared', weight: fraction(weight), minMinor: 0 }),
    );
    const price = (total: number) => clientPriceMinor(divideNet(total, problem), t);
    expect(price(55)).toBeLessThan(price(54));
    expect(solveTopDown(price(55), problem, t)?.netMinor).toBe(55);
  });

  it('answers with locked lines only when their price fits', () => {
    const t: PlanTerms = {
      commission: { ppm: 100_000, basis: 'on-top' },
      clientDiscountPpm: 0,
      vatPpm: 220_000,
    };
    const locked: BudgetLine[] = [{ kind: 'locked', netMinor: 100_00 }];
    expect(solveTopDown(134_20, locked, t)?.netMinor).toBe(100_00);
    expect(solveTopDown(134_19, locked, t)).toBeNull();
    expect(solveTopDown(0, [], t)).toEqual({ netsMinor: [], netMinor: 0, clientPriceMinor: 0 });
  });

  it('refuses a price of nothing and weights that are not above zero', () => {
    const free: PlanTerms = {
      commission: { ppm: 0, basis: 'on-top' },
      clientDiscountPpm: 1_000_000,
      vatPpm: 0,
    };
    const one: BudgetLine = { kind: 'shared', weight: fraction(1), minMinor: 0 };
    expect(() => solveTopDown(100, [one], free)).toThrow('media-plan-price-free');
    expect(() => solveTopDown(100, [{ ...one, weight: fraction(0) }], free)).toThrow(
      'media-plan-weight-not-positive',
    );
  });

  it('raises lines to their minimum one after another', () => {
    const shared = (weight: number, minMinor: number): BudgetLine => ({
      kind: 'shared',
      weight: fraction(weight),
      minMinor,
    });
    // 100 by 1:1:8 is 10, 10, 80; the first minimum takes from the second, which then needs its own.
    expect(divideNet(100, [shared(1, 50), shared(1, 6), shared(8, 0)])).toEqual([50, 6, 44]);
    expect(() => divideNet(55, [shared(1, 50), shared(1, 6)])).toThrow('media-plan-minimums-unmet');
  });
});
