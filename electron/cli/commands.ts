import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { restore } from '../../db/backup';
import { readOwnTemplates } from '../../db/queries/brief-templates.query';
import { readBriefTitles } from '../../db/queries/briefs.query';
import { readClientList } from '../../db/queries/clients.query';
import { readPlanTitles } from '../../db/queries/media-plans.query';
import { readProposalTitles } from '../../db/queries/proposals.query';
import { readTaskTitles } from '../../db/queries/task-practice.query';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import { importKinds } from '../../shared/contract/imports.contract';
import { runWorkspaceChecks } from '../services/check.service';
import { systemClock } from '../services/clock';
import { createEmptyWorkspace } from '../services/empty-workspace';
import { runImport } from '../services/import/import-engine';
import type { ImportAbout } from '../services/import/import-kind';
import { readSheets } from '../services/import/workbook-rows';
import { createSample } from '../services/sample/create-sample';
import { readOf } from '../services/session';
import { verifyMetrics } from '../services/verify-metrics.service';
import { type CommandAnswer, consoleWords, done, EXIT } from './answer';
import { type CommandLine, UsageError } from './arguments';
import { exportBriefTemplate, importBriefTemplate } from './brief-template-command';
import { exportCalendar } from './calendar-command';
import { exportBrief } from './export-brief';
import { importBriefForm } from './import-brief';
import { exportMediaPlan, verifyPlanCase } from './media-plan-command';
import { exportProposal } from './proposal-command';
import { report } from './report-command';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

type Command = (line: CommandLine) => Promise<CommandAnswer>;

function word(line: CommandLine, index: number, name: string): string {
  const value = line.words[index];
  if (value === undefined)
    throw new UsageError('argument-missing', { command: line.command, name });
  return value;
}

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new AppError('file-not-found', { path });
    throw new AppError('file-unreadable', { path, reason: code });
  }
}

async function newWorkspace(line: CommandLine): Promise<CommandAnswer> {
  const path = line.path(word(line, 0, 'FILE'));
  const clock = systemClock(line.today);
  if (line.sample) createSample(path, { seed: line.seed, today: clock.today() });
  else createEmptyWorkspace(path, line.language, clock);
  return done({ file: path, sample: line.sample }, [
    consoleWords(line.language)('created', { path }),
  ]);
}

function aboutImport(line: CommandLine): ImportAbout {
  const { from, to } = line;
  return {
    client: line.client,
    vat: line.vat,
    dateOrder: line.dates,
    account: line.account,
    commission: line.commission,
    sheet: line.sheet,
    accepted: line.accept,
    map: line.map,
    period: from !== null && to !== null ? { from, to } : null,
  };
}

async function importFile(line: CommandLine): Promise<CommandAnswer> {
  if (line.words[0] === 'brief') {
    const path = line.path(word(line, 1, 'FILE'));
    return importBriefForm(line, { bytes: readInput(path), fileName: basename(path) });
  }
  if (line.words[0] === 'brief-template') {
    return importBriefTemplate(line, readInput(line.path(word(line, 1, 'FILE'))));
  }
  const kind = importKinds.find((each) => each === word(line, 0, 'KIND'));
  if (kind === undefined)
    throw new UsageError('import-kind-unknown', {
      given: word(line, 0, 'KIND'),
      kinds: [...importKinds, 'brief', 'brief-template'].join(', '),
    });
  const path = line.path(word(line, 1, 'FILE'));
  const bytes = readInput(path);
  const file = await readSheets({ bytes, fileName: basename(path), about: aboutImport(line) });
  const answer = await withWorkspace(line, (session, backups) =>
    runImport(session, { kind, ...file, dryRun: line.dryRun }, () => void backups.run('import')),
  );
  const words = consoleWords(line.language);
  const text = [
    words(line.dryRun ? 'import.dry-run' : 'import.done', {
      read: answer.read,
      added: answer.added,
      updated: answer.updated,
      unchanged: answer.unchanged,
      refused: answer.refused,
      notBooked: answer.notBooked,
      undecided: answer.undecided,
      matched: answer.matched,
    }),
    ...answer.accounts.map((account) => words('import.account', { account })),
    ...answer.problems.map((problem) =>
      words('import.problem', { row: problem.row, field: problem.field, message: problem.message }),
    ),
  ];
  const isWhole = answer.refused === 0 && answer.undecided === 0;
  return { json: answer, text, status: isWhole ? EXIT.done : EXIT.notAll };
}

/** What `list` knows, by its word. */
const LISTS: Record<string, (read: ReadDb) => { id: string; title: string }[]> = {
  clients: (read) => readClientList(read, false).map(({ id, name }) => ({ id, title: name })),
  briefs: readBriefTitles,
  'brief-templates': (read) =>
    readOwnTemplates(read).map(({ originId, title }) => ({ id: originId, title })),
  proposals: readProposalTitles,
  'media-plans': readPlanTitles,
  tasks: readTaskTitles,
};

async function list(line: CommandLine): Promise<CommandAnswer> {
  const what = word(line, 0, 'clients|briefs|brief-templates|proposals|media-plans|tasks');
  const titles = LISTS[what];
  if (titles === undefined) throw new UsageError('list-unknown', { given: what });
  const items = await withWorkspace(line, (session) => titles(readOf(session)));
  return done(
    { items, total: items.length },
    items.map((item) => `${item.id}  ${item.title}`),
  );
}

function readJson(line: CommandLine): unknown {
  const path = line.path(word(line, 0, 'CASE.json'));
  try {
    return JSON.parse(Buffer.from(readInput(path)).toString('utf8'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('json-invalid', {
      path,
      reason: error instanceof Error ? error.message : '',
    });
  }
}

async function verify(line: CommandLine): Promise<CommandAnswer> {
  const answer = verifyMetrics(readJson(line));
  const words = consoleWords(line.language);
  const text = [
    words('verify.checked', {
      name: answer.case,
      checked: answer.checked,
      wrong: answer.wrong.length,
    }),
    ...answer.wrong.map((each) => `${each.metric}: ${each.expected ?? '—'} ≠ ${each.got ?? '—'}`),
    ...(answer.checked === 0
      ? Object.entries(answer.values).map(([metric, value]) => `${metric} = ${value ?? '—'}`)
      : []),
  ];
  return { json: answer, text, status: answer.wrong.length === 0 ? EXIT.done : EXIT.notAll };
}

async function check(line: CommandLine): Promise<CommandAnswer> {
  const answer = await withWorkspace(line, (session) => runWorkspaceChecks(session));
  const text = answer.checks.map((each) => `${each.ok ? '✓' : '×'} ${each.name}: ${each.detail}`);
  return { json: answer, text, status: answer.ok ? EXIT.done : EXIT.notAll };
}

async function backUp(line: CommandLine): Promise<CommandAnswer> {
  const out = line.path(word(line, 0, 'OUT'));
  const copy = await withWorkspace(line, (_session, backups) => backups.copyTo(out));
  return done({ file: copy.path, bytes: copy.bytes, verified: true }, [
    consoleWords(line.language)('backed-up', { path: copy.path }),
  ]);
}

async function restoreCopy(line: CommandLine): Promise<CommandAnswer> {
  const from = line.path(word(line, 0, 'IN'));
  const to = line.path(word(line, 1, 'OUT'));
  const copy = restore(from, to);
  return done({ file: copy.path, bytes: copy.bytes, verified: true }, [
    consoleWords(line.language)('restored', { path: copy.path }),
  ]);
}

function sizeOf(line: CommandLine): { width: number; height: number } {
  const match = /^(\d{3,5})x(\d{3,5})$/.exec(line.size ?? '1440x900');
  if (match === null) throw new UsageError('size-invalid', { value: line.size ?? '' });
  return { width: Number(match[1]), height: Number(match[2]) };
}

async function screens(line: CommandLine): Promise<CommandAnswer> {
  if (line.workspace === null) throw new UsageError('workspace-needed', { command: line.command });
  const files = await runInWindow({
    kind: 'screens',
    workspace: line.workspace,
    folder: line.path(word(line, 0, 'DIR')),
    theme: line.theme,
    language: line.language,
    today: line.today,
    ...sizeOf(line),
  });
  return done({ files }, files);
}

async function exportDocument(line: CommandLine): Promise<CommandAnswer> {
  const what = word(line, 0, 'brief|brief-template|proposal|media-plan|calendar');
  if (what === 'calendar') return exportCalendar(line);
  const isKnown = ['brief', 'brief-template', 'proposal', 'media-plan'].includes(what);
  if (!isKnown) throw new UsageError('export-unknown', { given: what });
  const id = word(line, 1, 'ID');
  if (line.out === null) throw new UsageError('out-needed', { command: line.command });
  if (what === 'brief-template') return exportBriefTemplate(line, id, line.out);
  if (what === 'media-plan') return exportMediaPlan(line, id, line.out);
  if (what === 'proposal') return exportProposal(line, id, line.out);
  return exportBrief(line, id, line.out);
}

/** Commands of the console by name. */
export const COMMANDS: Record<string, Command> = {
  new: newWorkspace,
  import: importFile,
  report,
  export: exportDocument,
  list,
  'verify-metrics': verify,
  'verify-media-plan': async (line) => verifyPlanCase(readJson(line), line),
  check,
  backup: backUp,
  restore: restoreCopy,
  screens,
};
