import { describe, expect, it } from 'vitest';
import {
  burnTone,
  dueTone,
  marginTone,
  npsTone,
  silenceTone,
} from '../../renderer/features/portfolio/tones';
import { totalsOf } from '../../renderer/features/portfolio/totals';
import { filterClients, sortValue } from '../../renderer/features/portfolio/view';
import { sortRows } from '../../renderer/lib/sort';
import type { PortfolioClient } from '../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../shared/contract/primitives';

const figure = (value: number | null): FigureDto => ({ value, missing: [] });
const unknown: FigureDto = {
  value: null,
  missing: [{ code: 'pay-rate', params: { person: 'P' } }],
};

function client(name: string, patch: Partial<PortfolioClient> = {}): PortfolioClient {
  return {
    id: name,
    name,
    descriptor: '',
    mark: name.slice(0, 2),
    hue: 1,
    tier: 'A',
    currency: 'RUB',
    agi: figure(1000),
    ownAgi: figure(1000),
    deliveryMargin: figure(500),
    deliveryMarginPpm: figure(500_000),
    contribution: figure(400),
    marginTrendPpm: [],
    retainer: { usedSeconds: 3600, availableSeconds: 7200, burnPpm: 500_000 },
    receivables: figure(100),
    overdue: figure(0),
    oldestDaysOverdue: 0,
    aboveLimit: figure(0),
    nextDeadline: null,
    silentDays: 2,
    lastContactOn: '2026-11-21',
    nps: { score: 9, previous: 8, answeredOn: '2026-10-26' },
    contractEndsOn: null,
    isKey: false,
    isAtRisk: false,
    ...patch,
  };
}

describe('totals of the clients shown', () => {
  it('adds the parts and takes ratios from the sums, not from the ratios', () => {
    const totals = totalsOf([
      client('a'),
      client('b', { agi: figure(3000), deliveryMargin: figure(0), deliveryMarginPpm: figure(0) }),
    ]);
    expect(totals.agi.value).toBe(4000);
    expect(totals.deliveryMarginPpm.value).toBe(125_000);
    expect(totals.retainer).toEqual({
      usedSeconds: 7200,
      availableSeconds: 14_400,
      burnPpm: 500_000,
    });
    expect(totals.nps.value).toBe(100);
  });

  it('is unknown as soon as one part is, and says what is missing', () => {
    const totals = totalsOf([client('a'), client('b', { contribution: unknown })]);
    expect(totals.contribution).toEqual(unknown);
    expect(totals.agi.value).toBe(2000);
  });

  it('has no ratio without a denominator', () => {
    const totals = totalsOf([client('a', { agi: figure(0), retainer: null, nps: null })]);
    expect(totals.deliveryMarginPpm).toEqual(figure(null));
    expect(totals.retainer.burnPpm).toBeNull();
    expect(totals.nps.value).toBeNull();
  });
});

describe('order and filter', () => {
  const rows = [
    client('Верба', { agi: figure(200), isAtRisk: true }),
    client('Атлант', { agi: unknown }),
    client('Яблоко', { agi: figure(900), isKey: true }),
  ];

  it('puts what is unknown last in both directions', () => {
    const names = (direction: 'up' | 'down') =>
      sortRows(rows, { column: 'agi', direction }, sortValue, 'ru').map(({ name }) => name);
    expect(names('down')).toEqual(['Яблоко', 'Верба', 'Атлант']);
    expect(names('up')).toEqual(['Верба', 'Яблоко', 'Атлант']);
  });

  it('keeps those at risk or those that are key', () => {
    expect(filterClients(rows, 'risk').map(({ name }) => name)).toEqual(['Верба']);
    expect(filterClients(rows, 'key').map(({ name }) => name)).toEqual(['Яблоко']);
    expect(filterClients(rows, 'all')).toHaveLength(3);
  });

  it('sorts the trend by how far the margin moved', () => {
    expect(sortValue(client('a', { marginTrendPpm: [null, 300_000, 100_000] }), 'trend')).toBe(
      -200_000,
    );
    expect(sortValue(client('a', { marginTrendPpm: [null] }), 'trend')).toBeNull();
  });
});

describe('what colour says', () => {
  it('judges silence by the tier', () => {
    expect(silenceTone('A', 6)).toBe('plain');
    expect(silenceTone('A', 9)).toBe('warn');
    expect(silenceTone('B', 14)).toBe('warn');
    expect(silenceTone('C', 21)).toBe('neg');
    expect(silenceTone('C', null)).toBe('plain');
  });

  it('warns before the hours are gone', () => {
    expect([burnTone(940_000), burnTone(950_000), burnTone(1_000_001)]).toEqual([
      'plain',
      'warn',
      'neg',
    ]);
  });

  it('warns below two thirds of the target and is red for a loss', () => {
    expect(marginTone(310_000, 450_000)).toBe('plain');
    expect(marginTone(240_000, 450_000)).toBe('warn');
    expect(marginTone(-1, 450_000)).toBe('neg');
  });

  it('compares NPS with the answer before and due dates with today', () => {
    expect(npsTone({ score: 5, previous: 8, answeredOn: '2026-10-21' })).toBe('neg');
    expect(npsTone({ score: 8, previous: null, answeredOn: '2026-10-21' })).toBe('plain');
    expect(dueTone('2026-11-22', '2026-11-23')).toBe('neg');
    expect(dueTone('2026-11-23', '2026-11-23')).toBe('warn');
  });
});
