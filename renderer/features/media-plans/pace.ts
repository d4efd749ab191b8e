import { PACE_TOLERANCE_PPM } from '../../../shared/domain/media-plan-alerts';
import type { CellView } from '../../components/grid/grid-source';
import type { Formats } from '../../lib/format';

/**
 * «0,91 отстаёт»: spend against the plan to date, 1 being in pace.
 * @param pacePpm how far the spend is from the plan to date; null where nothing is known
 */
export function paceView(
  pacePpm: number | null,
  flight: { readonly from: string; readonly to: string },
  on: string,
  t: (key: string) => string,
  format: Formats,
): CellView {
  if (pacePpm === null) {
    return {
      text: '—',
      tone: 'quiet',
      word: t(flight.from > on ? 'pace.notStarted' : 'pace.noFact'),
    };
  }
  const text = format.number(1 + pacePpm / 1_000_000, { min: 2, max: 2 });
  if (pacePpm < -PACE_TOLERANCE_PPM) return { text, tone: 'warn', word: t('pace.behind') };
  if (pacePpm > PACE_TOLERANCE_PPM) return { text, tone: 'neg', word: t('pace.ahead') };
  return { text, word: t('pace.on') };
}
