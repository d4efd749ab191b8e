import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseKind } from '../../../electron/services/import/recognise-kind';
import { readSheets } from '../../../electron/services/import/workbook-rows';
import { AppError } from '../../../shared/contract/app-error';
import { latvianPlan, russianPlan } from '../../fixtures/media-plan-xlsx/agency-plans';

const fixtures = join(import.meta.dirname, '../../fixtures');

async function kindOf(bytes: Uint8Array, fileName = 'file'): Promise<string> {
  return recogniseKind('any', await readSheets({ bytes, fileName }));
}

describe('what a file is', () => {
  it.each([
    ['ad-statistics/direct-interface-cp1251.csv', 'ads'],
    ['ad-statistics/direct-api-money.tsv', 'ads'],
    ['ad-statistics/google-excel-utf16le.csv', 'ads'],
    ['ad-statistics/meta-usd.csv', 'ads'],
    ['ad-statistics/vk-ads.xlsx', 'ads'],
    ['ad-statistics/ga4-two-tables.csv', 'analytics'],
    ['ad-statistics/metrika-sources.csv', 'analytics'],
    ['bank-1c/vtb_one_day_v102_cp1251_crlf.txt', 'bank-1c'],
    ['media-plan-xlsx/mediaplan_v3_advanced.xlsx', 'media-plan'],
  ])('%s is %s', async (path, kind) => {
    expect(await kindOf(readFileSync(join(fixtures, path)), path)).toBe(kind);
  });

  it('knows a plan by what is bought, also where its headings are those of a report', async () => {
    expect(await kindOf(await russianPlan())).toBe('media-plan');
    expect(await kindOf(await latvianPlan())).toBe('media-plan');
  });

  it('knows a board from a table of tasks', async () => {
    const file = (text: string) =>
      readSheets({ bytes: new TextEncoder().encode(text), fileName: '' });
    expect(recogniseKind('moving-in', await file('\ufeff {"cards": []}'))).toBe('trello');
    expect(recogniseKind('moving-in', await file('Title;Due'))).toBe('tasks-csv');
    expect(recogniseKind('time-csv', await file('{}'))).toBe('time-csv');
  });

  it('refuses what is none of them', async () => {
    const empty = readFileSync(join(fixtures, 'media-plan-xlsx/default_template.xlsx'));
    await expect(kindOf(empty)).rejects.toThrow(AppError);
    await expect(kindOf(new TextEncoder().encode('hello'))).rejects.toThrow(AppError);
  });
});
