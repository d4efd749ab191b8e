import type { MediaPlanValues } from './media-plan-case';

/** One figure that is not what the case expects, named by its path: `lines.3.net`, `topDown.0.nets.a`. */
export interface WrongPlanValue {
  readonly metric: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/** Figures by path: what is text or null, at any depth. */
function leaves(value: unknown, path: string, into: Map<string, string | null>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      leaves(inner, path === '' ? key : `${path}.${key}`, into);
    }
    return;
  }
  into.set(path, value === null || value === undefined ? null : String(value));
}

/** Holds every figure that the case expects against the computed ones. */
export function compareMediaPlanValues(
  values: MediaPlanValues,
  expected: unknown,
): { readonly checked: number; readonly wrong: readonly WrongPlanValue[] } {
  if (expected === undefined) return { checked: 0, wrong: [] };
  const wanted = new Map<string, string | null>();
  const got = new Map<string, string | null>();
  leaves(expected, '', wanted);
  leaves(values, '', got);
  const wrong = [...wanted].flatMap(([metric, want]): WrongPlanValue[] => {
    const value = got.get(metric);
    if (value === want) return [];
    return [{ metric, expected: want, got: value === undefined ? 'no such figure' : value }];
  });
  return { checked: wanted.size, wrong };
}
