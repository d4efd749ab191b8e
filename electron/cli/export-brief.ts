import { extname } from 'node:path';
import { translatorOf } from '../../shared/i18n/all-messages';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { frozenBriefPaper } from '../services/brief-steps.service';
import { briefPrintModel } from '../services/briefs.service';
import { readOf } from '../services/session';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

/** `ID` is the brief as it is now, `ID@2` its second version as it was sent. */
function splitId(word: string): { id: string; version: number | null } {
  const [, id, version] = /^(.+)@(\d{1,6})$/.exec(word) ?? [];
  return id === undefined ? { id: word, version: null } : { id, version: Number(version) };
}

const FORMATS = ['.pdf', '.docx', '.xlsx'];

/**
 * `export brief ID --out FILE`: a brief, or a version of it, in its own language: on paper as PDF, or as a form
 * to fill in as DOCX or XLSX.
 */
export async function exportBrief(
  line: CommandLine,
  word: string,
  out: string,
): Promise<CommandAnswer> {
  const ending = extname(out).toLowerCase();
  if (!FORMATS.includes(ending)) {
    throw new UsageError('format-unknown', { given: ending, formats: FORMATS.join(', ') });
  }
  await (ending === '.pdf' ? writePdf(line, word, out) : writeForm(line, word, out, ending));
  return done({ file: out }, [consoleWords(line.language)('written', { path: out })]);
}

async function writeForm(
  line: CommandLine,
  word: string,
  out: string,
  ending: string,
): Promise<void> {
  const { id, version } = splitId(word);
  const { briefToDocx } = await import('../services/brief-forms/docx-form');
  const { briefToXlsx } = await import('../services/brief-forms/xlsx-form');
  const make = ending === '.docx' ? briefToDocx : briefToXlsx;
  writeOutput(out, await withWorkspace(line, (session) => make(readOf(session), id, version)));
}

async function writePdf(line: CommandLine, word: string, out: string): Promise<void> {
  const { id, version } = splitId(word);
  const { model, language } = await withWorkspace(line, (session) =>
    version === null
      ? briefPrintModel(session, id)
      : frozenBriefPaper(session, id, { number: version }),
  );
  const footerLeft = translatorOf(language).t('print:brief.footer', {
    agency: model.agency.name,
    number: model.number,
    version: model.version,
  });
  await runInWindow({
    kind: 'pdf',
    title: model.title,
    language,
    bodyHtml: renderBriefHtml(model, language),
    footerLeft,
    landscape: false,
    out,
  });
}
