import { AppError } from '../contract/app-error';
import type { PlanLineInput, PlanSpread } from '../contract/media-plans.contract';
import { type Fraction, parseFraction } from './fraction';
import type { SheetLine } from './media-plan-sheet';
import type { Spread } from './media-plan-spread';

/** An exact decimal of a line. Throws `media-plan-number-wrong`. */
export function lineDecimal(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new AppError('media-plan-number-wrong', { text });
  return value;
}

/**
 * A line of the contract as it is reckoned with; the levy is not part of it. Throws `media-plan-number-wrong`.
 * @param vatPpm the line's own VAT; null: the plan's
 */
export function sheetLineOfInput(line: PlanLineInput, vatPpm: number | null): SheetLine {
  return {
    model: line.model,
    volume: lineDecimal(line.volume),
    price: lineDecimal(line.price),
    priceBasis: line.priceBasis,
    surchargesPpm: line.surchargesPpm,
    discountsPpm: line.discountsPpm,
    commission: line.commission,
    rebatePpm: line.rebatePpm,
    flight: { from: line.from, to: line.to },
    spread: exactSpread(line.spread),
    levyPpm: null,
    vatPpm,
    ...(line.currency === null ? {} : { rate: line.rate === null ? null : lineDecimal(line.rate) }),
  };
}

/** A spread is read once however often its line is reckoned: one by hand has a part for every column. */
const exactSpreads = new WeakMap<PlanSpread, Spread>();

function exactSpread(spread: PlanSpread): Spread {
  const known = exactSpreads.get(spread);
  if (known !== undefined) return known;
  const exact = readSpread(spread);
  exactSpreads.set(spread, exact);
  return exact;
}

function readSpread(spread: PlanSpread): Spread {
  switch (spread.kind) {
    case 'even':
      return spread;
    case 'weekday':
    case 'season':
      return { kind: spread.kind, weights: spread.weights.map(lineDecimal) };
    default:
      return {
        kind: 'hand',
        parts: spread.parts.map((part) => ({ ...part, weight: lineDecimal(part.weight) })),
      };
  }
}
