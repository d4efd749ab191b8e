import { readDatedRates } from '../../../db/queries/figure-rates.query';
import {
  type PlanCreativeRow,
  readPlanCreatives,
} from '../../../db/queries/media-plan-details.query';
import { type PlanFactRow, readPlanFacts } from '../../../db/queries/media-plans.query';
import type { ReadDb } from '../../../db/read-db';
import {
  findMediaPlan,
  listMediaPlanColumns,
  listMediaPlanLines,
  type MediaPlanLineRow,
  type MediaPlanRow,
} from '../../../db/repositories/media-plans.repo';
import { AppError } from '../../../shared/contract/app-error';
import { rowOn } from '../../../shared/domain/dated-rates';
import type { Period, PlainDate } from '../../../shared/domain/dates';
import type { PlanTerms } from '../../../shared/domain/media-plan';
import { alertsOfLine, type MediaAlert } from '../../../shared/domain/media-plan-alerts';
import { type ColumnUnit, columnsOfPeriod } from '../../../shared/domain/media-plan-columns';
import { type FlightPace, paceOfFlight } from '../../../shared/domain/media-plan-flight';
import {
  reckonSheet,
  type Sheet,
  type SheetLine,
  type SheetLineResult,
} from '../../../shared/domain/media-plan-sheet';
import { requireAgency } from '../portfolio.service';
import { targetOf } from './plan-forecast';
import { sheetLineOf } from './plan-line';

/** Sums of a line's facts up to a day; null: never stated. */
export type FactSums = {
  spendMinor: number | null;
  impressions: number | null;
  clicks: number | null;
  leads: number | null;
  orders: number | null;
  revenueMinor: number | null;
  lastOn: PlainDate;
};

export type PlanModelLine = {
  row: MediaPlanLineRow;
  sheet: SheetLine;
  result: SheetLineResult;
  fact: FactSums | null;
  /** Null where no spend was recorded. */
  pace: FlightPace | null;
  alerts: readonly MediaAlert[];
  creatives: readonly PlanCreativeRow[];
  /** What is not known of a line in another currency; null where its rate is there. */
  missingRate: { currency: string; on: PlainDate } | null;
};

/** A version of a plan with everything reckoned. */
export type PlanModel = {
  plan: MediaPlanRow;
  terms: PlanTerms;
  /** Null: without VAT. */
  vatPpm: number | null;
  columns: readonly Period[];
  ownColumns: readonly Period[];
  lines: readonly PlanModelLine[];
  totals: Sheet['totals'];
  factOn: PlainDate;
};

/** Dated rates of the agency's country, read once. */
export class PlanRates {
  readonly #rates: ReturnType<typeof readDatedRates>;
  readonly #onDay = new Map<string, number | null>();

  constructor(read: ReadDb) {
    this.#rates = readDatedRates(read, requireAgency(read).country);
  }

  /** VAT or levy on a day; null where none was set. */
  ratePpm(kind: 'vat' | 'ad-levy', on: PlainDate): number | null {
    const key = `${kind} ${on}`;
    const known = this.#onDay.get(key);
    if (known !== undefined) return known;
    const rates = this.#rates.filter((row) => row.kind === kind);
    const ratePpm = rowOn(rates, on)?.ratePpm ?? null;
    this.#onDay.set(key, ratePpm);
    return ratePpm;
  }
}

/** The version of a plan. Throws `media-plan-not-found`. */
export function requirePlan(read: ReadDb, id: string): MediaPlanRow {
  const plan = findMediaPlan(read, id);
  if (plan === undefined) throw new AppError('media-plan-not-found');
  return plan;
}

/** VAT of a plan in ppm; null: without VAT. Throws `media-plan-vat-unknown` where no rate holds on its last day. */
export function vatOfPlan(
  plan: Pick<MediaPlanRow, 'vatMode' | 'vatPpm' | 'toOn'>,
  rates: PlanRates,
): number | null {
  if (plan.vatMode === 'none') return null;
  if (plan.vatMode === 'stated') return plan.vatPpm;
  const rate = rates.ratePpm('vat', plan.toOn);
  if (rate === null) throw new AppError('media-plan-vat-unknown', { on: plan.toOn });
  return rate;
}

/** VAT of a line in ppm; null: the plan's. Throws `media-plan-vat-unknown` where no rate holds on its last day. */
export function vatOfLine(
  line: { vatMode: MediaPlanLineRow['vatMode']; vatPpm: number | null; to: PlainDate },
  rates: PlanRates,
): number | null {
  switch (line.vatMode) {
    case 'plan':
      return null;
    case 'none':
      return 0;
    case 'stated':
      return line.vatPpm;
    default: {
      const rate = rates.ratePpm('vat', line.to);
      if (rate === null) throw new AppError('media-plan-vat-unknown', { on: line.to });
      return rate;
    }
  }
}

/** What a plan is reckoned with. */
export function termsOfPlan(plan: MediaPlanRow, vatPpm: number | null): PlanTerms {
  return {
    commission: { ppm: plan.commissionPpm, basis: plan.commissionBasis },
    clientDiscountPpm: plan.clientDiscountPpm,
    vatPpm: vatPpm ?? 0,
  };
}

/** The plan's own columns. */
export function columnsOfPlan(read: ReadDb, plan: MediaPlanRow): Period[] {
  if (plan.columnUnit === 'stated') {
    return listMediaPlanColumns(read, plan.id).map(({ fromOn, toOn }) => ({
      from: fromOn,
      to: toOn,
    }));
  }
  return keptColumns({ from: plan.fromOn, to: plan.toOn }, plan.columnUnit);
}

const columnLists = new Map<string, Period[]>();
const MAX_COLUMN_LISTS = 16;

/** The same list for the same period and unit: what was reckoned over it is kept with it. */
function keptColumns(period: Period, unit: ColumnUnit): Period[] {
  const key = `${period.from} ${period.to} ${unit}`;
  const columns = columnLists.get(key) ?? columnsOfPeriod(period, unit);
  if (columnLists.size >= MAX_COLUMN_LISTS) columnLists.clear();
  columnLists.set(key, columns);
  return columns;
}

export type PlanModelOptions = {
  today: PlainDate;
  /** Other columns than the plan's own. */
  unit?: ColumnUnit | null;
  rates?: PlanRates;
  /** Reads the lines; left out: from the file, all of them. */
  linesOf?: (read: ReadDb, planId: string) => MediaPlanLineRow[];
};

/**
 * Reads a version of a plan and reckons it. Facts count up to the newest day that has one, or today.
 * Throws `media-plan-not-found` and what the arithmetic refuses.
 */
export function readPlanModel(read: ReadDb, id: string, options: PlanModelOptions): PlanModel {
  const { today, unit = null } = options;
  const plan = requirePlan(read, id);
  const rates = options.rates ?? new PlanRates(read);
  const vatPpm = vatOfPlan(plan, rates);
  const terms = termsOfPlan(plan, vatPpm);
  const ownColumns = columnsOfPlan(read, plan);
  const columns =
    unit === null ? ownColumns : keptColumns({ from: plan.fromOn, to: plan.toOn }, unit);
  const rows = (options.linesOf ?? listMediaPlanLines)(read, id);
  const sheetLines = rows.map((row) =>
    sheetLineOf(row, {
      levyPpm: rates.ratePpm('ad-levy', row.toOn),
      vatPpm: vatOfLine({ ...row, to: row.toOn }, rates),
    }),
  );
  const sheet = reckonSheet({ ...terms, currency: plan.currency, columns }, sheetLines);
  const creatives = new Map<string, PlanCreativeRow[]>();
  for (const creative of readPlanCreatives(read, id)) {
    const known = creatives.get(creative.lineId);
    if (known === undefined) creatives.set(creative.lineId, [creative]);
    else known.push(creative);
  }
  const facts = readPlanFacts(read, plan.familyId, today);
  const sums = sumFacts(facts);
  const asOf =
    facts
      .map((fact) => fact.factOn)
      .sort()
      .at(-1) ?? today;
  const lines = rows.flatMap((row, i): PlanModelLine[] => {
    const own = sheetLines[i];
    const result = sheet.lines[i];
    if (own === undefined || result === undefined) return [];
    const fact = sums.get(row.originId) ?? null;
    const pace =
      fact === null || fact.spendMinor === null
        ? null
        : paceOfFlight(result.netMinor, own.flight, fact.spendMinor, asOf);
    const shown = creatives.get(row.id) ?? [];
    const isRunning = plan.status === 'approved' || plan.status === 'sent';
    const alerts = isRunning
      ? alertsOfLine(
          {
            netMinor: result.netMinor,
            flight: own.flight,
            pace,
            spendMinor: fact?.spendMinor ?? 0,
            lastFactOn: fact?.lastOn ?? null,
            target: targetOf(row, own.volume, fact),
            needsErid: row.levyPayer !== 'none',
            hasErid:
              shown.length === 0
                ? row.erid.trim() !== ''
                : shown.every(({ erid }) => erid.trim() !== ''),
          },
          asOf,
          today,
        )
      : [];
    const missingRate =
      own.rate === null ? { currency: row.currency ?? plan.currency, on: row.fromOn } : null;
    return [{ row, sheet: own, result, fact, pace, alerts, creatives: shown, missingRate }];
  });
  return { plan, terms, vatPpm, columns, ownColumns, lines, totals: sheet.totals, factOn: asOf };
}

/** Facts by the line they belong to, summed; what no fact states stays unstated. */
function sumFacts(facts: readonly PlanFactRow[]): Map<string, FactSums> {
  const sums = new Map<string, FactSums>();
  const add = (a: number | null, b: number | null) => (a === null ? b : a + (b ?? 0));
  for (const fact of facts) {
    const before = sums.get(fact.originId);
    sums.set(fact.originId, {
      spendMinor: add(before?.spendMinor ?? null, fact.spendMinor),
      impressions: add(before?.impressions ?? null, fact.impressions),
      clicks: add(before?.clicks ?? null, fact.clicks),
      leads: add(before?.leads ?? null, fact.leads),
      orders: add(before?.orders ?? null, fact.orders),
      revenueMinor: add(before?.revenueMinor ?? null, fact.revenueMinor),
      lastOn: fact.factOn,
    });
  }
  return sums;
}
