import { addClient } from '../../../db/repositories/clients.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input } from '../../../shared/contract/contract';
import {
  formatFraction,
  fraction,
  multiplyFractions,
  parseFraction,
} from '../../../shared/domain/fraction';
import type { MediaPlanCase } from '../../../shared/domain/media-plan-case';
import { BUYING_MODELS } from '../../../shared/domain/media-plan-line';
import { parseMoney } from '../../../shared/domain/money';
import { valueOrThrow } from '../../../shared/domain/parsed';
import { addPlanLines, recordPlanFact, solvePlan } from '../media-plan-lines.service';
import { addPlan } from '../media-plans.service';
import { act, type Session } from '../session';

/** Where a case lies in the workspace. */
export type LoadedPlanCase = {
  readonly planId: string;
  readonly currency: string;
  /** Lines of the case by its own ids, in order. */
  readonly lineIds: readonly (readonly [caseId: string, lineId: string])[];
  readonly problems: readonly LoadedProblem[];
};

/** A top-down problem; `solved` is false where there is no answer. */
export type LoadedProblem = {
  readonly planId: string;
  readonly solved: boolean;
  readonly lineIds: readonly (readonly [caseId: string, lineId: string])[];
};

/** Rates of a case have at most four decimals of a per cent. */
function ppmOf(percent: string): number {
  const exact = parseFraction(percent);
  if (exact === null) throw new AppError('media-plan-number-wrong', { text: percent });
  return Number(formatFraction(multiplyFractions(exact, fraction(10_000)), 0));
}

function modelOf(name: string): (typeof BUYING_MODELS)[number] {
  const model = BUYING_MODELS.find((each) => each === name.toLowerCase());
  // A model of another name costs volume × price as every model does.
  return model ?? 'fixed';
}

type PlanInput = Input<'media-plans/add'>;

function planOf(
  file: MediaPlanCase,
  clientId: string,
  frame: Pick<PlanInput, 'name' | 'from' | 'to' | 'columnUnit' | 'columns'>,
): PlanInput {
  return {
    ...frame,
    clientId,
    currency: file.currency,
    projectId: null,
    note: '',
    commissionPpm: ppmOf(file.commission.pct),
    commissionBasis: file.commission.basis,
    clientDiscountPpm: ppmOf(file.clientDiscountPct),
    vatMode: 'stated',
    vatPpm: ppmOf(file.vatPct),
    budgetGrossMinor: null,
  };
}

/** From the earliest day the case speaks of to the latest. */
function periodOf(file: MediaPlanCase): { from: string; to: string } {
  const spans = [...file.columns, ...file.lines];
  const from = spans.map((span) => span.from).sort()[0] ?? '2026-01-01';
  const to =
    spans
      .map((span) => span.to)
      .sort()
      .at(-1) ?? from;
  return { from, to };
}

/** Puts a case into a workspace with an agency, through the services. Throws what they refuse. */
export function loadPlanCase(session: Session, file: MediaPlanCase): LoadedPlanCase {
  const clientId = act(session, 'load-case', { case: file.case }, (tx) =>
    addClient(tx, {
      name: file.case === '' ? 'Case' : file.case,
      country: 'RU',
      language: 'en',
      currency: file.currency,
      tier: 'A',
    }),
  );
  const period = periodOf(file);
  const { id: planId } = addPlan(
    session,
    planOf(file, clientId, {
      name: file.case === '' ? 'Case' : file.case,
      ...period,
      columnUnit: 'stated',
      columns: file.columns,
    }),
  );
  const { ids } = addPlanLines(session, {
    planId,
    beforeId: null,
    lines: file.lines.map((line) => ({
      channel: line.channel,
      placement: line.placement,
      model: modelOf(line.model),
      volume: line.volume,
      price: line.price,
      surchargesPpm: line.surchargesPct.map(ppmOf),
      discountsPpm: line.discountsPct.map(ppmOf),
      from: line.from,
      to: line.to,
    })),
  });
  const lineIds = file.lines.map((line, i) => [line.id, ids[i] ?? ''] as const);
  recordFacts(session, file, new Map(lineIds));
  return {
    planId,
    currency: file.currency,
    lineIds,
    problems: file.topDown.map((problem, i) =>
      loadProblem(session, file, clientId, problem, `Top-down ${i + 1}`),
    ),
  };
}

function recordFacts(
  session: Session,
  file: MediaPlanCase,
  lineIds: ReadonlyMap<string, string>,
): void {
  for (const { id, spend } of file.fact?.lines ?? []) {
    recordPlanFact(session, {
      lineId: lineIds.get(id) ?? '',
      on: file.fact?.asOf ?? session.clock.today(),
      spendMinor: valueOrThrow(parseMoney(spend, file.currency)),
      impressions: null,
      clicks: null,
      leads: null,
      orders: null,
      revenueMinor: null,
    });
  }
}

/** A problem is a plan of its own: what is shared is bought at one unit of the currency. */
function loadProblem(
  session: Session,
  file: MediaPlanCase,
  clientId: string,
  problem: MediaPlanCase['topDown'][number],
  name: string,
): LoadedProblem {
  const money = (text: string) => valueOrThrow(parseMoney(text, file.currency));
  const { from } = periodOf(file);
  const frame = { name, from, to: from, columnUnit: 'day' as const, columns: [] };
  const { id: planId } = addPlan(session, planOf(file, clientId, frame));
  const { ids } = addPlanLines(session, {
    planId,
    beforeId: null,
    lines: problem.lines.map((line) => {
      if (line.locked !== undefined) money(line.locked);
      return {
        placement: line.id,
        model: 'day' as const,
        volume: line.locked ?? '0',
        price: '1',
        locked: line.locked !== undefined,
        ...(line.locked === undefined && line.weight !== undefined ? { weight: line.weight } : {}),
        minMinor: line.min === undefined ? 0 : money(line.min),
      };
    }),
  });
  const lineIds = problem.lines.map((line, i) => [line.id, ids[i] ?? ''] as const);
  try {
    solvePlan(session, { id: planId, budgetGrossMinor: money(problem.budget) });
    return { planId, solved: true, lineIds };
  } catch (error) {
    if (error instanceof AppError && error.code === 'media-plan-budget-impossible') {
      return { planId, solved: false, lineIds };
    }
    throw error;
  }
}
