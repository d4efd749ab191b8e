import { AppError } from '../contract/app-error';
import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  ONE,
  subtractFractions,
} from './fraction';
import { type BasisTerms, basisMultiplier } from './media-plan-line';
import { addMinor, ppmFraction, roundToMinor } from './money';

/** What an amount of a plan includes. Sums of unlike bases are never added. */
export const PLAN_BASES = ['net', 'commission', 'vat', 'client', 'cost'] as const;
export type PlanBasis = (typeof PLAN_BASES)[number];

/** Minor units that know what is in them; an amount of another basis is another type. */
export interface PlanAmount<B extends PlanBasis> {
  readonly basis: B;
  readonly minor: number;
}

/** States the basis of an amount. */
export function planAmount<B extends PlanBasis>(basis: B, minor: number): PlanAmount<B> {
  return { basis, minor: addMinor(minor) };
}

/**
 * The sum of amounts of one basis. The compiler refuses unlike ones; what came past it is refused with
 * `media-basis-differs`.
 */
export function addPlanAmounts<B extends PlanBasis>(
  first: PlanAmount<B>,
  ...rest: readonly PlanAmount<NoInfer<B>>[]
): PlanAmount<B> {
  const other = rest.find(({ basis }) => basis !== first.basis);
  if (other !== undefined) {
    throw new AppError('media-basis-differs', { first: first.basis, second: other.basis });
  }
  return planAmount(first.basis, addMinor(first.minor, ...rest.map(({ minor }) => minor)));
}

/** What a line comes to, minor units. */
interface Costs {
  readonly netMinor: number;
  readonly withCommissionMinor: number;
  readonly vatMinor: number;
  readonly clientPriceMinor: number;
  readonly ourCostMinor: number;
}

/** The amount of a line, of lines together or of the plan in a basis. */
export function amountIn<B extends PlanBasis>(costs: Costs, basis: B): PlanAmount<B> {
  return planAmount(basis, minorIn(costs, basis));
}

function minorIn(costs: Costs, basis: PlanBasis): number {
  switch (basis) {
    case 'net':
      return costs.netMinor;
    case 'commission':
      return costs.withCommissionMinor;
    case 'vat':
      return addMinor(costs.withCommissionMinor, costs.vatMinor);
    case 'client':
      return costs.clientPriceMinor;
    case 'cost':
      return costs.ourCostMinor;
  }
}

/** What the bases of one line differ by. */
export interface LineBasisTerms extends BasisTerms {
  readonly clientDiscountPpm: number;
  readonly rebatePpm: number;
}

/**
 * One unit of net in a basis, exact, before any rounding. Throws `commission-inside-too-high`, and
 * `media-plan-basis-free` where a discount or rebate of 100 % leaves nothing to solve from.
 */
export function perUnitOfNet(basis: PlanBasis, terms: LineBasisTerms): Fraction {
  const value = exactPerUnit(basis, terms);
  if (value.n <= 0n) throw new AppError('media-plan-basis-free', {});
  return value;
}

function exactPerUnit(basis: PlanBasis, terms: LineBasisTerms): Fraction {
  switch (basis) {
    case 'net':
      return ONE;
    case 'commission':
      return basisMultiplier('with-commission', terms);
    case 'vat':
      return basisMultiplier('with-commission-and-vat', terms);
    case 'client':
      return multiplyFractions(
        basisMultiplier('with-commission', terms),
        multiplyFractions(
          subtractFractions(ONE, ppmFraction(terms.clientDiscountPpm)),
          addFractions(ONE, ppmFraction(terms.vatPpm)),
        ),
      );
    case 'cost':
      return subtractFractions(ONE, ppmFraction(terms.rebatePpm));
  }
}

/** The net that an amount of another basis stands for, rounded once. */
export function netOfAmount(
  amount: PlanAmount<PlanBasis>,
  terms: LineBasisTerms,
): PlanAmount<'net'> {
  const net = divideFractions(fraction(amount.minor), perUnitOfNet(amount.basis, terms));
  return planAmount('net', roundToMinor(net));
}

/** An amount that was typed for a line in a basis. */
export interface WantedAmount {
  /** Place of the line in the plan. */
  readonly place: number;
  readonly amount: PlanAmount<PlanBasis>;
}

/** More rounds than any plan has needed: each brings every line a unit nearer. */
const ROUNDS = 8;

/**
 * Nets at which the lines, once the plan is costed, show the amounts that were typed, to the minor unit
 * where such a net exists and else within one: totals are rounded before they are given back to the lines,
 * so a line's amount depends on the others.
 * @param netsMinor of all lines of the plan, those wanted at {@link netOfAmount}
 * @param cost costs the plan of these nets
 */
export function settleNets(
  netsMinor: readonly number[],
  wanted: readonly WantedAmount[],
  cost: (netsMinor: readonly number[]) => readonly Costs[],
): number[] {
  const nets = [...netsMinor];
  let open = wanted.map((each) => ({ ...each, off: Number.POSITIVE_INFINITY, from: 0 }));
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const lines = cost(nets);
    open = open.flatMap((target) => {
      const { place, amount, off, from } = target;
      const shown = lines[place];
      if (shown === undefined) return [];
      const ahead = minorIn(shown, amount.basis) - amount.minor;
      if (Math.abs(ahead) >= Math.abs(off)) {
        nets[place] = from;
        return [];
      }
      const net = nets[place] ?? 0;
      if (ahead === 0 || (ahead > 0 && net === 0)) return [];
      nets[place] = net - Math.sign(ahead);
      return [{ ...target, off: ahead, from: net }];
    });
  }
  for (const { place, from } of open) nets[place] = from;
  return nets;
}
