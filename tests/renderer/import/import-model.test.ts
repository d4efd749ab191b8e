import { describe, expect, it } from 'vitest';
import {
  checkOf,
  decisionsOf,
  groupOf,
  isOpen,
  plannedPair,
  type RowChoice,
  spread,
  takenByInvoice,
  totalsOf,
} from '../../../renderer/features/import/import-model';
import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.contract';

function match(confidence: number, invoiceId = 'i1', amountMinor = 100): PreviewRow['match'] {
  return {
    clientId: 'c1',
    confidence,
    reasons: [],
    allocations: [{ invoiceId, invoiceNumber: '118', amountMinor, isPart: false }],
  };
}

function row(line: number, more: Partial<PreviewRow> = {}): PreviewRow {
  return {
    row: line,
    state: 'new',
    direction: 'in',
    on: '2026-11-24',
    counterparty: 'ООО',
    inn: null,
    purpose: '',
    amountMinor: 100,
    amountText: '1.00',
    currency: 'RUB',
    suggestedMinor: null,
    sides: [],
    match: null,
    problem: null,
    note: null,
    ...more,
  };
}

function preview(rows: PreviewRow[], more: Partial<ImportPreview> = {}): ImportPreview {
  return {
    token: 't',
    kind: 'bank-1c',
    fileName: 'f',
    format: '1C',
    encoding: 'UTF-8',
    encodingReason: { key: 'x', params: {} },
    currency: 'RUB',
    accounts: [],
    period: { from: null, to: null },
    balance: null,
    warnings: [],
    fields: [],
    plan: null,
    campaigns: [],
    lines: [],
    rows,
    answer: {
      kind: 'bank-1c',
      read: rows.length,
      added: 0,
      updated: 0,
      unchanged: 0,
      refused: 0,
      notBooked: 0,
      undecided: 0,
      matched: 0,
      accounts: [],
      problems: [],
      totals: {},
    },
    ...more,
  };
}

const choices = (...list: [number, RowChoice][]) => new Map(list);

describe('groups', () => {
  it.each([
    [row(1, { match: match(85) }), 'sure'],
    [row(1, { match: match(84) }), 'ask'],
    [row(1), 'ask'],
    [row(1, { direction: 'out' }), 'plain'],
    [row(1, { state: 'undecided', direction: null }), 'ask'],
    [row(1, { state: 'refused', direction: null, amountMinor: null }), 'refused'],
    [row(1, { state: 'not-booked' }), 'notBooked'],
    [row(1, { state: 'unchanged', match: match(100) }), 'unchanged'],
  ])('%#', (given, group) => expect(groupOf(given)).toBe(group));

  it('keeps a row where it stands once it is decided, but waits no more', () => {
    const asked = row(1, { match: match(70) });
    expect(isOpen(asked, undefined)).toBe(true);
    expect(isOpen(asked, { pair: 'accept' })).toBe(false);
    expect(groupOf(asked)).toBe('ask');
  });
});

describe('decisions', () => {
  it('sends nothing for what the engine does by itself', () => {
    expect(decisionsOf(preview([row(1, { match: match(100) }), row(2)]), new Map())).toEqual([]);
  });

  it('sends what a person said, row by row', () => {
    const rows = [
      row(1, { match: match(70) }),
      row(2, { match: match(100) }),
      row(3),
      row(4),
      row(5, { state: 'undecided', direction: null, sides: [{ direction: 'in', account: 'a' }] }),
      row(6, { state: 'refused', direction: null, amountMinor: null, suggestedMinor: 500 }),
    ];
    const base = { skip: false, direction: null, clientId: null, allocations: [] };
    expect(
      decisionsOf(
        preview(rows),
        choices(
          [1, { pair: 'accept' }],
          [2, { pair: 'none' }],
          [3, { pair: { clientId: 'c2', allocations: [{ invoiceId: 'i9', amountMinor: 50 }] } }],
          [4, { skip: true }],
          [5, { direction: 'in', account: 'a' }],
          [6, { amountMinor: 500 }],
        ),
      ),
    ).toEqual([
      { ...base, row: 1, clientId: 'c1', allocations: [{ invoiceId: 'i1', amountMinor: 100 }] },
      { ...base, row: 2 },
      { ...base, row: 3, clientId: 'c2', allocations: [{ invoiceId: 'i9', amountMinor: 50 }] },
      { ...base, row: 4, skip: true },
      { ...base, row: 5, direction: 'in', account: 'a' },
      { ...base, row: 6, amountMinor: 500 },
    ]);
  });
});

describe('what will be written', () => {
  const rows = [
    row(1, { match: match(100) }),
    row(2, { direction: 'out', amountMinor: 30 }),
    row(3, { state: 'undecided', direction: null, amountMinor: 7 }),
    row(4, { state: 'refused', direction: null, amountMinor: null }),
    row(5, { state: 'unchanged' }),
    row(6, { currency: 'EUR', amountMinor: 9 }),
  ];

  it('counts rows and the money of the statement’s currency', () => {
    expect(totalsOf(preview(rows), new Map())).toEqual({ written: 3, received: 100, spent: 30 });
    expect(
      totalsOf(
        preview(rows),
        choices([1, { skip: true }], [3, { direction: 'out' }], [4, { amountMinor: 5 }]),
      ),
    ).toEqual({ written: 4, received: 0, spent: 37 });
  });

  it('takes from invoices what is sure or said, never a mere suggestion', () => {
    const some = preview([row(1, { match: match(100) }), row(2, { match: match(70, 'i2') })]);
    expect(takenByInvoice(some, new Map())).toEqual(new Map([['i1', 100]]));
    expect(takenByInvoice(some, choices([2, { pair: 'accept' }]))).toEqual(
      new Map([
        ['i1', 100],
        ['i2', 100],
      ]),
    );
    expect(takenByInvoice(some, choices([1, { pair: 'none' }]))).toEqual(new Map());
    expect(takenByInvoice(some, new Map(), 1)).toEqual(new Map());
    expect(plannedPair(row(3, { match: match(100) }), { skip: true })).toBeNull();
  });

  it('spreads a sum over invoices in order and leaves the rest', () => {
    expect(
      spread(100, [
        { id: 'a', openMinor: 60 },
        { id: 'b', openMinor: 60 },
      ]),
    ).toEqual({
      allocations: [
        { invoiceId: 'a', amountMinor: 60 },
        { invoiceId: 'b', amountMinor: 40 },
      ],
      restMinor: 0,
    });
    expect(spread(100, [{ id: 'a', openMinor: 60 }]).restMinor).toBe(40);
  });
});

describe('the bank’s balance', () => {
  const balance = {
    openingMinor: 0,
    inMinor: 100,
    outMinor: 0,
    closingMinor: 150,
    computedMinor: 100,
  };
  const refused = row(4, { state: 'refused', direction: null, amountMinor: null });

  it('names the refused row that is missing, and agrees once it is mended', () => {
    const some = preview([row(1), refused], { balance });
    expect(checkOf(some, new Map())).toEqual({ kind: 'except', row: 4, differenceMinor: -50 });
    expect(checkOf(some, choices([4, { amountMinor: 50 }]))).toEqual({ kind: 'agrees' });
    expect(checkOf(some, choices([4, { amountMinor: 20 }]))).toEqual({
      kind: 'differs',
      differenceMinor: -30,
    });
  });

  it('says when there is nothing to hold against', () => {
    expect(checkOf(preview([row(1)]), new Map())).toEqual({ kind: 'unknown' });
    const warnings = [{ key: 'import:problem.balance-days', params: {} }];
    expect(checkOf(preview([row(1)], { balance, warnings }), new Map())).toEqual({
      kind: 'excerpt',
    });
  });
});
