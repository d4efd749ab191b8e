import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../electron/cli/answer';
import { parseCommandLine, UsageError } from '../../electron/cli/arguments';
import { COMMANDS } from '../../electron/cli/commands';
import { temporaryFolder } from '../helpers/db-workspace';

async function run(folder: string, ...args: string[]): Promise<CommandAnswer> {
  const common = ['--workspace', join(folder, 'w.agency'), '--lang', 'ru', '--today', '2026-11-23'];
  const line = parseCommandLine([...args, ...common], folder, 'ru');
  const command = COMMANDS[line.command];
  if (command === undefined) throw new Error(line.command);
  return command(line);
}

describe('the week on the console', () => {
  it('reports dates and the Monday brief, writes the calendar the same twice, moves a board in once', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');

    const dates = await run(
      folder,
      'report',
      'deadlines',
      '--from',
      '2026-11-23',
      '--to',
      '2026-11-27',
    );
    expect(dates.json).toMatchObject({
      name: 'deadlines',
      params: { from: '2026-11-23', to: '2026-11-27' },
    });
    const verba = (await run(folder, 'report', 'deadlines', '--client', 'Верба')).json as {
      rows: { client: string }[];
    };
    expect(new Set(verba.rows.map(({ client }) => client))).toEqual(new Set(['Верба']));
    await expect(
      run(folder, 'report', 'deadlines', '--from', '2026-11-27', '--to', '2026-11-23'),
    ).rejects.toMatchObject({ code: 'period-invalid' });

    const monday = (await run(folder, 'report', 'monday')).json as {
      rows: { debt: string | null; atRisk: string | null }[];
      totals: { debt: string; atRisk: string };
    };
    const sum = (key: 'debt' | 'atRisk') =>
      monday.rows.reduce((total, row) => total + Math.round(Number(row[key] ?? 0) * 100), 0);
    expect(Math.round(Number(monday.totals.debt) * 100)).toBe(sum('debt'));
    expect(Math.round(Number(monday.totals.atRisk) * 100)).toBe(sum('atRisk'));

    const out = join(folder, 'a.ics');
    await run(folder, 'export', 'calendar', '--out', out);
    const first = readFileSync(out, 'utf8');
    await run(folder, 'export', 'calendar', '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(first);
    await expect(run(folder, 'export', 'calendar')).rejects.toThrow(UsageError);

    const board = join(import.meta.dirname, '../fixtures/trello/board.json');
    expect((await run(folder, 'import', 'trello', board)).json).toMatchObject({
      kind: 'trello',
      read: 5,
      added: 5,
      totals: { cards: 5, comments: 2 },
    });
    expect((await run(folder, 'import', 'trello', board)).json).toMatchObject({
      added: 0,
      unchanged: 5,
    });
    expect((await run(folder, 'check')).json).toMatchObject({ ok: true });
  });
});
