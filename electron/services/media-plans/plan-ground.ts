import { readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import type { MediaPlanRow } from '../../../db/repositories/media-plans.repo';
import type { Period, PlainDate } from '../../../shared/domain/dates';
import { divideFractions, formatFraction } from '../../../shared/domain/fraction';
import { baseConverter } from '../accounting-rate';
import { requireAgency } from '../portfolio.service';
import type { LineGround } from './plan-line';
import { columnsOfPlan, PlanRates, termsOfPlan, vatOfLine, vatOfPlan } from './plan-model';

/** Decimals of a rate as it is kept with a line. */
const RATE_DECIMALS = 6;

/** What the lines of a plan are checked against; `columns` where they are about to become others. */
export function groundOf(
  read: ReadDb,
  plan: MediaPlanRow,
  today: PlainDate,
  columns: readonly Period[] = columnsOfPlan(read, plan),
): LineGround {
  const rates = new PlanRates(read);
  const converter = baseConverter(requireAgency(read).baseCurrency, readAccountingRates(read));
  return {
    terms: termsOfPlan(plan, vatOfPlan(plan, rates)),
    currency: plan.currency,
    columns,
    vatOf: (line) => vatOfLine(line, rates),
    today,
    rateOn: (currency, on) => {
      const from = converter.rateOn(currency, on);
      const to = converter.rateOn(plan.currency, on);
      if (from === null || to === null) return null;
      const rate = formatFraction(divideFractions(from, to), RATE_DECIMALS).replace(/\.?0+$/, '');
      return Number(rate) === 0 ? null : rate;
    },
  };
}
