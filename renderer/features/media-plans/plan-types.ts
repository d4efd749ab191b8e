import type { CellField, Plan } from '../../../shared/contract/media-plans.contract';
import { type PlanBasis, amountIn as planAmountIn } from '../../../shared/domain/media-plan-basis';

export type PlanLine = Plan['lines'][number];
export type PlanSubtotal = Plan['byGroup'][number];

export type Basis = PlanBasis;

/** What the client may see; our own cost is shown only where it was asked for. */
export const BASES = ['net', 'commission', 'vat', 'client'] as const satisfies readonly Basis[];
export const INNER_BASES = [...BASES, 'cost'] as const satisfies readonly Basis[];

/** Which columns stand beside the placement. */
export const VIEWS = ['plan', 'terms', 'forecast', 'fact'] as const;
export type View = (typeof VIEWS)[number];

/** Where a typed cell goes: a field of the line, or one of the plan's own columns. */
export type Target =
  | { readonly kind: 'field'; readonly field: CellField }
  | { readonly kind: 'column'; readonly place: number };

type Costs = Parameters<typeof planAmountIn>[0];

/** An amount of a line, a group or the plan in a basis, minor units. */
export function amountIn(costs: Costs, basis: Basis): number {
  return planAmountIn(costs, basis).minor;
}
