import { describe, expect, it } from 'vitest';
import {
  inspectImport,
  refusedRowsOf,
  runImport,
  writeImport,
} from '../../electron/services/import/import-engine';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { type ImportDecision, importPreviewSchema } from '../../shared/contract/imports.contract';
import { bankFixture, OWN, statement } from '../unit/domain/bank-1c-fixtures';
import {
  booksDump,
  count,
  importSession,
  openInvoice,
  payingClient,
  statementBytes,
} from './import-workspace';

const kind = 'bank-1c' as const;

function run(session: Session, bytes: Uint8Array, dryRun = false) {
  return runImport(session, { kind, bytes, fileName: 'kl_to_1c.txt', dryRun });
}

function decision(row: number, more: Partial<ImportDecision> = {}): ImportDecision {
  return { row, skip: false, direction: null, clientId: null, allocations: [], ...more };
}

const expected = new TextDecoder()
  .decode(bankFixture('EXPECTED.tsv'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

describe('a statement into an empty workspace', () => {
  it.each(expected)(
    '%s books %s documents as expected',
    (name, docs, inN, inSum, outN, outSum, refused, notBooked, undecided) => {
      const session = importSession();
      const answer = run(session, bankFixture(name ?? ''));
      const added = Number(inN) + Number(outN);
      expect(answer).toMatchObject({
        kind,
        read: Number(docs),
        added,
        updated: 0,
        unchanged: 0,
        matched: 0,
        refused: Number(refused),
        notBooked: Number(notBooked),
        undecided: Number(undecided),
      });
      const [totals] = Object.values(answer.totals);
      expect(totals).toEqual({ in: inSum, out: outSum });
      expect(count(session.workspace.read, 'payments')).toBe(added);
      expect(answer.accounts).toHaveLength(added > 0 ? 1 : 0);
      expect(answer.problems.length).toBeGreaterThanOrEqual(Number(refused) + Number(undecided));
    },
  );

  it('adds nothing the second time, in the same encoding or another', () => {
    const session = importSession();
    run(session, bankFixture('vtb_one_day_v102_cp1251_crlf.txt'));
    const before = booksDump(session.workspace.read);
    const state = session.workspace.undoState();
    for (const name of ['vtb_one_day_v102_cp1251_crlf.txt', 'vtb_one_day_v102_utf8.txt']) {
      expect(run(session, bankFixture(name))).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 13,
        accounts: [],
      });
    }
    expect(booksDump(session.workspace.read)).toBe(before);
    expect(session.workspace.undoState()).toEqual(state);
  });

  it('names the account it had to add, with its bank', () => {
    const session = importSession();
    const answer = run(session, bankFixture('rub_in_out_v102_cp1251.txt'));
    expect(answer.accounts).toEqual(['40702810000000000001']);
    expect(
      session.workspace.read.all('SELECT number, bik, bank_name, currency FROM own_accounts'),
    ).toEqual([
      {
        number: '40702810000000000001',
        bik: '044525000',
        bank_name: 'БАНК ПЛАТЕЛЬЩИКА',
        currency: 'RUB',
      },
    ]);
    expect(
      run(session, statementBytes([{ ПолучательСчет: '40702810000000000001' }])).accounts,
    ).toEqual([]);
  });

  it('is taken back by one undo and brought again by one redo', () => {
    const session = importSession();
    const empty = booksDump(session.workspace.read);
    run(session, bankFixture('vtb_one_day_v102_cp1251_crlf.txt'));
    const full = booksDump(session.workspace.read);
    session.workspace.undo({ actor: 'tester', now: session.clock.now() });
    expect(booksDump(session.workspace.read)).toBe(empty);
    session.workspace.redo({ actor: 'tester', now: session.clock.now() });
    expect(booksDump(session.workspace.read)).toBe(full);
    expect(session.workspace.verifyJournal()).toMatchObject({ ok: true });
  });

  it('writes nothing in a dry run and answers the same', () => {
    const session = importSession();
    const bytes = bankFixture('vtb_one_day_v102_cp1251_crlf.txt');
    const promised = run(session, bytes, true);
    expect(count(session.workspace.read, 'payments')).toBe(0);
    expect(run(session, bytes)).toEqual(promised);
  });

  it.each([
    ['vtb_truncated_in_document_cp1251.txt', 'bank-file-truncated'],
    ['by_type5_fx_cp1251.txt', 'bank-lookalike'],
  ])('refuses %s and writes nothing', (name, code) => {
    const session = importSession();
    const before = booksDump(session.workspace.read);
    expect(() => run(session, bankFixture(name))).toThrow(expect.objectContaining({ code }));
    expect(booksDump(session.workspace.read)).toBe(before);
  });

  it('books a statement that overlaps another without doubling, equal operations counted', () => {
    const session = importSession();
    const same = { Номер: '5', Сумма: '10.00', ДатаПоступило: '24.11.2026' };
    expect(run(session, statementBytes([same]))).toMatchObject({ added: 1 });
    expect(run(session, statementBytes([same, same]))).toMatchObject({ added: 1, unchanged: 1 });
    expect(run(session, statementBytes([same, same]))).toMatchObject({ added: 0, unchanged: 2 });
  });
});

describe('matching', () => {
  function withVerba() {
    const session = importSession();
    const { workspace } = session;
    const verba = payingClient(workspace, {
      name: 'Верба',
      legalName: 'ООО «Верба Мед»',
      inn: '5904117712',
    });
    const first = openInvoice(workspace, { clientId: verba, number: '118', amountMinor: 21960000 });
    const second = openInvoice(workspace, {
      clientId: verba,
      number: '127',
      amountMinor: 10000000,
      dueOn: '2026-12-01',
    });
    return { session, read: workspace.read, verba, first, second };
  }
  const paid = { ПлательщикИНН: '5904117712', Плательщик1: 'ООО "ВЕРБА МЕД"' };

  it('sets a sure pair and keeps its confidence and reasons', () => {
    const { session, read, verba, first } = withVerba();
    const answer = run(
      session,
      statementBytes([{ ...paid, Сумма: '219600.00', НазначениеПлатежа: 'по счёту № 118' }]),
    );
    expect(answer).toMatchObject({ added: 1, matched: 1 });
    expect(read.all('SELECT client_id, counterparty_inn FROM payments')).toEqual([
      { client_id: verba, counterparty_inn: '5904117712' },
    ]);
    const [allocation] = read.all<{
      invoice_id: string;
      amount_minor: number;
      confidence: number;
      reasons: string;
    }>('SELECT invoice_id, amount_minor, confidence, reasons FROM payment_allocations');
    expect(allocation).toMatchObject({
      invoice_id: first,
      amount_minor: 21960000,
      confidence: 100,
    });
    const reasons: { points: number }[] = JSON.parse(allocation?.reasons ?? '[]');
    expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(100);
  });

  it('spreads one payment over two invoices and keeps the rest as an advance', () => {
    const { session, read } = withVerba();
    run(
      session,
      statementBytes([{ ...paid, Сумма: '330000.00', НазначениеПлатежа: 'по счетам 118, 127' }]),
    );
    expect(read.all('SELECT amount_minor FROM payment_allocations ORDER BY amount_minor')).toEqual([
      { amount_minor: 10000000 },
      { amount_minor: 21960000 },
    ]);
  });

  it('books what it is not sure of without a pair, for hand matching', () => {
    const { session, read, verba } = withVerba();
    const answer = run(
      session,
      statementBytes([{ ...paid, Сумма: '500.00' }, { Сумма: '219600.00' }]),
    );
    expect(answer).toMatchObject({ added: 2, matched: 0, undecided: 0 });
    expect(read.all('SELECT client_id FROM payments ORDER BY amount_minor')).toEqual([
      { client_id: verba },
      { client_id: null },
    ]);
  });

  it('does what a person decided: another invoice, no pair, leaving out', () => {
    const { session, read, verba, second } = withVerba();
    const preview = inspectImport(session, {
      kind,
      fileName: 'x.txt',
      bytes: statementBytes([
        { ...paid, Сумма: '100.00', НазначениеПлатежа: 'по счёту 118' },
        { ...paid, Сумма: '200.00', НазначениеПлатежа: 'по счёту 118' },
        { ...paid, Сумма: '300.00', НазначениеПлатежа: 'по счёту 118' },
      ]),
    });
    const [a, b, c] = preview.rows.map((row) => row.row);
    const answer = writeImport(session, {
      token: preview.token,
      decisions: [
        decision(a ?? 0, {
          clientId: verba,
          allocations: [{ invoiceId: second, amountMinor: 10000 }],
        }),
        decision(b ?? 0),
        decision(c ?? 0, { skip: true }),
      ],
    });
    expect(answer).toMatchObject({ read: 3, added: 2, matched: 1, undecided: 1 });
    expect(
      read.all('SELECT invoice_id, amount_minor, confidence FROM payment_allocations'),
    ).toEqual([{ invoice_id: second, amount_minor: 10000, confidence: null }]);
    expect(() => writeImport(session, { token: preview.token, decisions: [] })).toThrow(
      expect.objectContaining({ code: 'import-expired' }),
    );
  });

  it.each([
    ['more than the payment', 20000, 'own'],
    ['more than the invoice has open', 99999999, 'own'],
    ['another client’s invoice', 100, 'other'],
  ])('refuses a decision over %s and writes nothing', (_name, amountMinor, whose) => {
    const { session, read, verba, first } = withVerba();
    const other = payingClient(session.workspace, {
      name: 'Пион',
      legalName: 'ИП',
      inn: '590612343318',
    });
    const preview = inspectImport(session, {
      kind,
      fileName: 'x.txt',
      bytes: statementBytes([{ ...paid, Сумма: '100.00' }]),
    });
    const before = booksDump(read);
    const clientId = whose === 'own' ? verba : other;
    expect(() =>
      writeImport(session, {
        token: preview.token,
        decisions: [
          decision(preview.rows[0]?.row ?? 0, {
            clientId,
            allocations: [{ invoiceId: first, amountMinor }],
          }),
        ],
      }),
    ).toThrow(expect.objectContaining({ code: 'import-decision-impossible' }));
    expect(booksDump(read)).toBe(before);
  });

  it('follows a correction of the bank: the sum changes, the pair stays', () => {
    const { session, read, first } = withVerba();
    const order = { ...paid, Номер: '77', НазначениеПлатежа: 'по счёту 118' };
    run(session, statementBytes([{ ...order, Сумма: '1040.00' }]));
    const preview = inspectImport(session, {
      kind,
      fileName: 'x.txt',
      bytes: statementBytes([{ ...order, Сумма: '1400.00' }]),
    });
    expect(preview.rows[0]).toMatchObject({
      state: 'changed',
      note: { key: 'import:note.was', params: { amountMinor: 104000 } },
    });
    expect(preview.rows[0]?.match?.confidence).toBe(97);
    expect(writeImport(session, { token: preview.token, decisions: [] })).toMatchObject({
      added: 0,
      updated: 1,
      matched: 1,
    });
    expect(read.all('SELECT amount_minor FROM payments')).toEqual([{ amount_minor: 140000 }]);
    expect(read.all('SELECT invoice_id, amount_minor FROM payment_allocations')).toEqual([
      { invoice_id: first, amount_minor: 140000 },
    ]);
    session.workspace.undo({ actor: 'tester', now: session.clock.now() });
    expect(read.all('SELECT amount_minor FROM payment_allocations')).toEqual([
      { amount_minor: 104000 },
    ]);
  });

  it('takes a payment recorded by hand for the same money', async () => {
    const { session, read, verba, first } = withVerba();
    const { recordPayment, allocatePayment } = await import('../../db/repositories/payments.repo');
    session.workspace.write(
      { actor: 'tester', now: 1, label: { key: 'history.test', params: {} } },
      (tx) => {
        const paymentId = recordPayment(tx, {
          direction: 'in',
          paidOn: '2026-11-23',
          amountMinor: 21960000,
          currency: 'RUB',
          clientId: verba,
        });
        allocatePayment(tx, { paymentId, invoiceId: first, amountMinor: 21960000 });
      },
    );
    const bytes = statementBytes([
      { ...paid, Сумма: '219600.00', НазначениеПлатежа: 'по счёту 118' },
    ]);
    expect(run(session, bytes)).toMatchObject({ added: 0, updated: 1 });
    expect(count(read, 'payments')).toBe(1);
    expect(read.all('SELECT invoice_id, amount_minor FROM payment_allocations')).toEqual([
      { invoice_id: first, amount_minor: 21960000 },
    ]);
    expect(run(session, bytes)).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
  });

  it('learns when a payer usually pays', () => {
    const { session } = withVerba();
    run(
      session,
      statementBytes([{ ...paid, Сумма: '219600.00', НазначениеПлатежа: 'по счёту 118' }]),
    );
    const pay = {
      ...paid,
      Сумма: '100000.00',
      ДатаПоступило: '26.11.2026',
      НазначениеПлатежа: 'за рекламу',
    };
    const preview = inspectImport(session, {
      kind,
      fileName: 'x.txt',
      bytes: statementBytes([pay]),
    });
    expect(preview.rows[0]?.match?.reasons.map((reason) => reason.code)).toContain('inn');
    expect(preview.rows[0]?.match?.confidence).toBeGreaterThanOrEqual(85);
  });
});

describe('what is asked and refused', () => {
  it('books a transfer between own accounts once a person says the direction', () => {
    const session = importSession();
    const bytes = statementBytes([{ ПлательщикСчет: OWN, ДатаСписано: '24.11.2026' }]);
    const preview = inspectImport(session, { kind, fileName: 'x.txt', bytes });
    expect(preview.rows[0]).toMatchObject({ state: 'undecided', direction: null });
    expect(preview.rows[0]?.sides.map((side) => side.direction)).toEqual(['out', 'in']);
    const answer = writeImport(session, {
      token: preview.token,
      decisions: [decision(preview.rows[0]?.row ?? 0, { direction: 'out' })],
    });
    expect(answer).toMatchObject({
      added: 1,
      undecided: 0,
      totals: { RUB: { in: '0.00', out: '100.00' } },
    });
    expect(run(session, bytes)).toMatchObject({ added: 0, unchanged: 1, undecided: 0 });
  });

  it('books a spoiled sum as a person reads it, and knows it afterwards', () => {
    const session = importSession();
    const bytes = statementBytes([{ Сумма: '125ОО.00' }]);
    const preview = inspectImport(session, { kind, fileName: 'x.txt', bytes });
    expect(preview.rows[0]).toMatchObject({
      state: 'refused',
      suggestedMinor: 1250000,
      amountText: '125ОО.00',
    });
    expect(preview.rows[0]?.problem?.message).toContain('2 буквы «О»');
    const row = preview.rows[0]?.row ?? 0;
    expect(
      writeImport(session, {
        token: preview.token,
        decisions: [decision(row, { amountMinor: 1250000 })],
      }),
    ).toMatchObject({ added: 1, refused: 0 });
    expect(run(session, statementBytes([{ Сумма: '12500.00' }]))).toMatchObject({
      added: 0,
      unchanged: 1,
    });
  });

  it('gives the refused rows back as a statement that can be mended and imported', () => {
    const session = importSession();
    const preview = inspectImport(session, {
      kind,
      fileName: 'day.txt',
      bytes: bankFixture('traps_v103_cp1251.txt'),
    });
    writeImport(session, { token: preview.token, decisions: [] });
    const again = inspectImport(session, {
      kind,
      fileName: 'day.txt',
      bytes: bankFixture('traps_v103_cp1251.txt'),
    });
    const { fileName, text } = refusedRowsOf(session, again.token);
    expect(fileName).toBe('day-refused.txt');
    const mended = text
      .replace('125ОО.00', '12500.00')
      .replaceAll('30.02.2026', '28.02.2026')
      .replace('99999999999999999.00', '1.00');
    expect(run(session, new TextEncoder().encode(mended))).toMatchObject({
      read: 3,
      added: 3,
      refused: 0,
    });
  });

  it('shows a preview that keeps its contract, with the balance and the fields', () => {
    const session = importSession();
    const preview = inspectImport(session, {
      kind,
      fileName: 'vtb.txt',
      bytes: bankFixture('vtb_one_day_v102_utf8.txt'),
    });
    expect(importPreviewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({
      format: '1CClientBankExchange 1.02',
      encoding: 'UTF-8',
      encodingReason: { key: 'import:encoding.against', params: { declared: 'Windows' } },
      accounts: [{ number: '40702810200000000001', isNew: true }],
      balance: {
        openingMinor: 4532991,
        inMinor: 4000000,
        outMinor: 4118400,
        closingMinor: 4414591,
        computedMinor: 4414591,
      },
    });
    expect(preview.fields.filter((field) => field.target !== null).length).toBeGreaterThan(5);
    expect(count(session.workspace.read, 'payments')).toBe(0);
  });

  it('refuses a sum beyond the range and a day that does not exist with their lines', () => {
    const session = importSession();
    const { problems } = run(session, bankFixture('traps_v103_cp1251.txt'));
    expect(problems.map(({ row, field }) => [row, field]).slice(-3)).toEqual([
      [21, 'Сумма'],
      [31, 'Дата'],
      [41, 'Сумма'],
    ]);
    for (const { message } of problems) expect(message).not.toContain('{{');
  });

  it('reads and books 5,000 operations in a few seconds', () => {
    const session = importSession();
    const client = payingClient(session.workspace, {
      name: 'Верба',
      legalName: 'ООО «Верба Мед»',
      inn: '5904117712',
    });
    for (let index = 0; index < 40; index += 1) {
      openInvoice(session.workspace, {
        clientId: client,
        number: String(200 + index),
        amountMinor: 1000 + index,
      });
    }
    const documents = Array.from({ length: 5000 }, (_, index) => ({
      Номер: String(index),
      Сумма: `${index + 1}.00`,
      ПлательщикИНН: index % 2 === 0 ? '5904117712' : '7700000000',
      НазначениеПлатежа: `по счёту ${index}`,
    }));
    const bytes = new TextEncoder().encode(statement(documents));
    const started = performance.now();
    expect(run(session, bytes)).toMatchObject({ read: 5000, added: 5000 });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('throws only application errors for a kind or token nobody knows', () => {
    expect(() => refusedRowsOf(importSession(), 'nothing')).toThrow(AppError);
  });
});
