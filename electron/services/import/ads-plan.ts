import type { PlanLineRow } from '../../../db/queries/ad-mapping.query';
import type {
  AdMappingRuleRow,
  AdStatisticsRow,
} from '../../../db/repositories/ad-statistics.repo';
import { AppError } from '../../../shared/contract/app-error';
import type {
  AdFact,
  AdStatistics,
  StatisticsProblem,
  StatisticsProblemCode,
  VatFlag,
} from '../../../shared/domain/ad-statistics/types';
import { overlapOf } from '../../../shared/domain/dates';
import { groupBy } from '../../../shared/domain/group-by';
import type { AdGround } from './ads-ground';
import type { ImportAbout } from './import-kind';
import type { RowState } from './statement-plan';

/** A fact of the file beside what is booked, and the line its campaign belongs to. */
export type PlannedFact = {
  readonly fact: AdFact;
  readonly campaignKey: string;
  readonly state: RowState;
  readonly existing: AdStatisticsRow | null;
  readonly problem: StatisticsProblem | null;
  readonly line: PlanLineRow | null;
  readonly countsAs: AdMappingRuleRow['countsAs'];
  /** The line was found by its name just now; the rule is to be remembered. */
  readonly isNewRule: boolean;
};

/** Names a campaign for good: its id, or its name where the platform's file has no ids. */
export function campaignKeyOf({ campaignId, campaign }: AdFact): string {
  return campaignId === '' ? campaign : campaignId;
}

export function isWrittenState(state: RowState): boolean {
  return state === 'new' || state === 'changed';
}

/**
 * Compares the facts of a file with the workspace. Throws `statistics-currency-other` and
 * `statistics-account-other` where the whole file is of another currency or account: nothing is written.
 */
export function planAds(
  file: AdStatistics,
  ground: AdGround,
  about: ImportAbout | undefined,
): PlannedFact[] {
  const booked = new Map(ground.statistics.map((row) => [bookedKey(row), row]));
  const byCampaign = groupBy(ground.statistics, ({ campaign }) => fold(campaign));
  const byKey = groupBy(ground.statistics, ({ campaignKey }) => campaignKey);
  const planned = file.facts.map((stated): PlannedFact => {
    const fact = { ...stated, vat: vatOf(stated, ground) };
    const campaignKey = campaignKeyOf(fact);
    const ofCampaign = byKey.get(campaignKey) ?? [];
    const { from: fromOn, to: toOn } = fact.period;
    const existing =
      booked.get(bookedKey({ campaignKey, fromOn, toOn })) ?? grownOut(fact, ofCampaign);
    const others = [...ofCampaign, ...(byCampaign.get(fold(fact.campaign)) ?? [])].filter(
      (row) => row.id !== existing?.id,
    );
    const problem = problemOf(fact, file.headerLine, ground, about) ?? overlapProblem(fact, others);
    return {
      fact,
      campaignKey,
      existing,
      problem,
      state: stateOf(fact, existing, problem),
      ...lineOf(fact, campaignKey, ground),
    };
  });
  throwIfForeign(planned, file);
  return planned;
}

/** A report without days, taken again later in the month, goes on from the same first day: it replaces. */
function grownOut(fact: AdFact, ofCampaign: readonly AdStatisticsRow[]): AdStatisticsRow | null {
  const { from, to } = fact.period;
  const grown = ofCampaign.filter(
    (row) => row.fromOn === from && row.toOn > row.fromOn && row.toOn < to,
  );
  return grown.length === 1 ? (grown[0] ?? null) : null;
}

function bookedKey(row: { campaignKey: string; fromOn: string; toOn: string }): string {
  return [row.campaignKey, row.fromOn, row.toOn].join('\u0000');
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase().replace(/\s+/g, ' ');
}

/** What the file says of VAT, else what was once said of the account. */
function vatOf(fact: AdFact, { accounts, clientId }: AdGround): VatFlag {
  if (fact.vat !== 'unknown') return fact.vat;
  const own = accounts.filter((one) => one.clientId === clientId);
  return own.find(({ account }) => account === fact.account)?.vat ?? 'unknown';
}

function problemOf(
  fact: AdFact,
  headerLine: number,
  { accounts, clientId, currencies }: AdGround,
  about: ImportAbout | undefined,
): StatisticsProblem | null {
  const line = fact.lines[0] ?? headerLine;
  const say = (
    code: StatisticsProblemCode,
    given: string,
    expected: string,
  ): StatisticsProblem => ({
    line,
    field: '',
    code,
    params: { given, expected },
  });
  if (!currencies.includes(fact.currency)) {
    return say('currency-other', fact.currency, currencies.join(', '));
  }
  if (fact.account === '' || fact.account === about?.account) return null;
  const known = accounts.filter(({ account }) => account !== '');
  const own = known.filter((one) => one.clientId === clientId);
  if (own.some(({ account }) => account === fact.account)) return null;
  const isOfOther = known.some(({ account }) => account === fact.account);
  if (own.length === 0 && !isOfOther) return null;
  return say('account-other', fact.account, own.map(({ account }) => account).join(', ') || '—');
}

/** The same money may be booked already under other days, or under a name where now is an id. */
function overlapProblem(
  fact: AdFact,
  others: readonly AdStatisticsRow[],
): StatisticsProblem | null {
  const met = others.find((row) => overlapOf({ from: row.fromOn, to: row.toOn }, fact.period));
  if (met === undefined) return null;
  const params = { from: met.fromOn, to: met.toOn };
  return { line: fact.lines[0] ?? 1, field: '', code: 'period-overlaps', params };
}

function stateOf(
  fact: AdFact,
  existing: AdStatisticsRow | null,
  problem: StatisticsProblem | null,
): RowState {
  if (problem !== null) return problem.code === 'period-overlaps' ? 'undecided' : 'refused';
  if (existing === null) return 'new';
  const isSame =
    existing.toOn === fact.period.to &&
    existing.spendMinor === fact.spendMinor &&
    existing.currency === fact.currency &&
    existing.vat === fact.vat &&
    existing.impressions === fact.impressions &&
    existing.clicks === fact.clicks &&
    existing.conversionsHundredths === fact.conversionsHundredths &&
    existing.revenueMinor === fact.revenueMinor &&
    existing.campaign === fact.campaign;
  return isSame ? 'unchanged' : 'changed';
}

/** By the remembered rule, else by the only line that is called as the campaign is. */
function lineOf(
  fact: AdFact,
  campaignKey: string,
  { rules, lines }: AdGround,
): Pick<PlannedFact, 'line' | 'countsAs' | 'isNewRule'> {
  const rule = rules.find((one) => one.campaignKey === campaignKey);
  if (rule !== undefined) {
    const origin = lines.find(({ id, originId }) => id === rule.lineId || originId === rule.lineId);
    return { line: origin ?? null, countsAs: rule.countsAs, isNewRule: false };
  }
  const named = lines.filter(
    (line) =>
      line.currency === fact.currency &&
      overlapOf({ from: line.fromOn, to: line.toOn }, fact.period) !== null &&
      [line.placement, `${line.channel} ${line.placement}`].some(
        (name) => name.trim() !== '' && fold(name) === fold(fact.campaign),
      ),
  );
  const [only, another] = named;
  const line = only !== undefined && another === undefined ? only : null;
  return { line, countsAs: 'leads', isNewRule: line !== null };
}

function throwIfForeign(planned: readonly PlannedFact[], file: AdStatistics): void {
  const [first] = planned;
  const code = first?.problem?.code;
  if (first === undefined || (code !== 'currency-other' && code !== 'account-other')) return;
  if (planned.some(({ problem }) => problem?.code !== code)) return;
  const row = first.fact.lines[0] ?? file.headerLine;
  throw new AppError(`statistics-${code}`, { ...first.problem?.params, row }, { row });
}
