import {
  findClientByWord,
  type PlanLineRow,
  readMappableLines,
} from '../../../db/queries/ad-mapping.query';
import type { ReadDb } from '../../../db/read-db';
import {
  type AdAccountRow,
  type AdMappingRuleRow,
  type AdStatisticsRow,
  listAdAccounts,
  listAdMappingRules,
  listAdStatistics,
} from '../../../db/repositories/ad-statistics.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { ImportAbout } from './import-kind';

/** What the workspace knows that a file of statistics is compared with. */
export type AdGround = {
  readonly clientId: string;
  readonly accounts: readonly AdAccountRow[];
  readonly statistics: readonly AdStatisticsRow[];
  readonly rules: readonly AdMappingRuleRow[];
  readonly lines: readonly PlanLineRow[];
  /** Currencies that money of this client may be in: its own and those of its plans. */
  readonly currencies: readonly string[];
};

/** The client a file belongs to. Throws `import-client-needed`, `client-not-found`. */
export function clientOfImport(
  read: ReadDb,
  about: ImportAbout | undefined,
): { id: string; currency: string } {
  const word = about?.client;
  if (word == null || word.trim() === '') throw new AppError('import-client-needed');
  const client = findClientByWord(read, word);
  if (client === undefined) throw new AppError('client-not-found');
  return client;
}

/** Gathers it once for a file. */
export function gatherAdGround(
  read: ReadDb,
  client: { id: string; currency: string },
  source: string,
): AdGround {
  const lines = readMappableLines(read, client.id);
  return {
    clientId: client.id,
    accounts: listAdAccounts(read, source),
    statistics: listAdStatistics(read, client.id, source),
    rules: listAdMappingRules(read, client.id, source),
    lines,
    currencies: [...new Set([client.currency, ...lines.map(({ currency }) => currency)])],
  };
}
