/** Seconds; 0 rounds nothing. */
export type RoundingStep = 0 | 360 | 900 | 1800;

export type Rounding = { readonly step: RoundingStep; readonly mode: 'up' | 'nearest' };

/**
 * Time as it is shown for billing: up to the next step, or to the nearest one with halves up. Never less
 * than a step for what was worked at all; the entry itself keeps its seconds.
 */
export function roundTime(seconds: number, { step, mode }: Rounding): number {
  if (step === 0 || seconds <= 0) return seconds;
  if (mode === 'up') return Math.ceil(seconds / step) * step;
  return Math.max(step, Math.floor((seconds + step / 2) / step) * step);
}
