import { mkdirSync } from 'node:fs';
import { extname } from 'node:path';
import { AppError } from '../../shared/contract/app-error';
import { briefSheet } from '../services/brief-paper.service';
import { freePath } from '../services/safe-file-name';
import { readOf } from '../services/session';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

const FORMATS = ['.pdf', '.docx', '.xlsx'];

/**
 * `export brief ID --out FILE`: a brief, or a version of it, in its own language: on paper as PDF, or as a form
 * to fill in as DOCX or XLSX. `export brief ID,ID… --out FOLDER/`: a PDF for each of several.
 */
export async function exportBrief(
  line: CommandLine,
  words: string,
  out: string,
): Promise<CommandAnswer> {
  const written = consoleWords(line.language);
  const all = words.split(',').filter((word) => word !== '');
  // A folder is told by its ending as the user typed it: a path loses the stroke when it is made whole.
  if (all.length > 1 || line.outIsFolder) {
    const files = await writePdfs(line, all, out);
    return done(
      { files },
      files.map((path) => written('written', { path })),
    );
  }
  const ending = extname(out).toLowerCase();
  if (!FORMATS.includes(ending)) {
    throw new UsageError('format-unknown', { given: ending, formats: FORMATS.join(', ') });
  }
  await (ending === '.pdf' ? writePdf(line, words, out) : writeForm(line, words, out, ending));
  return done({ file: out }, [written('written', { path: out })]);
}

/** `ID` is the brief as it is now, `ID@2` its second version as it was sent. */
function splitId(word: string): { id: string; version: number | null } {
  const [, id, version] = /^(.+)@(\d{1,6})$/.exec(word) ?? [];
  return id === undefined ? { id: word, version: null } : { id, version: Number(version) };
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
  for (const { fileName: _, ...sheet } of await sheetsOf(line, [word])) {
    await runInWindow({ kind: 'pdf', ...sheet, landscape: false, out });
  }
}

/** The folder is made where there is none; no file in it is replaced. Nothing is written where one of the briefs is not found. */
async function writePdfs(
  line: CommandLine,
  words: readonly string[],
  folder: string,
): Promise<string[]> {
  const found = await sheetsOf(line, words);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError('file-not-written', { path: folder, reason });
  }
  const taken = new Set<string>();
  const sheets = found.map(({ fileName, ...sheet }) => {
    const out = freePath(folder, fileName, 'pdf', taken);
    taken.add(out);
    return { ...sheet, landscape: false, out };
  });
  return runInWindow({ kind: 'pdfs', sheets });
}

/** The sheets of briefs in the order they are named. Throws `brief-not-found`, `brief-version-not-found`. */
function sheetsOf(line: CommandLine, words: readonly string[]) {
  return withWorkspace(line, (session) =>
    words.map((word) => {
      const { id, version } = splitId(word);
      return briefSheet(session, id, version === null ? null : { number: version });
    }),
  );
}
