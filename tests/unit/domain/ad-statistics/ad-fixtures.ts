import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAdStatistics } from '../../../../shared/domain/ad-statistics/parse-ads';
import type { AdStatistics, StatisticsHints } from '../../../../shared/domain/ad-statistics/types';
import { decodeTable } from '../../../../shared/domain/table-file/file-kind';

const folder = join(import.meta.dirname, '../../../fixtures/ad-statistics');

export function adFixture(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

export function readAds(name: string, hints: Partial<StatisticsHints> = {}): AdStatistics {
  const { text } = decodeTable(adFixture(name));
  return parseAdStatistics(text, { fileName: name, currency: null, ...hints });
}
