import { describe, expect, it } from 'vitest';
import { columnsOf, mendHeader } from '../../../../shared/domain/ad-statistics/columns';
import { currencyIn, readHeading, vatIn } from '../../../../shared/domain/ad-statistics/header';
import { parseAdStatistics } from '../../../../shared/domain/ad-statistics/parse-ads';
import type { AdStatistics } from '../../../../shared/domain/ad-statistics/types';
import { readAds } from './ad-fixtures';

function brief({ facts }: AdStatistics) {
  return facts.map((fact) => [
    fact.campaign,
    fact.period.from,
    fact.spendMinor,
    fact.impressions,
    fact.clicks,
    fact.conversionsHundredths,
  ]);
}

function codes({ warnings }: AdStatistics) {
  return warnings.map(({ line, code }) => `${line} ${code}`);
}

describe('Yandex.Direct', () => {
  it('reads the interface’s file: 1251, preamble, advertisements of a day together, VAT as headed', () => {
    const file = readAds('direct-interface-cp1251.csv');
    expect(file).toMatchObject({
      source: 'yandex-direct',
      accounts: ['romashka-direct'],
      vat: 'included',
      headerLine: 5,
      left: [],
      warnings: [],
    });
    expect(brief(file)).toEqual([
      ['Поиск: «Окна; двери»', '2026-11-01', 1_500_050, 1500, 30, 200],
      ['Поиск: «Окна; двери»', '2026-11-02', 1_240_000, 1500, 15, 100],
      ['РСЯ ретаргетинг', '2026-11-02', 0, null, null, null],
      ['РСЯ ретаргетинг', '2026-11-03', 28_500_000, 12_345, 67, null],
    ]);
    expect(file.facts[0]).toMatchObject({ lines: [6, 7], currency: 'RUB', campaignId: '70100200' });
  });

  it('takes the period from the title where there are no days, and asks about VAT', () => {
    const file = readAds('direct-interface-period-utf8.csv');
    expect(file.facts[0]?.period).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(file.facts[1]).toMatchObject({ campaign: 'Бренд "Лето"', spendMinor: 0 });
    expect(codes(file)).toEqual(['2 vat-unknown']);
    expect(readAds('direct-interface-period-utf8.csv', { vat: 'included' })).toMatchObject({
      vat: 'included',
      warnings: [],
    });
  });

  it('divides the API’s millionths, adds up goals, and leaves a lone quote in a name', () => {
    const file = readAds('direct-api-micros.tsv', { currency: 'RUB' });
    expect(brief(file)).toEqual([
      ['Поиск "Окна"', '2026-11-01', 31_240_000, 1000, 20, 200],
      ['Поиск "Окна"', '2026-11-02', 1550, 500, 10, 100],
      ['"Кавычка без пары', '2026-11-02', 0, 10, 0, null],
    ]);
  });

  it('knows the API’s report by its last line or its field names alone', () => {
    for (const [header, end] of [
      ['Date\tCampaignId\tClicks\tCost\tImpressions', ''],
      ['Date\tCampaign\tClicks\tCost\tImpressions', 'Total rows: 1\n'],
    ]) {
      const text = `${header}\n2026-11-01\t55\t1\t15000000\t10\n${end}`;
      const { facts } = parseAdStatistics(text, { fileName: 'a.tsv', currency: 'RUB' });
      expect(facts).toMatchObject([{ source: 'yandex-direct', spendMinor: 1500 }]);
    }
  });

  it('finds the login in a cell of its own', () => {
    const text = 'Логин;romashka\nКампания;Дата;Показы;Клики;Расход\nА;01.11.2026;1;1;1,00\n';
    expect(parseAdStatistics(text, { fileName: '', currency: 'RUB' }).accounts).toEqual([
      'romashka',
    ]);
  });

  it('sees money with decimals, and a wrong count of rows', () => {
    const file = readAds('direct-api-money.tsv', { currency: 'RUB' });
    expect(file.facts.map(({ spendMinor }) => spendMinor)).toEqual([31_240_050, 1500]);
    expect(codes(file)).toContain('5 rows-counted');
  });

  it('asks where whole numbers are too small for millionths, unless somebody says', () => {
    const text = 'Date\tCampaignName\tImpressions\tClicks\tCost\n2026-11-01\tA\t10\t1\t15\n';
    const hints = { fileName: 'a.tsv', currency: 'RUB' };
    expect(parseAdStatistics(text, hints).left).toMatchObject([
      { state: 'unsure', problem: { line: 2, field: 'Cost', code: 'micros-unsure' } },
    ]);
    expect(parseAdStatistics(text, { ...hints, inMicros: false }).facts[0]?.spendMinor).toBe(1500);
  });
});

describe('Google Ads', () => {
  it('reads "Excel CSV": UTF-16 with tabs, devices summed, none of the sums booked', () => {
    const file = readAds('google-excel-utf16le.csv');
    expect(file).toMatchObject({ source: 'google-ads', left: [] });
    expect(brief(file)).toEqual([
      ['Brand, LV', '2026-11-01', 130_000, 11_000, 132, 300],
      ['Generic', '2026-11-02', 0, 0, 0, 0],
    ]);
    expect(file.facts[0]).toMatchObject({ lines: [4, 5], currency: 'EUR', revenueMinor: 10_000 });
    expect(codes(file)).toEqual(['3 vat-unknown']);
  });

  it('reads the Russian interface: one row for the period, a campaign called Total', () => {
    const file = readAds('google-no-day-ru.csv');
    expect(brief(file)).toEqual([
      ['Поиск\u00a0|\u00a0Окна', '2026-11-01', 1_234_567, 1_234_567, 1234, 550],
      ['Total\u00a0Recall', '2026-11-01', 0, 0, 0, 0],
    ]);
    expect(file.facts[0]?.period.to).toBe('2026-11-30');
  });

  it('asks whether 11/3/26 is in March or in November', () => {
    const file = readAds('google-ambiguous-days.csv');
    expect(file.facts).toEqual([]);
    expect(file.left.map(({ line, state, problem }) => [line, state, problem.code])).toEqual([
      [4, 'unsure', 'date-unsure'],
      [5, 'unsure', 'date-unsure'],
    ]);
    const read = readAds('google-ambiguous-days.csv', { dateOrder: 'mdy' });
    expect(read.period).toEqual({ from: '2026-11-03', to: '2026-11-04' });
  });

  it('does not ask where the title says which period it is', () => {
    const text =
      'Report\n"November 1, 2026 - November 30, 2026"\nCampaign,Day,Currency code,Cost,Impr.\nA,11/3/26,USD,1.50,10\n';
    const file = parseAdStatistics(text, { fileName: 'g.csv', currency: null });
    expect(file.facts[0]?.period.from).toBe('2026-11-03');
  });
});

describe('Meta', () => {
  it('mends a heading with an unquoted comma, drops the sums and what was not delivered', () => {
    const file = readAds('meta-usd.csv');
    expect(file).toMatchObject({ source: 'meta' });
    expect(brief(file)).toEqual([
      ['Leads LV', '2026-11-01', 23_025, 30_000, 300, 800],
      ['Leads LV', '2026-11-02', 8000, 10_000, 100, 400],
    ]);
    expect(file.facts[0]?.currency).toBe('USD');
    expect(file.left).toMatchObject([{ line: 6, state: 'not-booked' }]);
    expect(codes(file)).toEqual(['1 vat-unknown', '1 clicks-chosen']);
  });

  it('takes the later of two statements of one advertisement’s day', () => {
    const file = readAds('meta-restated-within.csv');
    expect(file.facts).toMatchObject([{ spendMinor: 1700, impressions: 1600, lines: [3, 4] }]);
    expect(file.left).toMatchObject([
      { line: 2, state: 'not-booked', problem: { code: 'row-restated', params: { other: 4 } } },
    ]);
    expect(codes(file)).toEqual(['1 vat-unknown']);
  });
});

describe('rows of sums', () => {
  const header = 'Дата;Кампания;№ Кампании;Показы;Клики;Расход (руб.)';
  const row = '11/13/2026;Total;7;10;1;5,00';
  it.each([
    'Итого;10;1;5,00',
    ';Итого;;10;1;5,00',
    'Итого;;;10;1;5,00;',
    'Итого:;10;1;5,00',
    'Всего с 01.11.2026;;;10;1;5,00',
  ])('%s is left out, a campaign called Total is not', (sum) => {
    const { facts, left } = parseAdStatistics(`${header}\n${row}\n${sum}\n`, {
      fileName: 'x.csv',
      currency: 'RUB',
    });
    expect(left).toEqual([]);
    expect(facts).toMatchObject([{ campaign: 'Total', spendMinor: 500 }]);
  });
});

describe('what cannot be read', () => {
  it('is said with its line and column, and the rest is read', () => {
    const file = readAds('bad-rows.csv');
    expect(file.facts).toMatchObject([{ campaign: 'Верная', spendMinor: 10_050, vat: 'excluded' }]);
    expect(
      file.left.map(({ line, problem }) => `${line} ${problem.field} ${problem.code}`),
    ).toEqual([
      '3 Расход, ₽ (без НДС) spend-missing',
      '4 Расход, ₽ (без НДС) number-unreadable',
      '5 Дата date-unreadable',
      '6 Расход, ₽ (без НДС) spend-negative',
      '7 Показы count-not-whole',
      '8  row-too-wide',
      '9  row-too-narrow',
    ]);
  });

  it.each([
    ['', 'statistics-header-missing'],
    ['Просто текст\nбез таблицы\n', 'statistics-header-missing'],
    ['Кампания;Дата;Показы;Клики\nА;01.11.2026;1;1\n', 'statistics-spend-missing'],
    ['Кампания;Показы;Клики;Расход\nА;1;1;1,00\n', 'statistics-period-missing'],
    ['Кампания;Дата;Показы;Клики;Расход\nИтого;;1;1;1,00\n', 'statistics-empty'],
  ])('%j is refused as a whole: %s', (text, code) => {
    expect(() => parseAdStatistics(text, { fileName: 'x.csv', currency: 'RUB' })).toThrow(code);
  });

  it('says that the rows do not make the sum of the report', () => {
    const text = 'Кампания;Дата;Показы;Клики;Расход\nА;01.11.2026;1;1;1,00\nИтого;;1;1;2,00\n';
    const file = parseAdStatistics(text, { fileName: 'x.csv', currency: 'RUB', vat: 'included' });
    expect(codes(file)).toContain('3 spend-total-differs');
  });

  it('does not take money of an unknown currency', () => {
    const text = 'Кампания;Дата;Показы;Клики;Расход\nА;01.11.2026;1;1;1,00\n';
    expect(parseAdStatistics(text, { fileName: 'x.csv', currency: null }).left).toMatchObject([
      { problem: { code: 'currency-unknown' } },
    ]);
  });
});

describe('headings', () => {
  it.each([
    ['Расход (руб.)', 'расход', 'RUB', 'unknown'],
    ['Расход, ₽', 'расход', 'RUB', 'unknown'],
    ['Расход (руб.), с НДС', 'расход', 'RUB', 'included'],
    ['Расход, ₽ (без НДС)', 'расход', 'RUB', 'excluded'],
    ['Расход без учёта НДС, руб.', 'расход', 'RUB', 'excluded'],
    ['Amount spent (USD)', 'amount spent', 'USD', 'unknown'],
    ['Сумма затрат (EUR)', 'сумма затрат', 'EUR', 'unknown'],
    ['Потрачено всего, ₽', 'потрачено всего', 'RUB', 'unknown'],
    ['Clicks (all)', 'clicks (all)', null, 'unknown'],
    ['CPM', 'cpm', null, 'unknown'],
  ])('%s', (title, name, currency, vat) => {
    expect(readHeading(title)).toEqual({ name, currency, vat });
  });

  it('knows a currency and a VAT note in running text', () => {
    expect(currencyIn('RUB')).toBe('RUB');
    expect(currencyIn('российский рубль')).toBe('RUB');
    expect(vatIn('Все суммы указаны с учётом НДС')).toBe('included');
    expect(vatIn('Cost')).toBe('unknown');
  });

  it('mends only what explains the surplus', () => {
    expect(mendHeader(['A', 'CPM (1', '000)', 'B'], 1, ',')).toEqual(['A', 'CPM (1,000)', 'B']);
    expect(mendHeader(['A', 'B', 'C'], 1, ',')).toBeNull();
  });

  it('prefers link clicks to all clicks', () => {
    const { of, hasAllClicks } = columnsOf(['Clicks (all)', 'Link clicks', 'Campaign']);
    expect(of.get('clicks')?.title).toBe('Link clicks');
    expect(hasAllClicks).toBe(true);
  });
});
