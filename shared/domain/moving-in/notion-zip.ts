import { unzipSync } from 'fflate/browser';
import { AppError } from '../../contract/app-error';

/** What an archive may hold, unpacked and with those inside it; more is no list of tasks. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 20_000;
/** Notion puts a zip into a zip. */
const MOST_DEPTH = 2;

export interface NotionTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface NotionExport {
  readonly tables: readonly NotionTable[];
  /** Ids of the pages by their titles, in the order of the archive. */
  readonly keysByTitle: ReadonlyMap<string, readonly string[]>;
}

type Budget = { bytes: number; files: number };

/**
 * Tables and page ids of an archive given out by Notion. Sizes are judged before anything is unpacked.
 * Throws `archive-damaged`, `archive-too-large` with the limit, `archive-without-table`.
 */
export function readNotionZip(archive: Uint8Array): NotionExport {
  const tables: NotionTable[] = [];
  const keys = new Map<string, string[]>();
  unpack(archive, 1, { bytes: 0, files: 0 }, (name, bytes) => {
    if (bytes !== null) tables.push({ name, bytes });
    const page = /([^/]+) ([0-9a-f]{32})\.md$/i.exec(name);
    const title = page?.[1];
    const key = page?.[2];
    if (title === undefined || key === undefined) return;
    keys.set(title, [...(keys.get(title) ?? []), key]);
  });
  const whole = tables.filter(({ name }) => /_all\.csv$/i.test(name));
  const wanted = whole.length > 0 ? whole : tables;
  if (wanted.length === 0) throw new AppError('archive-without-table');
  return { tables: wanted, keysByTitle: keys };
}

function unpack(
  archive: Uint8Array,
  depth: number,
  budget: Budget,
  tell: (name: string, bytes: Uint8Array | null) => void,
): void {
  const inner: Uint8Array[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
      filter({ name, originalSize }) {
        budget.files += 1;
        const isTable = /\.csv$/i.test(name);
        const isArchive = /\.zip$/i.test(name) && depth < MOST_DEPTH;
        if (isTable || isArchive) budget.bytes += originalSize;
        if (budget.bytes > MOST_BYTES || budget.files > MOST_FILES) {
          throw new AppError('archive-too-large', { limitMb: MOST_BYTES / 1024 / 1024 });
        }
        if (!isTable) tell(name, null);
        return isTable || isArchive;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('archive-damaged');
  }
  for (const [name, bytes] of Object.entries(files)) {
    if (/\.zip$/i.test(name)) inner.push(bytes);
    else tell(name, bytes);
  }
  for (const bytes of inner) unpack(bytes, depth + 1, budget, tell);
}
