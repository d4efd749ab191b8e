import { over, type Quantity } from './figure';
import type { MoneyFigureId } from './profitability-lines';
import { perHour } from './time-cost';

/** Ratios of one profit and loss; exact shares (0.71 is 71 %) and minor units per hour. */
export interface ProfitabilityRatios {
  /** AGI / revenue recognised. */
  readonly agiOfRevenue: Quantity;
  /** Delivery margin / AGI. */
  readonly deliveryMarginShare: Quantity;
  /** Contribution / AGI: project profitability, рентабельность проекта. */
  readonly contributionShare: Quantity;
  readonly netProfitOfAgi: Quantity;
  readonly netProfitOfRevenue: Quantity;
  /** Delivery cost / client hours. */
  readonly averageCostPerHour: Quantity;
  /** AGI / client hours. */
  readonly averageBillableRate: Quantity;
  /** Retainer and project fees recognised / client hours. */
  readonly feeOnlyBillableRate: Quantity;
  /** Fees recognised / standard value. */
  readonly realization: Quantity;
}

/** Ratios from amounts and client seconds: of one period, or of totals already summed. */
export function profitabilityRatios(
  amount: (id: MoneyFigureId) => Quantity,
  clientSeconds: number,
): ProfitabilityRatios {
  const agi = amount('agi');
  return {
    agiOfRevenue: over(agi, amount('recognised')),
    deliveryMarginShare: over(amount('delivery-margin'), agi),
    contributionShare: over(amount('contribution'), agi),
    netProfitOfAgi: over(amount('net-profit'), agi),
    netProfitOfRevenue: over(amount('net-profit'), amount('recognised')),
    averageCostPerHour: perHour(amount('delivery-cost'), clientSeconds),
    averageBillableRate: perHour(agi, clientSeconds),
    feeOnlyBillableRate: perHour(amount('fees'), clientSeconds),
    realization: over(amount('fees'), amount('standard-value')),
  };
}
