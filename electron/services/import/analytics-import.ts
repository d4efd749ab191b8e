import type { ReadDb } from '../../../db/read-db';
import {
  amendWebStatistics,
  listWebStatistics,
  recordWebStatistics,
  type WebStatisticsRow,
} from '../../../db/repositories/ad-statistics.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { ImportAnswer, PreviewRow } from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import { analyticsHeaderScore } from '../../../shared/domain/ad-statistics/analytics-tables';
import type {
  AnalyticsFact,
  AnalyticsStatistics,
} from '../../../shared/domain/ad-statistics/analytics-types';
import {
  parseAnalytics,
  readAnalyticsRows,
} from '../../../shared/domain/ad-statistics/parse-analytics';
import type {
  StatisticsHints,
  StatisticsProblem,
} from '../../../shared/domain/ad-statistics/types';
import { addMinor, formatMinorDecimal } from '../../../shared/domain/money';
import { decodeTable } from '../../../shared/domain/table-file/file-kind';
import { findHeader } from '../../../shared/domain/table-file/find-table';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import { clientOfImport } from './ads-ground';
import type { ImportFile, ImportKind, ImportPlan, ImportSource, PreviewBody } from './import-kind';
import {
  blankRow,
  type CountedLine,
  conversionsOf,
  describeStatisticsProblem,
  encodingOf,
  statisticsAnswer,
  statisticsFields,
  statisticsPhrase,
} from './statistics-answer';
import { tableRowsOf } from './workbook-rows';

type PlannedVisits = {
  readonly fact: AnalyticsFact;
  readonly state: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly existing: WebStatisticsRow | null;
  readonly problem: StatisticsProblem | null;
};

type Compared = {
  readonly clientId: string;
  readonly currency: string;
  readonly file: AnalyticsStatistics;
  readonly planned: readonly PlannedVisits[];
  readonly warnings: readonly StatisticsProblem[];
};

/** Visits, goals and revenue from Yandex.Metrica and GA4. */
export const analyticsImport: ImportKind = {
  kind: 'analytics',
  open(file): ImportSource {
    return new AnalyticsSource(file, file.sheets === undefined ? decodeTable(file.bytes) : null);
  },
};

class AnalyticsSource implements ImportSource {
  readonly #input: ImportFile;
  readonly #decoded: DecodedText | null;

  constructor(input: ImportFile, decoded: DecodedText | null) {
    this.#input = input;
    this.#decoded = decoded;
  }

  #read(hints: StatisticsHints): AnalyticsStatistics {
    if (this.#decoded !== null) return parseAnalytics(this.#decoded.text, hints);
    const sheets = this.#input.sheets ?? [];
    const rows = sheets
      .map(tableRowsOf)
      .find((one) => findHeader(one, analyticsHeaderScore) !== null);
    if (rows === undefined) throw new AppError('statistics-header-missing');
    return readAnalyticsRows(rows, hints);
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const compared = this.#compare(read);
    const { file, currency, planned } = compared;
    return {
      format: file.source === 'ga4' ? 'Google Analytics 4' : 'Yandex Metrica',
      ...encodingOf(this.#decoded),
      currency,
      accounts: file.account === '' ? [] : [{ number: file.account, isNew: false }],
      period: file.period ?? { from: null, to: null },
      balance: null,
      warnings: compared.warnings.map(statisticsPhrase),
      fields: statisticsFields(file.fields),
      rows: [
        ...planned.map((one) => previewVisits(one, currency, language)),
        ...file.left.map((row) => previewLeft(row, currency, language)),
      ].sort((a, b) => a.row - b.row),
      answer: answerOf(compared, language),
    };
  }

  plan(read: ReadDb, _decisions: unknown, language: Language): ImportPlan {
    const compared = this.#compare(read);
    return {
      answer: answerOf(compared, language),
      isEmpty: !compared.planned.some(isWritten),
      write: (tx, importId) => writeVisits(tx, compared, importId),
    };
  }

  refusedRows(): string | null {
    return null;
  }

  #compare(read: ReadDb): Compared {
    const { about, fileName } = this.#input;
    const client = clientOfImport(read, about);
    const file = this.#read({
      fileName,
      currency: client.currency,
      period: about?.period ?? null,
      dateOrder: about?.dateOrder ?? null,
    });
    const booked = new Map(
      listWebStatistics(read, client.id, file.source).map((row) => [keyOf(row), row]),
    );
    const seen = new Map<string, number>();
    const planned = file.facts.map((fact): PlannedVisits => {
      const key = keyOf({ ...fact, fromOn: fact.period.from, toOn: fact.period.to });
      const earlier = seen.get(key);
      seen.set(key, fact.line);
      const existing = booked.get(key) ?? null;
      if (earlier === undefined)
        return { fact, existing, state: stateOf(fact, existing), problem: null };
      const problem: StatisticsProblem = {
        line: fact.line,
        field: '',
        code: 'row-restated',
        params: { other: earlier },
      };
      return { fact, existing, state: 'refused', problem };
    });
    const warnings = [...file.warnings];
    if (this.#decoded?.damaged === true) {
      warnings.push({ line: 1, field: '', code: 'text-damaged', params: {} });
    }
    return { clientId: client.id, currency: client.currency, file, planned, warnings };
  }
}

function isWritten({ state }: PlannedVisits): boolean {
  return state === 'new' || state === 'changed';
}

function keyOf(
  row: Pick<WebStatisticsRow, 'account' | 'dimension' | 'label' | 'fromOn' | 'toOn'>,
): string {
  return [row.account, row.dimension, row.label, row.fromOn, row.toOn].join('\u0000');
}

function stateOf(fact: AnalyticsFact, existing: WebStatisticsRow | null): PlannedVisits['state'] {
  if (existing === null) return 'new';
  const isSame =
    existing.visits === fact.visits &&
    existing.users === fact.users &&
    existing.conversionsHundredths === fact.conversionsHundredths &&
    existing.revenueMinor === fact.revenueMinor &&
    existing.currency === fact.currency;
  return isSame ? 'unchanged' : 'changed';
}

function answerOf(compared: Compared, language: Language): ImportAnswer {
  const { file, planned, warnings } = compared;
  const lines: CountedLine[] = [
    ...planned.map(({ fact, state, problem }) => ({ line: fact.line, state, problem })),
    ...file.left.map(({ line, state, problem }) => ({
      line,
      state: state === 'unsure' ? ('undecided' as const) : state,
      problem,
    })),
  ];
  const totals = totalsOf(planned.filter(isWritten).map(({ fact }) => fact));
  const about = { kind: 'analytics' as const, matched: 0, accounts: [], totals };
  return statisticsAnswer(about, lines, warnings, language);
}

/** Users are left out: the same person visits on several days. */
function totalsOf(facts: readonly AnalyticsFact[]): ImportAnswer['totals'] {
  const currencies = [...new Set(facts.map(({ currency }) => currency))].filter(
    (one) => one !== null,
  );
  const revenue = currencies.sort().map((currency) => {
    const minors = facts
      .filter((fact) => fact.currency === currency)
      .map(({ revenueMinor }) => revenueMinor ?? 0);
    return [currency, { revenue: formatMinorDecimal(addMinor(...minors), currency) }] as const;
  });
  return {
    ...Object.fromEntries(revenue),
    visits: addMinor(...facts.map(({ visits }) => visits)),
    conversions: conversionsOf(
      addMinor(...facts.map(({ conversionsHundredths }) => conversionsHundredths ?? 0)),
    ),
  };
}

function writeVisits(tx: WriteDb, { clientId, planned }: Compared, importId: string): void {
  for (const one of planned) {
    if (!isWritten(one)) continue;
    const { fact, existing } = one;
    const fields = {
      clientId,
      source: fact.source,
      account: fact.account,
      dimension: fact.dimension,
      label: fact.label,
      fromOn: fact.period.from,
      toOn: fact.period.to,
      visits: fact.visits,
      users: fact.users,
      conversionsHundredths: fact.conversionsHundredths,
      revenueMinor: fact.revenueMinor,
      currency: fact.currency,
      importId,
    };
    if (existing === null) recordWebStatistics(tx, fields);
    else amendWebStatistics(tx, existing.id, fields);
  }
}

function previewVisits(
  { fact, state, problem }: PlannedVisits,
  currency: string,
  language: Language,
): PreviewRow {
  return {
    ...blankRow(fact.line, state, 'in', fact.currency ?? currency),
    on: fact.period.from,
    counterparty: fact.label,
    purpose: fact.dimension,
    amountMinor: fact.revenueMinor,
    problem: problem === null ? null : describeStatisticsProblem(problem, language),
  };
}

function previewLeft(
  { line, state, label, problem }: AnalyticsStatistics['left'][number],
  currency: string,
  language: Language,
): PreviewRow {
  return {
    ...blankRow(line, state === 'unsure' ? 'undecided' : state, 'in', currency),
    counterparty: label,
    problem: describeStatisticsProblem(problem, language),
    note: statisticsPhrase(problem),
  };
}
