import { addDays, type PlainDate } from './dates';

/** Days without contact that are normal for a tier of clients. */
export const SILENCE_NORM_DAYS: Readonly<Record<'A' | 'B' | 'C', number>> = { A: 7, B: 10, C: 14 };

/** From one and a half times the norm on, a pause is a silence. */
export const SILENCE_FACTOR = 1.5;

/** The last day on which a client of the tier should hear from the agency again. */
export function nextContactOn(tier: 'A' | 'B' | 'C', lastContactOn: PlainDate): PlainDate {
  return addDays(lastContactOn, SILENCE_NORM_DAYS[tier]);
}
