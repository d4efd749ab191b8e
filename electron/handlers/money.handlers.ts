import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/contract/app-error';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { listCampaigns, mapCampaign } from '../services/ad-mapping.service';
import type { BackupSchedule } from '../services/backups.service';
import { inspectAgain, inspectImport, writeImport } from '../services/import/import-engine';
import { reviewMovingIn } from '../services/import/moving-in-review';
import { recogniseKind } from '../services/import/recognise-kind';
import { readSheets } from '../services/import/workbook-rows';
import {
  allocatePayment,
  cancelInvoice,
  issueInvoice,
  listOpenInvoices,
  listUnallocatedPayments,
  nextInvoiceNumber,
  recordPayment,
  releasePayment,
} from '../services/money.service';
import type { Session } from '../services/session';

type Methods =
  | 'invoices/next-number'
  | 'invoices/issue'
  | 'invoices/cancel'
  | 'invoices/list-open'
  | 'payments/record'
  | 'payments/list-unallocated'
  | 'payments/allocate'
  | 'payments/release'
  | 'imports/list-campaigns'
  | 'imports/map-campaign'
  | 'imports/choose-table'
  | 'imports/inspect'
  | 'imports/review-tasks'
  | 'imports/write';

/** Files larger than any bank statement are not read at all. */
const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

async function readImport(path: string): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', {
      path,
      reason: code,
    });
  }
  if (bytes.length > MAX_IMPORT_BYTES)
    throw new AppError('file-unreadable', { path, reason: `${bytes.length} bytes` });
  return bytes;
}

/** Invoices, payments and what comes in from the bank. */
export function moneyHandlers(
  session: () => Session,
  backups: () => BackupSchedule,
  dialogs: Dialogs,
): Handlers<Methods> {
  return {
    'invoices/next-number': (input) => nextInvoiceNumber(session(), input),
    'invoices/issue': (input) => issueInvoice(session(), input),
    'invoices/cancel': (input) => cancelInvoice(session(), input),
    'invoices/list-open': (input) => listOpenInvoices(session(), input),
    'payments/record': (input) => recordPayment(session(), input),
    'payments/list-unallocated': () => listUnallocatedPayments(session()),
    'payments/allocate': (input) => allocatePayment(session(), input),
    'payments/release': (input) => releasePayment(session(), input),
    'imports/list-campaigns': (input) => listCampaigns(session(), input),
    'imports/map-campaign': (input) => mapCampaign(session(), input),
    'imports/choose-table': async () => ({ path: await dialogs.openImport('table') }),
    'imports/inspect': async ({ kind, path, token, clientId = null, ...said }) => {
      const about = { client: clientId, ...said };
      if (token !== undefined) return { preview: inspectAgain(session(), token, about) };
      const asked = kind === 'bank-1c' ? 'bank-file' : 'table-file';
      const chosen = path ?? (await dialogs.openImport(asked));
      if (chosen === null) return { preview: null };
      const bytes = await readImport(chosen);
      const file = await readSheets({ bytes, fileName: basename(chosen), about });
      return { preview: inspectImport(session(), { kind: recogniseKind(kind, file), ...file }) };
    },
    'imports/review-tasks': (input) => reviewMovingIn(session(), input),
    'imports/write': (input) =>
      writeImport(session(), input, () => {
        backups().run('import');
      }),
  };
}
