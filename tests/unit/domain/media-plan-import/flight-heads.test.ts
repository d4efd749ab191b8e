import { describe, expect, it } from 'vitest';
import {
  type DayMark,
  dayMarkOf,
  flightDays,
} from '../../../../shared/domain/media-plan-import/flight-heads.ts';

const NOTHING = { period: null, year: null };
const DECEMBER = { period: { from: '2026-12-01', to: '2026-12-31' }, year: 2026 };

/** Days of heads given as texts from the top, joined by a slash with spaces. */
function daysOf(heads: readonly string[], ground: Parameters<typeof flightDays>[1] = NOTHING) {
  const columns = heads.map((head) => ({
    marks: head
      .split(' / ')
      .map((text) => dayMarkOf(text))
      .filter((mark): mark is DayMark => mark !== null),
  }));
  return flightDays(columns, ground)?.map(({ from, to }) => `${from} ${to}`) ?? null;
}

describe('days of flight columns', () => {
  it.each([
    ['Декабрь 2026', '2026-12-01 2026-12-31'],
    ['Dec 2026', '2026-12-01 2026-12-31'],
    ["Dec'26", '2026-12-01 2026-12-31'],
    ['decembris 2026', '2026-12-01 2026-12-31'],
    ['2026. gada decembris', '2026-12-01 2026-12-31'],
    ['12.2026', '2026-12-01 2026-12-31'],
    ['2026-12', '2026-12-01 2026-12-31'],
    ['01.12.2026–07.12.2026', '2026-12-01 2026-12-07'],
    ['1–7 дек 2026', '2026-12-01 2026-12-07'],
    ['30 ноя – 6 дек 2026', '2026-11-30 2026-12-06'],
    ['Dec 1-7, 2026', '2026-12-01 2026-12-07'],
    ['Декабрь 2026 / 1–7', '2026-12-01 2026-12-07'],
    ['Декабрь 2026 / нед. 5', '2026-12-29 2026-12-31'],
    ['2026 / W48', '2026-11-23 2026-11-29'],
    ['01.12.2026', '2026-12-01 2026-12-01'],
  ])('%s', (head, days) => {
    // A date alone stands for its day or, on the first, for its month.
    const read = daysOf([head]);
    expect(head === '01.12.2026' ? ['2026-12-01 2026-12-31', days] : [days]).toContain(read?.[0]);
  });

  it('counts weeks from 1 as seven days each from the first day of the plan', () => {
    expect(daysOf(['нед. 1', 'нед. 2'], DECEMBER)).toEqual([
      '2026-12-01 2026-12-07',
      '2026-12-08 2026-12-14',
    ]);
    expect(daysOf(['1. nedēļa', '2. nedēļa'])).toBeNull();
  });

  it('goes on to the next year where the months begin again', () => {
    expect(daysOf(['Ноябрь', 'Декабрь', 'Январь'], { period: null, year: 2026 })).toEqual([
      '2026-11-01 2026-11-30',
      '2026-12-01 2026-12-31',
      '2027-01-01 2027-01-31',
    ]);
    expect(daysOf(['Ноябрь', 'Декабрь'])).toBeNull();
  });

  it('lets dates at a distance stand for the days until the next', () => {
    expect(daysOf(['2026-11-30', '2026-12-07', '2026-12-14'])).toEqual([
      '2026-11-30 2026-12-06',
      '2026-12-07 2026-12-13',
      '2026-12-14 2026-12-20',
    ]);
  });

  it('reads slashed weeks in the one order that makes them weeks, and leaves the others', () => {
    expect(daysOf(['12/01–12/07', '12/08–12/14'], DECEMBER)).toEqual([
      '2026-12-01 2026-12-07',
      '2026-12-08 2026-12-14',
    ]);
    expect(dayMarkOf('Market')).toBeNull();
    expect(dayMarkOf('Декоратор')).toBeNull();
  });
});
