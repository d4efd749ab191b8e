import type { ProfitLine } from '../../shared/contract/clients.contract';
import type { FigureDto, Missing } from '../../shared/contract/primitives';
import { fraction, roundHalfAwayFromZero } from '../../shared/domain/fraction';
import { addMinor, PPM } from '../../shared/domain/money';

/**
 * Figures of one client and a span of calendar months, client's currency, minor units and seconds. Each
 * is rounded once from exact inputs, so a margin may differ from its rounded parts by a minor unit.
 */
export type MonthSum = {
  grossBillingsMinor: number;
  wipChangeMinor: number;
  rebateMinor: number;
  recognisedMinor: number;
  passThroughMinor: number;
  agiMinor: number;
  /** Null where a rate is missing. */
  deliveryCostMinor: number | null;
  deliveryMarginMinor: number | null;
  directCostsMinor: number;
  contributionMinor: number | null;
  overheadMinor: number | null;
  netProfitMinor: number | null;
  clientSeconds: number;
  retainerUsedSeconds: number;
  retainerAvailableSeconds: number;
  missing: readonly Missing[];
};

export const NO_ACTIVITY: MonthSum = {
  grossBillingsMinor: 0,
  wipChangeMinor: 0,
  rebateMinor: 0,
  recognisedMinor: 0,
  passThroughMinor: 0,
  agiMinor: 0,
  deliveryCostMinor: 0,
  deliveryMarginMinor: 0,
  directCostsMinor: 0,
  contributionMinor: 0,
  overheadMinor: 0,
  netProfitMinor: 0,
  clientSeconds: 0,
  retainerUsedSeconds: 0,
  retainerAvailableSeconds: 0,
  missing: [],
};

function addKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : addMinor(a, b);
}

function unionMissing(a: readonly Missing[], b: readonly Missing[]): readonly Missing[] {
  if (b.length === 0) return a;
  const seen = new Set(a.map((item) => JSON.stringify(item)));
  return [...a, ...b.filter((item) => !seen.has(JSON.stringify(item)))];
}

/** The sum of two spans. Unknown as soon as one part is. */
export function addMonths(a: MonthSum, b: MonthSum): MonthSum {
  return {
    grossBillingsMinor: addMinor(a.grossBillingsMinor, b.grossBillingsMinor),
    wipChangeMinor: addMinor(a.wipChangeMinor, b.wipChangeMinor),
    rebateMinor: addMinor(a.rebateMinor, b.rebateMinor),
    recognisedMinor: addMinor(a.recognisedMinor, b.recognisedMinor),
    passThroughMinor: addMinor(a.passThroughMinor, b.passThroughMinor),
    agiMinor: addMinor(a.agiMinor, b.agiMinor),
    deliveryCostMinor: addKnown(a.deliveryCostMinor, b.deliveryCostMinor),
    deliveryMarginMinor: addKnown(a.deliveryMarginMinor, b.deliveryMarginMinor),
    directCostsMinor: addMinor(a.directCostsMinor, b.directCostsMinor),
    contributionMinor: addKnown(a.contributionMinor, b.contributionMinor),
    overheadMinor: addKnown(a.overheadMinor, b.overheadMinor),
    netProfitMinor: addKnown(a.netProfitMinor, b.netProfitMinor),
    clientSeconds: a.clientSeconds + b.clientSeconds,
    retainerUsedSeconds: a.retainerUsedSeconds + b.retainerUsedSeconds,
    retainerAvailableSeconds: a.retainerAvailableSeconds + b.retainerAvailableSeconds,
    missing: unionMissing(a.missing, b.missing),
  };
}

/** The sum of any number of spans. */
export function sumMonths(parts: Iterable<MonthSum>): MonthSum {
  let sum = NO_ACTIVITY;
  for (const part of parts) sum = addMonths(sum, part);
  return sum;
}

/** a ÷ b in ppm, half away from zero; null where b is zero. */
export function ratioPpm(a: number, b: number): number | null {
  if (b === 0) return null;
  return Number(roundHalfAwayFromZero(fraction(BigInt(a) * BigInt(PPM), BigInt(b))));
}

/** A figure that is there. */
export function figureOf(value: number | null): FigureDto {
  return { value, missing: [] };
}

/** A figure that lacks inputs. */
export function unknownFigure(missing: readonly Missing[]): FigureDto {
  return { value: null, missing: [...missing] };
}

function derived(value: number | null, missing: readonly Missing[]): FigureDto {
  return value === null ? unknownFigure(missing) : figureOf(value);
}

/** Every line of the P&L of a span, from billings to net profit. */
export function profitLineOf(sum: MonthSum): ProfitLine {
  const missingOf = (codes: readonly string[]) =>
    sum.missing.filter((item) => codes.includes(item.code));
  const costMissing = missingOf(['pay-rate', 'payroll-tax', 'accounting-rate', 'pay-hours']);
  const delivery = sum.deliveryCostMinor;
  const deliveryMissing = costMissing.length > 0 ? costMissing : sum.missing;
  const margin = sum.deliveryMarginMinor;
  const contribution = sum.contributionMinor;
  const net = sum.netProfitMinor;
  const share = (value: number | null, missing: readonly Missing[]): FigureDto =>
    value === null ? unknownFigure(missing) : figureOf(ratioPpm(value, sum.agiMinor));
  return {
    grossBillings: figureOf(sum.grossBillingsMinor),
    wipChange: figureOf(sum.wipChangeMinor),
    rebate: figureOf(sum.rebateMinor),
    recognised: figureOf(sum.recognisedMinor),
    passThrough: figureOf(sum.passThroughMinor),
    agi: figureOf(sum.agiMinor),
    deliveryCost: derived(delivery, deliveryMissing),
    deliveryMargin: derived(margin, deliveryMissing),
    deliveryMarginPpm: share(margin, deliveryMissing),
    directCosts: figureOf(sum.directCostsMinor),
    contribution: derived(contribution, deliveryMissing),
    contributionPpm: share(contribution, deliveryMissing),
    overhead: derived(sum.overheadMinor, sum.missing),
    netProfit: derived(net, sum.missing),
    netMarginPpm: share(net, sum.missing),
  };
}

const MONEY_LINES = [
  'grossBillings',
  'wipChange',
  'rebate',
  'recognised',
  'passThrough',
  'agi',
  'deliveryCost',
  'deliveryMargin',
  'directCosts',
  'contribution',
  'overhead',
  'netProfit',
] as const;

/**
 * The lines in another currency: each rounded figure is converted by itself (METRICS.md, Money),
 * shares stay. Without a rate every amount is unknown.
 */
export function convertLine(
  line: ProfitLine,
  convert: (figure: FigureDto) => FigureDto,
): ProfitLine {
  const converted = { ...line };
  for (const key of MONEY_LINES) converted[key] = convert(line[key]);
  return converted;
}

/** Sum of figures; unknown as soon as one part is, naming everything that is missing. */
export function sumFigures(figures: readonly FigureDto[]): FigureDto {
  const missing = figures.reduce<readonly Missing[]>(
    (all, figure) => unionMissing(all, figure.missing),
    [],
  );
  if (missing.length > 0) return unknownFigure(missing);
  return figureOf(addMinor(...figures.map((figure) => figure.value ?? 0)));
}

/** Quotient of two figures in ppm: unknown where a part is, null where the denominator is zero. */
export function ratioOfFigures(numerator: FigureDto, denominator: FigureDto): FigureDto {
  const missing = unionMissing(numerator.missing, denominator.missing);
  if (missing.length > 0) return unknownFigure(missing);
  if (numerator.value === null || denominator.value === null) return figureOf(null);
  return figureOf(ratioPpm(numerator.value, denominator.value));
}
