import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../db/connection';
import { childScript, startChild } from '../helpers/db-process';
import { temporaryFolder } from '../helpers/db-workspace';

beforeAll(() => childScript());

describe('kill -9 in a burst of writes', () => {
  const rounds = Number(process.env['AGENCY_TEST_KILLS'] ?? 24);

  /** A machine that is busy with other things gets fewer rounds, but never fewer than these. */
  const fewest = 8;
  const budgetMs = 40_000;

  test(`up to ${rounds} kills lose nothing that was acknowledged and tear no action apart`, async () => {
    const path = join(temporaryFolder(), 'test.agency');
    createWorkspace(path).close();
    let next = 0;
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      if (round >= fewest && performance.now() - started > budgetMs) break;
      const child = await startChild(['burst', path, String(next)]);
      expect(await child.line((line) => line === 'open')).toBe('open');
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 90));
      child.process.kill('SIGKILL');
      await child.ended;
      const acknowledged = child.lines.map(Number).filter(Number.isInteger);
      const last = acknowledged.at(-1) ?? next - 1;

      const workspace = openWorkspace(path);
      const found = workspace.read.all<{ id: string }>("SELECT id FROM people WHERE id GLOB 'p*'");
      const twins = workspace.read.all<{ id: string }>("SELECT id FROM people WHERE id GLOB 'q*'");
      // At most the one commit that was not said any more may be there besides.
      expect(found.length).toBeGreaterThanOrEqual(last + 1);
      expect(found.length).toBeLessThanOrEqual(last + 2);
      expect(twins.length).toBe(found.length);
      expect(workspace.integrityProblems('quick')).toEqual([]);
      expect(workspace.verifyJournal()).toEqual({ ok: true, rows: found.length * 2 });
      next = found.length;
      workspace.close();
    }
    expect(next).toBeGreaterThan(0);
  }, 240_000);
});

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a full disk', () => {
  test.skipIf(!canMount())(
    'refuses the change by name and keeps everything saved before',
    async () => {
      const folder = temporaryFolder();
      const mount = join(folder, 'small');
      mkdirSync(mount);
      const script = await childScript();
      createWorkspace(join(folder, 'test.agency')).close();
      const output = execFileSync(
        'unshare',
        [
          '-m',
          'sh',
          '-c',
          `mount -t tmpfs -o size=4m none "${mount}" && cp "${folder}/test.agency" "${mount}/" && ` +
            `("${process.execPath}" "${script}" fill "${mount}/test.agency" "${folder}/data" || true) && ` +
            `cp "${mount}"/test.agency* "${folder}/"`,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
      const lines = output.trim().split('\n');
      const saved = lines.filter((line) => line.startsWith('saved')).length;
      expect(saved).toBeGreaterThan(0);
      expect(lines).toContain('refused disk-full');
      expect(lines).toContain(`rows ${saved}`);

      const workspace = openWorkspace(join(folder, 'test.agency'));
      expect(workspace.read.get('SELECT count(*) AS n FROM people')).toEqual({ n: saved });
      expect(workspace.integrityProblems('full')).toEqual([]);
      expect(workspace.verifyJournal()).toEqual({ ok: true, rows: saved });
      workspace.close();
    },
  );
});
