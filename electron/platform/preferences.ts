import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ChannelColumns, Preferences } from '../../shared/contract/workspace.contract';
import { LANGS } from '../../shared/i18n/formats';

export type WindowBounds = {
  x: number;
  y: number;
  width: number;
  height: number;
  maximized: boolean;
};

export type StoredPreferences = Preferences & {
  recent: string[];
  bounds: WindowBounds | null;
  /** The latest chosen last. */
  channelColumns: ChannelColumns[];
};

export type PreferenceStore = {
  read(): StoredPreferences;
  change(
    patch: { [K in keyof StoredPreferences]?: StoredPreferences[K] | undefined },
  ): StoredPreferences;
};

const THEMES = ['light', 'dark', 'system'] as const;
const DENSITIES = ['compact', 'comfortable'] as const;

function isIntegerWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function boundsOf(value: unknown): WindowBounds | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  if (!isIntegerWithin(x, -1e6, 1e6) || !isIntegerWithin(y, -1e6, 1e6)) return null;
  if (!isIntegerWithin(width, 400, 20_000) || !isIntegerWithin(height, 300, 20_000)) return null;
  return { x, y, width, height, maximized: maximized === true };
}

/** So many are kept: the plans of some years. */
const MOST_CHANNELS = 500;

function channelColumnsOf(value: unknown): ChannelColumns[] {
  if (!Array.isArray(value)) return [];
  const sets = value.flatMap((each: unknown): ChannelColumns[] => {
    if (typeof each !== 'object' || each === null) return [];
    const { familyId, channel, columns } = each as Record<string, unknown>;
    if (typeof familyId !== 'string' || typeof channel !== 'string') return [];
    if (!Array.isArray(columns)) return [];
    const ids = columns.filter((id): id is string => typeof id === 'string');
    return [{ familyId, channel, columns: ids }];
  });
  return sets.slice(-MOST_CHANNELS);
}

/** The sets with one more, which takes the place of the same channel's; null takes it out. */
export function withChannelColumns(
  sets: readonly ChannelColumns[],
  chosen: Omit<ChannelColumns, 'columns'> & { columns: string[] | null },
): ChannelColumns[] {
  const { familyId, channel, columns } = chosen;
  const others = sets.filter((set) => set.familyId !== familyId || set.channel !== channel);
  if (columns === null) return others;
  return [...others, { familyId, channel, columns }].slice(-MOST_CHANNELS);
}

/** By hand: the window waits for this file, and the schema library takes longer to load than all before it. */
function readStored(path: string): StoredPreferences | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const raw = parsed as Record<string, unknown>;
  const language = LANGS.find((each) => each === raw['language']);
  const theme = THEMES.find((each) => each === raw['theme']);
  const density = DENSITIES.find((each) => each === raw['density']);
  if (language === undefined || theme === undefined || density === undefined) return null;
  const recent = Array.isArray(raw['recent']) ? raw['recent'] : [];
  return {
    language,
    theme,
    density,
    recent: recent.filter((path): path is string => typeof path === 'string').slice(0, 10),
    bounds: boundsOf(raw['bounds']),
    channelColumns: channelColumnsOf(raw['channelColumns']),
  };
}

/** Temporary file, fsync, rename: a power cut leaves the old file or the new one, never half of one. */
function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** What the command line asks for: holds until the user chooses otherwise, and is not stored. */
export type Asked = {
  language: StoredPreferences['language'] | null;
  theme: 'light' | 'dark' | null;
};

/** Choices that belong to this computer, not to a workspace. A damaged file counts as none. */
export function openPreferences(
  path: string,
  defaults: Pick<StoredPreferences, 'language'>,
  asked: Asked,
): PreferenceStore {
  let stored: StoredPreferences = readStored(path) ?? {
    language: defaults.language,
    theme: 'system',
    density: 'compact',
    recent: [],
    bounds: null,
    channelColumns: [],
  };
  const holding: Partial<Pick<StoredPreferences, 'language' | 'theme'>> = {
    ...(asked.language === null ? {} : { language: asked.language }),
    ...(asked.theme === null ? {} : { theme: asked.theme }),
  };
  return {
    read: () => ({ ...stored, ...holding }),
    change(patch) {
      if (patch.language !== undefined) delete holding.language;
      if (patch.theme !== undefined) delete holding.theme;
      const given = Object.fromEntries(
        Object.entries(patch).filter(([, value]) => value !== undefined),
      );
      stored = { ...stored, ...given };
      writeAtomically(path, `${JSON.stringify(stored, null, 1)}\n`);
      return { ...stored, ...holding };
    },
  };
}
