import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBrokenRules } from '../../db/queries/check.query';
import { invoiceTotals } from '../../db/repositories/invoice-totals';
import { findInvoice, listInvoiceLines } from '../../db/repositories/invoices.repo';
import { payments } from '../../db/schema/money.schema';
import {
  allocatePayment,
  cancelInvoice,
  issueInvoice,
  listOpenInvoices,
  listUnallocatedPayments,
  nextInvoiceNumber,
  recordPayment,
  releasePayment,
} from '../../electron/services/money.service';
import type { Session } from '../../electron/services/session';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

function issue(session: Session, number: string, amountMinor = 10_000, clientId = 'ural'): string {
  return issueInvoice(session, {
    clientId,
    number,
    issuedOn: '2026-10-31',
    dueOn: '2026-11-14',
    vatMode: 'on-top',
    lines: [{ title: 'Услуги', amountMinor, vatPpm: 220_000 }],
  }).id;
}

function pay(session: Session, amountMinor: number, clientId = 'ural'): string {
  return recordPayment(session, { clientId, paidOn: '2026-11-10', amountMinor, purpose: 'Оплата' })
    .id;
}

describe('invoice totals', () => {
  const lines = fc.array(
    fc.record({
      amountMinor: fc.integer({ min: 0, max: 10_000_000 }),
      vatPpm: fc.constantFrom(null, 0, 100_000, 200_000, 210_000, 220_000),
    }),
    { minLength: 1, maxLength: 20 },
  );

  test('are the sums of their lines, and each line adds up, in both VAT modes', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('on-top' as const, 'included' as const), (list, mode) => {
        const totals = invoiceTotals(mode, list);
        const sum = (field: 'netMinor' | 'vatMinor' | 'grossMinor') =>
          totals.lines.reduce((total, line) => total + line[field], 0);
        expect(totals.total).toEqual({
          netMinor: sum('netMinor'),
          vatMinor: sum('vatMinor'),
          grossMinor: sum('grossMinor'),
        });
        for (const [index, line] of totals.lines.entries()) {
          expect(line.netMinor + line.vatMinor).toBe(line.grossMinor);
          const given = list[index]?.amountMinor;
          expect(mode === 'on-top' ? line.netMinor : line.grossMinor).toBe(given);
          if (list[index]?.vatPpm === null) expect(line.vatMinor).toBe(0);
        }
      }),
    );
  });

  test('take VAT on the total of a rate, not line by line', () => {
    const three = Array.from({ length: 3 }, () => ({ amountMinor: 33, vatPpm: 220_000 }));
    // 99 × 22 % = 21.78; a line alone would give 7.26, three of them 21.
    expect(invoiceTotals('on-top', three).total).toEqual({
      netMinor: 99,
      vatMinor: 22,
      grossMinor: 121,
    });
    // 99 × 22 / 122 = 17.85
    expect(invoiceTotals('included', three).total).toEqual({
      netMinor: 81,
      vatMinor: 18,
      grossMinor: 99,
    });
  });
});

describe('invoices', () => {
  test('start with the next number, the client’s payment days and the VAT of their date', () => {
    const session = newSession();
    const next = (issuedOn: string) => nextInvoiceNumber(session, { clientId: 'ural', issuedOn });
    expect(next('2026-11-01')).toEqual({ number: '1', dueOn: '2026-11-15', vatPpm: 220_000 });
    expect(next('2025-12-25')).toEqual({ number: '1', dueOn: '2026-01-08', vatPpm: 200_000 });
    issue(session, 'СЧ-0118');
    issue(session, 'СЧ-0009');
    expect(next('2026-11-01').number).toBe('СЧ-0119');
    expect(next('2025-11-01').number).toBe('1');
  });

  test('keep their lines and totals', () => {
    const session = newSession();
    const id = issue(session, '1', 10_001);
    expect(findInvoice(session.workspace.read, id)).toMatchObject({
      netMinor: 10_001,
      vatMinor: 2200,
      grossMinor: 12_201,
      currency: 'RUB',
    });
    expect(listInvoiceLines(session.workspace.read, id)).toHaveLength(1);
  });

  test('one number names one document of a year', () => {
    const session = newSession();
    issue(session, '7');
    expect(codeOf(() => issue(session, '7'))).toBe('invoice-number-taken');
    expect(listOpenInvoices(session, { clientId: null }).invoices).toHaveLength(1);
  });

  test('cannot be cancelled while paid, and cannot be paid once cancelled', () => {
    const session = newSession();
    const invoiceId = issue(session, '1');
    const paymentId = pay(session, 5_000);
    allocatePayment(session, { paymentId, invoiceId, amountMinor: 5_000 });
    expect(codeOf(() => cancelInvoice(session, { id: invoiceId }))).toBe('invoice-has-payments');
    releasePayment(session, { paymentId });
    cancelInvoice(session, { id: invoiceId });
    expect(codeOf(() => cancelInvoice(session, { id: invoiceId }))).toBe('invoice-cancelled');
    expect(codeOf(() => allocatePayment(session, { paymentId, invoiceId, amountMinor: 1 }))).toBe(
      'allocation-to-cancelled',
    );
    session.workspace.undo(action());
    expect(findInvoice(session.workspace.read, invoiceId)?.cancelledAt).toBeNull();
  });
});

describe('payments', () => {
  test('are set against several invoices in parts, and the rest stays to be set', () => {
    const session = newSession();
    const first = issue(session, '1');
    const second = issue(session, '2');
    const paymentId = pay(session, 20_000);
    allocatePayment(session, { paymentId, invoiceId: first, amountMinor: 12_000 });
    allocatePayment(session, { paymentId, invoiceId: first, amountMinor: 200 });
    allocatePayment(session, { paymentId, invoiceId: second, amountMinor: 5_000 });
    expect(listUnallocatedPayments(session).payments).toMatchObject([{ openMinor: 2_800 }]);
    expect(listOpenInvoices(session, { clientId: 'ural' }).invoices).toMatchObject([
      { number: '2', paidMinor: 5_000, openMinor: 7_200 },
    ]);
    expect(findBrokenRules(session.workspace.read).every(({ broken }) => broken === 0)).toBe(true);
  });

  test('never exceed the payment, the invoice, the currency or the client', () => {
    const session = newSession();
    const invoiceId = issue(session, '1');
    const foreign = issue(session, '2', 10_000, 'riga');
    const other = issue(session, '3', 10_000, 'kama');
    const paymentId = pay(session, 5_000);
    const large = pay(session, 50_000);
    const allocate = (payment: string, invoice: string, amountMinor: number) =>
      codeOf(() =>
        allocatePayment(session, { paymentId: payment, invoiceId: invoice, amountMinor }),
      );
    expect(allocate(paymentId, invoiceId, 5_001)).toBe('allocation-exceeds-payment');
    expect(allocate(large, invoiceId, 12_201)).toBe('allocation-exceeds-invoice');
    expect(allocate(paymentId, foreign, 100)).toBe('allocation-currency-differs');
    expect(allocate(paymentId, other, 100)).toBe('allocation-of-other-client');
    expect(listUnallocatedPayments(session).payments).toHaveLength(2);
  });

  test('the tables themselves refuse what a service should have', () => {
    const session = newSession();
    const invoiceId = issue(session, '1');
    const paymentId = pay(session, 5_000);
    allocatePayment(session, { paymentId, invoiceId, amountMinor: 5_000 });
    const write = (change: Parameters<typeof session.workspace.write>[1]) =>
      codeOf(() => session.workspace.write(action(), change));
    expect(write((tx) => tx.update(payments, paymentId, { amountMinor: 4_999 }))).toBe(
      'allocation-exceeds-payment',
    );
    expect(write((tx) => tx.update(payments, paymentId, { direction: 'out' }))).toBe(
      'allocation-of-outgoing',
    );
    expect(write((tx) => tx.update(payments, paymentId, { currency: 'EUR' }))).toBe(
      'allocation-currency-differs',
    );
    expect(write((tx) => tx.remove(payments, paymentId))).toBe('row-in-use');
  });
});
