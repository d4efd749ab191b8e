import type { TableRow } from '../table-file/delimited';

export type SheetField =
  | 'person'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'client'
  | 'project'
  | 'task'
  | 'note'
  | 'startOn'
  | 'startAt'
  | 'endOn'
  | 'endAt'
  | 'duration'
  | 'decimal';

export type SheetTool = 'toggl' | 'clockify' | 'harvest' | 'kimai' | 'other';

/** Names of the columns as the tools head them, in the languages people export in. */
const NAMES: Readonly<Record<SheetField, readonly string[]>> = {
  person: [
    'user',
    'person',
    'member',
    'employee',
    'username',
    'benutzer',
    'utilisateur',
    'пользователь',
    'сотрудник',
    'исполнитель',
    'lietotājs',
    'darbinieks',
  ],
  firstName: ['first name', 'имя', 'vārds', 'vorname'],
  lastName: ['last name', 'surname', 'фамилия', 'uzvārds', 'nachname'],
  email: ['email', 'e-mail', 'user email', 'эл. почта', 'e-pasts'],
  client: ['client', 'customer', 'клиент', 'заказчик', 'klients', 'kunde'],
  project: ['project', 'проект', 'projekts', 'projekt'],
  task: ['task', 'activity', 'задача', 'деятельность', 'uzdevums', 'darbība', 'tätigkeit'],
  note: [
    'description',
    'notes',
    'note',
    'описание',
    'комментарий',
    'примечание',
    'apraksts',
    'piezīmes',
    'beschreibung',
  ],
  startOn: ['start date', 'date', 'дата начала', 'дата', 'datums', 'sākuma datums', 'datum'],
  startAt: [
    'start time',
    'from',
    'start',
    'begin',
    'время начала',
    'начало',
    'с',
    'sākuma laiks',
    'sākums',
    'no',
    'von',
    'beginn',
  ],
  endOn: ['end date', 'дата окончания', 'beigu datums'],
  endAt: [
    'end time',
    'to',
    'end',
    'stop',
    'время окончания',
    'окончание',
    'по',
    'beigu laiks',
    'beigas',
    'līdz',
    'bis',
    'ende',
  ],
  duration: [
    'duration',
    'duration (h)',
    'time (h)',
    'length',
    'длительность',
    'продолжительность',
    'ilgums',
    'dauer',
  ],
  decimal: [
    'duration (decimal)',
    'time (decimal)',
    'hours',
    'hours (decimal)',
    'часы',
    'длительность (десятичная)',
    'stundas',
    'stunden',
  ],
};

const FIELDS: readonly SheetField[] = [
  'person',
  'firstName',
  'lastName',
  'email',
  'client',
  'project',
  'task',
  'note',
  'startOn',
  'startAt',
  'endOn',
  'endAt',
  'duration',
  'decimal',
];

/** Column of each field that a header names. */
export type SheetColumns = Readonly<Partial<Record<SheetField, number>>>;

function bareOf(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The columns a header row names; the first of equal names counts. */
export function sheetColumns(cells: readonly string[]): SheetColumns {
  const bare = cells.map(bareOf);
  const columns: Partial<Record<SheetField, number>> = {};
  for (const field of FIELDS) {
    for (const name of NAMES[field]) {
      const at = bare.indexOf(name);
      if (at < 0 || Object.values(columns).includes(at)) continue;
      columns[field] = at;
      break;
    }
  }
  return columns;
}

/** How much a row looks like the header of a time sheet; zero where it lacks a day or a duration. */
export function sheetHeaderScore(cells: readonly string[]): number {
  const columns = sheetColumns(cells);
  const hasDay = columns.startOn !== undefined || columns.startAt !== undefined;
  const hasLength =
    columns.duration !== undefined || columns.decimal !== undefined || columns.endAt !== undefined;
  const hasPlace = columns.client !== undefined || columns.project !== undefined;
  return hasDay && hasLength && hasPlace ? Object.keys(columns).length : 0;
}

/** Whose export a header is; `other` for one that has the columns and no sign of a tool. */
export function sheetTool(cells: readonly string[]): SheetTool {
  const bare = cells.map(bareOf);
  const has = (name: string) => bare.includes(name);
  if (has('duration (h)') || has('duration (decimal)') || has('time (decimal)')) return 'clockify';
  if (has('first name') && has('hours')) return 'harvest';
  if (has('hours') && (has('project code') || has('external reference url'))) return 'harvest';
  if (has('activity') || has('customer') || has('tätigkeit') || has('деятельность')) return 'kimai';
  if (has('start date') && has('end date') && has('duration')) return 'toggl';
  return 'other';
}

/** Cells of Kimai's export by their place: its header is in the exporter's language. */
const KIMAI_PLACES: SheetColumns = {
  startOn: 0,
  startAt: 1,
  endAt: 2,
  duration: 3,
  person: 6,
  client: 7,
  project: 8,
  task: 9,
  note: 10,
};

/** Kimai's columns where the rows have its shape whatever the header says: day, day and time twice, h:mm; null otherwise. */
export function kimaiPlaces(rows: readonly TableRow[]): SheetColumns | null {
  const row = rows[1]?.cells ?? [];
  const hasShape =
    row.length >= 15 &&
    /^\d{4}-\d{2}-\d{2}$/.test(row[0]?.trim() ?? '') &&
    [row[1], row[2]].every((cell) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(cell?.trim() ?? '')) &&
    /^\d+:\d{2}$/.test(row[3]?.trim() ?? '');
  return hasShape ? KIMAI_PLACES : null;
}
