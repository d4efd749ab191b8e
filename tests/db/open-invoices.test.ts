import { expect, test } from 'vitest';
import { findBrokenRules } from '../../db/queries/check.query';
import { readDebts } from '../../db/queries/portfolio.query';
import {
  allocatePayment,
  cancelInvoice,
  issueInvoice,
  recordPayment,
  releasePayment,
} from '../../electron/services/money.service';
import { newSession } from '../helpers/db-session';

const GROSS = 12_200;

test('the kept list of open invoices follows every change and every undo of it', () => {
  const session = newSession();
  const { workspace, clock, actor } = session;
  const by = () => ({ actor, now: clock.now() });
  const owed = (asOf = '2026-11-21') => {
    expect(findBrokenRules(workspace.read).filter(({ broken }) => broken > 0)).toEqual([]);
    const scope = { managerId: null, clientId: null };
    return readDebts(workspace.read, scope, asOf).map(({ openMinor }) => openMinor);
  };

  const invoiceId = issueInvoice(session, {
    clientId: 'ural',
    number: '1',
    issuedOn: '2026-10-31',
    dueOn: '2026-11-14',
    vatMode: 'on-top',
    lines: [{ title: 'Услуги', amountMinor: 10_000, vatPpm: 220_000 }],
  }).id;
  expect(owed()).toEqual([GROSS]);
  const paymentId = recordPayment(session, {
    clientId: 'ural',
    paidOn: '2026-11-10',
    amountMinor: GROSS,
    purpose: 'Оплата',
  }).id;
  allocatePayment(session, { paymentId, invoiceId, amountMinor: 200 });
  expect(owed()).toEqual([GROSS - 200]);
  releasePayment(session, { paymentId });
  allocatePayment(session, { paymentId, invoiceId, amountMinor: GROSS });
  expect(owed()).toEqual([]);
  // On a day before the payment it was still owed.
  expect(owed('2026-11-09')).toEqual([GROSS]);
  workspace.undo(by());
  expect(owed()).toEqual([GROSS]);
  workspace.redo(by());
  expect(owed()).toEqual([]);
  releasePayment(session, { paymentId });
  cancelInvoice(session, { id: invoiceId });
  expect(owed()).toEqual([]);
  workspace.undo(by());
  expect(owed()).toEqual([GROSS]);
});
