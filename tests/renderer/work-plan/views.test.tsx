import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduleBar } from '../../../shared/contract/tasks.contract';
import { addDays } from '../../../shared/domain/dates';
import { EMPTY_TASK_FILTER } from '../../../shared/domain/work/task-view';
import { installBridge, Refusal } from '../support/bridge';

const names = {
  clients: [{ id: 'c1', name: 'Горный квартал', mark: 'ГК', hue: 10, tier: 'A' as const }],
  people: [
    { id: 'mk', name: 'М. Котова', code: 'МК', role: 'дизайнер' },
    { id: 'pz', name: 'П. Зуев', code: 'ПЗ', role: 'разработчик' },
  ],
  projects: [{ id: 'p1', name: 'Баннеры', clientId: 'c1' }],
  stages: [],
};

function bar(id: string, startOn: string, dueOn: string, rest: Partial<ScheduleBar> = {}) {
  return {
    id,
    revision: 3,
    number: 1,
    title: `Задача ${id}`,
    clientId: 'c1',
    projectId: 'p1',
    stageId: null,
    personIds: ['mk'],
    status: 'ready' as const,
    startOn,
    dueOn,
    deadlineOn: null,
    baselineStartOn: null,
    baselineDueOn: null,
    estimateSeconds: 7200,
    progressPpm: 0,
    isCritical: false,
    slackDays: 2,
    earliestOn: startOn,
    isConflict: false,
    isOverdue: false,
    ...rest,
  };
}

const hour = 3600;
const cell = (available: number, hard: number, soft = 0) => ({
  capacitySeconds: 40 * hour,
  holidaySeconds: 0,
  absenceSeconds: (40 - available) * hour,
  availableSeconds: available * hour,
  loggedSeconds: 0,
  hardSeconds: hard * hour,
  softSeconds: soft * hour,
  freeSeconds: Math.max(0, available - hard - soft) * hour,
  overloadSeconds: Math.max(0, hard - available) * hour,
  overloadWithSoftSeconds: Math.max(0, hard + soft - available) * hour,
});

let refuses = false;
const bridge = installBridge({
  'tasks/schedule': () => ({
    today: '2026-11-23',
    bars: [
      bar('a', '2026-11-24', '2026-11-26', { isCritical: true, deadlineOn: '2026-11-25' }),
      bar('b', '2026-11-27', '2026-11-27', { estimateSeconds: null }),
    ],
    links: [{ beforeId: 'a', afterId: 'b', lagDays: 0 }],
    daysOff: ['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'],
    undatedCount: 1,
    names,
  }),
  'tasks/reschedule': ({ id }) => {
    if (refuses) throw new Refusal({ code: 'stale', message: 'Задачу уже изменили' });
    return { id, moved: [], warnings: [] };
  },
  'people/absences': () => ({
    absences: [
      {
        id: 'x',
        revision: 1,
        personId: 'mk',
        personName: 'М. Котова',
        fromOn: '2026-11-25',
        toOn: '2026-11-30',
        kind: 'vacation',
        deputyId: 'pz',
        deputyName: 'П. Зуев',
        note: '',
        workingDays: 4,
      },
    ],
  }),
  'people/team': () => ({ people: [] }),
  'calendars/show': () => ({
    days: [
      {
        on: '2026-11-04',
        kind: 'holiday',
        titleKey: 'ru-unity',
        title: '',
        movedFrom: null,
        isEdited: false,
      },
    ],
    isShipped: true,
    areMovesKnown: true,
    months: [],
  }),
  'deadlines/list': () => ({
    people: [],
    items: [
      {
        key: 'invoice:i1',
        kind: 'invoice',
        sourceId: 'i1',
        on: '2026-11-26',
        title: { key: 'deadlines:title.invoice', params: { title: '118' } },
        client: { id: 'c1', name: 'Горный квартал', mark: 'ГК', hue: 10 },
        owner: null,
        stake: { minor: 12_000_000, currency: 'RUB' },
        link: '/money',
        canComplete: false,
      },
    ],
  }),
  'workload/read': ({ from, weeks }) => ({
    weeks: Array.from({ length: weeks }, (_, i) => addDays(from, 7 * i)),
    today: '2026-11-23',
    people: [
      person('mk', 'М. Котова', 'дизайнер', cell(40, 46)),
      person('pz', 'П. Зуев', 'разработчик', cell(32, 20, 4)),
    ],
    unassigned: {
      cells: Array.from({ length: weeks }, () => 0),
      beyondSeconds: 0,
      undatedSeconds: 0,
    },
    withoutEstimate: 1,
    remainingSeconds: 70 * hour,
  }),
  'workload/explain': () => ({
    cell: cell(40, 46),
    absences: [],
    holidays: [],
    tasks: [
      {
        taskId: 'a',
        title: 'Задача a',
        clientName: 'Горный квартал',
        booking: 'hard',
        dueOn: '2026-11-26',
        seconds: 8 * hour,
        remainingSeconds: 8 * hour,
      },
    ],
  }),
  'tasks/show': () => {
    throw new Refusal({ code: 'gone', message: 'нет' });
  },
});

function person(personId: string, name: string, role: string, first: ReturnType<typeof cell>) {
  const cells = [first, ...Array.from({ length: 7 }, () => cell(40, 0))];
  return {
    personId,
    name,
    role,
    isCapacityStated: true,
    cells,
    beyondSeconds: 0,
    undatedSeconds: 0,
    totals: first,
  };
}

const { queryClient } = await import('../../../renderer/lib/api');
const { QueryClientProvider } = await import('@tanstack/react-query');
const { renderIn } = await import('../support/render');
const { TimelineView } = await import('../../../renderer/features/work-plan/timeline-view');
const { CalendarView } = await import('../../../renderer/features/work-plan/calendar-view');
const { WorkloadView } = await import('../../../renderer/features/work-plan/workload-view');

const onOpenTask = vi.fn();

function show(View: typeof TimelineView) {
  return renderIn(
    'ru',
    <QueryClientProvider client={queryClient}>
      <View filter={EMPTY_TASK_FILTER} openTaskId={null} onOpenTask={onOpenTask} />
    </QueryClientProvider>,
  );
}

/** Text without the spaces at which no line may break. */
const plain = (element: Element | undefined) => element?.textContent?.replace(/\u00a0/g, ' ') ?? '';
const told = (name: RegExp) => plain(screen.getByRole('row', { name }));
const written = (method: string) =>
  bridge.calls.filter((call) => call.method === method).map(({ input }) => input);

afterEach(cleanup);

beforeEach(() => {
  queryClient.clear();
  localStorage.clear();
  bridge.calls.length = 0;
  refuses = false;
  onOpenTask.mockClear();
});

describe('the timeline', () => {
  it('says of each task what its bar shows', async () => {
    show(TimelineView);
    const row = await screen.findByRole('row', { name: /Задача a/ });
    expect(plain(row)).toContain('24–26 ноября. сделано 0 %');
    expect(plain(row)).toContain('На критическом пути: запаса нет');
    expect(plain(row)).toContain('до 25.11 под угрозой');
    await waitFor(() => expect(plain(row)).toContain('отпуск, замещает П. Зуев'));
    expect(told(/Задача b/)).toContain('—');
    expect(screen.getByText(/1 обещанный срок под угрозой/)).toBeTruthy();
  });

  it('moves the active task by days with the arrows, in one write', async () => {
    show(TimelineView);
    const grid = await screen.findByRole('treegrid');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
      fireEvent.keyDown(grid, { key });
    }
    expect(told(/Задача a/)).toContain('27–29 ноября');
    expect(written('tasks/reschedule')).toEqual([]);
    await waitFor(
      () =>
        expect(written('tasks/reschedule')).toEqual([
          {
            id: 'a',
            revision: 3,
            startOn: '2026-11-27',
            dueOn: '2026-11-29',
            reason: '',
            cascade: false,
          },
        ]),
      { timeout: 2000 },
    );
  });

  it('changes the end with Shift, the start with Ctrl and Shift, and never turns a task round', async () => {
    show(TimelineView);
    const grid = await screen.findByRole('treegrid');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    for (let i = 0; i < 9; i += 1) fireEvent.keyDown(grid, { key: 'ArrowLeft', shiftKey: true });
    expect(told(/Задача a/)).toContain('24 ноября. ');
    fireEvent.keyDown(grid, { key: 'ArrowLeft', shiftKey: true, ctrlKey: true });
    expect(told(/Задача a/)).toContain('23–24 ноября');
  });

  it('puts a task back where it was when the move is refused, and says why', async () => {
    refuses = true;
    show(TimelineView);
    const grid = await screen.findByRole('treegrid');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'ArrowRight' });
    expect(await screen.findByText('Задачу уже изменили', {}, { timeout: 2000 })).toBeTruthy();
    expect(told(/Задача a/)).toContain('24–26 ноября');
  });

  it('folds a group and opens a task', async () => {
    show(TimelineView);
    const grid = await screen.findByRole('treegrid');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(onOpenTask).toHaveBeenCalledWith('a');
    fireEvent.keyDown(grid, { key: 'Home' });
    fireEvent.keyDown(grid, { key: 'ArrowLeft' });
    expect(screen.queryByRole('row', { name: /Задача a/ })).toBeNull();
    fireEvent.keyDown(grid, { key: 'ArrowRight' });
    expect(screen.getByRole('row', { name: /Задача a/ })).toBeTruthy();
  });
});

describe('the calendar', () => {
  it('shows tasks, what was promised, payments and absences on their days', async () => {
    show(CalendarView);
    const day = await screen.findByRole('gridcell', { name: /26\sноября/ });
    expect(within(day).getByRole('button', { name: /Задача a/ })).toBeTruthy();
    expect(
      await within(day).findByRole('button', { name: /120\s000.*Оплата счёта № 118/ }),
    ).toBeTruthy();
    const promised = screen.getByRole('gridcell', { name: /25\sноября/ });
    expect(within(promised).getByRole('button', { name: /Обещано\. Задача a/ })).toBeTruthy();
    expect(within(promised).getByRole('button', { name: /Котова: отпуск/ })).toBeTruthy();
    expect(
      await screen.findByRole('gridcell', { name: /4\sноября, День народного единства/ }),
    ).toBeTruthy();
  });

  it('moves a task by a week with Ctrl and an arrow, keeping its length', async () => {
    show(CalendarView);
    const task = await screen.findByRole('button', { name: /Задача\. Задача a/ });
    fireEvent.keyDown(task, { key: 'ArrowDown', ctrlKey: true });
    await waitFor(
      () =>
        expect(written('tasks/reschedule')).toEqual([
          expect.objectContaining({ startOn: '2026-12-01', dueOn: '2026-12-03' }),
        ]),
      { timeout: 2000 },
    );
  });

  it('hides a kind and remembers it', async () => {
    const user = userEvent.setup();
    const { unmount } = show(CalendarView);
    await screen.findByRole('button', { name: /Оплата счёта/ });
    await user.click(screen.getByRole('checkbox', { name: 'Оплаты' }));
    expect(screen.queryByRole('button', { name: /Оплата счёта/ })).toBeNull();
    unmount();
    show(CalendarView);
    await screen.findByRole('gridcell', { name: /26\sноября/ });
    expect(screen.queryByRole('button', { name: /Оплата счёта/ })).toBeNull();
  });
});

describe('the workload', () => {
  it('says overload and free hours in numbers, and adds people up', async () => {
    show(WorkloadView);
    expect(
      await screen.findByRole('button', {
        name: /Котова, 23–29\sноября:\s*46 из 40\s*, перегрузка 6 ч/,
      }),
    ).toBeTruthy();
    expect(
      screen.getByRole('button', { name: /Зуев, 23–29\sноября:\s*24 из 32\s*, свободно 8 ч/ }),
    ).toBeTruthy();
    const total = screen.getByRole('row', { name: /Всего, 2 человека/ });
    expect(plain(within(total).getAllByRole('cell')[1])).toBe('70 из 72св. 8+6');
    expect(screen.getByText(/1 задача без оценки/)).toBeTruthy();
  });

  it('goes from cell to cell with arrows and opens what is behind one', async () => {
    const user = userEvent.setup();
    show(WorkloadView);
    const first = await screen.findByRole('button', { name: /Котова, 23–29\sноября/ });
    first.focus();
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowUp}{ArrowLeft}');
    expect(document.activeElement).toBe(first);
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: /Котова, 23–29\sноября/ });
    await user.click(await within(pane).findByRole('button', { name: 'Задача a' }));
    expect(onOpenTask).toHaveBeenCalledWith('a');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(first);
  });

  it('shows only people of a role', async () => {
    const user = userEvent.setup();
    show(WorkloadView);
    await screen.findByRole('button', { name: /Котова, 23–29\sноября/ });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Роль' }), 'разработчик');
    expect(screen.queryByRole('button', { name: /Котова, 23–29\sноября/ })).toBeNull();
    expect(screen.getByRole('row', { name: /Всего, 1 человек/ })).toBeTruthy();
  });
});
