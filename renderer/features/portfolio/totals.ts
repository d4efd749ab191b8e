import type { Portfolio, PortfolioClient } from '../../../shared/contract/portfolio.contract';
import type { FigureDto, Missing } from '../../../shared/contract/primitives';
import { fraction, roundHalfAwayFromZero } from '../../../shared/domain/fraction';

type Totals = Portfolio['totals'];

function union(figures: readonly FigureDto[]): Missing[] {
  const seen = new Map<string, Missing>();
  for (const figure of figures) {
    for (const item of figure.missing) seen.set(JSON.stringify(item), item);
  }
  return [...seen.values()];
}

function sum(figures: readonly FigureDto[]): FigureDto {
  const missing = union(figures);
  if (missing.length > 0) return { value: null, missing };
  return { value: figures.reduce((total, figure) => total + (figure.value ?? 0), 0), missing: [] };
}

function ratioPpm(a: number, b: number): number | null {
  if (b === 0) return null;
  return Number(roundHalfAwayFromZero(fraction(BigInt(a) * 1_000_000n, BigInt(b))));
}

function ratio(numerator: FigureDto, denominator: FigureDto): FigureDto {
  const missing = union([numerator, denominator]);
  if (missing.length > 0) return { value: null, missing };
  return { value: ratioPpm(numerator.value ?? 0, denominator.value ?? 0), missing: [] };
}

/** % promoters (9–10) − % detractors (0–6), whole points; "—" without an answer. */
function npsOf(clients: readonly PortfolioClient[]): FigureDto {
  const scores = clients.flatMap((client) => (client.nps === null ? [] : [client.nps.score]));
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const points = ratioPpm((promoters - detractors) * 100, scores.length);
  return {
    value:
      points === null ? null : Number(roundHalfAwayFromZero(fraction(BigInt(points), 1_000_000n))),
    missing: [],
  };
}

/** Totals of some of the clients: sums of their parts, ratios from sums, unknown where a part is. */
export function totalsOf(clients: readonly PortfolioClient[]): Totals {
  const agi = sum(clients.map((client) => client.agi));
  const deliveryMargin = sum(clients.map((client) => client.deliveryMargin));
  const usedSeconds = clients.reduce((all, { retainer }) => all + (retainer?.usedSeconds ?? 0), 0);
  const availableSeconds = clients.reduce(
    (all, { retainer }) => all + (retainer?.availableSeconds ?? 0),
    0,
  );
  return {
    agi,
    deliveryMargin,
    deliveryMarginPpm: ratio(deliveryMargin, agi),
    contribution: sum(clients.map((client) => client.contribution)),
    retainer: { usedSeconds, availableSeconds, burnPpm: ratioPpm(usedSeconds, availableSeconds) },
    receivables: sum(clients.map((client) => client.receivables)),
    overdue: sum(clients.map((client) => client.overdue)),
    nps: npsOf(clients),
  };
}
