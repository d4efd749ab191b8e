import { minus, over, plus, type Quantity, quantity, times } from './figure';
import { applyRatePpm, ppmFraction } from './money';
import { type RatedTime, secondsOf, valueOfTime } from './time-cost';

/** fee × % complete, one line, rounded: what is recognised of a fixed fee to date. */
export function recognisedToDate(feeMinor: number, percentCompletePpm: number): number {
  return applyRatePpm(feeMinor, percentCompletePpm);
}

/** Unbilled work in progress: recognised to date − invoiced to date; negative is prepaid. */
export function workInProgress(recognisedMinor: number, invoicedMinor: number): number {
  return recognisedMinor - invoicedMinor;
}

export interface ProjectControlInput {
  readonly feeMinor: number;
  readonly percentCompletePpm: number;
  /** Each rate is a person's loaded cost, minor units per hour, exact. */
  readonly planned: readonly RatedTime[];
  /** Hours of kind project logged to date. */
  readonly logged: readonly RatedTime[];
  readonly remaining: readonly RatedTime[];
}

export interface ProjectControl {
  /** Budget at completion: planned hours × cost. */
  readonly bac: Quantity;
  /** Actual cost: logged hours × cost. */
  readonly ac: Quantity;
  /** Earned value: BAC × % complete. */
  readonly ev: Quantity;
  /** EV / AC. */
  readonly cpi: Quantity;
  /** AC + remaining hours × cost. */
  readonly eacBottomUp: Quantity;
  /** AC + BAC − EV. */
  readonly eacAtBudgetRate: Quantity;
  /** BAC / CPI. */
  readonly eacByCpi: Quantity;
  /** BAC − EAC by CPI. */
  readonly vac: Quantity;
  /** (fee − EAC bottom-up) / fee. */
  readonly forecastMargin: Quantity;
  /** Hours logged / planned. */
  readonly hoursBurn: Quantity;
  /** Hours burn / % complete: above 1 the hours go faster than the work. */
  readonly burnIndex: Quantity;
}

/** Earned-value figures of one project, all exact; null on a zero denominator. */
export function projectControl(input: ProjectControlInput): ProjectControl {
  const complete = quantity(ppmFraction(input.percentCompletePpm));
  const fee = quantity(input.feeMinor);
  const bac = valueOfTime(input.planned);
  const ac = valueOfTime(input.logged);
  const ev = times(bac, complete);
  const cpi = over(ev, ac);
  const eacBottomUp = plus(ac, valueOfTime(input.remaining));
  const eacByCpi = over(bac, cpi);
  const hoursBurn = over(quantity(secondsOf(input.logged)), quantity(secondsOf(input.planned)));
  return {
    bac,
    ac,
    ev,
    cpi,
    eacBottomUp,
    eacAtBudgetRate: minus(plus(ac, bac), ev),
    eacByCpi,
    vac: minus(bac, eacByCpi),
    forecastMargin: over(minus(fee, eacBottomUp), fee),
    hoursBurn,
    burnIndex: over(hoursBurn, complete),
  };
}
