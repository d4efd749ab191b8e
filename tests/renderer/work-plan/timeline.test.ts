import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeekend, makeAxis, spanOf, todayX, ZOOMS } from '../../../renderer/components/axis/axis';
import { barShape, gripAt, movedDays } from '../../../renderer/features/work-plan/bar-layout';
import { criticalTasks } from '../../../renderer/features/work-plan/critical-path';
import type { PlanTask } from '../../../renderer/features/work-plan/plan-types';
import { followers } from '../../../renderer/features/work-plan/shift-plan';
import { planRows } from '../../../renderer/features/work-plan/timeline-rows';
import { addDays, dateOfDayNumber, dayNumber, diffDays } from '../../../shared/domain/dates';
import { makeTask } from './make-task';

const day = fc
  .integer({ min: dayNumber('2026-01-01'), max: dayNumber('2028-12-31') })
  .map(dateOfDayNumber);
const compare = (a: string, b: string) => a.localeCompare(b, 'ru');

/** Tasks that wait only for earlier ones of the list: no circles. */
const plan = fc
  .array(fc.tuple(day, fc.nat(20), fc.array(fc.nat(30), { maxLength: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 25,
  })
  .map((given): PlanTask[] =>
    given.map(([from, length, after, isDone], i) =>
      makeTask(`t${i}`, from, addDays(from, length), {
        isDone,
        after: after.filter((other) => other < i).map((other) => `t${other}`),
      }),
    ),
  );

describe('bars', () => {
  const axis = makeAxis('week', { from: '2026-11-16', to: '2026-12-13' });

  it('ink is what is done and never goes beyond today', () => {
    const task = makeTask('a', '2026-11-18', '2026-11-27', { done: 0.9 });
    const shape = barShape(axis, task, task.days, '2026-11-23');
    expect(shape.x + shape.ink).toBe(todayX(axis, '2026-11-23'));
    const half = makeTask('b', '2026-11-16', '2026-11-19', { done: 0.5 });
    const past = barShape(axis, half, half.days, '2026-11-23');
    expect(past.ink).toBe(past.width / 2);
  });

  it('no bar has ink beyond today or beyond its end', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(60),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.boolean(),
        day,
        fc.constantFrom(...ZOOMS),
        (from, length, done, isDone, today, zoom) => {
          const wide = makeAxis(zoom, { from: '2026-01-01', to: '2029-03-31' });
          const task = makeTask('a', from, addDays(from, length), { done, isDone });
          const shape = barShape(wide, task, task.days, today);
          expect(shape.ink).toBeGreaterThanOrEqual(0);
          expect(shape.ink).toBeLessThanOrEqual(shape.width);
          if (shape.ink > 0)
            expect(shape.x + shape.ink).toBeLessThanOrEqual(todayX(wide, today) + 1e-6);
        },
      ),
    );
  });

  it('what is late is drawn from the bar until today, and only while it is not done', () => {
    const task = makeTask('a', '2026-11-16', '2026-11-19');
    const { late, x, width } = barShape(axis, task, task.days, '2026-11-23');
    expect(late).toEqual({ x: x + width, width: todayX(axis, '2026-11-23') - x - width });
    const done = { ...task, isDone: true };
    expect(barShape(axis, done, done.days, '2026-11-23').late).toBeNull();
  });

  it('the plan once agreed lies where it was', () => {
    const task = makeTask('a', '2026-11-25', '2026-11-30', {
      baseline: { from: '2026-11-19', to: '2026-11-24' },
    });
    expect(barShape(axis, task, task.days, '2026-11-23').baseline?.x).toBe(
      spanOf(axis, { from: '2026-11-19', to: '2026-11-24' }).x,
    );
  });

  it('an end is held only where the bar is long enough, and a guessed start never', () => {
    expect(gripAt(0, 60, false)).toBe('start');
    expect(gripAt(0, 60, true)).toBe('move');
    expect(gripAt(59, 60, false)).toBe('end');
    expect(gripAt(30, 60, false)).toBe('move');
    expect(gripAt(6, 12, false)).toBe('move');
  });
});

describe('moving', () => {
  it('keeps a length when moved, and never turns a task round', () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.integer({ min: -60, max: 60 }), (from, length, by) => {
        const days = { from, to: addDays(from, length) };
        const moved = movedDays(days, 'move', by);
        expect(diffDays(moved.from, moved.to)).toBe(length);
        expect(movedDays(moved, 'move', -by)).toEqual(days);
        const start = movedDays(days, 'start', by);
        expect(start.to).toBe(days.to);
        expect(start.from <= start.to).toBe(true);
        const end = movedDays(days, 'end', by);
        expect(end.from).toBe(days.from);
        expect(end.from <= end.to).toBe(true);
      }),
    );
  });

  it('those that wait follow on the next working day, and what is done stays', () => {
    const tasks = [
      makeTask('a', '2026-11-18', '2026-11-20'),
      makeTask('b', '2026-11-23', '2026-11-24', { after: ['a'] }),
      makeTask('c', '2026-11-25', '2026-11-25', { after: ['b'] }),
      makeTask('d', '2026-12-09', '2026-12-10', { after: ['c'] }),
      makeTask('e', '2026-11-23', '2026-11-24', { after: ['a'], isDone: true }),
    ];
    const moved = new Map([['a', { from: '2026-11-25', to: '2026-11-27' }]]);
    expect(followers(tasks, moved, isWeekend)).toEqual([
      { id: 'b', days: { from: '2026-11-30', to: '2026-12-01' } },
      { id: 'c', days: { from: '2026-12-02', to: '2026-12-02' } },
    ]);
  });

  it('leaves no follower that starts before what it waits for has ended', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 90 }), (tasks, by) => {
        const first = tasks[0];
        if (first === undefined) return;
        const moved = new Map([[first.id, movedDays(first.days, 'move', by)]]);
        const shifts = new Map(
          followers(tasks, moved, isWeekend).map(({ id, days }) => [id, days]),
        );
        const at = (task: PlanTask) => moved.get(task.id) ?? shifts.get(task.id) ?? task.days;
        const byId = new Map(tasks.map((task) => [task.id, task]));
        for (const task of tasks) {
          const own = shifts.get(task.id);
          if (own === undefined) continue;
          expect(diffDays(own.from, own.to)).toBe(diffDays(task.days.from, task.days.to));
          expect(isWeekend(own.from)).toBe(false);
          expect(own.from > task.days.from).toBe(true);
          for (const id of task.after) {
            const before = byId.get(id);
            if (before === undefined || (!moved.has(id) && !shifts.has(id))) continue;
            expect(own.from > at(before).to).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the critical path', () => {
  it('is the chain without a free working day; a weekend is not one', () => {
    const tasks = [
      makeTask('a', '2026-11-16', '2026-11-18'),
      makeTask('b', '2026-11-19', '2026-11-20', { after: ['a'] }),
      makeTask('c', '2026-11-23', '2026-11-27', { after: ['b'] }),
      makeTask('free', '2026-11-19', '2026-11-20', { after: ['a'] }),
      makeTask('alone', '2026-11-16', '2026-11-27'),
    ];
    expect([...criticalTasks(tasks, isWeekend)].toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('takes a circle of an odd file without going round for ever', () => {
    const tasks = [
      makeTask('a', '2026-11-16', '2026-11-18', { after: ['b'] }),
      makeTask('b', '2026-11-19', '2026-11-20', { after: ['a'] }),
    ];
    expect(criticalTasks(tasks, isWeekend).size).toBe(0);
  });

  it('a day lost on it moves the end of the chain, a day lost elsewhere does not', () => {
    const never = () => false;
    const chains = fc
      .array(fc.tuple(day, fc.nat(20), fc.nat(30), fc.nat(30)), { minLength: 2, maxLength: 25 })
      .map((given) =>
        given.map(([from, length, after, other], i) =>
          makeTask(`t${i}`, from, addDays(from, length), {
            after: i === 0 ? [] : [`t${after % i}`, `t${other % i}`],
          }),
        ),
      );
    fc.assert(
      fc.property(chains, (tasks) => {
        const settled = settle(tasks, never);
        const critical = criticalTasks(settled, never);
        const endOf = (days: readonly { to: string }[]) =>
          days
            .map(({ to }) => to)
            .toSorted()
            .at(-1);
        const end = endOf(settled.map(({ days }) => days));
        for (const task of settled) {
          const later = movedDays(task.days, 'end', 1);
          const shifts = followers(settled, new Map([[task.id, later]]), never);
          const after = new Map(shifts.map(({ id, days }) => [id, days])).set(task.id, later);
          const moved = endOf(settled.map(({ id, days }) => after.get(id) ?? days));
          expect(moved !== end).toBe(critical.has(task.id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The plan with every task behind what it waits for. */
function settle(tasks: readonly PlanTask[], isOff: (date: string) => boolean): PlanTask[] {
  let settled = [...tasks];
  for (const { id } of tasks) {
    const own = settled.find((task) => task.id === id);
    if (own === undefined) continue;
    const shifts = followers(settled, new Map([[id, own.days]]), isOff);
    settled = settled.map((task) => ({
      ...task,
      days: shifts.find((shift) => shift.id === task.id)?.days ?? task.days,
    }));
  }
  return settled;
}

describe('rows', () => {
  const tasks = [
    makeTask('late', '2026-11-25', '2026-12-04', { deadlineOn: '2026-12-01' }),
    makeTask('early', '2026-11-16', '2026-11-18'),
    makeTask('none', '2026-11-17', '2026-11-18', { client: null, project: null, doers: [] }),
    makeTask('two', '2026-11-17', '2026-11-18', {
      client: { id: 'c2', name: 'Атлант', mark: 'АТ', hue: 14 },
      doers: [
        { id: 'mk', name: 'М. Котова' },
        { id: 'pz', name: 'П. Зуев' },
      ],
    }),
  ];

  it('stand under their client by their first day; what has no client comes last', () => {
    const rows = planRows(tasks, 'client', new Set(), compare);
    expect(rows.map((row) => (row.kind === 'group' ? `# ${row.name}` : row.task.id))).toEqual([
      '# Атлант',
      'two',
      '# Горный квартал',
      'early',
      'late',
      '# ',
      'none',
    ]);
  });

  it('a head says the days of its group, and whether a promise is missed', () => {
    const head = planRows(tasks, 'project', new Set(), compare).find(
      (row) => row.kind === 'group' && row.name === 'Горный квартал',
    );
    expect(head).toMatchObject({
      note: 'Баннеры и запуск',
      days: { from: '2026-11-16', to: '2026-12-04' },
      deadlineOn: '2026-12-01',
      isMissed: true,
      count: 2,
    });
  });

  it('a task of two people stands under both, and a folded group keeps its head', () => {
    const rows = planRows(tasks, 'person', new Set(['person:mk']), compare);
    expect(rows.map(({ key }) => key)).toEqual([
      'person:mk',
      'person:pz',
      'person:pz/two',
      'person:',
      'person:/none',
    ]);
  });
});
