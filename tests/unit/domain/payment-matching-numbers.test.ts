import { describe, expect, it } from 'vitest';
import { nameFit } from '../../../shared/domain/payment-matching-names';
import {
  citedNumbers,
  foldNumber,
  numberFit,
  spellNumber,
} from '../../../shared/domain/payment-matching-numbers';

const cited = (purpose: string) => citedNumbers(purpose).map((number) => number.text);

describe('invoice numbers in a purpose', () => {
  it.each([
    ['Оплата по счёту № 118', ['118']],
    ['Оплата по счету №118 от 14.10.2026 г. за рекламу', ['118']],
    ['сч. 118 от 14.10.2026', ['118']],
    ['сч 118', ['118']],
    ['Оплата счета 118 от 14 октября 2026 г.', ['118']],
    ['по счетам 127, 130', ['127', '130']],
    ['по счетам №№ 127, 130 и 131 за октябрь 2026', ['127', '130', '131']],
    ['по счетам № 127 от 01.10.2026, № 130 от 05.10.2026', ['127', '130']],
    ['по счетам 127 от 01.10.26; 130 от 05.10.26', ['127', '130']],
    ['Оплата по счету N 1024 от 01.01.23г 18026,52', ['1024']],
    ['Оплата на основании счета на оплату № А-118', ['А-118']],
    ['Счёт-договор № 118/2026 от 14.10.2026', ['118/2026']],
    ['Оплата по счету от 14.10.2026 № 118', ['118']],
    ['счет-фактура 118', ['118']],
    ['счет СЧ-118, договор 45', ['СЧ-118']],
    ['Payment for invoice INV-118', ['INV-118']],
    ['invoices INV-118 and INV-120, October', ['INV-118', 'INV-120']],
    ['Invoice No. 118 dated 14.10.2026', ['118']],
    ['Apmaksa par rēķinu Nr. 118', ['118']],
    ['Rēķins Nr. 118 no 14.10.2026.', ['118']],
    ['rēķini Nr. 118, 120 un 121', ['118', '120', '121']],
    ['Оплата № 118 за рекламу', ['118']],
    ['Оплата по счету 118. Сумма 219600-00, в т.ч. НДС 22 % - 39600-00', ['118']],
    ['Оплата по счету 118 и договору 45', ['118']],
    ['по счету 118, 118', ['118']],
  ])('«%s» cites %j', (purpose, numbers) => {
    expect(cited(purpose)).toEqual(numbers);
  });

  it.each([
    ['Оплата по договору № 118 от 14.10.2026'],
    ['Оплата за товар по договору 7 от 10.01.2018'],
    ['Пополнение расчетного счета 40702810549770001321'],
    ['на счёт 40702810549770001321'],
    ['лицевой счет 118'],
    ['Оплата по акту № 118'],
    ['Счет от 14.10.2026'],
    ['по счету на сумму 118 000,00 руб.'],
    ['по счету 12 500,00'],
    ['счет 118 руб.'],
    ['счёт за 2 этап'],
    ['НДС 22 % 118,00'],
    ['Some random string'],
    ['Авансовый платеж за услуги, НДС не облагается'],
    ['учёт 118'],
    ['отсчет 118'],
    [''],
  ])('«%s» cites nothing', (purpose) => {
    expect(cited(purpose)).toEqual([]);
  });

  it('keeps the date beside a number', () => {
    expect(citedNumbers('по счетам 127 от 01.10.26; 130 от 2026-10-05')).toEqual([
      { text: '127', on: '2026-10-01', strength: 'invoice' },
      { text: '130', on: '2026-10-05', strength: 'invoice' },
    ]);
  });

  it('is quick on a purpose made to backtrack', () => {
    const started = performance.now();
    citedNumbers('счёт '.repeat(5000) + '1 '.repeat(5000));
    citedNumbers(`счёт ${'1-'.repeat(20000)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('spelling of numbers', () => {
  it('folds letters, zeros and marks', () => {
    expect(foldNumber('сч-000118')).toBe(foldNumber('СЧ 118'));
    expect(foldNumber('А-118')).toBe(foldNumber('A-118'));
  });

  it.each([
    ['118', '118', 'exact'],
    ['118', 'INV-118', 'short'],
    ['INV-118', '118', 'short'],
    ['118', '2026/118', 'short'],
    ['118/2026', '118/2026', 'exact'],
    ['000118', 'INV-118', 'short'],
    ['ACT-118', 'INV-118', null],
    ['18', '118', null],
    ['1180', '118', null],
  ])('%s for %s is %s', (cited, number, fit) => {
    expect(numberFit(spellNumber(cited), spellNumber(number))).toBe(fit);
  });
});

describe('names', () => {
  it.each([
    ['ООО "Верба Мед"', 'Общество с ограниченной ответственностью «ВЕРБА МЕД»', 'equal'],
    ['ИП Юрьева А. П.', 'Юрьева А. П.', 'equal'],
    ['SIA "Baltic Ads"', 'Baltic Ads, SIA', 'equal'],
    ['Верба', 'ООО "Верба Мед"', 'similar'],
    ['ООО "Дом"', 'ООО "Белый дом"', null],
    ['ООО', 'ООО "Верба"', null],
    ['Камский Маркет', 'Горный Маркет', null],
  ])('%s and %s are %s', (a, b, fit) => {
    expect(nameFit(a, b)).toBe(fit);
  });
});
