import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell, slashOrder } from '../../../renderer/components/grid/cell-text';
import { formatBlock, parseBlock, pasteSize } from '../../../renderer/components/grid/clipboard';
import { continueTexts } from '../../../renderer/components/grid/fill';
import { afterCommit, afterKey, type Ground } from '../../../renderer/components/grid/navigation';
import {
  addressOf,
  columnLetters,
  rangeOf,
  selectCell,
  statsOf,
} from '../../../renderer/components/grid/selection';
import {
  columnWindow,
  edgesOf,
  rowWindow,
  scrollInto,
  stretched,
} from '../../../renderer/components/grid/viewport';
import { formatDate, formatDateLong, formatNumber, LANGS } from '../../../shared/i18n/formats';

const today = '2026-11-23';

describe('the clipboard', () => {
  const cell = fc
    .string({ unit: 'grapheme-composite', maxLength: 8 })
    .map((text) => text.replace(/\r\n?/g, '\n'));
  const special = fc.constantFrom('', '"', '"a"', 'a\tb', 'a\nb', '1 234,56', '«x»');

  it('reads back what it writes', () => {
    const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.oneof(cell, special), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(block, (rows) => {
        const text = formatBlock(rows);
        // A single empty cell is an empty clipboard.
        fc.pre(text !== '');
        const last = rows.at(-1) ?? [];
        const read = parseBlock(last.length === 1 && last[0] === '' ? `${text}\r\n` : text);
        expect(read).toEqual(rows);
      }),
    );
  });

  it('makes no further row of the line end that a spreadsheet closes with', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseBlock('1\n')).toEqual([['1']]);
  });

  it('keeps line ends, tabs and quotes inside a quoted cell, and a quote that opens nothing', () => {
    expect(parseBlock('"a\r\nb"\t"say ""x"""\r\n')).toEqual([['a\nb', 'say "x"']]);
    expect(parseBlock('"Мост" agency\t5')).toEqual([['"Мост" agency', '5']]);
  });

  it('fills short rows and repeats over a selection it divides', () => {
    expect(parseBlock('1\t2\n3')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(pasteSize({ rows: 1, columns: 2 }, { rows: 3, columns: 4 })).toEqual({
      rows: 3,
      columns: 4,
    });
    expect(pasteSize({ rows: 2, columns: 2 }, { rows: 3, columns: 1 })).toEqual({
      rows: 2,
      columns: 2,
    });
  });
});

describe('texts of cells', () => {
  it('reads every number a language writes back to itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(...LANGS),
        (minor, lang) => {
          const text = formatNumber(lang, minor / 100, { min: 2, max: 2 });
          const kind = { kind: 'scaled', places: 2, max: Number.MAX_SAFE_INTEGER } as const;
          expect(readCell(kind, text, { lang, today })).toEqual({ value: minor });
        },
      ),
    );
  });

  it('reads every date a language writes, and those of its spreadsheets', () => {
    const dates = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(dates, fc.constantFrom(...LANGS), (date, lang) => {
        for (const text of [formatDate(lang, date), formatDateLong(lang, date), date]) {
          expect(readCell({ kind: 'date' }, text, { lang, today }), text).toEqual({ value: date });
        }
      }),
      { numRuns: 300 },
    );
    const read = (text: string, slash: 'day' | 'month' = 'day') =>
      readCell({ kind: 'date' }, text, { lang: 'en', today, slash });
    expect(read('01.02.26')).toEqual({ value: '2026-02-01' });
    expect(read('1/2/2026')).toEqual({ value: '2026-02-01' });
    expect(read('1/2/2026', 'month')).toEqual({ value: '2026-01-02' });
    expect(read('21-Nov-26')).toEqual({ value: '2026-11-21' });
    expect(read('Nov 21, 2026')).toEqual({ value: '2026-11-21' });
    expect(read('30.02.2026')).toEqual({ rule: { code: 'date' } });
    expect(slashOrder(['01/02/2026', '01/13/2026'])).toBe('month');
  });

  it('names the rule that a text breaks', () => {
    const price = { kind: 'decimal', whole: 15, places: 12 } as const;
    const terms = { lang: 'ru', today } as const;
    expect(readCell(price, '1,234.56', terms)).toEqual({ value: '1234.56' });
    expect(readCell(price, 'дорого', terms)).toEqual({ rule: { code: 'number' } });
    expect(readCell(price, '−5', terms)).toEqual({ rule: { code: 'negative' } });
    expect(readCell({ kind: 'percents', max: 1_000_000, count: 12 }, '10 + 5 %', terms)).toEqual({
      value: [100_000, 50_000],
    });
    expect(readCell({ kind: 'percent', max: 1_000_000 }, '120 %', terms)).toEqual({
      rule: { code: 'percent', max: 100 },
    });
  });
});

describe('walking', () => {
  const filled = [
    [1, 1, 0, 1],
    [1, 0, 0, 1],
    [0, 0, 0, 0],
    [1, 0, 0, 1],
  ];
  const ground: Ground = {
    rows: 4,
    columns: 4,
    pageRows: 2,
    isFilled: (row, column) => filled[row]?.[column] === 1,
  };
  const at = (row: number, column: number) => selectCell({ row, column });
  const press = (key: string, more: { ctrl?: boolean; shift?: boolean } = {}) => ({
    key,
    ctrl: false,
    shift: false,
    ...more,
  });

  it('stays inside, and with Shift leaves the active cell where it was', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    const steps = fc.array(fc.tuple(keys, fc.boolean(), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (walk) => {
        let selection = at(1, 1);
        for (const [key, ctrl, shift] of walk) {
          const next = afterKey(selection, { key, ctrl, shift }, ground);
          if (next === null) throw new Error(`${key} leads nowhere`);
          if (shift) expect(next.active).toEqual(selection.active);
          selection = next;
          const { top, bottom, left, right } = rangeOf(selection);
          expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
          expect(Math.max(bottom, right)).toBeLessThan(4);
        }
      }),
    );
  });

  it('jumps along blocks with Ctrl', () => {
    expect(afterKey(at(0, 0), press('ArrowRight', { ctrl: true }), ground)?.active.column).toBe(1);
    expect(afterKey(at(0, 1), press('ArrowRight', { ctrl: true }), ground)?.active.column).toBe(3);
    expect(afterKey(at(0, 0), press('ArrowDown', { ctrl: true }), ground)?.active.row).toBe(1);
    expect(afterKey(at(1, 0), press('ArrowDown', { ctrl: true }), ground)?.active.row).toBe(3);
  });

  it('goes round a range with Enter and Tab, and on by one without', () => {
    expect(afterCommit(at(0, 0), 'Enter', false, ground).active).toEqual({ row: 1, column: 0 });
    expect(afterCommit(at(0, 0), 'Tab', false, ground).active).toEqual({ row: 0, column: 1 });
    const two = { active: { row: 0, column: 0 }, far: { row: 1, column: 1 } };
    const next = afterCommit(two, 'Enter', false, ground);
    expect(next.active).toEqual({ row: 1, column: 0 });
    expect(rangeOf(next)).toEqual(rangeOf(two));
  });

  it('names places as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
    ]);
    expect(addressOf({ top: 5, bottom: 7, left: 9, right: 11 }, 2)).toBe('J7 : L9');
  });
});

describe('filling', () => {
  const write = (value: string) => value.replace('.', ',');
  it('goes on with numbers at equal distances and repeats the rest', () => {
    expect(continueTexts(['1', '3'], 3, 'ru', write)).toEqual(['5', '7', '9']);
    expect(continueTexts(['0,1', '0,25'], 2, 'ru', write)).toEqual(['0,40', '0,55']);
    expect(continueTexts(['5'], 2, 'ru', write)).toEqual(['5', '5']);
    expect(continueTexts(['a', 'b'], 3, 'ru', write)).toEqual(['a', 'b', 'a']);
    expect(continueTexts(['1', '2', '4'], 2, 'ru', write)).toEqual(['1', '2']);
  });
});

describe('what is seen', () => {
  it('draws no more rows than fit, whatever the number of lines', () => {
    const seen = rowWindow(28_000, 560, 28, 2000);
    expect(seen.last - seen.first).toBeLessThan(40);
    expect(seen.first).toBeLessThanOrEqual(1000);
    expect(rowWindow(0, 560, 28, 3)).toEqual({ first: 0, last: 2 });
  });

  it('draws every column that is seen and hardly any other', () => {
    const edges = edgesOf(Array<number>(60).fill(80));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (scrolled) => {
        const { first, last } = columnWindow(scrolled, 1200, edges, 2);
        for (let column = 2; column < 60; column += 1) {
          const start = (edges[column] ?? 0) - scrolled;
          const isSeen = start + 80 > 160 && start < 1200;
          if (isSeen) expect(column >= first && column <= last).toBe(true);
        }
        expect(last - first).toBeLessThan(18);
      }),
    );
  });

  it('fills a wide window and never narrows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 300 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 300, max: 4000 }),
        (widths, room) => {
          const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
          const wide = stretched(widths, room);
          expect(sum(wide)).toBe(Math.max(sum(widths), room));
          wide.forEach((width, i) => expect(width).toBeGreaterThanOrEqual(widths[i] ?? 0));
        },
      ),
    );
  });

  it('scrolls only as far as needed', () => {
    expect(scrollInto(100, 300, { start: 150, end: 178 })).toBe(100);
    expect(scrollInto(100, 300, { start: 50, end: 78 })).toBe(50);
    expect(scrollInto(100, 300, { start: 500, end: 528 })).toBe(228);
  });

  it('adds up a range and leaves words out', () => {
    const numbers = [
      [10, null],
      [5, 30],
    ];
    const stats = statsOf(
      { top: 0, bottom: 1, left: 0, right: 1 },
      (row, column) => numbers[row]?.[column] ?? null,
    );
    expect(stats).toEqual({ cells: 4, numbers: 3, sum: 45, min: 5, max: 30 });
  });
});
