import { describe, expect, it } from 'vitest';
import type { PlanProblemCode } from '../../../shared/domain/media-plan-import/types';
import { PLAN_FIELDS } from '../../../shared/domain/media-plan-import/types';
import { translatorOf } from '../../../shared/i18n/all-messages';

/** Whatever a problem may be told with; a sentence takes what it needs. */
const params = {
  given: 'по запросу',
  expected: 17,
  found: 3,
  count: 21,
  expectedMinor: 31_240_000,
  foundMinor: 31_240_050,
  currency: 'RUB',
  from: '2026-11-01',
  to: '2026-11-30',
};

const codes: Record<PlanProblemCode, true> = {
  'number-unreadable': true,
  'number-unsure': true,
  'formula-unreckoned': true,
  'date-unreadable': true,
  'date-unsure': true,
  'amount-negative': true,
  'amount-out-of-range': true,
  'percent-out-of-range': true,
  'money-missing': true,
  'days-missing': true,
  'flight-reversed': true,
  'flight-outside': true,
  'flight-differs': true,
  'line-differs': true,
  'line-unsolvable': true,
  'volume-unsure': true,
  'currency-other': true,
  'model-unknown': true,
  'total-differs': true,
  'count-total-differs': true,
  'row-hidden': true,
  'hidden-counted': true,
  'row-adjustment': true,
  'row-text': true,
  'weights-only': true,
  'vat-overruled': true,
  'commission-overruled': true,
};

describe.each(['ru', 'en', 'lv'] as const)(
  'what the import of a media plan says in %s',
  (language) => {
    const { t } = translatorOf(language);

    it.each(Object.keys(codes))('%s', (code) => {
      expect(t(`import:plan.problem.${code}`, params)).not.toMatch(/problem\.|\{\{|NaN|undefined/);
    });

    it('names each field and question', () => {
      const words = [
        ...[...PLAN_FIELDS, 'flight'].map((field) => t(`import:media.use.${field}`)),
        ...['vat', 'commission', 'period'].map((question) => t(`import:plan.question.${question}`)),
      ];
      for (const word of words) expect(word).not.toMatch(/media\.|plan\./);
      expect(new Set(words).size).toBe(words.length);
    });
  },
);
