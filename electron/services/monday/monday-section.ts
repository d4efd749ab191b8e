import type { ReadDb } from '../../../db/read-db';
import type { MondayItem } from '../../../shared/contract/monday.contract';
import type { Portfolio, PortfolioClient } from '../../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../../shared/contract/primitives';
import type { Period } from '../../../shared/domain/dates';
import type { BaseConverter } from '../accounting-rate';

/** What every section may look at. The portfolio is that of the last closed month, as of today. */
export type MondayGround = {
  readonly read: ReadDb;
  readonly today: string;
  readonly week: Period;
  readonly portfolio: Portfolio;
  readonly convert: BaseConverter;
};

export type SectionItem = MondayItem & {
  /**
   * Names the money that more than one section may claim, such as a client's monthly income: it is
   * counted in the first item that does, so that items add up to the total.
   */
  readonly once?: string;
};

/** A part of the brief. A later area adds its own to the list of sections and nowhere else; without data it is empty. */
export type MondaySection = {
  items(ground: MondayGround): SectionItem[];
};

/** The client as the brief names it. */
export function namedClient({ id, name, mark, hue }: PortfolioClient): MondayItem['client'] {
  return { id, name, mark, hue };
}

/** Income of the client's last closed month, which a lost client stops to bring; null where there is none. */
export function monthlyIncome(client: PortfolioClient): FigureDto | null {
  const { agi } = client;
  return agi.value !== null && agi.value <= 0 ? null : agi;
}
