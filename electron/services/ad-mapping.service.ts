import { readMappableLines, readOriginOfLine } from '../../db/queries/ad-mapping.query';
import {
  listAdMappingRules,
  listAdStatistics,
  setAdMappingRule,
} from '../../db/repositories/ad-statistics.repo';
import { AppError } from '../../shared/contract/app-error';
import { addMinor } from '../../shared/domain/money';
import { projectLines } from './import/ads-facts';
import { act, readOf, type Session } from './session';

export type MappedCampaign = {
  source: string;
  campaignKey: string;
  campaign: string;
  currency: string;
  spendMinor: number;
  from: string;
  to: string;
  /** The line through all versions of its plan; null where the campaign belongs to none. */
  lineId: string | null;
  countsAs: 'leads' | 'orders';
};

/** Campaigns of a client at a platform, what was booked of them, and where they belong; by spend. */
export function listCampaigns(
  session: Session,
  input: { clientId: string; source: string },
): MappedCampaign[] {
  const read = readOf(session);
  const rules = new Map(
    listAdMappingRules(read, input.clientId, input.source).map((rule) => [rule.campaignKey, rule]),
  );
  const campaigns = new Map<string, MappedCampaign>();
  for (const row of listAdStatistics(read, input.clientId, input.source)) {
    const known = campaigns.get(row.campaignKey);
    const rule = rules.get(row.campaignKey);
    campaigns.set(row.campaignKey, {
      source: row.source,
      campaignKey: row.campaignKey,
      campaign: row.campaign,
      currency: row.currency,
      spendMinor: addMinor(known?.spendMinor ?? 0, row.spendMinor),
      from: known === undefined || row.fromOn < known.from ? row.fromOn : known.from,
      to: known === undefined || row.toOn > known.to ? row.toOn : known.to,
      lineId: rule === undefined ? null : (readOriginOfLine(read, rule.lineId) ?? rule.lineId),
      countsAs: rule?.countsAs ?? 'leads',
    });
  }
  return [...campaigns.values()].sort((a, b) => b.spendMinor - a.spendMinor);
}

/**
 * Puts a campaign to a line of a plan, or to none, for all days booked and to come; the facts of the lines
 * follow. Throws `media-plan-line-not-found`, `campaign-not-found`.
 */
export function mapCampaign(
  session: Session,
  input: {
    clientId: string;
    source: string;
    campaignKey: string;
    lineId: string | null;
    countsAs: 'leads' | 'orders';
  },
): void {
  const { clientId, source, campaignKey, lineId, countsAs } = input;
  const read = readOf(session);
  const campaign = listCampaigns(session, input).find((one) => one.campaignKey === campaignKey);
  if (campaign === undefined) throw new AppError('campaign-not-found', { campaign: campaignKey });
  const line =
    lineId === null
      ? null
      : readMappableLines(read, clientId).find(
          ({ id, originId }) => id === lineId || originId === lineId,
        );
  if (line === undefined) throw new AppError('media-plan-line-not-found');
  const key = line === null ? 'unmap-campaign' : 'map-campaign';
  act(session, key, { campaign: campaign.campaign }, (tx) => {
    const of = { clientId, source, campaignKey };
    setAdMappingRule(tx, of, line === null ? null : { lineId: line.originId, countsAs });
    const touched = new Map<string, null>();
    for (const originId of [campaign.lineId, line?.originId ?? null]) {
      if (originId !== null) touched.set(originId, null);
    }
    projectLines(tx, { clientId, source, importId: null }, touched);
  });
}
