import { readClientMonths } from '../../db/queries/client-months.query';
import type { ReadDb } from '../../db/read-db';
import type { ClientProfitability } from '../../shared/contract/clients.contract';
import type { Period } from '../../shared/contract/primitives';
import { addMonths, monthOf, monthsOf } from '../../shared/domain/dates';
import { minus, total } from '../../shared/domain/figure';
import { PPM } from '../../shared/domain/money';
import type { MoneyFigureId } from '../../shared/domain/profitability-lines';
import {
  type ProfitabilityPart,
  splitProfitability,
  sumOfShown,
} from '../../shared/domain/profitability-parts';
import { profitabilityRatios } from '../../shared/domain/profitability-ratios';
import { requireClient } from './clients.service';
import { type PeriodFigures, periodFigures } from './figures.service';
import { monthSumOf } from './portfolio.service';
import { profitLineOf, ratioOfFigures, sumFigures, sumMonths } from './profit-line';
import { quantityFigure } from './receivables-facts';

const MONTHS_SHOWN = 6;

type ProjectLine = ClientProfitability['projects'][number];

function secondsOfPart(part: ProfitabilityPart): number {
  return part.deliveryCost.reduce((sum, line) => sum + Number(line.params['seconds'] ?? 0), 0);
}

/** Splits the figures of the accounting periods by what was sold. Media and production have no hours of their own. */
function projectsOf(figures: readonly PeriodFigures[]): ProjectLine[] {
  return splitProfitability(figures).map((part) => {
    const agi = quantityFigure(sumOfShown(part.agi), 1);
    const cost = sumOfShown(part.deliveryCost);
    const deliveryMargin = quantityFigure(minus(sumOfShown(part.agi), cost), 1);
    return {
      id: part.id,
      name: part.label,
      kind: part.kind,
      recognised: quantityFigure(sumOfShown(part.recognised), 1),
      agi,
      seconds: secondsOfPart(part),
      deliveryCost: quantityFigure(cost, 1),
      deliveryMargin,
      deliveryMarginPpm: ratioOfFigures(deliveryMargin, agi),
    };
  });
}

/** A client's P&L of a period: its months, what was sold, and the value of the hours. */
export function showClientProfitability(
  read: ReadDb,
  clientId: string,
  period: Period,
): ClientProfitability {
  const client = requireClient(read, clientId);
  const last = monthOf(period.to);
  const first = [addMonths(last, 1 - MONTHS_SHOWN), monthOf(period.from)].sort()[0] ?? last;
  const kept = new Map(
    readClientMonths(read, clientId, first, last).map((row) => [row.month, monthSumOf(row)]),
  );
  const sumOf = (months: readonly string[]) =>
    sumMonths(
      months.flatMap((month) => {
        const row = kept.get(month);
        return row === undefined ? [] : [row];
      }),
    );
  const shown = Array.from({ length: MONTHS_SHOWN }, (_, index) =>
    addMonths(last, index + 1 - MONTHS_SHOWN),
  );
  const whole = sumOf(monthsOf(period));
  const figures = periodFigures(read, clientId, period);
  const summed = (id: MoneyFigureId) =>
    total(figures.map((each) => each.profitability.money[id].exact));
  const ratios = profitabilityRatios(summed, whole.clientSeconds);
  return {
    clientId,
    currency: client.currency,
    period,
    total: profitLineOf(whole),
    months: shown.map((month) => ({ month, line: profitLineOf(sumOf([month])) })),
    monthsTotal: profitLineOf(sumOf(shown)),
    projects: projectsOf(figures),
    averageBillableRate: quantityFigure(ratios.averageBillableRate, 1),
    clientSeconds: whole.clientSeconds,
    writeOff: sumFigures(
      figures.map((each) => quantityFigure(each.profitability.money['write-off'].exact, 1)),
    ),
    realizationPpm: quantityFigure(ratios.realization, PPM),
  };
}
