import type { PortfolioClient, Risk } from '../../shared/contract/portfolio.contract';
import type { FigureDto, Phrase } from '../../shared/contract/primitives';
import { diffDays } from '../../shared/domain/dates';
import { figureOf, sumFigures } from './profit-line';

/** From here on a client counts as at risk. */
const SILENT_DAYS = 14;
const CONTRACT_ENDS_DAYS = 30;
const OVER_BURN_PPM = 1_100_000;
const DETRACTOR = 6;

type Judged = Omit<PortfolioClient, 'isAtRisk' | 'isKey'>;

const amount = (figure: FigureDto) => figure.value ?? 0;

/** A loss of the period as a positive amount: what delivery and direct costs exceed AGI by. */
export function lossOf(contribution: FigureDto): FigureDto {
  if (contribution.value === null) return contribution;
  return figureOf(Math.max(0, -contribution.value));
}

/** Why a client needs a look today, money first. Empty: nothing. */
export function riskReasons(client: Judged, today: string, baseCurrency: string): Phrase[] {
  const reasons: Phrase[] = [];
  if (amount(client.overdue) > 0) {
    reasons.push({ key: 'risk.overdue', params: { count: client.oldestDaysOverdue } });
  }
  if (amount(client.aboveLimit) > 0) {
    reasons.push({
      key: 'risk.above-limit',
      params: { amountMinor: amount(client.aboveLimit), currency: baseCurrency },
    });
  }
  const loss = amount(lossOf(client.contribution));
  if (loss > 0)
    reasons.push({ key: 'risk.loss', params: { amountMinor: loss, currency: baseCurrency } });
  const burn = client.retainer?.burnPpm ?? null;
  if (burn !== null && burn >= OVER_BURN_PPM)
    reasons.push({ key: 'risk.over-burn', params: { ratePpm: burn } });
  if (client.nps !== null && client.nps.score <= DETRACTOR) {
    reasons.push({ key: 'risk.detractor', params: { score: client.nps.score } });
  }
  if (client.silentDays !== null && client.silentDays >= SILENT_DAYS) {
    reasons.push({ key: 'risk.silent', params: { count: client.silentDays } });
  }
  if (client.contractEndsOn !== null) {
    const days = diffDays(today, client.contractEndsOn);
    if (days < 0)
      reasons.push({ key: 'risk.contract-ended', params: { on: client.contractEndsOn } });
    else if (days <= CONTRACT_ENDS_DAYS)
      reasons.push({ key: 'risk.contract-ends', params: { count: days } });
  }
  return reasons;
}

/**
 * Clients at risk, most money first. A debt (with VAT) and a loss (without) stand apart and are
 * never added; the larger of the two ranks.
 */
export function rankRisks(clients: readonly Judged[], today: string, baseCurrency: string): Risk[] {
  return clients
    .map((client) => ({
      clientId: client.id,
      overdue: client.overdue,
      loss: lossOf(client.contribution),
      reasons: riskReasons(client, today, baseCurrency),
    }))
    .filter((risk) => risk.reasons.length > 0)
    .sort(
      (a, b) =>
        Math.max(amount(b.overdue), amount(b.loss)) - Math.max(amount(a.overdue), amount(a.loss)),
    );
}

/** Totals of the ranked risks: two sums, each of its own basis. */
export function riskTotals(risks: readonly Risk[]): {
  overdue: FigureDto;
  loss: FigureDto;
  clients: number;
} {
  return {
    overdue: sumFigures(risks.map((risk) => risk.overdue)),
    loss: sumFigures(risks.map((risk) => risk.loss)),
    clients: risks.length,
  };
}
