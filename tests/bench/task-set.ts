import Database from 'better-sqlite3';
import { addDays } from '../../shared/domain/dates';
import { TASK_STATUSES } from '../../shared/domain/work/task-status';
import { TODAY } from './data-set';

const KINDS = ['Дизайн', 'Аналитика', 'Копирайт', 'Разработка', 'PPC'];
const TITLES = [
  'Макеты «Чёрная пятница», 6 форматов',
  'Отчёт по Директу за октябрь',
  'Ответ на претензию № 4: прайс в объявлениях',
  'Лендинг «Тёплые окна», первый экран',
  'Минус-слова: импланты',
];
/** Every column holds cards, none is only a strip. */
const STATUSES = TASK_STATUSES.filter((status) => status !== 'done' && status !== 'backlog');

/** Leaves so many living tasks in a workspace, spread over the open columns of the board, clients and people. */
export function makeTasks(path: string, count: number): void {
  const db = new Database(path);
  try {
    const ids = (table: string): string[] =>
      db
        .prepare<[], { id: string }>(`SELECT id FROM ${table} ORDER BY id`)
        .all()
        .map(({ id }) => id);
    const clients = ids('clients');
    const people = ids('people');
    const createdAt = Date.parse(`${TODAY}T08:00:00Z`);
    const task = db.prepare(
      `INSERT INTO tasks (id, number, client_id, title, kind, status, status_since, due_on, estimate_s, position, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const assignee = db.prepare(
      'INSERT INTO task_assignees (id, task_id, person_id, position) VALUES (?, ?, ?, 0)',
    );
    db.transaction(() => {
      db.prepare('UPDATE tasks SET archived_at = ?').run(createdAt);
      for (let index = 0; index < count; index += 1) {
        const id = `bench-task-${String(index).padStart(6, '0')}`;
        task.run(
          id,
          1_000_000 + index,
          clients[index % clients.length],
          TITLES[index % TITLES.length],
          KINDS[index % KINDS.length],
          STATUSES[index % STATUSES.length],
          createdAt,
          addDays(TODAY, (index % 40) - 8),
          3600 * (1 + (index % 8)),
          index,
          createdAt,
        );
        assignee.run(`${id}-who`, id, people[index % people.length]);
      }
    })();
  } finally {
    db.close();
  }
}
