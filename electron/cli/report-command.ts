import { extname } from 'node:path';
import { readClientList } from '../../db/queries/clients.query';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import type { Language, Period } from '../../shared/contract/primitives';
import { addDays, addMonths, mondayOf, monthOf, monthPeriod } from '../../shared/domain/dates';
import { fold } from '../../shared/i18n/transliterate';
import { renderReportHtml } from '../../shared/print/report-print';
import { requireAgency } from '../services/portfolio.service';
import { briefsReport } from '../services/reports/briefs.report';
import { budgetReport } from '../services/reports/budget.report';
import { deadlinesReport } from '../services/reports/deadlines.report';
import { mondayReport, printMonday } from '../services/reports/monday.report';
import { profitabilityReport } from '../services/reports/profitability.report';
import { proposalsReport } from '../services/reports/proposals.report';
import { qualityReport } from '../services/reports/quality.report';
import { receivablesReport } from '../services/reports/receivables.report';
import { reconciliationReport } from '../services/reports/reconciliation.report';
import type { Report } from '../services/reports/report';
import { reportToCsv } from '../services/reports/report-csv';
import { reportToJson } from '../services/reports/report-json';
import { PRINT_SKIPS, reportToPrint } from '../services/reports/report-print';
import { reportToXlsx } from '../services/reports/report-xlsx';
import { todayReport } from '../services/reports/today.report';
import { workloadReport } from '../services/reports/workload.report';
import { readOf, type Session } from '../services/session';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { buildPlanReport } from './media-plan-command';
import { reportToText } from './report-text';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

/** Days from this Monday on that a list of dates shows where none are asked for. */
const LISTED_DAYS = 28;
const FORMATS = ['.pdf', '.xlsx', '.csv'];

/** The period asked for, in whole months; the last closed month where none is. */
function periodOf(line: CommandLine, today: string): Period {
  const lastClosed = monthPeriod(addMonths(monthOf(today), -1));
  const from =
    line.from ?? (line.to === null ? lastClosed.from : monthPeriod(monthOf(line.to)).from);
  const to = line.to ?? (line.from === null ? lastClosed.to : monthPeriod(monthOf(line.from)).to);
  if (from > to) throw new AppError('period-invalid', { from, to });
  if (from !== monthPeriod(monthOf(from)).from || to !== monthPeriod(monthOf(to)).to) {
    throw new UsageError('period-not-months', { from, to });
  }
  return { from, to };
}

/** The days asked for; four weeks from this Monday where none are. */
function daysOf(line: CommandLine, today: string): Period {
  const from = line.from ?? (line.to !== null && line.to < today ? line.to : mondayOf(today));
  const to = line.to ?? addDays(from, LISTED_DAYS - 1);
  if (from > to) throw new AppError('period-invalid', { from, to });
  return { from, to };
}

/** The client of `--client`: its id, or its name as it is written in the list. Throws `client-not-found`. */
function clientOf(line: CommandLine, session: Session): string | null {
  if (line.client === null) return null;
  const wanted = fold(line.client);
  const found = readClientList(readOf(session), false).find(
    ({ id, name }) => id === line.client || fold(name) === wanted,
  );
  if (found === undefined) throw new AppError('client-not-found');
  return found.id;
}

/** The months asked for; as on the screen, half a year with the next month, where none are. */
function budgetMonthsOf(line: CommandLine, today: string): { from: string; to: string } {
  if (line.from === null && line.to === null) {
    const month = monthOf(today);
    return { from: addMonths(month, -4), to: addMonths(month, 1) };
  }
  const { from, to } = periodOf(line, today);
  return { from: monthOf(from), to: monthOf(to) };
}

type Asked = {
  line: CommandLine;
  session: Session;
  read: ReadDb;
  today: string;
  language: Language;
  clientId: string | null;
};

function budgetOf({ line, read, today, language, clientId }: Asked): Report {
  if (clientId === null) throw new UsageError('client-needed');
  return budgetReport(read, { clientId, ...budgetMonthsOf(line, today), today, language });
}

function reconciliationOf({ line, read, today, language, clientId }: Asked): Report {
  const { from, to } = periodOf(line, today);
  return reconciliationReport(read, { clientId, from: monthOf(from), to: monthOf(to), language });
}

/** The session as of the day that was asked for. */
function sessionOf({ session, today }: Asked): Session {
  return { ...session, clock: { ...session.clock, today: () => today } };
}

/** Every report by the word that asks for it. */
const BUILDERS: Readonly<Record<string, (asked: Asked) => Report>> = {
  profitability: ({ line, read, ...rest }) =>
    profitabilityReport(read, { ...rest, period: periodOf(line, rest.today) }),
  receivables: ({ read, today, ...rest }) => receivablesReport(read, { ...rest, asOf: today }),
  'media-plan': ({ line, session }) => buildPlanReport(line, session),
  proposals: ({ session, language, clientId, today }) =>
    proposalsReport(session, { clientId, language, today }),
  briefs: ({ session, language, clientId }) => briefsReport(session, { clientId, language }),
  budget: budgetOf,
  reconciliation: reconciliationOf,
  deadlines: ({ line, read, ...rest }) =>
    deadlinesReport(read, { ...rest, span: daysOf(line, rest.today) }),
  monday: ({ read, today, language }) => mondayReport(read, { today, language }),
  workload: (asked) =>
    workloadReport(sessionOf(asked), {
      span: daysOf(asked.line, asked.today),
      language: asked.language,
    }),
  today: (asked) =>
    todayReport(sessionOf(asked), { clientId: asked.clientId, language: asked.language }),
  quality: ({ line, session, today, ...rest }) =>
    qualityReport(session, { ...rest, period: periodOf(line, today) }),
};

function build(line: CommandLine, builder: (asked: Asked) => Report, session: Session): Report {
  return builder({
    line,
    session,
    read: readOf(session),
    today: line.asOf ?? session.clock.today(),
    language: line.language,
    clientId: clientOf(line, session),
  });
}

type Printed = { title: string; bodyHtml: string; landscape: boolean };

function printOf(line: CommandLine, report: Report): Printed {
  const model = reportToPrint(report, line.language, PRINT_SKIPS);
  return {
    title: report.title,
    bodyHtml: renderReportHtml(model, line.language),
    landscape: model.orientation === 'landscape',
  };
}

async function writeReport(
  line: CommandLine,
  { report, printed, agencyName }: { report: Report; printed: Printed | null; agencyName: string },
  out: string,
): Promise<void> {
  switch (extname(out).toLowerCase()) {
    case '.csv':
      writeOutput(out, reportToCsv(report, line.language));
      return;
    case '.xlsx':
      writeOutput(out, await reportToXlsx(report));
      return;
    default:
      await runInWindow({
        kind: 'pdf',
        ...(printed ?? printOf(line, report)),
        language: line.language,
        footerLeft: `${agencyName}. ${report.title}`,
        out,
      });
  }
}

/** `report NAME`: as JSON or lines, or into a file by its ending. */
export async function report(line: CommandLine): Promise<CommandAnswer> {
  const name = line.words[0] ?? '';
  const builder = Object.hasOwn(BUILDERS, name) ? BUILDERS[name] : undefined;
  if (builder === undefined) {
    const reports = Object.keys(BUILDERS).join(', ');
    throw new UsageError('report-unknown', { given: name, reports });
  }
  const { out } = line;
  if (out !== null && !FORMATS.includes(extname(out).toLowerCase())) {
    throw new UsageError('format-unknown', { given: extname(out), formats: FORMATS.join(', ') });
  }
  const { made, printed, agencyName } = await withWorkspace(line, (session) => ({
    made: build(line, builder, session),
    // Some reports have more on paper than their table.
    printed:
      name === 'monday'
        ? printMonday(readOf(session), {
            today: line.asOf ?? session.clock.today(),
            language: line.language,
          })
        : null,
    agencyName: requireAgency(readOf(session)).name,
  }));
  const json = reportToJson(made);
  if (out === null) return done(json, reportToText(made, line.language));
  await writeReport(line, { report: made, printed, agencyName }, out);
  return done({ ...json, file: out }, [consoleWords(line.language)('written', { path: out })]);
}
