import { AppError } from '../contract/app-error';

/** What a parser answers: the value, or the code of the sentence that says what is wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: Record<string, string | number>;
    };

/** A successful {@link Parsed}. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A failed {@link Parsed}. */
export function refused(code: string, params: Record<string, string | number> = {}): Parsed<never> {
  return { ok: false, code, params };
}

/** The value of a {@link Parsed}; throws an AppError with its code where it failed. */
export function valueOrThrow<T>(result: Parsed<T>): T {
  if (!result.ok) throw new AppError(result.code, result.params);
  return result.value;
}
