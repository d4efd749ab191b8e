import type { Plan } from '../../../shared/contract/media-plans.contract';
import type { BuyingModel } from '../../../shared/domain/media-plan-line';
import { subtotalOf } from '../../../shared/domain/media-plan-sheet';
import type { PlanColumn } from './column-kit';
import type { PlanLine } from './plan-types';

/** All periods are shown or put away together: a set of a channel is chosen once, whatever the months are. */
const PERIODS = 'periods';

/** What is looked at beside the sum, by what is bought. */
const BY_MODEL: Readonly<Record<BuyingModel, readonly string[]>> = {
  cpm: ['impressions', 'reach', 'frequency', 'planCpm', 'clicks'],
  cpv: ['impressions', 'reach', 'frequency', 'clicks'],
  cpc: ['clicks', 'planCpc', 'planCtr', 'leads', 'planCpl'],
  cpl: ['clicks', 'leads', 'planCpl'],
  cpa: ['clicks', 'orders', 'planCpa'],
  spot: ['format', 'from', 'to', 'surchargesPpm', 'reach', 'frequency'],
  grp: ['audience', 'from', 'to', 'surchargesPpm', 'reach', 'frequency'],
  day: ['format', 'unit', 'from', 'to'],
  week: ['format', 'unit', 'from', 'to'],
  month: ['format', 'unit', 'from', 'to'],
  fixed: ['format', 'unit', 'from', 'to'],
  sponsorship: ['format', 'unit', 'from', 'to'],
};

const ALWAYS = ['geo', 'model', 'volume', 'price', 'discountsPpm', 'netMinor'];

/** The channels of a plan in the order of its lines, with how many lines each has. */
export function channelsOf(lines: readonly PlanLine[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { channel } of lines) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** The plan as if it had the lines of one channel only, its sums among them. */
export function narrowedPlan(plan: Plan, channel: string): Plan {
  const lines = plan.lines.filter((line) => line.channel === channel);
  const columns = plan.shownColumns.length;
  const sums = subtotalOf(lines, columns);
  const known = new Map(lines.map((line) => [line.id, line]));
  const regroup = (groups: Plan['byGroup']): Plan['byGroup'] =>
    groups.flatMap((group) => {
      const own = group.lineIds.flatMap((id) => known.get(id) ?? []);
      if (own.length === 0) return [];
      const part = subtotalOf(own, columns);
      const lineIds = own.map(({ id }) => id);
      return [{ ...group, ...part, lineIds, columnsMinor: [...part.columnsMinor] }];
    });
  return {
    ...plan,
    lines,
    totals: {
      ...sums,
      withVatMinor: sums.withCommissionMinor + sums.vatMinor,
      columnsMinor: [...sums.columnsMinor],
    },
    byGroup: regroup(plan.byGroup),
    byChannel: regroup(plan.byChannel),
    fact: factOf(lines),
  };
}

function factOf(lines: readonly PlanLine[]): Plan['fact'] {
  const facts = lines.flatMap(({ fact }) => fact ?? []);
  if (facts.length === 0) return null;
  type Fact = (typeof facts)[number];
  const sum = (of: (fact: Fact) => number | null): number | null => {
    const stated = facts.flatMap((fact) => of(fact) ?? []);
    return stated.length === 0 ? null : stated.reduce((all, value) => all + value, 0);
  };
  const paced = facts.filter(({ spendMinor }) => spendMinor !== null);
  const spent = paced.reduce((all, { spendMinor }) => all + (spendMinor ?? 0), 0);
  const planned = paced.reduce((all, { planToDateMinor }) => all + planToDateMinor, 0);
  return {
    spendMinor: sum((fact) => fact.spendMinor),
    impressions: sum((fact) => fact.impressions),
    clicks: sum((fact) => fact.clicks),
    leads: sum((fact) => fact.leads),
    orders: sum((fact) => fact.orders),
    revenueMinor: sum((fact) => fact.revenueMinor),
    planToDateMinor: planned,
    pacePpm: {
      value: planned === 0 ? null : Math.round(((spent - planned) / planned) * 1_000_000),
      missing: [],
    },
    moneyLeftMinor: sum((fact) => fact.moneyLeftMinor) ?? 0,
    forecastMinor: facts.some(({ forecastMinor }) => forecastMinor === null)
      ? null
      : sum((fact) => fact.forecastMinor),
  };
}

/** Which columns a channel has until the user chooses: what its buying models are judged by. */
export function usualColumns(lines: readonly PlanLine[]): string[] {
  const models = new Set(lines.map(({ model }) => model));
  return [...new Set([...ALWAYS, ...[...models].flatMap((model) => BY_MODEL[model])])];
}

/** What the name of a column is in a set: periods have one together. */
export function choiceOf(column: Pick<PlanColumn, 'id'>): string {
  return column.id.startsWith('period-') ? PERIODS : column.id;
}

/** The columns of one channel that are in its set; our own costs are asked for elsewhere. */
export function columnsInSet(
  columns: readonly PlanColumn[],
  frozen: number,
  set: readonly string[],
): PlanColumn[] {
  const shown = new Set(set);
  return columns.filter(
    (column, i) => i < frozen || column.tone === 'internal' || shown.has(choiceOf(column)),
  );
}
