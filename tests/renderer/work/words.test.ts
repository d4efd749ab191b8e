import { describe, expect, it } from 'vitest';
import type { Kit } from '../../../renderer/features/work/kit';
import { listRows } from '../../../renderer/features/work/list/list-rows';
import {
  mentionAt,
  peopleBeginning,
  withMention,
} from '../../../renderer/features/work/panel/mention';
import { ruleWords, suggestedRules } from '../../../renderer/features/work/panel/rule-words';
import { dueTone, initialsOf } from '../../../renderer/features/work/task-words';
import { formatsFor } from '../../../renderer/lib/format';
import { allMessages } from '../../../shared/i18n/all-messages';
import { createI18n } from '../../../shared/i18n/i18n';
import { card } from './card';

const TODAY = '2026-11-23';
const kit: Kit = {
  t: createI18n('ru', allMessages.ru).getFixedT('ru', 'work'),
  format: formatsFor('ru'),
  today: TODAY,
  clients: new Map(),
  people: new Map([['p', { id: 'p', name: 'Анна Ракитина', code: 'АР', role: '' }]]),
  projects: new Map(),
  stages: new Map(),
};

describe('a rule in words', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'каждый будний день'],
    ['FREQ=WEEKLY;BYDAY=TU', 'каждую неделю: вт'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'каждые 2 недели: пн'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', 'каждый месяц, 5-го числа'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'каждый месяц, в последний день'],
    ['FREQ=DAILY;UNTIL=20261231', 'каждый день, до 31.12.2026'],
  ])('%s', (rule, words) => {
    expect(ruleWords(rule, kit)).toBe(words);
  });

  it('stands as it is written where it has no words', () => {
    expect(ruleWords('FREQ=MONTHLY;BYSETPOS=2;BYDAY=TU', kit)).toBe(
      'FREQ=MONTHLY;BYSETPOS=2;BYDAY=TU',
    );
    expect(ruleWords('FREQ=MONTHLY;BYDAY=2TU', kit)).toBe('FREQ=MONTHLY;BYDAY=2TU');
  });

  it('has words for everything that is suggested', () => {
    for (const rule of suggestedRules('2026-11-24')) expect(ruleWords(rule, kit)).not.toBe(rule);
  });
});

describe('a mention', () => {
  const people = [
    { id: 'p', name: 'Анна Ракитина', code: 'АР' },
    { id: 'q', name: 'Илья Лядов', code: 'ИЛ' },
  ];

  it('is found behind an @ that begins a word', () => {
    expect(mentionAt('спросить @ра', 12)).toEqual({ from: 9, begun: 'ра' });
    expect(mentionAt('почта a@b', 9)).toBeNull();
    expect(mentionAt('@', 1)).toEqual({ from: 0, begun: '' });
  });

  it('finds people by either name and by code', () => {
    expect(peopleBeginning(people, 'рак').map(({ id }) => id)).toEqual(['p']);
    expect(peopleBeginning(people, 'ил').map(({ id }) => id)).toEqual(['q']);
  });

  it('takes the place of what was begun', () => {
    const [anna] = people;
    if (anna === undefined) throw new Error('nobody');
    expect(withMention('да, @ра срочно', 7, anna)).toEqual({ text: 'да, @АР  срочно', cursor: 8 });
  });
});

describe('a task in words', () => {
  it('is late only while it is open', () => {
    expect(dueTone(card({ dueOn: '2026-11-20' }), TODAY)).toBe('neg m');
    expect(dueTone(card({ dueOn: '2026-11-20', status: 'done' }), TODAY)).toBe('t2');
    expect(dueTone(card({ deadlineOn: TODAY }), TODAY)).toBe('warn m');
    expect(dueTone(card({}), TODAY)).toBe('t2');
  });

  it('names people by two letters', () => {
    expect(initialsOf('мария  котова ивановна')).toBe('МК');
    expect(initialsOf('Ilze')).toBe('I');
  });
});

describe('rows of the list', () => {
  const tasks = [
    card({ id: '1', status: 'done', personIds: ['p'], estimateSeconds: 3600 }),
    card({ id: '2', status: 'ready', estimateSeconds: 7200 }),
    card({ id: '3', status: 'ready' }),
  ];

  it('stand under the head of their group, with its sum', () => {
    const rows = listRows(tasks, 'status', new Set(), kit);
    expect(rows.map(({ key }) => key)).toEqual(['ready', '2', '3', 'done', '1']);
    expect(rows[0]).toMatchObject({ label: 'Очередь', count: 2, seconds: 7200 });
  });

  it('are gone while their group is folded', () => {
    const rows = listRows(tasks, 'status', new Set(['ready']), kit);
    expect(rows.map(({ key }) => key)).toEqual(['ready', 'done', '1']);
  });

  it('end with what has none', () => {
    const rows = listRows(tasks, 'person', new Set(), kit).filter(({ kind }) => kind === 'group');
    expect(rows.map((row) => (row.kind === 'group' ? row.label : ''))).toEqual([
      'Анна Ракитина',
      'Никто',
    ]);
  });
});
