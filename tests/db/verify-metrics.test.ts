import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { verifyMetrics } from '../../electron/services/verify-metrics.service';
import { readMetricsCase } from '../../shared/domain/metrics-case';
import type { MetricsCaseFile } from '../../shared/domain/metrics-case-schema';
import { computeCase } from '../../shared/domain/metrics-case-values';
import { temporaryFolder } from '../helpers/db-workspace';
import { metricsCases, october, octoberWith } from '../helpers/metrics-cases';

const inMemory = (file: MetricsCaseFile) => computeCase(readMetricsCase(file));

describe('a case loaded into a workspace and read back', () => {
  it('gives every figure of October 2026', () => {
    const answer = verifyMetrics(october());
    expect(answer).toMatchObject({ case: 'october-2026', checked: 129, wrong: [] });
    expect(Object.keys(answer.values)).toEqual(Object.keys(october().expected ?? {}));
  });

  it('names what differs from the expected', () => {
    const file = october();
    const answer = verifyMetrics({ ...file, expected: { ...file.expected, agi: '205025.01' } });
    expect(answer.wrong).toEqual([{ metric: 'agi', expected: '205025.01', got: '205025.00' }]);
  });

  it('is computed without anything expected of it', () => {
    const answer = verifyMetrics(octoberWith({}));
    expect(answer).toMatchObject({ checked: 0, wrong: [] });
    expect(answer.values).toEqual(october().expected);
  });

  const nothing = {
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
    overhead: {
      facilityCost: '0',
      totalHours: '0',
      internalHours: '0',
      internalCostRate: '0',
      clientHours: '0',
    },
    availableHoursPerMonth: '0',
    monthlyChurnPct: '0',
    cac: '0',
  };

  it.each<[string, Partial<MetricsCaseFile>]>([
    [
      'a month at a loss',
      { otherDirectCosts: '400000', otherClientsAgi: ['-50000', '0', '120000'] },
    ],
    ['a month with every denominator zero', nothing],
    ['no hours at all', { timeEntries: [] }],
    ['commission inside', { agencyCommission: { pct: '15', basis: 'inside' } }],
    ['euro', { currency: 'EUR', vatPct: '21', payrollTaxPct: '23.59' }],
    ['yen', { currency: 'JPY', otherClientsAgi: ['310000'] }],
    ['a period across two months', { period: { from: '2026-09-11', to: '2026-10-20' } }],
    ['several whole months as one period', { period: { from: '2026-08-01', to: '2026-10-31' } }],
    ['a single day', { period: { from: '2026-10-20', to: '2026-10-20' } }],
    ['a date before some invoices', { asOf: '2026-10-14' }],
    [
      'an invoice paid twice over',
      {
        invoices: [
          { number: 'A-1', issued: '2026-10-01', due: '2026-10-02', amount: '100', paid: '250' },
          { number: 'A-2', issued: '2026-10-01', due: '2026-10-02', amount: '300', paid: '0' },
        ],
      },
    ],
    [
      'other people and channels',
      {
        people: [
          {
            code: 'SEO-1',
            role: 'SEO',
            monthlyPay: '123456.78',
            monthlyBenefits: '9',
            billRate: '3333.33',
            billableHoursAllClients: '77.77',
          },
        ],
        timeEntries: [
          { person: 'SEO-1', kind: 'retainer', hours: '0.01' },
          { person: 'SEO-1', kind: 'internal', hours: '5' },
        ],
        project: { ...october().project, planHours: { 'SEO-1': '10' }, remainingHours: {} },
        media: [
          {
            channel: 'telegram ads',
            plan: '1',
            actual: '2.01',
            rebatePct: '3.5',
            impressions: '3',
            clicks: '0',
            leads: '1',
            orders: '0',
            revenue: '-5',
          },
        ],
      },
    ],
  ])('gives for %s what the same formulas give in memory', (_what, change) => {
    const file = octoberWith(change);
    expect(verifyMetrics(file).values).toEqual(inMemory(file));
  });

  it('gives for any month what the same formulas give in memory', () => {
    fc.assert(
      fc.property(metricsCases, (file) => {
        expect(verifyMetrics(file).values).toEqual(inMemory(file));
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('leaves no file behind, not even after a refusal', () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    verifyMetrics(october());
    expect(() =>
      verifyMetrics(octoberWith({ midPeriod: { date: '2026-11-01', spend: '1' } })),
    ).toThrow('case-date-outside-period');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses amounts that no such row can have', () => {
    const { client } = october();
    expect(() =>
      verifyMetrics(octoberWith({ client: { ...client, creditLimit: '-1' } })),
    ).toThrow();
  });
});
