import type { ReadDb } from '../read-db';
import { IN_SCOPE, type PortfolioScope } from './portfolio.query';

/** Kept figures of one client and calendar month, client's currency: minor units and seconds. */
export type ClientMonthRow = {
  clientId: string;
  month: string;
  currency: string;
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
  /** JSON list of {code, params}. */
  missing: string;
};

/** Columns of the kept figures under the names of {@link ClientMonthRow}. */
export const CLIENT_MONTH_COLUMNS = `
  m.client_id AS clientId, m.month, m.currency,
  m.gross_billings_minor AS grossBillingsMinor, m.wip_change_minor AS wipChangeMinor,
  m.rebate_minor AS rebateMinor, m.recognised_minor AS recognisedMinor,
  m.pass_through_minor AS passThroughMinor, m.agi_minor AS agiMinor,
  m.delivery_cost_minor AS deliveryCostMinor, m.delivery_margin_minor AS deliveryMarginMinor,
  m.direct_costs_minor AS directCostsMinor, m.contribution_minor AS contributionMinor,
  m.overhead_minor AS overheadMinor, m.net_profit_minor AS netProfitMinor, m.client_s AS clientSeconds,
  m.retainer_used_s AS retainerUsedSeconds, m.retainer_available_s AS retainerAvailableSeconds, m.missing`;

/** The SQL of the portfolio's figures; the benchmark runs the same text raw. */
export const PORTFOLIO_MONTHS_SQL = `
  SELECT ${CLIENT_MONTH_COLUMNS}
  FROM clients c CROSS JOIN client_months m ON m.client_id = c.id
  WHERE ${IN_SCOPE} AND m.month BETWEEN :fromMonth AND :toMonth`;

/** Kept figures of the clients in a scope from a month to a month, inclusive. */
export function readPortfolioMonths(
  read: ReadDb,
  scope: PortfolioScope,
  fromMonth: string,
  toMonth: string,
): ClientMonthRow[] {
  return read.all<ClientMonthRow>(PORTFOLIO_MONTHS_SQL, { ...scope, fromMonth, toMonth });
}

/** Kept figures of one client from a month to a month, inclusive, in order. */
export function readClientMonths(
  read: ReadDb,
  clientId: string,
  fromMonth: string,
  toMonth: string,
): ClientMonthRow[] {
  return read.all<ClientMonthRow>(
    `SELECT ${CLIENT_MONTH_COLUMNS} FROM client_months m
     WHERE m.client_id = ? AND m.month BETWEEN ? AND ? ORDER BY m.month`,
    clientId,
    fromMonth,
    toMonth,
  );
}
