import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../electron/services/import/statement-answer';
import { describeFailure } from '../../../electron/services/wording';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { bankErrorOf, bankFixture, readStatement } from '../domain/bank-1c-fixtures';

const languages = ['ru', 'en', 'lv'] as const;

describe('what an import says', () => {
  it('names a look-alike in the user’s language', () => {
    const { code, params } = bankErrorOf(() =>
      readStatement(bankFixture('by_type5_fx_cp1251.txt')),
    );
    expect(describeFailure(code, params, 'ru')).toContain('выписка белорусского клиент-банка');
    expect(describeFailure(code, params, 'en')).toContain('a Belarusian client-bank statement');
    expect(describeFailure(code, params, 'lv')).toContain('Baltkrievijas klienta-bankas izraksts');
  });

  it.each(languages)('names the line where a statement breaks off (%s)', (language) => {
    const { code, params } = bankErrorOf(() =>
      readStatement(bankFixture('vtb_truncated_in_document_cp1251.txt')),
    );
    expect(describeFailure(code, params, language)).toMatch(/222.*206/);
  });

  it.each(languages)(
    'has a sentence for every problem, with nothing left open (%s)',
    (language) => {
      const { rows } = readStatement(bankFixture('traps_v103_cp1251.txt'));
      for (const problem of rows.flatMap((row) => row.problems)) {
        const { message } = describeProblem(problem, 'RUB', language);
        expect(message).not.toMatch(/problem\.|\{\{/);
      }
    },
  );

  it('says what is wrong with a sum as the picture does', () => {
    const { rows } = readStatement(bankFixture('traps_v103_cp1251.txt'));
    const [problem] = rows[0]?.problems ?? [];
    if (!problem) throw new Error('no problem');
    expect(describeProblem(problem, 'RUB', 'ru')).toEqual({
      row: 21,
      field: 'Сумма',
      message: 'в сумме «125ОО.00» 2 буквы «О» вместо цифр',
    });
  });

  it.each(languages)('has three wordings for every reason (%s)', (language) => {
    const { t, exists } = translatorOf(language);
    const reasons = Object.keys(translatorOf('ru').getResource('ru', 'import', 'reason'));
    expect(reasons.length).toBeGreaterThan(20);
    for (const code of reasons) {
      for (const part of ['what', 'how', 'short']) {
        expect(exists(`import:reason.${code}.${part}`, { count: 1 }), `${code}.${part}`).toBe(true);
      }
      expect(t(`import:reason.${code}.short`)).not.toBe('');
    }
  });
});
