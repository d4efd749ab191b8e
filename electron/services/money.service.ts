import { readOpenInvoices } from '../../db/queries/clients.query';
import { readInvoiceNumbers, readUnallocatedPayments } from '../../db/queries/money.query';
import type { ReadDb } from '../../db/read-db';
import { readAgency } from '../../db/repositories/agency.repo';
import { findClient } from '../../db/repositories/clients.repo';
import {
  findInvoice,
  type InvoiceRow,
  cancelInvoice as writeCancellation,
  issueInvoice as writeInvoice,
} from '../../db/repositories/invoices.repo';
import {
  allocatedOf,
  amendPayment,
  findPayment,
  type PaymentRow,
  paidOf,
  releasePayment as removeAllocations,
  allocatePayment as writeAllocation,
  recordPayment as writePayment,
} from '../../db/repositories/payments.repo';
import { listDatedRates } from '../../db/repositories/rates.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { rowOn } from '../../shared/domain/dated-rates';
import { addDays } from '../../shared/domain/dates';
import { formatMinorDecimal } from '../../shared/domain/money';
import { invoiceRowOf } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

function requireInvoice(read: ReadDb, id: string): InvoiceRow {
  const invoice = findInvoice(read, id);
  if (invoice === undefined) throw new AppError('row-not-found');
  return invoice;
}

function requirePayment(read: ReadDb, id: string): PaymentRow {
  const payment = findPayment(read, id);
  if (payment === undefined) throw new AppError('row-not-found');
  return payment;
}

/** The number after the highest of its year that ends in digits, in the same style: СЧ-118 → СЧ-119. */
function numberAfter(numbers: readonly string[]): string {
  let best: { prefix: string; digits: string } | null = null;
  for (const number of numbers) {
    const match = /^(.*?)(\d+)$/.exec(number);
    if (match === null) continue;
    const [, prefix = '', digits = ''] = match;
    if (best === null || Number(digits) > Number(best.digits)) best = { prefix, digits };
  }
  if (best === null) return '1';
  return best.prefix + String(Number(best.digits) + 1).padStart(best.digits.length, '0');
}

/** What a new invoice starts with: the next number of its year, the client's payment days, the VAT of its date. */
export function nextInvoiceNumber(
  session: Session,
  { clientId, issuedOn }: Input<'invoices/next-number'>,
): Output<'invoices/next-number'> {
  const read = readOf(session);
  const client = findClient(read, clientId);
  if (client === undefined) throw new AppError('client-not-found');
  const { country } = readAgency(read);
  const rates = listDatedRates(read).filter((row) => row.kind === 'vat' && row.country === country);
  return {
    number: numberAfter(readInvoiceNumbers(read, issuedOn.slice(0, 4))),
    dueOn: addDays(issuedOn, client.paymentDays),
    vatPpm: rowOn(rates, issuedOn)?.ratePpm ?? null,
  };
}

/** Issues an invoice in the client's currency. Throws `invoice-number-taken`, `invoice-due-before-issued`. */
export function issueInvoice(session: Session, input: Input<'invoices/issue'>): Done {
  const client = findClient(readOf(session), input.clientId);
  if (client === undefined) throw new AppError('client-not-found');
  return act(session, 'issue-invoice', { number: input.number, client: client.name }, (tx) => ({
    id: writeInvoice(tx, { ...input, currency: client.currency }),
  }));
}

/** Cancels an invoice that no money is set against; it keeps its number. Throws `invoice-has-payments`, `invoice-cancelled`. */
export function cancelInvoice(session: Session, { id }: Input<'invoices/cancel'>): Done {
  const read = readOf(session);
  const invoice = requireInvoice(read, id);
  if (invoice.cancelledAt !== null)
    throw new AppError('invoice-cancelled', { number: invoice.number });
  if (paidOf(read, id) > 0) throw new AppError('invoice-has-payments', { number: invoice.number });
  act(session, 'cancel-invoice', { number: invoice.number }, (tx) =>
    writeCancellation(tx, id, session.clock.now()),
  );
  return { id };
}

/** Invoices with something left to pay, oldest due first; of one client or of all. */
export function listOpenInvoices(
  session: Session,
  { clientId }: Input<'invoices/list-open'>,
): Output<'invoices/list-open'> {
  const today = session.clock.today();
  return {
    invoices: readOpenInvoices(readOf(session), clientId, today).map((row) => ({
      ...invoiceRowOf(row, today),
      clientId: row.clientId,
      clientName: row.clientName,
    })),
  };
}

/** Books money received from a client by hand, in the client's currency. */
export function recordPayment(session: Session, input: Input<'payments/record'>): Done {
  const client = findClient(readOf(session), input.clientId);
  if (client === undefined) throw new AppError('client-not-found');
  return act(session, 'record-payment', { client: client.name, on: input.paidOn }, (tx) => ({
    id: writePayment(tx, {
      ...input,
      direction: 'in',
      currency: client.currency,
      counterpartyName: client.legalName === '' ? client.name : client.legalName,
      counterpartyInn: client.inn,
    }),
  }));
}

/** Incoming payments with something left to set against invoices, the newest first. */
export function listUnallocatedPayments(session: Session): Output<'payments/list-unallocated'> {
  return { payments: readUnallocatedPayments(readOf(session)) };
}

/**
 * Sets a part of a payment against an invoice. A payment without a client becomes the invoice's client's.
 * Throws `allocation-exceeds-payment`, `allocation-exceeds-invoice` with what is left, and
 * `allocation-currency-differs`, `allocation-of-other-client`, `allocation-to-cancelled`.
 */
export function allocatePayment(session: Session, input: Input<'payments/allocate'>): Done {
  const read = readOf(session);
  const payment = requirePayment(read, input.paymentId);
  const invoice = requireInvoice(read, input.invoiceId);
  const { number } = invoice;
  if (invoice.cancelledAt !== null) throw new AppError('allocation-to-cancelled', { number });
  if (payment.currency !== invoice.currency)
    throw new AppError('allocation-currency-differs', { number });
  if (payment.clientId !== null && payment.clientId !== invoice.clientId) {
    throw new AppError('allocation-of-other-client', { number });
  }
  const left = (minor: number) =>
    `${formatMinorDecimal(minor, payment.currency)} ${payment.currency}`;
  const paymentLeft = payment.amountMinor - allocatedOf(read, payment.id);
  if (input.amountMinor > paymentLeft) {
    throw new AppError('allocation-exceeds-payment', { left: left(paymentLeft) });
  }
  const invoiceLeft = invoice.grossMinor - paidOf(read, invoice.id);
  if (input.amountMinor > invoiceLeft) {
    throw new AppError('allocation-exceeds-invoice', { number, left: left(invoiceLeft) });
  }
  return act(session, 'allocate-payment', { number }, (tx) => {
    if (payment.clientId === null) amendPayment(tx, payment.id, { clientId: invoice.clientId });
    return { id: writeAllocation(tx, input) };
  });
}

/** Takes a payment off every invoice it was set against; the money itself stays booked. */
export function releasePayment(session: Session, { paymentId }: Input<'payments/release'>): Done {
  const payment = requirePayment(readOf(session), paymentId);
  act(session, 'release-payment', { on: payment.paidOn }, (tx) => removeAllocations(tx, paymentId));
  return { id: paymentId };
}
