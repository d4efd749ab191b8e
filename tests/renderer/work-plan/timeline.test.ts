import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAxis, spanOf, todayX, ZOOMS } from '../../../renderer/components/axis/axis';
import { barShape, movedDays } from '../../../renderer/features/work-plan/bar-layout';
import { planRows } from '../../../renderer/features/work-plan/timeline-rows';
import { addDays, dateOfDayNumber, dayNumber, diffDays } from '../../../shared/domain/dates';
import { makeTask } from './make-task';

const day = fc
  .integer({ min: dayNumber('2026-01-01'), max: dayNumber('2028-12-31') })
  .map(dateOfDayNumber);
const compare = (a: string, b: string) => a.localeCompare(b, 'ru');

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
          const task = makeTask('a', from, addDays(from, length), {
            done,
            status: isDone ? 'done' : 'in-work',
          });
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
    const done = { ...task, status: 'done' as const };
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
});

describe('rows', () => {
  const tasks = [
    makeTask('late', '2026-11-25', '2026-12-04', { deadlineOn: '2026-12-01' }),
    makeTask('early', '2026-11-16', '2026-11-18'),
    makeTask('none', '2026-11-17', '2026-11-18', { client: null, project: null, doers: [] }),
    makeTask('two', '2026-11-17', '2026-11-18', {
      client: { id: 'c2', name: 'Атлант', mark: 'АТ', hue: 14, tier: 'B' },
      doers: [
        { id: 'mk', name: 'М. Котова', code: 'МК' },
        { id: 'pz', name: 'П. Зуев', code: 'ПЗ' },
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
