import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPayment } from '../../../shared/domain/payment-matching';
import { matchPayments } from '../../../shared/domain/payment-matching-batch';
import type {
  MatchClient,
  MatchPayment,
  OpenInvoice,
  PayerHistory,
} from '../../../shared/domain/payment-matching-types';

const verba: MatchClient = {
  id: 'c-verba',
  name: 'Верба',
  legalName: 'ООО «Верба Мед»',
  taxIds: ['5904117712'],
  accounts: [],
};
const pion: MatchClient = {
  id: 'c-pion',
  name: 'Пион',
  legalName: 'ИП Юрьева А. П.',
  taxIds: ['590612343318'],
  accounts: ['40802810000000000555'],
};
const sol: MatchClient = {
  id: 'c-sol',
  name: 'Соль и Дым',
  legalName: 'ООО «Соль и Дым»',
  taxIds: ['5903777888'],
  accounts: [],
};
const baltic: MatchClient = {
  id: 'c-baltic',
  name: 'Baltic Ads',
  legalName: 'SIA “Baltic Ads”',
  taxIds: ['40003000000', 'LV40003000000'],
  accounts: ['LV80BANK0000435195001'],
};
const clients = [verba, pion, sol, baltic];

function invoice(
  id: string,
  clientId: string,
  openMinor: number,
  more: Partial<OpenInvoice> = {},
): OpenInvoice {
  return {
    id,
    clientId,
    number: id,
    issuedOn: '2026-11-01',
    dueOn: '2026-11-15',
    currency: 'RUB',
    totalMinor: openMinor,
    openMinor,
    ...more,
  };
}

function payment(more: Partial<MatchPayment>): MatchPayment {
  return {
    direction: 'in',
    amountMinor: 100_00,
    currency: 'RUB',
    bookedOn: '2026-11-12',
    payerName: null,
    payerTaxId: null,
    payerAccount: null,
    purpose: '',
    ...more,
  };
}

const best = (
  given: Partial<MatchPayment>,
  invoices: readonly OpenInvoice[],
  history: readonly PayerHistory[] = [],
) => matchPayment(payment(given), invoices, clients, history)[0];

describe('matching by number, payer and sum', () => {
  it('is certain of ИНН, number and sum', () => {
    const found = best(
      { amountMinor: 21960000, payerTaxId: '5904117712', purpose: 'Оплата по счёту № 118' },
      [invoice('118', 'c-verba', 21960000), invoice('120', 'c-verba', 21960000)],
    );
    expect(found).toMatchObject({ clientId: 'c-verba', confidence: 100, restMinor: 0 });
    expect(found?.allocations).toEqual([{ invoiceId: '118', amountMinor: 21960000 }]);
    expect(found?.reasons.slice(0, 2).map((one) => [one.code, one.points])).toEqual([
      ['inn', 45],
      ['number', 40],
    ]);
  });

  it('sets a part against the invoice that is named', () => {
    const found = best({ amountMinor: 50000, payerTaxId: '5904117712', purpose: 'сч. 124' }, [
      invoice('124', 'c-verba', 200000),
      invoice('118', 'c-verba', 50000),
    ]);
    expect(found?.confidence).toBe(100);
    expect(found?.allocations).toEqual([{ invoiceId: '124', amountMinor: 50000 }]);
  });

  it('scores ИНН and sum without a number as the picture does: 92', () => {
    const history: PayerHistory = {
      clientId: 'c-pion',
      taxId: '590612343318',
      account: null,
      payments: 6,
      medianDaysLate: -2,
    };
    const found = best(
      { amountMinor: 5748000, payerTaxId: '590612343318', purpose: 'за доставку цветов, реклама' },
      [invoice('136', 'c-pion', 5748000)],
      [history],
    );
    expect(found?.confidence).toBe(92);
    expect(found?.reasons.map((one) => [one.code, one.points])).toEqual([
      ['inn', 45],
      ['number-none', 0],
      ['amount-equal', 32],
      ['when-usual', 15],
    ]);
  });

  it('spreads one payment over the invoices it names, the earlier due first', () => {
    const found = best(
      { amountMinor: 42800000, payerTaxId: '5904117712', purpose: 'по счетам 130, 127' },
      [
        invoice('130', 'c-verba', 20000000, { dueOn: '2026-11-20' }),
        invoice('127', 'c-verba', 22800000),
      ],
    );
    expect(found?.confidence).toBe(100);
    expect(found?.allocations).toEqual([
      { invoiceId: '127', amountMinor: 22800000 },
      { invoiceId: '130', amountMinor: 20000000 },
    ]);
  });

  it('finds the one sum of several invoices, and asks where there are two', () => {
    const three = [
      invoice('1', 'c-verba', 100),
      invoice('2', 'c-verba', 200),
      invoice('3', 'c-verba', 400),
    ];
    const sure = best({ amountMinor: 500, payerTaxId: '5904117712' }, three);
    expect(sure?.allocations.map((one) => one.invoiceId)).toEqual(['1', '3']);
    expect(sure?.confidence).toBeGreaterThanOrEqual(85);
    const twice = best({ amountMinor: 500, payerTaxId: '5904117712' }, [
      ...three,
      invoice('4', 'c-verba', 300),
    ]);
    expect(twice?.confidence).toBeLessThan(85);
  });

  it('asks which of two invoices of the same sum is paid', () => {
    const found = best({ amountMinor: 100, payerTaxId: '5904117712', bookedOn: '2026-12-01' }, [
      invoice('2', 'c-verba', 100, { dueOn: '2026-10-15', issuedOn: '2026-10-01' }),
      invoice('1', 'c-verba', 100),
    ]);
    expect(found?.allocations[0]?.invoiceId).toBe('2');
    expect(found?.confidence).toBeLessThan(85);
    expect(found?.reasons.map((one) => one.code)).toContain('rivals');
  });

  it('asks of a part without a number when several invoices are open', () => {
    const two = [invoice('1', 'c-verba', 500), invoice('2', 'c-verba', 900)];
    expect(best({ amountMinor: 300, payerTaxId: '5904117712' }, two)?.confidence).toBeLessThan(85);
    expect(best({ amountMinor: 300, payerTaxId: '5904117712' }, two.slice(0, 1))?.confidence).toBe(
      85,
    );
  });

  it('keeps what no invoice explains as an advance to ask about', () => {
    const found = best({ amountMinor: 5000000, payerTaxId: '5904117712' }, []);
    expect(found).toMatchObject({ clientId: 'c-verba', allocations: [], restMinor: 5000000 });
    expect(found?.confidence).toBeLessThan(60);
    const over = best({ amountMinor: 500, payerTaxId: '5904117712' }, [
      invoice('1', 'c-verba', 300),
    ]);
    expect(over).toMatchObject({ restMinor: 200 });
    expect(over?.confidence).toBeLessThan(85);
  });

  it('is weak where only the sum is alike', () => {
    const found = best(
      { amountMinor: 2100000, payerName: 'ООО «Прикамье»', payerTaxId: '5905000000' },
      [invoice('7', 'c-sol', 2100000)],
    );
    expect(found).toMatchObject({ clientId: 'c-sol' });
    expect(found?.confidence).toBeLessThan(60);
    expect(best({ amountMinor: 2100000 }, [invoice('7', 'c-sol', 2100000)])?.confidence).toBe(38);
  });

  it('asks when somebody else pays a named invoice', () => {
    const third = best(
      { amountMinor: 100, payerTaxId: '7700000000', purpose: 'за Вербу, счёт 118' },
      [invoice('118', 'c-verba', 100)],
    );
    expect(third?.clientId).toBe('c-verba');
    expect(third?.confidence).toBeLessThan(85);
    const other = best({ amountMinor: 100, payerTaxId: '5903777888', purpose: 'счёт 118' }, [
      invoice('118', 'c-verba', 100),
    ]);
    expect(other?.confidence).toBeLessThan(60);
  });

  it('does not set a payment against another invoice than the one it names', () => {
    const found = best({ amountMinor: 100, payerTaxId: '5904117712', purpose: 'счёт 999' }, [
      invoice('118', 'c-verba', 100),
    ]);
    expect(found?.confidence).toBeLessThan(85);
    expect(found?.reasons.map((one) => one.code)).toContain('number-unknown');
  });

  it('lets the date choose between numbers that start over each year', () => {
    const found = best(
      { amountMinor: 100, payerTaxId: '5904117712', purpose: 'счёт 5 от 12.01.2026' },
      [
        invoice('a', 'c-verba', 300, { number: '5', issuedOn: '2025-01-10', dueOn: '2025-01-24' }),
        invoice('b', 'c-verba', 100, { number: '5', issuedOn: '2026-01-12', dueOn: '2026-01-26' }),
      ],
    );
    expect(found?.allocations).toEqual([{ invoiceId: 'b', amountMinor: 100 }]);
  });

  it('knows payers by account, by earlier payments and by name', () => {
    const open = [invoice('136', 'c-pion', 100)];
    expect(
      best({ payerAccount: '4080 2810 0000 0000 0555' }, [invoice('136', 'c-pion', 100_00)])
        ?.reasons[0]?.code,
    ).toBe('account');
    const past: PayerHistory = {
      clientId: 'c-pion',
      taxId: null,
      account: '40817810000000000001',
      payments: 3,
      medianDaysLate: 1,
    };
    expect(
      best({ payerAccount: '40817810000000000001', amountMinor: 100 }, open, [past])?.reasons[0]
        ?.code,
    ).toBe('history');
    expect(
      best({ payerName: 'Индивидуальный предприниматель Юрьева А. П.', amountMinor: 100 }, open)
        ?.reasons[0]?.code,
    ).toBe('name-equal');
  });

  it('takes a Latvian VAT number for the registration number behind it', () => {
    const found = best({ currency: 'EUR', payerTaxId: 'LV40003000000', purpose: 'Rēķins Nr. 12' }, [
      invoice('12', 'c-baltic', 100_00, { currency: 'EUR' }),
    ]);
    expect(found).toMatchObject({ clientId: 'c-baltic', confidence: 100 });
  });

  it('never crosses currencies and never matches outgoing money', () => {
    expect(
      best({ currency: 'EUR', payerTaxId: '5904117712' }, [invoice('118', 'c-verba', 100_00)])
        ?.allocations,
    ).toEqual([]);
    expect(
      best({ direction: 'out', payerTaxId: '5904117712' }, [invoice('118', 'c-verba', 100_00)]),
    ).toBeUndefined();
  });
});

describe('a whole statement', () => {
  it('does not promise one invoice to two payments', () => {
    const same = { amountMinor: 100, payerTaxId: '5904117712', purpose: 'счёт 118' };
    const found = matchPayments(
      [
        { key: 'b', payment: payment(same) },
        { key: 'a', payment: payment(same) },
      ],
      { invoices: [invoice('118', 'c-verba', 100)], clients, history: [] },
    );
    expect(found.get('a')?.[0]?.allocations).toEqual([{ invoiceId: '118', amountMinor: 100 }]);
    expect(found.get('b')?.[0]?.allocations).toEqual([]);
  });

  it('lets a sure pair settle an ambiguous one', () => {
    const found = matchPayments(
      [
        {
          key: '1',
          payment: payment({ amountMinor: 100, payerTaxId: '5904117712', bookedOn: '2026-11-10' }),
        },
        {
          key: '2',
          payment: payment({
            amountMinor: 100,
            payerTaxId: '5904117712',
            purpose: 'счёт 1',
            bookedOn: '2026-11-11',
          }),
        },
      ],
      {
        invoices: [invoice('1', 'c-verba', 100), invoice('2', 'c-verba', 100)],
        clients,
        history: [],
      },
    );
    expect(found.get('2')?.[0]?.allocations[0]?.invoiceId).toBe('1');
    expect(found.get('1')?.[0]).toMatchObject({ allocations: [{ invoiceId: '2' }] });
    expect(found.get('1')?.[0]?.confidence).toBeGreaterThanOrEqual(85);
  });
});

const clientArb = fc.constantFrom(...clients.map((client) => client.id));
const invoicesArb = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }).map(String),
      clientId: clientArb,
      openMinor: fc.integer({ min: 1, max: 600 }),
      due: fc.integer({ min: 1, max: 28 }),
    }),
    { selector: (one) => one.id, maxLength: 14 },
  )
  .map((list) =>
    list.map((one) =>
      invoice(one.id, one.clientId, one.openMinor, {
        dueOn: `2026-11-${String(one.due).padStart(2, '0')}`,
      }),
    ),
  );
const paymentArb = fc
  .record({
    amountMinor: fc.integer({ min: 1, max: 1500 }),
    payerTaxId: fc.constantFrom(null, '5904117712', '5903777888', '7700000000'),
    payerName: fc.constantFrom(null, 'ООО "Верба Мед"', 'Пион'),
    cited: fc.array(fc.integer({ min: 1, max: 42 }), { maxLength: 3 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((one) =>
    payment({
      amountMinor: one.amountMinor,
      payerTaxId: one.payerTaxId,
      payerName: one.payerName,
      purpose: one.cited.length > 0 ? `по счетам ${one.cited.join(', ')}` : 'за услуги',
      bookedOn: `2026-11-${String(one.day).padStart(2, '0')}`,
    }),
  );

describe('always', () => {
  it('does not promise an invoice twice when an earlier pair makes a later one likely', () => {
    // Two payments that name nothing become likely for what the pairs before them left over.
    const invoices = [
      invoice('1', 'c-verba', 300),
      invoice('2', 'c-verba', 300),
      invoice('3', 'c-verba', 500),
    ];
    const payments = [300, 300, 500, 500].map((amountMinor, index) => ({
      key: String(index),
      payment: payment({ amountMinor, payerTaxId: '5904117712', bookedOn: '2026-12-20' }),
    }));
    const found = matchPayments(payments, { invoices, clients, history: [] });
    const used = new Map<string, number>();
    for (const candidates of found.values()) {
      const [best] = candidates;
      if (best === undefined || best.confidence < 60) continue;
      for (const { invoiceId, amountMinor } of best.allocations) {
        used.set(invoiceId, (used.get(invoiceId) ?? 0) + amountMinor);
      }
    }
    for (const one of invoices) expect(used.get(one.id) ?? 0).toBeLessThanOrEqual(one.openMinor);
  });

  it('allocates no more than the payment and no more than an invoice has open; reasons add up', () => {
    fc.assert(
      fc.property(fc.array(paymentArb, { maxLength: 8 }), invoicesArb, (payments, invoices) => {
        const keyed = payments.map((one, index) => ({ key: String(index), payment: one }));
        const found = matchPayments(keyed, { invoices, clients, history: [] });
        const used = new Map<string, number>();
        for (const { key, payment: one } of keyed) {
          for (const candidate of found.get(key) ?? []) {
            const allocated = candidate.allocations.reduce(
              (sum, part) => sum + part.amountMinor,
              0,
            );
            expect(allocated + candidate.restMinor).toBe(one.amountMinor);
            expect(candidate.restMinor).toBeGreaterThanOrEqual(0);
            expect(candidate.reasons.reduce((sum, part) => sum + part.points, 0)).toBe(
              candidate.confidence,
            );
            expect(candidate.confidence).toBeLessThanOrEqual(100);
            for (const part of candidate.allocations) expect(part.amountMinor).toBeGreaterThan(0);
          }
          const [chosen] = found.get(key) ?? [];
          if (!chosen || chosen.confidence < 60) continue;
          for (const part of chosen.allocations) {
            used.set(part.invoiceId, (used.get(part.invoiceId) ?? 0) + part.amountMinor);
          }
        }
        for (const one of invoices)
          expect(used.get(one.id) ?? 0).toBeLessThanOrEqual(one.openMinor);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers the same for any order of payments, invoices and clients', () => {
    fc.assert(
      fc.property(fc.array(paymentArb, { maxLength: 6 }), invoicesArb, (payments, invoices) => {
        const keyed = payments.map((one, index) => ({ key: String(index), payment: one }));
        const one = matchPayments(keyed, { invoices, clients, history: [] });
        const other = matchPayments([...keyed].reverse(), {
          invoices: [...invoices].reverse(),
          clients: [...clients].reverse(),
          history: [],
        });
        for (const { key } of keyed) expect(other.get(key)).toEqual(one.get(key));
      }),
      { numRuns: 200 },
    );
  });
});
