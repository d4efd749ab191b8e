import { and, asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  adAccounts,
  adMappingRules,
  adStatistics,
  webStatistics,
} from '../schema/ad-statistics.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type AdAccountRow = typeof adAccounts.$inferSelect;
export type AdMappingRuleRow = typeof adMappingRules.$inferSelect;
export type AdStatisticsRow = typeof adStatistics.$inferSelect;
export type WebStatisticsRow = typeof webStatistics.$inferSelect;

/** Accounts at a platform, of all clients. */
export function listAdAccounts(db: ReadDb, source: string): AdAccountRow[] {
  return db.orm
    .select()
    .from(adAccounts)
    .where(eq(adAccounts.source, source))
    .orderBy(asc(adAccounts.account), asc(adAccounts.id))
    .all();
}

/** Remembers an account of a client and how its money stands; a flag of `unknown` forgets nothing. */
export function rememberAdAccount(
  tx: WriteDb,
  fields: NewRow<typeof adAccounts> & { account: string; vat: AdAccountRow['vat'] },
): void {
  const same = tx.orm
    .select()
    .from(adAccounts)
    .where(
      and(
        eq(adAccounts.clientId, fields.clientId),
        eq(adAccounts.source, fields.source),
        eq(adAccounts.account, fields.account),
      ),
    )
    .get();
  if (same === undefined) tx.insert(adAccounts, fields);
  else if (fields.vat !== 'unknown') tx.update(adAccounts, same.id, { vat: fields.vat });
}

/** Rules of a client's campaigns at a platform. */
export function listAdMappingRules(
  db: ReadDb,
  clientId: string,
  source: string,
): AdMappingRuleRow[] {
  return db.orm
    .select()
    .from(adMappingRules)
    .where(and(eq(adMappingRules.clientId, clientId), eq(adMappingRules.source, source)))
    .orderBy(asc(adMappingRules.campaignKey))
    .all();
}

/** Says which line a campaign belongs to from now on; null: to none. */
export function setAdMappingRule(
  tx: WriteDb,
  of: { clientId: string; source: string; campaignKey: string },
  line: { lineId: string; countsAs: AdMappingRuleRow['countsAs'] } | null,
): void {
  const same = listAdMappingRules(tx, of.clientId, of.source).find(
    ({ campaignKey }) => campaignKey === of.campaignKey,
  );
  if (line === null) {
    if (same !== undefined) tx.remove(adMappingRules, same.id);
  } else if (same === undefined) tx.insert(adMappingRules, { ...of, ...line });
  else tx.update(adMappingRules, same.id, line);
}

/** What is booked of a client's campaigns at a platform. */
export function listAdStatistics(db: ReadDb, clientId: string, source: string): AdStatisticsRow[] {
  return db.orm
    .select()
    .from(adStatistics)
    .where(and(eq(adStatistics.clientId, clientId), eq(adStatistics.source, source)))
    .orderBy(asc(adStatistics.campaignKey), asc(adStatistics.fromOn))
    .all();
}

/** Books a campaign's day. Returns the id. */
export function recordAdStatistics(tx: WriteDb, fields: NewRow<typeof adStatistics>): string {
  return tx.insert(adStatistics, fields);
}

/** Corrects a campaign's day that was stated again. Throws `row-not-found`. */
export function amendAdStatistics(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof adStatistics>,
): void {
  tx.update(adStatistics, id, patch);
}

/** What is booked of a client's visits. */
export function listWebStatistics(
  db: ReadDb,
  clientId: string,
  source: string,
): WebStatisticsRow[] {
  return db.orm
    .select()
    .from(webStatistics)
    .where(and(eq(webStatistics.clientId, clientId), eq(webStatistics.source, source)))
    .orderBy(asc(webStatistics.fromOn), asc(webStatistics.label))
    .all();
}

/** Books visits. Returns the id. */
export function recordWebStatistics(tx: WriteDb, fields: NewRow<typeof webStatistics>): string {
  return tx.insert(webStatistics, fields);
}

/** Corrects visits that were stated again. Throws `row-not-found`. */
export function amendWebStatistics(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof webStatistics>,
): void {
  tx.update(webStatistics, id, patch);
}
