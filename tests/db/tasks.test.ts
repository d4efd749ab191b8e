import { describe, expect, test } from 'vitest';
import { addProject } from '../../electron/services/projects.service';
import type { Session } from '../../electron/services/session';
import { showTask } from '../../electron/services/tasks/task-details.service';
import {
  keepBaseline,
  linkTasks,
  moveTasks,
  rescheduleTask,
  unlinkTasks,
} from '../../electron/services/tasks/task-moves.service';
import {
  addItem,
  addStage,
  attachFile,
  checkItem,
  commentTask,
  limitColumn,
  moveItem,
  readFile,
} from '../../electron/services/tasks/task-parts.service';
import { readToday, scheduleTasks } from '../../electron/services/tasks/task-schedule.service';
import {
  acceptTask,
  addTask,
  amendManyTasks,
  amendTask,
  archiveTasks,
  prioritiseTask,
  sendTaskBack,
} from '../../electron/services/tasks/task-writes.service';
import { listTasks, rankTasks } from '../../electron/services/tasks/tasks.service';
import { cardsOf } from '../../renderer/lib/task-view';
import type { TaskCard, TaskFields, TaskFilter } from '../../shared/contract/tasks-shapes';
import { MAX_FILE_BYTES } from '../../shared/domain/file-size';
import { EMPTY_TASK_FILTER } from '../../shared/domain/work/task-view';
import { newSession, TODAY } from '../helpers/db-session';

// TODAY is a Saturday; the next working day is Monday the 23rd.

function add(session: Session, fields: Partial<TaskFields>): string {
  return addTask(session, {
    quick: '',
    fields: { title: 'Задача', ...fields },
    status: 'ready',
    checklist: [],
    recurrence: null,
  }).id;
}

function cards(session: Session, filter: Partial<TaskFilter> = {}): TaskCard[] {
  const answer = listTasks(session, {
    filter: { ...EMPTY_TASK_FILTER, ...filter },
    sort: { by: 'position', descending: false },
    offset: 0,
    limit: 1000,
  });
  return cardsOf(answer.cards);
}

const titles = (list: readonly TaskCard[]): string[] => list.map(({ title }) => title);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'other';
  }
  return 'done';
}

/** Refused with this code, and nothing written. */
function refuses(session: Session, code: string, run: () => unknown): void {
  const before = session.workspace.read.get('SELECT max(seq) AS seq FROM journal');
  expect(codeOf(run)).toBe(code);
  expect(session.workspace.read.get('SELECT max(seq) AS seq FROM journal')).toEqual(before);
}

describe('a task', () => {
  test('is added by one line and by fields, which win', () => {
    const session = newSession();
    const { id } = addTask(session, {
      quick: 'Отчёт Кама до пн 2ч @boris !',
      fields: { kind: 'Отчёт', dueOn: '2026-11-25' },
      status: 'in-work',
      checklist: ['Цифры', 'Выводы'],
      recurrence: null,
    });
    expect(showTask(session, { id })).toMatchObject({
      number: 1,
      title: 'Отчёт Кама',
      clientId: 'kama',
      clientName: 'Кама',
      kind: 'Отчёт',
      status: 'in-work',
      dueOn: '2026-11-25',
      estimateSeconds: 7200,
      priority: 'high',
      isPrioritySet: true,
      assignees: [{ personId: 'boris' }],
      checklist: [{ title: 'Цифры' }, { title: 'Выводы' }],
    });
    expect(session.workspace.undoState().undo?.key).toBe('history.add-task');
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(cards(session)).toEqual([]);
  });

  test('refuses what cannot be, and writes nothing', () => {
    const session = newSession();
    const project = addProject(session, {
      clientId: 'ural',
      kind: 'fixed-fee',
      name: 'Сайт',
      startsOn: '2026-10-01',
      endsOn: null,
      feeMinor: 10_000_000,
      terms: null,
    }).id;
    refuses(session, 'task-due-before-start', () =>
      add(session, { startOn: '2026-12-02', dueOn: '2026-12-01' }),
    );
    refuses(session, 'task-title-needed', () => add(session, { title: '' }));
    refuses(session, 'task-project-of-other', () =>
      add(session, { clientId: 'kama', projectId: project }),
    );
    refuses(session, 'person-not-found', () =>
      add(session, { assignees: [{ personId: 'nobody', sharePpm: 1_000_000 }] }),
    );
    refuses(session, 'client-not-found', () => add(session, { clientId: 'nobody' }));
    refuses(session, 'task-not-found', () => showTask(session, { id: 'none' }));
    refuses(session, 'recurrence-invalid', () =>
      addTask(session, {
        quick: 'Отчёт',
        fields: {},
        status: 'ready',
        checklist: [],
        recurrence: { rule: 'each month', startsOn: TODAY },
      }),
    );
  });

  test('takes its client from the project, and loses the project with the client', () => {
    const session = newSession();
    const projectId = addProject(session, {
      clientId: 'ural',
      kind: 'fixed-fee',
      name: 'Сайт',
      startsOn: '2026-10-01',
      endsOn: null,
      feeMinor: 10_000_000,
      terms: null,
    }).id;
    const stageId = addStage(session, { projectId, name: 'Макет', amountMinor: 3_000_000 }).id;
    const id = add(session, { stageId });
    expect(showTask(session, { id })).toMatchObject({
      clientId: 'ural',
      projectId,
      stageName: 'Макет',
    });
    amendTask(session, { id, revision: 1, patch: { clientId: 'kama' }, reason: '' });
    expect(showTask(session, { id })).toMatchObject({
      clientId: 'kama',
      projectId: null,
      stageId: null,
    });
  });

  test('keeps why its dates moved, and warns of a deadline before the planned end', () => {
    const session = newSession();
    const id = add(session, { dueOn: '2026-11-25', deadlineOn: '2026-11-27' });
    const answer = amendTask(session, {
      id,
      revision: 1,
      patch: { dueOn: '2026-11-30' },
      reason: 'Клиент не прислал тексты',
    });
    expect(answer.warnings).toMatchObject([{ key: 'work:warning.due-after-deadline' }]);
    expect(showTask(session, { id }).dueChanges).toMatchObject([
      {
        field: 'due',
        fromOn: '2026-11-25',
        toOn: '2026-11-30',
        reason: 'Клиент не прислал тексты',
        changedBy: 'anna',
      },
    ]);
    expect(
      codeOf(() => amendTask(session, { id, revision: 1, patch: { kind: 'x' }, reason: '' })),
    ).toBe('row-changed-elsewhere');
  });

  test('counts rework, and is accepted on a calendar day', () => {
    const session = newSession();
    const id = add(session, { dueOn: TODAY });
    moveTasks(session, { ids: [id], to: { status: 'review' }, reason: '' });
    sendTaskBack(session, {
      id,
      revision: showTask(session, { id }).revision,
      reason: 'Не та цена',
    });
    expect(showTask(session, { id })).toMatchObject({ status: 'rework', reworkCount: 1 });
    const { revision } = showTask(session, { id });
    acceptTask(session, { id, revision, acceptedBy: 'Иванова, директор' });
    const task = showTask(session, { id });
    expect(task).toMatchObject({
      status: 'done',
      doneOn: TODAY,
      acceptedBy: 'Иванова, директор',
      reworkCount: 1,
    });
    expect(task.statusChanges.map(({ toStatus }) => toStatus)).toEqual([
      'review',
      'rework',
      'done',
    ]);
    moveTasks(session, { ids: [id], to: { status: 'in-work' }, reason: '' });
    expect(showTask(session, { id })).toMatchObject({ doneOn: null, acceptedAt: null });
  });

  test('has a checklist that is checked, put in order and undone', () => {
    const session = newSession();
    const taskId = add(session, {});
    const ids = ['один', 'два', 'три'].map((title) => addItem(session, { taskId, title }).id);
    moveItem(session, { id: ids[2] ?? '', afterId: null });
    checkItem(session, { id: ids[0] ?? '', isChecked: true });
    const { checklist } = showTask(session, { id: taskId });
    expect(checklist.map(({ title }) => title)).toEqual(['три', 'один', 'два']);
    expect(cards(session)[0]).toMatchObject({ checklistDone: 1, checklistTotal: 3 });
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(cards(session)[0]).toMatchObject({ checklistDone: 0 });
  });

  test('mentions people until they answer', () => {
    const session = newSession();
    const taskId = add(session, { clientId: 'kama' });
    const boris = { ...session, actor: 'boris' };
    commentTask(boris, { taskId, body: '@anna какой бюджет? почта a@boris.ru' });
    expect(readToday(session, { personId: null }).waitingForMe).toMatchObject([
      { card: { id: taskId }, reason: { key: 'work:today.mentioned', params: { name: 'boris' } } },
    ]);
    expect(readToday(boris, { personId: null }).waitingForMe).toEqual([]);
    commentTask(session, { taskId, body: 'Сто тысяч' });
    expect(readToday(session, { personId: null }).waitingForMe).toEqual([]);
  });

  test('keeps small files whole, large ones by their address', () => {
    const session = newSession();
    const taskId = add(session, {});
    const content = Buffer.from('договор').toString('base64');
    const file = attachFile(session, {
      taskId,
      name: 'a.txt',
      mime: 'text/plain',
      content,
      location: '',
    });
    expect(readFile(session, file)).toEqual({ name: 'a.txt', mime: 'text/plain', content });
    attachFile(session, {
      taskId,
      name: 'Диск',
      mime: '',
      content: null,
      location: 'https://disk.test/1',
    });
    expect(showTask(session, { id: taskId }).files).toHaveLength(2);
    const big = Buffer.alloc(MAX_FILE_BYTES + 1).toString('base64');
    const about = { taskId, name: 'big.zip', mime: '' };
    refuses(session, 'task-file-too-large', () =>
      attachFile(session, { ...about, content: big, location: '' }),
    );
    refuses(session, 'task-file-empty', () =>
      attachFile(session, { ...about, content: '', location: '' }),
    );
    refuses(session, 'task-file-nothing', () =>
      attachFile(session, { ...about, content: null, location: ' ' }),
    );
  });
});

describe('the board', () => {
  test('puts cards between others, also when there is no room left between them', () => {
    const session = newSession();
    const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map((title) => add(session, { title }));
    moveTasks(session, { ids: [c], to: { status: 'ready', afterId: a }, reason: '' });
    expect(titles(cards(session))).toEqual(['a', 'c', 'b']);
    moveTasks(session, { ids: [b], to: { afterId: null }, reason: '' });
    expect(titles(cards(session))).toEqual(['b', 'a', 'c']);
    for (let turn = 0; turn < 30; turn += 1) {
      moveTasks(session, { ids: [turn % 2 === 0 ? c : a], to: { afterId: b }, reason: '' });
      expect(titles(cards(session))).toEqual(turn % 2 === 0 ? ['b', 'c', 'a'] : ['b', 'a', 'c']);
    }
  });

  test('moves to a person, a week and a client in one undo, and says when a column is over its limit', () => {
    const session = newSession();
    const id = add(session, { startOn: '2026-11-24', dueOn: '2026-11-26', clientId: 'kama' });
    const other = add(session, { title: 'Другая' });
    limitColumn(session, { status: 'in-work', limit: 1 });
    moveTasks(session, { ids: [other], to: { status: 'in-work' }, reason: '' });
    const answer = moveTasks(session, {
      ids: [id],
      to: { status: 'in-work', personId: 'boris', clientId: 'ural', weekOn: '2026-12-07' },
      reason: 'Борис свободен',
    });
    expect(answer.warnings).toMatchObject([
      { key: 'work:warning.over-limit', params: { count: 2, limit: 1 } },
    ]);
    expect(showTask(session, { id })).toMatchObject({
      status: 'in-work',
      clientId: 'ural',
      startOn: '2026-12-08',
      dueOn: '2026-12-10',
      assignees: [{ personId: 'boris' }],
    });
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(showTask(session, { id })).toMatchObject({
      status: 'ready',
      clientId: 'kama',
      dueOn: '2026-11-26',
      assignees: [],
    });
  });

  test('changes many at once, or none of them', () => {
    const session = newSession();
    const first = add(session, { dueOn: '2026-11-24', labels: ['срочно'] });
    const second = add(session, { startOn: '2026-11-25', dueOn: '2026-11-26' });
    const many = {
      ids: [first, second],
      patch: {},
      status: null,
      priority: null,
      addLabels: [],
      removeLabels: [],
      shiftDays: 0,
      reason: '',
    };
    amendManyTasks(session, {
      ...many,
      shiftDays: 7,
      addLabels: ['декабрь'],
      removeLabels: ['срочно'],
    });
    expect(cards(session).map(({ dueOn, labels }) => [dueOn, labels])).toEqual([
      ['2026-12-01', ['декабрь']],
      ['2026-12-03', ['декабрь']],
    ]);
    refuses(session, 'task-due-before-start', () =>
      amendManyTasks(session, { ...many, patch: { dueOn: '2026-11-30' } }),
    );
    archiveTasks(session, { ids: [first], isArchived: true });
    expect(cards(session)).toHaveLength(1);
    expect(cards(session, { archived: 'only' })).toHaveLength(1);
    expect(cards(session, { archived: 'with' })).toHaveLength(2);
  });

  test('finds by every part of the filter', () => {
    const session = newSession();
    add(session, { title: 'Баннеры', clientId: 'ural', kind: 'Дизайн', dueOn: '2026-11-20' });
    add(session, {
      title: 'Отчёт',
      clientId: 'kama',
      labels: ['ноябрь'],
      dueOn: '2026-11-30',
      assignees: [{ personId: 'anna', sharePpm: 1_000_000 }],
    });
    add(session, { title: 'Своё', isAfterHours: true });
    const found = (filter: Partial<TaskFilter>) => titles(cards(session, filter));
    expect(found({ text: 'banner' })).toEqual(['Баннеры']);
    expect(found({ text: '#2' })).toEqual(['Отчёт']);
    expect(found({ clientIds: ['kama', 'none'] })).toEqual(['Отчёт', 'Своё']);
    expect(found({ personIds: ['none'] })).toEqual(['Баннеры', 'Своё']);
    expect(found({ kinds: ['Дизайн'] })).toEqual(['Баннеры']);
    expect(found({ labels: ['ноябрь'] })).toEqual(['Отчёт']);
    expect(found({ overdue: true })).toEqual(['Баннеры']);
    expect(found({ mine: true })).toEqual(['Отчёт']);
    expect(found({ afterHours: true })).toEqual(['Своё']);
    expect(found({ due: { from: TODAY, to: null } })).toEqual(['Отчёт']);
  });
});

describe('the queue', () => {
  test('ranks by urgency × benefit with reasons; a priority set by hand wins; what is blocked comes last', () => {
    const session = newSession();
    const late = add(session, { title: 'Просрочена', clientId: 'kama', dueOn: '2026-11-19' });
    const own = add(session, { title: 'Своя', dueOn: '2026-11-23' });
    const blocked = add(session, { title: 'Ждёт', clientId: 'ural', dueOn: TODAY });
    linkTasks(session, { beforeId: own, afterId: blocked, lagDays: 0 });
    const queue = () =>
      rankTasks(session, { filter: EMPTY_TASK_FILTER, limit: 10 }).items.map(
        ({ card }) => card.title,
      );
    expect(queue()).toEqual(['Просрочена', 'Своя', 'Ждёт']);
    const { revision } = showTask(session, { id: own });
    prioritiseTask(session, { id: own, revision, level: 'urgent', reason: 'Просит директор' });
    prioritiseTask(session, { id: late, revision: 1, level: 'low', reason: 'Клиент в отпуске' });
    expect(queue()).toEqual(['Своя', 'Просрочена', 'Ждёт']);
    const { items } = rankTasks(session, { filter: EMPTY_TASK_FILTER, limit: 1 });
    expect(items[0]).toMatchObject({ setReason: 'Просит директор' });
    expect(items[0]?.reasons.map(({ key }) => key)).toContain('work:reason.blocks');
  });
});

describe('the timeline', () => {
  function chain(session: Session): { design: string; layout: string; launch: string } {
    const design = add(session, { title: 'Дизайн', startOn: '2026-11-23', dueOn: '2026-11-25' });
    const layout = add(session, { title: 'Вёрстка', startOn: '2026-11-26', dueOn: '2026-11-27' });
    const launch = add(session, { title: 'Запуск', startOn: '2026-11-30', dueOn: '2026-11-30' });
    linkTasks(session, { beforeId: design, afterId: layout, lagDays: 0 });
    linkTasks(session, { beforeId: layout, afterId: launch, lagDays: 0 });
    return { design, layout, launch };
  }

  test('refuses a circle by its path', () => {
    const session = newSession();
    const { design, launch } = chain(session);
    refuses(session, 'task-circle', () =>
      linkTasks(session, { beforeId: launch, afterId: design, lagDays: 0 }),
    );
    try {
      linkTasks(session, { beforeId: launch, afterId: design, lagDays: 0 });
    } catch (error) {
      expect(error).toMatchObject({
        params: { path: '№ 1 Дизайн → № 2 Вёрстка → № 3 Запуск → № 1 Дизайн' },
      });
    }
    refuses(session, 'task-not-linked', () =>
      unlinkTasks(session, { beforeId: launch, afterId: design }),
    );
  });

  test('shows the critical path, days off and the baseline, whatever the filter shows', () => {
    const session = newSession();
    const { design, layout, launch } = chain(session);
    keepBaseline(session, { ids: [design, layout, launch] });
    const bars = (filter: Partial<TaskFilter>) =>
      scheduleTasks(session, {
        filter: { ...EMPTY_TASK_FILTER, ...filter },
        from: '2026-11-16',
        to: '2026-12-06',
      });
    expect(bars({}).bars.map(({ isCritical, slackDays }) => [isCritical, slackDays])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    expect(bars({}).daysOff).toContain('2026-11-28');
    expect(bars({ text: 'Вёрстка' })).toMatchObject({
      bars: [{ isCritical: true, baselineDueOn: '2026-11-27' }],
      links: [],
    });
    expect(
      codeOf(() =>
        scheduleTasks(session, { filter: EMPTY_TASK_FILTER, from: '2026-12-01', to: '2026-11-01' }),
      ),
    ).toBe('period-invalid');
  });

  test('moves the chain behind a task as far as it must, in one undo', () => {
    const session = newSession();
    const { design, layout, launch } = chain(session);
    const move = {
      id: design,
      startOn: '2026-11-24',
      dueOn: '2026-11-27',
      reason: 'Правки',
    };
    const { revision } = showTask(session, { id: design });
    const alone = rescheduleTask(session, { ...move, revision, cascade: false });
    expect(alone).toMatchObject({
      moved: [],
      warnings: [{ key: 'work:warning.starts-too-early', params: { on: '2026-11-30' } }],
    });
    session.workspace.undo({ actor: 'anna', now: 1 });
    const again = showTask(session, { id: design }).revision;
    const pushed = rescheduleTask(session, { ...move, revision: again, cascade: true });
    expect(pushed).toMatchObject({ moved: [layout, launch], warnings: [] });
    expect(showTask(session, { id: launch })).toMatchObject({
      startOn: '2026-12-02',
      dueOn: '2026-12-02',
      dueChanges: [{ reason: 'Правки' }, { reason: 'Правки' }],
    });
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(showTask(session, { id: launch }).dueOn).toBe('2026-11-30');
  });
});
