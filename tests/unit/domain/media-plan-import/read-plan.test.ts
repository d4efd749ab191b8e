import { describe, expect, it } from 'vitest';
import {
  commissionIn,
  isPlanTotal,
  vatRatesIn,
} from '../../../../shared/domain/media-plan-import/headings.ts';
import { readSheet, sheetOf, type Typed } from './grid.ts';

const HEAD = [
  'Площадка',
  'Модель закупки',
  'Кол-во',
  'Цена за ед.',
  'Стоимость без НДС и АК',
  'С',
  'По',
];
const DAYS: readonly Typed[] = ['01.12.2026', '31.12.2026'];

function refusalOf(row: readonly Typed[], head: readonly string[] = HEAD) {
  const reading = readSheet(sheetOf([head, row, ['Вторая', 'CPC', 10, 2, 20, ...DAYS]]));
  return reading.left.find(({ line }) => line === 2)?.problem;
}

describe('a row that cannot be taken', () => {
  it.each([
    ['words for a number', ['Яндекс', 'CPC', 100, 'по запросу', 500, ...DAYS], 'number-unreadable'],
    ['a product that is not the cost', ['Яндекс', 'CPC', 100, 5, 600, ...DAYS], 'line-differs'],
    [
      'an end before the start',
      ['Яндекс', 'CPC', 100, 5, 500, '31.12.2026', '01.12.2026'],
      'flight-reversed',
    ],
    [
      'a day that is none',
      ['Яндекс', 'CPC', 100, 5, 500, '31.02.2026', '31.12.2026'],
      'date-unreadable',
    ],
    ['a negative cost', ['Яндекс', 'CPC', null, null, -500, ...DAYS], 'amount-negative'],
    ['no money', ['Яндекс', 'CPC', 100, null, null, ...DAYS], 'money-missing'],
    ['no days', ['Яндекс', 'CPC', 100, 5, 500, null, null], 'days-missing'],
  ] as const)('%s', (_name, row, code) => {
    expect(refusalOf(row)).toMatchObject({ line: 2, code });
  });

  it('names its column and what the row makes', () => {
    expect(refusalOf(['Яндекс', 'CPC', 100, 5, 600, ...DAYS])).toEqual({
      line: 2,
      field: 'Стоимость без НДС и АК',
      code: 'line-differs',
      params: { expectedMinor: 50_000, foundMinor: 60_000, currency: 'RUB' },
    });
  });
});

describe('prices and volumes', () => {
  const lineOf = (row: readonly Typed[], head = HEAD) => readSheet(sheetOf([head, row])).lines[0];

  it('take thousands of impressions from impressions', () => {
    expect(lineOf(['VK', 'CPM', 500_000, 200, 100_000, ...DAYS])).toMatchObject({
      volume: '500',
      price: '200',
      amountMinor: 10_000_000,
    });
  });

  it('keep the stated cost where the price was rounded', () => {
    const line = lineOf(['VK', 'CPC', 3000, 33.33, 100_000, ...DAYS]);
    expect(line).toMatchObject({ volume: '3000', amountMinor: 10_000_000 });
    expect(Number(line?.price)).toBeCloseTo(33.3333, 3);
  });

  it('solve what is missing', () => {
    expect(lineOf(['VK', 'CPC', null, 4, 1000, ...DAYS])).toMatchObject({
      model: 'cpc',
      volume: '250',
      price: '4',
    });
    expect(lineOf(['VK', 'CPC', 250, null, 1000, ...DAYS])).toMatchObject({
      volume: '250',
      price: '4',
    });
    expect(lineOf(['VK', 'Пакет', null, null, 1000, ...DAYS])).toMatchObject({
      model: 'fixed',
      volume: '1',
      price: '1000',
    });
  });

  it('give away what has a price and costs nothing', () => {
    expect(lineOf(['VK', 'CPC', 100, 5, 0, ...DAYS])).toMatchObject({
      amountMinor: 0,
      discountsPpm: [1_000_000],
    });
  });

  it('take dates as serial numbers', () => {
    expect(lineOf(['VK', 'CPC', 100, 5, 500, 46_357, 46_387])?.flight).toEqual({
      from: '2026-12-01',
      to: '2026-12-31',
    });
  });

  it('refuse weeks that do not add up to the cost', () => {
    const head = [...HEAD, '01.12–15.12', '16.12–31.12'];
    const rows: Typed[][] = [
      ['VK', 'CPC', 100, 5, 500, ...DAYS, 200, 300],
      ['Дзен', 'CPC', 100, 5, 500, ...DAYS, 200, 200],
    ];
    const reading = readSheet(sheetOf([head, ...rows]), {
      period: { from: '2026-12-01', to: '2026-12-31' },
    });
    expect(reading.lines[0]?.parts).toEqual([
      { from: '2026-12-01', to: '2026-12-15', weight: '200' },
      { from: '2026-12-16', to: '2026-12-31', weight: '300' },
    ]);
    expect(reading.left).toMatchObject([
      {
        line: 3,
        problem: { code: 'flight-differs', params: { expectedMinor: 40_000, foundMinor: 50_000 } },
      },
    ]);
  });
});

describe('what a plan says of its money', () => {
  it('asks where neither the heading nor a note says it', () => {
    const head = ['Площадка', 'Бюджет', 'С', 'По'];
    const row: Typed[] = ['Яндекс', 500, ...DAYS];
    expect(readSheet(sheetOf([head, row])).questions).toEqual(['vat', 'commission']);
    const note = ['Все цены указаны с НДС 22 %, без учёта агентской комиссии'];
    expect(readSheet(sheetOf([note, head, row]))).toMatchObject({
      vat: 'included',
      commission: 'excluded',
      vatPpm: 220_000,
      questions: [],
    });
  });

  it.each([
    ['Бюджет без АК', 'excluded'],
    ['Стоимость без НДС и АК', 'excluded'],
    ['Итого с НДС и АК', 'included'],
    ['Бюджет с учетом АК, без НДС', 'included'],
    ['Cost excl. VAT, excl. agency commission', 'excluded'],
    ['Cost incl. agency fee', 'included'],
    ['Summa bez PVN, bez aģentūras komisijas', 'excluded'],
    ['Пакет', 'unknown'],
    ['Бюджет', 'unknown'],
  ] as const)('%s: commission %s', (text, flag) => {
    expect(commissionIn(text)).toBe(flag);
  });

  it('knows the rows of sums and the rates of VAT', () => {
    expect(
      [
        'Итого по каналу:',
        'ИТОГО',
        'Subtotal Search',
        'Kopā',
        'Digital итого',
        'Промежуточный итог',
      ].every(isPlanTotal),
    ).toBe(true);
    expect(['Итоги недели', 'Тоталитаризм', 'Поиск'].some(isPlanTotal)).toBe(false);
    expect(vatRatesIn('НДС 22 %, VAT: 21%')).toEqual([220_000, 210_000]);
  });
});
