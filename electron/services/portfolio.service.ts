import { type ClientMonthRow, readPortfolioMonths } from '../../db/queries/client-months.query';
import {
  type AgencyFacts,
  type DebtRow,
  type PortfolioClientRow,
  type PortfolioScope,
  readAccountingRates,
  readAgencyFacts,
  readDebts,
  readManagers,
  readNewestScores,
  readOpenDeadlines,
  readPortfolioClients,
} from '../../db/queries/portfolio.query';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import type { Portfolio, PortfolioClient } from '../../shared/contract/portfolio.contract';
import type { FigureDto, Missing, Period, Phrase } from '../../shared/contract/primitives';
import { concentrationOf } from '../../shared/domain/concentration';
import {
  addMonths as addCalendarMonths,
  addDays,
  diffDays,
  mondayOf,
  monthOf,
  monthPeriod,
  monthsOf,
} from '../../shared/domain/dates';
import { toMinor } from '../../shared/domain/figure';
import { countScores, netPromoterScore } from '../../shared/domain/nps';
import { type BaseConverter, baseConverter } from './accounting-rate';
import { rankRisks, riskReasons, riskTotals } from './portfolio-risk';
import {
  convertLine,
  figureOf,
  type MonthSum,
  profitLineOf,
  ratioOfFigures,
  ratioPpm,
  sumFigures,
  sumMonths,
  unknownFigure,
} from './profit-line';

const TREND_MONTHS = 12;
const HABIT_MONTHS = 3;
const CALENDAR_DAYS = 14;

/** The kept row of a month as a sum that others can be added to. */
export function monthSumOf(row: ClientMonthRow): MonthSum {
  return { ...row, missing: row.missing === '[]' ? [] : (JSON.parse(row.missing) as Missing[]) };
}

/** What every portfolio reading needs; throws `workspace-foreign` where the file has no agency in it. */
export function requireAgency(read: ReadDb): AgencyFacts {
  const agency = readAgencyFacts(read);
  if (agency === undefined) throw new AppError('workspace-foreign', { path: '' });
  return agency;
}

type JudgedClient = Omit<PortfolioClient, 'isAtRisk' | 'isKey'>;

type Gathered = {
  agency: AgencyFacts;
  period: Period;
  today: string;
  convert: BaseConverter;
  monthsByClient: Map<string, Map<string, ClientMonthRow>>;
  debts: Map<string, DebtRow>;
};

/** First month that any part of the screen reads. */
function firstMonth(period: Period, today: string): string {
  const trendFrom = addCalendarMonths(monthOf(period.to), 1 - TREND_MONTHS);
  const chartFrom = addCalendarMonths(monthOf(today), -TREND_MONTHS);
  return [trendFrom, chartFrom, monthOf(period.from)].sort()[0] ?? trendFrom;
}

function groupByClient(rows: readonly ClientMonthRow[]): Map<string, Map<string, ClientMonthRow>> {
  const grouped = new Map<string, Map<string, ClientMonthRow>>();
  for (const row of rows) {
    const months = grouped.get(row.clientId) ?? new Map<string, ClientMonthRow>();
    months.set(row.month, row);
    grouped.set(row.clientId, months);
  }
  return grouped;
}

function sumOver(
  months: Map<string, ClientMonthRow> | undefined,
  wanted: readonly string[],
): MonthSum {
  return sumMonths(
    wanted.flatMap((month) => {
      const row = months?.get(month);
      return row === undefined ? [] : [monthSumOf(row)];
    }),
  );
}

function marginTrend(
  months: Map<string, ClientMonthRow> | undefined,
  period: Period,
): (number | null)[] {
  const last = monthOf(period.to);
  return Array.from({ length: TREND_MONTHS }, (_, index) => {
    const row = months?.get(addCalendarMonths(last, index + 1 - TREND_MONTHS));
    if (row === undefined || row.deliveryMarginMinor === null) return null;
    return ratioPpm(row.deliveryMarginMinor, row.agiMinor);
  });
}

type Answer = { score: number; answeredOn: string };

/** The newest answer and the one before from the JSON of the query. */
export function npsOf(json: string | null): PortfolioClient['nps'] {
  const [newest, before] = json === null ? [] : (JSON.parse(json) as Answer[]);
  return newest === undefined ? null : { ...newest, previous: before?.score ?? null };
}

function clientOf(row: PortfolioClientRow, gathered: Gathered): JudgedClient {
  const { period, today, convert, agency } = gathered;
  const months = gathered.monthsByClient.get(row.id);
  const own = profitLineOf(sumOver(months, monthsOf(period)));
  const line = convertLine(own, (figure) => convert.toBase(figure, row.currency, period.to));
  const current = months?.get(monthOf(today));
  const debt = gathered.debts.get(row.id);
  const balance = (minor: number): FigureDto =>
    convert.toBase(figureOf(minor), row.currency, today);
  const aboveLimit =
    row.creditLimitMinor === null ? 0 : Math.max(0, (debt?.openMinor ?? 0) - row.creditLimitMinor);
  return {
    id: row.id,
    name: row.name,
    descriptor: row.descriptor,
    mark: row.mark,
    hue: row.hue,
    tier: row.tier,
    currency: row.currency,
    agi: line.agi,
    ownAgi: row.currency === agency.baseCurrency ? line.agi : own.agi,
    deliveryMargin: line.deliveryMargin,
    deliveryMarginPpm: own.deliveryMarginPpm,
    contribution: line.contribution,
    marginTrendPpm: marginTrend(months, period),
    retainer:
      current === undefined ||
      (current.retainerAvailableSeconds === 0 && current.retainerUsedSeconds === 0)
        ? null
        : {
            usedSeconds: current.retainerUsedSeconds,
            availableSeconds: current.retainerAvailableSeconds,
            burnPpm: ratioPpm(current.retainerUsedSeconds, current.retainerAvailableSeconds),
          },
    receivables: balance(debt?.openMinor ?? 0),
    overdue: balance(debt?.overdueMinor ?? 0),
    oldestDaysOverdue: debt?.oldestDueOn == null ? 0 : diffDays(debt.oldestDueOn, today),
    aboveLimit: balance(aboveLimit),
    nextDeadline:
      row.nextDeadline === null
        ? null
        : (JSON.parse(row.nextDeadline) as PortfolioClient['nextDeadline']),
    silentDays: row.lastContactOn === null ? null : diffDays(row.lastContactOn, today),
    lastContactOn: row.lastContactOn,
    nps: npsOf(row.npsAnswers),
    contractEndsOn: row.contractEndsOn,
  };
}

function agiOfMonth(
  gathered: Gathered,
  clients: readonly PortfolioClientRow[],
  month: string,
): FigureDto {
  const endsOn = monthPeriod(month).to;
  return sumFigures(
    clients.flatMap((client) => {
      const row = gathered.monthsByClient.get(client.id)?.get(month);
      return row === undefined
        ? []
        : [gathered.convert.toBase(figureOf(row.agiMinor), client.currency, endsOn)];
    }),
  );
}

/** Thirteen months ending with today's. The open month's end is estimated by habit: the mean of the three before it. */
function agiByMonth(
  gathered: Gathered,
  clients: readonly PortfolioClientRow[],
): Portfolio['agiByMonth'] {
  const current = monthOf(gathered.today);
  const months = Array.from({ length: TREND_MONTHS + 1 }, (_, index) => {
    const month = addCalendarMonths(current, index - TREND_MONTHS);
    return {
      month,
      agi: agiOfMonth(gathered, clients, month),
      forecastMinor: null as number | null,
    };
  });
  const open = months.at(-1);
  const habit = months.slice(-1 - HABIT_MONTHS, -1).map((each) => each.agi.value);
  if (open !== undefined && habit.every((value) => value !== null)) {
    const mean = Math.round(habit.reduce((sum, value) => sum + value, 0) / HABIT_MONTHS);
    open.forecastMinor = Math.max(mean, open.agi.value ?? 0);
  }
  return months;
}

function totalsOf(
  clients: readonly JudgedClient[],
  scores: readonly number[],
): Portfolio['totals'] {
  const agi = sumFigures(clients.map((client) => client.agi));
  const deliveryMargin = sumFigures(clients.map((client) => client.deliveryMargin));
  const usedSeconds = clients.reduce((sum, client) => sum + (client.retainer?.usedSeconds ?? 0), 0);
  const availableSeconds = clients.reduce(
    (sum, client) => sum + (client.retainer?.availableSeconds ?? 0),
    0,
  );
  const nps = toMinor(netPromoterScore(countScores(scores)));
  return {
    agi,
    deliveryMargin,
    deliveryMarginPpm: ratioOfFigures(deliveryMargin, agi),
    contribution: sumFigures(clients.map((client) => client.contribution)),
    retainer: { usedSeconds, availableSeconds, burnPpm: ratioPpm(usedSeconds, availableSeconds) },
    receivables: sumFigures(clients.map((client) => client.receivables)),
    overdue: sumFigures(clients.map((client) => client.overdue)),
    nps: nps.known ? figureOf(nps.value) : unknownFigure([]),
  };
}

function gather(read: ReadDb, scope: PortfolioScope, period: Period, today: string): Gathered {
  const agency = requireAgency(read);
  const lastMonth = [monthOf(period.to), monthOf(today)].sort().at(-1) ?? monthOf(today);
  return {
    agency,
    period,
    today,
    convert: baseConverter(agency.baseCurrency, readAccountingRates(read)),
    monthsByClient: groupByClient(
      readPortfolioMonths(read, scope, firstMonth(period, today), lastMonth),
    ),
    debts: new Map(readDebts(read, scope, today).map((debt) => [debt.clientId, debt])),
  };
}

/** Why one client needs a look today; the same judgement as the portfolio's. */
export function judgeClient(
  read: ReadDb,
  clientId: string,
  period: Period,
  today: string,
): Phrase[] {
  const scope = { managerId: null, clientId };
  const gathered = gather(read, scope, period, today);
  return readPortfolioClients(read, scope, today).flatMap((row) =>
    riskReasons(clientOf(row, gathered), today, gathered.agency.baseCurrency),
  );
}

/** The portfolio of a manager (null: of all) for a span of whole months, as of a day. */
export function showPortfolio(
  read: ReadDb,
  period: Period,
  managerId: string | null,
  today: string,
): Portfolio {
  const scope = { managerId, clientId: null };
  const gathered = gather(read, scope, period, today);
  const { agency } = gathered;
  const rates = readAccountingRates(read);
  const rows = readPortfolioClients(read, scope, today);
  const clients = rows.map((row) => clientOf(row, gathered));
  const risks = rankRisks(clients, today, agency.baseCurrency);
  const atRisk = new Set(risks.map((risk) => risk.clientId));
  const key = new Set(
    concentrationOf(clients.map((client) => ({ id: client.id, agiMinor: client.agi.value ?? 0 })))
      .keyTierIds ?? [],
  );
  const monday = mondayOf(today);
  return {
    period,
    periodState: period.to < today ? 'closed' : 'open',
    asOf: today,
    baseCurrency: agency.baseCurrency,
    marginTargetPpm: agency.marginTargetPpm,
    clients: clients.map((client) => ({
      ...client,
      isAtRisk: atRisk.has(client.id),
      isKey: key.has(client.id),
    })),
    totals: totalsOf(clients, readNewestScores(read, scope, today)),
    agiByMonth: agiByMonth(gathered, rows),
    deadlines: readOpenDeadlines(read, scope, monday, addDays(monday, CALENDAR_DAYS - 1)),
    risks,
    riskTotals: riskTotals(risks),
    rates: [...new Set(rows.map((row) => row.currency))].flatMap((currency) => {
      const rate = rates.findLast((each) => each.currency === currency && each.validFrom <= today);
      return rate === undefined ? [] : [rate];
    }),
    managers: readManagers(read),
  };
}

/** Overdue debts of all clients in the base currency; those without an accounting rate are left out. */
export function totalOverdue(read: ReadDb, today: string): number {
  const convert = baseConverter(requireAgency(read).baseCurrency, readAccountingRates(read));
  return readDebts(read, { managerId: null, clientId: null }, today).reduce(
    (sum, debt) =>
      sum + (convert.toBase(figureOf(debt.overdueMinor), debt.currency, today).value ?? 0),
    0,
  );
}
