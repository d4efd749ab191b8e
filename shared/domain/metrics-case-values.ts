import { mapFigure, type Quantity, quantity, times, toMinor } from './figure';
import { formatFraction, fraction, multiplyFractions } from './fraction';
import type { MetricsCase } from './metrics-case';
import { type CaseFigures, type ChannelFigures, caseFigures } from './metrics-case-figures';
import { sourcesOfCase } from './metrics-case-sources';
import { minorPerMajor } from './money';
import { hours } from './time-cost';

/** Figures by the names of a case's `expected`: two decimals, null for "—", "unknown" for unknown. */
export type CaseValues = Readonly<Record<string, string | null>>;

type Entry = readonly [key: string, value: string | null];

const DECIMALS = 2;

function written(value: Quantity): string | null {
  if (!value.known) return 'unknown';
  return value.value === null ? null : formatFraction(value.value, DECIMALS);
}

function percent(share: Quantity): string | null {
  return written(times(share, quantity(100)));
}

interface MoneyFormat {
  /** An amount: rounded to the currency's minor unit first. */
  readonly amount: (exact: Quantity) => string | null;
  /** A price per hour, click or thousand: it has no minor unit, only decimals. */
  readonly rate: (exact: Quantity) => string | null;
}

function moneyFormat(currency: string): MoneyFormat {
  const perMinor = fraction(1, minorPerMajor(currency));
  const rate = (exact: Quantity): string | null =>
    written(
      mapFigure(exact, (value) => (value === null ? null : multiplyFractions(value, perMinor))),
    );
  return {
    rate,
    amount: (exact) =>
      rate(mapFigure(toMinor(exact), (minor) => (minor === null ? null : fraction(minor)))),
  };
}

function profitEntries(figures: CaseFigures, { amount, rate }: MoneyFormat): Entry[] {
  const { money, ratios, seconds } = figures.profitability;
  return [
    ['client_hours', written(hours(seconds.client))],
    ['delivery_cost', amount(money['delivery-cost'].exact)],
    ['avg_cost_per_hour', rate(ratios.averageCostPerHour)],
    ['retainer_fee_net', amount(money['retainer-fee'].exact)],
    ['project_recognised', amount(money['project-fee'].exact)],
    ['project_wip_unbilled', amount(money.wip.exact)],
    ['media_actual_net', amount(money.media.exact)],
    ['commission_on_top', amount(figures.commissionOnTop)],
    ['commission_inside', amount(figures.commissionInside)],
    ['commission_charged', amount(money.commission.exact)],
    ['commission_inside_as_markup_pct', percent(figures.commissionInsideAsMarkup)],
    ['rebate', amount(money.rebate.exact)],
    ['production_billed', amount(money['production-billed'].exact)],
    ['production_markup', amount(money['production-markup'].exact)],
    ['gross_billings_net_of_vat', amount(quantity(figures.bill.netMinor))],
    ['vat_amount', amount(quantity(figures.bill.vatMinor))],
    ['gross_billings_with_vat', amount(quantity(figures.bill.grossMinor))],
    ['revenue_recognised', amount(money.recognised.exact)],
    ['pass_through', amount(money['pass-through'].exact)],
    ['agi', amount(money.agi.exact)],
    ['agi_pct_of_revenue', percent(ratios.agiOfRevenue)],
    ['delivery_margin', amount(money['delivery-margin'].exact)],
    ['delivery_margin_pct', percent(ratios.deliveryMarginShare)],
    ['upsell_bonus', amount(money['upsell-bonus'].exact)],
    ['direct_account_costs', amount(money['direct-costs'].exact)],
    ['contribution', amount(money.contribution.exact)],
    ['contribution_pct', percent(ratios.contributionShare)],
    ['facility_cost_per_hour', rate(figures.overhead.facility)],
    ['internal_cost_per_hour', rate(figures.overhead.internal)],
    ['overhead_per_hour', rate(figures.overhead.total)],
    ['overhead_allocated', amount(money.overhead.exact)],
    ['net_profit', amount(money['net-profit'].exact)],
    ['net_margin_pct_of_agi', percent(ratios.netProfitOfAgi)],
    ['net_margin_pct_of_revenue', percent(ratios.netProfitOfRevenue)],
    ['average_billable_rate', rate(ratios.averageBillableRate)],
    ['fee_only_billable_rate', rate(ratios.feeOnlyBillableRate)],
    ['standard_value', amount(money['standard-value'].exact)],
    ['realization_value_pct', percent(ratios.realization)],
    ['write_off', amount(money['write-off'].exact)],
  ];
}

function workEntries(figures: CaseFigures, { amount, rate }: MoneyFormat): Entry[] {
  const { retainer, control } = figures;
  return [
    ...figures.people.map(
      (person): Entry => [`utilization_${person.code}_pct`, percent(person.utilization)],
    ),
    ['utilization_team_pct', percent(figures.teamUtilization)],
    ['retainer_burn_pct', percent(retainer.burn)],
    ['overservice_hours', written(hours(retainer.overservicedSeconds))],
    ['overservice_pct', percent(retainer.overservicedShare)],
    ['retainer_rate_per_hour', rate(retainer.ratePerHour)],
    ['overservice_value', amount(retainer.overservicedValue)],
    ['overservice_cost', amount(retainer.overservicedCost)],
    ['bac', amount(control.bac)],
    ['ac', amount(control.ac)],
    ['ev', amount(control.ev)],
    ['cpi', written(control.cpi)],
    ['eac_bottom_up', amount(control.eacBottomUp)],
    ['eac_budget_rate', amount(control.eacAtBudgetRate)],
    ['eac_cpi', amount(control.eacByCpi)],
    ['vac_cpi', amount(control.vac)],
    ['forecast_margin_bottom_up_pct', percent(control.forecastMargin)],
    ['hours_burn_pct', percent(control.hoursBurn)],
    ['burn_index', written(control.burnIndex)],
  ];
}

function performanceEntries(figures: ChannelFigures, { rate }: MoneyFormat): Entry[] {
  const { channel, performance } = figures;
  return [
    [`${channel}_cpm`, rate(performance.cpm)],
    [`${channel}_ctr_pct`, percent(performance.ctr)],
    [`${channel}_cpc`, rate(performance.cpc)],
    [`${channel}_cr_pct`, percent(performance.cr)],
    [`${channel}_cpl`, rate(performance.cpl)],
    [`${channel}_cpa`, rate(performance.cpa)],
    [`${channel}_roas`, written(performance.roas)],
    [`${channel}_drr_pct`, percent(performance.drr)],
    [`${channel}_romi_pct`, percent(performance.romi)],
  ];
}

function varianceEntries({ channel, variance }: ChannelFigures, { amount }: MoneyFormat): Entry[] {
  return [
    [`${channel}_variance`, amount(variance.variance)],
    [`${channel}_pace_pct`, percent(variance.pace)],
  ];
}

function mediaEntries(figures: CaseFigures, format: MoneyFormat): Entry[] {
  const { midPeriod } = figures;
  return [
    ...figures.channels.flatMap((channel) => [
      ...performanceEntries(channel, format),
      ...varianceEntries(channel, format),
    ]),
    ...performanceEntries(figures.allChannels, format),
    ['total_cpl_with_vat_and_commission', format.rate(figures.cplWithVatAndCommission)],
    ['total_drr_with_vat_and_commission_pct', percent(figures.drrWithVatAndCommission)],
    ...varianceEntries(figures.allChannels, format),
    ['mid_plan_to_date', format.amount(midPeriod.planToDate)],
    ['mid_pace_pct', percent(midPeriod.pace)],
    ['mid_needed_per_day', format.amount(midPeriod.neededPerDay)],
    ['topdown_net_media', format.amount(figures.topDownNet)],
    ['ad_levy', format.amount(quantity(figures.adLevyMinor))],
  ];
}

function debtEntries(figures: CaseFigures, { amount }: MoneyFormat): Entry[] {
  const { aging } = figures;
  return [
    ['ar_total', amount(quantity(aging.totalMinor))],
    ['ar_not_due', amount(quantity(aging.buckets['not-due']))],
    ['ar_d1_30', amount(quantity(aging.buckets['d1-30']))],
    ['ar_d31_60', amount(quantity(aging.buckets['d31-60']))],
    ['ar_d61_90', amount(quantity(aging.buckets['d61-90']))],
    ['ar_d90_plus', amount(quantity(aging.buckets['d90-plus']))],
    ['ar_overdue', amount(quantity(aging.overdueMinor))],
    ['ar_overdue_pct', percent(aging.overdueShare)],
    ['ar_weighted_days_overdue', written(aging.weightedDaysOverdue)],
    ['sales_90d_with_vat', amount(quantity(figures.sales90Minor))],
    ['dso_90', written(figures.dso)],
    ['collection_pct', percent(figures.collection)],
    ['ar_above_limit', amount(figures.aboveLimit)],
    ['credit_limit_used_pct', percent(figures.limitUsed)],
  ];
}

function portfolioEntries(figures: CaseFigures, { amount }: MoneyFormat): Entry[] {
  const { concentration } = figures;
  return [
    ['portfolio_agi', amount(quantity(concentration.portfolioMinor))],
    ['client_share_pct', percent(figures.clientShare)],
    ['top1_pct', percent(concentration.top1)],
    ['top3_pct', percent(concentration.top3)],
    ['top5_pct', percent(concentration.top5)],
    ['hhi', written(concentration.hhi)],
    ['key_tier_clients', concentration.keyTierIds?.length.toString() ?? null],
    ['key_tier_share_pct', percent(concentration.keyTierShare)],
    ['nps', written(figures.nps)],
    ['lifetime_months', written(figures.lifetime)],
    ['ltv_contribution', amount(figures.ltv)],
    ['ltv_to_cac', written(figures.ltvToCac)],
  ];
}

/** Writes the figures out under the names of a case's `expected`, in its order. */
export function assembleCaseValues(figures: CaseFigures): CaseValues {
  const format = moneyFormat(figures.currency);
  return Object.fromEntries([
    ...figures.people.map(
      (person): Entry => [`cost_rate_${person.code}`, format.rate(person.costRate)],
    ),
    ...profitEntries(figures, format),
    ...workEntries(figures, format),
    ...mediaEntries(figures, format),
    ...debtEntries(figures, format),
    ...portfolioEntries(figures, format),
  ]);
}

/** The values of a case computed in memory, without a workspace. */
export function computeCase(file: MetricsCase): CaseValues {
  return assembleCaseValues(caseFigures(sourcesOfCase(file)));
}

/** One figure that is not what the case expects; `got` says so where there is no such figure. */
export interface WrongValue {
  readonly metric: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/** Compares values with what a case expects, figure by figure. */
export function compareCaseValues(
  values: CaseValues,
  expected: CaseValues,
): { readonly checked: number; readonly wrong: readonly WrongValue[] } {
  const wrong = Object.entries(expected).flatMap(([metric, want]): WrongValue[] => {
    const got = values[metric];
    if (got === want) return [];
    return [{ metric, expected: want, got: got === undefined ? 'no such figure' : got }];
  });
  return { checked: Object.keys(expected).length, wrong };
}
