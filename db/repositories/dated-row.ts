import type { InferSelectModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { addDays } from '../../shared/domain/dates';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type DatedSpan = { id: string; validFrom: string; validTo: string | null };

export type DatedPlan = {
  /** Rows that end earlier now. */
  shorten: { id: string; validTo: string }[];
  /** The row that starts on the same day and takes the new values; null: a new row is added. */
  replace: string | null;
  /** Last day of the new row; null: until further notice. */
  validTo: string | null;
  /** What goes on after a new row that ends: the values of row `id`, from then to its own end. */
  resume: { id: string; validFrom: string; validTo: string | null } | null;
};

const END_OF_TIME = '9999-12-31';

/**
 * How a new dated row fits among those of the same subject without overlapping them: the one before ends
 * on the day before and, if the new one has an end, goes on after it; the next one keeps its start.
 */
export function planDatedRow(
  existing: readonly DatedSpan[],
  next: { validFrom: string; validTo: string | null },
): DatedPlan {
  const later = existing
    .filter((row) => row.validFrom > next.validFrom)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  const limit = later === undefined ? null : addDays(later.validFrom, -1);
  const validTo =
    limit !== null && (next.validTo === null || next.validTo > limit) ? limit : next.validTo;
  const before = existing.filter(
    (row) => row.validFrom < next.validFrom && (row.validTo ?? END_OF_TIME) >= next.validFrom,
  );
  const same = existing.find((row) => row.validFrom === next.validFrom);
  const goesOn = before.find((row) => validTo !== null && (row.validTo ?? END_OF_TIME) > validTo);
  const start = validTo === null ? null : addDays(validTo, 1);
  const resume =
    goesOn === undefined || start === null || start === later?.validFrom
      ? null
      : { id: goesOn.id, validFrom: start, validTo: earlier(goesOn.validTo, limit) };
  return {
    shorten: before.map((row) => ({ id: row.id, validTo: addDays(next.validFrom, -1) })),
    replace: same?.id ?? null,
    validTo,
    resume,
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

/**
 * Writes a dated row among those of the same subject, as planDatedRow says; `existing` are all rows of
 * that subject. The past keeps its values. Returns the row's id.
 */
export function setDatedRow<T extends SQLiteTable>(
  tx: WriteDb,
  table: T,
  existing: readonly (InferSelectModel<T> & DatedSpan)[],
  fields: NewRow<T> & { validFrom: string; validTo?: string | null | undefined },
): string {
  const plan = planDatedRow(existing, { ...fields, validTo: fields.validTo ?? null });
  for (const { id, validTo } of plan.shorten) tx.update(table, id, { validTo } as Patch<T>);
  if (plan.resume !== null) {
    const { id, ...span } = plan.resume;
    const kept = existing.find((row) => row.id === id);
    tx.insert(table, { ...kept, ...span, id: undefined, revision: undefined } as NewRow<T>);
  }
  const values = { ...fields, validTo: plan.validTo };
  if (plan.replace === null) return tx.insert(table, values);
  tx.update(table, plan.replace, { ...values, id: undefined } as Patch<T>);
  return plan.replace;
}
