import { readDependencies, readTaskCards, type TaskCardRow } from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import type { Dependency, PlannedTask } from '../../../shared/domain/work/dependency-graph';
import { addWorkDays, type IsWorkDay } from '../../../shared/domain/work/work-days';
import { remainingOf } from './task-book';

/** Working hours of a day as the length of a bar without dates is reckoned, seconds. */
const WORKING_DAY = 28_800;

/** Longest bar that an estimate alone makes, working days. */
const LONGEST_BAR = 250;

/**
 * A task as it is planned. A day it lacks follows from the other and its remaining hours at 8 hours a day;
 * without both it ends on its deadline. Null: it has no date at all.
 */
export function plannedTask(row: TaskCardRow, isWorkDay: IsWorkDay): PlannedTask | null {
  const end = row.dueOn ?? (row.startOn === null ? row.deadlineOn : null);
  const hours = remainingOf(row) ?? row.estimateSeconds ?? 0;
  const length = Math.min(LONGEST_BAR, Math.max(1, Math.ceil(hours / WORKING_DAY)));
  const { id, deadlineOn, doneOn } = row;
  if (row.startOn !== null) {
    const dueOn = end ?? addWorkDays(row.startOn, length - 1, isWorkDay);
    return { id, startOn: row.startOn, dueOn, deadlineOn, doneOn };
  }
  if (end === null) return null;
  const startOn = length === 1 ? end : addWorkDays(end, 1 - length, isWorkDay);
  return { id, startOn, dueOn: end, deadlineOn, doneOn };
}

export type Plan = {
  rows: ReadonlyMap<string, TaskCardRow>;
  tasks: readonly PlannedTask[];
  dependencies: readonly Dependency[];
};

/** Every living task with a date, and what waits for what. */
export function readPlan(read: ReadDb, isWorkDay: IsWorkDay): Plan {
  const rows = readTaskCards(read, 'living');
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    tasks: rows.flatMap((row) => plannedTask(row, isWorkDay) ?? []),
    dependencies: readDependencies(read),
  };
}
