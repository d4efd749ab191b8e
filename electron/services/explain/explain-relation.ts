import { type InvoiceQueryRow, readClientInvoices } from '../../../db/queries/clients.query';
import type { ReadDb } from '../../../db/read-db';
import { listContactLog, listNpsAnswers } from '../../../db/repositories/care.repo';
import type { FigureId } from '../../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../../shared/contract/primitives';
import { diffDays } from '../../../shared/domain/dates';
import { requireClient } from '../clients.service';
import { figureOf, ratioPpm, unknownFigure } from '../profit-line';
import { type Draft, factInput, figureInput, type Input, type Row, say } from './draft';

/** Figures of what a client owes and of how the relation stands; balances of a day. */
export type RelationFigureId = Extract<
  FigureId,
  'receivables' | 'overdue' | 'credit-limit-used' | 'above-limit' | 'nps' | 'silent-days'
>;

type Debt = {
  readonly clientId: string;
  readonly currency: string;
  readonly limitMinor: number | null;
  readonly asOf: string;
  readonly open: readonly InvoiceQueryRow[];
};

function debtOf(read: ReadDb, clientId: string, asOf: string): Debt {
  const client = requireClient(read, clientId);
  return {
    clientId,
    currency: client.currency,
    limitMinor: client.creditLimitMinor,
    asOf,
    open: readClientInvoices(read, clientId, asOf)
      .filter((row) => row.cancelledAt === null && row.grossMinor > row.paidMinor)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
  };
}

function rowOf(debt: Debt, invoice: InvoiceQueryRow): Row {
  const days = diffDays(invoice.dueOn, debt.asOf);
  const params = { number: invoice.number, issuedOn: invoice.issuedOn };
  return {
    label: say('row.invoice', params),
    source:
      days > 0
        ? say('source.overdue', { count: days })
        : say('source.due', { dueOn: invoice.dueOn }),
    link: `/clients/${debt.clientId}/receivables`,
    unit: 'money',
    value: invoice.grossMinor - invoice.paidMinor,
    count: 1,
  };
}

function openMinor(invoices: readonly InvoiceQueryRow[]): number {
  return invoices.reduce((sum, row) => sum + row.grossMinor - row.paidMinor, 0);
}

function isOverdue(debt: Debt, invoice: InvoiceQueryRow): boolean {
  return invoice.dueOn < debt.asOf;
}

function limitFigure(debt: Debt): FigureDto {
  return debt.limitMinor === null
    ? unknownFigure([{ code: 'credit-limit', params: {} }])
    : figureOf(debt.limitMinor);
}

function balance(debt: Debt, id: 'receivables' | 'overdue'): Draft {
  const invoices =
    id === 'receivables' ? debt.open : debt.open.filter((invoice) => isOverdue(debt, invoice));
  const value = openMinor(invoices);
  return {
    unit: 'money',
    currency: debt.currency,
    figure: figureOf(value),
    formula: say(`formula.${id}`, { asOf: debt.asOf }),
    inputs: [],
    rows: invoices.map((invoice) => rowOf(debt, invoice)),
    rowsTotal: { label: say(`name.${id}`), unit: 'money', value },
    notes: [],
  };
}

function againstLimit(debt: Debt, id: 'credit-limit-used' | 'above-limit'): Draft {
  const receivables = balance(debt, 'receivables');
  const limit = limitFigure(debt);
  const debtMinor = receivables.rowsTotal.value ?? 0;
  const inputs: Input[] = [
    figureInput('receivables', 'money', receivables.figure),
    factInput('credit-limit', 'money', limit),
  ];
  if (id === 'credit-limit-used') {
    const figure = limit.value === null ? limit : figureOf(ratioPpm(debtMinor, limit.value));
    return { ...receivables, unit: 'ppm', figure, formula: say(`formula.${id}`), inputs };
  }
  if (limit.value === null) {
    return { ...receivables, figure: limit, formula: say(`formula.${id}`), inputs };
  }
  const above = debtMinor - limit.value;
  const limitRow: Row = {
    label: say('input.credit-limit'),
    source: say('source.client-card'),
    link: `/clients/${debt.clientId}/details`,
    unit: 'money',
    value: -limit.value,
    count: 1,
  };
  return {
    ...receivables,
    figure: figureOf(Math.max(0, above)),
    formula: say(`formula.${id}`),
    inputs,
    rows: [...receivables.rows, limitRow],
    rowsTotal: { label: say('input.over-limit'), unit: 'money', value: above },
    notes: above > 0 ? [] : [say('note.within-limit')],
  };
}

function explainNps(read: ReadDb, clientId: string, asOf: string): Draft {
  const answers = listNpsAnswers(read, clientId).filter((answer) => answer.answeredOn <= asOf);
  const newest = answers.at(-1);
  const before = answers.at(-2);
  return {
    unit: 'score',
    currency: null,
    figure: figureOf(newest?.score ?? null),
    formula: say('formula.nps-client'),
    inputs:
      before === undefined ? [] : [factInput('score-before', 'score', figureOf(before.score))],
    rows:
      newest === undefined
        ? []
        : [
            {
              label: say('row.answer', { on: newest.answeredOn, comment: newest.comment }),
              source: say('source.answer'),
              link: `/clients/${clientId}/details`,
              unit: 'score',
              value: newest.score,
              count: 1,
            },
          ],
    rowsTotal: { label: say('name.nps-client'), unit: 'score', value: newest?.score ?? null },
    notes: newest === undefined ? [say('note.no-answers')] : [],
  };
}

function explainSilence(read: ReadDb, clientId: string, asOf: string): Draft {
  const last = listContactLog(read, clientId)
    .filter((contact) => contact.contactedOn <= asOf)
    .sort((a, b) => (a.contactedOn > b.contactedOn ? -1 : 1))[0];
  const value = last === undefined ? null : diffDays(last.contactedOn, asOf);
  return {
    unit: 'days',
    currency: null,
    figure: figureOf(value),
    formula: say('formula.silent-days', { asOf }),
    inputs: [],
    rows:
      last === undefined
        ? []
        : [
            {
              label: say(`row.contact-${last.channel}`, { on: last.contactedOn }),
              source: say('source.contact-log'),
              link: `/clients/${clientId}/details`,
              unit: 'days',
              value,
              count: 1,
            },
          ],
    rowsTotal: { label: say('name.silent-days'), unit: 'days', value },
    notes: last === undefined ? [say('note.no-contacts')] : [],
  };
}

/** What a client owes on a day, or how the relation stands on it. Throws `client-not-found`. */
export function explainRelation(
  read: ReadDb,
  clientId: string,
  id: RelationFigureId,
  asOf: string,
): Draft {
  switch (id) {
    case 'nps':
      return explainNps(read, clientId, asOf);
    case 'silent-days':
      return explainSilence(read, clientId, asOf);
    case 'receivables':
    case 'overdue':
      return balance(debtOf(read, clientId, asOf), id);
    case 'credit-limit-used':
    case 'above-limit':
      return againstLimit(debtOf(read, clientId, asOf), id);
  }
}

/** Whether the figure is of the relation and not of the profit and loss. */
export function isRelationFigure(id: FigureId): id is RelationFigureId {
  return (
    id === 'receivables' ||
    id === 'overdue' ||
    id === 'credit-limit-used' ||
    id === 'above-limit' ||
    id === 'nps' ||
    id === 'silent-days'
  );
}
