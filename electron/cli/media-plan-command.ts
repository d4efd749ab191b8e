import { extname } from 'node:path';
import { findPlanId } from '../../db/queries/media-plans.query';
import { AppError } from '../../shared/contract/app-error';
import { requireAgency } from '../services/portfolio.service';
import { mediaPlanReport } from '../services/reports/media-plan.report';
import { printMediaPlan } from '../services/reports/media-plan-document';
import { mediaPlanToXlsx } from '../services/reports/media-plan-xlsx';
import type { Report } from '../services/reports/report';
import { reportToCsv } from '../services/reports/report-csv';
import { readOf, type Session } from '../services/session';
import { verifyMediaPlan } from '../services/verify-media-plan.service';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done, EXIT } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

const FORMATS = ['.pdf', '.xlsx', '.csv'];

/** The version that a word of the command line means: an id, or a number for its newest version. */
function planIdOf(session: Session, word: string | undefined): string {
  if (word === undefined) throw new UsageError('plan-needed');
  const id = findPlanId(readOf(session), word);
  if (id === undefined) throw new AppError('media-plan-not-found');
  return id;
}

/** The report of a plan, as of `--as-of` or today. */
export function buildPlanReport(line: CommandLine, session: Session): Report {
  return mediaPlanReport(readOf(session), {
    planId: planIdOf(session, line.plan ?? line.words[1]),
    today: line.asOf ?? session.clock.today(),
    language: line.language,
  });
}

/** `export media-plan ID --out FILE`: for the client as PDF, with live formulas as XLSX, or as CSV. */
export async function exportMediaPlan(
  line: CommandLine,
  word: string,
  out: string,
): Promise<CommandAnswer> {
  const ending = extname(out).toLowerCase();
  if (!FORMATS.includes(ending)) {
    throw new UsageError('format-unknown', { given: ending, formats: FORMATS.join(', ') });
  }
  const { language } = line;
  const made = await withWorkspace(line, async (session) => {
    const read = readOf(session);
    const options = {
      planId: planIdOf(session, word),
      today: session.clock.today(),
      language,
    };
    const report = mediaPlanReport(read, options);
    const xlsx = ending === '.xlsx' ? await mediaPlanToXlsx(read, options) : null;
    const printed = printMediaPlan(read, options);
    return { report, xlsx, printed, agencyName: requireAgency(read).name };
  });
  if (made.xlsx !== null) writeOutput(out, made.xlsx);
  else if (ending === '.csv') writeOutput(out, reportToCsv(made.report, language));
  else {
    await runInWindow({
      kind: 'pdf',
      ...made.printed,
      language,
      footerLeft: `${made.agencyName}. ${made.printed.title}`,
      out,
    });
  }
  return done({ file: out }, [consoleWords(language)('written', { path: out })]);
}

/** `verify-media-plan CASE.json`: the case's document, already read. */
export function verifyPlanCase(document: unknown, line: CommandLine): CommandAnswer {
  const answer = verifyMediaPlan(document);
  const { checked, wrong } = answer;
  const text = [
    consoleWords(line.language)('verify.checked', {
      name: answer.case,
      checked,
      wrong: wrong.length,
    }),
    ...wrong.map((each) => `${each.metric}: ${each.expected ?? '—'} ≠ ${each.got ?? '—'}`),
    ...(checked === 0 ? [JSON.stringify(answer.values, null, 2)] : []),
  ];
  return { json: answer, text, status: wrong.length === 0 ? EXIT.done : EXIT.notAll };
}
