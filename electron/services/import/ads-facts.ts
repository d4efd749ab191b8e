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
import { groupBy } from '../../../shared/domain/group-by';
import { addMinor } from '../../../shared/domain/money';
import { vatIncludedIn } from '../../../shared/domain/vat';

type DatedRate = ReturnType<typeof listDatedRates>[number];

/** Days of each line whose facts are to follow; null: all days. */
export type TouchedLines = ReadonlyMap<string, ReadonlySet<string> | null>;

/**
 * Brings the facts of lines (by their origin) up to what is booked of the campaigns mapped to them: one fact a
 * day and platform, net of VAT. Spend whose VAT nobody has stated, or in another currency than the plan's, is
 * left unknown: it cannot be added to the plan's.
 */
export function projectLines(
  tx: WriteDb,
  of: { clientId: string; source: string; importId: string | null },
  touched: TouchedLines,
): void {
  const { clientId, source, importId } = of;
  const lines = readMappableLines(tx, clientId);
  const rules = new Map(
    listAdMappingRules(tx, clientId, source).map((rule) => [
      rule.campaignKey,
      { originId: readOriginOfLine(tx, rule.lineId) ?? rule.lineId, countsAs: rule.countsAs },
    ]),
  );
  const byLine = groupBy(
    listAdStatistics(tx, clientId, source),
    ({ campaignKey }) => rules.get(campaignKey)?.originId ?? null,
  );
  const { country } = readAgency(tx);
  const rates = listDatedRates(tx).filter((row) => row.kind === 'vat' && row.country === country);
  for (const [originId, days] of touched) {
    const line = lines.find((one) => one.originId === originId);
    const isWanted = (day: string) => days === null || days.has(day);
    const rows = (byLine.get(originId) ?? []).filter(({ toOn }) => isWanted(toOn));
    const byDay = groupBy(rows, ({ toOn }) => toOn);
    for (const [factOn, ofDay] of line === undefined ? [] : byDay) {
      const isOrder = ({ campaignKey }: AdStatisticsRow) =>
        rules.get(campaignKey)?.countsAs === 'orders';
      const isInCurrency = ofDay.every(({ currency }) => currency === line?.currency);
      recordMediaPlanFact(tx, {
        lineId: line?.id ?? originId,
        factOn,
        source,
        ...(importId === null ? {} : { importId }),
        spendMinor: isInCurrency ? netSpend(ofDay, rates) : null,
        impressions: sumOfKnown(ofDay.map((row) => row.impressions)),
        clicks: sumOfKnown(ofDay.map((row) => row.clicks)),
        leads: conversions(ofDay.filter((row) => !isOrder(row))),
        orders: conversions(ofDay.filter(isOrder)),
        revenueMinor: isInCurrency ? sumOfKnown(ofDay.map((row) => row.revenueMinor)) : null,
      });
    }
    for (const { id, factOn } of readImportedFacts(tx, originId, source)) {
      if (isWanted(factOn) && !byDay.has(factOn)) removeMediaPlanFact(tx, id);
    }
  }
}

function conversions(rows: readonly AdStatisticsRow[]): number | null {
  return wholeOf(sumOfKnown(rows.map((row) => row.conversionsHundredths)));
}

function netSpend(rows: readonly AdStatisticsRow[], rates: readonly DatedRate[]): number | null {
  const nets: number[] = [];
  for (const row of rows) {
    if (row.vat === 'unknown') return null;
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
