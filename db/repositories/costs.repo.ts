import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { directCosts, productionCosts } from '../schema/work.schema';
import type { NewRow, WriteDb } from '../write-db';

export type ProductionCostRow = typeof productionCosts.$inferSelect;
export type DirectCostRow = typeof directCosts.$inferSelect;

/** Records production bought for a client and sold with a mark-up, net of VAT. Returns the id. */
export function recordProduction(tx: WriteDb, fields: NewRow<typeof productionCosts>): string {
  return tx.insert(productionCosts, fields);
}

/** Records a cost of keeping the account that the client does not pay. Returns the id. */
export function recordDirectCost(tx: WriteDb, fields: NewRow<typeof directCosts>): string {
  return tx.insert(directCosts, fields);
}

/** Removes a production cost. Throws `row-not-found`. */
export function removeProduction(tx: WriteDb, id: string): void {
  tx.remove(productionCosts, id);
}

/** Removes a direct cost. Throws `row-not-found`. */
export function removeDirectCost(tx: WriteDb, id: string): void {
  tx.remove(directCosts, id);
}

/** Production of a client in a period, in order. */
export function listProduction(
  db: ReadDb,
  clientId: string,
  period: { from: string; to: string },
): ProductionCostRow[] {
  return db.orm
    .select()
    .from(productionCosts)
    .where(
      and(
        eq(productionCosts.clientId, clientId),
        gte(productionCosts.incurredOn, period.from),
        lte(productionCosts.incurredOn, period.to),
      ),
    )
    .orderBy(asc(productionCosts.incurredOn), asc(productionCosts.id))
    .all();
}

/** Direct costs of a client in a period, in order. */
export function listDirectCosts(
  db: ReadDb,
  clientId: string,
  period: { from: string; to: string },
): DirectCostRow[] {
  return db.orm
    .select()
    .from(directCosts)
    .where(
      and(
        eq(directCosts.clientId, clientId),
        gte(directCosts.incurredOn, period.from),
        lte(directCosts.incurredOn, period.to),
      ),
    )
    .orderBy(asc(directCosts.incurredOn), asc(directCosts.id))
    .all();
}
