import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { billRates, payRates, people, personPeriods } from '../schema/people.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { setDatedRow } from './dated-row';

export type PersonRow = typeof people.$inferSelect;
export type PayRateRow = typeof payRates.$inferSelect;
export type BillRateRow = typeof billRates.$inferSelect;
export type PersonPeriodRow = typeof personPeriods.$inferSelect;

/** Adds a person; the code must be free. Returns the id. Throws `value-taken`. */
export function addPerson(tx: WriteDb, fields: NewRow<typeof people>): string {
  return tx.insert(people, fields);
}

/** Changes a person. Throws `row-not-found`, `row-changed-elsewhere`, `value-taken`. */
export function amendPerson(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof people>,
  expectedRevision?: number,
): void {
  tx.update(people, id, patch, expectedRevision);
}

/** All people by name. */
export function listPeople(db: ReadDb): PersonRow[] {
  return db.orm.select().from(people).orderBy(asc(people.name), asc(people.id)).all();
}

/** One person. */
export function findPerson(db: ReadDb, id: string): PersonRow | undefined {
  return db.orm.select().from(people).where(eq(people.id, id)).get();
}

/** Pay rates of all people, by person and start. */
export function listPayRates(db: ReadDb): PayRateRow[] {
  return db.orm
    .select()
    .from(payRates)
    .orderBy(asc(payRates.personId), asc(payRates.validFrom))
    .all();
}

/** Bill rates of all people, by person and start. */
export function listBillRates(db: ReadDb): BillRateRow[] {
  return db.orm
    .select()
    .from(billRates)
    .orderBy(asc(billRates.personId), asc(billRates.validFrom))
    .all();
}

/** Sets what a person costs from a day on, base currency; the rate before ends on the day before. Returns the row's id. */
export function setPayRate(tx: WriteDb, fields: NewRow<typeof payRates>): string {
  const existing = tx.orm
    .select()
    .from(payRates)
    .where(eq(payRates.personId, fields.personId))
    .all();
  return setDatedRow(tx, payRates, existing, fields);
}

/** Sets what an hour of a person is sold for from a day on; the rate before ends on the day before. Returns the row's id. */
export function setBillRate(tx: WriteDb, fields: NewRow<typeof billRates>): string {
  const existing = tx.orm
    .select()
    .from(billRates)
    .where(eq(billRates.personId, fields.personId))
    .all();
  return setDatedRow(tx, billRates, existing, fields);
}

/** Records the stated capacity of a person in a period. Returns the row's id. */
export function addPersonPeriod(tx: WriteDb, fields: NewRow<typeof personPeriods>): string {
  return tx.insert(personPeriods, fields);
}

/** Stated capacities of all people. */
export function listPersonPeriods(db: ReadDb): PersonPeriodRow[] {
  return db.orm
    .select()
    .from(personPeriods)
    .orderBy(asc(personPeriods.personId), asc(personPeriods.fromOn))
    .all();
}
