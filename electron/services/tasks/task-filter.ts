import type { TaskCardRow } from '../../../db/queries/tasks.query';
import type { TaskCard, TaskFilter, TaskSort } from '../../../shared/contract/tasks-shapes';
import { findable, parseQuery, score } from '../../../shared/domain/rank';
import { TASK_STATUSES } from '../../../shared/domain/work/task-status';
import { dayOf, isOverdue, linesOf, type TaskBook } from './task-book';

/** Stands for "without one" among the ids of a filter. */
const NONE = 'none';

type Test = (row: TaskCardRow) => boolean;

/** Whether one of the ids is wanted; without ids, whether "none" is. */
function anyOf(
  wanted: readonly string[],
  has: (row: TaskCardRow) => readonly string[],
): Test | null {
  if (wanted.length === 0) return null;
  const set = new Set(wanted);
  return (row) => {
    const ids = has(row);
    return ids.length === 0 ? set.has(NONE) : ids.some((id) => set.has(id));
  };
}

const one = (value: string | null): string[] => (value === null || value === '' ? [] : [value]);

function textTest(text: string, book: TaskBook): Test | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = /^[#№]?\s*(\d+)$/.exec(trimmed)?.[1];
  const query = parseQuery(trimmed);
  return (row) => {
    if (number !== undefined && row.number === Number(number)) return true;
    const words = [
      row.title,
      book.clientName(row.clientId),
      row.kind,
      linesOf(row.labels).join(' '),
    ];
    return score(findable(words.join(' ')), query) > 0;
  };
}

/** Tasks that a filter lets through, in their order. The book holds those that it may let through. */
export function filterRows(book: TaskBook, filter: TaskFilter): TaskCardRow[] {
  const { due } = filter;
  const tests: (Test | null)[] = [
    filter.archived === 'with'
      ? null
      : (row) => (row.archivedAt !== null) === (filter.archived === 'only'),
    anyOf(filter.clientIds, (row) => one(row.clientId)),
    anyOf(filter.projectIds, (row) => one(row.projectId)),
    anyOf(filter.stageIds, (row) => one(row.stageId)),
    anyOf(filter.personIds, (row) => linesOf(row.people)),
    anyOf(filter.roles, (row) => one(row.role)),
    anyOf(filter.statuses, (row) => [row.status]),
    anyOf(filter.labels, (row) => linesOf(row.labels)),
    anyOf(filter.kinds, (row) => one(row.kind)),
    due === null
      ? null
      : (row) => {
          const on = dayOf(row);
          return (
            on !== null &&
            (due.from === null || on >= due.from) &&
            (due.to === null || on <= due.to)
          );
        },
    filter.overdue ? (row) => isOverdue(row, book.today) : null,
    filter.mine ? (row) => book.me !== null && linesOf(row.people).includes(book.me) : null,
    filter.blocked ? (row) => row.blockedBy > 0 && row.status !== 'done' : null,
    filter.afterHours ? (row) => row.afterHours === 'yes' : null,
    textTest(filter.text, book),
  ];
  const active = tests.filter((test) => test !== null);
  return book.rows.filter((row) => active.every((test) => test(row)));
}

/** Which tasks have to be read for a filter. */
export function rowsFor(filter: TaskFilter): 'living' | 'archived' | 'all' {
  if (filter.archived === 'only') return 'archived';
  return filter.archived === 'with' ? 'all' : 'living';
}

type Comparison = (a: TaskCard, b: TaskCard) => number;

/** Null stands last, whichever way the others are sorted. */
function byText(of: (card: TaskCard) => string | null, collator: Intl.Collator | null): Comparison {
  return (a, b) => {
    const left = of(a) ?? '';
    const right = of(b) ?? '';
    if (left === right) return 0;
    if (collator !== null) return collator.compare(left, right);
    return left < right ? -1 : 1;
  };
}

/** Sorts cards; equal ones by their position, what lacks the value last. */
export function sortCards(
  cards: TaskCard[],
  sort: TaskSort,
  book: TaskBook,
  language: string,
): TaskCard[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const lacks: Record<TaskSort['by'], (card: TaskCard) => boolean> = {
    position: () => false,
    priority: () => false,
    number: () => false,
    title: () => false,
    created: () => false,
    status: () => false,
    due: (card) => card.dueOn === null && card.deadlineOn === null,
    deadline: (card) => card.deadlineOn === null,
    start: (card) => card.startOn === null,
    client: (card) => card.clientId === null,
    project: (card) => card.projectId === null,
    person: (card) => card.personIds.length === 0,
    estimate: (card) => card.estimateSeconds === null,
  };
  const compare: Record<TaskSort['by'], Comparison> = {
    position: (a, b) => a.position - b.position,
    priority: (a, b) => a.score - b.score,
    number: (a, b) => a.number - b.number,
    created: (a, b) => a.number - b.number,
    title: byText((card) => card.title, collator),
    status: (a, b) => TASK_STATUSES.indexOf(a.status) - TASK_STATUSES.indexOf(b.status),
    due: byText(dayOf, null),
    deadline: byText((card) => card.deadlineOn, null),
    start: byText((card) => card.startOn, null),
    client: byText((card) => book.clientName(card.clientId), collator),
    project: byText((card) => book.projectName(card.projectId), collator),
    person: byText((card) => book.personName(card.personIds[0] ?? ''), collator),
    estimate: (a, b) => (a.estimateSeconds ?? 0) - (b.estimateSeconds ?? 0),
  };
  const isLacking = lacks[sort.by];
  const by = compare[sort.by];
  const direction = sort.descending ? -1 : 1;
  return cards.sort((a, b) => {
    const missing = Number(isLacking(a)) - Number(isLacking(b));
    if (missing !== 0) return missing;
    return by(a, b) * direction || a.position - b.position || (a.id < b.id ? -1 : 1);
  });
}
