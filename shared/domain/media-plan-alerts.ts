import { daysInclusive, diffDays, type Period, type PlainDate } from './dates';
import {
  compareFractions,
  divideFractions,
  type Fraction,
  floorFraction,
  fraction,
  multiplyFractions,
} from './fraction';
import type { FlightPace } from './media-plan-flight';
import { PPM, roundToMinor } from './money';

/** Pace beyond which a line is off its plan, parts per million either way. */
export const PACE_TOLERANCE_PPM = 100_000;
/** Money that ends within so many days is worth a warning. */
const BUDGET_OUT_WITHIN_DAYS = 7;
/** Days without a fact after which the statistics count as missing. */
const SILENT_DAYS = 3;

/** What a line is watched by; amounts in minor units, net. */
export interface WatchedLine {
  readonly netMinor: number;
  readonly flight: Period;
  /** Null where there is no fact: then only silence and the token are judged. */
  readonly pace: FlightPace | null;
  readonly spendMinor: number;
  /** Day up to which facts are there; null for none. */
  readonly lastFactOn: PlainDate | null;
  /** What was planned and reached: orders, or leads where no orders are planned. Null: not stated. */
  readonly target: { readonly planned: number; readonly reached: number | null } | null;
  readonly needsErid: boolean;
  /** Whether the placement, or each of its creatives, has its token. */
  readonly hasErid: boolean;
}

export type MediaAlert =
  | {
      readonly code: 'pace-behind' | 'pace-ahead';
      readonly pacePpm: number;
      readonly neededPerDayMinor: number | null;
    }
  | {
      readonly code: 'cpa-above-target';
      readonly actualMinor: number;
      readonly targetMinor: number;
    }
  | { readonly code: 'budget-out'; readonly days: number }
  | { readonly code: 'no-erid' }
  | { readonly code: 'no-data'; readonly days: number };

/** What is wrong with a line: pace as of the day the facts reach, silence and the token as of `today`. */
export function alertsOfLine(line: WatchedLine, asOf: PlainDate, today: PlainDate): MediaAlert[] {
  const alerts: MediaAlert[] = [];
  if (line.pace !== null) {
    paceAlert(line.pace, alerts);
    targetAlert(line, alerts);
    budgetAlert(line, line.pace, asOf, alerts);
  }
  if (line.needsErid && !line.hasErid && line.flight.from <= today) {
    alerts.push({ code: 'no-erid' });
  }
  if (line.flight.from <= today && line.flight.to >= today) {
    // A day's statistics come on the day after: the first day itself cannot be silent.
    const days = diffDays(line.lastFactOn ?? line.flight.from, today);
    if (days >= SILENT_DAYS) alerts.push({ code: 'no-data', days });
  }
  return alerts;
}

function paceAlert({ pace, neededPerDay }: FlightPace, alerts: MediaAlert[]): void {
  if (pace === null) return;
  const tolerance = fraction(PACE_TOLERANCE_PPM, PPM);
  const size: Fraction = { n: pace.n < 0n ? -pace.n : pace.n, d: pace.d };
  if (compareFractions(size, tolerance) <= 0) return;
  alerts.push({
    code: pace.n < 0n ? 'pace-behind' : 'pace-ahead',
    pacePpm: roundToMinor(multiplyFractions(pace, fraction(PPM))),
    neededPerDayMinor: neededPerDay === null ? null : roundToMinor(neededPerDay),
  });
}

function targetAlert(line: WatchedLine, alerts: MediaAlert[]): void {
  const { target } = line;
  if (target === null || target.planned <= 0 || target.reached === null || target.reached <= 0) {
    return;
  }
  const planned = fraction(line.netMinor, target.planned);
  const actual = fraction(line.spendMinor, target.reached);
  if (compareFractions(actual, planned) <= 0) return;
  alerts.push({
    code: 'cpa-above-target',
    actualMinor: roundToMinor(actual),
    targetMinor: roundToMinor(planned),
  });
}

/** At the rate of the days run so far: when the money ends, if that is before the flight does. */
function budgetAlert(
  line: WatchedLine,
  pace: FlightPace,
  asOf: PlainDate,
  alerts: MediaAlert[],
): void {
  const run = daysInclusive({ from: line.flight.from, to: asOf });
  const left = daysInclusive(line.flight) - run;
  if (run <= 0 || left <= 0 || line.spendMinor <= 0) return;
  const perDay = fraction(line.spendMinor, run);
  const lasts =
    pace.moneyLeftMinor <= 0
      ? 0
      : Number(floorFraction(divideFractions(fraction(pace.moneyLeftMinor), perDay)));
  if (lasts < left && lasts <= BUDGET_OUT_WITHIN_DAYS) {
    alerts.push({ code: 'budget-out', days: lasts });
  }
}

/** What the flight will have cost at the rate of the days run, minor units; null before its first day. */
export function forecastToEnd(flight: Period, spendMinor: number, asOf: PlainDate): number | null {
  const total = daysInclusive(flight);
  const run = Math.min(daysInclusive({ from: flight.from, to: asOf }), total);
  if (run <= 0) return null;
  return roundToMinor(fraction(BigInt(spendMinor) * BigInt(total), BigInt(run)));
}
