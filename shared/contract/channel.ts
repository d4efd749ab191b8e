import type { z } from 'zod';

/**
 * One method of the bridge. A `query` changes nothing and may be repeated;
 * a `command` is one action of the user.
 */
export type Channel<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'command';
  input: I;
  output: O;
};

/** Declares a reading method. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output } as const satisfies Channel<I, O>;
}

/** Declares a writing method. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', input, output } as const satisfies Channel<I, O>;
}
