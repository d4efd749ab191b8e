import { readPlanSpendByMonth } from '../../../db/queries/budgets.query';
import type { ReadDb } from '../../../db/read-db';
import { type BudgetAmount, type BudgetKind, cellKey } from '../../../shared/domain/budget';
import { type Month, monthOf, monthPeriod, type Period } from '../../../shared/domain/dates';
import type { FigureLine } from '../../../shared/domain/profitability-lines';
import { isClientKind } from '../../../shared/domain/time-cost';
import { type PeriodFigures, periodFigures } from '../figures.service';

/**
 * What was recognised, spent and worked, by month, from the lines that the profit and loss is made of: fees
 * (retainer and project fees recognised), commission, media and production at cost, client hours. A month
 * without media of its own takes the spend of the client's media plans. Throws `client-not-found`.
 */
export function actualsByMonth(
  read: ReadDb,
  clientId: string,
  from: Month,
  to: Month,
): Map<Month, BudgetAmount[]> {
  const period: Period = { from: monthPeriod(from).from, to: monthPeriod(to).to };
  const planSpend = new Map(
    readPlanSpendByMonth(read, clientId, period.from, period.to).map((row) => [
      row.month,
      row.spendMinor,
    ]),
  );
  return new Map(
    periodFigures(read, clientId, period).map((figures) => {
      const month = monthOf(figures.period.from);
      return [month, amountsOf(figures, planSpend.get(month) ?? 0)];
    }),
  );
}

function amountsOf(
  { input, profitability }: PeriodFigures,
  planSpendMinor: number,
): BudgetAmount[] {
  const sums = new Map<string, BudgetAmount>();
  const add = (kind: BudgetKind, projectId: string | null, amount: number): void => {
    const key = cellKey({ kind, projectId });
    sums.set(key, { kind, projectId, amount: (sums.get(key)?.amount ?? 0) + amount });
  };
  const { money } = profitability;
  const addLines = (
    kind: BudgetKind,
    lines: readonly FigureLine[],
    projectOf: (line: FigureLine) => string | null,
  ): void => {
    for (const line of lines) add(kind, projectOf(line), line.minor ?? 0);
  };
  const firstId = ({ source }: FigureLine) => source.ids[0] ?? null;
  addLines('fees', money['retainer-fee'].lines, firstId);
  addLines('fees', money['project-fee'].lines, firstId);
  addLines('commission', money.commission.lines, () => null);
  if (input.media.length === 0) add('media', null, planSpendMinor);
  else addLines('media', money.media.lines, () => null);
  const projectIds = new Map(input.production.map(({ id, projectId }) => [id, projectId]));
  addLines(
    'production',
    money['production-cost'].lines,
    (line) => projectIds.get(firstId(line) ?? '') ?? null,
  );
  for (const { kind, projectId, seconds } of input.time) {
    if (isClientKind(kind)) add('hours', projectId, seconds);
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}
