import type { PlainDate } from '../dates';
import { type DateOrder, orderOfColumn, readDays } from '../table-file/dates';
import { isBlankRow, type TableRow } from '../table-file/delimited';
import {
  type IncomingComment,
  type IncomingTask,
  type MovingIn,
  type MovingInProblem,
  statusOfWords,
} from './incoming';
import {
  TASK_FIELDS,
  type TaskColumns,
  type TaskField,
  taskColumns,
  toolOfHeads,
} from './task-columns';

export interface TableHints {
  /** Heads that somebody named for a field. */
  readonly columns?: Readonly<Partial<Record<TaskField, string>>>;
  readonly dateOrder?: DateOrder | null;
  /** Set where the file itself says whose it is. */
  readonly source?: MovingIn['source'];
  /** Keys that the file keeps beside the table, by title, in the order of the rows. */
  readonly keysByTitle?: ReadonlyMap<string, readonly string[]>;
}

const DATE_FIELDS = ['due', 'start', 'done', 'created'] as const;

type Days = Record<(typeof DATE_FIELDS)[number], PlainDate | null>;

/** Noon in UTC: a day without an hour stays that day from Riga to the Urals. */
const NOON = 'T12:00:00Z';

/** Reads the rows below the head at `header`. Never throws: what cannot be read is named row by row. */
export function readTasksTable(
  rows: readonly TableRow[],
  header: number,
  title: string,
  hints: TableHints = {},
): MovingIn {
  const heads = rows[header]?.cells ?? [];
  const source = hints.source ?? toolOfHeads(heads);
  const found = taskColumns(heads, hints.columns);
  // Notion's first column is the page's name, whatever it is called.
  const columns = source === 'notion' ? { ...withoutColumn(found, 0), title: [0] } : found;
  const body = rows.slice(header + 1).filter((row) => !isBlankRow(row));
  const orders = Object.fromEntries(
    DATE_FIELDS.map((field) => [
      field,
      hints.dateOrder ?? orderOfColumn(body.map((row) => dateText(cell(row, columns, field)))),
    ]),
  );

  const refused: MovingIn['refused'][number][] = [];
  const warnings: MovingInProblem[] = [];
  const seen = new Map<string, number>();
  const given = new Map<string, number>();
  const tasks = body.flatMap((row): IncomingTask[] => {
    const { line } = row;
    const name = cell(row, columns, 'title').trim();
    const refuse = (
      field: string,
      code: MovingInProblem['code'],
      params: MovingInProblem['params'] = {},
      state: 'refused' | 'undecided' = 'refused',
    ) => {
      refused.push({ line, field, code, params, state });
      return [];
    };
    if (name === '') return refuse(heads[columns.title[0] ?? 0] ?? '', 'task-title-missing');

    const days: Days = { due: null, start: null, done: null, created: null };
    for (const field of DATE_FIELDS) {
      const read = readDays(dateText(cell(row, columns, field)), orders[field] ?? 'none');
      const head = heads[columns[field][0] ?? -1] ?? field;
      if (!read.ok) {
        const isUnsure = read.code === 'date-unsure';
        const code = isUnsure ? 'date-unsure' : 'date-unreadable';
        return refuse(head, code, { ...read.params }, isUnsure ? 'undecided' : 'refused');
      }
      days[field] = read.value?.from ?? null;
    }

    const used = given.get(name) ?? 0;
    given.set(name, used + 1);
    const project = cell(row, columns, 'project').trim();
    const own = cell(row, columns, 'key').trim();
    const key =
      own !== ''
        ? own
        : (hints.keysByTitle?.get(name)?.[used] ??
          [name, project, days.created ?? ''].join('\u001f'));
    const earlier = seen.get(key);
    seen.set(key, line);
    if (earlier !== undefined) return refuse('', 'row-restated', { other: earlier });

    const isBackwards = days.start !== null && days.due !== null && days.start > days.due;
    if (isBackwards) {
      const params = { title: name, start: days.start ?? '', due: days.due ?? '' };
      warnings.push({
        line,
        field: heads[columns.start[0] ?? -1] ?? '',
        code: 'task-start-after-due',
        params,
      });
    }
    const stage = cell(row, columns, 'status').trim();
    const isDone = source === 'asana' ? days.done !== null : isDoneWord(stage);
    const status = isDone ? 'done' : statusOfWords(stage);
    return [
      {
        line,
        key,
        title: name,
        description: cell(row, columns, 'description').trim(),
        stage,
        status,
        isArchived: false,
        startOn: isBackwards ? null : days.start,
        dueOn: days.due,
        doneOn: status === 'done' ? days.done : null,
        createdAt: days.created === null ? null : Date.parse(`${days.created}${NOON}`),
        labels: values(row, columns.labels, /[,;]/),
        people: values(row, columns.people, /[,;]/),
        project,
        client: cell(row, columns, 'client').trim(),
        points: [],
        comments: commentsOf(row, columns, key),
      },
    ];
  });
  return { source, title, tasks, refused, warnings };
}

function withoutColumn(columns: TaskColumns, index: number): TaskColumns {
  const left: Record<TaskField, readonly number[]> = { ...columns };
  for (const field of TASK_FIELDS) left[field] = columns[field].filter((each) => each !== index);
  return left;
}

function cell(row: TableRow, columns: TaskColumns, field: TaskField): string {
  const index = columns[field][0];
  return index === undefined ? '' : (row.cells[index] ?? '');
}

/** Notion puts a sign before a mentioned day. */
function dateText(text: string): string {
  return text.trim().replace(/^@/, '');
}

const isDoneWord = (stage: string): boolean => /^(yes|да|jā|true|✓|x)$/i.test(stage);

/** The values of all columns of a field; one cell may hold several. */
function values(row: TableRow, indexes: readonly number[], between: RegExp): string[] {
  const parts = indexes.flatMap((index) => (row.cells[index] ?? '').split(between));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** Jira writes `day;author;text` into each column of comments; elsewhere the cell is the text. */
function commentsOf(row: TableRow, columns: TaskColumns, key: string): IncomingComment[] {
  return columns.comment.flatMap((index, position): IncomingComment[] => {
    const text = (row.cells[index] ?? '').trim();
    if (text === '') return [];
    const parts = /^([^;\n]{6,30});([^;\n]{1,80});([\s\S]+)$/.exec(text);
    const day = parts === null ? null : readDays(parts[1] ?? '', 'none');
    const on = day?.ok === true ? (day.value?.from ?? null) : null;
    const isSplit = parts !== null && on !== null;
    return [
      {
        key: `${key}#${position + 1}`,
        author: isSplit ? (parts[2] ?? '') : '',
        body: isSplit ? (parts[3] ?? '').trim() : text,
        saidAt: on === null ? 0 : Date.parse(`${on}${NOON}`),
      },
    ];
  });
}
