import { formatFraction, fraction, multiplyFractions } from '../../../shared/domain/fraction';
import type { LineCost } from '../../../shared/domain/media-plan';
import type {
  CaseLineValues,
  CaseTopDownValues,
  MediaPlanValues,
} from '../../../shared/domain/media-plan-case';
import { formatMinorDecimal, roundToMinor } from '../../../shared/domain/money';
import { type PlanModel, type PlanModelLine, readPlanModel } from '../media-plans/plan-model';
import { readOf, type Session } from '../session';
import type { LoadedPlanCase, LoadedProblem } from './load-plan-case';

type Show = (minor: number) => string;

function costValues(cost: LineCost, show: Show): Record<string, string> {
  return {
    net: show(cost.netMinor),
    commission: show(cost.commissionMinor),
    with_commission: show(cost.withCommissionMinor),
    vat: show(cost.vatMinor),
    client_net: show(cost.clientNetMinor),
    client_vat: show(cost.clientVatMinor),
  };
}

function factValues({ pace }: PlanModelLine, show: Show): Record<string, string | null> {
  if (pace === null) return {};
  return {
    plan_to_date: show(roundToMinor(pace.planToDate)),
    pace_pct:
      pace.pace === null ? null : formatFraction(multiplyFractions(pace.pace, fraction(100)), 2),
    money_left: show(pace.moneyLeftMinor),
    needed_per_day: pace.neededPerDay === null ? null : show(roundToMinor(pace.neededPerDay)),
  };
}

function linesById(model: PlanModel): ReadonlyMap<string, PlanModelLine> {
  return new Map(model.lines.map((line) => [line.row.id, line]));
}

/** Reads a loaded case back as the product reads a plan, and writes its figures as a case does. */
export function readPlanValues(session: Session, loaded: LoadedPlanCase): MediaPlanValues {
  const show: Show = (minor) => formatMinorDecimal(minor, loaded.currency);
  const today = session.clock.today();
  const model = readPlanModel(readOf(session), loaded.planId, { today });
  const lines = linesById(model);
  const { totals } = model;
  return {
    lines: Object.fromEntries(
      loaded.lineIds.flatMap(([caseId, lineId]): [string, CaseLineValues][] => {
        const line = lines.get(lineId);
        if (line === undefined) return [];
        const { result } = line;
        const columns = result.columnsMinor.map(show);
        return [[caseId, { ...costValues(result, show), columns, ...factValues(line, show) }]];
      }),
    ),
    totals: {
      ...costValues(totals, show),
      with_vat: show(totals.withVatMinor),
      client_price: show(totals.clientPriceMinor),
    },
    columns: totals.columnsMinor.map(show),
    topDown: loaded.problems.map((problem) => problemValues(session, problem, show)),
  };
}

function problemValues(
  session: Session,
  problem: LoadedProblem,
  show: Show,
): CaseTopDownValues | null {
  if (!problem.solved) return null;
  const model = readPlanModel(readOf(session), problem.planId, { today: session.clock.today() });
  const lines = linesById(model);
  return {
    nets: Object.fromEntries(
      problem.lineIds.map(([caseId, lineId]) => [
        caseId,
        show(lines.get(lineId)?.result.netMinor ?? 0),
      ]),
    ),
    net: show(model.totals.netMinor),
    client_price: show(model.totals.clientPriceMinor),
  };
}
