import {
  readImportedFacts,
  readMappableLines,
  readOriginOfLine,
} from '../../../db/queries/ad-mapping.query';
import {
  type AdStatisticsRow,
  listAdMappingRules,
  listAdStatistics,
} from '../../../db/repositories/ad-statistics.repo';
import { readAgency } from '../../../db/repositories/agency.repo';
import {
  recordMediaPlanFact,
  removeMediaPlanFact,
} from '../../../db/repositories/media-plans.repo';
import { listDatedRates } from '../../../db/repositories/rates.repo';
import type { WriteDb } from '../../../db/write-db';
import { rowOn } from '../../../shared/domain/dated-rates';
import { fraction, roundHalfAwayFromZero } from '../../../shared/domain/fraction';
import { addMinor } from '../../../shared/domain/money';
import { vatIncludedIn } from '../../../shared/domain/vat';
import { groupBy } from './group-by';

type DatedRate = ReturnType<typeof listDatedRates>[number];

/**
 * Brings the facts of a plan's line up to what is booked of the campaigns mapped to it: one fact a day and
 * platform, net of VAT. Spend whose VAT nobody has stated, or in another currency than the plan's, is left
 * unknown: it cannot be added to the plan's. `days` limits it to the days that changed.
 */
export function projectLine(
  tx: WriteDb,
  of: { clientId: string; source: string; originId: string },
  { days, importId }: { days: ReadonlySet<string> | null; importId: string | null },
): void {
  const { clientId, source, originId } = of;
  const line = readMappableLines(tx, clientId).find((one) => one.originId === originId);
  const rules = listAdMappingRules(tx, clientId, source).filter(
    ({ lineId }) => (readOriginOfLine(tx, lineId) ?? lineId) === originId,
  );
  const asOrders = new Set(
    rules.filter(({ countsAs }) => countsAs === 'orders').map(({ campaignKey }) => campaignKey),
  );
  const campaigns = new Set(rules.map(({ campaignKey }) => campaignKey));
  const isWanted = (day: string) => days === null || days.has(day);
  const rows = listAdStatistics(tx, clientId, source).filter(
    (row) => campaigns.has(row.campaignKey) && isWanted(row.toOn),
  );
  const byDay = groupBy(rows, ({ toOn }) => toOn);
  const { country } = readAgency(tx);
  const rates = listDatedRates(tx).filter((row) => row.kind === 'vat' && row.country === country);
  if (line !== undefined) {
    for (const [factOn, ofDay] of byDay) {
      const orders = ofDay.filter(({ campaignKey }) => asOrders.has(campaignKey));
      const leads = ofDay.filter(({ campaignKey }) => !asOrders.has(campaignKey));
      recordMediaPlanFact(tx, {
        lineId: line.id,
        factOn,
        source,
        ...(importId === null ? {} : { importId }),
        spendMinor: netSpend(ofDay, line.currency, rates),
        impressions: sumOfKnown(ofDay.map((row) => row.impressions)),
        clicks: sumOfKnown(ofDay.map((row) => row.clicks)),
        leads: wholeOf(sumOfKnown(leads.map((row) => row.conversionsHundredths))),
        orders: wholeOf(sumOfKnown(orders.map((row) => row.conversionsHundredths))),
        revenueMinor: ofDay.every(({ currency }) => currency === line.currency)
          ? sumOfKnown(ofDay.map((row) => row.revenueMinor))
          : null,
      });
    }
  }
  for (const { id, factOn } of readImportedFacts(tx, originId, source)) {
    if (isWanted(factOn) && !byDay.has(factOn)) removeMediaPlanFact(tx, id);
  }
}

function netSpend(
  rows: readonly AdStatisticsRow[],
  currency: string,
  rates: readonly DatedRate[],
): number | null {
  const nets: number[] = [];
  for (const row of rows) {
    if (row.currency !== currency || row.vat === 'unknown') return null;
    const rate = rowOn(rates, row.toOn)?.ratePpm ?? null;
    if (row.vat === 'included' && rate === null) return null;
    const vatMinor = row.vat === 'included' ? vatIncludedIn(row.spendMinor, rate) : 0;
    nets.push(row.spendMinor - vatMinor);
  }
  return addMinor(...nets);
}

function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : addMinor(...known);
}

function wholeOf(hundredths: number | null): number | null {
  return hundredths === null ? null : Number(roundHalfAwayFromZero(fraction(hundredths, 100)));
}
