import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMetricsCase } from '../../../shared/domain/metrics-case';
import { compareCaseValues, computeCase } from '../../../shared/domain/metrics-case-values';

const october: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/oracle/october-2026.json', import.meta.url), 'utf8'),
);

describe('the worked case of October 2026', () => {
  it('matches all 129 figures that two independent programs agreed on', () => {
    const file = readMetricsCase(october);
    const expected = file.expected ?? {};
    expect(compareCaseValues(computeCase(file), expected)).toEqual({ checked: 129, wrong: [] });
  });
});
