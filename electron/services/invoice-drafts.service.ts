import { readInvoiceDrafts } from '../../db/queries/budgets.query';
import { findClient } from '../../db/repositories/clients.repo';
import {
  addMediaBilling,
  findInvoiceDraft,
  type InvoiceDraftRow,
  listInvoiceDraftLines,
  removeInvoiceDraft,
} from '../../db/repositories/invoice-drafts.repo';
import { issueInvoice, listInvoiceLines } from '../../db/repositories/invoices.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { PlanRates } from './media-plans/plan-model';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Drafts of invoices from approved media plans, by month. */
export function listInvoiceDrafts(
  session: Session,
  { clientId }: Input<'invoice-drafts/list'>,
): Output<'invoice-drafts/list'> {
  const read = readOf(session);
  return {
    drafts: readInvoiceDrafts(read, clientId).map(({ revision: _, ...draft }) => ({
      ...draft,
      lines: listInvoiceDraftLines(read, draft.id).map(
        ({ id: _id, draftId: _draft, position: _position, revision: _revision, ...line }) => line,
      ),
    })),
  };
}

function requireDraft(session: Session, id: string): InvoiceDraftRow {
  const draft = findInvoiceDraft(readOf(session), id);
  if (draft === undefined) throw new AppError('invoice-draft-gone');
  return draft;
}

/**
 * Issues the invoice of a draft and says which media its lines bill; the draft is gone. Where the plan's VAT
 * goes by date, the document takes the rate of its own day. Throws `invoice-draft-gone`,
 * `invoice-number-taken`, `invoice-due-before-issued`.
 */
export function issueInvoiceDraft(session: Session, input: Input<'invoice-drafts/issue'>): Done {
  const { id, number, issuedOn, dueOn } = input;
  const read = readOf(session);
  const draft = requireDraft(session, id);
  const client = findClient(read, draft.clientId);
  if (client === undefined) throw new AppError('client-not-found');
  const lines = listInvoiceDraftLines(read, id);
  const ofDay = draft.vatMode === 'by-date' ? new PlanRates(read).ratePpm('vat', issuedOn) : null;
  return act(session, 'issue-invoice', { number, client: client.name }, (tx) => {
    const invoiceId = issueInvoice(tx, {
      clientId: draft.clientId,
      number,
      issuedOn,
      dueOn,
      currency: draft.currency,
      vatMode: 'on-top',
      lines: lines.map(({ title, netMinor, vatPpm }) => ({
        title,
        amountMinor: netMinor,
        vatPpm: ofDay ?? vatPpm,
      })),
    });
    const issued = listInvoiceLines(tx, invoiceId);
    lines.forEach(({ channel, part, netMinor }, index) => {
      const line = issued[index];
      // Fees are no media: nothing is to be reconciled with platforms and vendors.
      if (line === undefined || part === 'fees') return;
      addMediaBilling(tx, {
        invoiceLineId: line.id,
        clientId: draft.clientId,
        month: draft.month,
        channel,
        part,
        netMinor,
        planId: draft.planId,
      });
    });
    removeInvoiceDraft(tx, id);
    return { id: invoiceId };
  });
}

/** Throws a draft away: the plan's money of that month is not billed. */
export function discardInvoiceDraft(
  session: Session,
  { id }: Input<'invoice-drafts/discard'>,
): Done {
  const draft = requireDraft(session, id);
  act(session, 'discard-invoice-draft', { month: draft.month }, (tx) => removeInvoiceDraft(tx, id));
  return { id };
}
