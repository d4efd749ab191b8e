import { DatabaseSync } from 'node:sqlite';

/** A template of one's own with a field of every kind that holds more than a line. */
const SECTIONS = [
  {
    key: 'task',
    title: 'Задача',
    hint: '',
    fields: [
      field('story', 'rich', 'Что происходит', { required: true }),
      field('plan', 'rich', 'Как будем работать'),
    ],
  },
  {
    key: 'people',
    title: 'Люди',
    hint: '',
    fields: [
      field('segments', 'audience', 'Сегменты'),
      field('checks', 'checklist', 'До запуска', { items: ['Доступы', 'Договор'] }),
      field('files', 'file', 'Материалы'),
    ],
  },
];

function field(key: string, type: string, label: string, more: object = {}) {
  return {
    key,
    type,
    label,
    help: 'Своими словами',
    required: false,
    internal: false,
    needsNumber: null,
    choices: [],
    columns: [],
    items: [],
    ...more,
  };
}

export const RICH_TEMPLATE = 'template-rich';
export const RICH_BRIEF = 'brief-rich';

/** Puts a brief with formatted answers into a workspace that is closed. */
export function putRichBrief(path: string, answers: Readonly<Record<string, unknown>> = {}): void {
  const db = new DatabaseSync(path);
  try {
    db.prepare(
      `INSERT INTO brief_templates (id, origin_id, edition, language, title, sections, made_at)
       VALUES (?, ?, 1, 'ru', 'Своё', ?, 0)`,
    ).run(RICH_TEMPLATE, RICH_TEMPLATE, JSON.stringify(SECTIONS));
    const client = db.prepare("SELECT id FROM clients WHERE name = 'Верба'").get();
    db.prepare(
      `INSERT INTO briefs (id, number, client_id, template_key, title, language, brief_on, edited_at)
       VALUES (?, 99, ?, ?, 'Осмотры для школьников', 'ru', '2026-11-23', 0)`,
    ).run(RICH_BRIEF, String(client?.['id']), RICH_TEMPLATE);
    const add = db.prepare(
      'INSERT INTO brief_answers (id, brief_id, field_key, value) VALUES (?, ?, ?, ?)',
    );
    for (const [key, answer] of Object.entries(answers)) {
      add.run(`answer-${key}`, RICH_BRIEF, key, JSON.stringify(answer));
    }
  } finally {
    db.close();
  }
}
