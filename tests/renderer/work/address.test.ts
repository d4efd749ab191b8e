import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_SETTINGS,
  readSettings,
  restricting,
  writeSettings,
} from '../../../renderer/features/work/filter/address';
import { readSharedView } from '../../../renderer/features/work/filter/view-file';
import { TASK_STATUSES } from '../../../shared/domain/work/task-status';
import { EMPTY_TASK_FILTER } from '../../../shared/domain/work/task-view';

const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 3 });
const settings = fc
  .record({
    text: fc.string({ maxLength: 40 }),
    clientIds: words,
    labels: words,
    statuses: fc.subarray([...TASK_STATUSES]),
    due: fc.option(fc.constant({ from: '2026-11-01', to: null }), { nil: null }),
    overdue: fc.boolean(),
    archived: fc.constantFrom('without' as const, 'with' as const, 'only' as const),
    by: fc.constantFrom('due' as const, 'priority' as const, 'title' as const),
    descending: fc.boolean(),
    groupBy: fc.constantFrom('none' as const, 'status' as const, 'week' as const),
  })
  .map(({ by, descending, groupBy, ...filter }) => ({
    ...FIRST_SETTINGS,
    filter: { ...EMPTY_TASK_FILTER, ...filter },
    sort: { by, descending },
    groupBy,
    columns: ['title', 'due'],
  }));

describe('a view in the address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(settings, (view) => {
        expect(readSettings(writeSettings('', view, null))).toEqual(view);
      }),
    );
  });

  it('leaves what is as usual out, and what belongs to others in', () => {
    expect(writeSettings('t=task-1', FIRST_SETTINGS, null)).toBe('t=task-1');
  });

  it('restricts nothing where it says nonsense', () => {
    expect(readSettings('f=%7Bnot&s=sideways&g=moon')).toEqual(FIRST_SETTINGS);
    expect(restricting(readSettings('f={"text":5,"unknown":true}').filter)).toEqual([]);
  });
});

describe('a view in a file', () => {
  const file = (fields: object) =>
    JSON.stringify({ format: 'agency-console-view', name: 'Моё', kind: 'board', ...fields });

  it('is taken with what it knows, the rest as usual', () => {
    const taken = readSharedView(
      file({ settings: { filter: { overdue: true, text: 7 }, groupBy: 'week' } }),
    );
    expect(taken?.settings.filter).toEqual({ ...EMPTY_TASK_FILTER, overdue: true });
    expect(taken?.settings.groupBy).toBe('week');
    expect(taken?.settings.sort).toEqual(FIRST_SETTINGS.sort);
  });

  it('is none where it is another file', () => {
    for (const text of ['', '[]', '{"name":"x"}', file({}), file({ kind: 'moon', settings: {} })])
      expect(readSharedView(text)).toBeNull();
  });
});
