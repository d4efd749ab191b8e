import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../electron/cli/answer';
import { parseCommandLine, UsageError } from '../../electron/cli/arguments';
import { COMMANDS } from '../../electron/cli/commands';
import { temporaryFolder } from '../helpers/db-workspace';

const fixtures = join(import.meta.dirname, '../fixtures/ad-statistics');

async function run(folder: string, ...args: string[]): Promise<CommandAnswer> {
  const all = [
    ...args,
    '--workspace',
    join(folder, 'w.agency'),
    '--lang',
    'ru',
    '--today',
    '2026-11-21',
  ];
  const line = parseCommandLine(all, folder, 'ru');
  const command = COMMANDS[line.command];
  if (command === undefined) throw new Error(line.command);
  return command(line);
}

describe('import ads on the console', () => {
  it('answers with the totals of the source, and with nothing new the second time', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const list = (await run(folder, 'list', 'clients')).json as {
      items: { id: string; title: string }[];
    };
    const answers = [];
    for (const { id } of list.items) {
      // The sample has clients in several currencies: roubles are taken by the first that has them.
      const file = join(fixtures, 'direct-interface-cp1251.csv');
      const answer = await run(folder, 'import', 'ads', file, '--client', id).catch(() => null);
      if (answer === null) continue;
      answers.push(answer, await run(folder, 'import', 'ads', file, '--client', id));
      break;
    }
    expect(answers[0]).toMatchObject({
      status: 0,
      json: {
        kind: 'ads',
        read: 5,
        added: 5,
        totals: { RUB: { spend: '312400.50' }, impressions: 15_345, clicks: 112, conversions: 3 },
      },
    });
    expect(answers[1]).toMatchObject({ status: 0, json: { added: 0, unchanged: 5 } });
    expect((await run(folder, 'check')).json).toMatchObject({ ok: true });
  });

  it('refuses a word that an option does not have', () => {
    expect(() => parseCommandLine(['import', 'ads', 'x', '--vat', 'maybe'], '.', 'ru')).toThrow(
      UsageError,
    );
  });
});
