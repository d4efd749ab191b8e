import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '../../db/repositories/people.repo';
import { addProject } from '../../db/repositories/projects.repo';
import {
  listBriefTasks,
  proposeBriefTasks,
  setBriefTasks,
  takeBriefIn,
} from '../../electron/services/brief-tasks.service';
import { addBrief, answerBrief, showBrief } from '../../electron/services/briefs.service';
import type { Session } from '../../electron/services/session';
import { showTask } from '../../electron/services/tasks/task-details.service';
import { addTask, amendTask } from '../../electron/services/tasks/task-writes.service';
import { listTasks } from '../../electron/services/tasks/tasks.service';
import { addTemplate } from '../../electron/services/tasks/templates.service';
import { briefTasksContract } from '../../shared/contract/brief-tasks.contract';
import { EMPTY_TASK_FILTER } from '../../shared/domain/work/task-view';
import { newSession, TODAY } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { moveBrief } from '../helpers/move-brief';

let session: Session;
let briefId: string;

const refused = (code: string) => expect.objectContaining({ code });
const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const propose = (regulationId: string | null = null) =>
  proposeBriefTasks(session, { briefId, regulationId });
const list = () => listBriefTasks(session, { briefId }).tasks;
const limits = (...items: string[]) =>
  answerBrief(session, { id: briefId, fieldKey: 'limits', answer: { type: 'list', items } });
const day = (fieldKey: string, on: string) =>
  answerBrief(session, { id: briefId, fieldKey, answer: { type: 'date', on } });

/** Sets what is proposed, as the window does where nothing is changed. */
function setAll(given: Partial<Parameters<typeof setBriefTasks>[1]> = {}): string[] {
  const tasks = propose(given.regulationId ?? null).tasks.map(
    ({ key, title, estimateSeconds, startOn, dueOn, personId }) => ({
      key,
      title,
      estimateSeconds,
      startOn,
      dueOn,
      personId,
    }),
  );
  const { revision } = showBrief(session, { id: briefId });
  return setBriefTasks(session, {
    briefId,
    revision,
    regulationId: null,
    projectId: null,
    start: false,
    tasks,
    ...given,
  }).ids;
}

function changes(): Record<string, unknown> {
  const { cards } = listTasks(session, {
    filter: EMPTY_TASK_FILTER,
    sort: { by: 'number', descending: false },
    offset: 0,
    limit: 100,
  });
  return Object.fromEntries(
    cards.title.flatMap((title, index) => {
      const change = cards.briefChange[index] ?? null;
      return change === null ? [] : [[title, change]];
    }),
  );
}

beforeEach(() => {
  session = newSession();
  briefId = addBrief(session, {
    clientId: 'ural',
    templateKey: 'paid-search',
    title: 'Реклама к марту',
    language: 'ru',
  }).id;
  limits('Без слова «дешёвый»');
  day('starts-on', '2026-12-14');
  day('ends-on', '2027-01-29');
});
afterEach(() => session.workspace.close());

describe('tasks by a brief', () => {
  it('are set once the client has agreed, and not after the work was accepted', () => {
    expect(() => propose()).toThrow(refused('brief-not-agreed'));
    moveBrief(session, briefId, 'sent');
    expect(() => propose()).toThrow(refused('brief-not-agreed'));
    moveBrief(session, briefId, 'approved');
    expect(briefTasksContract['brief-tasks/propose'].output.parse(propose()).tasks).toHaveLength(8);
    for (const step of ['started', 'delivered'] as const) moveBrief(session, briefId, step);
    expect(propose().tasks).toHaveLength(8);
    moveBrief(session, briefId, 'accepted', { note: 'приняли' });
    expect(() => propose()).toThrow(refused('brief-not-agreed'));
  });

  it('lie between the approval, the start and the end, on working days, one after the other', () => {
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    const of = new Map(propose().tasks.map((task) => [task.key, task]));
    expect(of.get('common/kickoff')).toMatchObject({ startOn: '2026-11-23', dueOn: '2026-11-24' });
    expect(of.get('paid-search/launch')).toMatchObject({
      startOn: '2026-12-10',
      dueOn: '2026-12-14',
      after: ['Настроить цели и передачу заявок', 'Написать объявления'],
      sections: ['Кампании', 'Бюджет и сроки', 'Ограничения'],
    });
    expect(of.get('common/report')?.startOn).toBe('2027-02-01');
    expect(of.get('paid-search/ads')?.estimateSeconds).toBe(28_800);
  });

  it('go to whoever has the craft and most hours free', () => {
    session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) => {
      addPerson(tx, { id: 'vera', name: 'vera', code: 'V', role: 'Старший копирайтер' });
      addPerson(tx, { id: 'gleb', name: 'gleb', code: 'G', role: 'Контекстолог' });
    });
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    const personOf = (key: string) => propose().tasks.find((task) => task.key === key)?.personId;
    expect(personOf('paid-search/ads')).toBe('vera');
    expect(personOf('paid-search/semantics')).toBe('gleb');
    expect(personOf('paid-search/landing')).toBeNull();
  });

  it('are one action with checklists, order, project and the start of the work', () => {
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    const projectId = session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) =>
      addProject(tx, {
        clientId: 'ural',
        kind: 'retainer',
        name: 'Реклама',
        startsOn: '2026-01-01',
      }),
    );
    const ids = setAll({ projectId, start: true });
    expect(ids).toHaveLength(8);
    expect(showBrief(session, { id: briefId }).stage).toBe('work');
    const ads = showTask(session, { id: ids[4] ?? '' });
    expect(ads).toMatchObject({
      title: 'Написать объявления',
      clientId: 'ural',
      projectId,
      briefId,
      brief: { id: briefId, number: 1, version: 1, change: null },
      description:
        'По брифу № 1 «Реклама к марту», версия 1. Разделы: аудитория, сообщение, ограничения.',
    });
    expect(ads.checklist.map(({ title }) => title)).toContain('Ограничения брифа соблюдены');
    expect(ads.before.map(({ title }) => title)).toEqual(['Собрать семантику и минус-слова']);
    expect(propose().tasks).toEqual([]);
    undo();
    expect(list()).toEqual([]);
    expect(showBrief(session, { id: briefId }).stage).toBe('approved');
    expect(propose().tasks).toHaveLength(8);
  });

  it('are proposed again where they are missing, linked to those that are there', () => {
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    const chosen = propose().tasks.find(({ key }) => key === 'paid-search/semantics');
    const task = {
      key: 'paid-search/semantics',
      title: 'Семантика для второй очереди',
      estimateSeconds: null,
      startOn: chosen?.startOn ?? '',
      dueOn: chosen?.dueOn ?? '',
      personId: 'anna',
    };
    setAll({ tasks: [task] });
    expect(propose().tasks).toHaveLength(7);
    const ids = setAll();
    const ads = ids
      .map((id) => showTask(session, { id }))
      .find(({ title }) => title === 'Написать объявления');
    expect(ads?.before.map(({ title }) => title)).toEqual(['Семантика для второй очереди']);
  });

  it('can be the steps of a regulation of the workspace', () => {
    const regulation = addTemplate(session, {
      name: 'Запуск',
      kind: 'PPC',
      language: 'ru',
      description: '',
      steps: [
        {
          title: 'Собрать',
          role: 'designer',
          estimateSeconds: 3600,
          startOffset: 0,
          dueOffset: 1,
          after: null,
          checklist: ['раз'],
        },
        {
          title: 'Сдать',
          role: '',
          estimateSeconds: null,
          startOffset: 2,
          dueOffset: 2,
          after: 0,
          checklist: [],
        },
      ],
    });
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    expect(propose(regulation.id).tasks).toMatchObject([
      { title: 'Собрать', startOn: '2026-12-14', dueOn: '2026-12-15', checklist: ['раз'] },
      { title: 'Сдать', startOn: '2026-12-16', personId: null, after: ['Собрать'] },
    ]);
    expect(setAll({ regulationId: regulation.id })).toHaveLength(2);
    expect(propose(regulation.id).tasks).toEqual([]);
    expect(propose().tasks).toHaveLength(8);
  });

  it('are refused whole where one of them cannot be', () => {
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    const [first] = propose().tasks;
    const task = {
      key: first?.key ?? '',
      title: 'Доступы',
      estimateSeconds: 0,
      startOn: TODAY,
      dueOn: TODAY,
      personId: null,
    };
    const refuse = (code: string, given: Parameters<typeof setAll>[0]) =>
      expect(() => setAll(given)).toThrow(refused(code));
    refuse('brief-task-unknown', { tasks: [task, { ...task, key: 'smm/plan' }] });
    refuse('brief-task-unknown', { tasks: [task, task] });
    refuse('task-due-before-start', { tasks: [{ ...task, dueOn: '2026-11-01' }] });
    refuse('person-not-found', { tasks: [{ ...task, personId: 'nobody' }] });
    refuse('row-changed-elsewhere', { revision: 1 });
    refuse('template-not-found', { regulationId: 'none', tasks: [task] });
    expect(list()).toEqual([]);
  });
});

describe('a brief that changes after its tasks were set', () => {
  beforeEach(() => {
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    setAll();
  });

  it('marks the tasks that stand on what changed, until somebody has taken it in', () => {
    moveBrief(session, briefId, 'reopened');
    expect(changes()).toEqual({});
    limits('Без слова «дешёвый»', 'Без сравнений с конкурентами');
    const change = { from: 1, to: 2 };
    expect(changes()).toEqual({
      'Написать объявления': change,
      'Собрать и запустить кампании': change,
    });
    const [ads] = list().filter((task) => task.title === 'Написать объявления');
    expect(ads?.change).toEqual(change);
    expect(showTask(session, { id: ads?.id ?? '' }).brief?.change).toEqual(change);

    takeBriefIn(session, { taskIds: [ads?.id ?? ''] });
    expect(Object.keys(changes())).toEqual(['Собрать и запустить кампании']);
    undo();
    expect(Object.keys(changes())).toHaveLength(2);
    takeBriefIn(session, { taskIds: [ads?.id ?? ''] });
    limits('Нельзя ничего');
    expect(changes()['Написать объявления']).toEqual({ from: 2, to: 2 });
  });

  it('marks nothing where it says the same again, and keeps the mark once it is approved', () => {
    moveBrief(session, briefId, 'reopened');
    limits('Без слова «скидка»');
    limits('Без слова «дешёвый»');
    expect(changes()).toEqual({});
    limits('Без слова «скидка»');
    moveBrief(session, briefId, 'sent');
    moveBrief(session, briefId, 'approved');
    expect(Object.keys(changes())).toHaveLength(2);
  });

  it('marks a task that was linked by hand by any answer, and one that was unlinked by none', () => {
    const fields = { title: 'Звонок', clientId: 'ural', briefId };
    addTask(session, { quick: '', fields, status: 'ready', checklist: [], recurrence: null });
    moveBrief(session, briefId, 'reopened');
    day('ends-on', '2027-02-26');
    expect(Object.keys(changes())).toContain('Звонок');
    const call = list().find(({ title }) => title === 'Звонок');
    expect(call).toMatchObject({ version: 1, change: { from: 1, to: 2 } });
    const id = call?.id ?? '';
    const { revision } = showTask(session, { id });
    amendTask(session, { id, revision, patch: { briefId: null }, reason: '' });
    expect(Object.keys(changes())).not.toContain('Звонок');
    expect(showTask(session, { id }).brief).toBeNull();
  });
});
