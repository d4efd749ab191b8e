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
import { z } from 'zod';
import { preferencesSchema } from '../../shared/contract/workspace.contract';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean(),
});

const storedSchema = preferencesSchema.extend({
  recent: z.array(z.string()).max(10),
  bounds: boundsSchema.nullable(),
});

export type StoredPreferences = z.infer<typeof storedSchema>;
export type WindowBounds = z.infer<typeof boundsSchema>;

export type PreferenceStore = {
  read(): StoredPreferences;
  change(
    patch: { [K in keyof StoredPreferences]?: StoredPreferences[K] | undefined },
  ): StoredPreferences;
};

function readStored(path: string): StoredPreferences | null {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
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
