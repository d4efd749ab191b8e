import { expect, it } from 'vitest';
import { showTask } from '../../electron/services/tasks/task-details.service';
import { explainMove, rescheduleTask } from '../../electron/services/tasks/task-moves.service';
import { addTask } from '../../electron/services/tasks/task-writes.service';
import { newSession } from '../helpers/db-session';

const words = { status: 'ready' as const, checklist: [], recurrence: null };

it('a move is explained afterwards, the last one only, and the reason is taken back by itself', () => {
  const session = newSession();
  const { id } = addTask(session, {
    quick: '',
    fields: { title: 'Баннеры', startOn: '2026-11-23', dueOn: '2026-11-24' },
    ...words,
  });
  const move = (startOn: string, dueOn: string) =>
    rescheduleTask(session, {
      id,
      revision: showTask(session, { id }).revision,
      startOn,
      dueOn,
      reason: '',
      cascade: false,
    });
  move('2026-11-25', '2026-11-26');
  move('2026-11-26', '2026-11-27');
  explainMove(session, { id, reason: 'ждём фото' });
  const reasons = () =>
    showTask(session, { id })
      .dueChanges.filter(({ fromOn }) => fromOn !== null)
      .map(({ field, toOn, reason }) => `${field} ${toOn} ${reason}`);
  expect(reasons()).toEqual([
    'start 2026-11-25 ',
    'due 2026-11-26 ',
    'start 2026-11-26 ждём фото',
    'due 2026-11-27 ждём фото',
  ]);
  session.workspace.undo({ actor: 'anna', now: session.clock.now() });
  expect(reasons().at(-1)).toBe('due 2026-11-27 ');
  expect(showTask(session, { id }).dueOn).toBe('2026-11-27');
});

it('a task whose dates never changed has nothing to explain', () => {
  const session = newSession();
  const { id } = addTask(session, { quick: '', fields: { title: 'Новая' }, ...words });
  expect(() => explainMove(session, { id, reason: 'зачем' })).toThrow(
    expect.objectContaining({ code: 'task-never-moved' }),
  );
});
