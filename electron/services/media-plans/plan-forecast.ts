import type { MediaPlanLineRow } from '../../../db/repositories/media-plans.repo';
import {
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfAwayFromZero,
} from '../../../shared/domain/fraction';
import { promisedBy, promisedPerUnit } from '../../../shared/domain/media-plan-line';

type Counted = Pick<MediaPlanLineRow, 'model' | 'impressions' | 'clicks' | 'leads' | 'orders'>;

export type Forecast = Record<'impressions' | 'clicks' | 'leads' | 'orders', number | null>;

/** What a line is expected to bring: what its model promises by volume, and what was entered besides. */
export function forecastOf(row: Counted, volume: Fraction): Forecast {
  const { impressions, clicks, leads, orders } = row;
  const entered = { impressions, clicks, leads, orders };
  const promised = promisedBy(row.model);
  if (promised === null) return entered;
  const count = multiplyFractions(volume, fraction(promisedPerUnit(row.model)));
  return { ...entered, [promised]: Number(roundHalfAwayFromZero(count)) };
}

/** What the cost per result is judged by: orders, or leads where no orders are planned; null where neither is. */
export function targetOf(
  row: Counted,
  volume: Fraction,
  fact: { orders: number | null; leads: number | null } | null,
): { planned: number; reached: number | null } | null {
  const { orders, leads } = forecastOf(row, volume);
  if (orders !== null && orders > 0) return { planned: orders, reached: fact?.orders ?? null };
  if (leads !== null && leads > 0) return { planned: leads, reached: fact?.leads ?? null };
  return null;
}
