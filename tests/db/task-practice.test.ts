import { describe, expect, test } from 'vitest';
import { linkTasks as linkRows } from '../../db/repositories/task-parts.repo';
import { addTask as insertTask, amendTask as updateTask } from '../../db/repositories/tasks.repo';
import { runWorkspaceChecks } from '../../electron/services/check.service';
import { logHours } from '../../electron/services/hours.service';
import type { Session } from '../../electron/services/session';
import { decideContest, listContests } from '../../electron/services/tasks/contests.service';
import { followDays } from '../../electron/services/tasks/day-begins';
import {
  addImprovement,
  advanceImprovement,
  amendImprovement,
  listImprovements,
} from '../../electron/services/tasks/improvements.service';
import { readQuality } from '../../electron/services/tasks/quality.service';
import { showTask } from '../../electron/services/tasks/task-details.service';
import { linkTasks, moveTasks } from '../../electron/services/tasks/task-moves.service';
import { checkItem } from '../../electron/services/tasks/task-parts.service';
import {
  bringRecurringTasks,
  repeatByRule,
} from '../../electron/services/tasks/task-recurrence.service';
import {
  acceptTask,
  addTask,
  sendTaskBack,
} from '../../electron/services/tasks/task-writes.service';
import { listTasks } from '../../electron/services/tasks/tasks.service';
import {
  addTemplate,
  amendTemplate,
  applyTemplate,
  listTemplates,
  retireTemplate,
} from '../../electron/services/tasks/templates.service';
import {
  dropView,
  keepView,
  listViews,
  readViewPlace,
  rememberViewPlace,
} from '../../electron/services/tasks/views.service';
import { cardsOf } from '../../renderer/lib/task-view';
import type { TemplateStep, ViewSettings } from '../../shared/contract/tasks-practice.contract';
import type { TaskCard, TaskFields } from '../../shared/contract/tasks-shapes';
import { EMPTY_TASK_FILTER } from '../../shared/domain/work/task-view';
import { newSession, TODAY } from '../helpers/db-session';

const WHOLE = 1_000_000;

function on(session: Session, today: string): Session {
  return { ...session, clock: { ...session.clock, today: () => today } };
}

function add(session: Session, fields: Partial<TaskFields>, rule: string | null = null): string {
  const startsOn = fields.dueOn ?? TODAY;
  return addTask(session, {
    quick: '',
    fields: { title: 'Задача', ...fields },
    status: 'ready',
    checklist: [],
    recurrence: rule === null ? null : { rule, startsOn },
  }).id;
}

function cards(session: Session): TaskCard[] {
  const sort = { by: 'number', descending: false } as const;
  return cardsOf(
    listTasks(session, { filter: EMPTY_TASK_FILTER, sort, offset: 0, limit: 1000 }).cards,
  );
}

const accept = (session: Session, id: string): void => {
  const { revision } = showTask(session, { id });
  acceptTask(session, { id, revision, acceptedBy: '' });
};

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'other';
  }
  return 'done';
}

const brokenChecks = (session: Session): string[] =>
  runWorkspaceChecks(session)
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name);

describe('a task that comes back', () => {
  const RULE = 'FREQ=MONTHLY;BYMONTHDAY=5';

  test('has its next one made when it is done, once, and not when it is done again', () => {
    const session = newSession();
    const id = addTask(session, {
      quick: '',
      fields: {
        title: 'Отчёт',
        clientId: 'kama',
        startOn: '2026-12-03',
        dueOn: '2026-12-05',
        labels: ['отчёт'],
        assignees: [{ personId: 'boris', sharePpm: WHOLE }],
      },
      status: 'ready',
      checklist: ['Цифры'],
      recurrence: { rule: RULE, startsOn: '2026-12-05' },
    }).id;
    checkItem(session, { id: showTask(session, { id }).checklist[0]?.id ?? '', isChecked: true });
    accept(session, id);
    const [, next] = cards(session);
    expect(next).toMatchObject({
      title: 'Отчёт',
      status: 'ready',
      startOn: '2027-01-03',
      dueOn: '2027-01-05',
      personIds: ['boris'],
      labels: ['отчёт'],
      checklistDone: 0,
      checklistTotal: 1,
    });
    moveTasks(session, { ids: [id], to: { status: 'in-work' }, reason: '' });
    accept(session, id);
    expect(cards(session)).toHaveLength(2);
    expect(brokenChecks(session)).toEqual([]);
  });

  test('is made when a day begins while the file stays open, and not again that day', () => {
    const session = newSession();
    add(session, { dueOn: '2026-11-27' }, 'FREQ=WEEKLY;BYDAY=FR');
    const tick = followDays();
    const dues = () => cards(session).map(({ dueOn }) => dueOn);
    tick(on(session, '2026-11-27'));
    tick(on(session, '2026-12-03'));
    expect(dues()).toEqual(['2026-11-27']);
    tick(on(session, '2026-12-04'));
    expect(dues()).toEqual(['2026-11-27', '2026-12-04']);
    session.workspace.undo({ actor: session.actor, now: session.clock.now() });
    tick(on(session, '2026-12-04'));
    expect(dues()).toEqual(['2026-11-27']);
    tick(on(session, '2026-12-11'));
    expect(dues()).toEqual(['2026-11-27', '2026-12-11']);
  });

  test('is made when its day has come, once, also after days on which nobody opened the file', () => {
    const session = newSession();
    add(session, { dueOn: '2026-11-27' }, 'FREQ=WEEKLY;BYDAY=FR');
    expect(bringRecurringTasks(session)).toBe(0);
    const later = on(session, '2026-12-20');
    expect(bringRecurringTasks(later)).toBe(1);
    expect(bringRecurringTasks(later)).toBe(0);
    expect(cards(later).map(({ dueOn }) => dueOn)).toEqual(['2026-11-27', '2026-12-18']);
    expect(brokenChecks(later)).toEqual([]);
  });

  test('takes another rule, ends, and is undone with what it made', () => {
    const session = newSession();
    const id = add(session, { dueOn: '2026-12-05' });
    repeatByRule(session, { id, revision: 1, rule: RULE });
    expect(showTask(session, { id }).series).toMatchObject({ rule: RULE, nextOn: '2027-01-05' });
    accept(session, id);
    expect(cards(session)).toHaveLength(2);
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(cards(session)).toHaveLength(1);
    const { revision } = showTask(session, { id });
    repeatByRule(session, { id, revision, rule: null });
    accept(session, id);
    expect(cards(session)).toHaveLength(1);
    expect(
      codeOf(() => repeatByRule(session, { id: add(session, {}), revision: 1, rule: null })),
    ).toBe('task-not-recurring');
  });
});

describe('a regulation', () => {
  const step = (title: string, more: Partial<TemplateStep> = {}): TemplateStep => ({
    title,
    role: '',
    estimateSeconds: 3600,
    startOffset: 0,
    dueOffset: 0,
    after: null,
    checklist: [],
    ...more,
  });
  const launch = {
    name: 'Запуск',
    kind: 'PPC',
    language: 'ru' as const,
    description: '',
    steps: [
      step('Макеты', { role: 'designer', startOffset: -3, dueOffset: -2, checklist: ['Размеры'] }),
      step('Запуск', { startOffset: 0, dueOffset: 1, after: 0 }),
    ],
  };

  test('makes its tasks on working days, with roles, checklists and links', () => {
    const session = newSession();
    const { id } = addTemplate(session, launch);
    const { ids } = applyTemplate(session, {
      id,
      clientId: 'kama',
      projectId: null,
      onDay: '2026-11-30',
      people: [{ role: 'designer', personId: 'anna' }],
    });
    const made = ids.map((taskId) => showTask(session, { id: taskId }));
    expect(made).toMatchObject([
      {
        title: 'Макеты',
        startOn: '2026-11-25',
        dueOn: '2026-11-26',
        clientId: 'kama',
        templateName: 'Запуск',
        assignees: [{ personId: 'anna' }],
        checklist: [{ title: 'Размеры' }],
        after: [{ title: 'Запуск' }],
      },
      { title: 'Запуск', startOn: '2026-11-30', dueOn: '2026-12-01', status: 'backlog' },
    ]);
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(cards(session)).toEqual([]);
  });

  test('is complied with when checklists are checked and days are kept; versions share the count', () => {
    const session = newSession();
    const { id } = addTemplate(session, launch);
    const apply = (templateId: string) =>
      applyTemplate(session, {
        id: templateId,
        clientId: 'kama',
        projectId: null,
        onDay: '2026-11-30',
        people: [],
      }).ids;
    const [banners = '', start = ''] = apply(id);
    accept(session, banners);
    accept(session, start);
    expect(listTemplates(session).templates[0]).toMatchObject({
      taskCount: 2,
      openCount: 0,
      compliancePpm: { value: 500_000 },
    });
    const second = amendTemplate(session, { id, revision: 1, ...launch, name: 'Запуск, 2' }).id;
    apply(second);
    expect(listTemplates(session).templates).toMatchObject([
      { id: second, version: 2, name: 'Запуск, 2', taskCount: 4, openCount: 2 },
    ]);
    expect(codeOf(() => apply(id))).toBe('template-not-found');
    retireTemplate(session, { id: second });
    expect(listTemplates(session).templates).toEqual([]);
  });

  test.each([
    [[step('Назад', { startOffset: 2, dueOffset: 1 })], 'template-step-backwards'],
    [[step('Ждёт себя', { after: 0 })], 'template-step-order'],
  ])('refuses steps out of order', (steps, code) => {
    const session = newSession();
    expect(codeOf(() => addTemplate(session, { ...launch, steps }))).toBe(code);
  });
});

describe('a view', () => {
  const settings: ViewSettings = {
    filter: { ...EMPTY_TASK_FILTER, clientIds: ['kama'] },
    sort: { by: 'due', descending: false },
    groupBy: 'client',
    columns: ['title', 'due'],
    scale: 'week',
  };

  test('is kept under a name in the file, and its place without a history', () => {
    const session = newSession();
    const { id } = keepView(session, { id: null, name: 'Кама', kind: 'board', settings });
    expect(listViews(session).views).toMatchObject([{ id, name: 'Кама', kind: 'board', settings }]);
    expect(
      codeOf(() => keepView(session, { id: null, name: 'Кама', kind: 'board', settings })),
    ).toBe('value-taken');
    const undo = session.workspace.undoState().undo;
    const place = { viewId: id, settings, scrollTop: 240, scrollLeft: 0, selectedIds: ['x'] };
    rememberViewPlace(session, { kind: 'board', place });
    expect(readViewPlace(session, { kind: 'board' }).place).toEqual(place);
    expect(readViewPlace(session, { kind: 'list' }).place).toBeNull();
    expect(session.workspace.undoState().undo).toEqual(undo);
    dropView(session, { id });
    expect(codeOf(() => dropView(session, { id }))).toBe('view-not-found');
  });
});

describe('contested hours', () => {
  /** Boris has 40 hours; the first week of December is asked for 48. */
  function contested(session: Session): { banners: string; landing: string } {
    const week = { startOn: '2026-11-30', dueOn: '2026-12-04' };
    const assignees = [{ personId: 'boris', sharePpm: WHOLE }];
    const banners = add(session, {
      ...week,
      title: 'Баннеры',
      clientId: 'ural',
      deadlineOn: '2026-12-04',
      promise: 'Письмо',
      estimateSeconds: 108_000,
      assignees,
    });
    const landing = add(session, {
      ...week,
      title: 'Лендинг',
      clientId: 'kama',
      estimateSeconds: 64_800,
      assignees,
    });
    return { banners, landing };
  }
  const list = (session: Session) => listContests(session, { from: '2026-11-30', weeks: 2 });

  test('show what is at stake on each side', () => {
    const session = newSession();
    contested(session);
    const { open } = list(session);
    expect(open).toMatchObject([
      {
        personId: 'boris',
        weekOn: '2026-11-30',
        capacitySeconds: 144_000,
        demandSeconds: 172_800,
        sides: [
          { title: 'Баннеры', neededSeconds: 108_000, promise: 'Письмо', tier: 'A' },
          {
            title: 'Лендинг',
            neededSeconds: 64_800,
            readyIfWaitsOn: '2026-12-07',
            lateIfWaitsDays: 1,
          },
        ],
      },
    ]);
  });

  test('are decided with a reason; what no longer fits moves a week; the decision stays as it was', () => {
    const session = newSession();
    const { banners, landing } = contested(session);
    const decide = {
      personId: 'boris',
      weekOn: '2026-11-30',
      outcome: 'in-order' as const,
      reason: 'Баннеры обещаны',
    };
    expect(
      codeOf(() =>
        decideContest(session, { ...decide, order: [banners, 'other'], moveRest: false }),
      ),
    ).toBe('contest-not-there');
    decideContest(session, { ...decide, order: [banners, landing], moveRest: true });
    expect(showTask(session, { id: landing })).toMatchObject({
      dueOn: '2026-12-11',
      dueChanges: [{ reason: 'Баннеры обещаны' }, { reason: 'Баннеры обещаны' }],
    });
    const after = list(session);
    expect(after.open).toEqual([]);
    expect(after.decided).toMatchObject([
      {
        number: 1,
        outcome: 'in-order',
        reason: 'Баннеры обещаны',
        decidedBy: 'anna',
        sides: [{ title: 'Баннеры' }, { title: 'Лендинг', dueOn: '2026-12-04' }],
      },
    ]);
  });

  test('stay decided until another task asks for the same hours', () => {
    const session = newSession();
    const { banners, landing } = contested(session);
    decideContest(session, {
      personId: 'boris',
      weekOn: '2026-11-30',
      order: [banners, landing],
      outcome: 'overtime',
      reason: 'Суббота оплачена',
      moveRest: false,
    });
    expect(list(session).open).toEqual([]);
    add(session, {
      title: 'Ещё',
      startOn: '2026-11-30',
      dueOn: '2026-12-04',
      estimateSeconds: 7200,
      assignees: [{ personId: 'boris', sharePpm: WHOLE }],
    });
    expect(list(session).open).toHaveLength(1);
  });

  test('tell how long tasks wait for a role', () => {
    const session = newSession();
    const id = add(session, { role: 'designer' });
    moveTasks(session, { ids: [id], to: { status: 'in-work' }, reason: '' });
    expect(list(session).waits).toMatchObject([{ role: 'designer', count: 1 }]);
  });
});

describe('a site improvement', () => {
  const proposal = {
    clientId: 'kama',
    title: 'Короткая форма',
    description: '',
    estimateSeconds: 28_800,
    amountMinor: 3_000_000,
    measure: 'Конверсия формы',
    measureUnit: '%',
    beforeValue: '2.0',
    expectedValue: '3.0',
    taskId: null,
  };

  test('goes through its steps, each with what shows it, and its effect is measured', () => {
    const session = newSession();
    const { id } = addImprovement(session, proposal);
    const step = (revision: number) => ({ id, revision, on: TODAY });
    const agree = { ...step(1), to: 'agreed' as const, by: 'Иванова' };
    expect(codeOf(() => advanceImprovement(session, { to: 'built', ...step(1) }))).toBe(
      'improvement-step',
    );
    expect(codeOf(() => advanceImprovement(session, { ...agree, evidence: ' ' }))).toBe(
      'improvement-evidence',
    );
    expect(
      codeOf(() => advanceImprovement(session, { ...agree, evidence: 'Письмо', on: '2026-11-20' })),
    ).toBe('improvement-date');
    advanceImprovement(session, { ...agree, evidence: 'Письмо' });
    expect(
      codeOf(() => amendImprovement(session, { id, revision: 2, patch: { amountMinor: 1 } })),
    ).toBe('improvement-agreed');
    advanceImprovement(session, { to: 'built', ...step(2) });
    advanceImprovement(session, {
      to: 'checked',
      ...step(3),
      measuredValue: '2.75',
      conclusion: 'Растёт',
    });
    expect(listImprovements(session, { clientId: null }).improvements).toMatchObject([
      { status: 'checked', decidedBy: 'Иванова', effectPpm: { value: 750_000 }, currency: 'RUB' },
    ]);
    session.workspace.undo({ actor: 'anna', now: 1 });
    expect(listImprovements(session, { clientId: 'kama' }).improvements).toMatchObject([
      { status: 'built', effectPpm: { value: null } },
    ]);
  });
});

describe('quality', () => {
  test('is told by client, person and kind, without a rate where nothing was done', () => {
    const session = newSession();
    const assignees = [{ personId: 'boris', sharePpm: WHOLE }];
    const first = add(session, { clientId: 'kama', kind: 'Дизайн', dueOn: TODAY, assignees });
    const second = add(session, { clientId: 'kama', kind: 'PPC', dueOn: '2026-11-20', assignees });
    sendTaskBack(session, { id: second, revision: 1, reason: 'Ошибка' });
    accept(session, first);
    accept(session, second);
    const hours = { clientId: 'kama', projectId: null, workedOn: TODAY, note: '' };
    logHours(session, { ...hours, personId: 'boris', kind: 'rework', durationSeconds: 3600 });
    logHours(session, { ...hours, personId: 'anna', kind: 'retainer', durationSeconds: 10_800 });
    const read = (from: string, to: string) => readQuality(session, { from, to, clientId: null });
    const november = read('2026-11-01', '2026-11-30');
    const whole = {
      acceptedCount: 2,
      firstPassPpm: { value: 500_000 },
      onTimePpm: { value: 500_000 },
      reworkSeconds: 3600,
      reworkSharePpm: { value: 250_000 },
    };
    expect(november.total).toMatchObject(whole);
    expect(november.byClient).toMatchObject([{ key: 'kama', name: 'Кама', ...whole }]);
    expect(november.byPerson).toMatchObject([
      { key: 'boris', acceptedCount: 2, reworkSharePpm: { value: WHOLE } },
      { key: 'anna', acceptedCount: 0, firstPassPpm: { value: null } },
    ]);
    expect(november.byKind.find(({ key }) => key === 'Дизайн')).toMatchObject({
      firstPassPpm: { value: WHOLE },
      reworkSharePpm: { value: null },
    });
    expect(read('2026-10-01', '2026-10-31').total.firstPassPpm.value).toBeNull();
    expect(codeOf(() => read('2026-11-30', '2026-11-01'))).toBe('period-invalid');
  });
});

describe('the check of the file', () => {
  test('finds circles and recurrences that do not follow their rule', () => {
    const session = newSession();
    const first = add(session, { dueOn: '2026-12-05' }, 'FREQ=MONTHLY;BYMONTHDAY=5');
    const second = add(session, {});
    linkTasks(session, { beforeId: first, afterId: second, lagDays: 0 });
    expect(brokenChecks(session)).toEqual([]);
    session.workspace.write(
      { actor: 'x', now: 1, label: { key: 'history.amend-task', params: {} } },
      (tx) => {
        linkRows(tx, { beforeId: second, afterId: first, lagDays: 0 });
        updateTask(tx, first, { occurrenceOn: '2026-12-06' });
        const { seriesId } = tx.get<{ seriesId: string }>(
          'SELECT series_id AS seriesId FROM tasks WHERE id = ?',
          first,
        ) ?? { seriesId: '' };
        insertTask(tx, { title: 'Лишняя', seriesId, occurrenceOn: '2027-01-05', createdAt: 1 });
      },
    );
    expect(brokenChecks(session)).toEqual(['task-circles', 'task-series']);
  });
});
