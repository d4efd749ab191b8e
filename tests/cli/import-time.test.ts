import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../electron/cli/answer';
import { parseCommandLine } from '../../electron/cli/arguments';
import { COMMANDS } from '../../electron/cli/commands';
import type { ImportAnswer } from '../../shared/contract/imports.contract';
import { temporaryFolder } from '../helpers/db-workspace';

const fixtures = join(import.meta.dirname, '../fixtures/time-csv');

async function run(folder: string, ...args: string[]): Promise<CommandAnswer> {
  const about = ['--workspace', join(folder, 'w.agency'), '--lang', 'ru', '--today', '2026-11-23'];
  const line = parseCommandLine([...args, ...about], folder, 'ru');
  const command = COMMANDS[line.command];
  if (command === undefined) throw new Error(line.command);
  return command(line);
}

/** A fixture whose invented people and clients are those of the sample, spelled in Latin letters. */
function ofSample(folder: string, name: string): string {
  const text = readFileSync(join(fixtures, name), 'utf8')
    .replaceAll('Anna Lapa', 'Rakitina Anna')
    .replaceAll('Boris Egle', 'Roman Nechaev')
    .replaceAll('Anna,Lapa', 'Anna,Rakitina')
    .replaceAll('Boris,Egle', 'Roman,Nechaev')
    .replaceAll('Romashka', 'Zhemchug')
    .replaceAll('Kama', 'Verba');
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const answerOf = ({ json }: CommandAnswer): ImportAnswer => json as ImportAnswer;

describe('import time-csv on the console', () => {
  it('books what is known, asks about the rest, and adds nothing the second time', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const toggl = ofSample(folder, 'toggl.csv');

    const dry = answerOf(await run(folder, 'import', 'time-csv', toggl, '--dry-run'));
    const first = await run(folder, 'import', 'time-csv', toggl);
    expect(answerOf(first)).toEqual(dry);
    expect(answerOf(first)).toMatchObject({ kind: 'time-csv', read: 5, added: 4, notBooked: 1 });
    // 90 + 75 + twice 140.5: the same row twice is two entries.
    expect(answerOf(first).totals).toEqual({ minutes: 446 });
    expect(answerOf(first).problems.map(({ row }) => row)).toContain(6);

    const second = await run(folder, 'import', 'time-csv', toggl);
    expect(answerOf(second)).toMatchObject({ added: 0, unchanged: 4, totals: { minutes: 0 } });

    const check = await run(folder, 'check');
    expect(check.status).toBe(0);
  });

  it('leaves unknown names undecided and writes nothing of them', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const file = join(fixtures, 'harvest-comma.csv');
    const answer = await run(folder, 'import', 'time-csv', file);
    expect(answer.status).toBe(1);
    expect(answerOf(answer)).toMatchObject({ read: 4, added: 0, undecided: 4 });
    expect(answerOf(answer).problems[0]?.message).toContain('Anna Lapa');
  });

  it('refuses what would make a day longer than 24 hours, and books the rest', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const harvest = ofSample(folder, 'harvest-comma.csv');
    const answer = answerOf(await run(folder, 'import', 'time-csv', harvest));
    expect(answer.read).toBe(4);
    expect(answer.added + answer.refused).toBe(4);
    expect(answer.refused).toBeGreaterThan(0);
    expect(answer.problems.some(({ message }) => message.includes('24'))).toBe(true);
  });

  it('asks for the order of day and month, and takes --dates', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const file = ofSample(folder, 'clockify-unsure-days.csv');
    expect(answerOf(await run(folder, 'import', 'time-csv', file))).toMatchObject({ undecided: 2 });
    const told = answerOf(await run(folder, 'import', 'time-csv', file, '--dates', 'dmy'));
    expect(told).toMatchObject({ added: 2, totals: { minutes: 195 } });
  });

  it('names a file that is no time sheet', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const path = join(folder, 'x.csv');
    writeFileSync(path, 'Campaign,Day,Cost\nA,2026-11-01,5\n');
    await expect(run(folder, 'import', 'time-csv', path)).rejects.toThrow('time-header-missing');
  });

  it('reports the workload by person and week, and the parts add up', async () => {
    const folder = temporaryFolder();
    await run(folder, 'new', join(folder, 'w.agency'), '--sample');
    const { json } = await run(folder, 'report', 'workload');
    const { rows } = json as { rows: Record<string, number>[] };
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      if (row.capacity === null || row.capacity === undefined) continue;
      const { capacity, holidays = 0, absences = 0, available = 0 } = row;
      expect(capacity - holidays - absences).toBeCloseTo(available, 6);
    }
  });
});
