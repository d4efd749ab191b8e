import { type CommissionTerms, commissionMinor } from './commission';
import {
  exactOf,
  type Figure,
  mapFigure,
  minus,
  over,
  type Quantity,
  quantity,
  times,
  toMinor,
  total,
} from './figure';
import { type Fraction, fraction, multiplyFractions } from './fraction';
import { addMinor, applyRatePpm, PPM, ppmFraction, roundToMinor } from './money';
import { SECONDS_PER_HOUR, valueOfTime } from './time-cost';
import { computeDocumentVat, type VatRate } from './vat';

export const ESTIMATE_KINDS = ['work', 'service', 'production', 'media', 'commission'] as const;
export type EstimateKind = (typeof ESTIMATE_KINDS)[number];

/** One line of an estimate, amounts in minor units of the estimate's currency, without VAT. */
export interface EstimateLine {
  readonly id: string;
  readonly groupName: string;
  readonly kind: EstimateKind;
  /** Hours for work, units otherwise; exact, not below zero. */
  readonly quantity: Fraction;
  /** Price of one unit; of media, what the platform takes. Unused for production and commission. */
  readonly unitPriceMinor: number;
  /** What a vendor takes for one unit of production. */
  readonly unitCostMinor: number;
  readonly markupPpm: number;
  /** Of a commission line: taken on all media that counts. */
  readonly commission: CommissionTerms | null;
  /** Hours besides the quantity, which a service, a production or a placement takes. */
  readonly extraSeconds: number;
  /** Loaded cost of an hour of whoever does it, exact; unknown where a pay rate is missing. */
  readonly hourCost: Quantity;
  /** False for an option, or a line of a package, that the client has not chosen. */
  readonly counts: boolean;
  /** The package it belongs to; empty for what every package has. */
  readonly package: string;
}

export interface EstimateTerms {
  /** Of hours of work: services have fixed prices, and what is bought for the client costs what it costs. */
  readonly discountPpm: number;
  readonly vatPpm: VatRate;
}

/** What a line, a group or the whole estimate comes to; minor units, without VAT. */
export interface EstimateAmounts {
  readonly amountMinor: number;
  /** Media and production bought for the client. */
  readonly passThroughMinor: number;
  /** Amount − pass-through. */
  readonly agiMinor: number;
  readonly seconds: number;
  /** Hours at loaded cost, rounded once a line. */
  readonly costMinor: Figure<number | null>;
  /** (AGI − cost) / AGI, a share; null without AGI. */
  readonly margin: Quantity;
}

export interface EstimateGroup extends EstimateAmounts {
  readonly name: string;
  readonly lineIds: readonly string[];
}

/** The whole as it would be with one of its packages, and the options as they are chosen. */
export interface EstimatePackage {
  readonly name: string;
  readonly isChosen: boolean;
  /** Of every line as this package has it: a commission depends on the media it is taken on. */
  readonly lines: ReadonlyMap<string, EstimateAmounts>;
  readonly discountMinor: number;
  readonly total: EstimateAmounts;
  readonly vatMinor: number;
  readonly grossMinor: number;
}

export interface Estimate {
  readonly lines: ReadonlyMap<string, EstimateAmounts>;
  readonly groups: readonly EstimateGroup[];
  /** What the discount is taken from. */
  readonly discountableMinor: number;
  /** Not below zero; one rounded line. */
  readonly discountMinor: number;
  /** After the discount. */
  readonly total: EstimateAmounts;
  readonly vatMinor: number;
  readonly grossMinor: number;
  /** Margin if no discount were given. */
  readonly marginBeforeDiscount: Quantity;
  /** In the order their first lines stand. */
  readonly packages: readonly EstimatePackage[];
  /** By option that is not counted: the whole's amount of it and margin if it were. */
  readonly withOption: ReadonlyMap<string, { amountMinor: number; margin: Quantity }>;
}

function marginOf(agi: Quantity, cost: Quantity): Quantity {
  return over(minus(agi, cost), agi);
}

function amounts(
  amountMinor: number,
  passThroughMinor: number,
  seconds: number,
  costMinor: Figure<number | null>,
): EstimateAmounts {
  const agiMinor = addMinor(amountMinor, -passThroughMinor);
  return {
    amountMinor,
    passThroughMinor,
    agiMinor,
    seconds,
    costMinor,
    margin: marginOf(quantity(agiMinor), asQuantity(costMinor)),
  };
}

function asQuantity(figure: Figure<number | null>): Quantity {
  return mapFigure(figure, (value) => (value === null ? null : fraction(value)));
}

/** Seconds a line takes: hours of work are its quantity, rounded to the second. */
export function secondsOfLine(
  line: Pick<EstimateLine, 'kind' | 'quantity' | 'extraSeconds'>,
): number {
  if (line.kind !== 'work') return line.extraSeconds;
  return roundToMinor(multiplyFractions(line.quantity, fraction(SECONDS_PER_HOUR)));
}

/** Price and pass-through of every line but a commission, each rounded once, half away from zero. */
function ownAmount(line: EstimateLine): { amount: number; passThrough: number } {
  const at = (minor: number): number =>
    roundToMinor(multiplyFractions(line.quantity, fraction(minor)));
  if (line.kind === 'production') {
    const cost = multiplyFractions(line.quantity, fraction(line.unitCostMinor));
    const priced = multiplyFractions(cost, ppmFraction(PPM + line.markupPpm));
    return { amount: roundToMinor(priced), passThrough: roundToMinor(cost) };
  }
  const amount = at(line.unitPriceMinor);
  return { amount, passThrough: line.kind === 'media' ? amount : 0 };
}

function lineAmounts(line: EstimateLine, mediaMinor: number): EstimateAmounts {
  const seconds = secondsOfLine(line);
  const cost = toMinor(valueOfTime([{ seconds, rate: line.hourCost }]));
  if (line.kind === 'commission') {
    const fee = line.commission === null ? 0 : commissionMinor(mediaMinor, line.commission);
    return amounts(fee, 0, seconds, cost);
  }
  const { amount, passThrough } = ownAmount(line);
  return amounts(amount, passThrough, seconds, cost);
}

function sum(parts: readonly EstimateAmounts[]): EstimateAmounts {
  return amounts(
    addMinor(...parts.map((part) => part.amountMinor)),
    addMinor(...parts.map((part) => part.passThroughMinor)),
    parts.reduce((seconds, part) => seconds + part.seconds, 0),
    toMinor(total(parts.map((part) => asQuantity(part.costMinor)))),
  );
}

function afterDiscount(before: EstimateAmounts, discountMinor: number): EstimateAmounts {
  return amounts(
    before.amountMinor - discountMinor,
    before.passThroughMinor,
    before.seconds,
    before.costMinor,
  );
}

type Whole = Pick<Estimate, 'discountableMinor' | 'discountMinor' | 'total'> & {
  lines: Map<string, EstimateAmounts>;
  before: EstimateAmounts;
};

function reckonWhole(
  lines: readonly EstimateLine[],
  counts: (line: EstimateLine) => boolean,
  discountPpm: number,
): Whole {
  const counted = lines.filter(counts);
  const mediaMinor = addMinor(
    ...counted.filter((line) => line.kind === 'media').map((line) => ownAmount(line).amount),
  );
  const byId = new Map(lines.map((line) => [line.id, lineAmounts(line, mediaMinor)]));
  const amountsOf = (some: readonly EstimateLine[]): EstimateAmounts[] =>
    some.flatMap((line) => byId.get(line.id) ?? []);
  const work = counted.filter((line) => line.kind === 'work');
  const discountableMinor = sum(amountsOf(work)).amountMinor;
  const discountMinor = applyRatePpm(discountableMinor, discountPpm);
  const before = sum(amountsOf(counted));
  const whole = afterDiscount(before, discountMinor);
  return { lines: byId, before, discountableMinor, discountMinor, total: whole };
}

/**
 * Reckons an estimate: each line rounded once, totals of rounded lines, the discount one line on
 * the hours of work, VAT on the net total (METRICS.md, Money and Definitions). Options that
 * are not counted are reckoned, and left out of every total. Throws `money-out-of-range`,
 * `commission-inside-too-high`.
 */
export function reckonEstimate(lines: readonly EstimateLine[], terms: EstimateTerms): Estimate {
  const whole = reckonWhole(lines, (line) => line.counts, terms.discountPpm);
  const names = [...new Set(lines.map((line) => line.groupName))];
  const groups = names.map((name): EstimateGroup => {
    const members = lines.filter((line) => line.groupName === name);
    const counted = members.filter((line) => line.counts);
    return {
      name,
      lineIds: members.map((line) => line.id),
      ...sum(counted.flatMap((line) => whole.lines.get(line.id) ?? [])),
    };
  });
  const vat = computeDocumentVat([{ netMinor: whole.total.amountMinor, vatPpm: terms.vatPpm }]);
  const withOption = new Map(
    lines
      .filter((line) => !line.counts && line.package === '')
      .map((option) => {
        const chosen = reckonWhole(
          lines,
          (line) => line.counts || line.id === option.id,
          terms.discountPpm,
        );
        const amountMinor = chosen.total.amountMinor - whole.total.amountMinor;
        return [option.id, { amountMinor, margin: chosen.total.margin }] as const;
      }),
  );
  return {
    lines: whole.lines,
    groups,
    discountableMinor: whole.discountableMinor,
    discountMinor: whole.discountMinor,
    total: whole.total,
    vatMinor: vat.total.vatMinor,
    grossMinor: vat.total.grossMinor,
    marginBeforeDiscount: whole.before.margin,
    packages: reckonPackages(lines, terms),
    withOption,
  };
}

function reckonPackages(lines: readonly EstimateLine[], terms: EstimateTerms): EstimatePackage[] {
  return packageNames(lines).map((name) => {
    const whole = reckonWhole(
      lines,
      (line) => (line.package === '' ? line.counts : line.package === name),
      terms.discountPpm,
    );
    const vat = computeDocumentVat([{ netMinor: whole.total.amountMinor, vatPpm: terms.vatPpm }]);
    return {
      name,
      isChosen: lines.some((line) => line.package === name && line.counts),
      lines: whole.lines,
      discountMinor: whole.discountMinor,
      total: whole.total,
      vatMinor: vat.total.vatMinor,
      grossMinor: vat.total.grossMinor,
    };
  });
}

/** Names of the packages in the order their first lines stand. */
export function packageNames(lines: readonly { readonly package: string }[]): string[] {
  return [...new Set(lines.map((line) => line.package))].filter((name) => name !== '');
}

/**
 * The package that is taken: the preferred one where it has lines, else the one already taken, else the
 * first; empty where there are no packages. With packages exactly one is always taken.
 */
export function packageTaken(
  lines: readonly { readonly package: string; readonly chosen: boolean }[],
  preferred: string | null,
): string {
  const names = packageNames(lines);
  if (preferred !== null && names.includes(preferred)) return preferred;
  return lines.find((line) => line.package !== '' && line.chosen)?.package ?? names[0] ?? '';
}

/** The average of several people's hourly costs, each counting once; unknown for nobody to ask. */
export function averageHourCost(costs: readonly Quantity[], nobody: Quantity): Quantity {
  if (costs.length === 0) return nobody;
  return over(total(costs), quantity(costs.length));
}

/** The highest discount, in ppm, at which the margin still reaches the target; null where none does. */
export function discountAtTarget(estimate: Estimate, targetPpm: number): number | null {
  const agi = addMinor(estimate.total.agiMinor, estimate.discountMinor);
  const cost = exactOf(asQuantity(estimate.total.costMinor));
  if (cost === null || estimate.discountableMinor === 0 || targetPpm >= PPM) return null;
  // (AGI − d − cost) / (AGI − d) = target, solved for d.
  const needed = exactOf(over(quantity(cost), quantity(ppmFraction(PPM - targetPpm))));
  if (needed === null) return null;
  const spare = minus(quantity(agi), quantity(needed));
  const share = exactOf(times(over(spare, quantity(estimate.discountableMinor)), quantity(PPM)));
  if (share === null || share.n < 0n) return null;
  return Math.min(PPM, Number(share.n / share.d));
}

/** What a discount takes from the margin, as a difference of shares. */
export function marginCostOfDiscount(estimate: Estimate): Quantity {
  return minus(estimate.marginBeforeDiscount, estimate.total.margin);
}
