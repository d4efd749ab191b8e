import { AppError } from '../contract/app-error';
import type { CommissionTerms } from './commission';
import { diffDays, type Period, type PlainDate } from './dates';
import { fraction, multiplyFractions, parseFraction } from './fraction';
import { type MetricsCaseFile, metricsCaseSchema } from './metrics-case-schema';
import { PPM, parseMoney } from './money';
import type { NpsCounts } from './nps';
import { SECONDS_PER_HOUR, type TimeKind } from './time-cost';

/** A case's file in the units of the product: minor units, seconds, parts per million. */
export interface MetricsCase {
  readonly name: string;
  readonly currency: string;
  readonly period: Period;
  readonly asOf: PlainDate;
  readonly vatPpm: number;
  readonly payrollTaxPpm: number;
  readonly availableSeconds: number;
  readonly people: readonly {
    readonly code: string;
    readonly role: string;
    readonly monthlyPayMinor: number;
    readonly monthlyBenefitsMinor: number;
    readonly billRateMinor: number;
    readonly billableSecondsAllClients: number;
  }[];
  readonly overhead: {
    readonly facilityCostMinor: number;
    readonly totalSeconds: number;
    readonly internalSeconds: number;
    readonly internalCostRateMinor: number;
    readonly clientSeconds: number;
  };
  readonly client: { readonly name: string; readonly creditLimitMinor: number };
  readonly retainer: {
    readonly listFeeMinor: number;
    readonly discountPpm: number;
    readonly includedSeconds: number;
    readonly rolledOverSeconds: number;
  };
  readonly project: {
    readonly name: string;
    readonly feeMinor: number;
    readonly percentCompletePpm: number;
    readonly invoicedMinor: number;
    readonly planned: readonly PersonSeconds[];
    readonly remaining: readonly PersonSeconds[];
  };
  readonly time: readonly (PersonSeconds & { readonly kind: TimeKind })[];
  readonly commission: CommissionTerms;
  readonly media: readonly {
    readonly channel: string;
    readonly planMinor: number;
    readonly actualMinor: number;
    readonly rebatePpm: number;
    readonly impressions: number;
    readonly clicks: number;
    readonly leads: number;
    readonly orders: number;
    readonly revenueMinor: number;
  }[];
  readonly production: { readonly costMinor: number; readonly markupPpm: number };
  readonly upsellBonusPpm: number;
  readonly otherDirectCostsMinor: number;
  readonly midPeriod: { readonly on: PlainDate; readonly spendMinor: number };
  readonly topDownBudgetMinor: number;
  readonly adLevyPpm: number;
  readonly invoices: readonly {
    readonly number: string;
    readonly issuedOn: PlainDate;
    readonly dueOn: PlainDate;
    readonly amountMinor: number | 'period-bill';
    readonly paidMinor: number;
  }[];
  readonly otherClientsAgiMinor: readonly number[];
  readonly nps: NpsCounts;
  readonly monthlyChurnPpm: number;
  readonly cacMinor: number;
  readonly expected: Readonly<Record<string, string | null>> | null;
}

/** Time of a person, by the code the case gives them. */
export interface PersonSeconds {
  readonly person: string;
  readonly seconds: number;
}

/**
 * Reads a parsed case file. Throws AppError naming the field in `place`: `case-field-wrong`,
 * `case-hours-not-whole-seconds`, `case-percent-too-precise`, `case-period-backwards`,
 * `case-person-unknown`, `case-name-repeated`, `case-money-wrong`.
 */
export function readMetricsCase(json: unknown): MetricsCase {
  const result = metricsCaseSchema.safeParse(json);
  if (!result.success) {
    const place = result.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new AppError('case-field-wrong', { place });
  }
  return convertCase(result.data);
}

/** Exact seconds of decimal hours. Throws `case-hours-not-whole-seconds`. */
function secondsOfHours(text: string, place: string): number {
  const value = parseFraction(text);
  const seconds = value === null ? null : multiplyFractions(value, fraction(SECONDS_PER_HOUR));
  if (seconds === null || seconds.d !== 1n || seconds.n > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new AppError('case-hours-not-whole-seconds', { place, hours: text });
  }
  return Number(seconds.n);
}

/** Parts per million of a percentage. Throws `case-percent-too-precise` beyond four decimals. */
function ppmOfPercent(text: string, place: string): number {
  const value = parseFraction(text);
  const ppm = value === null ? null : multiplyFractions(value, fraction(PPM, 100));
  if (ppm === null || ppm.d !== 1n || ppm.n > BigInt(PPM) * 1000n) {
    throw new AppError('case-percent-too-precise', { place, percent: text });
  }
  return Number(ppm.n);
}

function requireDistinct(names: readonly string[], place: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new AppError('case-name-repeated', { place, name: repeated });
}

function convertCase(file: MetricsCaseFile): MetricsCase {
  if (diffDays(file.period.from, file.period.to) < 0) {
    throw new AppError('case-period-backwards', { place: 'period' });
  }
  requireDistinct(
    file.people.map((person) => person.code),
    'people',
  );
  requireDistinct(
    file.media.map((channel) => channel.channel),
    'media',
  );
  const money = (text: string, place: string): number => {
    const amount = parseMoney(text, file.currency);
    if (!amount.ok) throw new AppError('case-money-wrong', { place, amount: text });
    return amount.value;
  };
  const codes = new Set(file.people.map((person) => person.code));
  const personSeconds = (person: string, text: string, place: string): PersonSeconds => {
    if (!codes.has(person)) throw new AppError('case-person-unknown', { place, person });
    return { person, seconds: secondsOfHours(text, place) };
  };
  const byPerson = (table: Readonly<Record<string, string>>, place: string): PersonSeconds[] =>
    Object.entries(table).map(([person, text]) =>
      personSeconds(person, text, `${place}.${person}`),
    );

  return {
    name: file.case,
    currency: file.currency,
    period: file.period,
    asOf: file.asOf,
    vatPpm: ppmOfPercent(file.vatPct, 'vatPct'),
    payrollTaxPpm: ppmOfPercent(file.payrollTaxPct, 'payrollTaxPct'),
    availableSeconds: secondsOfHours(file.availableHoursPerMonth, 'availableHoursPerMonth'),
    people: file.people.map((person, index) => ({
      code: person.code,
      role: person.role,
      monthlyPayMinor: money(person.monthlyPay, `people.${index}.monthlyPay`),
      monthlyBenefitsMinor: money(person.monthlyBenefits, `people.${index}.monthlyBenefits`),
      billRateMinor: money(person.billRate, `people.${index}.billRate`),
      billableSecondsAllClients: secondsOfHours(
        person.billableHoursAllClients,
        `people.${index}.billableHoursAllClients`,
      ),
    })),
    overhead: {
      facilityCostMinor: money(file.overhead.facilityCost, 'overhead.facilityCost'),
      totalSeconds: secondsOfHours(file.overhead.totalHours, 'overhead.totalHours'),
      internalSeconds: secondsOfHours(file.overhead.internalHours, 'overhead.internalHours'),
      internalCostRateMinor: money(file.overhead.internalCostRate, 'overhead.internalCostRate'),
      clientSeconds: secondsOfHours(file.overhead.clientHours, 'overhead.clientHours'),
    },
    client: {
      name: file.client.name,
      creditLimitMinor: money(file.client.creditLimit, 'client.creditLimit'),
    },
    retainer: {
      listFeeMinor: money(file.retainer.listFee, 'retainer.listFee'),
      discountPpm: ppmOfPercent(file.retainer.discountPct, 'retainer.discountPct'),
      includedSeconds: secondsOfHours(file.retainer.includedHours, 'retainer.includedHours'),
      rolledOverSeconds: secondsOfHours(file.retainer.rolloverHours, 'retainer.rolloverHours'),
    },
    project: {
      name: file.project.name,
      feeMinor: money(file.project.fee, 'project.fee'),
      percentCompletePpm: ppmOfPercent(file.project.percentComplete, 'project.percentComplete'),
      invoicedMinor: money(file.project.invoiced, 'project.invoiced'),
      planned: byPerson(file.project.planHours, 'project.planHours'),
      remaining: byPerson(file.project.remainingHours, 'project.remainingHours'),
    },
    time: file.timeEntries.map((entry, index) => ({
      ...personSeconds(entry.person, entry.hours, `timeEntries.${index}`),
      kind: entry.kind,
    })),
    commission: {
      ppm: ppmOfPercent(file.agencyCommission.pct, 'agencyCommission.pct'),
      basis: file.agencyCommission.basis,
    },
    media: file.media.map((channel, index) => ({
      channel: channel.channel,
      planMinor: money(channel.plan, `media.${index}.plan`),
      actualMinor: money(channel.actual, `media.${index}.actual`),
      rebatePpm: ppmOfPercent(channel.rebatePct, `media.${index}.rebatePct`),
      impressions: Number(channel.impressions),
      clicks: Number(channel.clicks),
      leads: Number(channel.leads),
      orders: Number(channel.orders),
      revenueMinor: money(channel.revenue, `media.${index}.revenue`),
    })),
    production: {
      costMinor: money(file.production.cost, 'production.cost'),
      markupPpm: ppmOfPercent(file.production.markupPct, 'production.markupPct'),
    },
    upsellBonusPpm: ppmOfPercent(file.upsellBonusPct, 'upsellBonusPct'),
    otherDirectCostsMinor: money(file.otherDirectCosts, 'otherDirectCosts'),
    midPeriod: {
      on: file.midPeriod.date,
      spendMinor: money(file.midPeriod.spend, 'midPeriod.spend'),
    },
    topDownBudgetMinor: money(file.topDownBudget, 'topDownBudget'),
    adLevyPpm: ppmOfPercent(file.adLevyPct, 'adLevyPct'),
    invoices: file.invoices.map((invoice, index) => ({
      number: invoice.number,
      issuedOn: invoice.issued,
      dueOn: invoice.due,
      amountMinor:
        invoice.amount === 'period-bill'
          ? 'period-bill'
          : money(invoice.amount, `invoices.${index}.amount`),
      paidMinor: money(invoice.paid, `invoices.${index}.paid`),
    })),
    otherClientsAgiMinor: file.otherClientsAgi.map((agi, index) =>
      money(agi, `otherClientsAgi.${index}`),
    ),
    nps: file.nps,
    monthlyChurnPpm: ppmOfPercent(file.monthlyChurnPct, 'monthlyChurnPct'),
    cacMinor: money(file.cac, 'cac'),
    expected: file.expected ?? null,
  };
}
