import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/app-error';
import {
  currencySign,
  formatAmount,
  formatDate,
  formatDateLong,
  formatDateRange,
  formatDateShort,
  formatDateTime,
  formatDayMonth,
  formatDayNear,
  formatHours,
  formatHoursUnit,
  formatList,
  formatMoney,
  formatMoneyCompact,
  formatMoneyWhole,
  formatMonth,
  formatMonthName,
  formatMonthShort,
  formatNumber,
  formatPercent,
  formatRatePpm,
  formatTime,
  formatWeekday,
  LANGS,
} from '../../../shared/i18n/formats';

const S = '\u00a0';

describe('money', () => {
  it('writes an amount as each language does', () => {
    expect(formatMoney('ru', 123456789, 'RUB')).toBe(`1${S}234${S}567,89${S}₽`);
    expect(formatMoney('en', 123456789, 'RUB')).toBe('₽1,234,567.89');
    expect(formatMoney('lv', 123456, 'EUR')).toBe(`1${S}234,56${S}€`);
    expect(formatMoney('en', 0, 'EUR')).toBe('€0.00');
  });
  it('has a true minus and, where asked, a plus', () => {
    expect(formatMoney('ru', -475000, 'RUB')).toBe(`\u22124${S}750,00${S}₽`);
    expect(formatMoney('en', -475000, 'RUB')).toBe('\u2212₽4,750.00');
    expect(formatMoney('lv', 2400, 'EUR', { plus: true })).toBe(`+24,00${S}€`);
    expect(formatMoney('ru', 0, 'RUB', { plus: true })).toBe(`0,00${S}₽`);
  });
  it("takes the currency's own exponent", () => {
    expect(formatMoney('ru', 1234567, 'JPY')).toBe(`1${S}234${S}567${S}¥`);
    expect(formatAmount('en', 1234567, 'JPY')).toBe('1,234,567');
  });
  it('is exact at the edge of the range', () => {
    expect(formatMoney('en', 2 ** 51, 'EUR')).toBe('€22,517,998,136,852.48');
    expect(formatMoney('en', -(2 ** 51) + 1, 'EUR')).toBe('\u2212€22,517,998,136,852.47');
  });
  it('drops kopecks half away from zero, and never shows a negative zero', () => {
    expect(formatMoneyWhole('ru', 123456750, 'RUB')).toBe(`1${S}234${S}568${S}₽`);
    expect(formatMoneyWhole('en', -250, 'EUR')).toBe('\u2212€3');
    expect(formatMoneyWhole('en', -49, 'EUR')).toBe('€0');
    expect(formatAmount('ru', 123456750, 'RUB', { whole: true })).toBe(`1${S}234${S}568`);
    expect(formatAmount('ru', 61240000, 'RUB')).toBe(`612${S}400,00`);
  });
  it('shortens to three significant digits', () => {
    expect(formatMoneyCompact('ru', 310120500, 'RUB')).toBe(`3,10${S}млн${S}₽`);
    expect(formatMoneyCompact('en', 310120500, 'RUB')).toBe(`₽3.10${S}M`);
    expect(formatMoneyCompact('lv', 310120500, 'EUR')).toBe(`3,10${S}milj.${S}€`);
    expect(formatMoneyCompact('ru', -4150000, 'RUB')).toBe(`\u221241,5${S}тыс.${S}₽`);
  });
  it('names the sign for a column head', () => {
    expect(LANGS.map((lang) => currencySign(lang, 'RUB'))).toEqual(['₽', '₽', '₽']);
  });
  it('refuses what is not whole minor units', () => {
    expect(() => formatMoney('ru', 1.5, 'RUB')).toThrow(AppError);
    expect(() => formatMoney('ru', 2 ** 51 + 1, 'RUB')).toThrow(AppError);
  });
});

describe('numbers', () => {
  it('groups Latvian thousands below ten thousand', () => {
    expect(formatNumber('lv', 1234)).toBe(`1${S}234`);
    expect(formatNumber('ru', '-1234.5', { min: 1 })).toBe(`\u22121${S}234,5`);
    expect(formatNumber('en', '0.125', { min: 1, max: 2 })).toBe('0.13');
    expect(() => formatNumber('en', '1e5')).toThrow(RangeError);
    expect(() => formatNumber('en', Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
  it('spaces the per cent sign in Russian and Latvian', () => {
    expect(formatPercent('ru', 22)).toBe(`22${S}%`);
    expect(formatPercent('lv', '39.5', { min: 1 })).toBe(`39,5${S}%`);
    expect(formatPercent('en', '-6.1', { min: 1 })).toBe('\u22126.1%');
    expect(formatRatePpm('ru', 220000)).toBe(`22${S}%`);
    expect(formatRatePpm('en', 302000)).toBe('30.2%');
    expect(formatRatePpm('lv', 1)).toBe(`0,0001${S}%`);
  });
  it('turns seconds into hours', () => {
    expect(formatHours('ru', 48240)).toBe('13,4');
    expect(formatHoursUnit('en', 48240)).toBe(`13.4${S}h`);
    expect(formatHoursUnit('ru', 5400, { min: 2 })).toBe(`1,50${S}ч`);
  });
  it('joins a list', () => {
    expect(formatList('ru', ['а', 'б', 'в'])).toBe('а, б и в');
    expect(formatList('lv', ['a', 'b'])).toBe('a un b');
    expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('dates', () => {
  it('writes a day', () => {
    expect(formatDate('ru', '2026-11-21')).toBe('21.11.2026');
    expect(formatDate('lv', '2026-11-01')).toBe('01.11.2026.');
    expect(formatDate('en', '2026-09-01')).toBe(`1${S}Sep${S}2026`);
    expect(formatDateShort('ru', '2026-11-27')).toBe('27.11');
    expect(formatDateShort('lv', '2026-11-27')).toBe('27.11.');
    expect(formatDateShort('en', '2026-11-27')).toBe(`27${S}Nov`);
  });
  it('writes a day in words', () => {
    expect(formatDateLong('ru', '2026-11-21')).toBe(`21${S}ноября${S}2026${S}г.`);
    expect(formatDateLong('en', '2026-11-21')).toBe(`21${S}November${S}2026`);
    expect(formatDateLong('lv', '2026-11-21')).toBe(`2026.${S}gada${S}21.${S}novembris`);
    expect(formatDayMonth('ru', '2026-12-01')).toBe(`1${S}декабря`);
    expect(formatDayMonth('lv', '2026-12-01')).toBe(`1.${S}decembris`);
  });
  it('writes months', () => {
    expect(formatMonth('ru', '2026-10')).toBe(`Октябрь${S}2026`);
    expect(formatMonth('en', '2026-10')).toBe(`October${S}2026`);
    expect(formatMonth('lv', '2026-10')).toBe(`2026.${S}gada${S}oktobris`);
    expect(formatMonthName('lv', '2026-10')).toBe('Oktobris');
    expect(LANGS.map((lang) => formatMonthShort(lang, '2026-09'))).toEqual(['сент', 'Sep', 'sept']);
  });
  it('writes ranges without repeating what both ends share', () => {
    expect(formatDateRange('ru', '2026-12-01', '2026-12-31')).toBe(`1–31${S}декабря${S}2026`);
    expect(formatDateRange('en', '2026-12-01', '2026-12-31')).toBe(`1–31${S}December${S}2026`);
    expect(formatDateRange('lv', '2026-12-01', '2026-12-31')).toBe(
      `2026.${S}gada${S}1.–31.${S}decembris`,
    );
    expect(formatDateRange('ru', '2026-11-30', '2027-01-15')).toBe('30.11.2026–15.01.2027');
    expect(formatDateRange('lv', '2026-12-01', '2026-12-01')).toBe('01.12.2026.');
  });
  it('says today and tomorrow, and nothing else in words', () => {
    expect(LANGS.map((lang) => formatDayNear(lang, '2026-11-21', '2026-11-21'))).toEqual([
      'сегодня',
      'today',
      'šodien',
    ]);
    expect(LANGS.map((lang) => formatDayNear(lang, '2026-03-01', '2026-02-28'))).toEqual([
      'завтра',
      'tomorrow',
      'rīt',
    ]);
    expect(formatDayNear('ru', '2026-11-20', '2026-11-21')).toBe('20.11');
    expect(formatDayNear('ru', '2026-11-23', '2026-11-21')).toBe('23.11');
  });
  it('names weekdays in the case of running text', () => {
    expect(LANGS.map((lang) => formatWeekday(lang, '2026-11-23'))).toEqual([
      'понедельник',
      'Monday',
      'pirmdiena',
    ]);
    expect(formatWeekday('ru', '2026-11-23', 'short')).toBe('пн');
  });
  it('shows a moment in the given zone', () => {
    const at = Date.UTC(2026, 10, 30, 20, 5);
    expect(formatTime('ru', at, 'Asia/Yekaterinburg')).toBe('01:05');
    expect(formatDateTime('ru', at, 'Asia/Yekaterinburg')).toBe('01.12.2026, 01:05');
    expect(formatDateTime('lv', at, 'Europe/Riga')).toBe('30.11.2026., 22:05');
    expect(formatDateTime('en', at, 'UTC')).toBe(`30${S}Nov${S}2026, 20:05`);
  });
  it.each(['2026-02-30', '2026-13-01', '21.11.2026', '2026-1-1', ''])('refuses "%s"', (date) => {
    expect(() => formatDate('ru', date)).toThrow(RangeError);
    expect(() => formatDayMonth('lv', date)).toThrow(RangeError);
  });
});
