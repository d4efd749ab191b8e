import { asc, desc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { lockedPeriods, runningTimers, timeNames, timeSettings } from '../schema/time.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type RunningTimerRow = typeof runningTimers.$inferSelect;
export type LockedPeriodRow = typeof lockedPeriods.$inferSelect;
export type TimeNameRow = typeof timeNames.$inferSelect;
export type TimeSettingsRow = Omit<typeof timeSettings.$inferSelect, 'id' | 'revision'>;

/** Starts a timer; a person has one. Returns the id. Throws `value-taken` while another runs. */
export function startTimer(tx: WriteDb, fields: NewRow<typeof runningTimers>): string {
  return tx.insert(runningTimers, fields);
}

/** The timer that runs for a person. */
export function findTimer(db: ReadDb, personId: string): RunningTimerRow | undefined {
  return db.orm.select().from(runningTimers).where(eq(runningTimers.personId, personId)).get();
}

/** Takes a timer away; what it measured is written by the caller, or not. */
export function removeTimer(tx: WriteDb, id: string): void {
  tx.remove(runningTimers, id);
}

/** Locked periods, newest first. */
export function listLockedPeriods(db: ReadDb): LockedPeriodRow[] {
  return db.orm
    .select()
    .from(lockedPeriods)
    .orderBy(desc(lockedPeriods.fromOn), asc(lockedPeriods.id))
    .all();
}

/** Closes days for changes. Returns the id. */
export function lockPeriod(tx: WriteDb, fields: NewRow<typeof lockedPeriods>): string {
  return tx.insert(lockedPeriods, fields);
}

/** Opens days again. Throws `row-not-found`. */
export function unlockPeriod(tx: WriteDb, id: string): void {
  tx.remove(lockedPeriods, id);
}

const DEFAULTS: TimeSettingsRow = { roundingStepSeconds: 0, roundingMode: 'up', dayEndsAt: 1080 };

/** How time is rounded for billing and when a working day ends. */
export function readTimeSettings(db: ReadDb): TimeSettingsRow {
  const row = db.orm.select().from(timeSettings).get();
  if (row === undefined) return DEFAULTS;
  const { id: _id, revision: _revision, ...settings } = row;
  return settings;
}

/** Changes the settings of time. */
export function amendTimeSettings(tx: WriteDb, patch: Patch<typeof timeSettings>): void {
  const row = tx.orm.select().from(timeSettings).get();
  if (row === undefined) tx.insert(timeSettings, { ...DEFAULTS, ...definedOf(patch), id: 'time' });
  else tx.update(timeSettings, row.id, patch);
}

function definedOf(patch: Patch<typeof timeSettings>): Partial<TimeSettingsRow> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** What names of other tools' time sheets mean. */
export function listTimeNames(db: ReadDb): TimeNameRow[] {
  return db.orm.select().from(timeNames).all();
}

/** Remembers what a name means; again: takes the new meaning. Returns the id. */
export function setTimeName(tx: WriteDb, fields: NewRow<typeof timeNames>): string {
  const same = listTimeNames(tx).find(
    (row) =>
      row.kind === fields.kind &&
      row.name === fields.name &&
      row.clientName === (fields.clientName ?? ''),
  );
  if (same === undefined) return tx.insert(timeNames, fields);
  tx.update(timeNames, same.id, { targetId: fields.targetId ?? null });
  return same.id;
}
