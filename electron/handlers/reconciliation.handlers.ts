import type { Handlers } from '../ipc/dispatcher';
import {
  amendVendorDocument,
  billLine,
  decideBreak,
  listDocumentLines,
  listUnbilledLines,
  listVendorDocuments,
  recordVendorDocument,
  removeVendorDocument,
  reopenBreak,
  setTolerance,
  showReconciliation,
} from '../services/reconciliation/reconciliation.service';
import type { Session } from '../services/session';

type Methods =
  | 'reconciliation/show'
  | 'reconciliation/decide'
  | 'reconciliation/reopen'
  | 'reconciliation/set-tolerance'
  | 'reconciliation/list-unbilled-lines'
  | 'reconciliation/bill-line'
  | 'vendor-documents/list'
  | 'vendor-documents/record'
  | 'vendor-documents/amend'
  | 'vendor-documents/list-lines'
  | 'vendor-documents/remove';

/** Media on three sides: the platform's statistics, vendors' documents and the client's invoices. */
export function reconciliationHandlers(session: () => Session): Handlers<Methods> {
  return {
    'reconciliation/show': (input) => showReconciliation(session(), input),
    'reconciliation/decide': (input) => decideBreak(session(), input),
    'reconciliation/reopen': (input) => reopenBreak(session(), input),
    'reconciliation/set-tolerance': (input) => setTolerance(session(), input),
    'reconciliation/list-unbilled-lines': (input) => listUnbilledLines(session(), input),
    'reconciliation/bill-line': (input) => billLine(session(), input),
    'vendor-documents/list': (input) => listVendorDocuments(session(), input),
    'vendor-documents/record': (input) => recordVendorDocument(session(), input),
    'vendor-documents/amend': (input) => amendVendorDocument(session(), input),
    'vendor-documents/list-lines': (input) => listDocumentLines(session(), input),
    'vendor-documents/remove': (input) => removeVendorDocument(session(), input),
  };
}
