import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/contract/app-error';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { previewBriefForm } from '../services/brief-forms/form-import';
import { takeAnswers } from '../services/brief-forms/take-answers';
import { requireBrief } from '../services/briefs.service';
import { safeFileName } from '../services/safe-file-name';
import { readOf, type Session } from '../services/session';
import { writeOutput } from '../services/write-output';

type Methods = 'briefs/export-form' | 'briefs/read-form' | 'briefs/take-answers';

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (reason === 'ENOENT') throw new AppError('file-not-found', { path });
    throw new AppError('file-unreadable', { path, reason });
  }
}

/** Briefs that clients fill in as Word documents and workbooks. */
export function briefFormHandlers(session: () => Session, dialogs: Dialogs): Handlers<Methods> {
  return {
    'briefs/export-form': async ({ id, format }) => {
      const { head } = requireBrief(readOf(session()), id);
      const path = await dialogs.saveAs(safeFileName(`${head.clientName}. ${head.title}`, format));
      if (path === null) return { path };
      const read = readOf(session());
      const { briefToDocx } = await import('../services/brief-forms/docx-form');
      const { briefToXlsx } = await import('../services/brief-forms/xlsx-form');
      const make = format === 'docx' ? briefToDocx : briefToXlsx;
      writeOutput(path, await make(read, id, null));
      return { path };
    },
    'briefs/read-form': async ({ id }) => {
      const path = await dialogs.openImport('brief-form');
      if (path === null) return { form: null };
      const file = { bytes: await bytesOf(path), fileName: basename(path) };
      return { form: previewBriefForm(readOf(session()), file, id) };
    },
    'briefs/take-answers': (input) => takeAnswers(session(), input),
  };
}
