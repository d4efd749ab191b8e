import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/result';
import type { Period } from '../../../shared/domain/dates';
import { failureOf, useCommand } from '../../lib/api';
import type { PlanTask } from './plan-types';
import type { Hand } from './timeline-chart';

/** After the last key of a row of keys the move is written. */
const PAUSE_MS = 600;

/** New days of a task that the file does not know yet, and the state of the task they were given to. */
type Held = { readonly days: Period; readonly revision: number };

/** A move that was written and may still be explained. */
export type Moved = {
  readonly task: PlanTask;
  readonly days: Period;
};

/** Moves tasks in time: shown at once, written when let go of, taken back when refused. */
export function useMoves(tasks: readonly PlanTask[]): {
  shown: readonly PlanTask[];
  move: (task: PlanTask, days: Period, hand: Hand) => void;
  moved: Moved | null;
  forget: () => void;
  failure: Failure | null;
} {
  const [held, setHeld] = useState<ReadonlyMap<string, Held>>(new Map());
  const [moved, setMoved] = useState<Moved | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run } = useCommand('tasks/reschedule');

  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const known = useRef(byId);
  known.current = byId;

  const release = useCallback((id: string) => {
    setHeld((before) => {
      const after = new Map(before);
      after.delete(id);
      return after;
    });
  }, []);

  const write = useCallback(
    async (id: string, days: Period) => {
      const task = known.current.get(id);
      if (task === undefined) return release(id);
      if (task.days.from === days.from && task.days.to === days.to) return release(id);
      setFailure(null);
      try {
        await run({
          id,
          revision: task.revision,
          startOn: days.from,
          dueOn: days.to,
          reason: '',
          cascade: false,
        });
        setMoved({ task, days });
      } catch (error) {
        release(id);
        setFailure(failureOf(error));
      }
    },
    [release, run],
  );

  const waiting = useRef<{ id: string; days: Period; timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const flush = useCallback(() => {
    const due = waiting.current;
    if (due === null) return;
    clearTimeout(due.timer);
    waiting.current = null;
    void write(due.id, due.days);
  }, [write]);
  useEffect(() => flush, [flush]);

  const move = useCallback(
    (task: PlanTask, days: Period, hand: Hand) => {
      const { id } = task;
      if (waiting.current !== null && waiting.current.id !== id) flush();
      setHeld((before) => new Map(before).set(id, { days, revision: task.revision }));
      if (hand === 'dropped') void write(id, days);
      if (hand !== 'key') return;
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      waiting.current = { id, days, timer: setTimeout(flush, PAUSE_MS) };
    },
    [flush, write],
  );

  const shown = useMemo(
    () =>
      tasks.map((task) => {
        const own = held.get(task.id);
        return own === undefined || own.revision !== task.revision
          ? task
          : { ...task, days: own.days };
      }),
    [tasks, held],
  );
  const forget = useCallback(() => setMoved(null), []);
  return { shown, move, moved, forget, failure };
}
