import { mkdirSync } from 'node:fs';
import { AppError } from '../../shared/contract/app-error';
import { briefSheet } from '../services/brief-paper.service';
import { freePath } from '../services/safe-file-name';
import type { CommandLine } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

/** `ID` is the brief as it is now, `ID@2` its second version as it was sent. */
function splitId(word: string): { id: string; version: number | null } {
  const [, id, version] = /^(.+)@(\d{1,6})$/.exec(word) ?? [];
  return id === undefined ? { id: word, version: null } : { id, version: Number(version) };
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

/** Writes a brief, or a version of it, as PDF in the brief's own language. */
export async function exportBrief(line: CommandLine, word: string, out: string): Promise<void> {
  for (const { fileName: _, ...sheet } of await sheetsOf(line, [word])) {
    await runInWindow({ kind: 'pdf', ...sheet, landscape: false, out });
  }
}

/**
 * Writes a PDF for each of several briefs into a folder, which is made where there is none. No file there is
 * replaced. Answers the files' paths; nothing is written where one of the briefs is not found.
 */
export async function exportBriefs(
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
