import { describe, expect, it } from 'vitest';
import { recordContact } from '../../db/repositories/care.repo';
import { amendClient, findClient, setContract } from '../../db/repositories/clients.repo';
import { addMediaPlan, amendMediaPlan } from '../../db/repositories/media-plans.repo';
import { addTask, setAssignees } from '../../db/repositories/tasks.repo';
import {
  addDeadline,
  completeDeadline,
  moveDeadline,
} from '../../electron/services/clients.write.service';
import {
  listDatedItems,
  readDatedItems,
} from '../../electron/services/deadlines/deadlines.service';
import {
  allocatePayment,
  issueInvoice,
  recordPayment,
} from '../../electron/services/money.service';
import { act, readOf, type Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { newSession, TODAY } from '../helpers/db-session';

const MONTH = { from: '2026-11-16', to: '2026-12-13' };

function keys(session: Session, withOverdue = true): string[] {
  return readDatedItems(readOf(session), MONTH, TODAY, withOverdue).map(
    ({ kind, on }) => `${on} ${kind}`,
  );
}

function invoice(session: Session, issuedOn: string, dueOn: string): string {
  return issueInvoice(session, {
    clientId: 'ural',
    number: `${issuedOn}-1`,
    issuedOn,
    dueOn,
    vatMode: 'on-top',
    lines: [{ title: 'Работы', amountMinor: 10_000_000, vatPpm: 220_000 }],
  }).id;
}

function pay(session: Session, invoiceId: string, amountMinor: number): void {
  const paidOn = '2026-11-19';
  const payment = recordPayment(session, { clientId: 'ural', paidOn, amountMinor, purpose: '' });
  allocatePayment(session, { paymentId: payment.id, invoiceId, amountMinor });
}

describe('the list of everything that has a date', () => {
  it('gathers promises, payments, contracts, flights, contacts and tasks by day, with who looks after them', () => {
    const session = newSession();
    act(session, 'test', {}, (tx) => {
      const ural = findClient(readOf(session), 'ural');
      amendClient(tx, 'ural', { managerId: 'anna' }, ural?.revision ?? 1);
      setContract(tx, {
        clientId: 'ural',
        number: '12/26',
        signedOn: '2026-01-01',
        endsOn: '2026-12-10',
        renewByOn: '2026-11-30',
      });
      recordContact(tx, {
        clientId: 'ural',
        contactedAt: Date.UTC(2026, 10, 18, 9),
        contactedOn: '2026-11-18',
        channel: 'call',
      });
      const planId = addMediaPlan(tx, {
        clientId: 'kama',
        name: 'Декабрь',
        currency: 'RUB',
        fromOn: '2026-12-01',
        toOn: '2026-12-31',
        editedAt: 1,
      });
      amendMediaPlan(tx, planId, { status: 'sent', sentOn: '2026-11-01' });
      const taskId = addTask(tx, {
        clientId: 'kama',
        title: 'Баннеры',
        dueOn: '2026-11-24',
        deadlineOn: '2026-11-26',
        createdAt: 1,
      });
      setAssignees(tx, taskId, [{ personId: 'boris', sharePpm: 1_000_000 }]);
    });
    addDeadline(session, { clientId: 'ural', dueOn: '2026-11-23', title: 'отчёт', kind: 'report' });
    invoice(session, '2026-11-01', '2026-11-15');

    expect(keys(session)).toEqual([
      '2026-11-15 invoice',
      '2026-11-23 deadline',
      '2026-11-24 task-due',
      '2026-11-25 contact',
      '2026-11-26 task-deadline',
      '2026-11-30 contract-renewal',
      '2026-12-01 flight-start',
      '2026-12-10 contract-end',
    ]);
    const items = readDatedItems(readOf(session), MONTH, TODAY, true);
    const of = (kind: string) => items.find((item) => item.kind === kind);
    expect(of('deadline')).toMatchObject({
      owner: { id: 'anna' },
      client: { id: 'ural' },
      canComplete: true,
    });
    expect(of('task-due')?.owner).toEqual({ id: 'boris', name: 'boris' });
    expect(of('invoice')?.stake).toEqual({ minor: 10_000_000, currency: 'RUB' });
  });

  it('tells only what is still open: a met promise, a paid invoice and a passed flight are gone', () => {
    const session = newSession();
    const { id } = addDeadline(session, {
      clientId: 'ural',
      dueOn: '2026-11-20',
      title: 'отчёт',
      kind: 'report',
    });
    const invoiceId = invoice(session, '2026-11-01', '2026-11-15');
    act(session, 'test', {}, (tx) => {
      const planId = addMediaPlan(tx, {
        clientId: 'kama',
        name: 'Ноябрь',
        currency: 'RUB',
        fromOn: '2026-11-17',
        toOn: '2026-11-20',
        editedAt: 1,
      });
      amendMediaPlan(tx, planId, { status: 'sent', sentOn: '2026-11-01' });
    });
    expect(keys(session)).toEqual(['2026-11-15 invoice', '2026-11-20 deadline']);
    expect(keys(session, false)).toEqual(['2026-11-20 deadline']);

    completeDeadline(session, { id });
    pay(session, invoiceId, 12_200_000);
    expect(keys(session)).toEqual([]);
    session.workspace.undo({ actor: 'anna', now: session.clock.now() });
    expect(keys(session)).toEqual(['2026-11-15 invoice']);
  });

  it('leaves a half-paid invoice at its open part without VAT, rounded once', () => {
    const session = newSession();
    const id = invoice(session, '2026-11-01', '2026-11-18');
    pay(session, id, 12_200_000 - 100);
    const [item] = readDatedItems(readOf(session), MONTH, TODAY);
    // 1,00 with 22 % VAT is 0,82 without it.
    expect(item?.stake).toEqual({ minor: 82, currency: 'RUB' });
  });

  it('holds 29 February and the ends of the span, and refuses a span that ends before it starts', () => {
    const session = newSession('2028-02-28');
    const add = (dueOn: string) =>
      addDeadline(session, { clientId: 'ural', dueOn, title: dueOn, kind: 'task' });
    const { id } = add('2028-02-29');
    add('2028-03-01');
    const list = (from: string, to: string) =>
      listDatedItems(session, { from, to, withOverdue: false }).items.map(({ on }) => on);
    expect(list('2028-02-29', '2028-02-29')).toEqual(['2028-02-29']);
    moveDeadline(session, { id, dueOn: '2028-03-26' });
    expect(list('2028-02-28', '2028-03-26')).toEqual(['2028-03-01', '2028-03-26']);
    expect(() => list('2028-03-02', '2028-03-01')).toThrow(AppError);
  });
});
