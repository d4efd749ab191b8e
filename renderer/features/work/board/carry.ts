/** A card held by the keyboard: where it was taken and over which column it hangs. */
export type Carry = {
  readonly taskIds: readonly string[];
  readonly from: string;
  readonly over: string;
};

/** Takes cards up. */
export function pickUp(taskIds: readonly string[], column: string): Carry {
  return { taskIds, from: column, over: column };
}

/** One column further; the first and the last stop it. */
export function carryBy(carry: Carry, columns: readonly string[], steps: number): Carry {
  const at = columns.indexOf(carry.over);
  const next = Math.min(Math.max(at + steps, 0), columns.length - 1);
  return { ...carry, over: columns[next] ?? carry.over };
}
