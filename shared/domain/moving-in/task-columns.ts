import { fold } from '../../i18n/transliterate';

/** What a column of a list of tasks can be. */
export const TASK_FIELDS = [
  'key',
  'title',
  'description',
  'status',
  'due',
  'start',
  'done',
  'created',
  'people',
  'labels',
  'project',
  'client',
  'comment',
] as const;

export type TaskField = (typeof TASK_FIELDS)[number];

/** Heads of other tools by field, the surest first; compared without case, marks and spaces at the ends. */
const HEADS: Readonly<Record<TaskField, readonly string[]>> = {
  key: ['issue key', 'task id', 'id', 'ид', 'номер задачи', 'номер', 'key', 'ключ', 'numurs'],
  title: [
    'summary',
    'task name',
    'название задачи',
    'название',
    'задача',
    'name',
    'title',
    'task',
    'тема',
    'наименование',
    'nosaukums',
    'uzdevums',
    'darbs',
  ],
  description: ['description', 'notes', 'описание', 'заметки', 'apraksts', 'piezīmes'],
  status: [
    'status',
    'статус',
    'section/column',
    'стадия',
    'этап',
    'state',
    'list',
    'колонка',
    'statuss',
  ],
  due: [
    'due date',
    'due',
    'крайний срок',
    'deadline',
    'срок',
    'дедлайн',
    'termiņš',
    'date',
    'дата',
  ],
  start: ['start date', 'start', 'дата начала', 'начало', 'начать', 'sākums', 'sākuma datums'],
  done: [
    'completed at',
    'resolved',
    'дата завершения',
    'дата закрытия',
    'закрыта',
    'завершена',
    'pabeigts',
  ],
  created: ['created at', 'created', 'дата создания', 'создана', 'created time', 'izveidots'],
  people: [
    'assignee',
    'assignees',
    'ответственный',
    'исполнитель',
    'исполнители',
    'assigned to',
    'assign',
    'person',
    'owner',
    'izpildītājs',
    'atbildīgais',
  ],
  labels: ['labels', 'tags', 'метки', 'теги', 'label', 'birkas'],
  project: ['project', 'projects', 'project name', 'проект', 'группа', 'projekts'],
  client: ['client', 'клиент', 'заказчик', 'компания', 'customer', 'klients'],
  comment: ['comment', 'comments', 'комментарий', 'комментарии', 'komentārs'],
};

export type TaskColumns = Readonly<Record<TaskField, readonly number[]>>;

const tidy = (head: string): string => fold(head.replace(/^\ufeff/, '').trim());

/** Columns that may stand several times, each time with another value. */
const REPEATED: readonly TaskField[] = ['labels', 'comment', 'people'];

/** Which columns hold what. `stated`: heads that somebody named for a field, which count before all known ones. */
export function taskColumns(
  cells: readonly string[],
  stated: Readonly<Partial<Record<TaskField, string>>> = {},
): TaskColumns {
  const heads = cells.map(tidy);
  const taken = new Set<number>();
  const columns: Partial<Record<TaskField, readonly number[]>> = {};
  const take = (field: TaskField, names: readonly string[]) => {
    for (const name of names) {
      const wanted = tidy(name);
      const found = heads.flatMap((head, index) =>
        head === wanted && !taken.has(index) ? [index] : [],
      );
      const own = REPEATED.includes(field) ? found : found.slice(0, 1);
      if (own.length === 0) continue;
      for (const index of own) taken.add(index);
      columns[field] = own;
      return;
    }
  };
  for (const field of TASK_FIELDS) {
    const name = stated[field];
    if (name !== undefined) take(field, [name]);
  }
  for (const field of TASK_FIELDS) {
    if (stated[field] === undefined) take(field, HEADS[field]);
  }
  return {
    key: [],
    title: [],
    description: [],
    status: [],
    due: [],
    start: [],
    done: [],
    created: [],
    people: [],
    labels: [],
    project: [],
    client: [],
    comment: [],
    ...columns,
  };
}

/** How sure it is that a row is the head of a list of tasks: it needs a title and one thing more. */
export function taskHeaderScore(
  cells: readonly string[],
  stated: Readonly<Partial<Record<TaskField, string>>> = {},
): number {
  const columns = taskColumns(cells, stated);
  if (columns.title.length === 0) return 0;
  const known = TASK_FIELDS.filter((field) => columns[field].length > 0).length;
  return known < 2 ? 0 : known;
}

/** Whose list it is, by heads that only one tool has. */
export function toolOfHeads(cells: readonly string[]): 'jira' | 'asana' | 'bitrix24' | 'csv' {
  const heads = new Set(cells.map(tidy));
  const has = (...names: string[]) => names.every((name) => heads.has(tidy(name)));
  if (has('issue key')) return 'jira';
  if (has('task id', 'completed at')) return 'asana';
  if (has('крайний срок', 'ответственный') || has('deadline', 'responsible person'))
    return 'bitrix24';
  return 'csv';
}
