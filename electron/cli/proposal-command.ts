import { extname } from 'node:path';
import { findProposalId } from '../../db/queries/proposals.query';
import { AppError } from '../../shared/contract/app-error';
import { printProposal } from '../services/proposals/proposal-print';
import { proposalToXlsx } from '../services/reports/proposal-xlsx';
import { readOf } from '../services/session';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

const FORMATS = ['.pdf', '.xlsx'];

/** `export proposal ID --out FILE`: for the client as PDF, or with live formulas as XLSX. */
export async function exportProposal(
  line: CommandLine,
  word: string,
  out: string,
): Promise<CommandAnswer> {
  const ending = extname(out).toLowerCase();
  if (!FORMATS.includes(ending)) {
    throw new UsageError('format-unknown', { given: ending, formats: FORMATS.join(', ') });
  }
  const made = await withWorkspace(line, async (session) => {
    const read = readOf(session);
    const id = findProposalId(read, word);
    if (id === undefined) throw new AppError('proposal-not-found');
    return ending === '.xlsx'
      ? { xlsx: await proposalToXlsx(read, id), printed: null }
      : { xlsx: null, printed: printProposal(read, id) };
  });
  if (made.xlsx !== null) writeOutput(out, made.xlsx);
  if (made.printed !== null) {
    const { title, language, bodyHtml, footer } = made.printed;
    await runInWindow({
      kind: 'pdf',
      title,
      language,
      bodyHtml,
      footerLeft: footer,
      landscape: false,
      out,
    });
  }
  return done({ file: out }, [consoleWords(line.language)('written', { path: out })]);
}
