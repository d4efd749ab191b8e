import { AppError } from '../../contract/app-error';
import { addDays, diffDays, type PlainDate } from '../dates';
import { type DateOrder, type OrderEvidence, orderOfColumn, readDays } from '../table-file/dates';
import { isBlankRow, type TableRow, trimmedCells } from '../table-file/delimited';
import { findHeader, findTable } from '../table-file/find-table';
import { type MarkEvidence, markOfColumn, readNumber, shown } from '../table-file/numbers';
import { isTotalLabel } from '../table-file/totals';
import { clockOf, lengthOf, secondsOfDecimal } from './clock';
import {
  kimaiPlaces,
  type SheetColumns,
  type SheetField,
  type SheetTool,
  sheetColumns,
  sheetHeaderScore,
  sheetTool,
} from './columns';

/** Why a row is refused, left out, asked about or only warned of. Keys of the `import` messages. */
export type SheetProblemCode =
  | 'date-missing'
  | 'date-unreadable'
  | 'date-unsure'
  | 'number-unreadable'
  | 'number-unsure'
  | 'row-too-wide'
  | 'row-too-narrow'
  | 'time-unreadable'
  | 'time-missing'
  | 'time-zero'
  | 'time-over-day'
  | 'time-ends-before'
  | 'time-differs'
  | 'time-overlap'
  | 'time-day-full'
  | 'time-locked'
  | 'person-unknown'
  | 'client-unknown'
  | 'projects-unknown'
  | 'name-skipped'
  | 'text-damaged';

export type SheetProblem = {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Column as the file heads it; empty for the row as a whole. */
  readonly field: string;
  readonly code: SheetProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export type SheetRow = {
  readonly line: number;
  /** Empty where the file does not name who worked. */
  readonly person: string;
  readonly email: string;
  readonly client: string;
  readonly project: string;
  readonly task: string;
  readonly note: string;
  readonly on: PlainDate;
  /** Seconds after midnight of `on`; null where the file has lengths only. */
  readonly startSeconds: number | null;
  readonly seconds: number;
};

export type SheetRowLeft = {
  readonly line: number;
  /** `unsure`: it can be read in two ways and somebody has to say. */
  readonly state: 'refused' | 'unsure' | 'not-booked';
  readonly problem: SheetProblem;
};

export type TimeSheet = {
  readonly tool: SheetTool;
  readonly rows: readonly SheetRow[];
  readonly left: readonly SheetRowLeft[];
  readonly warnings: readonly SheetProblem[];
  readonly fields: readonly {
    readonly source: string;
    readonly example: string;
    readonly target: SheetField | null;
  }[];
};

const DAY_SECONDS = 86_400;
/** Start and end may be kept to the minute while the duration has seconds. */
const SAME_WITHIN_SECONDS = 60;

/** Reads a time sheet in a text file. Throws `time-header-missing`. */
export function parseTimeSheet(text: string, order: DateOrder | null): TimeSheet {
  const table = findTable(text, sheetHeaderScore);
  if (table !== null) return readTimeRows(table.rows.slice(table.header), order);
  const plain = findTable(text);
  const rows = plain === null ? [] : plain.rows.slice(plain.header);
  return readTimeRows(rows, order);
}

/** Reads the rows of a sheet; the header may stand below other lines. Throws `time-header-missing`. */
export function readTimeRows(all: readonly TableRow[], order: DateOrder | null): TimeSheet {
  const found = findHeader(all, sheetHeaderScore);
  const rows = found === null ? all : all.slice(found.header);
  const [header, ...body] = rows;
  const cells = header?.cells ?? [];
  const named = found === null ? null : sheetColumns(cells);
  const columns = named ?? kimaiPlaces(rows);
  if (header === undefined || columns === null) throw new AppError('time-header-missing');
  const tool = named === null ? 'kimai' : sheetTool(cells);
  const data = body.filter((row) => !isBlankRow(row) && !isTotalRow(row, columns));
  const reader = new RowReader(columns, header, data, order);
  const read = data.map((row) => reader.read(row));
  return {
    tool,
    rows: read.flatMap(({ row }) => (row === null ? [] : [row])),
    left: read.flatMap(({ left }) => (left === null ? [] : [left])),
    warnings: read.flatMap(({ warnings }) => warnings),
    fields: cells.map((source, index) => ({
      source,
      example: shown(data[0]?.cells[index] ?? ''),
      target: fieldAt(columns, index),
    })),
  };
}

function fieldAt(columns: SheetColumns, index: number): SheetField | null {
  const entry = Object.entries(columns).find(([, at]) => at === index);
  return entry === undefined ? null : (entry[0] as SheetField);
}

/** A row of sums: it says so, or it has a duration and neither a day nor names. */
function isTotalRow({ cells }: TableRow, columns: SheetColumns): boolean {
  const at = (field: SheetField) => {
    const index = columns[field];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  if (cells.some((cell) => isTotalLabel(cell)) && at('startOn') === '') return true;
  if (isTotalLabel(cells[0] ?? '')) return true;
  const names: SheetField[] = ['person', 'client', 'project', 'startOn', 'startAt', 'note'];
  return names.every((field) => at(field) === '') && at('duration') + at('decimal') !== '';
}

type ReadRow = {
  readonly row: SheetRow | null;
  readonly left: SheetRowLeft | null;
  readonly warnings: readonly SheetProblem[];
};

class RowReader {
  readonly #columns: SheetColumns;
  readonly #header: TableRow;
  readonly #order: OrderEvidence;
  readonly #mark: MarkEvidence;

  constructor(
    columns: SheetColumns,
    header: TableRow,
    data: readonly TableRow[],
    order: DateOrder | null,
  ) {
    this.#columns = columns;
    this.#header = header;
    const column = (field: SheetField) => data.map((row) => this.#cell(row, field));
    const days = [
      ...column('startOn'),
      ...column('startAt'),
      ...column('endOn'),
      ...column('endAt'),
    ];
    const own = orderOfColumn(days.map((cell) => cell.replace(/\s+\d{1,2}:\d{2}.*$/, '')));
    this.#order = own === 'unsure' || own === 'mixed' ? (order ?? own) : own;
    // A length of three decimals is no thousand: nobody books 1,234 hours at once.
    const mark = markOfColumn([...column('decimal'), ...column('duration')].filter(isDecimal));
    this.#mark =
      mark === 'unsure' ? unsureMark([...column('decimal'), ...column('duration')]) : mark;
  }

  #cell({ cells }: TableRow, field: SheetField): string {
    const index = this.#columns[field];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }

  #problem(
    row: TableRow,
    field: SheetField | null,
    code: SheetProblemCode,
    params: SheetProblem['params'] = {},
  ): SheetProblem {
    const index = field === null ? undefined : this.#columns[field];
    const name =
      index === undefined ? '' : (this.#header.cells[index] ?? '').replace(/^\ufeff/, '');
    return { line: row.line, field: name, code, params };
  }

  #leave(
    row: TableRow,
    state: SheetRowLeft['state'],
    field: SheetField | null,
    code: SheetProblemCode,
    params: SheetProblem['params'] = {},
  ): ReadRow {
    const problem = this.#problem(row, field, code, params);
    return { row: null, left: { line: row.line, state, problem }, warnings: [] };
  }

  read(row: TableRow): ReadRow {
    const width = this.#header.cells.length;
    // A comma too many shifts every cell after it; cells that are missing at the end were left empty.
    if (trimmedCells(row.cells).length > width) {
      return this.#leave(row, 'refused', null, 'row-too-wide', {
        given: trimmedCells(row.cells).length,
        expected: width,
      });
    }
    const dayField = this.#cell(row, 'startOn') === '' ? 'startAt' : 'startOn';
    const day = readDays(dateText(this.#cell(row, dayField)), this.#order);
    if (!day.ok) {
      const state = day.code === 'date-unsure' ? 'unsure' : 'refused';
      const code = day.code === 'date-unsure' ? 'date-unsure' : 'date-unreadable';
      return this.#leave(row, state, dayField, code, day.params);
    }
    if (day.value === null) return this.#leave(row, 'refused', dayField, 'date-missing');
    const on = day.value.from;
    const length = this.#length(row, on);
    if (!('seconds' in length)) return length;
    const { seconds, startSeconds, warnings } = length;
    if (seconds === 0) return this.#leave(row, 'not-booked', null, 'time-zero');
    if (seconds > DAY_SECONDS) {
      return this.#leave(row, 'refused', null, 'time-over-day', { seconds });
    }
    return {
      row: { ...this.#names(row), line: row.line, on, startSeconds, seconds },
      left: null,
      warnings,
    };
  }

  #names(row: TableRow) {
    const full = [this.#cell(row, 'firstName'), this.#cell(row, 'lastName')].join(' ').trim();
    return {
      person: this.#cell(row, 'person') || full,
      email: this.#cell(row, 'email'),
      client: withoutDash(this.#cell(row, 'client')),
      project: withoutDash(this.#cell(row, 'project')),
      task: withoutDash(this.#cell(row, 'task')),
      note: this.#cell(row, 'note'),
    };
  }

  /** From start and end where the file has both, else as it states the length. */
  #length(
    row: TableRow,
    on: PlainDate,
  ): ReadRow | { seconds: number; startSeconds: number | null; warnings: SheetProblem[] } {
    const duration = this.#stated(row, 'duration');
    const decimal = this.#stated(row, 'decimal');
    if (duration !== null && typeof duration !== 'number') return duration;
    if (decimal !== null && typeof decimal !== 'number') return decimal;
    const stated = duration ?? decimal;
    const startText = this.#cell(row, 'startAt') || timeOf(this.#cell(row, 'startOn'));
    const endText = this.#cell(row, 'endAt') || timeOf(this.#cell(row, 'endOn'));
    const startSeconds = clockOf(startText);
    const end = clockOf(endText);
    if (startText !== '' && startSeconds === null) {
      return this.#leave(row, 'refused', 'startAt', 'time-unreadable', { given: shown(startText) });
    }
    if (endText !== '' && end === null) {
      return this.#leave(row, 'refused', 'endAt', 'time-unreadable', { given: shown(endText) });
    }
    if (startSeconds === null || end === null) {
      if (stated === null) return this.#leave(row, 'refused', null, 'time-missing');
      return { seconds: stated, startSeconds, warnings: [] };
    }
    const endOn = this.#endOn(row, on, end < startSeconds);
    if (endOn === null) {
      const given = shown(this.#cell(row, 'endOn'));
      return this.#leave(row, 'refused', 'endOn', 'date-unreadable', { given });
    }
    const seconds = diffDays(on, endOn) * DAY_SECONDS + end - startSeconds;
    if (seconds < 0) return this.#leave(row, 'refused', 'endAt', 'time-ends-before');
    const warnings = [['duration', duration] as const, ['decimal', decimal] as const].flatMap(
      ([field, said]) => {
        if (said === null || Math.abs(said - seconds) <= SAME_WITHIN_SECONDS) return [];
        return [this.#problem(row, field, 'time-differs', { stated: said, computed: seconds })];
      },
    );
    return { seconds, startSeconds, warnings };
  }

  #endOn(row: TableRow, on: PlainDate, isPastMidnight: boolean): PlainDate | null {
    const cell = this.#cell(row, 'endOn') || dateOfClock(this.#cell(row, 'endAt'));
    if (cell === '') return isPastMidnight ? addDays(on, 1) : on;
    const read = readDays(dateText(cell), this.#order);
    return read.ok ? (read.value?.from ?? on) : null;
  }

  /** Seconds a column states; null where it states none. */
  #stated(row: TableRow, field: 'duration' | 'decimal'): ReadRow | number | null {
    const cell = this.#cell(row, field);
    if (cell === '') return null;
    const length = lengthOf(cell);
    if (length !== null) return length;
    const number = readNumber(cell, this.#mark);
    if (!number.ok) {
      const code = number.code === 'number-unsure' ? 'number-unsure' : 'number-unreadable';
      return this.#leave(row, 'refused', field, code, number.params);
    }
    if (number.value === null) return null;
    if (number.value.startsWith('-')) {
      return this.#leave(row, 'refused', field, 'number-unreadable', { given: shown(cell) });
    }
    // A length without a colon is a decimal in the tools that write one; none writes bare seconds.
    return secondsOfDecimal(number.value);
  }
}

function isDecimal(cell: string): boolean {
  return cell !== '' && !cell.includes(':');
}

function unsureMark(cells: readonly string[]): MarkEvidence {
  return cells.some((cell) => isDecimal(cell) && cell.includes(',')) ? ',' : '.';
}

/** The day of a cell that may have a time beside it. */
function dateText(cell: string): string {
  return cell.replace(
    /[T\s\u00a0\u202f]+\d{1,2}[:.]\d{2}([:.]\d{2})?([\s\u00a0\u202f]?[ap]\.?\s?m\.?)?$/iu,
    '',
  );
}

/** The time beside a day, if there is one. */
function timeOf(cell: string): string {
  return /\d[\sT]\d{1,2}:\d{2}/.test(cell) ? cell : '';
}

/** The day beside a time, if there is one. */
function dateOfClock(cell: string): string {
  return /\d[\sT]\d{1,2}:\d{2}/.test(cell) ? cell : '';
}

/** Tools write a dash where nothing was chosen. */
function withoutDash(cell: string): string {
  return /^[-–—]+$/.test(cell) ? '' : cell;
}
