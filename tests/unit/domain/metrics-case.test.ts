import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetricsCase } from '../../../shared/domain/metrics-case';
import type { MetricsCaseFile } from '../../../shared/domain/metrics-case-schema';
import { compareCaseValues, computeCase } from '../../../shared/domain/metrics-case-values';
import { metricsCases, october, octoberWith } from '../../helpers/metrics-cases';
import { naiveValues } from '../../helpers/naive-metrics';

const valuesOf = (file: MetricsCaseFile) => computeCase(readMetricsCase(file));

describe('the worked case of October 2026', () => {
  it('matches all 129 figures that two independent programs agreed on', () => {
    const file = readMetricsCase(october());
    const values = computeCase(file);
    expect(compareCaseValues(values, file.expected ?? {})).toEqual({ checked: 129, wrong: [] });
    expect(Object.keys(values)).toEqual(Object.keys(file.expected ?? {}));
  });

  it('names a figure that differs, and one that does not exist', () => {
    const values = valuesOf(october());
    expect(compareCaseValues(values, { agi: '1.00', nps: null, agio: '2.00' })).toEqual({
      checked: 3,
      wrong: [
        { metric: 'agi', expected: '1.00', got: '205025.00' },
        { metric: 'nps', expected: null, got: '35.00' },
        { metric: 'agio', expected: '2.00', got: 'no such figure' },
      ],
    });
  });
});

describe('a case of any kind', () => {
  it('agrees with formulas written apart from the product', () => {
    fc.assert(
      fc.property(metricsCases, (file) => {
        expect(valuesOf(file)).toMatchObject(naiveValues(file));
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of its rows', () => {
    fc.assert(
      fc.property(metricsCases, (file) => {
        const turned = {
          ...file,
          timeEntries: [...file.timeEntries].reverse(),
          media: [...file.media].reverse(),
          invoices: [...file.invoices].reverse(),
          otherClientsAgi: [...file.otherClientsAgi].reverse(),
        };
        expect(valuesOf(turned)).toEqual(valuesOf(file));
      }),
      { numRuns: 100 },
    );
  });

  it('has a dash, not a zero, wherever a denominator is zero', () => {
    const values = valuesOf(
      octoberWith({
        timeEntries: [],
        media: [],
        invoices: [],
        otherClientsAgi: [],
        retainer: { listFee: '0', discountPct: '0', includedHours: '0', rolloverHours: '0' },
        project: {
          name: 'None',
          fee: '0',
          percentComplete: '0',
          invoiced: '0',
          planHours: {},
          remainingHours: {},
        },
        production: { cost: '0', markupPct: '0' },
        nps: { promoters: 0, passives: 0, detractors: 0 },
        client: { name: 'C1', creditLimit: '0' },
        monthlyChurnPct: '0',
        cac: '0',
      }),
    );
    const dashes = Object.keys(values).filter((key) => values[key] === null);
    expect(dashes).toEqual([
      'avg_cost_per_hour',
      'agi_pct_of_revenue',
      'delivery_margin_pct',
      'contribution_pct',
      'net_margin_pct_of_agi',
      'net_margin_pct_of_revenue',
      'average_billable_rate',
      'fee_only_billable_rate',
      'realization_value_pct',
      'retainer_burn_pct',
      'overservice_pct',
      'retainer_rate_per_hour',
      'overservice_value',
      'overservice_cost',
      'cpi',
      'eac_cpi',
      'vac_cpi',
      'forecast_margin_bottom_up_pct',
      'hours_burn_pct',
      'burn_index',
      'total_cpm',
      'total_ctr_pct',
      'total_cpc',
      'total_cr_pct',
      'total_cpl',
      'total_cpa',
      'total_roas',
      'total_drr_pct',
      'total_romi_pct',
      'total_cpl_with_vat_and_commission',
      'total_drr_with_vat_and_commission_pct',
      'total_pace_pct',
      'mid_pace_pct',
      'ar_overdue_pct',
      'ar_weighted_days_overdue',
      'dso_90',
      'collection_pct',
      'credit_limit_used_pct',
      'client_share_pct',
      'top1_pct',
      'top3_pct',
      'top5_pct',
      'hhi',
      'key_tier_clients',
      'key_tier_share_pct',
      'nps',
      'lifetime_months',
      'ltv_contribution',
      'ltv_to_cac',
    ]);
    expect(values).toMatchObject({ agi: '0.00', contribution: '-1500.00', ar_total: '0.00' });
  });

  it('shows a loss as a loss', () => {
    const file = october();
    const values = valuesOf({ ...file, otherDirectCosts: '400000' });
    expect(values).toMatchObject({
      contribution: '-256312.50',
      contribution_pct: '-125.02',
      net_profit: '-288682.50',
      ltv_contribution: '-5126250.00',
    });
  });

  it('charges a commission from inside the price where the contract says so', () => {
    const values = valuesOf({ ...october(), agencyCommission: { pct: '10', basis: 'inside' } });
    expect(values).toMatchObject({
      commission_charged: '46783.33',
      gross_billings_net_of_vat: '622633.33',
      agi: '209703.33',
    });
  });

  it('has no smaller unit than the yen has', () => {
    const file = october();
    const values = valuesOf({
      ...file,
      currency: 'JPY',
      timeEntries: [{ person: 'AM', kind: 'project', hours: '1.5' }],
      otherClientsAgi: ['64975'],
    });
    // 1.5 hours at 812.50 are 1218.75: an amount has no decimals in yen, a rate has.
    expect(values).toMatchObject({ delivery_cost: '1219.00', cost_rate_AM: '812.50' });
  });

  it('spreads the plan over the days of a period that is not a month', () => {
    const values = valuesOf({
      ...october(),
      period: { from: '2026-09-16', to: '2026-10-25' },
      midPeriod: { date: '2026-10-25', spend: '400000' },
    });
    expect(values).toMatchObject({
      mid_plan_to_date: '420000.00',
      mid_needed_per_day: null,
      retainer_fee_net: '96000.00',
    });
  });
});

describe('a case that cannot be read', () => {
  const file = october();
  const [entry] = file.timeEntries;
  const [person] = file.people;
  it.each([
    [
      'hours that are no whole seconds',
      { timeEntries: [{ person: 'AM', kind: 'project', hours: '0.3333' }] },
      'case-hours-not-whole-seconds',
    ],
    ['somebody unknown', { timeEntries: [{ ...entry, person: 'SEO' }] }, 'case-person-unknown'],
    ['half a kopeck', { otherDirectCosts: '0.005' }, 'case-money-wrong'],
    ['a number that is no string', { cac: 150000 }, 'case-field-wrong'],
    ['a date out of the calendar', { asOf: '2026-02-30' }, 'case-field-wrong'],
    [
      'a period that ends before it starts',
      { period: { from: '2026-10-02', to: '2026-10-01' } },
      'case-period-backwards',
    ],
    [
      'a percentage finer than the product keeps',
      { vatPct: '22.00001' },
      'case-percent-too-precise',
    ],
    ['one person twice', { people: [person, person] }, 'case-name-repeated'],
    ['a comma for a point', { topDownBudget: '600000,00' }, 'case-field-wrong'],
  ])('is refused for %s, naming the place', (_what, change, code) => {
    const refusal = (): unknown => {
      try {
        return readMetricsCase({ ...file, ...change });
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toMatchObject({ code, params: { place: expect.stringMatching(/\w/) } });
  });
});
