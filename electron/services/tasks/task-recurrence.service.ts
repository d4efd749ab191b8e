import { readLabels, readWatchers } from '../../../db/queries/task-details.query';
import type { ReadDb } from '../../../db/read-db';
import { addChecklistItem, listChecklist } from '../../../db/repositories/task-parts.repo';
import {
  addSeries,
  amendSeries,
  findLastOccurrence,
  findSeries,
  listLivingSeries,
  type SeriesRow,
} from '../../../db/repositories/task-series.repo';
import {
  addTask,
  amendTask,
  listAssignees,
  setAssignees,
  setLabels,
  setWatchers,
  type TaskRow,
} from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { addDays, diffDays } from '../../../shared/domain/dates';
import { valueOrThrow } from '../../../shared/domain/parsed';
import { nextOccurrence, occurrences, parseRule } from '../../../shared/domain/work/recurrence';
import type { Clock } from '../clock';
import { act, readOf, type Session } from '../session';
import { requireTask } from './task-book';

/** A series left alone for long makes up for the last day missed, not for each of them. */
const MOST_MISSED = 2_000;

/**
 * The day of the next task of a series: the rule's next one after the last task, which is made when the
 * last one is done, or when its own day has come although it is not. Of several days that passed
 * meanwhile the last one. Null where nothing is to be made.
 */
function nextDay(series: SeriesRow, last: TaskRow, today: string): string | null {
  if (last.occurrenceOn === null) return null;
  const missed = occurrences(series.rule, series.startsOn, last.occurrenceOn, MOST_MISSED).filter(
    (on) => on <= today,
  );
  const latest = missed.at(-1);
  if (latest !== undefined) return latest;
  const isOver = last.status === 'done' || last.archivedAt !== null;
  return isOver ? nextOccurrence(series.rule, series.startsOn, last.occurrenceOn) : null;
}

/** A new task like the last one, its dates moved to the new day and nothing of it done yet. */
function repeatTask(tx: WriteDb, last: TaskRow, on: string, createdAt: number): string {
  const shift = diffDays(last.occurrenceOn ?? on, on);
  const moved = (date: string | null) => (date === null ? null : addDays(date, shift));
  const id = addTask(tx, {
    clientId: last.clientId,
    projectId: last.projectId,
    stageId: last.stageId,
    templateId: last.templateId,
    seriesId: last.seriesId,
    occurrenceOn: on,
    title: last.title,
    description: last.description,
    kind: last.kind,
    role: last.role,
    status: 'ready',
    startOn: moved(last.startOn),
    dueOn: moved(last.dueOn),
    deadlineOn: moved(last.deadlineOn),
    estimateSeconds: last.estimateSeconds,
    booking: last.booking,
    reviewerId: last.reviewerId,
    createdAt,
  });
  setAssignees(tx, id, listAssignees(tx, last.id));
  setWatchers(tx, id, readWatchers(tx, last.id));
  setLabels(tx, id, readLabels(tx, last.id));
  for (const { title } of listChecklist(tx, last.id)) addChecklistItem(tx, { taskId: id, title });
  return id;
}

/** Makes the next task of a series where it is time. Doing it again adds nothing. Returns its id, or null. */
export function bringNextOccurrence(tx: WriteDb, seriesId: string, clock: Clock): string | null {
  const series = findSeries(tx, seriesId);
  const last = findLastOccurrence(tx, seriesId);
  if (series === undefined || last === undefined || series.endedAt !== null) return null;
  const on = nextDay(series, last, clock.today());
  return on === null ? null : repeatTask(tx, last, on, clock.now());
}

function dueSeries(read: ReadDb, today: string): string[] {
  return listLivingSeries(read).flatMap((series) => {
    const last = findLastOccurrence(read, series.id);
    return last === undefined || nextDay(series, last, today) === null ? [] : [series.id];
  });
}

/** Makes the tasks whose day has come: at the opening of a file and when a day begins. Returns how many. */
export function bringRecurringTasks(session: Session): number {
  const due = dueSeries(readOf(session), session.clock.today());
  if (due.length === 0) return 0;
  act(session, 'bring-recurring-tasks', { count: due.length }, (tx) => {
    for (const id of due) bringNextOccurrence(tx, id, session.clock);
  });
  return due.length;
}

/** As {@link bringRecurringTasks}, where a file is opened: what keeps it from writing is told by the first change. */
export function bringTasksDue(session: Session): void {
  try {
    bringRecurringTasks(session);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Makes a task come back by a rule, changes the rule, or ends it (null). The rule counts from the task's own day. */
export function repeatByRule(session: Session, input: Input<'tasks/repeat'>): { id: string } {
  const task = requireTask(readOf(session), input.id);
  const startsOn = task.occurrenceOn ?? task.dueOn ?? session.clock.today();
  const rule = input.rule === null ? null : valueOrThrow(parseRule(input.rule, startsOn));
  if (rule === null && task.seriesId === null) throw new AppError('task-not-recurring');
  act(session, rule === null ? 'end-recurrence' : 'set-recurrence', { title: task.title }, (tx) => {
    amendTask(tx, task.id, {}, input.revision);
    if (task.seriesId !== null) {
      amendSeries(
        tx,
        task.seriesId,
        rule === null ? { endedAt: session.clock.now() } : { rule, startsOn, endedAt: null },
      );
    } else if (rule !== null) {
      const seriesId = addSeries(tx, { rule, startsOn });
      amendTask(tx, task.id, { seriesId, occurrenceOn: startsOn, dueOn: task.dueOn ?? startsOn });
    }
  });
  return { id: task.id };
}

/** The next days of a rule. Throws `recurrence-invalid`, `recurrence-never`. */
export function previewRule({
  rule,
  startsOn,
}: Input<'tasks/preview-rule'>): Output<'tasks/preview-rule'> {
  const kept = valueOrThrow(parseRule(rule, startsOn));
  return { days: occurrences(kept, startsOn, addDays(startsOn, -1), 8) };
}
