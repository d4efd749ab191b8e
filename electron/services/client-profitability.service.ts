import { readClientMonths } from '../../db/queries/client-months.query';
import type { ReadDb } from '../../db/read-db';
import type { ClientProfitability } from '../../shared/contract/clients.contract';
import type { FigureDto, Period } from '../../shared/contract/primitives';
import { addMonths, monthOf, monthsOf } from '../../shared/domain/dates';
import { type Quantity, total } from '../../shared/domain/figure';
import { PPM } from '../../shared/domain/money';
import { profitabilityRatios } from '../../shared/domain/profitability-ratios';
import type { FigureLine, MoneyFigureId } from '../../shared/domain/profitability-lines';
import { valueOfTime } from '../../shared/domain/time-cost';
import { requireClient } from './clients.service';
import { type PeriodFigures, periodFigures } from './figures.service';
import { monthSumOf } from './portfolio.service';
import { figureOf, profitLineOf, ratioOfFigures, sumFigures, sumMonths } from './profit-line';
import { quantityFigure } from './receivables-facts';

const MONTHS_SHOWN = 6;

type ProjectLine = ClientProfitability['projects'][number];

/** What a project of the period is made of, before its margin is struck. */
type ProjectParts = { name: string; kind: ProjectLine['kind']; recognised: Quantity[]; agi: Quantity[]; seconds: number; cost: Quantity[] };

function partsOf(parts: Map<string, ProjectParts>, id: string, name: string, kind: ProjectLine['kind']): ProjectParts {
  const found = parts.get(id) ?? { name, kind, recognised: [], agi: [], seconds: 0, cost: [] };
  parts.set(id, found);
  return found;
}

function addLines(parts: Map<string, ProjectParts>, lines: readonly FigureLine[], field: 'recognised' | 'agi'): void {
  for (const line of lines) {
    const label = String(line.params['label'] ?? '');
    const id = line.source.ids[0] ?? '';
    if (line.kind === 'retainer-fee') partsOf(parts, id, label, 'retainer')[field].push(line.exact);
    else if (line.kind === 'project-fee') partsOf(parts, id, label, 'fixed-fee')[field].push(line.exact);
    else if (line.kind === 'media' || line.kind === 'commission' || line.kind === 'rebate') {
      partsOf(parts, 'media', '', 'media')[field].push(line.exact);
    } else partsOf(parts, 'other', '', 'other')[field].push(line.exact);
  }
}

/** Splits the figures of the accounting periods by what was sold. Media and production have no hours of their own. */
function projectsOf(figures: readonly PeriodFigures[]): ProjectLine[] {
  const parts = new Map<string, ProjectParts>();
  for (const { input, profitability } of figures) {
    addLines(parts, profitability.money.recognised.lines, 'recognised');
    addLines(parts, profitability.money.agi.lines, 'agi');
    const names = new Map([...input.retainers, ...input.projects].map((each) => [each.id, each.label]));
    for (const time of input.time) {
      if (time.kind === 'internal') continue;
      const id = time.projectId ?? 'other';
      const isRetainer = input.retainers.some((each) => each.id === id);
      const kind = time.projectId === null ? 'other' : isRetainer ? 'retainer' : 'fixed-fee';
      const part = partsOf(parts, id, names.get(id) ?? '', kind);
      part.seconds += time.seconds;
      part.cost.push(valueOfTime([{ seconds: time.seconds, rate: time.costRate }]));
    }
  }
  return [...parts].map(([id, part]) => {
    const agi = quantityFigure(total(part.agi), 1);
    const deliveryCost = quantityFigure(total(part.cost), 1);
    const deliveryMargin: FigureDto =
      agi.value === null || deliveryCost.value === null
        ? { value: null, missing: [...agi.missing, ...deliveryCost.missing] }
        : figureOf(agi.value - deliveryCost.value);
    return {
      id,
      name: part.name,
      kind: part.kind,
      recognised: quantityFigure(total(part.recognised), 1),
      agi,
      seconds: part.seconds,
      deliveryCost,
      deliveryMargin,
      deliveryMarginPpm: ratioOfFigures(deliveryMargin, agi),
    };
  });
}

/** A client's P&L of a period: its months, what was sold, and the value of the hours. */
export function showClientProfitability(read: ReadDb, clientId: string, period: Period): ClientProfitability {
  const client = requireClient(read, clientId);
  const last = monthOf(period.to);
  const first = [addMonths(last, 1 - MONTHS_SHOWN), monthOf(period.from)].sort()[0] ?? last;
  const kept = new Map(readClientMonths(read, clientId, first, last).map((row) => [row.month, monthSumOf(row)]));
  const sumOf = (months: readonly string[]) =>
    sumMonths(months.flatMap((month) => {
      const row = kept.get(month);
      return row === undefined ? [] : [row];
    }));
  const shown = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(last, index + 1 - MONTHS_SHOWN));
  const whole = sumOf(monthsOf(period));
  const figures = periodFigures(read, clientId, period);
  const summed = (id: MoneyFigureId) => total(figures.map((each) => each.profitability.money[id].exact));
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
    writeOff: sumFigures(figures.map((each) => quantityFigure(each.profitability.money['write-off'].exact, 1))),
    realizationPpm: quantityFigure(ratios.realization, PPM),
  };
}
