import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../electron/cli/answer';
import { parseCommandLine } from '../../electron/cli/arguments';
import { COMMANDS } from '../../electron/cli/commands';
import { russianPlan } from '../fixtures/media-plan-xlsx/agency-plans';
import { temporaryFolder } from '../helpers/db-workspace';

async function run(folder: string, ...args: string[]): Promise<CommandAnswer> {
  const rest = ['--workspace', join(folder, 'w.agency'), '--lang', 'ru', '--today', '2026-11-21'];
  const line = parseCommandLine([...args, ...rest], folder, 'ru');
  const command = COMMANDS[line.command];
  if (command === undefined) throw new Error(line.command);
  return command(line);
}

type Listed = { items: { id: string; title: string }[] };

describe('import media-plan on the console', () => {
  it('asks for the basis, shows in a dry run what it would do, and writes one draft', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const { items } = (await run(folder, 'list', 'clients')).json as Listed;
    const client = items[0]?.id ?? '';
    const before = ((await run(folder, 'list', 'media-plans')).json as Listed).items.length;
    const file = join(folder, 'Декабрь.xlsx');
    writeFileSync(file, await russianPlan({ money: 'Бюджет' }));
    const command = ['import', 'media-plan', file, '--client', client];

    await expect(run(folder, ...command)).rejects.toMatchObject({
      code: 'media-plan-vat-not-stated-in-file',
    });
    const dry = await run(folder, ...command, '--dry-run');
    expect(dry).toMatchObject({ status: 1, json: { added: 0, undecided: 4 } });
    const stated = [...command, '--vat', 'excluded', '--commission', 'excluded'];
    expect(await run(folder, ...stated, '--dry-run')).toMatchObject({
      status: 0,
      json: { added: 4 },
    });
    expect(((await run(folder, 'list', 'media-plans')).json as Listed).items).toHaveLength(before);

    expect(await run(folder, ...stated)).toMatchObject({
      status: 0,
      json: { kind: 'media-plan', added: 4, totals: { RUB: { net: '722500.00' } } },
    });
    // The header is known by now: what was said of it is remembered.
    expect(await run(folder, ...command)).toMatchObject({
      status: 0,
      json: { added: 0, unchanged: 4 },
    });
    expect(((await run(folder, 'list', 'media-plans')).json as Listed).items).toHaveLength(
      before + 1,
    );
    expect((await run(folder, 'check')).json).toMatchObject({ ok: true });
  });
});
