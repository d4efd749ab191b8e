import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyMetrics } from '../../electron/services/verify-metrics.service';

const october: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/oracle/october-2026.json', import.meta.url), 'utf8'),
);

describe('a case loaded into a workspace', () => {
  it('gives every figure of October 2026', () => {
    const { checked, wrong } = verifyMetrics(october);
    expect({ checked, wrong }).toEqual({ checked: 129, wrong: [] });
  });
});
