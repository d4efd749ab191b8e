import { readMappableLines, readOriginOfLine } from '../../db/queries/ad-mapping.query';
import type { ReadDb } from '../../db/read-db';
import {
  listAdMappingRules,
  listAdStatistics,
  setAdMappingRule,
} from '../../db/repositories/ad-statistics.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { MappedCampaign } from '../../shared/contract/imports.contract';
import { AD_SOURCES, type AdSource } from '../../shared/domain/ad-statistics/types';
import { addMinor } from '../../shared/domain/money';
import { projectLines } from './import/ads-facts';
import { act, readOf, type Session } from './session';

/** Campaigns of a client, what was booked of them, and where they belong; by spend. */
export function listCampaigns(
  session: Session,
  { clientId }: Input<'imports/list-campaigns'>,
): Output<'imports/list-campaigns'> {
  const read = readOf(session);
  const campaigns = AD_SOURCES.flatMap((source) => campaignsOf(read, clientId, source));
  return { campaigns: campaigns.sort((a, b) => b.spendMinor - a.spendMinor) };
}

function campaignsOf(read: ReadDb, clientId: string, source: AdSource): MappedCampaign[] {
  const rules = new Map(
    listAdMappingRules(read, clientId, source).map((rule) => [rule.campaignKey, rule]),
  );
  const campaigns = new Map<string, MappedCampaign>();
  for (const row of listAdStatistics(read, clientId, source)) {
    const known = campaigns.get(row.campaignKey);
    const rule = rules.get(row.campaignKey);
    campaigns.set(row.campaignKey, {
      source,
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
  return [...campaigns.values()];
}

/**
 * Puts a campaign to a line of a plan, or to none, for all days booked and to come; the facts of the lines
 * follow. Throws `media-plan-line-not-found`, `campaign-not-found`.
 */
export function mapCampaign(
  session: Session,
  input: Input<'imports/map-campaign'>,
): Output<'imports/map-campaign'> {
  const { clientId, source, campaignKey, lineId, countsAs } = input;
  const read = readOf(session);
  const campaign = campaignsOf(read, clientId, source).find(
    (one) => one.campaignKey === campaignKey,
  );
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
  return {};
}
