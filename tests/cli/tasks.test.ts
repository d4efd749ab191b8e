import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../electron/cli/answer';
import { parseCommandLine } from '../../electron/cli/arguments';
import { COMMANDS } from '../../electron/cli/commands';

const folder = mkdtempSync(join(tmpdir(), 'agency-tasks-'));

async function run(...args: string[]): Promise<CommandAnswer> {
  const file = join(folder, 'w.agency');
  const all = [...args, '--workspace', file, '--lang', 'ru', '--today', '2026-11-23'];
  const line = parseCommandLine(all, folder, 'ru');
  const command = COMMANDS[line.command];
  if (command === undefined) throw new Error(line.command);
  return command(line);
}

describe('tasks on the console', () => {
  beforeAll(async () => {
    await run('new', join(folder, 'w.agency'), '--sample');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are listed with their numbers, clients and days', async () => {
    const { json, text } = await run('list', 'tasks');
    const { items, total } = json as { items: { id: string; title: string }[]; total: number };
    expect(total).toBe(items.length);
    expect(total).toBeGreaterThan(100);
    expect(
      text.some((row) => row.includes('Горный квартал: Баннеры РСЯ, 12 размеров, in-work')),
    ).toBe(true);
  });

  it('tell what the day holds, list by list, of one client too', async () => {
    type Today = { rows: { list: string; client: string; id: string }[] };
    const { json, text } = await run('report', 'today');
    const { rows } = json as Today;
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(text.some((row) => row.includes('Просрочено'))).toBe(true);
    const client = rows.find((row) => row.client !== '')?.client ?? '';
    const own = (await run('report', 'today', '--client', client)).json as Today;
    expect(own.rows).toEqual(rows.filter((row) => row.client === client));
    const out = join(folder, 'today.csv');
    await run('report', 'today', '--out', out);
    expect(readFileSync(out, 'utf8').trim().split('\n').length).toBeGreaterThan(rows.length);
  });

  it('tell the quality of the last closed month, of one client, and as a table', async () => {
    const all = (await run('report', 'quality')).json as {
      name: string;
      params: Record<string, string>;
      rows: { accepted: number; rework: number }[];
      totals: { accepted: number; firstPassPpm: number };
    };
    expect(all.name).toBe('quality');
    expect(all.params).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
    expect(all.totals.accepted).toBeGreaterThan(0);
    const one = (await run('report', 'quality', '--client', 'Верба', '--from', '2026-11-01'))
      .json as {
      totals: { accepted: number };
    };
    expect(one.totals.accepted).toBeGreaterThan(0);
    const out = join(folder, 'quality.csv');
    await run('report', 'quality', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('С первого раза');
  });
});
