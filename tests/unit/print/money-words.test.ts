import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../shared/i18n/formats';
import { moneyInWords } from '../../../shared/print/money-words';

describe('an amount in words', () => {
  it.each([
    [298_094_166, 'Два миллиона девятьсот восемьдесят тысяч девятьсот сорок один рубль 66 копеек'],
    [1_01, 'Один рубль 01 копейка'],
    [0, 'Ноль рублей 00 копеек'],
  ])('ru, %i kopecks', (minor, words) => {
    expect(moneyInWords('ru', minor, 'RUB')).toBe(words);
  });

  it.each([
    [1_01, 'One euro and 01 cent'],
    [0, 'Zero euros and 00 cents'],
    [1_005_00, 'One thousand and five euros and 00 cents'],
    [
      298_094_166,
      'Two million nine hundred and eighty thousand nine hundred and forty-one euros and 66 cents',
    ],
    [119_00, 'One hundred and nineteen euros and 00 cents'],
  ])('en, %i cents', (minor, words) => {
    expect(moneyInWords('en', minor, 'EUR')).toBe(words);
  });

  it.each([
    [1_01, 'Viens eiro un 01 cents'],
    [11_11, 'Vienpadsmit eiro un 11 centi'],
    [21_21, 'Divdesmit viens eiro un 21 cents'],
    [128_680, 'Viens tūkstotis divi simti astoņdesmit seši eiro un 80 centi'],
    [21_013_00, 'Divdesmit viens tūkstotis trīspadsmit eiro un 00 centi'],
    [100_00, 'Simts eiro un 00 centi'],
    [11_000_000_00, 'Vienpadsmit miljoni eiro un 00 centi'],
  ])('lv, %i cents', (minor, words) => {
    expect(moneyInWords('lv', minor, 'EUR')).toBe(words);
  });

  it('keeps silent where it would have to guess', () => {
    expect(moneyInWords('ru', 100, 'KZT')).toBeNull();
    expect(moneyInWords('en', -1, 'EUR')).toBeNull();
  });

  it('says every amount in range, differently from its neighbour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGS),
        fc.constantFrom('RUB', 'EUR', 'USD'),
        fc.integer({ min: 0, max: 2 ** 51 - 1 }),
        (lang, currency, minor) => {
          const words = moneyInWords(lang, minor, currency);
          expect(words).toMatch(/^\p{Lu}[\p{L} -]+ \d\d \p{L}+$/u);
          expect(words).not.toContain('  ');
          expect(words).not.toBe(moneyInWords(lang, minor + 1, currency));
        },
      ),
    );
  });
});
