import { describe, expect, it } from 'vitest';
import type { AnalyticsStatistics } from '../../../../shared/domain/ad-statistics/analytics-types';
import { parseAnalytics } from '../../../../shared/domain/ad-statistics/parse-analytics';
import { decodeTable } from '../../../../shared/domain/table-file/file-kind';
import { adFixture } from './ad-fixtures';

const november = { from: '2026-11-01', to: '2026-11-30' };

function read(name: string, fileName = name): AnalyticsStatistics {
  return parseAnalytics(decodeTable(adFixture(name)).text, { fileName, currency: null });
}

function brief({ facts }: AnalyticsStatistics) {
  return facts.map((fact) => [
    fact.label,
    fact.period.from,
    fact.visits,
    fact.conversionsHundredths,
    fact.revenueMinor,
  ]);
}

describe('Yandex.Metrica', () => {
  it('takes the period from the name of the file and leaves the sums', () => {
    const file = read('metrika-sources.csv', 'Источники-сводка-01.11.2026-30.11.2026.csv');
    expect(file).toMatchObject({ source: 'yandex-metrica', period: november, left: [] });
    expect(brief(file)).toEqual([
      ['Переходы по рекламе', '2026-11-01', 1000, 2500, 12_000_050],
      ['Прямые заходы', '2026-11-01', 500, 500, 3_000_000],
    ]);
    expect(file.facts[0]?.currency).toBe('RUB');
  });

  it('says that the period is nowhere', () => {
    expect(() => read('metrika-sources.csv')).toThrow('statistics-period-missing');
  });

  it('reads days and campaigns, and adds up goals', () => {
    expect(brief(read('metrika-days-campaigns.csv'))).toEqual([
      ['brand', '2026-11-01', 100, 400, null],
      ['brand', '2026-11-02', 200, 800, null],
    ]);
  });
});

describe('GA4', () => {
  it('takes the table by campaign of several, and names the other', () => {
    const file = read('ga4-two-tables.csv');
    expect(file).toMatchObject({ source: 'ga4', account: 'romashka.example', period: november });
    expect(file.facts.map(({ label, visits }) => [label, visits])).toEqual([
      ['brand', 200],
      ['(direct)', 50],
    ]);
    expect(file.warnings.map(({ line, code }) => [line, code])).toEqual([
      [10, 'table-left-out'],
      [17, 'currency-unknown'],
    ]);
  });

  it('counts days from the start date', () => {
    const text =
      '# Start date: 20261101\n# End date: 20261130\nNth day,Sessions\n0000,100\n0029,150\n';
    const file = parseAnalytics(text, { fileName: 'ga4.csv', currency: 'EUR' });
    expect(file.facts.map(({ period }) => period.from)).toEqual(['2026-11-01', '2026-11-30']);
  });

  it('refuses a row that is wider than its header, with its line', () => {
    const text =
      '# Start date: 20261101\n# End date: 20261130\nSession source,Sessions\na,1\nb,2,3\n';
    expect(parseAnalytics(text, { fileName: '', currency: null }).left).toMatchObject([
      { line: 5, problem: { code: 'row-too-wide' } },
    ]);
  });
});
