import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/contract/app-error';
import { localDayOf, statusOfWords } from '../../../../shared/domain/moving-in/incoming';
import { createdAtOf, parseTrello } from '../../../../shared/domain/moving-in/trello';

const board = readFileSync(
  join(import.meta.dirname, '../../../fixtures/trello/board.json'),
  'utf8',
);

function codeOf(text: string): string | null {
  try {
    parseTrello(text);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('a Trello board', () => {
  const { tasks, warnings, refused, title } = parseTrello(board);
  const of = (start: string) => tasks.find((task) => task.title.startsWith(start));

  it('becomes tasks with what the card holds', () => {
    expect(title).toBe('Ромашка, продвижение');
    expect(refused).toEqual([]);
    expect(warnings).toEqual([]);
    expect(tasks).toHaveLength(5);
    expect(of('Лендинг')).toMatchObject({
      description: 'Собрать лендинг\n\n- герой\n- форма',
      stage: 'В работе',
      status: 'in-work',
      // A label without a name is known by its colour.
      labels: ['Ромашка', 'red'],
      people: ['Анна Ракитина', 'Кто-то Чужой'],
      points: [
        { title: 'Приёмка: Ссылки работают', isDone: false },
        { title: 'Приёмка: Тексты сверены', isDone: true },
        { title: 'Запуск: Пиксель стоит', isDone: false },
      ],
      comments: [
        { author: 'Кто-то Чужой', body: 'Начали', saidAt: Date.UTC(2026, 10, 20, 8) },
        { author: 'Анна Ракитина', body: 'Форма готова, смотрите' },
      ],
    });
  });

  it('keeps archived cards and those of archived lists archived', () => {
    expect(tasks.filter(({ isArchived }) => isArchived).map((task) => task.title)).toEqual([
      'Убранная карточка',
      'Старая идея',
    ]);
  });

  it('counts days in the zone of this computer, and knows from its id when a card was made', () => {
    const due = new Date('2026-11-27T21:30:00.000Z');
    expect(of('Лендинг')?.dueOn).toBe(localDayOf(due.getTime()));
    expect(localDayOf(new Date(2028, 1, 29, 23, 59).getTime())).toBe('2028-02-29');
    expect(localDayOf(new Date(2026, 2, 29, 3, 30).getTime())).toBe('2026-03-29');
    expect(createdAtOf('5f5e1000aaaaaaaaaaaaaaaa')).toBe(0x5f5e1000 * 1000);
    expect(createdAtOf('not hexadecimal')).toBeNull();
  });

  it('leaves out a start after the due date and says so', () => {
    const file = JSON.parse(board) as { cards: { start: string }[] };
    const [card] = file.cards;
    if (card !== undefined) card.start = '2026-12-24T09:00:00.000Z';
    const read = parseTrello(JSON.stringify(file));
    expect(read.tasks.find(({ key }) => key === of('Лендинг')?.key)?.startOn).toBeNull();
    expect(read.warnings.map(({ code }) => code)).toEqual(['task-start-after-due']);
  });

  it('refuses a cut-off file, another JSON, and never fails in another way', () => {
    expect(codeOf('{"products": []}')).toBe('trello-lookalike');
    expect(codeOf('[]')).toBe('trello-lookalike');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: board.trimEnd().length - 1 }), (end) => {
        expect(codeOf(board.slice(0, end))).toBe('trello-not-json');
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([null, 'trello-lookalike']).toContain(codeOf(JSON.stringify(value)));
      }),
    );
  });
});

describe('words for a status', () => {
  it.each([
    ['Готово', 'done'],
    ['Не готово', 'ready'],
    ['К выполнению', 'ready'],
    ['В процессе выполнения', 'in-work'],
    ['Готово к проверке', 'review'],
    ['На согласовании у клиента', 'client-review'],
    ['Правки', 'rework'],
    ['To do', 'ready'],
    ['Not started', 'ready'],
    ['In progress', 'in-work'],
    ['Done ✅', 'done'],
    ['Ready for QA', 'review'],
    ['Pabeigts', 'done'],
    ['Darbā', 'in-work'],
    ['Ноябрь', 'backlog'],
    ['', 'backlog'],
  ] as const)('%s is %s', (words, status) => {
    expect(statusOfWords(words)).toBe(status);
  });
});
