import {
  readBoardLimits,
  readTaskBriefs,
  readTaskNames,
  readTaskWords,
} from '../../../db/queries/tasks.query';
import type { Input, Output } from '../../../shared/contract/contract';
import { packCards, type TaskFilter } from '../../../shared/contract/tasks-shapes';
import { TASK_STATUSES } from '../../../shared/domain/work/task-status';
import { readOf, type Session } from '../session';
import {
  cardOf,
  isOverdue,
  meOf,
  namedClient,
  namedPerson,
  priorityOfRow,
  readTaskBook,
  reasonPhrases,
} from './task-book';
import { filterRows, rowsFor, sortCards } from './task-filter';

/** Cards that a filter lets through, sorted, with what each column of the board holds. */
export function listTasks(
  session: Session,
  { filter, sort, offset, limit }: Input<'tasks/list'>,
): Output<'tasks/list'> {
  const book = readTaskBook(session, rowsFor(filter));
  const rows = filterRows(book, filter);
  const cards = sortCards(
    rows.map((row) => cardOf(row, book.today)),
    sort,
    book,
    session.language(),
  );
  const shown = cards.slice(offset, offset + limit);
  const limits = readBoardLimits(readOf(session));
  const columns = TASK_STATUSES.map((status) => {
    const inColumn = cards.filter((card) => card.status === status);
    return {
      status,
      count: inColumn.length,
      estimateSeconds: inColumn.reduce((sum, card) => sum + (card.estimateSeconds ?? 0), 0),
      limit: limits.get(status)?.limit ?? null,
    };
  });
  return {
    today: book.today,
    total: cards.length,
    overdueCount: rows.filter((row) => isOverdue(row, book.today)).length,
    estimateSeconds: columns.reduce((sum, column) => sum + column.estimateSeconds, 0),
    cards: packCards(shown),
    columns,
    names: book.namesOf(shown),
  };
}

/** What a filter or a field of a task can be given. */
export function listTaskChoices(session: Session): Output<'tasks/choices'> {
  const read = readOf(session);
  const names = readTaskNames(read);
  const today = session.clock.today();
  return {
    clients: names.clients.filter(({ archivedAt }) => archivedAt === null).map(namedClient),
    people: names.people
      .filter(({ activeTo }) => activeTo === null || activeTo >= today)
      .map(namedPerson),
    projects: names.projects
      .filter(({ status }) => status === 'active')
      .map(({ id, name, clientId }) => ({ id, name, clientId })),
    stages: names.stages,
    me: meOf(session),
    ...readTaskWords(read),
    briefs: readTaskBriefs(read),
  };
}

/** Tasks that are not done by urgency × client benefit, those that wait for others last. */
export function rankTasks(
  session: Session,
  { filter, limit }: { filter: TaskFilter; limit: number },
): Output<'tasks/queue'> {
  const book = readTaskBook(session, rowsFor(filter));
  const ranked = filterRows(book, filter)
    .filter((row) => row.status !== 'done')
    .map((row) => ({ row, priority: priorityOfRow(row, book.today) }))
    .sort(
      (a, b) =>
        Number(a.row.blockedBy > 0) - Number(b.row.blockedBy > 0) ||
        b.priority.score - a.priority.score ||
        a.row.number - b.row.number,
    )
    .slice(0, limit);
  const items = ranked.map(({ row, priority }) => ({
    card: cardOf(row, book.today),
    urgency: priority.urgency,
    benefit: priority.benefit,
    reasons: reasonPhrases(priority),
    setReason: row.priorityReason,
  }));
  return { items, names: book.namesOf(items.map(({ card }) => card)) };
}
