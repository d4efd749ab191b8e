import type { PortfolioClient } from '../../../shared/contract/portfolio.contract';
import { SILENCE_FACTOR, SILENCE_NORM_DAYS } from '../../../shared/domain/contact-cadence';

export type Tone = 'plain' | 'pos' | 'neg' | 'warn';

/** From 95 % of the hours on, what is left is hardly a day's work. */
const NEARLY_USED_PPM = 950_000;

export function silenceTone(tier: PortfolioClient['tier'], days: number | null): Tone {
  if (days === null || days < SILENCE_NORM_DAYS[tier]) return 'plain';
  return days >= SILENCE_NORM_DAYS[tier] * SILENCE_FACTOR ? 'neg' : 'warn';
}

export function burnTone(burnPpm: number | null): Tone {
  if (burnPpm === null) return 'plain';
  if (burnPpm > 1_000_000) return 'neg';
  return burnPpm >= NEARLY_USED_PPM ? 'warn' : 'plain';
}

/** Red for a loss, amber below two thirds of the target. */
export function marginTone(marginPpm: number | null, targetPpm: number): Tone {
  if (marginPpm === null) return 'plain';
  if (marginPpm < 0) return 'neg';
  return marginPpm * 3 < targetPpm * 2 ? 'warn' : 'plain';
}

export function npsTone(nps: PortfolioClient['nps']): Tone {
  if (nps === null || nps.previous === null || nps.previous === nps.score) return 'plain';
  return nps.score > nps.previous ? 'pos' : 'neg';
}

/** Red once a day has passed, amber on the day itself. */
export function dueTone(dueOn: string, today: string): Tone {
  if (dueOn < today) return 'neg';
  return dueOn === today ? 'warn' : 'plain';
}
