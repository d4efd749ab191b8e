import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/contract/app-error';
import { isPlainDate } from '../../../../shared/domain/dates';
import { orderOfColumn, periodInText, readDays } from '../../../../shared/domain/table-file/dates';
import {
  DELIMITERS,
  readDelimited,
  trimmedCells,
} from '../../../../shared/domain/table-file/delimited';
import { tableFileKind } from '../../../../shared/domain/table-file/file-kind';
import { findTable } from '../../../../shared/domain/table-file/find-table';
import {
  isMissing,
  joinedEvidence,
  markOfColumn,
  readNumber,
} from '../../../../shared/domain/table-file/numbers';
import { isTotalLabel } from '../../../../shared/domain/table-file/totals';

function writeDelimited(rows: readonly (readonly string[])[], delimiter: string, end: string) {
  return rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join(end);
}

const cellText = fc.string({
  unit: fc.constantFrom('a', 'я', '"', ',', ';', '\t', '\n', ' ', '1'),
});

describe('cells and rows', () => {
  it('reads back whatever is written, with any delimiter and line ending', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cellText, { minLength: 1, maxLength: 5 }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const read = readDelimited(writeDelimited(rows, delimiter, end), delimiter);
          expect(read.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps every character of text without quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', '\n', 'ё') }), (text) => {
        const rows = readDelimited(text, ';').map(({ cells }) => cells.join(';'));
        expect(rows.join('\n')).toBe(text.replace(/\n$/, ''));
      }),
    );
  });

  it('numbers rows by the line they begin on', () => {
    const rows = readDelimited('\ufeffa;b\r\n"two\r\nlines";c\r\n\r\nd;e\r\n', ';');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
    expect(rows[1]?.cells).toEqual(['two\r\nlines', 'c']);
  });

  it('takes a quote that never closes for a letter', () => {
    expect(readDelimited('a\t"12 inch\tb\nc\td', '\t').map(({ cells }) => cells)).toEqual([
      ['a', '"12 inch', 'b'],
      ['c', 'd'],
    ]);
  });

  it('drops the empty cells behind a last delimiter', () => {
    expect(trimmedCells(['a', '', 'b', ' ', ''])).toEqual(['a', '', 'b']);
    expect(trimmedCells(['', ''])).toEqual([]);
  });
});

describe('the header', () => {
  it('is found under a preamble, with decimal commas in a semicolon file', () => {
    const text =
      'Отчёт, 2026\n\nКлиент: А, Б\nДень;Сумма;Доля\n01.11.2026;1,5;2,5\n02.11.2026;2,5;3,5\n';
    expect(findTable(text)).toMatchObject({ delimiter: ';', header: 3 });
  });

  it('obeys what Excel says of the delimiter', () => {
    expect(findTable('sep=;\na,b;c,d\n1;2\n')).toMatchObject({ delimiter: ';', header: 1 });
  });

  it('is nowhere in plain text', () => {
    expect(findTable('no table here\nat all\n')).toBeNull();
  });
});

describe('numbers by the whole column', () => {
  it.each([
    [['1,234', '12,5'], ','],
    [['1,234', '1,234,567'], '.'],
    [['1.234,50', '10'], ','],
    [["1'234.50"], '.'],
    [['1 234,567'], ','],
    [['0,123'], ','],
    [['1,234', '2,345'], 'unsure'],
    [['12', '--', ''], 'none'],
    [['1,5', '1.5'], 'mixed'],
  ] as const)('%j is decided as %s', (cells, mark) => {
    expect(markOfColumn(cells)).toBe(mark);
  });

  it('knows that impressions are whole', () => {
    expect(markOfColumn(['1,234'], { areWhole: true })).toBe('.');
    expect(joinedEvidence(['unsure', '.', 'none'])).toBe('.');
  });

  it.each([
    ['1 234,50', ',', '1234.50'],
    ['1\u00a0234\u202f567,5 ₽', ',', '1234567.5'],
    ["1'234.50", '.', '1234.50'],
    ['(12.00)', '.', '-12.00'],
    ['−3,5', ',', '-3.5'],
    ['$1,234.00', '.', '1234.00'],
    ['12,50 руб.', ',', '12.50'],
    ['-0', '.', '0'],
    ['5%', '.', '5'],
  ] as const)('%j is %s → %s', (cell, mark, value) => {
    expect(readNumber(cell, mark)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,23', '.'],
    ['abc', '.'],
    ['1.2E+05', '.'],
    ['12.5.6', ','],
    ['%', '.'],
  ] as const)('%j is refused with a reason', (cell, mark) => {
    expect(readNumber(cell, mark)).toMatchObject({ ok: false, code: 'number-unreadable' });
  });

  it('asks where a number can be read both ways, and never makes a zero of nothing', () => {
    expect(readNumber('1,234', 'unsure')).toMatchObject({ ok: false, code: 'number-unsure' });
    for (const cell of ['', ' --', '-', '—', 'н/д']) {
      expect(isMissing(cell)).toBe(true);
      expect(readNumber(cell, '.')).toEqual({ ok: true, value: null });
    }
  });

  it('reads back every amount in every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.constantFrom([',', '\u00a0'], [',', '.'], ['.', ','], ['.', "'"], ['.', '']),
        (minor, [mark = '.', group = '']) => {
          const digits = String(Math.abs(minor)).padStart(3, '0');
          const grouped = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
          const cell = `${minor < 0 ? '-' : ''}${grouped}${mark}${digits.slice(-2)}`;
          const shownMark = markOfColumn([cell]);
          expect(shownMark).toBe(mark);
          const read = readNumber(cell, shownMark);
          expect(read.ok && Math.round(Number(read.value) * 100)).toBe(minor);
        },
      ),
    );
  });
});

describe('dates by the whole column', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026-11-03 00:00:00', '2026-11-03'],
    ['03.11.2026', '2026-11-03'],
    ['3.11.26', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['Nov 3, 2026', '2026-11-03'],
    ['Tue, Nov 3, 2026', '2026-11-03'],
    ['November 3, 2026', '2026-11-03'],
    ['3 ноября 2026 г.', '2026-11-03'],
    ['вт, 3 нояб. 2026 г.', '2026-11-03'],
    ['2026. gada 3. novembris', '2026-11-03'],
    ['11/30/26', '2026-11-30'],
    ['30/11/2026', '2026-11-30'],
    ['3/мая/26', '2026-05-03'],
  ])('%s is %s', (cell, day) => {
    expect(readDays(cell)).toEqual({ ok: true, value: { from: day, to: day } });
  });

  it('reads months and spans', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(readDays('2026-11')).toEqual({ ok: true, value: november });
    expect(readDays('Ноябрь 2026')).toEqual({ ok: true, value: november });
    expect(readDays('01.11.2026 - 30.11.2026')).toEqual({ ok: true, value: november });
    expect(readDays('с 01.11.2026 по 30.11.2026')).toEqual({ ok: true, value: november });
  });

  it('asks where day and month could change places', () => {
    expect(orderOfColumn(['11/3/26', '11/4/26'])).toBe('unsure');
    expect(orderOfColumn(['11/3/26', '11/14/26'])).toBe('mdy');
    expect(orderOfColumn(['03/11/2026', '30/11/2026'])).toBe('dmy');
    expect(orderOfColumn(['13/11/26', '11/13/26'])).toBe('mixed');
    expect(readDays('11/3/26', 'unsure')).toMatchObject({ ok: false, code: 'date-unsure' });
    expect(readDays('11/3/26', 'mdy')).toMatchObject({ value: { from: '2026-11-03' } });
  });

  it.each(['31.11.2026', '2026-02-30', '13/13/2026', 'yesterday', '45000.5'])(
    '%s is no day',
    (cell) => {
      expect(readDays(cell)).toMatchObject({ ok: false, code: 'date-unreadable' });
    },
  );

  it.each([
    ['November 1, 2026 - November 30, 2026'],
    ['Период: 01.11.2026 - 30.11.2026'],
    ['1 ноября 2026 г. – 30 ноября 2026 г.'],
    ['Report (2026-11-01 - 2026-11-30)'],
    ['2026. gada 1. novembris–2026. gada 30. novembris'],
    ['Источники-сводка-01.11.2026-30.11.2026.csv'],
    ['metrika_20261101_20261130.csv'],
    ['stat_2026_11_01_2026_11_30.xlsx'],
  ])('finds the period in %s', (text) => {
    expect(periodInText(text)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  });

  it('does not take one date, or three, for a period', () => {
    expect(periodInText('saved 2026-12-01')).toBeNull();
    expect(periodInText('2026-11-01 2026-11-30 2026-12-01')).toBeNull();
  });
});

describe('sums and what a file is', () => {
  it.each(['Итого', 'Итого и средние', 'Total', 'Total: Account', 'Grand total', 'Всего:', 'Kopā'])(
    '%s is a sum',
    (label) => expect(isTotalLabel(label)).toBe(true),
  );

  it.each(['Total Recall', 'Totally new', 'Всего за рубль', 'Итоговая', ''])('%s is not', (label) =>
    expect(isTotalLabel(label)).toBe(false),
  );

  it('goes by the bytes, not by the name', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(tableFileKind(bytes('PK\x03\x04....xl/workbook.xml'))).toBe('xlsx');
    expect(tableFileKind(bytes('PK\x03\x04....a.txt'))).toBe('zip');
    expect(tableFileKind(bytes('\ufeff  <table><tr><td>1'))).toBe('html');
    expect(tableFileKind(bytes('<meta charset="utf-8">'))).toBe('html');
    expect(tableFileKind(bytes('a;b\n1;2'))).toBe('text');
    expect(() => tableFileKind(bytes('  \n'))).toThrow(AppError);
  });
});

describe('anything at all', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });

  it('is read or refused, never a crash', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        for (const delimiter of DELIMITERS) readDelimited(first + second, delimiter);
        findTable(`${first}\n${second}`);
        readNumber(first, markOfColumn([first, second]));
        const days = readDays(first, orderOfColumn([first, second]));
        if (days.ok && days.value !== null) expect(isPlainDate(days.value.from)).toBe(true);
        periodInText(first);
      }),
      { numRuns: 500 },
    );
  });
});
