import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatDate,
  formatDateShort,
  formatMoney,
  formatNumber,
  formatPercent,
  LANGS,
} from '../../../shared/i18n/formats';
import {
  parseDate,
  parseDecimal,
  parseHours,
  parsePercent,
} from '../../../shared/i18n/parse-input';

const TODAY = '2026-11-21';

describe('a number as typed', () => {
  it.each([
    ['1 234,56', '1234.56'],
    ['1\u00a0234\u00a0567,89\u00a0₽', '1234567.89'],
    ['1\u202f234,5', '1234.5'],
    ['1,234.56', '1234.56'],
    ['1.234.567,89', '1234567.89'],
    ["1'234'567.89", '1234567.89'],
    ['1’234.56', '1234.56'],
    ['−5', '-5'],
    ['- 5,10', '-5.10'],
    ['−₽4,750.00', '-4750.00'],
    ['+3', '3'],
    ['007', '7'],
    ['0,00', '0.00'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['12,', '12'],
    ['1234567', '1234567'],
    ['1 200 руб.', '1200'],
    ['99 EUR', '99'],
    ['€1,234.56', '1234.56'],
  ])('reads %s in every language', (text, value) => {
    expect(LANGS.map((lang) => parseDecimal(lang, text))).toEqual([value, value, value]);
  });

  it('takes a lone comma by the language', () => {
    expect(parseDecimal('ru', '1,234')).toBe('1.234');
    expect(parseDecimal('lv', '1,234')).toBe('1.234');
    expect(parseDecimal('en', '1,234')).toBe('1234');
    expect(parseDecimal('en', '1,5')).toBe('1.5');
    expect(parseDecimal('en', '0,125')).toBe('0.125');
    expect(parseDecimal('ru', '1.234')).toBe('1.234');
    expect(parseDecimal('en', '1,234,567')).toBe('1234567');
  });

  it.each([
    '',
    ' ',
    '-',
    ',',
    '.',
    '1 2',
    '12 34',
    '1 2345',
    '1,23,456',
    '1.2.3',
    '1,234.56.78',
    '1,234,56.7',
    '1 234 56',
    '12a',
    'e5',
    '1e5',
    '1-2',
    '--1',
    '5 %',
    'нет',
    'Infinity',
    '9'.repeat(65),
  ])('refuses "%s"', (text) => {
    for (const lang of LANGS) expect(parseDecimal(lang, text)).toBeNull();
  });

  it('reads percentages', () => {
    expect(parsePercent('ru', '22 %')).toBe('22');
    expect(parsePercent('en', '6.1%')).toBe('6.1');
    expect(parsePercent('lv', '39,5\u00a0%')).toBe('39.5');
    expect(parsePercent('lv', '%')).toBeNull();
  });

  it('reads hours as a clock or a decimal', () => {
    expect(parseHours('ru', '1:30')).toBe(5400);
    expect(parseHours('ru', '1,5')).toBe(5400);
    expect(parseHours('ru', '1,5 ч')).toBe(5400);
    expect(parseHours('en', '0.33')).toBe(1188);
    expect(parseHours('lv', '8 h')).toBe(28800);
    expect(parseHours('en', '-1')).toBeNull();
    expect(parseHours('en', '1:75')).toBeNull();
    expect(parseHours('en', '999999')).toBe(3_599_996_400);
  });
});

describe('a day as typed', () => {
  it.each([
    ['21.11.2026', '2026-11-21'],
    ['21.11.2026.', '2026-11-21'],
    ['1.2.2026', '2026-02-01'],
    ['01.02', '2026-02-01'],
    ['01.02.', '2026-02-01'],
    ['2026-11-21', '2026-11-21'],
    ['21 Nov 2026', '2026-11-21'],
    ['21\u00a0November', '2026-11-21'],
    ['29.02.2028', '2028-02-29'],
  ])('reads %s', (text, date) => {
    expect(parseDate(text, TODAY)).toBe(date);
  });
  it.each(['30.02', '29.02.2026', '31.04.2026', '0.1.2026', '13.13', '21.11.26', '11/21/2026', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseDate(text, TODAY)).toBeNull();
    },
  );
});

describe('what is shown can be typed back', () => {
  const lang = fc.constantFrom(...LANGS);
  const minor = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
  const day = fc
    .date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

  /** Minor units of a parsed decimal with exactly the currency's decimals. */
  const back = (text: string | null, exponent: number) =>
    text === null ? null : Number(exponent === 0 ? text : text.replace('.', ''));

  it('money and amounts', () => {
    fc.assert(
      fc.property(lang, minor, fc.constantFrom('RUB', 'EUR', 'USD', 'JPY'), (l, amount, code) => {
        const exponent = code === 'JPY' ? 0 : 2;
        const shown = parseDecimal(l, formatMoney(l, amount, code));
        expect(back(shown, exponent)).toBe(amount);
        expect(parseDecimal(l, formatAmount(l, amount, code))).toBe(shown);
      }),
    );
  });
  it('numbers and percentages', () => {
    fc.assert(
      fc.property(lang, minor, (l, value) => {
        // Two decimals: a lone English "1,234" stays unambiguous.
        const text = `${value < 0 ? '-' : ''}${Math.abs(value)}.25`;
        expect(parseDecimal(l, formatNumber(l, text, { min: 2 }))).toBe(text);
        expect(parsePercent(l, formatPercent(l, text, { min: 2 }))).toBe(text);
      }),
    );
  });
  it('whole numbers', () => {
    fc.assert(
      fc.property(lang, minor, (l, value) => {
        expect(parseDecimal(l, formatNumber(l, value))).toBe(String(value));
      }),
    );
  });
  it('days', () => {
    fc.assert(
      fc.property(lang, day, (l, date) => {
        expect(parseDate(formatDate(l, date), TODAY)).toBe(date);
        expect(parseDate(formatDateShort(l, date), date)).toBe(date);
      }),
    );
  });
  it('and nothing typed throws', () => {
    fc.assert(
      fc.property(lang, fc.string({ unit: 'grapheme', maxLength: 70 }), (l, text) => {
        const value = parseDecimal(l, text);
        if (value !== null) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        parseHours(l, text);
        parsePercent(l, text);
        parseDate(text, TODAY);
      }),
    );
  });
});
