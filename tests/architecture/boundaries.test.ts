import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../build/dependency-cruiser.mjs';

const root = dirname(dirname(import.meta.dirname));

/** One module per line: its path and what it imports. `✗ rule` marks the import that has to be refused. */
const tree: readonly (readonly [path: string, imports: string, refusedBy?: string])[] = [
  ['shared/domain/money.ts', 'zod'],
  ['shared/domain/leak-to-db.ts', '../../db/connection', 'shared-is-pure'],
  [
    'shared/domain/leak-to-electron.ts',
    '../../electron/services/clients.service',
    'shared-is-pure',
  ],
  ['shared/domain/leak-to-window.ts', '../../renderer/lib/api', 'shared-is-pure'],
  ['shared/domain/leak-to-library.ts', 'drizzle-orm', 'shared-is-pure'],
  ['shared/domain/leak-to-disk.ts', 'node:fs', 'shared-without-io'],
  ['shared/contract/ring-a.ts', './ring-b', 'no-cycles'],
  ['shared/contract/ring-b.ts', './ring-a'],
  ['shared/contract/lost.ts', './nowhere', 'no-unresolved'],
  ['shared/contract/clients.contract.ts', 'zod'],
  ['db/schema/clients.schema.ts', 'drizzle-orm'],
  ['db/connection.ts', '../shared/domain/money'],
  ['db/leak-to-service.ts', '../electron/services/clients.service', 'db-imports-shared-only'],
  ['db/leak-to-window.ts', '../renderer/lib/api', 'db-imports-shared-only'],
  ['db/leak-to-electron.ts', 'electron', 'db-without-electron'],
  ['electron/services/clients.service.ts', '../../db/connection'],
  ['electron/services/leak-to-electron.ts', 'electron', 'services-without-electron'],
  ['electron/cli/leak-to-electron.ts', 'electron', 'services-without-electron'],
  [
    'electron/handlers/leak-to-window.ts',
    '../../renderer/lib/api',
    'electron-imports-shared-and-db',
  ],
  ['electron/handlers/leak-to-drizzle.ts', 'drizzle-orm', 'drizzle-stays-in-db'],
  ['electron/handlers/leak-to-table.ts', '../../db/schema/clients.schema', 'drizzle-stays-in-db'],
  ['electron/handlers/leak-to-tests.ts', '../../tests/helper', 'no-tests-in-the-product'],
  ['electron/preload.ts', '../shared/domain/money', 'preload-is-thin'],
  ['renderer/lib/api.ts', '../../shared/domain/money'],
  [
    'renderer/lib/leak-to-schemas.ts',
    '../../shared/contract/clients.contract',
    'renderer-without-schemas',
  ],
  [
    'renderer/lib/leak-to-service.ts',
    '../../electron/services/clients.service',
    'renderer-imports-shared-only',
  ],
  ['renderer/lib/leak-to-db.ts', '../../db/connection', 'renderer-imports-shared-only'],
  ['renderer/lib/leak-to-electron.ts', 'electron', 'renderer-without-node'],
  ['renderer/lib/leak-to-disk.ts', 'node:fs', 'renderer-without-built-ins'],
  ['renderer/features/portfolio/page.ts', '../../lib/api'],
  ['renderer/features/client/leak-sideways.ts', '../portfolio/page', 'features-apart'],
  ['tests/helper.ts', '../db/connection'],
];

const libraries = ['zod', 'electron', 'drizzle-orm'];

async function violationsOf(folder: string, places: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(places, {
    ...configuration.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
  });
  if (typeof output === 'string') throw new Error('expected an object, got a report');
  return output;
}

describe('import directions', () => {
  let folder = '';
  let refused = new Map<string, string[]>();

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'boundaries-')));
    for (const [path, imports] of tree) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(
        join(folder, path),
        `import * as other from '${imports}';\nexport const used = other;\n`,
      );
    }
    for (const name of libraries) {
      await mkdir(join(folder, 'node_modules', name), { recursive: true });
      await writeFile(
        join(folder, 'node_modules', name, 'package.json'),
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      );
      await writeFile(join(folder, 'node_modules', name, 'index.js'), 'exports.value = 1;\n');
    }
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({
        dependencies: Object.fromEntries(libraries.map((name) => [name, '1.0.0'])),
      }),
    );
    await writeFile(
      join(folder, 'tsconfig.json'),
      '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler"}}',
    );
    const { summary } = await violationsOf(folder, ['shared', 'db', 'electron', 'renderer']);
    refused = new Map();
    for (const { from, rule } of summary.violations) {
      refused.set(from, [...(refused.get(from) ?? []), rule.name]);
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const [path, imports, rule] of tree) {
    if (path.startsWith('tests/')) continue;
    it(
      rule ? `${path} → ${imports} is refused by ${rule}` : `${path} → ${imports} is allowed`,
      () => {
        if (rule) expect(refused.get(path)).toContain(rule);
        else expect(refused.get(path) ?? []).toEqual([]);
      },
    );
  }

  it('every rule has a module that breaks it', () => {
    const broken = new Set([...refused.values()].flat());
    expect(
      configuration.forbidden?.map(({ name }) => name).filter((name) => name && !broken.has(name)),
    ).toEqual([]);
  });

  it('the real tree was seen, and keeps to the rules', async () => {
    const { modules, summary } = await violationsOf(root, ['electron', 'renderer', 'shared', 'db']);
    const own = modules.filter(({ source }) => /^(electron|renderer|shared|db)\//.test(source));
    expect(own.length).toBeGreaterThan(50);
    for (const room of ['electron', 'renderer', 'shared', 'db']) {
      expect(own.some(({ source }) => source.startsWith(`${room}/`))).toBe(true);
    }
    expect(own.some(({ dependencies }) => dependencies.length > 0)).toBe(true);
    expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    );
  });
});
