import type { ReadDb } from '../../../db/read-db';
import {
  amendAdStatistics,
  recordAdStatistics,
  rememberAdAccount,
  setAdMappingRule,
} from '../../../db/repositories/ad-statistics.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type {
  CampaignDecision,
  ImportAnswer,
  PreviewRow,
} from '../../../shared/contract/imports.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import { adHeaderScore } from '../../../shared/domain/ad-statistics/columns';
import { parseAdSheet, parseAdStatistics } from '../../../shared/domain/ad-statistics/parse-ads';
import type {
  AdStatistics,
  StatisticsHints,
  StatisticsProblem,
} from '../../../shared/domain/ad-statistics/types';
import { addMinor, formatMinorDecimal } from '../../../shared/domain/money';
import { decodeTable } from '../../../shared/domain/table-file/file-kind';
import { findHeader, findTable } from '../../../shared/domain/table-file/find-table';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import { projectLines } from './ads-facts';
import { type AdGround, clientOfImport, gatherAdGround } from './ads-ground';
import { campaignKeyOf, isWrittenState, type PlannedFact, planAds } from './ads-plan';
import { campaignsOf, type RuleChange, ruleChanges, withDecision } from './ads-rules';
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

/** Sheet of VK Ads that holds the advertisements. */
const VK_SHEET = 'объявления';

type Compared = {
  readonly file: AdStatistics;
  readonly ground: AdGround;
  readonly planned: readonly PlannedFact[];
  readonly changes: readonly RuleChange[];
  readonly lines: readonly CountedLine[];
  readonly warnings: readonly StatisticsProblem[];
};

/** Statistics of Yandex.Direct, Google Ads, Meta and VK Ads into the facts of media plans. */
export const adsImport: ImportKind = {
  kind: 'ads',
  open(file): ImportSource {
    // What it says is read when its client is known.
    return new AdsSource(file, file.sheets === undefined ? decodeTable(file.bytes) : null);
  },
};

class AdsSource implements ImportSource {
  readonly #input: ImportFile;
  readonly #decoded: DecodedText | null;
  /** Lines that the last reading refused. */
  #refused: ReadonlySet<number> = new Set();

  constructor(input: ImportFile, decoded: DecodedText | null) {
    this.#input = input;
    this.#decoded = decoded;
  }

  #read(hints: StatisticsHints): AdStatistics {
    const { sheets } = this.#input;
    if (this.#decoded !== null) return parseAdStatistics(this.#decoded.text, hints);
    const named = sheets?.find(({ name }) => name.trim().toLowerCase() === VK_SHEET);
    const inOrder = named === undefined ? (sheets ?? []) : [named, ...(sheets ?? [])];
    const rows = inOrder.map(tableRowsOf).find((one) => findHeader(one, adHeaderScore) !== null);
    if (rows === undefined) throw new AppError('statistics-header-missing');
    return parseAdSheet(rows, hints);
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const compared = this.#compare(read);
    const { file, planned, ground } = compared;
    const known = new Set(ground.accounts.map(({ account }) => account));
    return {
      format: FORMAT_NAMES[file.source],
      ...encodingOf(this.#decoded),
      currency: planned[0]?.fact.currency ?? ground.currencies[0] ?? 'RUB',
      accounts: file.accounts.map((number) => ({ number, isNew: !known.has(number) })),
      period: file.period ?? { from: null, to: null },
      balance: null,
      warnings: compared.warnings.map(statisticsPhrase),
      fields: statisticsFields(file.fields),
      rows: [
        ...planned.map((one) => previewFact(one, language)),
        ...file.left.map((row) => previewLeft(row, ground, language)),
      ].sort((a, b) => a.row - b.row),
      answer: answerOf(compared, language),
      campaigns: campaignsOf(planned),
      lines: ground.lines.map(({ originId, planName, channel, placement }) => ({
        id: originId,
        title: [channel, placement].filter((word) => word !== '').join(' · '),
        planName,
      })),
    };
  }

  plan(
    read: ReadDb,
    _decisions: unknown,
    language: Language,
    campaigns: readonly CampaignDecision[] = [],
  ): ImportPlan {
    const compared = this.#compare(read, campaigns);
    const { about } = this.#input;
    return {
      answer: answerOf(compared, language),
      isEmpty:
        compared.changes.length === 0 &&
        !compared.planned.some(({ state }) => isWrittenState(state)),
      write: (tx, importId) => writeAds(tx, compared, about?.vat ?? 'unknown', importId),
    };
  }

  refusedRows(): string | null {
    const table = this.#decoded && findTable(this.#decoded.text, adHeaderScore);
    if (this.#decoded === null || table === null || this.#refused.size === 0) return null;
    const lines = this.#decoded.text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
    const rows = table.rows.flatMap(({ line }, index) => {
      const end = (table.rows[index + 1]?.line ?? lines.length + 1) - 1;
      return index <= table.header || this.#refused.has(line) ? lines.slice(line - 1, end) : [];
    });
    return [...rows, ''].join('\r\n');
  }

  #compare(read: ReadDb, campaigns: readonly CampaignDecision[] = []): Compared {
    const { about, fileName } = this.#input;
    const client = clientOfImport(read, about);
    const file = this.#read({
      fileName,
      currency: client.currency,
      period: about?.period ?? null,
      dateOrder: about?.dateOrder ?? null,
      ...(about?.vat == null ? {} : { vat: about.vat }),
    });
    const ground = gatherAdGround(read, client, file.source);
    const changes = ruleChanges(campaigns, ground);
    const planned = planAds(file, ground, about).map((one) => withDecision(one, changes));
    const lines: CountedLine[] = [
      ...planned.flatMap(({ fact, state, problem }) =>
        fact.lines.map((line, index) => ({ line, state, problem: index === 0 ? problem : null })),
      ),
      ...file.left.map(({ line, state, problem }) => ({
        line,
        state: state === 'unsure' ? ('undecided' as const) : state,
        problem,
      })),
    ];
    const refused = lines.filter(({ state }) => state === 'refused');
    this.#refused = new Set(refused.map(({ line }) => line));
    return {
      file,
      ground,
      planned,
      changes,
      lines,
      warnings: warningsOf(file, planned, this.#decoded),
    };
  }
}

const FORMAT_NAMES: Readonly<Record<AdStatistics['source'], string>> = {
  'yandex-direct': 'Yandex Direct',
  'google-ads': 'Google Ads',
  meta: 'Meta Ads',
  'vk-ads': 'VK Ads',
  other: 'CSV',
};

function warningsOf(
  file: AdStatistics,
  planned: readonly PlannedFact[],
  decoded: DecodedText | null,
): StatisticsProblem[] {
  const isVatKnown = planned.every(({ fact }) => fact.vat !== 'unknown');
  const warnings = file.warnings.filter(({ code }) => code !== 'vat-unknown' || !isVatKnown);
  const loose = new Set(
    planned.filter(({ line }) => line === null).map(({ campaignKey }) => campaignKey),
  );
  const line = file.headerLine;
  if (loose.size > 0) {
    warnings.push({ line, field: '', code: 'campaigns-unmapped', params: { count: loose.size } });
  }
  if (decoded?.damaged === true)
    warnings.push({ line: 1, field: '', code: 'text-damaged', params: {} });
  return warnings;
}

function answerOf(
  { file, ground, planned, lines, warnings }: Compared,
  language: Language,
): ImportAnswer {
  const written = planned.filter(({ state }) => isWrittenState(state));
  const known = new Set(ground.accounts.map(({ account }) => account));
  const accounts = new Set(written.map(({ fact }) => fact.account).filter((one) => one !== ''));
  const about = {
    kind: 'ads' as const,
    matched: written.filter(({ line }) => line !== null).length,
    accounts: [...accounts].filter((account) => !known.has(account)).sort(),
    totals: totalsOf(written, file, ground),
  };
  return statisticsAnswer(about, lines, warnings, language);
}

function totalsOf(
  written: readonly PlannedFact[],
  file: AdStatistics,
  ground: AdGround,
): ImportAnswer['totals'] {
  const facts = written.map(({ fact }) => fact);
  const currencies = new Set(facts.map(({ currency }) => currency));
  if (currencies.size === 0)
    currencies.add(file.facts[0]?.currency ?? ground.currencies[0] ?? 'RUB');
  const sum = (values: readonly (number | null)[]) =>
    addMinor(...values.map((value) => value ?? 0));
  const spend = [...currencies].sort().map((currency) => {
    const minors = facts.filter((fact) => fact.currency === currency).map((one) => one.spendMinor);
    return [currency, { spend: formatMinorDecimal(addMinor(...minors), currency) }] as const;
  });
  return {
    ...Object.fromEntries(spend),
    impressions: sum(facts.map(({ impressions }) => impressions)),
    clicks: sum(facts.map(({ clicks }) => clicks)),
    conversions: conversionsOf(sum(facts.map((fact) => fact.conversionsHundredths))),
  };
}

function writeAds(
  tx: WriteDb,
  { file, ground, planned, changes }: Compared,
  saidVat: 'included' | 'excluded' | 'unknown',
  importId: string,
): void {
  const { clientId } = ground;
  const { source } = file;
  const written = planned.filter(({ state }) => isWrittenState(state));
  for (const account of new Set(written.map(({ fact }) => fact.account))) {
    rememberAdAccount(tx, { clientId, source, account, vat: saidVat });
  }
  const touched = new Map<string, Set<string> | null>();
  for (const { campaignKey, line, countsAs, formerOriginId } of changes) {
    const rule = line === null ? null : { lineId: line.originId, countsAs };
    setAdMappingRule(tx, { clientId, source, campaignKey }, rule);
    // A new rule speaks for all days of its campaign, also those booked before.
    for (const originId of [formerOriginId, line?.originId ?? null]) {
      if (originId !== null) touched.set(originId, null);
    }
  }
  for (const { fact, campaignKey, existing, line, countsAs, isNewRule } of written) {
    const fields = {
      clientId,
      source,
      account: fact.account,
      campaignKey,
      campaign: fact.campaign,
      fromOn: fact.period.from,
      toOn: fact.period.to,
      spendMinor: fact.spendMinor,
      currency: fact.currency,
      vat: fact.vat,
      impressions: fact.impressions,
      clicks: fact.clicks,
      conversionsHundredths: fact.conversionsHundredths,
      revenueMinor: fact.revenueMinor,
      importId,
    };
    if (existing === null) recordAdStatistics(tx, fields);
    else amendAdStatistics(tx, existing.id, fields);
    if (line === null) continue;
    if (isNewRule) {
      const of = { clientId, source, campaignKey: campaignKeyOf(fact) };
      setAdMappingRule(tx, of, { lineId: line.originId, countsAs });
    }
    const days = isNewRule ? null : touched.get(line.originId);
    if (days === null) touched.set(line.originId, null);
    else {
      const changed = (days ?? new Set<string>()).add(fact.period.to);
      touched.set(line.originId, existing === null ? changed : changed.add(existing.toOn));
    }
  }
  projectLines(tx, { clientId, source, importId }, touched);
}

function previewFact(
  { fact, state, problem, existing, line }: PlannedFact,
  language: Language,
): PreviewRow {
  return {
    ...blankRow(fact.lines[0] ?? 1, state, 'out', fact.currency),
    on: fact.period.from,
    counterparty: fact.campaign,
    purpose: line === null ? '' : [line.planName, line.placement || line.channel].join(' · '),
    amountMinor: fact.spendMinor,
    problem: problem === null ? null : describeStatisticsProblem(problem, language),
    note: noteOf(state, existing),
  };
}

function noteOf(state: PlannedFact['state'], existing: PlannedFact['existing']): Phrase | null {
  if (state !== 'changed' || existing === null) return null;
  const { spendMinor: amountMinor, currency } = existing;
  return { key: 'import:note.restated', params: { amountMinor, currency } };
}

function previewLeft(
  { line, state, campaign, problem }: AdStatistics['left'][number],
  ground: AdGround,
  language: Language,
): PreviewRow {
  const shown = state === 'unsure' ? 'undecided' : state;
  return {
    ...blankRow(line, shown, 'out', ground.currencies[0] ?? 'RUB'),
    counterparty: campaign,
    problem: describeStatisticsProblem(problem, language),
    note: statisticsPhrase(problem),
  };
}
