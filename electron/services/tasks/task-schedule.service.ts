import { readOpenMentions } from '../../../db/queries/task-details.query';
import type { TaskCardRow } from '../../../db/queries/tasks.query';
import { readDependencies } from '../../../db/queries/tasks.query';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { Phrase } from '../../../shared/contract/primitives';
import type { ScheduleBar, TodayItem } from '../../../shared/contract/tasks.contract';
import { addDays, daysInclusive, diffDays } from '../../../shared/domain/dates';
import {
  type PlannedTask,
  type Slot,
  scheduleOf,
} from '../../../shared/domain/work/dependency-graph';
import { readOf, type Session } from '../session';
import {
  agencyWorkDays,
  cardOf,
  dayOf,
  isOverdue,
  linesOf,
  priorityOfRow,
  readTaskBook,
  remainingOf,
} from './task-book';
import { filterRows, rowsFor } from './task-filter';
import { plannedTask } from './task-plan';

/** Longest span a timeline shows, days. */
const LONGEST_SPAN = 1_100;

/** How far ahead a promise shows in the day, days. */
const PROMISED_AHEAD = 7;

const PPM = 1_000_000;

/** How much of a task is done: its hours, or its checklist where it has no estimate. */
function progressOf(row: TaskCardRow): number {
  if (row.status === 'done') return PPM;
  const left = remainingOf(row);
  if (row.estimateSeconds !== null && row.estimateSeconds > 0 && left !== null) {
    return Math.max(0, Math.min(PPM, PPM - Math.round((left * PPM) / row.estimateSeconds)));
  }
  return row.checklistTotal === 0 ? 0 : Math.round((row.checklistDone * PPM) / row.checklistTotal);
}

function barOf(row: TaskCardRow, task: PlannedTask, slot: Slot, today: string): ScheduleBar {
  return {
    id: row.id,
    revision: row.revision,
    number: row.number,
    title: row.title,
    clientId: row.clientId,
    projectId: row.projectId,
    stageId: row.stageId,
    personIds: linesOf(row.people),
    status: row.status,
    startOn: task.startOn,
    dueOn: task.dueOn,
    deadlineOn: row.deadlineOn,
    baselineStartOn: row.baselineStartOn,
    baselineDueOn: row.baselineDueOn,
    estimateSeconds: row.estimateSeconds,
    progressPpm: progressOf(row),
    isCritical: slot.isCritical,
    slackDays: slot.slackDays,
    earliestOn: slot.earliestOn,
    isConflict: slot.isConflict,
    isOverdue: isOverdue(row, today),
  };
}

/**
 * Bars of the tasks that meet a span of days, with critical path and slack reckoned over all living
 * tasks, so that a filter changes what is shown and not what is critical. Throws `period-invalid`.
 */
export function scheduleTasks(
  session: Session,
  { filter, from, to }: Input<'tasks/schedule'>,
): Output<'tasks/schedule'> {
  if (to < from || daysInclusive({ from, to }) > LONGEST_SPAN) {
    throw new AppError('period-invalid', { from, to });
  }
  const read = readOf(session);
  const isWorkDay = agencyWorkDays(read);
  const book = readTaskBook(session, rowsFor(filter));
  const dependencies = readDependencies(read);
  const planned = new Map(
    book.rows.flatMap((row): [string, PlannedTask][] => {
      const task = plannedTask(row, isWorkDay);
      return task === null ? [] : [[row.id, task]];
    }),
  );
  const slots = scheduleOf([...planned.values()], dependencies, isWorkDay);
  const rows = filterRows(book, filter);
  const bars = rows.flatMap((row): ScheduleBar[] => {
    const task = planned.get(row.id);
    const slot = slots.get(row.id);
    if (task === undefined || slot === undefined) return [];
    const first = [task.startOn, row.baselineStartOn ?? task.startOn].sort()[0] ?? task.startOn;
    const last = [task.dueOn, row.deadlineOn ?? task.dueOn].sort()[1] ?? task.dueOn;
    return first > to || last < from ? [] : [barOf(row, task, slot, book.today)];
  });
  const shown = new Set(bars.map(({ id }) => id));
  const shownRows = rows.filter(({ id }) => shown.has(id));
  const daysOff: string[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) if (!isWorkDay(on)) daysOff.push(on);
  return {
    today: book.today,
    bars,
    links: dependencies
      .filter(({ beforeId, afterId }) => shown.has(beforeId) && shown.has(afterId))
      .map(({ beforeId, afterId, lagDays }) => ({ beforeId, afterId, lagDays })),
    daysOff,
    undatedCount: rows.filter((row) => !planned.has(row.id) && row.status !== 'done').length,
    names: book.namesOf(shownRows.map((row) => cardOf(row, book.today))),
  };
}

const said = (key: string, params: Record<string, string | number> = {}): Phrase => ({
  key: `work:today.${key}`,
  params,
});

/**
 * What a day holds for a person. A task stands in one list only, the first that fits: overdue, due today,
 * promised, waiting for the person, waiting for a client, in work, starting today, after hours.
 */
export function readToday(session: Session, input: Input<'tasks/today'>): Output<'tasks/today'> {
  const book = readTaskBook(session);
  const { today } = book;
  const personId = input.personId ?? book.me;
  const mentions = new Map(
    personId === null
      ? []
      : readOpenMentions(readOf(session), personId).map((one) => [one.taskId, one.author]),
  );
  const isMine = (row: TaskCardRow) => personId === null || linesOf(row.people).includes(personId);
  const manages = (row: TaskCardRow) => personId !== null && row.managerId === personId;
  const open = book.rows
    .filter((row) => row.status !== 'done')
    .map((row) => ({ row, score: priorityOfRow(row, today).score }))
    .sort((a, b) => b.score - a.score || a.row.number - b.row.number)
    .map(({ row }) => row);
  const taken = new Set<string>();
  const pick = (reasonOf: (row: TaskCardRow) => Phrase | null): TodayItem[] =>
    open.flatMap((row): TodayItem[] => {
      if (taken.has(row.id)) return [];
      const reason = reasonOf(row);
      if (reason === null) return [];
      taken.add(row.id);
      return [{ card: cardOf(row, today), reason }];
    });
  const waitedDays = (row: TaskCardRow): number =>
    Math.max(0, Math.floor((session.clock.now() - row.statusSince) / 86_400_000));

  // What lies with the client is not the person's to do, however late it is.
  const waitingForClient = pick((row) =>
    row.status === 'client-review' && (isMine(row) || manages(row))
      ? said('waits-for-client', { count: waitedDays(row) })
      : null,
  );
  const waitingForMe = pick((row) => {
    if (personId === null) return null;
    if (mentions.has(row.id)) {
      return said('mentioned', { name: book.personName(mentions.get(row.id) ?? '') });
    }
    const reviewer = row.reviewerId ?? row.managerId;
    if (row.status === 'review' && reviewer === personId) return said('to-review');
    if (row.people === null && manages(row) && row.status !== 'backlog') return said('to-assign');
    return null;
  });
  const overdue = pick((row) => {
    const on = dayOf(row);
    if (!isMine(row) || !isOverdue(row, today) || on === null) return null;
    return said('overdue', { count: Math.max(1, diffDays(on, today)) });
  });
  const dueToday = pick((row) => (isMine(row) && dayOf(row) === today ? said('due-today') : null));
  const promised = pick((row) => {
    const on = row.deadlineOn ?? row.dueOn;
    if (row.promise === '' || on === null || !(isMine(row) || manages(row))) return null;
    return diffDays(today, on) <= PROMISED_AHEAD ? said('promised', { on }) : null;
  });
  const afterHours = pick((row) =>
    isMine(row) && row.afterHours === 'yes' && row.resolvedAt === null ? said('after-hours') : null,
  );
  const inWork = pick((row) =>
    isMine(row) && (row.status === 'in-work' || row.status === 'rework')
      ? said(row.status === 'rework' ? 'rework' : 'in-work')
      : null,
  );
  const startsToday = pick((row) =>
    isMine(row) && row.startOn !== null && row.startOn <= today && row.blockedBy === 0
      ? said('starts', { on: row.startOn })
      : null,
  );
  const doneToday = book.rows
    .filter((row) => row.doneOn === today && isMine(row))
    .map((row) => ({ card: cardOf(row, today), reason: said('done') }));
  const lists = {
    overdue,
    dueToday,
    promised,
    waitingForMe,
    waitingForClient,
    inWork,
    startsToday,
    afterHours,
    doneToday,
  };
  const cards = Object.values(lists).flatMap((items) => items.map(({ card }) => card));
  return { today, personId, ...lists, names: book.namesOf(cards) };
}
