import { known, type Quantity, quantity } from './figure';
import type { MetricsCase, PersonSeconds } from './metrics-case';
import type { CaseSources } from './metrics-case-figures';
import { overheadPerHour } from './overhead';
import { periodBill } from './period-bill';
import { computeProfitability } from './profitability';
import type { ProfitabilityInput, TimeInput } from './profitability-input';
import { loadedHourlyCost, type RatedTime } from './time-cost';

/** What a case is computed from, straight from its file: what a workspace loaded with it has to give back. */
export function sourcesOfCase(file: MetricsCase): CaseSources {
  const people = file.people.map((person) => ({
    ...person,
    costRate: loadedHourlyCost({
      ...person,
      payrollTaxPpm: file.payrollTaxPpm,
      availableSeconds: file.availableSeconds,
    }),
    billRate: quantity(person.billRateMinor),
  }));
  const rates = new Map(people.map((person) => [person.code, person]));
  const costOf = (code: string): Quantity => rates.get(code)?.costRate ?? known(null);
  const rated = ({ person, seconds }: PersonSeconds): RatedTime => ({
    seconds,
    rate: costOf(person),
  });
  const overhead = overheadPerHour({
    facilityCostMinor: file.overhead.facilityCostMinor,
    totalSeconds: file.overhead.totalSeconds,
    internalSeconds: file.overhead.internalSeconds,
    internalCostRate: quantity(file.overhead.internalCostRateMinor),
    clientSeconds: file.overhead.clientSeconds,
  });
  const time = file.time.map(
    (entry): TimeInput => ({
      personId: entry.person,
      personLabel: entry.person,
      projectId: entry.kind === 'retainer' ? 'retainer' : 'project',
      projectLabel: null,
      projectKind: entry.kind === 'retainer' ? 'retainer' : 'fixed-fee',
      kind: entry.kind,
      seconds: entry.seconds,
      costRate: costOf(entry.person),
      billRate: rates.get(entry.person)?.billRate ?? known(null),
      entryCount: 1,
    }),
  );
  const profitability: ProfitabilityInput = {
    currency: file.currency,
    retainers: [
      { id: 'retainer', label: 'retainer', ...file.retainer, daysRun: null, daysInMonth: null },
    ],
    projects: [
      {
        id: 'project',
        label: file.project.name,
        feeMinor: file.project.feeMinor,
        percentCompletePpm: file.project.percentCompletePpm,
        completeBeforePpm: 0,
        invoicedInPeriodMinor: file.project.invoicedMinor,
        invoicedTotalMinor: file.project.invoicedMinor,
      },
    ],
    media: file.media.map((channel) => ({ id: channel.channel, ...channel })),
    commission: file.commission,
    production: [{ id: 'production', label: 'production', projectId: null, ...file.production }],
    time,
    directCosts: [{ id: 'other', label: 'other', costMinor: file.otherDirectCostsMinor }],
    upsellBonusPpm: file.upsellBonusPpm,
    overheadPerHour: overhead.total,
    costConversion: quantity(1),
  };
  const billMinor = periodBill(computeProfitability(profitability), file.vatPpm).total.grossMinor;
  return {
    period: file.period,
    asOf: file.asOf,
    vatPpm: file.vatPpm,
    people: people.map((person) => ({
      code: person.code,
      costRate: person.costRate,
      billableSeconds: person.billableSecondsAllClients,
      availableSeconds: file.availableSeconds,
    })),
    overhead,
    creditLimitMinor: file.client.creditLimitMinor,
    commission: file.commission,
    profitability,
    control: {
      feeMinor: file.project.feeMinor,
      percentCompletePpm: file.project.percentCompletePpm,
      planned: file.project.planned.map(rated),
      logged: file.time.filter((entry) => entry.kind === 'project').map(rated),
      remaining: file.project.remaining.map(rated),
    },
    midPeriod: file.midPeriod,
    topDownBudgetMinor: file.topDownBudgetMinor,
    adLevyPpm: file.adLevyPpm,
    invoices: file.invoices.map((invoice) => ({
      id: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      amountMinor: invoice.amountMinor === 'period-bill' ? billMinor : invoice.amountMinor,
      paidMinor: invoice.paidMinor,
    })),
    clientId: 'client',
    otherClients: file.otherClientsAgiMinor.map((agiMinor, index) => ({
      id: `other-${index}`,
      agiMinor,
    })),
    nps: file.nps,
    monthlyChurnPpm: file.monthlyChurnPpm,
    cacMinor: file.cacMinor,
  };
}
