import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  negateFraction,
  roundHalfAwayFromZero,
  ZERO,
} from './fraction';
import { assertMinor } from './money';

/** One input that is not there: a code for the sentence and what it names (a person, a date). */
export interface Missing {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A value, or the list of inputs without which it cannot be said. Unknown is never zero. */
export type Figure<T = number> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly missing: readonly Missing[] };

/**
 * An exact figure. A known `null` is a ratio whose denominator is zero ("—") and whatever was
 * computed from it; unknown wins over null, because a missing input might have filled the gap.
 */
export type Quantity = Figure<Fraction | null>;

/** A figure that is there. */
export function known<T>(value: T): Figure<T> {
  return { known: true, value };
}

/** A figure that cannot be said, and why. */
export function unknown(...missing: readonly Missing[]): Figure<never> {
  return { known: false, missing };
}

/** Names one missing input. */
export function missing(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Missing {
  return { code, params };
}

function keyOf(item: Missing): string {
  const params = Object.entries(item.params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([item.code, params]);
}

/** Everything the figures lack, each thing once, in the order first met. */
export function missingOf(figures: Iterable<Figure<unknown>>): readonly Missing[] {
  const seen = new Map<string, Missing>();
  for (const figure of figures) {
    if (figure.known) continue;
    for (const item of figure.missing) {
      const key = keyOf(item);
      if (!seen.has(key)) seen.set(key, item);
    }
  }
  return [...seen.values()];
}

/** Applies a function where the figure is known. */
export function mapFigure<T, U>(figure: Figure<T>, apply: (value: T) => U): Figure<U> {
  return figure.known ? known(apply(figure.value)) : figure;
}

/** A whole number or a fraction as a quantity. */
export function quantity(value: number | bigint | Fraction): Quantity {
  return known(typeof value === 'object' ? value : fraction(value));
}

/** An input that may not have been recorded: null is unknown, named by `whenMissing`. */
export function recorded(value: number | null, whenMissing: Missing): Quantity {
  return value === null ? unknown(whenMissing) : quantity(value);
}

export const NOTHING: Quantity = quantity(0);

function combine(
  a: Quantity,
  b: Quantity,
  apply: (x: Fraction, y: Fraction) => Fraction | null,
): Quantity {
  if (!a.known || !b.known) return { known: false, missing: missingOf([a, b]) };
  if (a.value === null || b.value === null) return known(null);
  return known(apply(a.value, b.value));
}

/** a + b */
export function plus(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, addFractions);
}

/** a − b */
export function minus(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, (x, y) => addFractions(x, negateFraction(y)));
}

/** a × b */
export function times(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, multiplyFractions);
}

/** a ÷ b; null where b is zero. */
export function over(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, (x, y) => (y.n === 0n ? null : divideFractions(x, y)));
}

/** −a */
export function negative(a: Quantity): Quantity {
  return mapFigure(a, (value) => (value === null ? null : negateFraction(value)));
}

/** The sum; zero for none. Unknown as soon as one part is, naming everything that is missing. */
export function total(parts: readonly Quantity[]): Quantity {
  let sum = ZERO;
  let hasDash = false;
  for (const part of parts) {
    if (!part.known) return unknown(...missingOf(parts));
    if (part.value === null) hasDash = true;
    else sum = addFractions(sum, part.value);
  }
  return known(hasDash ? null : sum);
}

/** The larger of zero and the quantity. */
export function atLeastZero(a: Quantity): Quantity {
  return mapFigure(a, (value) => (value !== null && value.n < 0n ? ZERO : value));
}

/**
 * Rounds to whole minor units, half away from zero: the one rounding, at output. Throws
 * `money-out-of-range` beyond ±2^51.
 */
export function toMinor(a: Quantity): Figure<number | null> {
  return mapFigure(a, (value) =>
    value === null ? null : assertMinor(roundHalfAwayFromZero(value)),
  );
}

/** The exact value; null where it is "—" or unknown. */
export function exactOf(a: Quantity): Fraction | null {
  return a.known ? a.value : null;
}
