/** A place in a file or form that a message points at. */
export type Place = { row?: number; field?: string };

/** What the caller is told when something could not be done. `message` is a sentence in the user's language. */
export type Failure = {
  code: string;
  message: string;
  params?: Record<string, string | number>;
  place?: Place;
};

/** Every call across the bridge answers with this; nothing is thrown across it. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
