import type { CellField, Plan } from '../../../shared/contract/media-plans.contract';

export type PlanLine = Plan['lines'][number];
export type PlanSubtotal = Plan['byGroup'][number];

/** What a sum includes. Sums of unlike bases are never added. */
export const BASES = ['net', 'commission', 'vat', 'client'] as const;
export type Basis = (typeof BASES)[number];

/** Which columns stand beside the placement. */
export const VIEWS = ['plan', 'terms', 'forecast', 'fact'] as const;
export type View = (typeof VIEWS)[number];

/** Where a typed cell goes: a field of the line, or one of the plan's own columns. */
export type Target =
  | { readonly kind: 'field'; readonly field: CellField }
  | { readonly kind: 'column'; readonly place: number };

type Costs = Pick<
  PlanSubtotal,
  'netMinor' | 'withCommissionMinor' | 'vatMinor' | 'clientPriceMinor'
>;

/** An amount of a line, a group or the plan in a basis. */
export function amountIn(costs: Costs, basis: Basis): number {
  switch (basis) {
    case 'net':
      return costs.netMinor;
    case 'commission':
      return costs.withCommissionMinor;
    case 'vat':
      return costs.withCommissionMinor + costs.vatMinor;
    case 'client':
      return costs.clientPriceMinor;
  }
}
