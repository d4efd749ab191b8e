import { eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import { taskOrigins } from '../schema/moving-in.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';

export type TaskOriginRow = typeof taskOrigins.$inferSelect;

/** Everything taken over from a tool, by the tool's key. */
export function readTaskOrigins(read: ReadDb, source: string): Map<string, TaskOriginRow> {
  const rows = read.orm.select().from(taskOrigins).where(eq(taskOrigins.source, source)).all();
  return new Map(rows.map((row) => [row.externalKey, row]));
}

/** Keeps where a task came from. Returns the id. */
export function keepTaskOrigin(tx: WriteDb, fields: NewRow<typeof taskOrigins>): string {
  return tx.insert(taskOrigins, fields);
}

/** Keeps what the record says now. */
export function amendTaskOrigin(tx: WriteDb, id: string, patch: Patch<typeof taskOrigins>): void {
  tx.update(taskOrigins, id, patch);
}
