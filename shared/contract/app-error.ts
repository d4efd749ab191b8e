import type { Place } from './result';

/**
 * An expected failure with a code. The sentence for a code is `errors.<code>` in shared/i18n;
 * it is put together at the edge (ipc, console), where the language is known.
 */
export class AppError extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly place: Place | undefined;

  constructor(code: string, params: Record<string, string | number> = {}, place?: Place) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.place = place;
  }
}
