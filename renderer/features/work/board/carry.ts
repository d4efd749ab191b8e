/** Cards that are held: where they were taken and over which column they hang. */
export type Carry = {
  readonly taskIds: readonly string[];
  readonly from: string;
  readonly over: string;
  /** The card they are to stand behind, null: to the front; undefined: where the board's order puts them. */
  readonly afterId?: string | null;
};

/** Takes cards up. */
export function pickUp(taskIds: readonly string[], column: string): Carry {
  return { taskIds, from: column, over: column };
}

/** One column further; the first and the last stop it. */
export function carryBy(
  { taskIds, from, over }: Carry,
  columns: readonly string[],
  steps: number,
): Carry {
  const next = Math.min(Math.max(columns.indexOf(over) + steps, 0), columns.length - 1);
  return { taskIds, from, over: columns[next] ?? over };
}

/** The card of a column that cards come to stand behind when put behind this one: never one of themselves. */
export function cardBefore(
  column: readonly string[],
  taskIds: readonly string[],
  afterId: string | null,
): string | null {
  const upTo = column.slice(0, afterId === null ? 0 : column.indexOf(afterId) + 1);
  return upTo.findLast((id) => !taskIds.includes(id)) ?? null;
}

/** Up or down among the cards of the column they hang over; `index`: where they hang now. */
export function carryAmong(
  carry: Carry,
  column: readonly string[],
  index: number,
  steps: number,
): Carry {
  const isOther = (id: string) => !carry.taskIds.includes(id);
  const others = column.filter(isOther);
  const at = column.slice(0, index).filter(isOther).length;
  const next = Math.min(Math.max(at + steps, 0), others.length);
  return { ...carry, afterId: others[next - 1] ?? null };
}

/** Whether cards stand behind this one already, in this order. */
export function standsBehind(
  column: readonly string[],
  taskIds: readonly string[],
  afterId: string | null,
): boolean {
  const at = afterId === null ? 0 : column.indexOf(afterId) + 1;
  return taskIds.every((id, order) => column[at + order] === id);
}
