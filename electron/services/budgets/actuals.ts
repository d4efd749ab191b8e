import { type PlanSpendRow, readPlanSpendByMonth } from '../../../db/queries/budgets.query';
import { readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import { type BudgetAmount, type BudgetKind, cellKey } from '../../../shared/domain/budget';
import { type Month, monthOf, monthPeriod, type Period } from '../../../shared/domain/dates';
import { divideFractions } from '../../../shared/domain/fraction';
import { convertMinor } from '../../../shared/domain/money';
import type { TimeInput } from '../../../shared/domain/profitability-input';
import type { FigureLine } from '../../../shared/domain/profitability-lines';
import { isClientKind } from '../../../shared/domain/time-cost';
import { baseConverter } from '../accounting-rate';
import { requireClient } from '../clients.service';
import { type PeriodFigures, periodFigures } from '../figures.service';
import { requireAgency } from '../portfolio.service';

/** An amount of a cell with what it comes from: a line of the profit and loss, hours, or a plan's spend. */
export type ActualEntry = BudgetAmount & {
  source:
    | { kind: 'line'; line: FigureLine }
    | { kind: 'time'; time: TimeInput }
    | { kind: 'spend'; spend: PlanSpendRow };
};

/**
 * What was recognised, spent and worked, by month, from the lines that the profit and loss is made of: fees
 * (retainer and project fees recognised), commission, media and production at cost, client hours. A month
 * without media of its own takes the spend of the client's media plans, those in another currency at the
 * accounting rates of the month's last day; where there is no rate, it is left out. Throws `client-not-found`.
 */
export function actualEntriesByMonth(
  read: ReadDb,
  clientId: string,
  from: Month,
  to: Month,
): Map<Month, ActualEntry[]> {
  const period: Period = { from: monthPeriod(from).from, to: monthPeriod(to).to };
  const spends = readPlanSpendByMonth(read, clientId, period.from, period.to);
  const inOwn = spendConverter(read, clientId);
  return new Map(
    periodFigures(read, clientId, period).map((figures) => {
      const month = monthOf(figures.period.from);
      return [
        month,
        entriesOf(figures, spends.filter((spend) => spend.month === month).flatMap(inOwn)),
      ];
    }),
  );
}

function spendConverter(read: ReadDb, clientId: string) {
  const { currency } = requireClient(read, clientId);
  const rates = baseConverter(requireAgency(read).baseCurrency, readAccountingRates(read));
  return (spend: PlanSpendRow): PlanSpendRow[] => {
    if (spend.currency === currency) return [spend];
    const on = monthPeriod(spend.month).to;
    const from = rates.rateOn(spend.currency, on);
    const to = rates.rateOn(currency, on);
    if (from === null || to === null) return [];
    const rate = divideFractions(from, to);
    return [
      { ...spend, spendMinor: convertMinor(spend.spendMinor, spend.currency, currency, rate) },
    ];
  };
}

/** The same, added up by cell; cells of nothing are left out. */
export function actualsByMonth(
  read: ReadDb,
  clientId: string,
  from: Month,
  to: Month,
): Map<Month, BudgetAmount[]> {
  return new Map(
    [...actualEntriesByMonth(read, clientId, from, to)].map(([month, entries]) => {
      const sums = new Map<string, BudgetAmount>();
      for (const { kind, projectId, amount } of entries) {
        const key = cellKey({ kind, projectId });
        sums.set(key, { kind, projectId, amount: (sums.get(key)?.amount ?? 0) + amount });
      }
      return [month, [...sums.values()].filter(({ amount }) => amount !== 0)];
    }),
  );
}

function entriesOf(
  { input, profitability }: PeriodFigures,
  spends: readonly PlanSpendRow[],
): ActualEntry[] {
  const { money } = profitability;
  const ofLines = (
    kind: BudgetKind,
    lines: readonly FigureLine[],
    projectOf: (line: FigureLine) => string | null,
  ): ActualEntry[] =>
    lines.map((line) => ({
      kind,
      projectId: projectOf(line),
      amount: line.minor ?? 0,
      source: { kind: 'line', line },
    }));
  const firstId = ({ source }: FigureLine) => source.ids[0] ?? null;
  const projectIds = new Map(input.production.map(({ id, projectId }) => [id, projectId]));
  const media: ActualEntry[] =
    input.media.length > 0
      ? ofLines('media', money.media.lines, () => null)
      : spends.map((spend) => ({
          kind: 'media',
          projectId: null,
          amount: spend.spendMinor,
          source: { kind: 'spend', spend },
        }));
  return [
    ...ofLines('fees', money['retainer-fee'].lines, firstId),
    ...ofLines('fees', money['project-fee'].lines, firstId),
    ...ofLines('commission', money.commission.lines, () => null),
    ...media,
    ...ofLines(
      'production',
      money['production-cost'].lines,
      (line) => projectIds.get(firstId(line) ?? '') ?? null,
    ),
    ...input.time
      .filter(({ kind }) => isClientKind(kind))
      .map(
        (time): ActualEntry => ({
          kind: 'hours',
          projectId: time.projectId,
          amount: time.seconds,
          source: { kind: 'time', time },
        }),
      ),
  ];
}
