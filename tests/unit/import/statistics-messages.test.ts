import { describe, expect, it } from 'vitest';
import { describeStatisticsProblem } from '../../../electron/services/import/statistics-answer';
import type { StatisticsProblemCode } from '../../../shared/domain/ad-statistics/types';
import { allMessages, translatorOf } from '../../../shared/i18n/all-messages';

const languages = ['ru', 'en', 'lv'] as const;

/** Whatever a problem may be told with; a sentence takes what it needs. */
const params = {
  given: '1,234',
  expected: 'RUB',
  found: 3,
  count: 21,
  other: 7,
  givenMinor: 31_240_000,
  foundMinor: 31_240_050,
  currency: 'RUB',
  from: '2026-11-01',
  to: '2026-11-30',
};

const codes: Record<StatisticsProblemCode, true> = {
  'number-unreadable': true,
  'number-unsure': true,
  'date-unreadable': true,
  'date-unsure': true,
  'date-missing': true,
  'campaign-missing': true,
  'spend-missing': true,
  'spend-negative': true,
  'count-not-whole': true,
  'count-negative': true,
  'amount-out-of-range': true,
  'row-too-wide': true,
  'row-too-narrow': true,
  'no-delivery': true,
  'currency-other': true,
  'currency-unknown': true,
  'account-other': true,
  'row-restated': true,
  'rows-counted': true,
  'spend-total-differs': true,
  'micros-unsure': true,
  'vat-unknown': true,
  'clicks-chosen': true,
  'text-damaged': true,
  'period-overlaps': true,
  'table-left-out': true,
  'campaigns-unmapped': true,
  'currency-not-stated': true,
};

describe.each(languages)('what an import of statistics says in %s', (language) => {
  it.each(Object.keys(codes) as StatisticsProblemCode[])('%s', (code) => {
    const problem = { line: 3, field: 'Cost', code, params };
    const { row, field, message } = describeStatisticsProblem(problem, language);
    expect([row, field]).toEqual([3, 'Cost']);
    expect(message).not.toMatch(/problem\.|\{\{|NaN|undefined/);
  });

  it('names every column that is taken over', () => {
    const { exists } = translatorOf(language);
    const fields = 'day week month from to campaign campaignId account currency spend impressions';
    const more = 'clicks conversions revenue visits users label';
    for (const target of `${fields} ${more}`.split(' ')) {
      expect(exists(`import:target.${target}`), target).toBe(true);
    }
  });

  it('has a sentence for a file of another client', () => {
    const errors: Record<string, unknown> = allMessages[language]['errors'] ?? {};
    for (const code of ['statistics-currency-other', 'statistics-account-other']) {
      expect(errors[code], code).toBeTypeOf('string');
    }
  });
});
