import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumber } from '../../../../shared/domain/dates';
import {
  circleOf,
  type Dependency,
  inOrder,
  type PlannedTask,
  pushedBy,
  scheduleOf,
  someCircle,
} from '../../../../shared/domain/work/dependency-graph';
import {
  addWorkDays,
  countWorkDays,
  isWeekday,
  workDaysBetween,
} from '../../../../shared/domain/work/work-days';

const link = (beforeId: string, afterId: string, lagDays = 0): Dependency => ({
  beforeId,
  afterId,
  lagDays,
});
const planned = (
  id: string,
  startOn: string,
  dueOn: string,
  more: Partial<PlannedTask> = {},
): PlannedTask => ({ id, startOn, dueOn, deadlineOn: null, doneOn: null, ...more });

const day = fc
  .integer({ min: dayNumber('2026-01-01'), max: dayNumber('2028-12-31') })
  .map(dateOfDayNumber);

/** Tasks 0 … n−1 with links from lower to higher numbers only: never a circle. */
const graph = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    tasks: fc.tuple(
      ...Array.from({ length: size }, (_, id) =>
        fc
          .record({ startOn: day, days: fc.integer({ min: 0, max: 9 }) })
          .map(({ startOn, days }) => {
            const from = addWorkDays(startOn, 0, isWeekday);
            return planned(String(id), from, addWorkDays(from, days, isWeekday));
          }),
      ),
    ),
    links: fc.uniqueArray(
      fc
        .tuple(
          fc.integer({ min: 0, max: size - 1 }),
          fc.integer({ min: 0, max: size - 1 }),
          fc.integer({ min: 0, max: 3 }),
        )
        .filter(([a, b]) => a < b)
        .map(([a, b, lag]) => link(String(a), String(b), lag)),
      { selector: ({ beforeId, afterId }) => `${beforeId} ${afterId}`, maxLength: 12 },
    ),
  }),
);

describe('working days', () => {
  test('counting and going are opposites', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (from, count) => {
        const start = addWorkDays(from, 0, isWeekday);
        const end = addWorkDays(start, count, isWeekday);
        expect(isWeekday(end)).toBe(true);
        expect(workDaysBetween(start, end, isWeekday)).toBe(count);
      }),
    );
  });

  test('a weekend leads to the Monday after and the Friday before', () => {
    expect(addWorkDays('2026-11-21', 0, isWeekday)).toBe('2026-11-23');
    expect(addWorkDays('2026-11-21', -1, isWeekday)).toBe('2026-11-19');
    expect(addWorkDays('2024-02-29', 1, isWeekday)).toBe('2024-03-01');
    expect(countWorkDays('2026-11-20', '2026-11-23', isWeekday)).toBe(2);
  });
});

describe('dependencies', () => {
  test('a circle is named with its path, the shortest one', () => {
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('b', 'd')];
    expect(circleOf(links, { beforeId: 'd', afterId: 'a' })).toEqual(['a', 'b', 'd', 'a']);
    expect(circleOf(links, { beforeId: 'a', afterId: 'd' })).toBeNull();
    expect(circleOf([], { beforeId: 'a', afterId: 'a' })).toEqual(['a', 'a']);
    expect(someCircle(links)).toBeNull();
    expect(someCircle([...links, link('d', 'a')])).not.toBeNull();
  });

  test('what circleOf lets through can be put in order, what it refuses cannot', () => {
    fc.assert(
      fc.property(graph, fc.nat({ max: 8 }), fc.nat({ max: 8 }), ({ tasks, links }, from, to) => {
        const ids = tasks.map(({ id }) => id);
        const added = link(String(from % ids.length), String(to % ids.length));
        const circle = circleOf(links, added);
        const order = inOrder(ids, [...links, added]);
        expect(order === null).toBe(circle !== null);
        if (circle !== null) {
          expect(circle[0]).toBe(added.afterId);
          expect(circle.at(-1)).toBe(added.afterId);
        }
      }),
    );
  });

  test('the critical path is the chain without slack; slack is what a task may slip', () => {
    const tasks = [
      planned('design', '2026-11-23', '2026-11-25'),
      planned('texts', '2026-11-23', '2026-11-23'),
      planned('layout', '2026-11-26', '2026-11-27'),
    ];
    const slots = scheduleOf(tasks, [link('design', 'layout'), link('texts', 'layout')], isWeekday);
    expect(slots.get('design')).toMatchObject({ slackDays: 0, isCritical: true });
    expect(slots.get('texts')).toMatchObject({ slackDays: 2, isCritical: false });
    expect(slots.get('layout')).toMatchObject({
      slackDays: 0,
      isCritical: true,
      earliestOn: '2026-11-26',
      isConflict: false,
    });
  });

  test('a deadline inside the chain takes the slack away, below zero where it is missed', () => {
    const tasks = [
      planned('a', '2026-11-23', '2026-11-24'),
      planned('b', '2026-11-30', '2026-12-01', { deadlineOn: '2026-11-27' }),
    ];
    const slots = scheduleOf(tasks, [link('a', 'b', 1)], isWeekday);
    expect(slots.get('b')).toMatchObject({ slackDays: -2, isCritical: true });
    expect(slots.get('a')).toMatchObject({ latestOn: '2026-11-24', slackDays: 0 });
    const done = scheduleOf(
      [planned('a', '2026-11-23', '2026-11-24', { doneOn: '2026-11-24' })],
      [],
      isWeekday,
    );
    expect(done.get('a')?.isCritical).toBe(false);
  });

  test('the latest end of a task lies before that of a task which waits for it', () => {
    fc.assert(
      fc.property(graph, ({ tasks, links }) => {
        const slots = scheduleOf(tasks, links, isWeekday);
        for (const { beforeId, afterId } of links) {
          const before = slots.get(beforeId);
          const after = slots.get(afterId);
          if (before === undefined || after === undefined) continue;
          expect(before.latestOn < after.latestOn).toBe(true);
        }
      }),
    );
  });

  test('pushing leaves no conflict behind the moved task and keeps working days', () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: 1, max: 60 }), ({ tasks, links }, days) => {
        // First a plan without conflicts: every task pushed behind those it waits for.
        let plan: PlannedTask[] = [...tasks];
        for (const { id } of tasks) {
          const task = plan.find((one) => one.id === id);
          if (task === undefined) continue;
          const { startOn, dueOn } = task;
          const shifts = pushedBy(plan, links, new Map([[id, { startOn, dueOn }]]), isWeekday);
          plan = plan.map((one) => ({ ...one, ...shifts.find((shift) => shift.id === one.id) }));
        }
        const first = plan[0];
        if (first === undefined) return;
        const startOn = addWorkDays(first.startOn, days, isWeekday);
        const dueOn = addWorkDays(first.dueOn, days, isWeekday);
        const shifts = pushedBy(plan, links, new Map([[first.id, { startOn, dueOn }]]), isWeekday);
        const after = plan.map((one) =>
          one.id === first.id
            ? { ...one, startOn, dueOn }
            : { ...one, ...shifts.find((shift) => shift.id === one.id) },
        );
        const slots = scheduleOf(after, links, isWeekday);
        for (const task of after) {
          expect(slots.get(task.id)?.isConflict).toBe(false);
          const former = plan.find((one) => one.id === task.id);
          expect(countWorkDays(task.startOn, task.dueOn, isWeekday)).toBe(
            countWorkDays(former?.startOn ?? '', former?.dueOn ?? '', isWeekday),
          );
          expect(task.startOn >= (former?.startOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('holidays are no working days', () => {
    const isWorkDay = (on: string) => isWeekday(on) && on !== '2026-11-26';
    const slots = scheduleOf(
      [planned('a', '2026-11-24', '2026-11-25'), planned('b', '2026-11-27', '2026-11-27')],
      [link('a', 'b')],
      isWorkDay,
    );
    expect(slots.get('b')?.earliestOn).toBe('2026-11-27');
    expect(slots.get('a')?.slackDays).toBe(0);
  });
});
