import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { MetricsCaseFile } from '../../shared/domain/metrics-case-schema';

/** The worked case of October 2026, with the 129 figures two independent programs agreed on. */
export function october(): MetricsCaseFile {
  const url = new URL('../fixtures/oracle/october-2026.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** October with some of its inputs replaced and nothing expected of it. */
export function octoberWith(changes: Partial<MetricsCaseFile>): MetricsCaseFile {
  const { expected: _expected, ...rest } = october();
  return { ...rest, ...changes };
}

function decimal(min: number, max: number, decimals: number): fc.Arbitrary<string> {
  const scale = 10 ** decimals;
  return fc.integer({ min: min * scale, max: max * scale }).map((scaled) => {
    const digits = Math.abs(scaled)
      .toString()
      .padStart(decimals + 1, '0');
    const sign = scaled < 0 ? '-' : '';
    return decimals === 0
      ? `${sign}${digits}`
      : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  });
}

/** Often zero, so that denominators are. */
function orZero(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant('0') }, { weight: 6, arbitrary: values });
}

const money = (max: number): fc.Arbitrary<string> => orZero(decimal(0, max, 2));
const hours = (max: number): fc.Arbitrary<string> => orZero(decimal(0, max, 2));
const count = (max: number): fc.Arbitrary<string> => orZero(decimal(0, max, 0));

const CODES = ['AM', 'PPC', 'DES'] as const;
const person = fc.constantFrom(...CODES);

const day = fc
  .integer({ min: 1, max: 31 })
  .map(
    (number) =>
      `2026-${number > 15 ? '09' : '10'}-${String(Math.min(number, 30)).padStart(2, '0')}`,
  );

/** Months of all kinds: profits and losses, nothing sold, nothing spent, paid late, early and twice. */
export const metricsCases: fc.Arbitrary<MetricsCaseFile> = fc.record({
  case: fc.constant('random'),
  currency: fc.constantFrom('RUB', 'EUR'),
  period: fc.constantFrom(
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-09-11', to: '2026-10-20' },
    { from: '2026-10-20', to: '2026-10-20' },
  ),
  asOf: fc.constant('2026-11-21'),
  vatPct: fc.constantFrom('22', '20', '21', '0', '5.5'),
  payrollTaxPct: fc.constantFrom('30', '23.59', '0'),
  availableHoursPerMonth: fc.constantFrom('160', '151.5', '7'),
  people: fc.tuple(
    ...CODES.map((code) =>
      fc.record({
        code: fc.constant(code),
        role: fc.constant(''),
        monthlyPay: money(200_000),
        monthlyBenefits: money(20_000),
        billRate: money(5_000),
        billableHoursAllClients: hours(200),
      }),
    ),
  ),
  overhead: fc.record({
    facilityCost: money(500_000),
    totalHours: hours(2000),
    internalHours: hours(300),
    internalCostRate: money(2_000),
    clientHours: hours(1500),
  }),
  client: fc.record({ name: fc.constant('C1'), creditLimit: money(900_000) }),
  retainer: fc.record({
    listFee: money(300_000),
    discountPct: fc.constantFrom('0', '4', '12.5', '33.3333', '100'),
    includedHours: hours(80),
    rolloverHours: hours(10),
  }),
  project: fc.record({
    name: fc.constant('Site'),
    fee: money(400_000),
    percentComplete: orZero(decimal(0, 100, 1)),
    invoiced: money(300_000),
    planHours: fc.dictionary(person, hours(90), { maxKeys: 3 }),
    remainingHours: fc.dictionary(person, hours(90), { maxKeys: 3 }),
  }),
  timeEntries: fc.array(
    fc.record({
      person,
      kind: fc.constantFrom('retainer' as const, 'project' as const, 'rework' as const),
      hours: hours(60),
    }),
    { maxLength: 12 },
  ),
  agencyCommission: fc.record({
    pct: fc.constantFrom('10', '0', '7.25', '15'),
    basis: fc.constantFrom('on-top' as const, 'inside' as const),
  }),
  media: fc.uniqueArray(
    fc.record({
      channel: fc.constantFrom('direct', 'vk', 'telegram', 'tv'),
      plan: money(900_000),
      actual: money(900_000),
      rebatePct: fc.constantFrom('0', '5', '3.75'),
      impressions: count(9_000_000),
      clicks: count(90_000),
      leads: count(900),
      orders: count(300),
      revenue: money(9_000_000),
    }),
    { maxLength: 4, selector: (media) => media.channel },
  ),
  production: fc.record({ cost: money(90_000), markupPct: fc.constantFrom('0', '15', '12.34') }),
  upsellBonusPct: fc.constantFrom('0', '5', '2.5'),
  otherDirectCosts: money(20_000),
  midPeriod: fc.record({ date: fc.constant('2026-10-20'), spend: money(900_000) }),
  topDownBudget: money(2_000_000),
  adLevyPct: fc.constantFrom('3', '0'),
  invoices: fc
    .array(
      fc.record({
        issued: day,
        due: day,
        amount: fc.oneof(money(400_000), fc.constant('period-bill')),
        paid: money(500_000),
      }),
      { maxLength: 6 },
    )
    .map((invoices) =>
      invoices.map((invoice, index) => ({
        ...invoice,
        number: `INV-${index + 1}`,
        due: [invoice.due, invoice.issued].sort().at(-1) ?? invoice.due,
      })),
    ),
  otherClientsAgi: fc.array(orZero(decimal(-100_000, 900_000, 2)), { maxLength: 8 }),
  nps: fc.record({
    promoters: fc.integer({ min: 0, max: 9 }),
    passives: fc.integer({ min: 0, max: 9 }),
    detractors: fc.integer({ min: 0, max: 9 }),
  }),
  monthlyChurnPct: fc.constantFrom('5', '0', '2.5'),
  cac: money(300_000),
});
