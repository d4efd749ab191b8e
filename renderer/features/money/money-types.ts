import type { ClientListItem } from '../../../shared/contract/clients.contract';
import type { Output } from '../../../shared/contract/contract';

export type OpenInvoice = Output<'invoices/list-open'>['invoices'][number];
export type Marks = ReadonlyMap<string, ClientListItem>;

/** Sums by currency, the largest count of rows first: unlike currencies are never added. */
export function sumsByCurrency<R extends { currency: string }>(
  rows: readonly R[],
  minorOf: (row: R) => number,
): { currency: string; minor: number }[] {
  const sums = new Map<string, { currency: string; minor: number; rows: number }>();
  for (const row of rows) {
    const sum = sums.get(row.currency) ?? { currency: row.currency, minor: 0, rows: 0 };
    sum.minor += minorOf(row);
    sum.rows += 1;
    sums.set(row.currency, sum);
  }
  return [...sums.values()].sort((a, b) => b.rows - a.rows);
}
