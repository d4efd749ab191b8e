import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOARD_AXES,
  columnOf,
  columnsOf,
  EARLIER,
  movedCard,
  moveTo,
  NONE,
} from '../../../renderer/features/work/board/board-columns';
import {
  cardBefore,
  carryAmong,
  carryBy,
  pickUp,
  standsBehind,
} from '../../../renderer/features/work/board/carry';
import { TASK_STATUSES } from '../../../shared/domain/work/task-status';
import { card } from './card';

const TODAY = '2026-11-25';
const collator = new Intl.Collator('ru');
const columns = (tasks: Parameters<typeof columnsOf>[0], axis: Parameters<typeof columnsOf>[1]) =>
  columnsOf(tasks, axis, TODAY, (key) => key, collator.compare);

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const someCard = fc
  .record({
    id: fc.uuid(),
    status: fc.constantFrom(...TASK_STATUSES),
    clientId: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    stageId: fc.option(fc.constantFrom('s1', 's2'), { nil: null }),
    personIds: fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
    dueOn: fc.option(day, { nil: null }),
  })
  .map(card);

describe('columns of the board', () => {
  it('hold every card once, in the order given', () => {
    fc.assert(
      fc.property(fc.array(someCard), fc.constantFrom(...BOARD_AXES), (tasks, axis) => {
        const made = columns(tasks, axis);
        const all = made.flatMap(({ tasks: cards }) => cards);
        expect(all.length).toBe(tasks.length);
        expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
        for (const { tasks: cards } of made) {
          const places = cards.map((one) => tasks.indexOf(one));
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('take a moved card where it was put', () => {
    fc.assert(
      fc.property(someCard, someCard, fc.constantFrom(...BOARD_AXES), (moved, there, axis) => {
        const key = columnOf(there, axis, TODAY);
        if (moveTo(axis, key) === null) return;
        const after = { ...moved, ...movedCard(moved, axis, key) };
        // A done card keeps its week, an open one of a past week stands with the overdue.
        if (axis === 'week' && after.status !== there.status) return;
        expect(columnOf(after, axis, TODAY)).toBe(key);
      }),
    );
  });

  it('stand even while they are empty, where they are statuses or weeks', () => {
    expect(columns([], 'status').map(({ key }) => key)).toEqual([...TASK_STATUSES]);
    expect(columns([], 'week').map(({ key }) => key)[0]).toBe('2026-11-23');
    expect(columns([], 'person')).toEqual([]);
  });

  it('gather what is late before this week, and take nothing there', () => {
    expect(columnOf(card({ dueOn: '2026-11-20' }), 'week', TODAY)).toBe(EARLIER);
    expect(columnOf(card({ dueOn: '2026-11-20', status: 'done' }), 'week', TODAY)).toBe(
      '2026-11-16',
    );
    expect(columnOf(card({ deadlineOn: '2026-11-26' }), 'week', TODAY)).toBe('2026-11-23');
    expect(moveTo('week', EARLIER)).toBeNull();
    expect(moveTo('person', NONE)).toEqual({ personId: null });
  });

  it('keep the day of the week when a card changes its week', () => {
    const wednesday = card({ dueOn: '2026-11-25' });
    expect(movedCard(wednesday, 'week', '2026-11-30')).toEqual({ dueOn: '2026-12-02' });
  });
});

describe('a card carried by the keys', () => {
  it('stops at the first and the last column', () => {
    const keys = ['a', 'b', 'c'];
    const held = pickUp(['t'], 'b');
    expect(carryBy(held, keys, -5).over).toBe('a');
    expect(carryBy(carryBy(held, keys, 1), keys, 1).over).toBe('c');
    expect(carryBy(held, keys, 1).from).toBe('b');
  });

  it('goes up and down among the others, and says when it stands where it stood', () => {
    const column = ['a', 'held', 'b', 'c'];
    const held = pickUp(['held'], 'ready');
    const afterOf = (index: number, steps: number) =>
      carryAmong(held, column, index, steps).afterId;
    expect(afterOf(1, 1)).toBe('b');
    expect(afterOf(3, 1)).toBe('c');
    expect(afterOf(4, 1)).toBe('c');
    expect(afterOf(1, -1)).toBeNull();
    expect(afterOf(0, -1)).toBeNull();
    expect(carryAmong(held, [], 0, 1).afterId).toBeNull();
    expect(cardBefore(column, ['held'], 'held')).toBe('a');
    expect(cardBefore(column, ['a', 'held'], 'held')).toBeNull();
    expect(cardBefore(column, ['held'], 'c')).toBe('c');
    expect(standsBehind(column, ['held'], 'a')).toBe(true);
    expect(standsBehind(column, ['held'], 'b')).toBe(false);
    expect(standsBehind(column, ['a'], null)).toBe(true);
  });
});
