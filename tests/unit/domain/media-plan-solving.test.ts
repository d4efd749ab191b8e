import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { fraction, parseFraction, ZERO } from '../../../shared/domain/fraction';
import { clientPriceMinor, costPlan, type PlanTerms } from '../../../shared/domain/media-plan';
import {
  addPlanAmounts,
  amountIn,
  netOfAmount,
  PLAN_BASES,
  type PlanAmount,
  type PlanBasis,
  planAmount,
  settleNets,
} from '../../../shared/domain/media-plan-basis';
import { columnsOfPeriod } from '../../../shared/domain/media-plan-columns';
import { solveLine } from '../../../shared/domain/media-plan-line';
import {
  lineBasisTerms,
  pricedLine,
  reckonSheet,
  type SheetLine,
  sheetNetMinor,
} from '../../../shared/domain/media-plan-sheet';
import { type BudgetLine, divideNet, solveTopDown } from '../../../shared/domain/media-plan-solver';
import { spreadNet } from '../../../shared/domain/media-plan-spread';
import { pricesDown } from '../../../shared/domain/media-plan-walk';
import { addMinor, applyRatePpm } from '../../../shared/domain/money';

const commission = fc.record({
  ppm: fc.integer({ min: 0, max: 400_000 }),
  basis: fc.constantFrom('on-top' as const, 'inside' as const),
});
const own = fc.option(commission, { nil: null });
const terms: fc.Arbitrary<PlanTerms> = fc.record({
  commission,
  clientDiscountPpm: fc.integer({ min: 0, max: 300_000 }),
  vatPpm: fc.integer({ min: 0, max: 300_000 }),
});
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

describe('prices of totals from the top down', () => {
  const line: fc.Arbitrary<BudgetLine> = fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('locked' as const),
        netMinor: fc.nat(5000),
        commission: own,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('shared' as const),
        weight: fc
          .tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(1, 3, 100))
          .map(([n, d]) => fraction(n, d)),
        minMinor: fc.oneof(fc.constant(0), fc.nat(3000)),
        commission: own,
      }),
    },
  );
  it('are those of each total divided by itself, wherever they are given', () => {
    let walked = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        terms,
        fc.nat(200_000),
        (lines, plan, more) => {
          const floor = sum(
            lines.map((each) => (each.kind === 'locked' ? each.netMinor : each.minMinor)),
          );
          const from = floor + more;
          const to = Math.max(floor, from - 150);
          const next = pricesDown(from, to, lines, plan);
          if (next === null) return;
          walked += 1;
          const overrides = lines.map((each) => each.commission ?? null);
          for (let total = from; total >= to; total -= 1) {
            expect(next()).toBe(clientPriceMinor(divideNet(total, lines), plan, overrides));
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(walked).toBeGreaterThan(20);
  });

  it('answer a budget over lines of several rates of VAT as trying every total does', () => {
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.array(
          fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(null, 0, 200_000, 220_000)),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        terms,
        (budget, given, plan) => {
          const lines = given.map(
            ([weight, vatPpm]): BudgetLine => ({
              kind: 'shared',
              weight: fraction(weight),
              minMinor: 0,
              vatPpm,
            }),
          );
          const vats = given.map(([, vatPpm]) => vatPpm);
          let best = -1;
          for (let total = 0; total <= budget * 2 + 20; total += 1) {
            if (clientPriceMinor(divideNet(total, lines), plan, [], vats) <= budget) best = total;
          }
          const answer = solveTopDown(budget, lines, plan);
          expect(answer?.netMinor).toBe(best);
          expect(answer?.clientPriceMinor).toBeLessThanOrEqual(budget);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an amount in any basis', () => {
  type Line = {
    netMinor: number;
    commission: PlanTerms['commission'] | null;
    vatPpm: number | null;
    rebatePpm: number;
  };
  const lines: fc.Arbitrary<Line[]> = fc.array(
    fc.record({
      netMinor: fc.integer({ min: 0, max: 5_000_000_00 }),
      commission: own,
      vatPpm: fc.constantFrom(null, null, 0, 200_000),
      rebatePpm: fc.integer({ min: 0, max: 300_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const costsOf = (nets: readonly number[], given: readonly Line[], plan: PlanTerms) =>
    costPlan(
      nets,
      plan,
      given.map((line) => line.commission),
      given.map((line) => line.vatPpm),
    ).lines.map((line, i) => ({
      ...line,
      clientPriceMinor: line.clientNetMinor + line.clientVatMinor,
      ourCostMinor: addMinor(line.netMinor, -applyRatePpm(line.netMinor, given[i]?.rebatePpm ?? 0)),
    }));

  it('typed for a line is what the line then shows, to the minor unit', () => {
    fc.assert(
      fc.property(
        lines,
        terms,
        fc.constantFrom(...PLAN_BASES),
        fc.integer({ min: 1_00, max: 9_000_000_00 }),
        fc.nat(),
        (given, plan, basis, minor, at) => {
          const place = at % given.length;
          const line = given[place];
          if (line === undefined) return;
          const typed = planAmount(basis, minor);
          const nets = given.map((each) => each.netMinor);
          nets[place] = netOfAmount(typed, lineBasisTerms(line, plan)).minor;
          const settled = settleNets(nets, [{ place, amount: typed }], (candidate) =>
            costsOf(candidate, given, plan),
          );
          const shown = costsOf(settled, given, plan)[place];
          expect(shown).toBeDefined();
          if (shown === undefined) return;
          expect(Math.abs(amountIn(shown, basis).minor - minor)).toBeLessThanOrEqual(1);
          settled.forEach((net, i) => {
            if (i !== place) expect(net).toBe(nets[i]);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('converts to the net and back within a minor unit of the net', () => {
    fc.assert(
      fc.property(
        terms,
        own,
        fc.constantFrom(...PLAN_BASES),
        fc.nat(2 ** 40),
        (plan, commissionOfLine, basis, net) => {
          const line = {
            commission: commissionOfLine,
            vatPpm: null,
            rebatePpm: 50_000,
            netMinor: net,
          };
          const shown = costsOf([net], [line], plan)[0];
          if (shown === undefined) return;
          const back = netOfAmount(amountIn(shown, basis), lineBasisTerms(line, plan));
          // Each of at most three roundings is off by half a unit of an amount that may be less than the net.
          expect(Math.abs(back.minor - net)).toBeLessThanOrEqual(3);
          if (basis === 'net') expect(back.minor).toBe(net);
        },
      ),
    );
  });

  it('is not added to an amount of another basis', () => {
    const net = planAmount('net', 100);
    expect(addPlanAmounts(net, planAmount('net', 5))).toEqual({ basis: 'net', minor: 105 });
    // @ts-expect-error the client's price is another thing than the net
    expect(() => addPlanAmounts(net, planAmount('client', 5))).toThrow('media-basis-differs');
    const mixed: PlanAmount<PlanBasis>[] = [planAmount('vat', 1), planAmount('cost', 1)];
    const [first = net, ...rest] = mixed;
    expect(() => addPlanAmounts<PlanBasis>(first, ...rest)).toThrow('media-basis-differs');
  });
});

it('parts of totals beyond what machine numbers multiply are those of exact division', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 2 ** 51 }), (given, total) => {
      const all = sum(given);
      fc.pre(all > 0);
      const parts = allocateByLargestRemainder(total, given);
      expect(parts.reduce((left, part) => left - BigInt(part), BigInt(total))).toBe(0n);
      const exact = given.map((weight) => {
        const product = BigInt(weight) * BigInt(total);
        return { part: product / BigInt(all), rest: product % BigInt(all) };
      });
      const left = Number(BigInt(total) - exact.reduce((up, each) => up + each.part, 0n));
      const order = exact
        .map((_, i) => i)
        .sort((a, b) => {
          const [x, y] = [exact[a]?.rest ?? 0n, exact[b]?.rest ?? 0n];
          return x === y ? a - b : x > y ? -1 : 1;
        });
      const raised = new Set(order.slice(0, left));
      expect(parts).toEqual(exact.map((each, i) => Number(each.part) + (raised.has(i) ? 1 : 0)));
    }),
    { numRuns: 500 },
  );
});

describe('lines of several rates', () => {
  const line = fc.record({
    netMinor: fc.nat(1_000_000_00),
    vatPpm: fc.constantFrom(null, 0, 100_000, 200_000),
  });
  it('add up to the totals, and VAT is taken on the total of each rate', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), terms, (given, plan) => {
        const { lines, totals } = costPlan(
          given.map((each) => each.netMinor),
          plan,
          [],
          given.map((each) => each.vatPpm),
        );
        for (const key of [
          'netMinor',
          'commissionMinor',
          'withCommissionMinor',
          'vatMinor',
          'clientNetMinor',
          'clientVatMinor',
        ] as const) {
          expect(sum(lines.map((each) => each[key]))).toBe(totals[key]);
        }
        for (const ppm of new Set(given.map((each) => each.vatPpm ?? plan.vatPpm))) {
          const members = lines.filter((_, i) => (given[i]?.vatPpm ?? plan.vatPpm) === ppm);
          expect(sum(members.map((each) => each.clientVatMinor))).toBe(
            applyRatePpm(sum(members.map((each) => each.clientNetMinor)), ppm),
          );
        }
      }),
    );
  });
});

describe('a line in another currency', () => {
  const exact = (text: string) => parseFraction(text) ?? ZERO;
  const base: SheetLine = {
    model: 'cpc',
    volume: exact('1000'),
    price: exact('0.45'),
    priceBasis: 'net',
    surchargesPpm: [],
    discountsPpm: [50_000],
    commission: null,
    rebatePpm: 0,
    flight: { from: '2026-12-01', to: '2026-12-31' },
    spread: { kind: 'even' },
    levyPpm: null,
  };
  const plan: PlanTerms = {
    commission: { ppm: 100_000, basis: 'on-top' },
    clientDiscountPpm: 0,
    vatPpm: 220_000,
  };

  it('is converted at its rate and rounded once', () => {
    // 1000 × 0.45 × 0.95 × 92.4137 = 39 506.85675
    expect(sheetNetMinor({ ...base, rate: exact('92.4137') }, plan, 'RUB')).toBe(39_506_86);
    expect(sheetNetMinor(base, plan, 'RUB')).toBe(427_50);
  });

  it('is brought to any net in the currency of the plan', () => {
    fc.assert(
      fc.property(
        fc.nat(9_000_000_00),
        fc.integer({ min: 1, max: 200_0000 }),
        fc.constantFrom('volume' as const, 'price' as const),
        (net, rate, direction) => {
          const line = { ...base, rate: fraction(rate, 10_000) };
          const solved = solveLine(net, pricedLine(line, plan), 'RUB', direction);
          const next =
            'volume' in solved
              ? { ...line, volume: exact(solved.volume) }
              : { ...line, price: exact(solved.price) };
          expect(sheetNetMinor(next, plan, 'RUB')).toBe(net);
        },
      ),
    );
  });

  it('comes to nothing without a rate, and cannot be solved', () => {
    const line: SheetLine = { ...base, rate: null };
    const columns = columnsOfPeriod(base.flight, 'week');
    const sheet = reckonSheet({ ...plan, currency: 'RUB', columns }, [line, base]);
    expect(sheet.lines[0]?.netMinor).toBe(0);
    expect(sheet.totals.netMinor).toBe(427_50);
    expect(() => pricedLine(line, plan)).toThrow('media-plan-rate-missing');
  });
});

describe('a season', () => {
  const weights = ['0.5', '0.7', '1', '1', '1', '1', '0.6', '0.6', '1.1', '1.2', '1.5', '2'].map(
    (text) => parseFraction(text) ?? ZERO,
  );
  const spread = { kind: 'season' as const, weights };
  it('weighs the months a flight runs in, by their days', () => {
    const flight = { from: '2026-11-01', to: '2026-12-31' };
    const months = columnsOfPeriod(flight, 'month');
    // 30 × 1.5 to 31 × 2
    expect(spreadNet(107_00, flight, months, spread)).toEqual([45_00, 62_00]);
  });
  it('always adds up to the net, in weeks across the ends of months too', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        (net, unit) => {
          const flight = { from: '2026-10-19', to: '2027-02-07' };
          expect(sum(spreadNet(net, flight, columnsOfPeriod(flight, unit), spread))).toBe(net);
        },
      ),
    );
  });
  it('without a month that weighs anything in the flight is refused', () => {
    const july = { from: '2026-07-01', to: '2026-07-31' };
    const none = {
      kind: 'season' as const,
      weights: weights.map((weight, i) => (i === 6 ? ZERO : weight)),
    };
    expect(() => spreadNet(100, july, [july], none)).toThrow('media-plan-spread-empty');
  });
});
