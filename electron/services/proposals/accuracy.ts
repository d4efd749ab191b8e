import { readProjectEffort, readProjectProduction } from '../../../db/queries/proposals.query';
import type { ReadDb } from '../../../db/read-db';
import { findProject } from '../../../db/repositories/projects.repo';
import type { ProposalAccuracy, WeightedAccuracy } from '../../../shared/contract/proposal-figures';
import {
  type Accuracy,
  accuracyOf,
  type Effort,
  type EstimatedWork,
  varianceOf,
} from '../../../shared/domain/estimate-accuracy';
import { NOTHING, type Quantity, quantity, times } from '../../../shared/domain/figure';
import { addMinor, PPM } from '../../../shared/domain/money';
import { valueOfTime } from '../../../shared/domain/time-cost';
import type { RateBook } from '../figures/rate-book';
import { quantityFigure } from '../receivables-facts';
import type { ProposalModel } from './proposal-model';

const NO_EFFORT: Effort = { seconds: 0, cost: NOTHING };

type Work = { role: string; work: EstimatedWork };

/** By role, in the base currency: hours of the estimate against hours on the project. */
function worksOf(
  read: ReadDb,
  rates: RateBook,
  { proposal, lines, estimate, hourCosts }: ProposalModel,
): Work[] {
  if (proposal.projectId === null) return [];
  const planned = new Map<string, { seconds: number; rate: Quantity }[]>();
  const actual = new Map<string, { seconds: number; rate: Quantity }[]>();
  const put = (into: typeof planned, role: string, seconds: number, rate: Quantity): void => {
    into.set(role, [...(into.get(role) ?? []), { seconds, rate }]);
  };
  for (const line of lines) {
    const seconds = estimate.lines.get(line.id)?.seconds ?? 0;
    if (line.chosen === 'no' || seconds === 0) continue;
    put(planned, line.role, seconds, hourCosts.get(line.id) ?? NOTHING);
  }
  for (const { personId, role, workedOn, seconds } of readProjectEffort(read, proposal.projectId)) {
    put(actual, role, seconds, rates.costRate(personId, workedOn));
  }
  const effort = (times: readonly { seconds: number; rate: Quantity }[] | undefined): Effort =>
    times === undefined
      ? NO_EFFORT
      : {
          seconds: times.reduce((sum, each) => sum + each.seconds, 0),
          cost: valueOfTime(times),
        };
  return [...new Set([...planned.keys(), ...actual.keys()])].map((role) => ({
    role,
    work: { planned: effort(planned.get(role)), actual: effort(actual.get(role)) },
  }));
}

function effortDto(
  { planned, actual, hoursVariance, costVariance }: Accuracy,
  conversion: Quantity,
): ProposalAccuracy['total'] {
  return {
    plannedSeconds: planned.seconds,
    actualSeconds: actual.seconds,
    hoursVariancePpm: quantityFigure(hoursVariance, PPM),
    plannedCost: quantityFigure(times(planned.cost, conversion), 1),
    actualCost: quantityFigure(times(actual.cost, conversion), 1),
    costVariancePpm: quantityFigure(costVariance, PPM),
  };
}

/** Whether the project is over. Hours beyond a retainer were known before they were estimated. */
function isFinished(read: ReadDb, { proposal }: ProposalModel): boolean {
  const { projectId, overserviceMonth } = proposal;
  if (projectId === null || overserviceMonth !== null) return false;
  return findProject(read, projectId)?.status === 'closed';
}

/** How far off a won estimate was so far; null before its project has an hour or a cost. */
export function proposalAccuracy(
  read: ReadDb,
  rates: RateBook,
  model: ProposalModel,
): ProposalAccuracy | null {
  const { projectId, overserviceMonth } = model.proposal;
  if (projectId === null || overserviceMonth !== null) return null;
  const works = worksOf(read, rates, model);
  const booked = readProjectProduction(read, projectId);
  const estimated = addMinor(
    ...model.lines
      .filter((line) => line.kind === 'production' && line.chosen === 'yes')
      .map((line) => model.estimate.lines.get(line.id)?.passThroughMinor ?? 0),
  );
  if (booked === null && works.every(({ work }) => work.actual.seconds === 0)) return null;
  const production = { planned: quantity(estimated), actual: quantity(booked ?? 0) };
  return {
    isFinished: isFinished(read, model),
    roles: works.map(({ role, work }) => ({
      role,
      ...effortDto(accuracyOf([work]), model.conversion),
    })),
    production:
      booked === null && estimated === 0
        ? null
        : {
            plannedCost: quantityFigure(production.planned, 1),
            actualCost: quantityFigure(production.actual, 1),
            costVariancePpm: quantityFigure(varianceOf(production.planned, production.actual), PPM),
          },
    total: effortDto(accuracyOf(works.map(({ work }) => work)), model.conversion),
  };
}

/** Of the finished projects among these proposals together, weighed by their hours and costs in the base currency. */
export function weightedAccuracy(
  read: ReadDb,
  rates: RateBook,
  models: readonly ProposalModel[],
): WeightedAccuracy {
  const finished = models
    .filter((model) => isFinished(read, model))
    .map((model) => worksOf(read, rates, model).map(({ work }) => work))
    // A project that nobody logged an hour on says nothing of its estimate.
    .filter((works) => works.some(({ actual }) => actual.seconds > 0));
  const works = finished.flat();
  const { hoursVariance, costVariance } = accuracyOf(works);
  return {
    finishedCount: finished.length,
    hoursVariancePpm: quantityFigure(hoursVariance, PPM),
    costVariancePpm: quantityFigure(costVariance, PPM),
  };
}
