import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/contract/app-error';
import { readHtmlTable } from '../../../../shared/domain/moving-in/html-table';
import { readNotionZip } from '../../../../shared/domain/moving-in/notion-zip';
import { taskHeaderScore } from '../../../../shared/domain/moving-in/task-columns';
import { readTasksTable } from '../../../../shared/domain/moving-in/tasks-table';

const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('a list of tasks', () => {
  it('reads days as the column writes them, and asks where each could be read both ways', () => {
    const read = (...days: string[]) =>
      readTasksTable(
        rowsOf(['Название', 'Срок'], ...days.map((day, index) => [`Дело ${index}`, day])),
        0,
        'a.csv',
      );
    expect(read('29.02.2028 19:00', '@December 4, 2024 8:45 AM', '').tasks).toMatchObject([
      { dueOn: '2028-02-29' },
      { dueOn: '2024-12-04' },
      { dueOn: null },
    ]);
    expect(read('03/04/2026').refused).toMatchObject([{ code: 'date-unsure', state: 'undecided' }]);
    expect(read('03/04/2026', '25/04/2026').tasks.map(({ dueOn }) => dueOn)).toEqual([
      '2026-04-03',
      '2026-04-25',
    ]);
    expect(read('30.02.2026').refused).toMatchObject([
      { code: 'date-unreadable', state: 'refused', line: 2 },
    ]);
  });

  it('takes repeated columns together, refuses rows without a title and repeated keys', () => {
    const read = readTasksTable(
      rowsOf(
        ['Issue key', 'Summary', 'Labels', 'Labels', 'Status'],
        ['A-1', 'Счётчик', 'seo', 'срочно', 'Done', 'лишняя ячейка'],
        ['A-2', '', '', '', ''],
        ['A-1', 'Ещё раз', '', '', ''],
      ),
      0,
      'a.csv',
    );
    expect(read).toMatchObject({
      source: 'jira',
      tasks: [{ key: 'A-1', labels: ['seo', 'срочно'], status: 'done' }],
      refused: [
        { line: 3, code: 'task-title-missing' },
        { line: 4, code: 'row-restated', params: { other: 2 } },
      ],
    });
  });

  it('takes the heads that somebody named', () => {
    const heads = ['Дело', 'Готовность'];
    expect(taskHeaderScore(heads)).toBe(0);
    const columns = { title: 'Дело', due: 'Готовность' };
    expect(taskHeaderScore(heads, columns)).toBe(2);
    const read = readTasksTable(rowsOf(heads, ['Макет', '2026-11-30']), 0, 'a', { columns });
    expect(read.tasks).toMatchObject([{ title: 'Макет', dueOn: '2026-11-30' }]);
  });

  it('keeps every row: each is a task or refused, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-11-30', '31.02.2026', '@', 'Done', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (body) => {
        const rows = rowsOf(['ID', 'Name', 'Due date', 'Start date', 'Tags'], ...body);
        const read = readTasksTable(rows, 0, 'a.csv');
        const blank = body.filter((cells) => cells.every((each) => each.trim() === '')).length;
        expect(read.tasks.length + read.refused.length).toBe(body.length - blank);
        for (const { startOn, dueOn, title } of read.tasks) {
          expect(title.trim()).not.toBe('');
          if (startOn !== null && dueOn !== null) expect(startOn <= dueOn).toBe(true);
        }
      }),
    );
  });
});

describe('a web page that calls itself a workbook', () => {
  it('gives its rows, with entities as letters and whatever is left open', () => {
    const page =
      '<table><tr><th>ID<th>Название</tr><tr><td>1</td><td>&laquo;A&raquo; &#38;&nbsp;B<br>C</td>';
    expect(readHtmlTable(page).map(({ cells }) => cells)).toEqual([
      ['ID', 'Название'],
      ['1', '«A» &\u00a0B\nC'],
    ]);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', 't', 'r', 'd', '/', '&', ';', ' ') }),
        (page) => {
          readHtmlTable(page);
        },
      ),
    );
  });
});

describe('an archive of Notion', () => {
  const id = '0123456789abcdef0123456789abcdef';
  const inner = zipSync({
    [`Export/Дела ${id}.csv`]: strToU8('Name,Due\nКороткий,2026-11-30\n'),
    [`Export/Дела ${id}_all.csv`]: strToU8('Name,Due,Tags\nМакет,2026-11-30,seo\n'),
    [`Export/Дела ${id}/Макет fedcba9876543210fedcba9876543210.md`]: strToU8('# Макет'),
  });

  it('is a zip in a zip: the whole table counts, and the pages have the keys', () => {
    const read = readNotionZip(zipSync({ 'Part-1.zip': inner }));
    expect(read.tables.map(({ name }) => name)).toEqual([`Export/Дела ${id}_all.csv`]);
    expect(read.keysByTitle.get('Макет')).toEqual(['fedcba9876543210fedcba9876543210']);
  });

  it('that grows beyond measure, nests deeper, holds no table or is damaged is refused', () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(65 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(codeOf(() => readNotionZip(bomb))).toBe('archive-too-large');
    expect(codeOf(() => readNotionZip(zipSync({ 'x.zip': bomb })))).toBe('archive-too-large');
    const deep = zipSync({ 'a.zip': zipSync({ 'b.zip': inner }) });
    expect(codeOf(() => readNotionZip(deep))).toBe('archive-without-table');
    expect(codeOf(() => readNotionZip(inner.subarray(0, inner.length - 60)))).toBe(
      'archive-damaged',
    );
  });
});
