import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allMessages } from '../../shared/i18n/all-messages';
import { LANGS } from '../../shared/i18n/formats';

const root = join(import.meta.dirname, '../..');

/** Codes of pure domain rules that no path of a user reaches in this release; they are worded when one does. */
const UNREACHED =
  /^(media-basis-|allocation-(no-weight|total-differs|weight-negative)$|division-by-zero$)/;

function codesInSources(): string[] {
  const found = new Set<string>();
  for (const file of globSync('{db,electron,shared}/**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/new AppError\(\s*'([a-z0-9-]+)'/g))
      found.add(match[1] ?? '');
  }
  for (const file of globSync('db/migrations/*.sql', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/RAISE\(ABORT, '([a-z0-9-]+)'/g)) found.add(match[1] ?? '');
  }
  return [...found].filter((code) => !UNREACHED.test(code)).sort();
}

describe('every expected failure has a sentence', () => {
  const codes = codesInSources();

  it('finds the failures in the sources at all', () => {
    expect(codes.length).toBeGreaterThan(20);
  });

  it.each(LANGS)('in %s', (lang) => {
    const sentences: Record<string, unknown> = allMessages[lang]['errors'] ?? {};
    expect(codes.filter((code) => typeof sentences[code] !== 'string')).toEqual([]);
  });
});
