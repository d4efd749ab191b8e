import { and, asc, eq } from 'drizzle-orm';
import { AppError } from '../../shared/contract/app-error';
import type { ReadDb } from '../read-db';
import { accountingRates, datedRates, overheadPeriods } from '../schema/agency.schema';
import type { NewRow, WriteDb } from '../write-db';
import { setDatedRow } from './dated-row';

export type DatedRateRow = typeof datedRates.$inferSelect;
export type AccountingRateRow = typeof accountingRates.$inferSelect;
export type OverheadRow = typeof overheadPeriods.$inferSelect;

/** Dated rates of all kinds and countries, in order of their start. */
export function listDatedRates(db: ReadDb): DatedRateRow[] {
  return db.orm
    .select()
    .from(datedRates)
    .orderBy(asc(datedRates.kind), asc(datedRates.country), asc(datedRates.validFrom))
    .all();
}

/** Sets a tax or bonus rate from a day on: the rate before ends on the day before. Returns the row's id. */
export function setDatedRate(tx: WriteDb, fields: NewRow<typeof datedRates>): string {
  const existing = tx.orm
    .select()
    .from(datedRates)
    .where(and(eq(datedRates.kind, fields.kind), eq(datedRates.country, fields.country)))
    .all();
  return setDatedRow(tx, datedRates, existing, fields);
}

/** Accounting exchange rates, in order of their start. */
export function listAccountingRates(db: ReadDb): AccountingRateRow[] {
  return db.orm
    .select()
    .from(accountingRates)
    .orderBy(asc(accountingRates.currency), asc(accountingRates.validFrom))
    .all();
}

/** Sets the rate of a currency from a day on, until the next one. Returns the row's id. */
export function setAccountingRate(tx: WriteDb, fields: NewRow<typeof accountingRates>): string {
  const same = tx.orm
    .select()
    .from(accountingRates)
    .where(
      and(
        eq(accountingRates.currency, fields.currency),
        eq(accountingRates.validFrom, fields.validFrom),
      ),
    )
    .get();
  if (same === undefined) return tx.insert(accountingRates, fields);
  tx.update(accountingRates, same.id, { rateMicro: fields.rateMicro });
  return same.id;
}

/** Overhead by period, in order. */
export function listOverhead(db: ReadDb): OverheadRow[] {
  return db.orm.select().from(overheadPeriods).orderBy(asc(overheadPeriods.fromOn)).all();
}

/**
 * Sets the overhead of a period; the same period again takes the new amounts. Returns the row's id.
 * Throws `overhead-overlaps` where it shares days with another period.
 */
export function setOverhead(tx: WriteDb, fields: NewRow<typeof overheadPeriods>): string {
  const shared = listOverhead(tx).filter(
    (row) => row.fromOn <= fields.toOn && row.toOn >= fields.fromOn,
  );
  const same = shared.find((row) => row.fromOn === fields.fromOn && row.toOn === fields.toOn);
  const other = shared.find((row) => row !== same);
  if (other !== undefined) {
    throw new AppError('overhead-overlaps', { from: other.fromOn, to: other.toOn });
  }
  if (same === undefined) return tx.insert(overheadPeriods, fields);
  const { id: _id, ...amounts } = fields;
  tx.update(overheadPeriods, same.id, amounts);
  return same.id;
}
