import { minus, over, type Quantity, quantity, total } from './figure';

/** Hours in seconds and what they cost, exact. */
export interface Effort {
  readonly seconds: number;
  readonly cost: Quantity;
}

/** What was estimated of one kind of work, and what it took. */
export interface EstimatedWork {
  readonly planned: Effort;
  readonly actual: Effort;
}

export interface Accuracy extends EstimatedWork {
  /** (actual − planned) / planned, a share; null where nothing was planned. */
  readonly hoursVariance: Quantity;
  readonly costVariance: Quantity;
}

/** (actual − planned) / planned; null where nothing was planned. */
export function varianceOf(planned: Quantity, actual: Quantity): Quantity {
  return over(minus(actual, planned), planned);
}

function addUp(efforts: readonly Effort[]): Effort {
  return {
    seconds: efforts.reduce((sum, effort) => sum + effort.seconds, 0),
    cost: total(efforts.map((effort) => effort.cost)),
  };
}

/**
 * How far off an estimate was, or many of them together: planned and actual are added up before they
 * are divided (METRICS.md: ratios of totals), so that large work weighs more than small.
 */
export function accuracyOf(works: readonly EstimatedWork[]): Accuracy {
  const planned = addUp(works.map((work) => work.planned));
  const actual = addUp(works.map((work) => work.actual));
  return {
    planned,
    actual,
    hoursVariance: varianceOf(quantity(planned.seconds), quantity(actual.seconds)),
    costVariance: varianceOf(planned.cost, actual.cost),
  };
}
