import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInclusive, overlapOf, type Period } from '../../../shared/domain/dates';
import { type Fraction, fraction, parseFraction } from '../../../shared/domain/fraction';
import { clientPriceMinor, type PlanTerms } from '../../../shared/domain/media-plan';
import { alertsOfLine, forecastToEnd } from '../../../shared/domain/media-plan-alerts';
import { columnsOfPeriod } from '../../../shared/domain/media-plan-columns';
import { paceOfFlight } from '../../../shared/domain/media-plan-flight';
import {
  BUYING_MODELS,
  convertBasis,
  PRICE_BASES,
  type PricedLine,
  pricedNetMinor,
  solveLine,
  solvePrice,
  solveVolume,
} from '../../../shared/domain/media-plan-line';
import {
  reckonEdited,
  reckonSheet,
  type SheetLine,
  subtotalOf,
} from '../../../shared/domain/media-plan-sheet';
import { type BudgetLine, divideNet, solveTopDown } from '../../../shared/domain/media-plan-solver';
import { spreadNet } from '../../../shared/domain/media-plan-spread';

const dec = (text: string): Fraction => parseFraction(text) ?? fraction(0);
const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

const commission = fc.record({
  ppm: fc.integer({ min: 0, max: 900_000 }),
  basis: fc.constantFrom('on-top' as const, 'inside' as const),
});
const ppms = fc.array(fc.integer({ min: 0, max: 500_000 }), { maxLength: 3 });
const positive = (max: number) =>
  fc
    .tuple(fc.integer({ min: 1, max }), fc.constantFrom(1, 10, 100, 10_000))
    .map(([n, d]) => fraction(n, d));
const line: fc.Arbitrary<PricedLine> = fc.record({
  volume: positive(5_000_000),
  // Together at most 2^51 minor units, or the line is refused as out of range.
  price: positive(400_000),
  surchargesPpm: ppms,
  discountsPpm: ppms,
  priceBasis: fc.constantFrom(...PRICE_BASES),
  terms: fc.record({ commission, vatPpm: fc.integer({ min: 0, max: 300_000 }) }),
});
const currency = fc.constantFrom('RUB', 'EUR', 'JPY');
const anyNet = fc.integer({ min: 0, max: 10_000_000_00 });

describe('solving a line', () => {
  it('by volume comes to the net to the minor unit', () => {
    fc.assert(
      fc.property(line, anyNet, currency, (own, net, code) => {
        const volume = dec(solveVolume(net, own, code));
        expect(pricedNetMinor({ ...own, volume }, code)).toBe(net);
      }),
    );
  });
  it('by price comes to the net to the minor unit', () => {
    fc.assert(
      fc.property(line, anyNet, currency, (own, net, code) => {
        const price = dec(solvePrice(net, own, code));
        expect(pricedNetMinor({ ...own, price }, code)).toBe(net);
      }),
    );
  });
  it('there and back is the same net: volume to net, net to price, price to volume', () => {
    fc.assert(
      fc.property(line, currency, (own, code) => {
        const net = pricedNetMinor(own, code);
        fc.pre(net > 0);
        const price = dec(solvePrice(net, own, code));
        const volume = dec(solveVolume(net, { ...own, price }, code));
        expect(pricedNetMinor({ ...own, price, volume }, code)).toBe(net);
      }),
    );
  });
  it('takes the fewest decimals that will do', () => {
    const own: PricedLine = {
      volume: dec('1'),
      price: dec('21.50'),
      surchargesPpm: [],
      discountsPpm: [],
      priceBasis: 'net',
      terms: { commission: { ppm: 0, basis: 'on-top' }, vatPpm: 0 },
    };
    expect(solveVolume(90_300_00, own, 'RUB')).toBe('4200');
    expect(solvePrice(100, { ...own, volume: dec('3') }, 'RUB')).toBe('0.333');
    expect(() => solveVolume(1, { ...own, price: dec('0') }, 'RUB')).toThrow(
      'media-plan-line-unsolvable',
    );
    expect(() => solveVolume(1, { ...own, discountsPpm: [1_000_000] }, 'RUB')).toThrow(
      'media-plan-line-unsolvable',
    );
  });
  it('changes the price of what is fixed and the volume of what is counted', () => {
    fc.assert(
      fc.property(line, anyNet, fc.constantFrom(...BUYING_MODELS), (own, net, model) => {
        const solved = solveLine(net, { ...own, model }, 'RUB');
        expect('price' in solved).toBe(model === 'fixed' || model === 'sponsorship');
      }),
    );
  });
});

describe('bases', () => {
  it('convert there and back without loss', () => {
    const basis = fc.constantFrom(...PRICE_BASES);
    fc.assert(
      fc.property(positive(1e9), basis, basis, line, (amount, from, to, { terms }) => {
        expect(convertBasis(convertBasis(amount, from, to, terms), to, from, terms)).toEqual(
          amount,
        );
      }),
    );
  });
});

const flight: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 50 }))
  .map(([start, days]) => ({
    from: addDays('2026-01-05', start),
    to: addDays('2026-01-05', start + days - 1),
  }));
const whole: Period = { from: '2026-01-05', to: '2026-04-30' };
const unit = fc.constantFrom('month' as const, 'week' as const, 'day' as const);
const spread = fc.oneof(
  fc.constant({ kind: 'even' as const }),
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })
    .filter((weights) => weights.every((weight) => weight > 0))
    .map((weights) => ({
      kind: 'weekday' as const,
      weights: weights.map((weight) => fraction(weight)),
    })),
  fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 17, maxLength: 17 }).map((weights) => ({
    kind: 'hand' as const,
    parts: columnsOfPeriod(whole, 'week').map((week, i) => ({
      ...week,
      weight: fraction(weights[i] ?? 1),
    })),
  })),
);

describe('spreading', () => {
  it('adds up to the net in columns of any unit, and nothing lies outside the flight', () => {
    fc.assert(
      fc.property(anyNet, flight, unit, spread, (net, days, of, how) => {
        const columns = columnsOfPeriod(whole, of);
        const parts = spreadNet(net, days, columns, how);
        expect(sum(parts)).toBe(net);
        parts.forEach((part, i) => {
          const column = columns[i];
          if (column === undefined || column.to < days.from || column.from > days.to)
            expect(part).toBe(0);
        });
      }),
    );
  });
  it('follows the weekdays', () => {
    const working = [1, 1, 1, 1, 1, 0, 0].map((weight) => fraction(weight));
    const week = { from: '2026-01-05', to: '2026-01-11' };
    const days = columnsOfPeriod(week, 'day');
    expect(spreadNet(500, week, days, { kind: 'weekday', weights: working })).toEqual([
      100, 100, 100, 100, 100, 0, 0,
    ]);
    const weekend = { from: '2026-01-10', to: '2026-01-11' };
    expect(() => spreadNet(500, weekend, days, { kind: 'weekday', weights: working })).toThrow(
      'media-plan-spread-empty',
    );
  });
  it('by hand gives typed amounts back to the columns they were typed into', () => {
    const amounts = fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 });
    const days = { from: '2026-01-07', to: '2026-01-30' };
    const columns = columnsOfPeriod({ from: '2026-01-05', to: '2026-02-01' }, 'week');
    fc.assert(
      fc.property(amounts, (typed) => {
        fc.pre(sum(typed) > 0);
        const parts = columns.map((column, i) => ({ ...column, weight: fraction(typed[i] ?? 0) }));
        const hand = parts.map((part) => ({ ...part, ...(overlapOf(part, days) ?? part) }));
        expect(spreadNet(sum(typed), days, columns, { kind: 'hand', parts: hand })).toEqual(typed);
      }),
    );
  });
  it('columns of a period cover it day by day, apart and in order', () => {
    fc.assert(
      fc.property(flight, unit, (period, of) => {
        const columns = columnsOfPeriod(period, of);
        expect(columns[0]?.from).toBe(period.from);
        expect(columns.at(-1)?.to).toBe(period.to);
        expect(sum(columns.map(daysInclusive))).toBe(daysInclusive(period));
      }),
    );
  });
});

describe('a sheet', () => {
  const sheetLine: fc.Arbitrary<SheetLine> = fc.record({
    model: fc.constantFrom(...BUYING_MODELS),
    volume: positive(500_000),
    price: positive(500_000),
    surchargesPpm: ppms,
    discountsPpm: ppms,
    priceBasis: fc.constantFrom(...PRICE_BASES),
    commission: fc.option(commission),
    rebatePpm: fc.integer({ min: 0, max: 300_000 }),
    flight,
    spread,
    levyPpm: fc.option(fc.constant(30_000)),
  });
  const terms = fc.record({
    commission,
    clientDiscountPpm: fc.integer({ min: 0, max: 500_000 }),
    vatPpm: fc.integer({ min: 0, max: 300_000 }),
    currency,
    columns: unit.map((of) => columnsOfPeriod(whole, of)),
  });
  it('reckoned again after one line was edited is the sheet of all lines', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(sheetLine, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        (of, lines, at) => {
          const [next, ...before] = lines;
          if (next === undefined) return;
          const place = at % before.length;
          const { lines: results, totals } = reckonSheet(of, before);
          const known = results.map((result, i) => ({
            ...result,
            commission: before[i]?.commission ?? null,
          }));
          const again = reckonEdited(of, known, totals.columnsMinor, { place, line: next });
          expect(again).toEqual(reckonSheet(of, before.with(place, next)));
        },
      ),
      { numRuns: 50 },
    );
  });
  it('has lines that add up to its totals in every basis and column', () => {
    fc.assert(
      fc.property(terms, fc.array(sheetLine, { maxLength: 6 }), (of, lines) => {
        const { lines: results, totals } = reckonSheet(of, lines);
        expect(totals).toMatchObject(subtotalOf(results, of.columns.length));
        expect(sum(totals.columnsMinor)).toBe(totals.netMinor);
        expect(totals.ourCostMinor + totals.rebateMinor).toBe(totals.netMinor);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a budget over lines with commissions of their own', () => {
  const own = fc.option(commission, { nil: null });
  const budgetLine: fc.Arbitrary<BudgetLine> = fc.oneof(
    fc.record({ kind: fc.constant('locked' as const), netMinor: fc.nat(300), commission: own }),
    fc.record({
      kind: fc.constant('shared' as const),
      weight: positive(9),
      minMinor: fc.nat(40),
      commission: own,
    }),
  );
  it('finds what trying every total finds, and never exceeds it', () => {
    fc.assert(
      fc.property(
        fc.nat(2500),
        fc.array(budgetLine, { minLength: 1, maxLength: 5 }),
        commission,
        fc.integer({ min: 0, max: 300_000 }),
        (budget, lines, plan, vatPpm) => {
          const terms: PlanTerms = { commission: plan, clientDiscountPpm: 20_000, vatPpm };
          const answer = solveTopDown(budget, lines, terms);
          const floor = sum(
            lines.map((each) => (each.kind === 'locked' ? each.netMinor : each.minMinor)),
          );
          const last = lines.every((each) => each.kind === 'locked') ? floor : 3000;
          const overrides = lines.map((each) => each.commission ?? null);
          let best: number | null = null;
          for (let total = floor; total <= last; total += 1) {
            if (clientPriceMinor(divideNet(total, lines), terms, overrides) <= budget) best = total;
          }
          expect(answer?.netMinor ?? null).toBe(best);
          if (answer !== null) expect(answer.clientPriceMinor).toBeLessThanOrEqual(budget);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('alerts', () => {
  const days = { from: '2026-11-01', to: '2026-11-30' };
  const watched = (spendMinor: number, rest: object = {}) => ({
    netMinor: 3_000_00,
    flight: days,
    pace: paceOfFlight(3_000_00, days, spendMinor, '2026-11-15'),
    spendMinor,
    lastFactOn: '2026-11-15',
    target: null,
    needsErid: false,
    hasErid: false,
    ...rest,
  });
  const codes = (spendMinor: number, rest: object = {}, today = '2026-11-16') =>
    alertsOfLine(watched(spendMinor, rest), '2026-11-15', today).map(({ code }) => code);

  it('say nothing at ten per cent and something beyond', () => {
    expect(codes(1_650_00)).toEqual([]);
    expect(codes(1_650_01)).toEqual(['pace-ahead']);
    expect(codes(1_350_00)).toEqual([]);
    expect(codes(1_349_99)).toEqual(['pace-behind']);
  });
  it('tell in how many days the money is out', () => {
    const found = alertsOfLine(watched(2_400_00), '2026-11-15', '2026-11-16');
    expect(found).toContainEqual({ code: 'budget-out', days: 3 });
    expect(alertsOfLine(watched(3_100_00), '2026-11-15', '2026-11-16')).toContainEqual({
      code: 'budget-out',
      days: 0,
    });
  });
  it('hold the cost per order against the plan, where there are orders', () => {
    expect(codes(1_500_00, { target: { planned: 100, reached: 50 } })).toEqual([]);
    expect(codes(1_500_00, { target: { planned: 100, reached: 49 } })).toEqual([
      'cpa-above-target',
    ]);
    expect(codes(1_500_00, { target: { planned: 100, reached: null } })).toEqual([]);
    expect(codes(1_500_00, { target: { planned: 100, reached: 0 } })).toEqual([]);
  });
  it('miss the token of what has started, and statistics of three days', () => {
    expect(codes(1_500_00, { needsErid: true })).toEqual(['no-erid']);
    expect(codes(1_500_00, { needsErid: true, hasErid: true })).toEqual([]);
    expect(codes(1_500_00, {}, '2026-11-18')).toEqual(['no-data']);
    expect(codes(1_500_00, {}, '2026-12-01')).toEqual([]);
  });
  it('forecast the end at the rate of the days run', () => {
    expect(forecastToEnd(days, 1_500_00, '2026-11-15')).toBe(3_000_00);
    expect(forecastToEnd(days, 1_500_00, '2026-10-31')).toBeNull();
  });
});
