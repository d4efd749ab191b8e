import type { Period } from '../dates';
import {
  addFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfAwayFromZero,
} from '../fraction';
import { MAX_MINOR } from '../money';
import type { AdFact, AdRowLeft, AdSource, StatisticsProblemCode, VatFlag } from './types';

/** A row as it was read, before the rows of a campaign's day are added up. */
export interface ReadAdRow {
  readonly line: number;
  readonly account: string;
  readonly campaignId: string;
  readonly campaign: string;
  readonly period: Period;
  readonly currency: string;
  /** Minor units, exact: the parts of a sum are not rounded. */
  readonly spend: Fraction;
  readonly revenue: Fraction | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly conversions: Fraction | null;
  /** Where equal within a campaign's day, the later row replaces the earlier; null: rows are parts. */
  readonly key: string | null;
}

export interface AddedUp {
  readonly facts: readonly AdFact[];
  /** Sums beyond what the books hold. */
  readonly tooLarge: readonly AdRowLeft[];
  /** Rows whose day stands again further down. */
  readonly restated: readonly AdRowLeft[];
}

/** Adds up the rows of each campaign's day (devices, groups, advertisements), rounding once. */
export function addUpFacts(rows: readonly ReadAdRow[], source: AdSource, vat: VatFlag): AddedUp {
  const groups = new Map<string, ReadAdRow[]>();
  const restated: AdRowLeft[] = [];
  for (const row of rows) {
    const key = [
      row.account,
      row.campaignId || row.campaign,
      row.period.from,
      row.period.to,
      row.currency,
    ].join('\u0000');
    const group = groups.get(key) ?? [];
    const again = row.key === null ? -1 : group.findIndex((one) => one.key === row.key);
    const replaced = group[again];
    if (replaced === undefined) group.push(row);
    else {
      restated.push(leave(replaced, 'not-booked', 'row-restated', { other: row.line }));
      group[again] = row;
    }
    groups.set(key, group);
  }
  const facts: AdFact[] = [];
  const tooLarge: AdRowLeft[] = [];
  for (const group of groups.values()) {
    const fact = factOf(group, source, vat);
    if (fact !== null) facts.push(fact);
    else tooLarge.push(...group.map((row) => leave(row, 'refused', 'amount-out-of-range')));
  }
  return { facts, tooLarge, restated };
}

function factOf(group: readonly ReadAdRow[], source: AdSource, vat: VatFlag): AdFact | null {
  const [first] = group;
  if (first === undefined) return null;
  const spendMinor = rounded(group.map(({ spend }) => spend));
  const revenueMinor = rounded(group.map(({ revenue }) => revenue));
  const hundred = fraction(100);
  const conversions = rounded(
    group.map((row) =>
      row.conversions === null ? null : multiplyFractions(row.conversions, hundred),
    ),
  );
  const impressions = rounded(group.map((row) => whole(row.impressions)));
  const clicks = rounded(group.map((row) => whole(row.clicks)));
  const all = [spendMinor, revenueMinor, conversions, impressions, clicks];
  if (spendMinor === null || all.includes('out-of-range')) return null;
  return {
    source,
    account: first.account,
    campaignId: first.campaignId,
    campaign: first.campaign,
    period: first.period,
    spendMinor: Number(spendMinor),
    currency: first.currency,
    vat,
    impressions: numberOf(impressions),
    clicks: numberOf(clicks),
    conversionsHundredths: numberOf(conversions),
    revenueMinor: numberOf(revenueMinor),
    lines: group.map(({ line }) => line).sort((a, b) => a - b),
  };
}

function whole(value: number | null): Fraction | null {
  return value === null ? null : fraction(value);
}

function numberOf(value: bigint | 'out-of-range' | null): number | null {
  return typeof value === 'bigint' ? Number(value) : null;
}

/** The sum of what is known; null where nothing is. */
function rounded(values: readonly (Fraction | null)[]): bigint | 'out-of-range' | null {
  let sum: Fraction | null = null;
  for (const value of values) {
    if (value !== null) sum = sum === null ? value : addFractions(sum, value);
  }
  if (sum === null) return null;
  const result = roundHalfAwayFromZero(sum);
  const magnitude = result < 0n ? -result : result;
  return magnitude > BigInt(MAX_MINOR) ? 'out-of-range' : result;
}

function leave(
  row: ReadAdRow,
  state: AdRowLeft['state'],
  code: StatisticsProblemCode,
  params: Record<string, number> = {},
): AdRowLeft {
  const problem = { line: row.line, field: '', code, params };
  return { line: row.line, state, campaign: row.campaign, problem };
}
