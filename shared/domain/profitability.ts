import {
  exactOf,
  type Figure,
  minus,
  NOTHING,
  negative,
  type Quantity,
  times,
  toMinor,
} from './figure';
import { compareFractions, ONE } from './fraction';
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

/**
 * One amount of the profit and loss, and the lines that add up to it. Worked out when first asked for:
 * most readings want a few amounts of many months and no lines.
 */
export class MoneyFigure {
  readonly id: MoneyFigureId;
  readonly #compute: () => Quantity;
  readonly #open: (amount: Figure<number | null>) => readonly FigureLine[];
  #exact: Quantity | undefined;
  #amount: Figure<number | null> | undefined;
  #lines: readonly FigureLine[] | undefined;

  constructor(
    id: MoneyFigureId,
    compute: () => Quantity,
    open: (amount: Figure<number | null>) => readonly FigureLine[],
  ) {
    this.id = id;
    this.#compute = compute;
    this.#open = open;
  }

  /** Before rounding; what other figures are computed from. */
  get exact(): Quantity {
    this.#exact ??= this.#compute();
    return this.#exact;
  }

  /** Minor units: rounded once, here. */
  get amount(): Figure<number | null> {
    this.#amount ??= toMinor(this.exact);
    return this.#amount;
  }

  /** Where the amount is a number, `minor` of the lines adds up to it exactly. */
  get lines(): readonly FigureLine[] {
    this.#lines ??= this.#open(this.amount);
    return this.#lines;
  }
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
function clientTime(input: ProfitabilityInput): readonly TimeInput[] {
  const time = input.time.filter((row) => isClientKind(row.kind));
  const conversion = exactOf(input.costConversion);
  if (conversion !== null && compareFractions(conversion, ONE) === 0) return time;
  const converted = new Map<Quantity, Quantity>();
  const inClientCurrency = (rate: Quantity): Quantity => {
    const found = converted.get(rate) ?? times(rate, input.costConversion);
    converted.set(rate, found);
    return found;
  };
  return time.map((row) => ({ ...row, costRate: inClientCurrency(row.costRate) }));
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

function fromDocumentLines(id: MoneyFigureId, ...groups: (readonly FigureLine[])[]): MoneyFigure {
  return new MoneyFigure(
    id,
    () => sumOfLines(groups.flat()),
    () => groups.flat(),
  );
}

function fromTime(
  id: MoneyFigureId,
  time: readonly TimeInput[],
  rateOf: (row: TimeInput) => Quantity,
): MoneyFigure {
  return new MoneyFigure(
    id,
    () => valueOfTime(time.map((row) => ({ seconds: row.seconds, rate: rateOf(row) }))),
    (amount) => withSharedRounding(timeLines(time, rateOf), amount),
  );
}

function difference(id: MoneyFigureId, from: MoneyFigure, less: MoneyFigure): MoneyFigure {
  return new MoneyFigure(
    id,
    () => minus(from.exact, less.exact),
    (amount) =>
      withRoundingLine(
        [figureLine(from.id, from.exact), figureLine(less.id, negative(less.exact))],
        amount,
      ),
  );
}

function overheadFigure(input: ProfitabilityInput, clientSeconds: number): MoneyFigure {
  const compute = (): Quantity =>
    clientSeconds === 0 && !input.overheadPerHour.known
      ? NOTHING
      : times(times(input.overheadPerHour, input.costConversion), hours(clientSeconds));
  const figure: MoneyFigure = new MoneyFigure('overhead', compute, () => [
    overheadLine(clientSeconds, figure.exact),
  ]);
  return figure;
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
  const fees = fromDocumentLines('fees', of.retainers, of.projects);
  const agi = fromDocumentLines(
    'agi',
    of.retainers,
    of.projects,
    of.commission,
    of.productionMarkups,
    of.rebates,
  );
  const deliveryCost = fromTime('delivery-cost', time, (row) => row.costRate);
  const deliveryMargin = difference('delivery-margin', agi, deliveryCost);
  const directCosts = fromDocumentLines('direct-costs', direct.bonus, direct.other);
  const contribution = difference('contribution', deliveryMargin, directCosts);

  const overhead = overheadFigure(input, seconds.client);
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
    'gross-billings': fromDocumentLines(
      'gross-billings',
      of.retainers,
      of.projectsInvoiced,
      of.media,
      of.commission,
      of.productionBilled,
    ),
    'wip-change': fromDocumentLines('wip-change', of.wipChanges),
    wip: fromDocumentLines('wip', of.wip),
    recognised: fromDocumentLines(
      'recognised',
      of.retainers,
      of.projects,
      of.media,
      of.commission,
      of.productionBilled,
      of.rebates,
    ),
    'pass-through': fromDocumentLines('pass-through', of.media, of.productionCosts),
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
    get ratios() {
      return profitabilityRatios((id) => money[id].exact, seconds.client);
    },
  };
}
