import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing, quantity, unknown } from '../../../shared/domain/figure';
import { fraction } from '../../../shared/domain/fraction';
import { readMetricsCase } from '../../../shared/domain/metrics-case';
import { sourcesOfCase } from '../../../shared/domain/metrics-case-sources';
import { computeProfitability, type Profitability } from '../../../shared/domain/profitability';
import type { ProfitabilityInput, TimeInput } from '../../../shared/domain/profitability-input';
import { splitProfitability, sumOfShown } from '../../../shared/domain/profitability-parts';
import { metricsCases, october } from '../../helpers/metrics-cases';

const octoberInput = sourcesOfCase(readMetricsCase(october())).profitability;
const inputs = metricsCases.map((file) => sourcesOfCase(readMetricsCase(file)).profitability);

function amountOf(profitability: Profitability, id: keyof Profitability['money']): number | null {
  const { amount } = profitability.money[id];
  return amount.known ? amount.value : null;
}

function time(change: Partial<TimeInput>): TimeInput {
  return {
    personId: 'p',
    personLabel: 'P',
    projectId: null,
    projectLabel: null,
    projectKind: null,
    kind: 'retainer',
    seconds: 3600,
    costRate: quantity(100),
    billRate: quantity(200),
    entryCount: 1,
    ...change,
  };
}

describe('profitability', () => {
  it('opens every amount into lines that add up to it exactly', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { money } = computeProfitability(input);
        for (const { id, amount, lines } of Object.values(money)) {
          if (!amount.known || amount.value === null) continue;
          expect(
            lines.reduce((sum, line) => sum + (line.minor ?? 0), 0),
            id,
          ).toBe(amount.value);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leads from billings to revenue by unbilled work and rebates', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = computeProfitability(input);
        const of = (id: keyof Profitability['money']): number => amountOf(result, id) ?? Number.NaN;
        expect(of('gross-billings') + of('wip-change') + of('rebate')).toBe(of('recognised'));
        expect(of('recognised') - of('pass-through')).toBe(of('agi'));
      }),
      { numRuns: 200 },
    );
  });

  it('splits into parts that add up to the client', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const profitability = computeProfitability(input);
        const parts = splitProfitability([{ input, profitability }]);
        const sum = (field: 'agi' | 'recognised' | 'deliveryCost'): unknown =>
          sumOfShown(parts.flatMap((part) => part[field]));
        expect(sum('agi')).toEqual(quantity(amountOf(profitability, 'agi') ?? 0));
        expect(sum('recognised')).toEqual(quantity(amountOf(profitability, 'recognised') ?? 0));
        expect(sum('deliveryCost')).toEqual(
          quantity(amountOf(profitability, 'delivery-cost') ?? 0),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is unknown, with the reason, where a rate is missing, and never zero', () => {
    const lacking = unknown(missing('pay-rate', { person: 'Зуев', on: '2026-10-05' }));
    const input: ProfitabilityInput = {
      ...octoberInput,
      time: [...octoberInput.time, time({ costRate: lacking })],
    };
    const { money, ratios } = computeProfitability(input);
    const reason = [{ code: 'pay-rate', params: { person: 'Зуев', on: '2026-10-05' } }];
    for (const id of ['delivery-cost', 'delivery-margin', 'contribution', 'net-profit'] as const) {
      expect(money[id].amount, id).toEqual({ known: false, missing: reason });
    }
    expect(ratios.deliveryMarginShare).toEqual({ known: false, missing: reason });
    expect(money.agi.amount).toEqual({ known: true, value: 20_502_500 });
  });

  it('needs no rate for somebody who did nothing', () => {
    const idle = time({ seconds: 0, costRate: unknown(missing('pay-rate')) });
    const input = { ...octoberInput, time: [...octoberInput.time, idle] };
    expect(amountOf(computeProfitability(input), 'delivery-cost')).toBe(5_886_250);
  });

  it('leaves internal hours out of what the client costs', () => {
    const internal = time({ kind: 'internal', seconds: 36_000 });
    const input = { ...octoberInput, time: [...octoberInput.time, internal] };
    expect(computeProfitability(input).seconds.client).toBe(83 * 3600);
  });

  it('rounds the cost of time once, whatever the number of entries', () => {
    // A third of a kopeck an hour: three entries are one kopeck, not three times nothing.
    const third = quantity(fraction(1, 3));
    const entries = ['retainer', 'project', 'rework'] as const;
    const input: ProfitabilityInput = {
      ...octoberInput,
      time: entries.map((kind) => time({ kind, costRate: third })),
    };
    const { money } = computeProfitability(input);
    expect(money['delivery-cost'].amount).toEqual({ known: true, value: 1 });
    expect(money['delivery-cost'].lines.map((line) => line.minor)).toEqual([1, 0, 0]);
  });

  it('says where rounded lines miss a margin', () => {
    const half = quantity(fraction(1, 2));
    const input: ProfitabilityInput = { ...octoberInput, time: [time({ costRate: half })] };
    const { money } = computeProfitability(input);
    // AGI 205 025.00 − 0.005: the cost rounds up to 0.01, the margin rounds up to the AGI itself.
    expect(money['delivery-cost'].amount).toEqual({ known: true, value: 1 });
    expect(money['delivery-margin'].amount).toEqual({ known: true, value: 20_502_500 });
    expect(money['delivery-margin'].lines.map((line) => [line.kind, line.minor])).toEqual([
      ['figure', 20_502_500],
      ['figure', -1],
      ['rounding', 1],
    ]);
  });

  it('recognises a project over the months as it would have at once', () => {
    const steps = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), steps, (feeMinor, judged) => {
        const fees = judged.map((percentCompletePpm, index) =>
          amountOf(
            computeProfitability({
              ...octoberInput,
              projects: [
                {
                  id: 'p',
                  label: 'P',
                  feeMinor,
                  percentCompletePpm,
                  completeBeforePpm: judged[index - 1] ?? 0,
                  invoicedInPeriodMinor: 0,
                  invoicedTotalMinor: 0,
                },
              ],
            }),
            'project-fee',
          ),
        );
        const last = judged.at(-1) ?? 0;
        const atOnce = (BigInt(feeMinor) * BigInt(last) * 2n + 1_000_000n) / 2_000_000n;
        expect(fees.reduce<number>((sum, fee) => sum + (fee ?? 0), 0)).toBe(Number(atOnce));
      }),
      { numRuns: 60 },
    );
  });

  it('converts costs of the agency into the currency of the client exactly', () => {
    const input: ProfitabilityInput = {
      ...octoberInput,
      time: [time({ costRate: quantity(100) }), time({ kind: 'project', costRate: quantity(100) })],
      costConversion: quantity(fraction(1, 98)),
      overheadPerHour: quantity(49),
    };
    const result = computeProfitability(input);
    expect(amountOf(result, 'delivery-cost')).toBe(2);
    expect(amountOf(result, 'overhead')).toBe(1);
  });
});
