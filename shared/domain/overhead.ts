import { NOTHING, plus, type Quantity, quantity, times } from './figure';
import { hours, perHour } from './time-cost';

export interface OverheadInput {
  readonly facilityCostMinor: number;
  readonly totalSeconds: number;
  readonly internalSeconds: number;
  /** Cost of an internal hour, minor units, exact. */
  readonly internalCostRate: Quantity;
  readonly clientSeconds: number;
}

export interface OverheadPerHour {
  /** Facility cost / all hours, minor units per hour. */
  readonly facility: Quantity;
  /** Internal hours × their cost / client hours, minor units per hour. */
  readonly internal: Quantity;
  readonly total: Quantity;
}

/** Overhead per client hour. */
export function overheadPerHour(input: OverheadInput): OverheadPerHour {
  const facility = perHour(quantity(input.facilityCostMinor), input.totalSeconds);
  const internalCost =
    input.internalSeconds === 0
      ? NOTHING
      : times(hours(input.internalSeconds), input.internalCostRate);
  const internal = perHour(internalCost, input.clientSeconds);
  return { facility, internal, total: plus(facility, internal) };
}
