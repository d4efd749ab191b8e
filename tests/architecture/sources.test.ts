import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(import.meta.dirname));

type Source = { path: string; text: string };
let sources: Source[] = [];

beforeAll(async () => {
  const found: Source[] = [];
  for await (const path of glob('{electron,renderer,shared,db,build,tests}/**/*.{ts,tsx}', {
    cwd: root,
  })) {
    found.push({ path, text: readFileSync(join(root, path), 'utf8') });
  }
  sources = found.sort((a, b) => a.path.localeCompare(b.path));
});

/** Paths whose text matches, leaving out the places where it is allowed. */
function offenders(pattern: RegExp, allowed: RegExp = /^$/): string[] {
  return sources
    .filter(({ path, text }) => !allowed.test(path) && pattern.test(text))
    .map(({ path }) => path);
}

describe('the sources', () => {
  it('are there', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('touch the raw channel only in electron/ipc and the preload', () => {
    const raw = new RegExp(
      `import[^;]*\\b(${['ipcMain', 'ipcRenderer'].join('|')})\\b[^;]*from 'electron'`,
    );
    expect(offenders(raw, /^(electron\/ipc\/|electron\/preload\.ts$|tests\/|build\/)/)).toEqual([]);
  });

  it('have no way around the types', () => {
    const here = /^tests\/architecture\/sources\.test\.ts$/;
    expect(offenders(/@ts-ignore|@ts-nocheck|as unknown as/, here)).toEqual([]);
    // A test may show that the compiler refuses something.
    expect(offenders(/@ts-expect-error/, /^tests\//)).toEqual([]);
  });

  it('have no file that only passes on what others export', () => {
    expect(
      sources.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
    expect(offenders(/^export (\*|\{[^}]*\}) from /m)).toEqual([]);
  });

  it('have no default export, except where a tool asks for one', () => {
    expect(offenders(/^export default /m, /^build\/.*\.config\.ts$/)).toEqual([]);
  });

  it('stay readable: at most 400 lines a file, 600 for a test', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (path.startsWith('tests/') ? 600 : 400));
    expect(long).toEqual([]);
  });

  it('leave no test out and none alone', () => {
    expect(offenders(/\b(it|test|describe)\.(only|todo|fixme)\(/)).toEqual([]);
  });

  it('ask no network for anything', () => {
    expect(offenders(/\bfetch\(['"`]https?:/, /^(build|tests)\//)).toEqual([]);
  });
});
