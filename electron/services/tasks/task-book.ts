import { readAgencyFacts } from '../../../db/queries/portfolio.query';
import {
  type NamedClient,
  readTaskCard,
  readTaskCards,
  readTaskNames,
  type TaskCardRow,
} from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import { findPerson } from '../../../db/repositories/people.repo';
import { findTask, type TaskRow } from '../../../db/repositories/tasks.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Phrase } from '../../../shared/contract/primitives';
import type { BriefChange, TaskCard, TaskNames } from '../../../shared/contract/tasks-shapes';
import { isoWeekday } from '../../../shared/domain/dates';
import { type PriorityResult, priorityOf } from '../../../shared/domain/work/priority';
import type { IsWorkDay } from '../../../shared/domain/work/work-days';
import { readOf, type Session } from '../session';
import { readCalendars } from '../team-time';

/** A list kept as a text with line feeds between. */
export function linesOf(text: string | null): string[] {
  return text === null || text === '' ? [] : text.split('\n');
}

/** The person who works in the file, if they are one of its people. */
export function meOf(session: Session): string | null {
  return findPerson(readOf(session), session.actor)?.id ?? null;
}

/** The task, or `task-not-found`. */
export function requireTask(read: ReadDb, id: string): TaskRow {
  const task = findTask(read, id);
  if (task === undefined) throw new AppError('task-not-found');
  return task;
}

/** Days on which the agency works: its country's production calendar. */
export function agencyWorkDays(read: ReadDb): IsWorkDay {
  const calendar = readCalendars(read)[readAgencyFacts(read)?.country ?? 'RU'];
  return (on) => {
    const day = calendar.dayOn(on);
    if (day === null) return isoWeekday(on) <= 5;
    return day.kind === 'working' || day.kind === 'short';
  };
}

/** Work left of a task, seconds: as stated, or the estimate without what was logged; null without either. */
export function remainingOf(row: TaskCardRow): number | null {
  if (row.status === 'done') return 0;
  if (row.remainingSeconds !== null) return row.remainingSeconds;
  return row.estimateSeconds === null ? null : Math.max(0, row.estimateSeconds - row.loggedSeconds);
}

/** The priority of a task as of a day. */
export function priorityOfRow(row: TaskCardRow, today: string): PriorityResult {
  return priorityOf(
    {
      status: row.status,
      dueOn: row.dueOn,
      deadlineOn: row.deadlineOn,
      remainingSeconds: remainingOf(row),
      isPromised: row.promise !== '',
      tier: row.tier,
      blocks: row.blocks,
      blockedBy: row.blockedBy,
      reworkCount: row.reworkCount,
      override: row.priority,
    },
    today,
  );
}

/** Reasons under the keys of their sentences. */
export function reasonPhrases(result: PriorityResult): Phrase[] {
  return result.reasons.map(({ key, params }) => ({
    key: `work:reason.${key}`,
    params: { ...params },
  }));
}

/** What changed of a task's brief; null where nothing did. */
export function changeOf(from: number | null, to: number | null): BriefChange | null {
  return from === null || to === null ? null : { from, to };
}

/** A stored card as it travels. */
export function cardOf(row: TaskCardRow, today: string): TaskCard {
  const priority = priorityOfRow(row, today);
  return {
    id: row.id,
    revision: row.revision,
    number: row.number,
    title: row.title,
    clientId: row.clientId,
    projectId: row.projectId,
    stageId: row.stageId,
    status: row.status,
    statusSince: row.statusSince,
    kind: row.kind,
    role: row.role,
    personIds: linesOf(row.people),
    startOn: row.startOn,
    dueOn: row.dueOn,
    deadlineOn: row.deadlineOn,
    doneOn: row.doneOn,
    estimateSeconds: row.estimateSeconds,
    remainingSeconds: remainingOf(row),
    priority: priority.level,
    isPrioritySet: row.priority !== null,
    score: priority.score,
    checklistDone: row.checklistDone,
    checklistTotal: row.checklistTotal,
    blockedBy: row.blockedBy,
    reworkCount: row.reworkCount,
    commentCount: row.commentCount,
    fileCount: row.fileCount,
    booking: row.booking,
    isAfterHours: row.afterHours === 'yes',
    isRecurring: row.seriesId !== null,
    isPromised: row.promise !== '',
    labels: linesOf(row.labels),
    briefChange: changeOf(row.briefKnown, row.briefNow),
    position: row.position,
    isArchived: row.archivedAt !== null,
  };
}

/** The day a task is judged by: the due day, or the deadline where it has none. */
export function dayOf(row: Pick<TaskCardRow, 'dueOn' | 'deadlineOn'>): string | null {
  return row.dueOn ?? row.deadlineOn;
}

/** Open and past its due day or its deadline. */
export function isOverdue(
  row: Pick<TaskCardRow, 'status' | 'dueOn' | 'deadlineOn'>,
  today: string,
): boolean {
  const first = [row.dueOn, row.deadlineOn].filter((on) => on !== null).sort()[0];
  return row.status !== 'done' && first !== undefined && first < today;
}

/** Everything that is read once for an answer about many tasks. */
export type TaskBook = {
  rows: readonly TaskCardRow[];
  today: string;
  me: string | null;
  /** Names of those that the cards mention. */
  namesOf(cards: Iterable<TaskCard>): TaskNames;
  clientName(id: string | null): string;
  personName(id: string): string;
  projectName(id: string | null): string;
};

export function readTaskBook(
  session: Session,
  which: 'living' | 'archived' | 'all' = 'living',
): TaskBook {
  const read = readOf(session);
  const names = readTaskNames(read);
  const clients = new Map(names.clients.map((one) => [one.id, one]));
  const people = new Map(names.people.map((one) => [one.id, one]));
  const projects = new Map(names.projects.map((one) => [one.id, one]));
  return {
    rows: readTaskCards(read, which),
    today: session.clock.today(),
    me: meOf(session),
    namesOf(cards) {
      const used = new Set<string | null>();
      for (const card of cards) {
        used.add(card.clientId).add(card.projectId).add(card.stageId);
        for (const id of card.personIds) used.add(id);
      }
      return {
        clients: names.clients.filter(({ id }) => used.has(id)).map(namedClient),
        people: names.people.filter(({ id }) => used.has(id)).map(namedPerson),
        projects: names.projects
          .filter(({ id }) => used.has(id))
          .map(({ id, name, clientId }) => ({ id, name, clientId })),
        stages: names.stages.filter(({ id }) => used.has(id)),
      };
    },
    clientName: (id) => (id === null ? '' : (clients.get(id)?.name ?? '')),
    personName: (id) => people.get(id)?.name ?? '',
    projectName: (id) => (id === null ? '' : (projects.get(id)?.name ?? '')),
  };
}

/** A client as a card shows it. */
export function namedClient({ id, name, mark, hue, tier }: NamedClient): TaskNames['clients'][0] {
  return { id, name, mark, hue, tier };
}

/** A person as a card shows them. */
export function namedPerson({
  id,
  name,
  code,
  role,
}: TaskNames['people'][0]): TaskNames['people'][0] {
  return { id, name, code, role };
}

/** The stored card of a task, or `task-not-found`. */
export function requireCard(read: ReadDb, id: string): TaskCardRow {
  const row = readTaskCard(read, id);
  if (row === undefined) throw new AppError('task-not-found');
  return row;
}
