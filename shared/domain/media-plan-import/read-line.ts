import { addDays, daysInclusive, overlapOf, type Period } from '../dates';
import {
  compareFractions,
  divideFractions,
  type Fraction,
  formatFraction,
  fraction,
  multiplyFractions,
  ONE,
  parseFraction,
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
} from '../fraction';
import { type BuyingModel, promisedBy, solvePrice, solveVolume } from '../media-plan-line';
import { currencyExponent, MAX_MINOR, minorPerMajor, PPM } from '../money';
import { isNear, stopPlanRow } from './cells';
import { extentOf } from './extent';
import type { FlightPart, PlanImportLine } from './types';

/** Numbers of a row as the sheet has them. */
export interface RowFigures {
  readonly volume: Fraction | null;
  readonly price: Fraction | null;
  readonly budget: Fraction | null;
  readonly discountPpm: number | null;
  /** Below zero it takes off. */
  readonly surchargePpm: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly leads: number | null;
  readonly orders: number | null;
}

type Priced = Pick<
  PlanImportLine,
  'model' | 'volume' | 'price' | 'surchargesPpm' | 'discountsPpm' | 'amountMinor'
>;

interface At {
  readonly line: number;
  readonly title: string;
  readonly currency: string;
}

const THOUSAND = fraction(1000);

/**
 * Brings volume, price and amount of a row together: what is missing is solved from the others, and the
 * amount stays as stated. Throws PlanRowProblem where they contradict each other, or there is no money.
 */
export function priceLine(
  model: BuyingModel | null,
  isThousands: boolean,
  given: RowFigures,
  at: At,
): Priced {
  const rates = ratesOf(given);
  const named = model ?? 'fixed';
  const promised = promisedBy(named);
  const count = promised === null ? null : given[promised];
  const isCpm = named === 'cpm';
  const own = given.volume ?? (count === null ? null : fraction(count));
  // Impressions counted one by one, where a thousand of them have the price.
  const volume =
    own === null || !isCpm || (given.volume !== null && isThousands) || given.budget !== null
      ? given.volume === null && isCpm && own !== null
        ? divideFractions(own, THOUSAND)
        : own
      : impressionsOf(own, given, at);
  const { price, budget } = given;
  if (budget === null) {
    if (volume === null || price === null) stopPlanRow(at.line, at.title, 'money-missing');
    const amountMinor = minorOf(product(volume, price, rates), at);
    return {
      model: named,
      ...rates,
      amountMinor,
      volume: text(volume, at),
      price: text(price, at),
    };
  }
  const amountMinor = minorOf(budget, at);
  if (volume === null || volume.n === 0n)
    return withoutVolume(named, price, rates, amountMinor, at);
  if (price === null) return solvedPrice(named, volume, rates, amountMinor, at);
  return agreed(named, volume, price, rates, budget, amountMinor, at);
}

type Rates = Pick<PlanImportLine, 'surchargesPpm' | 'discountsPpm'>;

function ratesOf({ discountPpm, surchargePpm }: RowFigures): Rates {
  const cut = surchargePpm !== null && surchargePpm < 0 ? [-surchargePpm] : [];
  return {
    surchargesPpm: surchargePpm !== null && surchargePpm > 0 ? [surchargePpm] : [],
    discountsPpm: [...cut, ...(discountPpm === null || discountPpm === 0 ? [] : [discountPpm])],
  };
}

function impressionsOf(volume: Fraction, given: RowFigures, at: At): Fraction {
  if (given.volume === null) return divideFractions(volume, THOUSAND);
  if (given.impressions !== null) {
    const stated = fraction(given.impressions);
    if (compareFractions(stated, volume) === 0) return divideFractions(volume, THOUSAND);
    if (compareFractions(stated, multiplyFractions(volume, THOUSAND)) === 0) return volume;
  }
  return stopPlanRow(at.line, at.title, 'volume-unsure', { given: text(volume, at) });
}

function product(volume: Fraction, price: Fraction, rates: Rates): Fraction {
  let amount = multiplyFractions(volume, price);
  for (const ppm of rates.surchargesPpm)
    amount = multiplyFractions(amount, fraction(PPM + ppm, PPM));
  for (const ppm of rates.discountsPpm)
    amount = multiplyFractions(amount, fraction(PPM - ppm, PPM));
  return amount;
}

function withoutVolume(
  model: BuyingModel,
  price: Fraction | null,
  rates: Rates,
  amountMinor: number,
  at: At,
): Priced {
  if (price !== null && price.n > 0n && amountMinor > 0) {
    const line = { volume: ONE, price, ...rates, priceBasis: 'net' as const, terms: NET };
    const volume = solved(() => solveVolume(amountMinor, line, at.currency), at);
    return { model, ...rates, amountMinor, volume, price: text(price, at) };
  }
  // A sum without pieces or a price for one is bought as a whole.
  return { ...solvedPrice(isWhole(model) ? model : 'fixed', ONE, NO_RATES, amountMinor, at) };
}

function isWhole(model: BuyingModel): boolean {
  return model === 'fixed' || model === 'sponsorship';
}

const NO_RATES: Rates = { surchargesPpm: [], discountsPpm: [] };
const NET = { commission: { ppm: 0, basis: 'on-top' as const }, vatPpm: 0 };

function solvedPrice(
  model: BuyingModel,
  volume: Fraction,
  rates: Rates,
  amountMinor: number,
  at: At,
): Priced {
  const written = text(volume, at);
  if (amountMinor === 0) return { model, ...rates, amountMinor, volume: written, price: '0' };
  const line = { volume, price: ONE, ...rates, priceBasis: 'net' as const, terms: NET };
  const price = solved(() => solvePrice(amountMinor, line, at.currency), at);
  return { model, ...rates, amountMinor, volume: written, price };
}

/** All three are stated: they have to agree, as exactly as the price is written. */
function agreed(
  model: BuyingModel,
  volume: Fraction,
  price: Fraction,
  rates: Rates,
  budget: Fraction,
  amountMinor: number,
  at: At,
): Priced {
  const isGiven = amountMinor === 0 && price.n > 0n;
  // What costs nothing although it has a price is given away.
  const own = isGiven ? { ...rates, discountsPpm: [...rates.discountsPpm, PPM] } : rates;
  const pieces =
    model === 'cpm' || model === 'fixed' ? [volume, divideFractions(volume, THOUSAND)] : [volume];
  for (const used of pieces) {
    for (const tried of own === NO_RATES ? [own] : [own, NO_RATES]) {
      if (!isNear(product(used, price, tried), budget, toleranceOf(used, price, at.currency)))
        continue;
      const thousands = used === volume ? model : 'cpm';
      if (minorOrNull(product(used, price, tried), at.currency) === amountMinor) {
        const written = { volume: text(used, at), price: text(price, at) };
        return { model: thousands, ...tried, amountMinor, ...written };
      }
      return solvedPrice(thousands, used, tried, amountMinor, at);
    }
  }
  return stopPlanRow(at.line, at.title, 'line-differs', {
    expectedMinor: minorOf(product(volume, price, rates), at),
    foundMinor: amountMinor,
    currency: at.currency,
  });
}

/** Half of the last decimal of the price, for each piece, and the minor unit. */
function toleranceOf(volume: Fraction, price: Fraction, currency: string): Fraction {
  const decimals = Math.max(decimalsOf(price), currencyExponent(currency));
  const step = fraction(1n, 2n * 10n ** BigInt(decimals));
  const minor = fraction(1, minorPerMajor(currency));
  return sumFractions([multiplyFractions(volume, step), minor]);
}

function decimalsOf(value: Fraction): number {
  for (let decimals = 0; decimals < 12; decimals += 1) {
    if ((value.n * 10n ** BigInt(decimals)) % value.d === 0n) return decimals;
  }
  return 12;
}

function minorOrNull(value: Fraction, currency: string): number | null {
  const minor = roundHalfAwayFromZero(multiplyFractions(value, fraction(minorPerMajor(currency))));
  return minor >= 0n && minor <= BigInt(MAX_MINOR) ? Number(minor) : null;
}

/** An amount in minor units. Throws PlanRowProblem beyond what the books hold. */
export function minorOf(value: Fraction, at: At): number {
  const minor = minorOrNull(value, at.currency);
  if (minor === null) stopPlanRow(at.line, at.title, 'amount-out-of-range');
  return minor;
}

function solved(solve: () => string, at: At): string {
  try {
    return solve();
  } catch {
    // The only refusal is that no decimal of twelve places will do.
    return stopPlanRow(at.line, at.title, 'line-unsolvable');
  }
}

/** A number as a line keeps it: at most 15 digits and 12 decimals. Throws PlanRowProblem. */
function text(value: Fraction, at: At): string {
  const written = plainDecimal(value);
  if (!/^\d{1,15}(\.\d{1,12})?$/.test(written))
    stopPlanRow(at.line, at.title, 'amount-out-of-range');
  return written;
}

/** The shortest decimal of at most twelve places. */
export function plainDecimal(value: Fraction): string {
  return formatFraction(value, decimalsOf(value));
}

/** A cell of the flight: its days and what stands in it. */
export interface FlightCell {
  readonly days: Period;
  readonly value: Fraction;
}

/** The days of a line and how its money lies in them. Throws PlanRowProblem. */
export function flightOfLine(
  cells: readonly FlightCell[],
  stated: Period | null,
  whole: Period | null,
  at: Pick<At, 'line' | 'title'>,
): { readonly flight: Period; readonly parts: readonly FlightPart[] } {
  const used = cells.filter(({ value }) => value.n > 0n);
  const spread = extentOf(used.map(({ days }) => days));
  if (spread === null) {
    const flight = stated ?? whole;
    if (flight === null) stopPlanRow(at.line, at.title, 'days-missing');
    return { flight, parts: [] };
  }
  const flight = stated ?? (whole === null ? spread : (overlapOf(spread, whole) ?? spread));
  const parts = used.flatMap(({ days, value }): FlightPart[] => {
    const within = overlapOf(days, flight);
    if (within === null)
      stopPlanRow(at.line, at.title, 'flight-outside', { from: days.from, to: days.to });
    return [{ ...within, weight: plainDecimal(value) }];
  });
  return { flight, parts: isEven(parts, flight) ? [] : parts };
}

/** Whether the parts fill the flight and weigh what their days do: then nothing has to be kept of them. */
function isEven(parts: readonly FlightPart[], flight: Period): boolean {
  const ordered = [...parts].sort((a, b) => (a.from < b.from ? -1 : 1));
  const isWhole = ordered.every(
    (part, i) => part.from === (i === 0 ? flight.from : addDays(ordered[i - 1]?.to ?? '', 1)),
  );
  if (!isWhole || ordered.at(-1)?.to !== flight.to) return false;
  const [first] = ordered;
  if (first === undefined) return true;
  const perDay = (part: FlightPart) =>
    divideFractions(parseFraction(part.weight) ?? ZERO, fraction(daysInclusive(part)));
  return ordered.every((part) => compareFractions(perDay(part), perDay(first)) === 0);
}

/** The sum of what stands in the flight cells. */
export function sumOfFlight(cells: readonly FlightCell[]): Fraction {
  return cells.reduce((sum, { value }) => sumFractions([sum, value]), ZERO);
}
