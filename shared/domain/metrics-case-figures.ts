import { type CommissionTerms, commissionAmount, insideAsMarkup } from './commission';
import { type ClientAgi, type Concentration, concentrationOf } from './concentration';
import type { Period, PlainDate } from './dates';
import { exactOf, type Quantity, quantity, total } from './figure';
import {
  adLevy,
  type MediaFacts,
  type MediaPerformance,
  type MidPeriodPace,
  mediaPerformance,
  midPeriodPace,
  spendWithVatAndCommission,
  sumMediaFacts,
  topDownEstimate,
  type Variance,
  variance,
} from './media-performance';
import { ppmFraction, roundToMinor } from './money';
import { lifetimeMonths, lifetimeValue, ltvToCac, type NpsCounts, netPromoterScore } from './nps';
import type { OverheadPerHour } from './overhead';
import { periodBill } from './period-bill';
import { computeProfitability, type Profitability } from './profitability';
import type { MediaInput, ProfitabilityInput } from './profitability-input';
import { type ProjectControl, type ProjectControlInput, projectControl } from './project-control';
import {
  type Aging,
  agingOf,
  collectionShare,
  creditLimitUsed,
  daysSalesOutstanding,
  debtAboveLimit,
  type ReceivableDocument,
  salesOfDsoWindow,
} from './receivables';
import { type RetainerBurn, retainerBurn, retainerFee } from './retainer';
import { secondsOf, utilization, valueOfTime } from './time-cost';
import type { VatAmounts } from './vat';

/** A person's part of the case. */
export interface CasePerson {
  readonly code: string;
  readonly costRate: Quantity;
  readonly billableSeconds: number;
  readonly availableSeconds: number;
}

/** What the figures of a case are computed from: straight from its file, or read back from a workspace. */
export interface CaseSources {
  readonly period: Period;
  readonly asOf: PlainDate;
  readonly vatPpm: number;
  readonly people: readonly CasePerson[];
  readonly overhead: OverheadPerHour;
  readonly creditLimitMinor: number;
  readonly commission: CommissionTerms;
  readonly profitability: ProfitabilityInput;
  readonly control: ProjectControlInput;
  readonly midPeriod: { readonly on: PlainDate; readonly spendMinor: number };
  readonly topDownBudgetMinor: number;
  readonly adLevyPpm: number;
  readonly invoices: readonly ReceivableDocument[];
  readonly clientId: string;
  readonly otherClients: readonly ClientAgi[];
  readonly nps: NpsCounts;
  readonly monthlyChurnPpm: number;
  readonly cacMinor: number;
}

export interface ChannelFigures {
  readonly channel: string;
  readonly performance: MediaPerformance;
  readonly variance: Variance;
}

/** All results of a case, exact; rounding is the business of whoever writes them out. */
export interface CaseFigures {
  readonly currency: string;
  readonly people: readonly {
    readonly code: string;
    readonly costRate: Quantity;
    readonly utilization: Quantity;
  }[];
  readonly teamUtilization: Quantity;
  readonly profitability: Profitability;
  readonly bill: VatAmounts;
  readonly commissionOnTop: Quantity;
  readonly commissionInside: Quantity;
  readonly commissionInsideAsMarkup: Quantity;
  readonly overhead: OverheadPerHour;
  readonly retainer: RetainerBurn;
  readonly control: ProjectControl;
  readonly channels: readonly ChannelFigures[];
  readonly allChannels: ChannelFigures;
  readonly cplWithVatAndCommission: Quantity;
  readonly drrWithVatAndCommission: Quantity;
  readonly midPeriod: MidPeriodPace;
  readonly topDownNet: Quantity;
  readonly adLevyMinor: number;
  readonly aging: Aging;
  readonly sales90Minor: number;
  readonly dso: Quantity;
  readonly collection: Quantity;
  readonly aboveLimit: Quantity;
  readonly limitUsed: Quantity;
  readonly concentration: Concentration;
  readonly clientShare: Quantity;
  readonly nps: Quantity;
  readonly lifetime: Quantity;
  readonly ltv: Quantity;
  readonly ltvToCac: Quantity;
}

function factsOf(media: MediaInput): MediaFacts {
  const count = (value: number | null): Quantity =>
    value === null ? { known: false, missing: [] } : quantity(value);
  return {
    spend: quantity(media.actualMinor),
    impressions: count(media.impressions),
    clicks: count(media.clicks),
    leads: count(media.leads),
    orders: count(media.orders),
    revenue: count(media.revenueMinor),
  };
}

function burnOf(input: ProfitabilityInput): RetainerBurn {
  const time = input.time.filter((row) => row.kind === 'retainer');
  const sum = (read: (retainer: ProfitabilityInput['retainers'][number]) => number): number =>
    input.retainers.reduce((result, retainer) => result + read(retainer), 0);
  return retainerBurn({
    usedSeconds: secondsOf(time),
    includedSeconds: sum((retainer) => retainer.includedSeconds),
    rolledOverSeconds: sum((retainer) => retainer.rolledOverSeconds),
    feeMinor: sum((retainer) => retainerFee(retainer.listFeeMinor, retainer.discountPpm)),
    usedCost: valueOfTime(time.map((row) => ({ seconds: row.seconds, rate: row.costRate }))),
  });
}

/** Computes every figure of a case through the product's own functions. */
export function caseFigures(sources: CaseSources): CaseFigures {
  const profitability = computeProfitability(sources.profitability);
  const { media } = sources.profitability;
  const mediaMinor = media.reduce((sum, channel) => sum + channel.actualMinor, 0);
  const plan = total(media.map((channel) => quantity(channel.planMinor ?? 0)));
  const channels = media.map(
    (channel): ChannelFigures => ({
      channel: channel.channel,
      performance: mediaPerformance(factsOf(channel)),
      variance: variance(quantity(channel.actualMinor), quantity(channel.planMinor ?? 0)),
    }),
  );
  const facts = sumMediaFacts(media.map(factsOf));
  // The case adds k to the net spend as it stands, whichever way the commission itself is charged.
  const paidByClient = spendWithVatAndCommission(
    facts.spend,
    quantity(ppmFraction(sources.commission.ppm)),
    sources.vatPpm,
  );
  const withVat = mediaPerformance({ ...facts, spend: paidByClient });
  const aging = agingOf(sources.invoices, sources.asOf);
  const sales90Minor = salesOfDsoWindow(sources.invoices, sources.asOf);
  const receivables = quantity(aging.totalMinor);
  const limit = quantity(sources.creditLimitMinor);
  const agi = exactOf(profitability.money.agi.exact);
  const concentration = concentrationOf([
    { id: sources.clientId, agiMinor: agi === null ? 0 : roundToMinor(agi) },
    ...sources.otherClients,
  ]);
  const lifetime = lifetimeMonths(sources.monthlyChurnPpm);
  const ltv = lifetimeValue(profitability.money.contribution.exact, lifetime);

  return {
    currency: sources.profitability.currency,
    people: sources.people.map((person) => ({
      code: person.code,
      costRate: person.costRate,
      utilization: utilization(person.billableSeconds, person.availableSeconds),
    })),
    teamUtilization: utilization(
      sources.people.reduce((sum, person) => sum + person.billableSeconds, 0),
      sources.people.reduce((sum, person) => sum + person.availableSeconds, 0),
    ),
    profitability,
    bill: periodBill(profitability, sources.vatPpm).total,
    commissionOnTop: commissionAmount(mediaMinor, { ...sources.commission, basis: 'on-top' }),
    commissionInside: commissionAmount(mediaMinor, { ...sources.commission, basis: 'inside' }),
    commissionInsideAsMarkup: insideAsMarkup(sources.commission.ppm),
    overhead: sources.overhead,
    retainer: burnOf(sources.profitability),
    control: projectControl(sources.control),
    channels,
    allChannels: {
      channel: 'total',
      performance: mediaPerformance(facts),
      variance: variance(facts.spend, plan),
    },
    cplWithVatAndCommission: withVat.cpl,
    drrWithVatAndCommission: withVat.drr,
    midPeriod: midPeriodPace(
      plan,
      quantity(sources.midPeriod.spendMinor),
      sources.period,
      sources.midPeriod.on,
    ),
    // METRICS.md: "on top, as the cases have it", whichever way the commission itself is charged.
    topDownNet: topDownEstimate(sources.topDownBudgetMinor, sources.vatPpm, {
      ...sources.commission,
      basis: 'on-top',
    }),
    adLevyMinor: adLevy(mediaMinor, sources.adLevyPpm),
    aging,
    sales90Minor,
    dso: daysSalesOutstanding(aging.totalMinor, sales90Minor),
    collection: collectionShare(sources.invoices, sources.asOf),
    aboveLimit: debtAboveLimit(receivables, limit),
    limitUsed: creditLimitUsed(receivables, limit),
    concentration,
    clientShare: concentration.shareOf(sources.clientId),
    nps: netPromoterScore(sources.nps),
    lifetime,
    ltv,
    ltvToCac: ltvToCac(ltv, quantity(sources.cacMinor)),
  };
}
