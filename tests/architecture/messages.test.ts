import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(dirname(dirname(import.meta.dirname)), 'shared/i18n');
const languages = ['ru', 'en', 'lv'] as const;
type Language = (typeof languages)[number];

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function categories(language: Language): string[] {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
}

function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, path ? `${path}.${key}` : key, into);
    }
  }
  return into;
}

function messages(language: Language, namespace: string): Map<string, string> {
  const text = readFileSync(join(folder, language, `${namespace}.json`), 'utf8');
  return flatten(JSON.parse(text), '', new Map());
}

/** Keys without their plural endings: `days_one`, `days_few` … are one key, `days`. */
function baseKeys(all: Map<string, string>): Set<string> {
  return new Set([...all.keys()].map((key) => key.replace(pluralSuffix, '')));
}

/** Keys that come in plural forms in at least one language. */
function pluralKeys(all: readonly Map<string, string>[]): Set<string> {
  const keys = new Set<string>();
  for (const one of all) {
    for (const key of one.keys()) {
      const base = key.replace(pluralSuffix, '');
      // `x_other` alone marks a plural; a key such as `kind_other` beside no `kind_one` is a plain word.
      if (base !== key && one.has(`${base}_other`) && one.has(`${base}_one`)) keys.add(base);
    }
  }
  return keys;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort();
}

const namespaces = readdirSync(join(folder, 'ru'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

describe('messages', () => {
  it('come in the same namespaces in every language', () => {
    for (const language of languages) {
      const names = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
      expect(names.sort()).toEqual(namespaces.map((name) => `${name}.json`).sort());
    }
  });

  describe.each(namespaces)('%s', (namespace) => {
    const all = languages.map((language) => messages(language, namespace));
    const plurals = pluralKeys(all);

    it('has every key in every language', () => {
      const union = new Set(all.flatMap((one) => [...baseKeys(one)]));
      languages.forEach((language, index) => {
        const keys = baseKeys(all[index] ?? new Map<string, string>());
        expect(
          [...union].filter((key) => !keys.has(key)),
          `missing in ${language}`,
        ).toEqual([]);
      });
    });

    it('has every plural form of each language', () => {
      languages.forEach((language, index) => {
        const one = all[index] ?? new Map<string, string>();
        const missing = [...plurals].flatMap((base) =>
          categories(language)
            .map((category) => `${base}_${category}`)
            .filter((key) => !one.has(key)),
        );
        expect(missing, `missing in ${language}`).toEqual([]);
      });
    });

    it('uses the same placeholders in every language, and no empty text', () => {
      const [first, ...others] = all;
      if (!first) return;
      for (const [key, text] of first) {
        expect(text.trim(), key).not.toBe('');
        if (pluralSuffix.test(key) && plurals.has(key.replace(pluralSuffix, ''))) continue;
        for (const other of others) {
          const translated = other.get(key);
          if (translated === undefined) continue;
          expect(translated.trim(), key).not.toBe('');
          expect(placeholders(translated), key).toEqual(placeholders(text));
        }
      }
    });
  });
});
