import type { PlanLineRow } from '../../../db/queries/ad-mapping.query';
import { AppError } from '../../../shared/contract/app-error';
import type { CampaignDecision, PreviewCampaign } from '../../../shared/contract/imports.contract';
import { groupBy } from '../../../shared/domain/group-by';
import { addMinor } from '../../../shared/domain/money';
import type { AdGround } from './ads-ground';
import type { PlannedFact } from './ads-plan';

/** A campaign that somebody puts to another line than it belongs to so far; null: to none. */
export type RuleChange = {
  readonly campaignKey: string;
  readonly line: PlanLineRow | null;
  readonly countsAs: CampaignDecision['countsAs'];
  readonly formerOriginId: string | null;
};

/** What is new in the decisions about campaigns. Throws `media-plan-line-not-found`. */
export function ruleChanges(
  campaigns: readonly CampaignDecision[],
  { rules, lines }: AdGround,
): RuleChange[] {
  const lineOf = (id: string) => lines.find((one) => one.id === id || one.originId === id);
  return campaigns.flatMap(({ campaignKey, lineId, countsAs }) => {
    const rule = rules.find((one) => one.campaignKey === campaignKey);
    const formerOriginId = rule === undefined ? null : (lineOf(rule.lineId)?.originId ?? null);
    const line = lineId === null ? null : lineOf(lineId);
    if (line === undefined) throw new AppError('media-plan-line-not-found');
    const isSame =
      line === null
        ? rule === undefined
        : line.originId === formerOriginId && countsAs === rule?.countsAs;
    return isSame ? [] : [{ campaignKey, line, countsAs, formerOriginId }];
  });
}

/** A fact under what was decided about its campaign. */
export function withDecision(one: PlannedFact, changes: readonly RuleChange[]): PlannedFact {
  const change = changes.find(({ campaignKey }) => campaignKey === one.campaignKey);
  if (change === undefined) return one;
  return { ...one, line: change.line, countsAs: change.countsAs, isNewRule: false };
}

/** The campaigns of a file by spend, with the line each belongs to. */
export function campaignsOf(planned: readonly PlannedFact[]): PreviewCampaign[] {
  return [...groupBy(planned, ({ campaignKey }) => campaignKey)]
    .flatMap(([campaignKey, facts]): PreviewCampaign[] => {
      const [first] = facts;
      if (first === undefined) return [];
      const { fact, line, countsAs } = first;
      return [
        {
          source: fact.source,
          campaignKey,
          campaign: fact.campaign,
          spendMinor: addMinor(...facts.map((one) => one.fact.spendMinor)),
          currency: fact.currency,
          lineId: line?.originId ?? null,
          countsAs,
        },
      ];
    })
    .sort((a, b) => b.spendMinor - a.spendMinor);
}
