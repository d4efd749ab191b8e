import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/contract/app-error';
import { parseAdStatistics } from '../../../../shared/domain/ad-statistics/parse-ads';
import { parseAnalytics } from '../../../../shared/domain/ad-statistics/parse-analytics';
import { formatMinorDecimal } from '../../../../shared/domain/money';
import { decodeTable } from '../../../../shared/domain/table-file/file-kind';

const hints = { fileName: 'report_2026-11-01_2026-11-30.csv', currency: 'EUR' };

/** Reading either gives rows or the typed error, whatever comes in. */
function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const heading = fc.constantFrom(
  'Campaign',
  'Кампания',
  'Day',
  'Дата',
  'Week',
  'Месяц',
  'Reporting starts',
  'Reporting ends',
  'Cost',
  'Расход (руб.)',
  'Amount spent (USD)',
  'Impr.',
  'Clicks',
  'Conversions',
  'Currency code',
  'CampaignName',
  'Sessions',
  'Визиты',
  'Nth day',
  'Total revenue',
  '# Start date: 20261101',
  '(',
);
const value = fc.oneof(
  fc.constantFrom(
    'Total: Account',
    'Итого',
    ' --',
    '',
    '"',
    '1,234',
    '1.234,56',
    '99999999999999999999',
    '-5',
    '11/3/26',
    '2026-11-01',
    '9999-12-31',
    '31.11.2026',
    'Nov 3, 2026',
    'Total rows: 2',
    'EUR',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.double().map(String),
);

describe('hostile statistics', () => {
  it('end in rows or a typed error for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        survives(() => parseAdStatistics(decodeTable(bytes).text, hints));
        survives(() => parseAnalytics(decodeTable(bytes).text, hints));
      }),
      { numRuns: 300 },
    );
  });

  it('end in rows or a typed error for any table', () => {
    const table = fc.tuple(
      fc.array(heading, { minLength: 2, maxLength: 9 }),
      fc.array(fc.array(value, { maxLength: 10 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
    );
    fc.assert(
      fc.property(table, ([header, rows, delimiter]) => {
        const text = [header, ...rows].map((cells) => cells.join(delimiter)).join('\n');
        survives(() => {
          const file = parseAdStatistics(text, hints);
          const lines = [
            ...file.facts.flatMap((fact) => fact.lines),
            ...file.left.map((r) => r.line),
          ];
          // No row is told twice.
          expect(new Set(lines).size).toBe(lines.length);
        });
        survives(() => parseAnalytics(text, hints));
      }),
      { numRuns: 600 },
    );
  });

  it('give every amount back exactly, however it is parted over devices', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 10 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(amounts, (minors) => {
        const rows = minors.map((minor) => `A;01.11.2026;10;1;${formatMinorDecimal(minor, 'EUR')}`);
        const text = `Кампания;Дата;Показы;Клики;Расход\n${rows.join('\n')}\n`;
        const { facts, left } = parseAdStatistics(text, hints);
        expect(left).toEqual([]);
        expect(facts.map(({ spendMinor }) => spendMinor)).toEqual([
          minors.reduce((sum, minor) => sum + minor, 0),
        ]);
      }),
    );
  });
});
