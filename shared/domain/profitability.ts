import { type Figure, minus, negative, type Quantity, quantity, times, toMinor } from './figure';
import type { ProfitabilityInput, TimeInput } from './profitability-input';
import {
  directCostLines,
  documentLines,
  type FigureLine,
  figureLine,
  type MoneyFigureId,
  overheadLine,
  sumOfLines,
  timeLines,
  withRoundingLine,
  withSharedRounding,
} from './profitability-lines';
import { type ProfitabilityRatios, profitabilityRatios } from './profitability-ratios';
import { hours, isBillableKind, isClientKind, secondsOf, valueOfTime } from './time-cost';

/** One amount of the profit and loss, and the lines that add up to it. */
export interface MoneyFigure {
  readonly id: MoneyFigureId;
  /** Before rounding; what other figures are computed from. */
  readonly exact: Quantity;
  /** Minor units: rounded once, here. */
  readonly amount: Figure<number | null>;
  /** Where the amount is a number, `minor` of the lines adds up to it exactly. */
  readonly lines: readonly FigureLine[];
}

export interface ClientSeconds {
  /** Retainer, project and rework: the hours the client costs. */
  readonly client: number;
  readonly retainer: number;
  readonly project: number;
  readonly rework: number;
}

export interface Profitability {
  readonly currency: string;
  readonly money: Readonly<Record<MoneyFigureId, MoneyFigure>>;
  readonly seconds: ClientSeconds;
  readonly ratios: ProfitabilityRatios;
}

/** The client's time at cost in its own currency. Rate objects stay shared, so equal rates add up once. */
function clientTime(input: ProfitabilityInput): TimeInput[] {
  const converted = new Map<Quantity, Quantity>();
  const inClientCurrency = (rate: Quantity): Quantity => {
    const found = converted.get(rate) ?? times(rate, input.costConversion);
    converted.set(rate, found);
    return found;
  };
  return input.time
    .filter((row) => isClientKind(row.kind))
    .map((row) => ({ ...row, costRate: inClientCurrency(row.costRate) }));
}

function secondsByKind(time: readonly TimeInput[]): ClientSeconds {
  const of = (kind: TimeInput['kind']): number =>
    secondsOf(time.filter((row) => row.kind === kind));
  return {
    client: secondsOf(time),
    retainer: of('retainer'),
    project: of('project'),
    rework: of('rework'),
  };
}

function fromDocumentLines(id: MoneyFigureId, lines: readonly FigureLine[]): MoneyFigure {
  const exact = sumOfLines(lines);
  return { id, exact, amount: toMinor(exact), lines };
}

function fromTime(
  id: MoneyFigureId,
  time: readonly TimeInput[],
  rateOf: (row: TimeInput) => Quantity,
): MoneyFigure {
  const exact = valueOfTime(time.map((row) => ({ seconds: row.seconds, rate: rateOf(row) })));
  const amount = toMinor(exact);
  return { id, exact, amount, lines: withSharedRounding(timeLines(time, rateOf), amount) };
}

function difference(id: MoneyFigureId, from: MoneyFigure, less: MoneyFigure): MoneyFigure {
  const exact = minus(from.exact, less.exact);
  const amount = toMinor(exact);
  const lines = [figureLine(from.id, from.exact), figureLine(less.id, negative(less.exact))];
  return { id, exact, amount, lines: withRoundingLine(lines, amount) };
}

/**
 * Profitability of one client in one period, in the client's currency (METRICS.md, Definitions).
 * Document lines are rounded one by one. The cost of time stays exact through every figure built on
 * it and each figure is rounded once, so a rounding line appears where rounded lines would miss it.
 */
export function computeProfitability(input: ProfitabilityInput): Profitability {
  const time = clientTime(input);
  const seconds = secondsByKind(time);
  const of = documentLines(input);

  const projectFee = fromDocumentLines('project-fee', of.projects);
  const direct = directCostLines(input, projectFee.exact);
  const fees = fromDocumentLines('fees', [...of.retainers, ...of.projects]);
  const agi = fromDocumentLines('agi', [
    ...of.retainers,
    ...of.projects,
    ...of.commission,
    ...of.productionMarkups,
    ...of.rebates,
  ]);
  const deliveryCost = fromTime('delivery-cost', time, (row) => row.costRate);
  const deliveryMargin = difference('delivery-margin', agi, deliveryCost);
  const directCosts = fromDocumentLines('direct-costs', [...direct.bonus, ...direct.other]);
  const contribution = difference('contribution', deliveryMargin, directCosts);

  const overheadExact =
    seconds.client === 0 && !input.overheadPerHour.known
      ? quantity(0)
      : times(times(input.overheadPerHour, input.costConversion), hours(seconds.client));
  const overhead: MoneyFigure = {
    id: 'overhead',
    exact: overheadExact,
    amount: toMinor(overheadExact),
    lines: [overheadLine(seconds.client, overheadExact)],
  };
  const standardValue = fromTime(
    'standard-value',
    time.filter((row) => isBillableKind(row.kind)),
    (row) => row.billRate,
  );

  const money: Record<MoneyFigureId, MoneyFigure> = {
    'retainer-fee': fromDocumentLines('retainer-fee', of.retainers),
    'project-fee': projectFee,
    fees,
    'project-invoiced': fromDocumentLines('project-invoiced', of.projectsInvoiced),
    media: fromDocumentLines('media', of.media),
    commission: fromDocumentLines('commission', of.commission),
    rebate: fromDocumentLines('rebate', of.rebates),
    'production-cost': fromDocumentLines('production-cost', of.productionCosts),
    'production-markup': fromDocumentLines('production-markup', of.productionMarkups),
    'production-billed': fromDocumentLines('production-billed', of.productionBilled),
    'gross-billings': fromDocumentLines('gross-billings', [
      ...of.retainers,
      ...of.projectsInvoiced,
      ...of.media,
      ...of.commission,
      ...of.productionBilled,
    ]),
    'wip-change': fromDocumentLines('wip-change', of.wipChanges),
    wip: fromDocumentLines('wip', of.wip),
    recognised: fromDocumentLines('recognised', [
      ...of.retainers,
      ...of.projects,
      ...of.media,
      ...of.commission,
      ...of.productionBilled,
      ...of.rebates,
    ]),
    'pass-through': fromDocumentLines('pass-through', [...of.media, ...of.productionCosts]),
    agi,
    'delivery-cost': deliveryCost,
    'delivery-margin': deliveryMargin,
    'upsell-bonus': fromDocumentLines('upsell-bonus', direct.bonus),
    'direct-costs': directCosts,
    contribution,
    overhead,
    'net-profit': difference('net-profit', contribution, overhead),
    'standard-value': standardValue,
    'write-off': difference('write-off', standardValue, fees),
  };
  return {
    currency: input.currency,
    money,
    seconds,
    ratios: profitabilityRatios((id) => money[id].exact, seconds.client),
  };
}
