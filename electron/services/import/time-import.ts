import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { logTime } from '../../../db/repositories/time-entries.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type {
  ImportAnswer,
  ImportProblem,
  PreviewRow,
} from '../../../shared/contract/imports.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import { groupBy } from '../../../shared/domain/group-by';
import { decodeTable } from '../../../shared/domain/table-file/file-kind';
import { findHeader } from '../../../shared/domain/table-file/find-table';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import { type SheetTool, sheetHeaderScore } from '../../../shared/domain/time-sheet/columns';
import {
  parseTimeSheet,
  readTimeRows,
  type SheetProblem,
  type TimeSheet,
} from '../../../shared/domain/time-sheet/parse-time-sheet';
import { translatorOf } from '../../../shared/i18n/all-messages';
import type { ImportFile, ImportKind, ImportPlan, ImportSource, PreviewBody } from './import-kind';
import { blankRow, encodingOf } from './statistics-answer';
import { type PlannedTime, planTime, type TimePlan, type UnknownName } from './time-plan';
import { tableRowsOf } from './workbook-rows';

/** Problems that are listed one by one; the window and a person read no more. */
const MOST_PROBLEMS = 1000;

const TOOL_NAMES: Readonly<Record<SheetTool, string>> = {
  toggl: 'Toggl Track',
  clockify: 'Clockify',
  harvest: 'Harvest',
  kimai: 'Kimai',
  other: 'CSV',
};

type Compared = {
  readonly sheet: TimeSheet;
  readonly plan: TimePlan;
  readonly warnings: readonly SheetProblem[];
};

/** Time sheets of Toggl, Clockify, Harvest and Kimai into logged hours. */
export const timeImport: ImportKind = {
  kind: 'time-csv',
  open(file): ImportSource {
    const decoded = file.sheets === undefined ? decodeTable(file.bytes) : null;
    return new TimeSource(file, decoded, readSheet(file, decoded));
  },
};

/** The names nobody knows in an opened time sheet, and whether its days can be read in two ways. */
export function readPlannedTime(
  source: ImportSource,
  read: ReadDb,
): { names: UnknownName[]; asksDateOrder: boolean } {
  if (!(source instanceof TimeSource)) throw new AppError('import-expired');
  return source.asked(read);
}

function readSheet({ sheets, about }: ImportFile, decoded: DecodedText | null): TimeSheet {
  const order = about?.dateOrder ?? null;
  if (decoded !== null) return parseTimeSheet(decoded.text, order);
  const sheet = sheets
    ?.map(tableRowsOf)
    .find((rows) => findHeader(rows, sheetHeaderScore) !== null);
  if (sheet === undefined) throw new AppError('time-header-missing');
  return readTimeRows(sheet, order);
}

class TimeSource implements ImportSource {
  readonly #input: ImportFile;
  readonly #decoded: DecodedText | null;
  readonly #sheet: TimeSheet;

  constructor(input: ImportFile, decoded: DecodedText | null, sheet: TimeSheet) {
    this.#input = input;
    this.#decoded = decoded;
    this.#sheet = sheet;
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const compared = this.#compare(read);
    const { sheet, plan } = compared;
    const currency = readAgency(read).baseCurrency;
    const days = sheet.rows.map(({ on }) => on).sort();
    return {
      format: TOOL_NAMES[sheet.tool],
      ...encodingOf(this.#decoded),
      currency,
      accounts: [],
      period: { from: days[0] ?? null, to: days.at(-1) ?? null },
      balance: null,
      warnings: compared.warnings.map(phraseOf),
      fields: sheet.fields
        .map(({ source, example, target }) => ({
          source,
          example,
          target: target === null ? null : { key: `time:import.field.${target}`, params: {} },
        }))
        .sort((a, b) => Number(a.target === null) - Number(b.target === null)),
      rows: [
        ...plan.rows.map((one) => previewPlanned(one, currency, language)),
        ...sheet.left.map((left): PreviewRow => {
          const state = left.state === 'unsure' ? 'undecided' : left.state;
          return {
            ...blankRow(left.line, state, 'in', currency),
            problem: worded(left.problem, language),
          };
        }),
      ].sort((a, b) => a.row - b.row),
      answer: answerOf(compared, language),
    };
  }

  plan(read: ReadDb, _decisions: unknown, language: Language): ImportPlan {
    const compared = this.#compare(read);
    const isNew = ({ state }: PlannedTime) => state === 'new';
    return {
      answer: answerOf(compared, language),
      isEmpty: !compared.plan.rows.some(isNew),
      write: (tx, importId) => writeTime(tx, compared.plan.rows.filter(isNew), importId),
    };
  }

  asked(read: ReadDb): { names: UnknownName[]; asksDateOrder: boolean } {
    const { plan, sheet } = this.#compare(read);
    const isUnsure = sheet.left.some(({ problem }) => problem.code === 'date-unsure');
    // A said order can be changed for the other one.
    const asksDateOrder = isUnsure || this.#input.about?.dateOrder != null;
    return { names: [...plan.unknownNames], asksDateOrder };
  }

  refusedRows(): string | null {
    return null;
  }

  #compare(read: ReadDb): Compared {
    const sheet = this.#sheet;
    const plan = planTime(read, sheet, this.#input.about);
    const warnings = [...sheet.warnings, ...overlapsOf(plan.rows)];
    if (plan.looseProjects.length > 0) {
      const names = plan.looseProjects.slice(0, 5).join(', ');
      const params = { count: plan.looseProjects.length, names };
      warnings.push({ line: 1, field: '', code: 'projects-unknown', params });
    }
    if (this.#decoded?.damaged === true) {
      warnings.push({ line: 1, field: '', code: 'text-damaged', params: {} });
    }
    return { sheet, plan, warnings };
  }
}

/** Rows of one person that share time: each names the row before it. */
function overlapsOf(rows: readonly PlannedTime[]): SheetProblem[] {
  const timed = rows.filter(({ row, state }) => row.startSeconds !== null && state === 'new');
  const days = groupBy(timed, ({ row, personId }) => `${personId ?? ''} ${row.on}`);
  return [...days.values()].flatMap((day) => {
    const sorted = [...day].sort((a, b) => (a.row.startSeconds ?? 0) - (b.row.startSeconds ?? 0));
    return sorted.slice(1).flatMap(({ row }, index): SheetProblem[] => {
      const before = sorted[index]?.row;
      const end = (before?.startSeconds ?? 0) + (before?.seconds ?? 0);
      if (before === undefined || end <= (row.startSeconds ?? 0)) return [];
      const params = { other: before.line };
      return [{ line: row.line, field: '', code: 'time-overlap', params }];
    });
  });
}

function worded(problem: SheetProblem, language: Language): ImportProblem {
  const { key, params } = phraseOf(problem);
  return {
    row: problem.line,
    field: problem.field,
    message: translatorOf(language).t(key, params),
  };
}

/** Problems of hours are worded with hours; those of any table as for other imports. */
function phraseOf({ code, params, line }: SheetProblem): Phrase {
  const isOfTime = /^(time|person|client|projects|name)-/.test(code);
  const key = isOfTime ? `time:import.problem.${code}` : `import:problem.${code}`;
  return { key, params: { ...params, row: line } };
}

function answerOf({ sheet, plan, warnings }: Compared, language: Language): ImportAnswer {
  const lines = [
    ...plan.rows.map(({ row, state, problem }) => ({ line: row.line, state, problem })),
    ...sheet.left.map(({ line, state, problem }) => ({
      line,
      state: state === 'unsure' ? ('undecided' as const) : state,
      problem,
    })),
  ];
  const count = (state: PlannedTime['state']) => lines.filter((one) => one.state === state).length;
  const seconds = plan.rows
    .filter(({ state }) => state === 'new')
    .reduce((sum, { row }) => sum + row.seconds, 0);
  return {
    kind: 'time-csv',
    read: lines.length,
    added: count('new'),
    updated: 0,
    unchanged: count('unchanged'),
    refused: count('refused'),
    notBooked: count('not-booked'),
    undecided: count('undecided'),
    matched: 0,
    accounts: [],
    problems: [...lines.flatMap(({ problem }) => problem ?? []), ...warnings]
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_PROBLEMS)
      .map((problem) => worded(problem, language)),
    totals: { minutes: minutesOf(seconds) },
  };
}

/** Minutes with two decimals at most: the tools keep seconds. */
function minutesOf(seconds: number): number {
  return Math.round((seconds * 100) / 60) / 100;
}

function writeTime(tx: WriteDb, rows: readonly PlannedTime[], importId: string): void {
  for (const { row, key, personId, clientId, projectId, kind } of rows) {
    if (personId === null) continue;
    logTime(tx, {
      personId,
      clientId,
      projectId,
      kind,
      workedOn: row.on,
      durationSeconds: row.seconds,
      note: noteOf(row),
      importId,
      importKey: key,
    });
  }
}

/** The task of the other tool is kept in front of the note. */
function noteOf({ task, note }: PlannedTime['row']): string {
  if (task === '' || task === note) return note;
  return note === '' ? task : `${task}: ${note}`;
}

function previewPlanned(
  { row, state, problem }: PlannedTime,
  currency: string,
  language: Language,
): PreviewRow {
  const minutes = Math.round(row.seconds / 60);
  return {
    ...blankRow(row.line, state, 'in', currency),
    on: row.on,
    counterparty: row.client === '' ? row.project : row.client,
    purpose: [row.person, row.project, noteOf(row)].filter((part) => part !== '').join(' · '),
    amountText: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    problem: problem === null ? null : worded(problem, language),
  };
}
