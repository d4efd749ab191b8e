import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { briefToDocx } from '../../electron/services/brief-forms/docx-form';
import { briefToXlsx } from '../../electron/services/brief-forms/xlsx-form';
import { addBrief, answerBrief, requireBrief } from '../../electron/services/briefs.service';
import type { Answer } from '../../shared/contract/briefs.contract';
import { fieldsOf } from '../../shared/domain/brief-templates';
import { edited, fileBytes } from '../helpers/archives';
import { changesOf, preview } from '../helpers/brief-forms';
import { newSession } from '../helpers/db-session';
import { hasLibreOffice } from '../helpers/libre-office';

/** The file as LibreOffice saves it again; null where it has not the part that opens it. */
function saved(folder: string, name: string, bytes: Uint8Array, filter: string): Uint8Array | null {
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const out = join(folder, 'out');
  try {
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', filter, '--outdir', out, join(folder, name)],
      { stdio: 'ignore' },
    );
    return fileBytes(join(out, name));
  } catch {
    return null;
  }
}

it(hasLibreOffice
  ? 'a form that LibreOffice opened and saved says the same, and what was filled in is read'
  : 'LibreOffice is not available here: forms are read as we and Word write them only', () => {
  if (!hasLibreOffice) return;
  return roundTrip();
}, 180_000);

async function roundTrip(): Promise<void> {
  const session = newSession();
  const { read } = session.workspace;
  const about = {
    clientId: 'ural',
    templateKey: 'creative',
    title: 'Осень',
    language: 'ru',
  } as const;
  const { id } = addBrief(session, about);
  const say = (fieldKey: string, answer: Answer): void => {
    answerBrief(session, { id, fieldKey, answer });
  };
  say('budget', { type: 'money', minor: 123_456_789, currency: 'EUR', includesVat: false });
  say('starts-on', { type: 'date', on: '2026-12-01' });
  say('tone', { type: 'choice', choice: 'bold' });
  say('deliverables', {
    type: 'table',
    rows: [
      ['Щит', '3 × 6 м', '12'],
      ['Ролик', '', '1 500'],
    ],
  });
  for (const { field } of fieldsOf(requireBrief(read, id).template)) {
    if (field.type === 'text' && field.required)
      say(field.key, { type: 'text', text: `Ответ «${field.key}»` });
    if (field.type === 'list') say(field.key, { type: 'list', items: ['Один', 'Два'] });
  }
  const folder = mkdtempSync(join(tmpdir(), 'agency-forms-'));
  try {
    const xlsx = saved(folder, 'form.xlsx', await briefToXlsx(read, id, null), 'xlsx');
    if (xlsx !== null) expect(changesOf(preview(session, xlsx))).toEqual({});
    const docx = saved(
      folder,
      'form.docx',
      await briefToDocx(read, id, null),
      'docx:MS Word 2007 XML',
    );
    if (docx === null) return;
    expect(changesOf(preview(session, docx))).toEqual({});
    const filled = edited(docx, 'word/document.xml', (xml) => xml.replace('>Щит<', '>Плакат<'));
    expect(strFromU8(unzipSync(filled)['word/document.xml'] ?? new Uint8Array())).toContain(
      'Плакат',
    );
    expect(changesOf(preview(session, filled))).toEqual({ deliverables: 'changed' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
