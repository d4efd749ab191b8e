import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../renderer/lib/format';
import {
  isClosed,
  keyInAddress,
  lastClosedMonth,
  periodName,
  periodOfKey,
  quarterOf,
  shiftKey,
  withPeriod,
} from '../../../renderer/lib/period';

describe('period in the address', () => {
  it('is a month, a quarter or a year', () => {
    expect(periodOfKey('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(periodOfKey('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodOfKey('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it.each(['', '2026-13', '2026-Q5', '26', '2026-00', 'october'])('refuses %j', (key) => {
    expect(periodOfKey(key)).toBeNull();
  });

  it('is the last closed month where the address says nothing', () => {
    expect(lastClosedMonth('2026-01-31')).toBe('2025-12');
    expect(keyInAddress('', '2026-11-23')).toBe('2026-10');
    expect(keyInAddress('?p=2026-99', '2026-11-23')).toBe('2026-10');
    expect(keyInAddress('?p=2025-Q2', '2026-11-23')).toBe('2025-Q2');
  });

  it('keeps its length when it moves', () => {
    expect(shiftKey('2026-01', -1)).toBe('2025-12');
    expect(shiftKey('2026-Q1', -1)).toBe('2025-Q4');
    expect(shiftKey('2026-Q4', 1)).toBe('2027-Q1');
    expect(shiftKey('2026', 1)).toBe('2027');
  });

  it('knows the quarter of a month', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });

  it('is closed once its last day is over', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(isClosed(november, '2026-11-30')).toBe(false);
    expect(isClosed(november, '2026-12-01')).toBe(true);
  });

  it('leaves the rest of the address as it was', () => {
    expect(withPeriod('/portfolio', '?filter=risk&p=2026-10', '2026-Q3')).toBe(
      '/portfolio?filter=risk&p=2026-Q3',
    );
  });

  it('has a name in words', () => {
    const words = {
      quarter: ({ number, year }: { number: number; year: string }) => `${number}/${year}`,
      year: (year: string) => `год ${year}`,
    };
    const ru = formatsFor('ru');
    expect(periodName('2026-10', ru, words)).toBe('Октябрь\u00a02026');
    expect(periodName('2026-Q4', ru, words)).toBe('4/2026');
    expect(periodName('2026', ru, words)).toBe('год 2026');
  });
});
