import {
  findInvoiceLine,
  readDocumentLines,
  readUnbilledLines,
  readVendorDocuments,
} from '../../../db/queries/reconciliation.query';
import type { ReadDb } from '../../../db/read-db';
import { addMediaBilling } from '../../../db/repositories/invoice-drafts.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import {
  addVendorDocument,
  amendVendorDocument as amendDocument,
  findVendorDocument,
  reopenBreak as removeDecision,
  removeVendorDocument as removeDocument,
  decideBreak as writeDecision,
  setTolerance as writeTolerance,
} from '../../../db/repositories/reconciliation.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { VendorDocumentFields } from '../../../shared/contract/reconciliation.contract';
import { addMonths, monthPeriod } from '../../../shared/domain/dates';
import { requireClient } from '../clients.service';
import { act, readOf, type Session } from '../session';
import { readReconciliation } from './reconciliation-model';

type Done = { id: string };

/** Months after its own in which a month's media may be billed. */
const BILLED_WITHIN_MONTHS = 2;

/** Platform, vendor and client side by side. Throws `period-invalid`. */
export function showReconciliation(
  session: Session,
  input: Input<'reconciliation/show'>,
): Output<'reconciliation/show'> {
  const { from, to } = input;
  if (to < from) throw new AppError('period-invalid', { from, to });
  return readReconciliation(readOf(session), input);
}

/** Explains or settles a break at the amount it was shown with. */
export function decideBreak(session: Session, input: Input<'reconciliation/decide'>): Done {
  const read = readOf(session);
  requireClient(read, input.clientId);
  const decidedBy = findPerson(read, session.actor)?.name ?? '';
  const decidedOn = session.clock.today();
  const { channel, month } = input;
  return act(session, 'decide-break', { channel, month }, (tx) => ({
    id: writeDecision(tx, { ...input, decidedBy, decidedOn }),
  }));
}

/** Opens a break again. Throws `row-not-found`. */
export function reopenBreak(session: Session, input: Input<'reconciliation/reopen'>): Done {
  const { channel, month } = input;
  return act(session, 'reopen-break', { channel, month }, (tx) => ({
    id: removeDecision(tx, input),
  }));
}

/** Sets up to what difference sides agree; minor units of each currency. */
export function setTolerance(
  session: Session,
  { toleranceMinor }: Input<'reconciliation/set-tolerance'>,
): Output<'reconciliation/set-tolerance'> {
  act(session, 'set-tolerance', {}, (tx) => writeTolerance(tx, toleranceMinor));
  return {};
}

/** Lines of the invoices issued in a month and the two after it that bill no media yet. */
export function listUnbilledLines(
  session: Session,
  { clientId, month }: Input<'reconciliation/list-unbilled-lines'>,
): Output<'reconciliation/list-unbilled-lines'> {
  const { from } = monthPeriod(month);
  const { to } = monthPeriod(addMonths(month, BILLED_WITHIN_MONTHS));
  return { lines: readUnbilledLines(readOf(session), clientId, from, to) };
}

/** Says which media an issued line bills. Throws `invoice-line-billed`, `billing-channel-missing`. */
export function billLine(session: Session, input: Input<'reconciliation/bill-line'>): Done {
  const line = findInvoiceLine(readOf(session), input.invoiceLineId);
  if (line === undefined) throw new AppError('row-not-found');
  const { clientId, number, netMinor } = line;
  if (line.isBilled === 1) throw new AppError('invoice-line-billed', { number });
  if (input.part === 'media' && input.channel.trim() === '') {
    throw new AppError('billing-channel-missing', { number });
  }
  return act(session, 'bill-media', { number, channel: input.channel }, (tx) => ({
    id: addMediaBilling(tx, { ...input, clientId, netMinor }),
  }));
}

/** Vendors' documents of some months. */
export function listVendorDocuments(
  session: Session,
  input: Input<'vendor-documents/list'>,
): Output<'vendor-documents/list'> {
  return { documents: readVendorDocuments(readOf(session), input) };
}

/** Lines of approved media plans that a vendor's document of a month can be for. */
export function listDocumentLines(
  session: Session,
  { clientId, month }: Input<'vendor-documents/list-lines'>,
): Output<'vendor-documents/list-lines'> {
  return { lines: readDocumentLines(readOf(session), clientId, month) };
}

/**
 * Records a vendor's document of one month. Throws `vendor-document-months`, `vendor-document-taken`,
 * `vendor-document-line`.
 */
export function recordVendorDocument(
  session: Session,
  input: Input<'vendor-documents/record'>,
): Done {
  assertDocument(readOf(session), input, null);
  const { number, vendor } = input;
  return act(session, 'record-vendor-document', { number, vendor }, (tx) => ({
    id: addVendorDocument(tx, input),
  }));
}

/** Puts a recorded document right. Throws as `recordVendorDocument` does, and `row-not-found`. */
export function amendVendorDocument(
  session: Session,
  { id, revision, fields }: Input<'vendor-documents/amend'>,
): Done {
  const read = readOf(session);
  if (findVendorDocument(read, id) === undefined) throw new AppError('row-not-found');
  assertDocument(read, fields, id);
  const { number, vendor } = fields;
  act(session, 'amend-vendor-document', { number, vendor }, (tx) =>
    amendDocument(tx, id, fields, revision),
  );
  return { id };
}

function assertDocument(read: ReadDb, input: VendorDocumentFields, ownId: string | null): void {
  const { fromOn, toOn, clientId, vendor, number, lineId } = input;
  requireClient(read, clientId);
  if (toOn < fromOn) throw new AppError('period-invalid', { from: fromOn, to: toOn });
  const month = toOn.slice(0, 7);
  if (!fromOn.startsWith(month)) throw new AppError('vendor-document-months', { number });
  const same = readVendorDocuments(read, { clientId, from: month, to: month }).some(
    (row) =>
      row.id !== ownId &&
      row.vendor === vendor &&
      row.kind === input.kind &&
      row.number === number &&
      row.datedOn === input.datedOn &&
      row.channel === input.channel,
  );
  if (same) throw new AppError('vendor-document-taken', { number, vendor });
  if (lineId === null) return;
  if (!readDocumentLines(read, clientId, month).some((line) => line.id === lineId)) {
    throw new AppError('vendor-document-line', { number, month });
  }
}

/** Removes a vendor's document. Throws `row-not-found`. */
export function removeVendorDocument(
  session: Session,
  { id }: Input<'vendor-documents/remove'>,
): Done {
  const document = findVendorDocument(readOf(session), id);
  if (document === undefined) throw new AppError('row-not-found');
  const { number, vendor } = document;
  act(session, 'remove-vendor-document', { number, vendor }, (tx) => removeDocument(tx, id));
  return { id };
}
