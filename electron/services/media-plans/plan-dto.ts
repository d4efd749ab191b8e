import { readPlanIncidents } from '../../../db/queries/media-plan-details.query';
import { type PlanVersionRow, readPlanClient } from '../../../db/queries/media-plans.query';
import type { ReadDb } from '../../../db/read-db';
import type { MediaPlanRow } from '../../../db/repositories/media-plans.repo';
import type { Plan, PlanAlert, PlanHead } from '../../../shared/contract/media-plans.contract';
import type { Period } from '../../../shared/domain/dates';
import {
  known,
  missing,
  over,
  type Quantity,
  quantity,
  recorded,
} from '../../../shared/domain/figure';
import { addFractions, type Fraction, ZERO } from '../../../shared/domain/fraction';
import { mediaPerformance, variance } from '../../../shared/domain/media-performance';
import { forecastToEnd, type MediaAlert } from '../../../shared/domain/media-plan-alerts';
import { subtotalOf } from '../../../shared/domain/media-plan-sheet';
import { addMinor, PPM, roundToMinor } from '../../../shared/domain/money';
import { quantityFigure } from '../receivables-facts';
import { forecastOf } from './plan-forecast';
import { lineInputOf } from './plan-line';
import type { FactSums, PlanModel, PlanModelLine } from './plan-model';

/** The head of a version as the contract has it. */
export function headOf(read: ReadDb, plan: MediaPlanRow, columns: readonly Period[]): PlanHead {
  const client = readPlanClient(read, plan.clientId);
  const { fromOn, toOn, archivedAt: _archived, ...same } = plan;
  return {
    ...same,
    from: fromOn,
    to: toOn,
    columns: [...columns],
    clientName: client?.name ?? '',
    clientMark: client?.mark ?? '',
    clientHue: client?.hue ?? 1,
  };
}

/** A reckoned version as the contract has it. */
export function planDto(
  read: ReadDb,
  model: PlanModel,
  shownUnit: Plan['shownUnit'],
  versions: readonly PlanVersionRow[],
): Plan {
  const { plan, totals } = model;
  return {
    ...headOf(read, plan, plan.columnUnit === 'stated' ? model.ownColumns : []),
    shownColumns: [...model.columns],
    shownUnit,
    ratePpm: model.vatPpm,
    factOn: model.factOn,
    lines: model.lines.map((line) => ({
      ...lineInputOf(line.row),
      id: line.row.id,
      revision: line.row.revision,
      originId: line.row.originId,
      position: line.row.position,
      ...line.result,
      columnsMinor: [...line.result.columnsMinor],
      forecast: forecastOf(line.row, line.sheet.volume),
      fact: line.fact === null ? null : lineFact(line, line.fact, model.factOn),
      creatives: line.creatives.map(({ lineId: _, ...creative }) => creative),
      ownVatPpm: line.sheet.vatPpm ?? null,
      missingRate: line.missingRate,
    })),
    totals: {
      ...totals,
      columnsMinor: [...totals.columnsMinor],
    },
    byGroup: subtotals(model, (line) => line.row.groupName),
    byChannel: subtotals(model, (line) => line.row.channel),
    fact: planFact(model),
    budgetLeftMinor:
      plan.budgetGrossMinor === null
        ? null
        : addMinor(plan.budgetGrossMinor, -totals.clientPriceMinor),
    alerts: model.lines.flatMap((line) => line.alerts.map((alert) => alertDto(line.row.id, alert))),
    incidents: incidentsOf(read, model),
    versions: versions.map(({ familyId: _, ...version }) => version),
  };
}

/** Currencies of lines whose rate is not known. */
export function missingRatesOf(model: PlanModel): string[] {
  const missing = model.lines.flatMap(({ missingRate }) => missingRate?.currency ?? []);
  return [...new Set(missing)];
}

function incidentsOf(read: ReadDb, { plan, lines }: PlanModel): Plan['incidents'] {
  const lineOf = new Map(lines.map(({ row }) => [row.originId, row.id]));
  return readPlanIncidents(read, plan.familyId).map(({ originId, ...incident }) => ({
    ...incident,
    lineId: lineOf.get(originId) ?? null,
  }));
}

function alertDto(lineId: string, { code, ...params }: MediaAlert): PlanAlert {
  return { lineId, code, params };
}

function subtotals(model: PlanModel, nameOf: (line: PlanModelLine) => string): Plan['byGroup'] {
  const groups = new Map<string, PlanModelLine[]>();
  for (const line of model.lines) {
    const known = groups.get(nameOf(line));
    if (known === undefined) groups.set(nameOf(line), [line]);
    else known.push(line);
  }
  return [...groups].map(([name, lines]) => {
    const sums = subtotalOf(
      lines.map((line) => line.result),
      model.columns.length,
    );
    return {
      name,
      lineIds: lines.map((line) => line.row.id),
      ...sums,
      columnsMinor: [...sums.columnsMinor],
    };
  });
}

const whole = (value: Fraction | null): number | null =>
  value === null ? null : roundToMinor(value);

type LineFact = NonNullable<Plan['lines'][number]['fact']>;

function lineFact(line: PlanModelLine, fact: FactSums, factOn: string): LineFact {
  const { pace } = line;
  const of = (value: number | null, name: string): Quantity =>
    recorded(value, missing(`media-${name}`, { channel: line.row.channel }));
  const performance = mediaPerformance({
    spend: of(fact.spendMinor, 'actual'),
    impressions: of(fact.impressions, 'impressions'),
    clicks: of(fact.clicks, 'clicks'),
    leads: of(fact.leads, 'leads'),
    orders: of(fact.orders, 'orders'),
    revenue: of(fact.revenueMinor, 'revenue'),
  });
  const paceQuantity: Quantity = pace === null ? of(null, 'actual') : known(pace.pace);
  return {
    ...fact,
    planToDateMinor: whole(pace?.planToDate ?? ZERO) ?? 0,
    pacePpm: quantityFigure(paceQuantity, PPM),
    moneyLeftMinor: pace?.moneyLeftMinor ?? line.result.netMinor,
    neededPerDayMinor: whole(pace?.neededPerDay ?? null),
    forecastMinor:
      fact.spendMinor === null ? null : forecastToEnd(line.sheet.flight, fact.spendMinor, factOn),
    cpmMinor: quantityFigure(performance.cpm, 1),
    ctrPpm: quantityFigure(performance.ctr, PPM),
    cpcMinor: quantityFigure(performance.cpc, 1),
    cplMinor: quantityFigure(performance.cpl, 1),
    cpaMinor: quantityFigure(performance.cpa, 1),
  };
}

/** Sums over the lines that have a spend: a line without one says nothing of the pace. */
export function paceOfPlan(model: PlanModel): {
  spendMinor: number;
  planToDate: Fraction;
  pace: Quantity;
} | null {
  const paced = model.lines.filter((line) => line.pace !== null);
  if (paced.length === 0) return null;
  const spendMinor = addMinor(...paced.map((line) => line.fact?.spendMinor ?? 0));
  const planToDate = paced.reduce(
    (sum, line) => addFractions(sum, line.pace?.planToDate ?? ZERO),
    ZERO,
  );
  return {
    spendMinor,
    planToDate,
    pace: over(variance(quantity(spendMinor), quantity(planToDate)).variance, quantity(planToDate)),
  };
}

function planFact(model: PlanModel): Plan['fact'] {
  const withFact = model.lines.filter((line) => line.fact !== null);
  if (withFact.length === 0) return null;
  const pace = paceOfPlan(model);
  const sum = (pick: (fact: FactSums) => number | null): number | null => {
    const stated = withFact.flatMap(({ fact }) => {
      const value = fact === null ? null : pick(fact);
      return value === null ? [] : [value];
    });
    return stated.length === 0 ? null : stated.reduce((a, b) => a + b, 0);
  };
  const forecasts = withFact.map((line) =>
    line.fact === null || line.fact.spendMinor === null
      ? null
      : forecastToEnd(line.sheet.flight, line.fact.spendMinor, model.factOn),
  );
  return {
    spendMinor: pace?.spendMinor ?? null,
    impressions: sum((fact) => fact.impressions),
    clicks: sum((fact) => fact.clicks),
    leads: sum((fact) => fact.leads),
    orders: sum((fact) => fact.orders),
    revenueMinor: sum((fact) => fact.revenueMinor),
    planToDateMinor: roundToMinor(pace?.planToDate ?? ZERO),
    pacePpm: quantityFigure(pace?.pace ?? known(null), PPM),
    moneyLeftMinor: addMinor(
      ...withFact.map((line) => line.pace?.moneyLeftMinor ?? line.result.netMinor),
    ),
    forecastMinor: forecasts.includes(null)
      ? null
      : addMinor(...forecasts.flatMap((each) => (each === null ? [] : [each]))),
  };
}

/** The newest approved version among these. */
export function approvedVersionOf(versions: readonly PlanVersionRow[]): number | null {
  return versions.findLast((version) => version.status === 'approved')?.version ?? null;
}
