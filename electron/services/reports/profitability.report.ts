import { readClientMonths, readPortfolioMonths } from '../../../db/queries/client-months.query';
import { readAccountingRates, readPortfolioClients } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import type { ProfitLine } from '../../../shared/contract/clients.contract';
import type { FigureDto, Language, Period } from '../../../shared/contract/primitives';
import { monthOf, monthsOf } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, formatDateRange, formatMonth } from '../../../shared/i18n/formats';
import { baseConverter } from '../accounting-rate';
import { requireClient } from '../clients.service';
import { monthSumOf, requireAgency } from '../portfolio.service';
import { convertLine, profitLineOf, ratioOfFigures, sumFigures, sumMonths } from '../profit-line';
import type { Report, ReportCell, ReportColumn, ReportRow } from './report';

const MONEY_COLUMNS = [
  'recognised',
  'passThrough',
  'agi',
  'deliveryCost',
  'deliveryMargin',
  'directCosts',
  'contribution',
  'overhead',
  'netProfit',
] as const;

/** Shares of AGI and the amounts they are made of. */
const RATIOS = {
  deliveryMarginPpm: 'deliveryMargin',
  contributionPpm: 'contribution',
  netMarginPpm: 'netProfit',
} as const;

/** Columns in reading order: each share follows its amount. */
const ORDER = [
  'recognised',
  'passThrough',
  'agi',
  'deliveryCost',
  'deliveryMargin',
  'deliveryMarginPpm',
  'directCosts',
  'contribution',
  'contributionPpm',
  'overhead',
  'netProfit',
  'netMarginPpm',
] as const;

export type ProfitabilityOptions = {
  period: Period;
  clientId: string | null;
  language: Language;
  today: string;
};

function cellOf(figure: FigureDto): ReportCell {
  return figure.value === null && figure.missing.length > 0
    ? { missing: figure.missing }
    : figure.value;
}

function lineCells(line: ProfitLine): ReportRow {
  return Object.fromEntries(ORDER.map((key) => [key, cellOf(line[key])]));
}

/** Totals are summed parts; their shares are quotients of the sums. */
function totalsOf(lines: readonly ProfitLine[]): ReportRow {
  const sums = new Map(
    MONEY_COLUMNS.map((key) => [key, sumFigures(lines.map((line) => line[key]))]),
  );
  const agi = sums.get('agi') ?? sumFigures([]);
  const cells: Record<string, ReportCell> = {};
  for (const [key, figure] of sums) cells[key] = cellOf(figure);
  for (const [key, numerator] of Object.entries(RATIOS)) {
    cells[key] = cellOf(ratioOfFigures(sums.get(numerator) ?? sumFigures([]), agi));
  }
  return cells;
}

function figureColumns(language: Language, currency: string): ReportColumn[] {
  const t = translatorOf(language).getFixedT(language, 'report');
  return ORDER.map((key) => {
    const numerator = key in RATIOS ? RATIOS[key as keyof typeof RATIOS] : null;
    return {
      key,
      title: t(`profitability.${key}`),
      unit: numerator === null ? 'money' : 'ppm',
      currency: numerator === null ? currency : null,
      total:
        numerator === null ? { kind: 'sum' } : { kind: 'ratio', numerator, denominator: 'agi' },
    };
  });
}

function textColumn(key: string, title: string): ReportColumn {
  return { key, title, unit: 'text', currency: null, total: { kind: 'none' } };
}

/** What every client earned in a span of whole months, in the base currency. */
function byClient(read: ReadDb, options: ProfitabilityOptions): Report {
  const { period, language, today } = options;
  const t = translatorOf(language).getFixedT(language, 'report');
  const agency = requireAgency(read);
  const scope = { managerId: null, clientId: null };
  const convert = baseConverter(agency.baseCurrency, readAccountingRates(read));
  const months = readPortfolioMonths(read, scope, monthOf(period.from), monthOf(period.to));
  const clients = readPortfolioClients(read, scope, today).map((client) => {
    const own = profitLineOf(
      sumMonths(months.filter((row) => row.clientId === client.id).map(monthSumOf)),
    );
    return {
      client,
      line: convertLine(own, (figure) => convert.toBase(figure, client.currency, period.to)),
    };
  });
  clients.sort((a, b) => (b.line.agi.value ?? 0) - (a.line.agi.value ?? 0));
  return {
    name: 'profitability',
    title: t('profitability.title'),
    subtitle: t('profitability.subtitle', {
      agency: agency.name,
      period: formatDateRange(language, period.from, period.to),
      currency: agency.baseCurrency,
    }),
    params: { from: period.from, to: period.to, client: null },
    columns: [
      textColumn('client', t('column.client')),
      textColumn('tier', t('column.tier')),
      textColumn('clientCurrency', t('column.client-currency')),
      ...figureColumns(language, agency.baseCurrency),
    ],
    rows: clients.map(({ client, line }) => ({
      id: client.id,
      client: client.name,
      tier: client.tier,
      clientCurrency: client.currency,
      ...lineCells(line),
    })),
    totals: { client: t('total'), ...totalsOf(clients.map(({ line }) => line)) },
    notes: [t('profitability.note'), t('as-of', { on: formatDate(language, today) })],
  };
}

/** What one client earned month by month, in its own currency. */
function byMonth(read: ReadDb, options: ProfitabilityOptions, clientId: string): Report {
  const { period, language, today } = options;
  const t = translatorOf(language).getFixedT(language, 'report');
  const client = requireClient(read, clientId);
  const kept = new Map(
    readClientMonths(read, clientId, monthOf(period.from), monthOf(period.to)).map((row) => [
      row.month,
      row,
    ]),
  );
  const lines = monthsOf(period).map((month) => {
    const row = kept.get(month);
    return { month, line: profitLineOf(sumMonths(row === undefined ? [] : [monthSumOf(row)])) };
  });
  return {
    name: 'profitability',
    title: t('profitability.client-title', { client: client.name }),
    subtitle: t('profitability.subtitle', {
      agency: requireAgency(read).name,
      period: formatDateRange(language, period.from, period.to),
      currency: client.currency,
    }),
    params: { from: period.from, to: period.to, client: clientId },
    columns: [textColumn('month', t('column.month')), ...figureColumns(language, client.currency)],
    rows: lines.map(({ month, line }) => ({
      month: formatMonth(language, month),
      ...lineCells(line),
    })),
    totals: { month: t('total'), ...totalsOf(lines.map(({ line }) => line)) },
    notes: [t('profitability.note'), t('as-of', { on: formatDate(language, today) })],
  };
}

/** The profitability report: by client, or by month of one client. Views of revenue: recognised. */
export function profitabilityReport(read: ReadDb, options: ProfitabilityOptions): Report {
  return options.clientId === null
    ? byClient(read, options)
    : byMonth(read, options, options.clientId);
}
