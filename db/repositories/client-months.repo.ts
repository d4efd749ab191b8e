import type { ClientMonthRow } from '../queries/client-months.query';
import type { WriteDb } from '../write-db';

const KEEP_SQL = `
  INSERT OR REPLACE INTO client_months (
    client_id, month, currency, gross_billings_minor, wip_change_minor, rebate_minor,
    recognised_minor, pass_through_minor, agi_minor, delivery_cost_minor,
    delivery_margin_minor, direct_costs_minor, contribution_minor, overhead_minor, net_profit_minor,
    client_s, retainer_used_s, retainer_available_s, missing)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Keeps the figures of a month, in place of those kept before. Derived rows: not journaled. */
export function keepClientMonth(tx: WriteDb, row: ClientMonthRow): void {
  tx.runDerived(
    KEEP_SQL,
    row.clientId,
    row.month,
    row.currency,
    row.grossBillingsMinor,
    row.wipChangeMinor,
    row.rebateMinor,
    row.recognisedMinor,
    row.passThroughMinor,
    row.agiMinor,
    row.deliveryCostMinor,
    row.deliveryMarginMinor,
    row.directCostsMinor,
    row.contributionMinor,
    row.overheadMinor,
    row.netProfitMinor,
    row.clientSeconds,
    row.retainerUsedSeconds,
    row.retainerAvailableSeconds,
    row.missing,
  );
}

/** Forgets a month in which nothing is left. */
export function removeClientMonth(tx: WriteDb, clientId: string, month: string): void {
  tx.runDerived('DELETE FROM client_months WHERE client_id = ? AND month = ?', clientId, month);
}

/** Takes the mark off a month that has been computed. */
export function dropStaleMark(tx: WriteDb, clientId: string, month: string): void {
  tx.runDerived('DELETE FROM stale_months WHERE client_id = ? AND month = ?', clientId, month);
}
