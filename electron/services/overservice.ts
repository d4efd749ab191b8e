import type { ReadDb } from '../../db/read-db';
import type { FigureDto, Period } from '../../shared/contract/primitives';
import { total } from '../../shared/domain/figure';
import { perHour, valueOfTime } from '../../shared/domain/time-cost';
import { periodFigures } from './figures.service';
import { figureOf } from './profit-line';
import { quantityFigure } from './receivables-facts';

/** What retainer hours beyond the norm are worth at the retainer's own rate: discounted fee / included hours. */
export function overserviceValue(
  read: ReadDb,
  clientId: string,
  period: Period,
  seconds: number | null,
): FigureDto {
  if (seconds === null) return figureOf(null);
  const figures = periodFigures(read, clientId, period);
  const included = figures
    .flatMap((each) => each.input.retainers)
    .reduce((sum, retainer) => sum + retainer.includedSeconds, 0);
  const fee = total(figures.map((each) => each.profitability.money['retainer-fee'].exact));
  return quantityFigure(valueOfTime([{ seconds, rate: perHour(fee, included) }]), 1);
}
